import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import { librariesOf } from "../libraries.ts";

/** What exists once on a chain: the markets, and what opens, reads or wraps them. Nobody owns any of it. */
export default buildModule("Core", (m) => {
  const markets = m.contract("Markets", [], { libraries: librariesOf(m, "Markets") });
  const outcomeERC20Factory = m.contract("OutcomeERC20Factory", [markets]);
  const lens = m.contract("Lens", [markets]);
  const openingAuction = m.contract("OpeningAuction", [markets]);

  return { lens, markets, openingAuction, outcomeERC20Factory };
});
