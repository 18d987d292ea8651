import type { Comparison } from "../csv/comparisons.ts";
import { DisconnectedError, NoComparisonsError } from "../errors/jury.ts";
import { at } from "../internal/array.ts";
import { solve } from "../internal/cholesky.ts";
import { componentsOf } from "../internal/components.ts";
import { floorWeightsFromNumbers } from "../math/weights.ts";

import { factoredHessian, minimise, residual, slope } from "./minimise.ts";
import { type FitOptions, type Problem, toProblem } from "./problem.ts";

/** How one juror agrees with the result. */
export type JurorDiagnostics = {
  readonly juror: string;
  readonly comparisons: number;
  /** Root of the mean squared residual, in log units: 0.7 is "off by a factor of two". */
  readonly rmsResidual: number;
  /**
   * Share of all the weight that would move, to first order, without this juror's comparisons:
   * `sum |Δw| / 2`, with `Δx = H^-1 sum psi(r) (e_b - e_a)` over them.
   */
  readonly influence: number;
};

/** Weights that comparisons say, and how well they say it. */
export type Aggregate = {
  /** Canonical names, in the order of all lists here. */
  readonly projects: readonly string[];
  /** Weights, summing to 1 in doubles. */
  readonly weights: readonly number[];
  /** The same in WAD, summing to exactly 1e18: ready to post. */
  readonly weightsWad: readonly bigint[];
  /** Log weights x; their mean is 0, with an anchor that of the logs of the base rates. */
  readonly logWeights: readonly number[];
  /** Whether no other weights fit as well; false where Huber's loss is flat. Then ask for more comparisons. */
  readonly unique: boolean;
  /** `x_b - x_a - c` of each comparison, in log units. */
  readonly residuals: readonly number[];
  /** By juror, in the order of their first comparison. */
  readonly jurors: readonly JurorDiagnostics[];
  /** Projects by connected component, the largest first; one without an anchor. */
  readonly components: readonly (readonly string[])[];
  readonly iterations: number;
  /** Largest component of the gradient at x. */
  readonly gradientNorm: number;
};

/**
 * Turns comparisons into weights (DESIGN 8): samples `c = ln multiplier` towards the winner, minimise
 * `sum rho(x_b - x_a - c)` with squares (`r^2/2`) or Huber's loss, `w = softmax(x)`.
 *
 * With an anchor, `tau/2 sum (x_j - ln baseRate_j)^2` is added. It fixes the mean of x, so projects that nobody
 * compared have exactly `x_j = ln baseRate_j`: they keep their base rates among each other, and share with the
 * compared ones by softmax like everybody.
 * @throws {NoComparisonsError} without comparisons and anchor.
 * @throws {DisconnectedError} without an anchor, when the comparisons do not connect all projects.
 * @throws {InvalidComparisonError} @throws {InvalidParameterError} @throws {LengthMismatchError}
 * @throws {NotConvergedError}
 */
export function aggregate(comparisons: readonly Comparison[], options: FitOptions): Aggregate {
  const { problem, projects } = toProblem(comparisons, options);
  if (comparisons.length === 0 && problem.tau === 0) throw new NoComparisonsError();
  const components = groupsOf(problem, projects);
  if (components.length > 1 && problem.tau === 0) throw new DisconnectedError({ components });

  const { x, unique, iterations, gradientNorm } = minimise(problem);
  const weights = softmax(x);
  return {
    projects,
    weights,
    weightsWad: floorWeightsFromNumbers(weights),
    logWeights: [...x],
    unique,
    residuals: problem.samples.map((sample) => residual(sample, x)),
    jurors: jurorDiagnostics(problem, x, weights),
    components,
    iterations,
    gradientNorm,
  };
}

/** Returns `e^x_j / sum e^x`. */
function softmax(x: Float64Array): number[] {
  const greatest = Math.max(...x);
  const exponentials = [...x].map((v) => Math.exp(v - greatest));
  const sum = exponentials.reduce((total, v) => total + v, 0);
  return exponentials.map((v) => v / sum);
}

function groupsOf({ n, samples }: Problem, projects: readonly string[]): string[][] {
  const numbers = componentsOf(
    n,
    samples.map(({ a, b }) => [a, b] as const),
  );
  const groups: string[][] = [];
  numbers.forEach((number, i) => (groups[number] ??= []).push(projects[i] ?? ""));
  return groups.sort((a, b) => b.length - a.length);
}

function jurorDiagnostics(problem: Problem, x: Float64Array, weights: readonly number[]): JurorDiagnostics[] {
  const { n, delta } = problem;
  // The little damping keeps the factor where the loss is flat; it is far below what influence is good for.
  const hessian = factoredHessian(problem, x, 1e-9);
  const byJuror = new Map<string, { squares: number; comparisons: number; pull: Float64Array }>();
  for (const sample of problem.samples) {
    const entry = byJuror.get(sample.juror) ?? { squares: 0, comparisons: 0, pull: new Float64Array(n) };
    const r = residual(sample, x);
    entry.squares += r * r;
    entry.comparisons += 1;
    entry.pull[sample.b] = at(entry.pull, sample.b) + slope(r, delta);
    entry.pull[sample.a] = at(entry.pull, sample.a) - slope(r, delta);
    byJuror.set(sample.juror, entry);
  }
  return [...byJuror].map(([juror, { squares, comparisons, pull }]) => ({
    juror,
    comparisons,
    rmsResidual: Math.sqrt(squares / comparisons),
    influence: movedShare(weights, solve(hessian, pull)),
  }));
}

/** Returns `sum |Δw| / 2` for a small Δx: `Δw_j = w_j (Δx_j - sum w Δx)`. */
function movedShare(weights: readonly number[], moves: Float64Array): number {
  const mean = weights.reduce((sum, weight, i) => sum + weight * at(moves, i), 0);
  return weights.reduce((sum, weight, i) => sum + weight * Math.abs(at(moves, i) - mean), 0) / 2;
}
