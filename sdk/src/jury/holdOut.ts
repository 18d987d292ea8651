import type { Comparison } from "../csv/comparisons.ts";
import { InvalidParameterError } from "../errors/math.ts";
import { shuffled } from "../utils/random.ts";

import { groupNumbers } from "./groups.ts";
import { difference, minimise } from "./minimise.ts";
import { type FitOptions, type Problem, type Sample, toProblem } from "./problem.ts";
import { fitScale, type Prediction, probabilityOf, type Scores, scoresOf } from "./scores.ts";

/** Log weights nearer to each other than this count as equal; a minimum is good to less. */
const EQUAL = 1e-6;

/** How to cut the comparisons into parts. */
export type PartOptions = {
  /** Number of parts, at least 2, cut at random by `seed`. Without it each juror is a part. */
  readonly folds?: number | undefined;
  /** Decides the parts; 1 without it. The same seed gives the same result. */
  readonly seed?: number | undefined;
};

export type HoldOutOptions = FitOptions & PartOptions;

/** How well the rest of the comparisons predicts those left out. */
export type HoldOutError = Scores & {
  /** How many comparisons were predicted. */
  readonly predicted: number;
  /** How many were not, because the rest did not connect their projects. */
  readonly unpredictable: number;
};

/** Log weights, and the comparisons that they say something about. */
export type Model = { readonly x: Float64Array; readonly knows: (sample: Sample) => boolean };

/**
 * Predicts each part of the comparisons from all others: what to trust a loss or an anchor by. One fit a part.
 *
 * The probability that b wins, for the Brier score, is `1 / (1 + e^(-k (x_b - x_a)))` for every loss, with k fitted on
 * the rest, too. Multipliers are predicted as jurors said them, whatever `multiplierCap`, so that options can be compared;
 * what a juror counts (`jurorShare`) is decided once, by all comparisons.
 * @throws {InvalidParameterError} when `folds` is not an integer from 2 to the number of comparisons.
 * @throws {InvalidComparisonError} @throws {LengthMismatchError} @throws {NotConvergedError}
 */
export function holdOutError(comparisons: readonly Comparison[], options: HoldOutOptions): HoldOutError {
  return predictParts(toProblem(comparisons, options).problem, options, fitTo);
}

/**
 * Scores a model on each part of a problem's comparisons.
 * @param modelOf The model that all other comparisons give.
 * @throws {InvalidParameterError} when `folds` is out of range.
 */
export function predictParts(problem: Problem, options: PartOptions, modelOf: (rest: Problem) => Model): HoldOutError {
  const partOf = partition(problem.samples, options);
  const predictions = [...new Set(partOf)].flatMap((part) => {
    const rest = { ...problem, samples: problem.samples.filter((_, i) => partOf[i] !== part) };
    const left = problem.samples.filter((_, i) => partOf[i] === part);
    return predict(modelOf(rest), rest.samples, left);
  });
  const predicted = predictions.length;
  return { ...scoresOf(predictions), predicted, unpredictable: problem.samples.length - predicted };
}

function predict({ x, knows }: Model, rest: readonly Sample[], left: readonly Sample[]): Prediction[] {
  const judge = (sample: Sample) => ({ difference: decided(difference(sample, x)), said: sample.said });
  const scale = fitScale(rest.filter(knows).map(judge));
  return left
    .filter(knows)
    .map(judge)
    .map((judged) => ({ ...judged, probability: probabilityOf(judged, scale) }));
}

/** What is only rounding predicts no winner. */
function decided(d: number): number {
  return Math.abs(d) < EQUAL ? 0 : d;
}

/** The fit of comparisons: without an anchor it knows pairs of the same group. */
function fitTo(problem: Problem): Model {
  if (problem.tau > 0) return { x: minimise(problem).x, knows: () => true };
  const group = groupNumbers(problem);
  const knows = ({ a, b }: Sample) => group[a] === group[b];
  // Between groups a one-sided loss has no minimum; other losses have no comparisons there.
  return { x: minimise({ ...problem, samples: problem.samples.filter(knows) }).x, knows };
}

function partition(samples: readonly Sample[], { folds, seed = 1 }: PartOptions): (string | number)[] {
  if (folds === undefined) return samples.map(({ juror }) => juror);
  if (!Number.isInteger(folds) || folds < 2 || folds > samples.length) {
    const expected = `an integer from 2 to ${samples.length}, the number of comparisons`;
    throw new InvalidParameterError({ parameter: "folds", value: folds, expected });
  }
  const parts = new Array<number>(samples.length);
  shuffled(samples.length, seed).forEach((sample, rank) => (parts[sample] = rank % folds));
  return parts;
}
