import { InfiniteDivergenceError, LengthMismatchError } from "../errors/math.ts";
import { WAD } from "../utils/wad.ts";

import { lnWad } from "./exponential.ts";
import { floorDiv } from "./rounding.ts";

/**
 * Returns the Kullback-Leibler divergence `KL(w‖p) = sum w_j ln(w_j / p_j)`: what prices p are still missing when w is
 * the answer. Times b it is money: a pool opened at p loses at most `b KL(w‖p)` (DESIGN 4).
 * @param weights The answer w, in WAD.
 * @param prices Prices p, in WAD.
 * @returns The divergence, in WAD, within 2 units of 1e-18 but for the rounding of the weights themselves.
 * @throws {LengthMismatchError} when there are not as many prices as weights.
 * @throws {InfiniteDivergenceError} when an outcome has weight but no price.
 */
export function klDivergence(weights: readonly bigint[], prices: readonly bigint[]): bigint {
  if (prices.length !== weights.length) {
    throw new LengthMismatchError({ what: "Prices", expected: weights.length, actual: prices.length });
  }
  let sum = 0n;
  weights.forEach((weight, outcome) => {
    if (weight === 0n) return;
    const price = prices[outcome] ?? 0n;
    if (price <= 0n) throw new InfiniteDivergenceError({ outcome });
    sum += weight * (lnWad(weight) - lnWad(price));
  });
  return floorDiv(sum, WAD);
}

/**
 * Returns the root of the mean square of the differences of log odds, `ln(p / (1 - p)) - ln(w / (1 - w))`, over the
 * outcomes with a weight between 0 and 1. Unlike {@link klDivergence} it asks of small weights as much as of large ones.
 * @param weights The answer w, in WAD.
 * @param prices Prices p, in WAD.
 * @returns The error in nats, as a double; infinite when a price is 0 or 1, 0 when no outcome has a weight between them.
 * @throws {LengthMismatchError} when there are not as many prices as weights.
 */
export function logOddsError(weights: readonly bigint[], prices: readonly bigint[]): number {
  if (prices.length !== weights.length) {
    throw new LengthMismatchError({ what: "Prices", expected: weights.length, actual: prices.length });
  }
  const squares = weights.flatMap((weight, outcome) =>
    weight > 0n && weight < WAD ? [(logOdds(prices[outcome] ?? 0n) - logOdds(weight)) ** 2] : [],
  );
  return squares.length === 0 ? 0 : Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}

function logOdds(weight: bigint): number {
  return Math.log(Number(weight) / Number(WAD - weight));
}
