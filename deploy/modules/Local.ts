import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import Core from "./Core.ts";
import { ecosystemOf } from "./Ecosystem.ts";
import Safe from "./Safe.ts";
import TestMoney from "./TestMoney.ts";

/** Everything, for a chain that has nothing: test money, the jurors' Safe, the markets and an ecosystem on them. */
export default buildModule("Local", (m) => {
  const { lens, markets, openingAuction, outcomeERC20Factory } = m.useModule(Core);
  const { safe } = m.useModule(Safe);
  const { money } = m.useModule(TestMoney);

  return {
    lens,
    markets,
    money,
    openingAuction,
    outcomeERC20Factory,
    safe,
    ...ecosystemOf(m, { markets, safe, money, opening: openingAuction }),
  };
});
