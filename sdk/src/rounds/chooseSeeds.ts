import { seedsOf, toSeedSet } from "./seedSet.ts";

export type ChooseSeedsParameters = {
  /** Seeds that can be selected, a bit for each index. */
  readonly eligible: bigint;
  /** Seeds that the draw takes, a bit for each index. */
  readonly drawn: bigint;
  /** How many to take by their scores, at most. */
  readonly quotas: { readonly byVolatility: number; readonly paid: number };
  /** Volatility of each seed's market, by index. */
  readonly volatilities: readonly bigint[];
  /** Audit payments for each seed, by index. */
  readonly payments: readonly bigint[];
};

export type ChooseSeedsReturnType = {
  /** Seeds to take for their volatility, a bit for each index. */
  readonly byVolatility: bigint;
  /** Seeds to take for their audit payments, a bit for each index. */
  readonly paid: bigint;
  /** The whole evaluation set, a bit for each index. */
  readonly selected: bigint;
};

/**
 * Chooses the evaluation set of a kind as the contract demands it: the drawn, then the most volatile of the rest, then
 * the best paid of the rest. Scores of zero never qualify; ties go to the lower index (DESIGN 6, RO-11).
 */
export function chooseSeeds(parameters: ChooseSeedsParameters): ChooseSeedsReturnType {
  const { eligible, drawn, quotas, volatilities, payments } = parameters;
  const byVolatility = best(eligible & ~drawn, quotas.byVolatility, volatilities);
  const paid = best(eligible & ~drawn & ~byVolatility, quotas.paid, payments);
  return { byVolatility, paid, selected: drawn | byVolatility | paid };
}

function best(allowed: bigint, quota: number, scores: readonly bigint[]): bigint {
  const ranked = seedsOf(allowed)
    .map((index) => ({ index, score: scores[index] ?? 0n }))
    .filter(({ score }) => score > 0n)
    .sort((a, b) => (a.score === b.score ? a.index - b.index : a.score > b.score ? -1 : 1));
  return toSeedSet(ranked.slice(0, quota).map(({ index }) => index));
}
