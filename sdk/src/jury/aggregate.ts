import type { Comparison } from "../csv/comparisons.ts";
import { DisconnectedError, NoComparisonsError, OneSidedError } from "../errors/jury.ts";
import { floorWeightsFromNumbers } from "../math/weights.ts";
import { at } from "../utils/array.ts";

import { solve } from "./cholesky.ts";
import { componentsByName, groupsByName } from "./groups.ts";
import { addPull, difference, factoredHessian, minimise, pull } from "./minimise.ts";
import { type FitOptions, type Problem, type Sample, toProblem } from "./problem.ts";

/** How one juror agrees with the result. */
export type JurorDiagnostics = {
  readonly juror: string;
  readonly comparisons: number;
  /** Share of all weight that the juror's comparisons have; `jurorShare` bounds it. */
  readonly weightShare: number;
  /** Root of the mean squared residual, in log units: 0.7 is "off by a factor of two". */
  readonly rmsResidual: number;
  /**
   * Share of all the weight that would move, to first order, without this juror's comparisons:
   * `sum |Δw| / 2`, with `Δx = H^-1 sum v rho'(d) (e_b - e_a)` over them (the
   * influence function of an M-estimator, Hampel 1974). At most 1: where the loss is flat, the first order knows no end.
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
  /** `x_b - x_a - c` of each comparison, in log units, with c as the juror said it. */
  readonly residuals: readonly number[];
  /** How many multipliers were above `multiplierCap`. */
  readonly clipped: number;
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
 * `sum v rho(x_b - x_a, c)` with squares (`(d - c)^2/2`), Huber's loss or Bradley and Terry's likelihood (see
 * {@link Loss}), `w = softmax(x)`. The weights v are 1, unless `jurorShare` bounds what one juror counts.
 *
 * With an anchor, `tau/2 sum (x_j - ln baseRate_j)^2` is added. It fixes the mean of x, so projects that nobody
 * compared have exactly `x_j = ln baseRate_j`: they keep their base rates among each other, and share with the
 * compared ones by softmax like everybody.
 * @throws {NoComparisonsError} without comparisons and anchor.
 * @throws {DisconnectedError} without an anchor, when the comparisons do not connect all projects.
 * @throws {OneSidedError} without an anchor, when Bradley and Terry's likelihood has no maximum.
 * @throws {InvalidComparisonError} @throws {InvalidParameterError} @throws {LengthMismatchError}
 * @throws {NotConvergedError}
 */
export function aggregate(comparisons: readonly Comparison[], options: FitOptions): Aggregate {
  const { problem, projects } = toProblem(comparisons, options);
  if (comparisons.length === 0 && problem.tau === 0) throw new NoComparisonsError();
  const components = componentsByName(problem, projects);
  if (problem.tau === 0) requireDetermined(problem, projects, components);

  const { x, unique, iterations, gradientNorm } = minimise(problem);
  const weights = softmax(x);
  return {
    projects,
    weights,
    weightsWad: floorWeightsFromNumbers(weights),
    logWeights: [...x],
    unique,
    residuals: problem.samples.map((sample) => difference(sample, x) - sample.said),
    clipped: problem.samples.filter(({ c, said }) => c !== said).length,
    jurors: jurorDiagnostics(problem, x, weights),
    components,
    iterations,
    gradientNorm,
  };
}

function requireDetermined(problem: Problem, projects: readonly string[], components: readonly string[][]): void {
  if (components.length > 1) throw new DisconnectedError({ components });
  const groups = groupsByName(problem, projects);
  if (groups.length > 1) throw new OneSidedError({ groups });
}

/** Returns `e^x_j / sum e^x`. */
function softmax(x: Float64Array): number[] {
  const greatest = Math.max(...x);
  const exponentials = [...x].map((v) => Math.exp(v - greatest));
  const sum = exponentials.reduce((total, v) => total + v, 0);
  return exponentials.map((v) => v / sum);
}

function jurorDiagnostics(problem: Problem, x: Float64Array, weights: readonly number[]): JurorDiagnostics[] {
  // The little damping keeps the factor where the loss is flat; it is far below what influence is good for.
  const hessian = factoredHessian(problem, x, 1e-9);
  const byJuror = new Map<string, Sample[]>();
  for (const sample of problem.samples) {
    const own = byJuror.get(sample.juror) ?? [];
    byJuror.set(sample.juror, own);
    own.push(sample);
  }
  const weightOf = (samples: readonly Sample[]) => samples.reduce((sum, { weight }) => sum + weight, 0);
  const total = weightOf(problem.samples);
  return [...byJuror].map(([juror, own]) => {
    const squares = own.reduce((sum, sample) => sum + (difference(sample, x) - sample.said) ** 2, 0);
    const g = new Float64Array(problem.n);
    for (const sample of own) addPull(g, sample, pull(sample, problem, x));
    return {
      juror,
      comparisons: own.length,
      weightShare: weightOf(own) / total,
      rmsResidual: Math.sqrt(squares / own.length),
      influence: Math.min(1, movedShare(weights, solve(hessian, g))),
    };
  });
}

/** Returns `sum |Δw| / 2` for a small Δx: `Δw_j = w_j (Δx_j - sum w Δx)`. */
export function movedShare(weights: readonly number[], moves: Float64Array): number {
  const mean = weights.reduce((sum, weight, i) => sum + weight * at(moves, i), 0);
  return weights.reduce((sum, weight, i) => sum + weight * Math.abs(at(moves, i) - mean), 0) / 2;
}
