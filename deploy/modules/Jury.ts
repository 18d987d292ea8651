import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import type {
  ContractFuture,
  IgnitionModuleBuilder,
  NamedArtifactContractDeploymentFuture,
} from "@nomicfoundation/ignition-core";

import { librariesOf } from "../libraries.ts";
import Core from "./Core.ts";

type Address = string | ContractFuture<string> | ReturnType<IgnitionModuleBuilder["getParameter"]>;

type JuryParameters = {
  readonly markets: Address;
  readonly safe: Address;
  readonly stakeToken: Address;
  readonly stakeRecipient: Address;
};

/** A jury over `markets`, by the module's parameters; see contracts/interfaces/IJury.sol for what they mean. */
export function juryOf(
  m: IgnitionModuleBuilder,
  { markets, safe, stakeToken, stakeRecipient }: JuryParameters,
): NamedArtifactContractDeploymentFuture<"Jury"> {
  const parameters = {
    deployer: m.getAccount(0),
    markets,
    safe,
    stakeToken,
    stake: m.getParameter<bigint>("stake"),
    stakeRecipient,
    evaluationPeriod: m.getParameter<number>("evaluationPeriod"),
    challengeWindow: m.getParameter<number>("challengeWindow"),
    answerPeriod: m.getParameter<number>("answerPeriod"),
    huberDelta: m.getParameter<bigint>("huberDelta", 0n), // squares
    anchor: m.getParameter<bigint>("anchor", 0n),
    tolerance: m.getParameter<bigint>("tolerance", 1_000_000n), // 1e-12
    minBallots: m.getParameter<number>("minBallots", 3),
  };
  return m.contract("Jury", [parameters], { libraries: librariesOf(m, "Jury") });
}

/** The resolver of an ecosystem's markets, for a Safe and a stake token that exist. */
export default buildModule("Jury", (m) => {
  const { markets } = m.useModule(Core);
  const safe = m.getParameter<string>("safe");
  const stakeToken = m.getParameter<string>("stakeToken");

  const stakeRecipient = m.getParameter<string>("stakeRecipient");

  return { jury: juryOf(m, { markets, safe, stakeToken, stakeRecipient }), markets };
});
