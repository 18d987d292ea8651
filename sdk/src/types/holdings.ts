/** Tokens of a market that a trader has, in units, by outcome. In a binary market SHORT is the other LONG: `long` counts. */
export type Holdings = {
  /** LONG of each outcome, in units. */
  readonly long: readonly bigint[];
  /** SHORT of each outcome, in units. */
  readonly short: readonly bigint[];
};
