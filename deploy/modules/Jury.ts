import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import Core from "./Core.ts";

/** The resolver of an ecosystem's markets; see contracts/interfaces/IJury.sol for what the parameters mean. */
export default buildModule("Jury", (m) => {
  const { markets } = m.useModule(Core);
  const jury = m.contract("Jury", [
    markets,
    m.getParameter<string>("safe"),
    m.getParameter<string>("stakeToken"),
    m.getParameter<bigint>("stake"),
    m.getParameter<string>("stakeRecipient"),
    m.getParameter<number>("evaluationPeriod"),
    m.getParameter<number>("challengeWindow"),
    m.getParameter<number>("answerPeriod"),
  ]);

  return { jury, markets };
});
