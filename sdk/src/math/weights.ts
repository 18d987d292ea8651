import { InvalidSumError, InvalidWeightsError } from "../errors/math.ts";
import { WAD } from "../utils/wad.ts";

import { max } from "./rounding.ts";

/** No pool opens at a price below this, before prices are scaled to sum to 1 again: 1e-5, in WAD (DESIGN 6). */
export const PRICE_FLOOR = 10n ** 13n;

/**
 * Scales numbers to weights that sum to exactly 1e18: each is floored, and the remainder goes to the largest number,
 * at the lowest index first. The twin of the contracts' `Weights.normalise`.
 * @param values Numbers of any unit, not negative.
 * @returns Weights, in WAD.
 * @throws {InvalidWeightsError} when a number is negative, or all are 0, or there are none.
 */
export function floorWeights(values: readonly bigint[]): bigint[] {
  let sum = 0n;
  let largest = 0;
  values.forEach((value, i) => {
    if (value < 0n) throw new InvalidWeightsError({ index: i, reason: "is negative" });
    sum += value;
    if (value > (values[largest] ?? 0n)) largest = i;
  });
  if (sum === 0n) throw new InvalidWeightsError({ reason: "their sum is 0" });

  const weights = values.map((value) => (value * WAD) / sum);
  const remainder = WAD - weights.reduce((total, weight) => total + weight, 0n);
  return weights.map((weight, i) => (i === largest ? weight + remainder : weight));
}

/**
 * Scales doubles to weights that sum to exactly 1e18, by the rule of {@link floorWeights}.
 * @param values Finite numbers of any scale, not negative; their bits count exactly, down to 2^-100 of the largest.
 * @returns Weights, in WAD.
 * @throws {InvalidWeightsError} when a number is negative or not finite, or all are 0, or there are none.
 */
export function floorWeightsFromNumbers(values: readonly number[]): bigint[] {
  let largest = 0;
  values.forEach((value, i) => {
    if (!Number.isFinite(value)) throw new InvalidWeightsError({ index: i, reason: "is not finite" });
    if (value < 0) throw new InvalidWeightsError({ index: i, reason: "is negative" });
    largest = Math.max(largest, value);
  });
  if (largest === 0) throw new InvalidWeightsError({ reason: "their sum is 0" });
  // By a power of two, so that no bit is rounded: what is left of the binary point is a bigint.
  const scale = 2 ** Math.floor(Math.log2(largest));
  return floorWeights(values.map((value) => BigInt(Math.floor((value / scale) * 2 ** 100))));
}

/**
 * Makes weights into prices that a pool may open at: none below 1e-5, then scaled by the rule of {@link floorWeights}.
 * @param weights Weights, in WAD.
 * @throws {InvalidWeightsError} when there are none.
 */
export function floorPrices(weights: readonly bigint[]): bigint[] {
  return floorWeights(weights.map((weight) => max(weight, PRICE_FLOOR)));
}

/**
 * Checks that numbers are weights.
 * @param weights Weights, in WAD.
 * @throws {InvalidWeightsError} when one is negative.
 * @throws {InvalidSumError} when they do not sum to exactly 1e18.
 */
export function assertWeights(weights: readonly bigint[]): void {
  let sum = 0n;
  weights.forEach((weight, i) => {
    if (weight < 0n) throw new InvalidWeightsError({ index: i, reason: "is negative" });
    sum += weight;
  });
  if (sum !== WAD) throw new InvalidSumError({ sum });
}
