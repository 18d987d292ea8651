import type { Comparison } from "../csv/comparisons.ts";
import { InvalidParameterError } from "../errors/math.ts";
import { componentsOf } from "../internal/components.ts";
import { shuffled } from "../internal/random.ts";

import { minimise, residual } from "./minimise.ts";
import { type FitOptions, type Problem, type Sample, toProblem } from "./problem.ts";

/** How to cut the comparisons into parts. */
export type HoldOutOptions = FitOptions & {
  /** Number of parts, at least 2, cut at random by `seed`. Without it each juror is a part. */
  readonly folds?: number | undefined;
  /** Decides the parts; 1 without it. The same seed gives the same result. */
  readonly seed?: number | undefined;
};

/** How well the rest of the comparisons predicts those left out. */
export type HoldOutError = {
  /** Root of the mean squared error, in log units; `Infinity` when nothing could be predicted. */
  readonly rmse: number;
  /** Mean absolute error, in log units. */
  readonly meanAbsolute: number;
  /** Share of the comparisons whose winner was predicted, those with multiplier 1 left out. */
  readonly agreement: number;
  /** How many comparisons were predicted. */
  readonly predicted: number;
  /** How many were not, because the rest did not connect their projects. */
  readonly unpredictable: number;
};

/**
 * Predicts each part of the comparisons from all others: what to trust a loss or an anchor by. One fit a part.
 * @throws {InvalidParameterError} when `folds` is not an integer from 2 to the number of comparisons.
 * @throws {InvalidComparisonError} @throws {LengthMismatchError} @throws {NotConvergedError}
 */
export function holdOutError(comparisons: readonly Comparison[], options: HoldOutOptions): HoldOutError {
  const { problem } = toProblem(comparisons, options);
  const partOf = partition(problem.samples, options);
  const errors: { error: number; c: number }[] = [];
  for (const part of new Set(partOf)) {
    const kept = { ...problem, samples: problem.samples.filter((_, i) => partOf[i] !== part) };
    const left = problem.samples.filter((_, i) => partOf[i] === part);
    errors.push(...predict(kept, left));
  }
  const predicted = errors.length;
  const mean = (of: (entry: { error: number; c: number }) => number) =>
    predicted === 0 ? Infinity : errors.reduce((sum, entry) => sum + of(entry), 0) / predicted;
  const decided = errors.filter(({ c }) => c !== 0);
  return {
    rmse: Math.sqrt(mean(({ error }) => error * error)),
    meanAbsolute: mean(({ error }) => Math.abs(error)),
    agreement: decided.filter(({ error, c }) => (error + c) * c > 0).length / Math.max(1, decided.length),
    predicted,
    unpredictable: comparisons.length - predicted,
  };
}

function predict(kept: Problem, left: readonly Sample[]): { error: number; c: number }[] {
  const component = componentsOf(
    kept.n,
    kept.samples.map(({ a, b }) => [a, b] as const),
  );
  const connected = ({ a, b }: Sample) => kept.tau > 0 || component[a] === component[b];
  const { x } = minimise(kept);
  return left.filter(connected).map((sample) => ({ error: residual(sample, x), c: sample.c }));
}

function partition(samples: readonly Sample[], { folds, seed = 1 }: HoldOutOptions): (string | number)[] {
  if (folds === undefined) return samples.map(({ juror }) => juror);
  if (!Number.isInteger(folds) || folds < 2 || folds > samples.length) {
    const expected = `an integer from 2 to ${samples.length}, the number of comparisons`;
    throw new InvalidParameterError({ parameter: "folds", value: folds, expected });
  }
  const parts = new Array<number>(samples.length);
  shuffled(samples.length, seed).forEach((sample, rank) => (parts[sample] = rank % folds));
  return parts;
}
