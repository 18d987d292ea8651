import type { IgnitionModuleBuilder } from "@nomicfoundation/ignition-core";

/** The libraries that contracts are linked to, which keep them below the limit of a contract's size. */
export const LIBRARIES = {
  EdgeRegistry: ["Declarations", "Edges", "EdgeSettlement", "Genesis", "GraphViews", "OptOuts"],
  Jury: ["Ballots"],
  Markets: ["PoolUpkeep", "Redemption", "TokenMetadata"],
  Rounds: ["Openings", "Settlement"],
} as const;

/** The libraries of a contract, deployed by a module. */
export function librariesOf(m: IgnitionModuleBuilder, contract: keyof typeof LIBRARIES) {
  return Object.fromEntries(LIBRARIES[contract].map((name) => [name, m.library(name)]));
}
