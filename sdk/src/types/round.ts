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

/** When the phases of a round begin, in unix seconds; each ends where the next begins. */
export type RoundSchedule = {
  /** Registration begins, in unix seconds: edges can be proposed. */
  readonly registrationAt: number;
  /** Opening begins, in unix seconds: auctions, if the round has any. */
  readonly openingAt: number;
  /** Trading begins, in unix seconds. */
  readonly tradingAt: number;
  /** Trading ends and Evaluation begins, in unix seconds. */
  readonly closesAt: number;
  /** Within Evaluation, in unix seconds: audits end, evaluation sets are chosen. */
  readonly auditedAt: number;
  /** Evaluation ends and Challenge begins, in unix seconds. */
  readonly evaluatedAt: number;
  /** The round settles, in unix seconds: weights can become final. */
  readonly settlesAt: number;
};

/** The contract's number of a kind. */
export function kindIndex(kind: RoundKind): number {
  return ROUND_KINDS.indexOf(kind);
}
