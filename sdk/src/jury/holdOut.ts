import type { Comparison } from "../csv/comparisons.ts";
import { InvalidParameterError } from "../errors/math.ts";
import { shuffled } from "../utils/random.ts";

import { groupNumbers } from "./groups.ts";
import { difference, factoredHessian, minimise, type Nearby } from "./minimise.ts";
import { type FitOptions, type Problem, type Sample, toProblem } from "./problem.ts";
import { type Prediction, probabilityOf, scaleTowards, type Scores, scoresOf } from "./scores.ts";

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
  const { problem } = toProblem(comparisons, options);
  return predictParts(problem, options, fitterOf(problem));
}

/**
 * Scores a model on each part of a problem's comparisons.
 * @param modelOf The model that all other comparisons give.
 * @throws {InvalidParameterError} when `folds` is out of range.
 */
export function predictParts(problem: Problem, options: PartOptions, modelOf: (rest: Problem) => Model): HoldOutError {
  const partOf = partition(problem.samples, options);
  const names = [...new Set(partOf)];
  // Numbers are faster to compare than the names of jurors.
  const numberOf = new Map(names.map((name, number) => [name, number]));
  const numbers = Int32Array.from(partOf, (name) => numberOf.get(name) ?? 0);
  let scale = 1;
  const predictions = names.flatMap((_, part) => {
    const left = problem.samples.filter((__, i) => numbers[i] === part);
    const rest = { ...problem, samples: problem.samples.filter((__, i) => numbers[i] !== part) };
    const model = modelOf(rest);
    scale = scaleOf(model, rest.samples, scale);
    return predict(model, scale, left);
  });
  const predicted = predictions.length;
  return { ...scoresOf(predictions), predicted, unpredictable: problem.samples.length - predicted };
}

/** How decided jurors are, by the comparisons that a model is of. @param guess The answer for nearly the same ones. */
function scaleOf({ x, knows }: Model, rest: readonly Sample[], guess: number): number {
  const towardsWinner = new Float64Array(rest.length);
  let count = 0;
  for (const sample of rest) {
    if (sample.said === 0 || !knows(sample)) continue;
    towardsWinner[count++] = Math.sign(sample.said) * decided(difference(sample, x));
  }
  return scaleTowards(towardsWinner.subarray(0, count), guess);
}

function predict({ x, knows }: Model, scale: number, left: readonly Sample[]): Prediction[] {
  return left.filter(knows).map((sample) => {
    const judged = { difference: decided(difference(sample, x)), said: sample.said };
    return { ...judged, probability: probabilityOf(judged, scale) };
  });
}

/** What is only rounding predicts no winner. */
function decided(d: number): number {
  return Math.abs(d) < EQUAL ? 0 : d;
}

/** Fits parts of a problem: each begins where all comparisons lead to, as most of them are the part's too. */
function fitterOf(all: Problem): (rest: Problem) => Model {
  const whole = fitTo(all);
  // The little damping keeps the factor where the loss is flat; it only decides how fast a part is fitted.
  const nearby = { x: whole.x, hessian: factoredHessian(all, whole.x, 1e-6) };
  return (rest) => fitTo(rest, nearby);
}

/** The fit of comparisons: without an anchor it knows pairs of the same group. */
function fitTo(problem: Problem, nearby?: Nearby): Model {
  const group = problem.tau > 0 ? [] : groupNumbers(problem);
  const groups = Math.max(0, ...group) + 1;
  if (groups === 1) return { x: minimise(problem, { nearby }).x, knows: () => true };
  const knows = ({ a, b }: Sample) => group[a] === group[b];
  // Between groups a one-sided loss has no minimum; other losses have no comparisons there.
  return { x: minimise({ ...problem, samples: problem.samples.filter(knows) }, { nearby, groups }).x, knows };
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
