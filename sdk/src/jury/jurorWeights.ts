import { InvalidParameterError } from "../errors/math.ts";

/** Room for rounding, so that a share of exactly 1 / jurors is allowed. */
const ROUNDING = 1e-12;

/**
 * Returns what one comparison of each juror counts, so that no juror has more than `share` of all weight and as few as
 * possible count less than 1: `v_k = min(1, s T / n_k)`, where T is the total weight that comes out of it,
 * `T = sum min(n_k, s T)`.
 *
 * T is exact: with the m busiest jurors capped, `T = (comparisons of the others) / (1 - m s)`, and m is the first at
 * which nobody else exceeds the cap. The weights depend on counts alone, so the loss stays convex; with Huber's loss or
 * Bradley and Terry's, whose slopes are at most delta and 1, a juror's pull on the result is at most `share` of T
 * such slopes. With squares the weight is bounded, the pull is not.
 * @param counts Comparisons of each juror.
 * @param share Greatest share of the weight, at least 1 / jurors.
 * @throws {InvalidParameterError} when no weights can do that.
 */
export function jurorWeights(counts: readonly number[], share: number): number[] {
  if (!(share <= 1 && share * counts.length >= 1 - ROUNDING)) {
    const expected = `from 1 / ${counts.length}, the jurors, to 1`;
    throw new InvalidParameterError({ parameter: "jurorShare", value: share, expected });
  }
  const cap = capOf(counts, share);
  return counts.map((count) => Math.min(1, cap / count));
}

function capOf(counts: readonly number[], share: number): number {
  const descending = [...counts].sort((a, b) => b - a);
  let others = counts.reduce((sum, count) => sum + count, 0);
  for (const [capped, count] of descending.entries()) {
    const cap = (share * others) / (1 - capped * share);
    if (count <= cap * (1 + ROUNDING)) return cap;
    others -= count;
  }
  return Infinity; // nobody compared anything
}
