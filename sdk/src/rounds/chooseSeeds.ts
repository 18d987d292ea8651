import { seedsOf, toSeedSet } from "./seedSet.ts";

export type ChooseSeedsParameters = {
  /** Seeds that can be selected, a bit for each index. */
  readonly eligible: bigint;
  /** Seeds that the draw takes, a bit for each index. */
  readonly drawn: bigint;
  /** How many to take by audit payments, at most. */
  readonly quotas: { readonly paid: number };
  /** Audit payments for each seed, by index. */
  readonly payments: readonly bigint[];
};

export type ChooseSeedsReturnType = {
  /** Seeds to take for their audit payments, a bit for each index. */
  readonly paid: bigint;
  /** The whole evaluation set, a bit for each index. */
  readonly selected: bigint;
};

/**
 * Chooses the evaluation set of a kind as the contract demands it: the drawn, then the best paid of the rest. Scores of zero never qualify; ties go to the lower index (DESIGN 6, RO-11).
 */
export function chooseSeeds(parameters: ChooseSeedsParameters): ChooseSeedsReturnType {
  const { eligible, drawn, quotas, payments } = parameters;
  const paid = best(eligible & ~drawn, quotas.paid, payments);
  return { paid, selected: drawn | paid };
}

function best(allowed: bigint, quota: number, scores: readonly bigint[]): bigint {
  const ranked = seedsOf(allowed)
    .map((index) => ({ index, score: scores[index] ?? 0n }))
    .filter(({ score }) => score > 0n)
    .sort((a, b) => (a.score === b.score ? a.index - b.index : a.score > b.score ? -1 : 1));
  return toSeedSet(ranked.slice(0, quota).map(({ index }) => index));
}
