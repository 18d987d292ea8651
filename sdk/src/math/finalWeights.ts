import { InvalidParameterError, LengthMismatchError } from "../errors/math.ts";
import { WAD } from "../utils/wad.ts";

import { expWad } from "./exponential.ts";
import { ceilDiv, max, min, sqrtDown } from "./rounding.ts";
import type { Verdict } from "./reference.ts";
import { floorPrices, floorWeights, PRICE_FLOOR } from "./weights.ts";

/** What the markets of a round and their reference say; all in WAD, one for each outcome. */
export type EstimateParameters = {
  /** T, the time-weighted prices of the window: `getTwap`. */
  readonly twap: readonly bigint[];
  /** C, the prices at which trading closed: {@link closingPrices}. */
  readonly closing: readonly bigint[];
  /** P, the reference: `getReference`. */
  readonly reference: readonly bigint[];
};

/**
 * Returns what a market says of its outcomes: the median of T, C and P of each, floored at 1e-5 and normalised (DESIGN
 * 6, rule RO-25). Equal to `getEstimate` to the unit; a market without pool says P.
 * @returns E, in WAD.
 * @throws {LengthMismatchError} when the vectors differ in length.
 */
export function estimate({ twap, closing, reference }: EstimateParameters): bigint[] {
  checkLengths(reference, { twap, closing });
  return floorPrices(
    reference.map((p, j) => {
      const [a, b] = [twap[j] ?? 0n, closing[j] ?? 0n];
      return max(min(a, b), min(max(a, b), p));
    }),
  );
}

/**
 * Returns the prices that log weights stand for, rounded down: what a contract sees of `getLogWeights`.
 * @param logWeights l of each outcome, in WAD.
 * @param logSum ln S, in WAD.
 */
export function closingPrices(logWeights: readonly bigint[], logSum: bigint): bigint[] {
  return logWeights.map((logWeight) => expWad(logWeight - logSum));
}

/** What final weights are made of. */
export type BlendParameters = {
  /** P, in WAD. */
  readonly reference: readonly bigint[];
  /** E, in WAD: {@link estimate}. */
  readonly estimate: readonly bigint[];
  /** The jury's word; `undefined`: it has said nothing, or was not asked. */
  readonly verdict: Verdict | undefined;
  /** For which outcomes somebody has paid for the jury's word; by default none. */
  readonly audited?: readonly boolean[];
  /** What nobody judged may move by, as a factor, in WAD; by default 2. */
  readonly factor?: bigint;
  /** What it may move by, as a difference, in WAD; by default 1/40. */
  readonly step?: bigint;
};

/**
 * Returns the final weights of a node by the policy `Blend` (DESIGN 6, rules RO-26 to RO-28). Equal to what `Rounds`
 * hands to the graph, to the unit, before the list is cut to 128.
 * @returns Weights, in WAD, sum exactly 1e18.
 * @throws {LengthMismatchError} when the vectors differ in length.
 * @throws {InvalidParameterError} when the factor is below 1.
 */
export function blend(parameters: BlendParameters): bigint[] {
  const { reference, verdict, factor = 2n * WAD, step = WAD / 40n } = parameters;
  const audited = parameters.audited ?? reference.map(() => false);
  checkLengths(reference, { estimate: parameters.estimate, audited, ...verdict });
  if (factor < WAD) throw new InvalidParameterError({ parameter: "factor", value: factor, expected: "at least 1e18" });
  if (verdict === undefined) return within(reference, parameters.estimate, factor, step);
  return judged(verdict, parameters.estimate, audited);
}

/**
 * Returns what a market pays that the jury has said nothing about: `sqrt(P_j E_j)`, floored at 1e-5 and normalised
 * (DESIGN 6).
 * @throws {LengthMismatchError} when the vectors differ in length.
 */
export function fallbackPayouts(reference: readonly bigint[], estimated: readonly bigint[]): bigint[] {
  checkLengths(reference, { estimated });
  return floorPrices(reference.map((p, j) => sqrtDown(p * (estimated[j] ?? 0n))));
}

/** RO-26 and RO-27. */
function judged({ weights: j, compared }: Verdict, e: readonly bigint[], audited: readonly boolean[]): bigint[] {
  if (!compared.includes(true)) return [...e];
  const isTaken = (k: number) => compared[k] === true && audited[k] === true;
  const indices = j.map((_, k) => k).filter((k) => !isTaken(k));
  const named = indices.filter((k) => compared[k]);
  const others = indices.filter((k) => compared[k] !== true);
  const sumOf = (values: readonly bigint[], of: readonly number[]) =>
    of.reduce((sum, k) => sum + (values[k] ?? 0n), 0n);

  const means = j.map((word, k) => sqrtDown(max(word, PRICE_FLOOR) * (e[k] ?? 0n)));
  const rest = WAD - j.reduce((sum, word, k) => (isTaken(k) ? sum + word : sum), 0n);
  let [mass, otherMass] = [named, others].map((of) => sqrtDown(sumOf(j, of) * sumOf(e, of))) as [bigint, bigint];
  if (mass + otherMass === 0n) [mass, otherMass] = [sumOf(e, named), sumOf(e, others)];
  const share = mass + otherMass === 0n ? 0n : (rest * mass) / (mass + otherMass);
  const [allMeans, otherE] = [sumOf(means, named), sumOf(e, others)];
  return floorWeights(
    j.map((word, k) => {
      if (isTaken(k)) return word;
      return compared[k] ? (share * (means[k] ?? 0n)) / allMeans : ((rest - share) * (e[k] ?? 0n)) / otherE;
    }),
  );
}

/** RO-28. */
function within(p: readonly bigint[], e: readonly bigint[], factor: bigint, step: bigint): bigint[] {
  const entries = p.map((reference, k) => {
    const least = max((reference * WAD) / factor, max(reference - step, 0n));
    const most = min((reference * factor) / WAD, reference + step);
    return { least, most, x: min(max(e[k] ?? 0n, least), most) };
  });
  const total = (of: (entry: (typeof entries)[number]) => bigint) =>
    entries.reduce((sum, entry) => sum + of(entry), 0n);
  const excess = total(({ x }) => x) - WAD;
  const [above, below] = [total(({ x, least }) => x - least), total(({ x, most }) => most - x)];
  const weights = entries.map(({ x, least, most }) => {
    if (excess > 0n) return x - ceilDiv(excess * (x - least), above);
    return excess < 0n ? x + (-excess * (most - x)) / below : x;
  });
  const rooms = entries.map(({ most }, k) => most - (weights[k] ?? 0n));
  const largest = Math.max(rooms.indexOf(rooms.reduce(max)), 0);
  const left = WAD - weights.reduce((sum, weight) => sum + weight, 0n);
  return weights.map((weight, k) => (k === largest ? weight + left : weight));
}

function checkLengths(reference: readonly bigint[], vectors: Readonly<Record<string, readonly unknown[]>>): void {
  for (const [what, { length: actual }] of Object.entries(vectors)) {
    if (actual !== reference.length) throw new LengthMismatchError({ what, expected: reference.length, actual });
  }
}
