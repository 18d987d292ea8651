import { klDivergence } from "../../sdk/src/math/index.ts";

/** How a number differs from run to run. */
export type Spread = {
  readonly min: number;
  readonly median: number;
  readonly max: number;
  readonly mean: number;
  /** Standard deviation of the runs. */
  readonly sd: number;
};

/** Returns the spread of some numbers. @throws {RangeError} when there are none. */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError("A spread needs at least one number.");
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? NaN;
  const middle = (sorted.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return {
    min: at(0),
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    max: at(sorted.length - 1),
    mean,
    sd: Math.sqrt(variance),
  };
}

/** Returns `KL(w‖p)` in nats: what the weights p are still missing of the answer w. Both in WAD. */
export function errorOf(answer: readonly bigint[], weights: readonly bigint[]): number {
  return Number(klDivergence(answer, weights)) / 1e18;
}

/**
 * Returns how much of the opening is left in the weights: the slope of `ln p - ln w` on `ln p⁰ - ln w`, both centred.
 * 1: they are still the opening's; 0: what they miss of the answer has nothing to do with where they opened.
 */
export function pullOf(answer: readonly bigint[], opening: readonly bigint[], weights: readonly bigint[]): number {
  const missing = (prices: readonly bigint[]) =>
    centred(answer.map((w, j) => Math.log(Number(prices[j] ?? 0n) / Number(w))));
  const [x, y] = [missing(opening), missing(weights)];
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, j) => sum + value * (b[j] ?? 0), 0);
  return dot(x, y) / dot(x, x);
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}
