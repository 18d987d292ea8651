import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import type { IgnitionModule, NamedArtifactContractDeploymentFuture } from "@nomicfoundation/ignition-core";

import Core from "./Core.ts";
import DrandRandomness from "./DrandRandomness.ts";
import { ecosystemOf } from "./Ecosystem.ts";
import HeaderRandomness from "./HeaderRandomness.ts";
import Safe from "./Safe.ts";
import TestMoney from "./TestMoney.ts";

/** A module that deploys a source of randomness. */
type Source<name extends string> = IgnitionModule<
  name,
  string,
  { readonly randomness: NamedArtifactContractDeploymentFuture<name> }
>;

/** Everything, for a chain that has nothing: test money, the jurors' Safe, the markets and an ecosystem on them. */
function localOf<name extends string>(source: Source<name>) {
  return buildModule("Local", (m) => {
    const { lens, markets, openingAuction, outcomeERC20Factory } = m.useModule(Core);
    const { safe } = m.useModule(Safe);
    const { money } = m.useModule(TestMoney);
    const { randomness } = m.useModule(source);

    return {
      lens,
      markets,
      money,
      openingAuction,
      outcomeERC20Factory,
      randomness,
      safe,
      ...ecosystemOf(m, { markets, safe, money, randomness, opening: openingAuction }),
    };
  });
}

/** With a beacon whose key the parameters of the module `DrandRandomness` have. */
export const LocalDrand = localOf(DrandRandomness);

export default localOf(HeaderRandomness);
