/** The market of seed weights. Weights in the order of its outcomes, which are `seeds`. */
export type SeedMarket = {
  readonly id: bigint;
  readonly seeds: readonly string[];
  readonly b: bigint;
  /** What the round's sponsors paid for its pool, in units. */
  readonly funding: bigint;
};
