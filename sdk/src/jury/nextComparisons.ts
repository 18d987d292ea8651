import type { Comparison } from "../csv/comparisons.ts";
import { InvalidParameterError } from "../errors/math.ts";
import { at } from "../utils/array.ts";

import { aggregate, movedShare } from "./aggregate.ts";
import { solve } from "./cholesky.ts";
import { difference, factoredHessian } from "./minimise.ts";
import { type FitOptions, type Problem, toProblem } from "./problem.ts";

export type NextComparisonsOptions = FitOptions & {
  /** How many pairs to return; 10 without it. */
  readonly count?: number | undefined;
  /** What to rank by: `"information"` (`gain`, the default) or `"money"` (`moves`). */
  readonly by?: "information" | "money" | undefined;
};

/** A pair to ask a juror about, and what its answer is worth before it is known. */
export type NextComparison = {
  readonly a: string;
  readonly b: string;
  /** How often jurors have compared the two. */
  readonly asked: number;
  /**
   * Effective resistance `(e_b - e_a)' H^-1 (e_b - e_a)`: the variance of `x_b - x_a` so far, the noise of one comparison
   * being 1.
   */
  readonly resistance: number;
  /** `ln(1 + i R)`: by how much the answer shrinks the log determinant of the covariance of x, in nats. */
  readonly gain: number;
  /**
   * Share of all weight that the answer moves: `sum |Δw| / 2` for a typical answer, one standard deviation from what
   * the others predict, `Δx = sqrt(i / (1 + i R)) H^-1 (e_b - e_a)`. It counts jurors' scatter as one log unit (a factor
   * of e): times their root mean squared residual it is a share of the money.
   */
  readonly moves: number;
};

type Pair = { readonly a: number; readonly b: number };
type Judged = Pair & Omit<NextComparison, "a" | "b" | "asked">;
/** What is known: weights, and the covariance `H^-1`, row by row. */
type Belief = { readonly weights: readonly number[]; readonly covariance: readonly Float64Array[] };

/**
 * Which comparisons to ask for next: Bayesian D-optimal design (Chaloner and Verdinelli 1995). H is the expected
 * information of the comparisons made, at the weights that they aggregate to, i that of the one to come (1; for
 * Bradley and Terry `p (1 - p)`).
 *
 * The list is made one by one: each pair is the best when those before it will have been asked, by the update
 * `H^-1 - i u u' / (1 + i R)`, `u = H^-1 (e_b - e_a)` (Sherman and Morrison 1950). So it may be handed out as it is, and by
 * information it gains at least `1 - 1/e` of what the best list of its length could (Nemhauser et al. 1978).
 * @throws {InvalidParameterError} when `count` is not a positive integer.
 * @throws what `aggregate` throws: {@link DisconnectedError} names groups that must be compared before anything else.
 */
export function nextComparisons(
  comparisons: readonly Comparison[],
  options: NextComparisonsOptions,
): readonly NextComparison[] {
  const { count = 10, by = "information" } = options;
  if (!(Number.isInteger(count) && count > 0)) {
    throw new InvalidParameterError({ parameter: "count", value: count, expected: "a positive integer" });
  }
  const { problem, projects } = toProblem(comparisons, options);
  const { logWeights, weights } = aggregate(comparisons, options);
  const x = Float64Array.from(logWeights);
  const asked = countPairs(problem);

  let belief: Belief = { weights, covariance: covarianceAt(problem, x) };
  const list: NextComparison[] = [];
  for (let i = 0; i < count && projects.length > 1; ++i) {
    const { a, b, ...worth } = bestPair(problem, x, belief, by);
    list.push({ a: projects[a] ?? "", b: projects[b] ?? "", asked: asked.get(keyOf(a, b)) ?? 0, ...worth });
    asked.set(keyOf(a, b), (asked.get(keyOf(a, b)) ?? 0) + 1);
    belief = {
      weights,
      covariance: updated(belief.covariance, { a, b }, problem.loss.information(difference({ a, b }, x))),
    };
  }
  return list;
}

function bestPair(problem: Problem, x: Float64Array, belief: Belief, by: "information" | "money"): Judged {
  const informationOf = (pair: Pair) => problem.loss.information(difference(pair, x));
  // What an answer moves takes all projects to know; what it tells about two only these.
  const worthOf = (pair: Pair) => {
    if (by === "money") return judge(belief, pair, informationOf(pair)).moves;
    return Math.log1p(informationOf(pair) * resistanceOf(belief, pair));
  };
  let best: Pair & { readonly worth: number } = { a: 0, b: 1, worth: -1 };
  for (let b = 1; b < problem.n; ++b) {
    for (let a = 0; a < b; ++a) {
      const worth = worthOf({ a, b });
      if (worth > best.worth) best = { a, b, worth };
    }
  }
  const { a, b } = best;
  return judge(belief, { a, b }, informationOf(best));
}

/** Returns `(e_b - e_a)' H^-1 (e_b - e_a)`. */
function resistanceOf({ covariance }: Belief, { a, b }: Pair): number {
  const [rowA, rowB] = [covariance[a], covariance[b]] as [Float64Array, Float64Array];
  return at(rowB, b) - at(rowA, b) - (at(rowB, a) - at(rowA, a));
}

function judge({ weights, covariance }: Belief, { a, b }: Pair, information: number): Judged {
  const u = directionOf(covariance, { a, b });
  const resistance = difference({ a, b }, u);
  const size = Math.sqrt(information / (1 + information * resistance));
  const gain = Math.log1p(information * resistance);
  return { a, b, resistance, gain, moves: size * movedShare(weights, u) };
}

/** Returns `H^-1 (e_b - e_a)`. */
function directionOf(covariance: readonly Float64Array[], { a, b }: Pair): Float64Array {
  const [rowA, rowB] = [covariance[a], covariance[b]] as [Float64Array, Float64Array];
  return rowB.map((v, i) => v - at(rowA, i));
}

function updated(covariance: readonly Float64Array[], pair: Pair, information: number): Float64Array[] {
  const u = directionOf(covariance, pair);
  const factor = information / (1 + information * difference(pair, u));
  return covariance.map((row, i) => row.map((v, j) => v - factor * at(u, i) * at(u, j)));
}

/** Returns the inverse of the expected information; without an anchor differences alone mean something in it. */
function covarianceAt(problem: Problem, x: Float64Array): Float64Array[] {
  const factored = factoredHessian(problem, x, 0, problem.loss.information);
  return Array.from({ length: problem.n }, (_, i) => solve(factored, unit(problem.n, i)));
}

function unit(n: number, i: number): Float64Array {
  return new Float64Array(n).fill(1, i, i + 1);
}

function countPairs({ samples }: Problem): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { a, b } of samples) counts.set(keyOf(a, b), (counts.get(keyOf(a, b)) ?? 0) + 1);
  return counts;
}

function keyOf(a: number, b: number): string {
  return `${Math.min(a, b)} ${Math.max(a, b)}`;
}
