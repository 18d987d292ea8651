/** What is asked about a seed, in the order of the contracts' `Kind`. */
const KINDS = ["weight", "originality", "children"] as const;

/** What is asked about a seed: its weight, its originality, the weights of its children. */
export type Kind = (typeof KINDS)[number];

/** The contracts' number of a kind. */
export function kindNumber(kind: Kind): number {
  return KINDS.indexOf(kind);
}
