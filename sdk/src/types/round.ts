/** What is asked about a seed, in the order of the contract's `Kind`: its weight, its originality, its children. */
export const ROUND_KINDS = ["weight", "originality", "children"] as const;

export type RoundKind = (typeof ROUND_KINDS)[number];

/** Where a round stands, in the order of the contract's `Phase`. */
export const ROUND_PHASES = [
  "none",
  "registration",
  "opening",
  "trading",
  "evaluation",
  "challenge",
  "settled",
] as const;

export type RoundPhase = (typeof ROUND_PHASES)[number];

/** The contract's number of a kind. */
export function kindIndex(kind: RoundKind): number {
  return ROUND_KINDS.indexOf(kind);
}
