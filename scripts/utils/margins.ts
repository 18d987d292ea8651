/** What `test/snapshots/sizes.json` says of a contract, in bytes. */
export type Size = {
  readonly deployed: number;
  /** What is left below the most that a contract may have. */
  readonly margin: number;
};

/** The contracts that hold state: what they cannot grow by, no rule of theirs can change by. */
const CORE = ["EdgeRegistry", "FundingPool", "Jury", "Markets", "OpeningAuction", "Rounds"];
/** The fewest bytes that each of them has left. */
export const LEAST_MARGIN = 1_500;

/** Returns what is wrong with the room that the core contracts have, a line for each. */
export function findTightContracts(sizes: Readonly<Record<string, Size>>): string[] {
  return CORE.flatMap((name) => {
    const margin = sizes[name]?.margin;
    if (margin === undefined) return [`${name} is a core contract, but the build has none of that name.`];
    if (margin >= LEAST_MARGIN) return [];
    return [`${name} has ${margin} bytes left, fewer than ${LEAST_MARGIN}: give a part of it to a linked library.`];
  });
}
