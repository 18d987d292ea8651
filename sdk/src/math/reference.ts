import { LengthMismatchError } from "../errors/math.ts";
import { WAD } from "../utils/wad.ts";

import { sqrtDown } from "./rounding.ts";
import { floorPrices } from "./weights.ts";

/** The jury's word on a node. */
export type Verdict = {
  /** J, in WAD, one for each outcome. */
  readonly weights: readonly bigint[];
  /** Which outcomes the jury has compared. */
  readonly compared: readonly boolean[];
};

/**
 * Returns the reference of a node after a round: `sqrt(P_j J_j)` for what the jury has compared, P_j for the others,
 * floored at 1e-5 and normalised (DESIGN 6, rule ER-61). Equal to `EdgeRegistry` to the unit.
 * @param reference P before, in WAD, one for each outcome of the roster, candidates at their rates.
 * @param verdict The jury's word; `undefined`: it has said nothing.
 * @param kept Which outcomes the list keeps; by default all.
 * @returns P after, in WAD, of those that are kept.
 * @throws {LengthMismatchError} when the vectors differ in length.
 */
export function moveReference(
  reference: readonly bigint[],
  verdict: Verdict | undefined,
  kept: readonly boolean[] = reference.map(() => true),
): bigint[] {
  for (const [what, { length: actual }] of Object.entries({ Kept: kept, ...verdict })) {
    if (actual !== reference.length) throw new LengthMismatchError({ what, expected: reference.length, actual });
  }
  const moved = reference.map((p, j) => (verdict?.compared[j] === true ? sqrtDown(p * (verdict.weights[j] ?? 0n)) : p));
  // Once as it is written, and once as the next round reads it.
  return floorPrices(floorPrices(scaled(moved.filter((_, j) => kept[j]))));
}

/** To a sum of about 1, rounded down; all zeros stay: the floor makes them equal parts. */
function scaled(values: readonly bigint[]): bigint[] {
  const sum = values.reduce((total, value) => total + value, 0n);
  return sum === 0n ? [...values] : values.map((value) => (value * WAD) / sum);
}
