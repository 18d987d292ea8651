import { sigmoid } from "./loss.ts";

/** No juror is more decided than this: the scale where differences are mere rounding. */
const MOST_SCALE = 1e6;
/** Newton's method takes less than ten steps, and halving less than this. */
const MOST_STEPS = 100;
/** Relative; Newton's next step would be the square of it. */
const PRECISION = 1e-10;

/** A comparison as a model sees it: the difference x_b - x_a of log weights, and what the juror said, in log units. */
export type Judged = { readonly difference: number; readonly said: number };

/** The same with a probability that b wins. */
export type Prediction = Judged & { readonly probability: number };

/** How well weights predict comparisons. */
export type Scores = {
  /**
   * Root of the mean squared error of `x_b - x_a`, the log odds of b against a, in log units: 0.7 is "off by a factor of
   * two". `Infinity` when nothing could be predicted, like the two errors below.
   */
  readonly logOddsRmse: number;
  /** Mean absolute error of the same, in log units. */
  readonly meanAbsolute: number;
  /** Mean squared error of the probability that b wins (Brier 1950), from 0; 0.25 is a coin. Without multipliers of 1. */
  readonly brier: number;
  /** Share of the comparisons whose winner was predicted, an equal prediction half; without multipliers of 1. `NaN` when none was. */
  readonly accuracy: number;
};

/** Returns the scores of predictions. */
export function scoresOf(predictions: readonly Prediction[]): Scores {
  const decided = predictions.filter(({ said }) => said !== 0);
  const errors = predictions.map(({ difference, said }) => difference - said);
  return {
    logOddsRmse: Math.sqrt(mean(errors.map((error) => error * error))),
    meanAbsolute: mean(errors.map(Math.abs)),
    brier: mean(decided.map(({ said, probability }) => ((said > 0 ? 1 : 0) - probability) ** 2)),
    accuracy: decided.reduce((sum, judged) => sum + hit(judged), 0) / decided.length,
  };
}

/**
 * Returns k of the model `P(b wins) = 1 / (1 + e^(-k (x_b - x_a)))`: how decided jurors are about a difference of log
 * weights. It is the k of the greatest likelihood, with Platt's targets (1999), `(N + 1) / (N + 2)` for the winner, so
 * that it is finite when the differences predict all N winners; 0 when they predict worse than a coin.
 * @param judged Comparisons that the prediction is not about. Multipliers of 1 have no winner and are left out.
 */
export function fitScale(judged: readonly Judged[]): number {
  const towardsWinner = judged
    .filter(({ said }) => said !== 0)
    .map(({ said, difference }) => Math.sign(said) * difference);
  return scaleTowards(Float64Array.from(towardsWinner));
}

/**
 * As {@link fitScale}, of the differences towards the winners.
 * @param guess Where to begin: nearer is faster, and makes no other difference.
 */
export function scaleTowards(towardsWinner: Float64Array, guess = 1): number {
  const target = (towardsWinner.length + 1) / (towardsWinner.length + 2);
  // The derivative of the log likelihood falls with k.
  if (!(slopesAt(0, towardsWinner, target).first > 0)) return 0;
  let [low, high] = [0, MOST_SCALE];
  let k = guess > 0 && guess < MOST_SCALE ? guess : 1;
  for (let i = 0; i < MOST_STEPS; ++i) {
    const { first, second } = slopesAt(k, towardsWinner, target);
    if (first > 0) low = k;
    else high = k;
    // Newton's step; where it leaves what is known to hold the root, a long way or half of the way there.
    const newton = k - first / second;
    const next = newton > low && newton < high ? newton : Math.min(2 * k, (low + high) / 2);
    if (Math.abs(next - k) <= PRECISION * k) return next;
    k = next;
  }
  return k;
}

/** First and second derivative of the log likelihood in k. */
function slopesAt(k: number, towardsWinner: Float64Array, target: number) {
  let [first, second] = [0, 0];
  for (const d of towardsWinner) {
    const p = sigmoid(k * d);
    first += d * (target - p);
    second -= d * d * p * (1 - p);
  }
  return { first, second };
}

/** Returns the probability that b wins, by the model of {@link fitScale}. */
export function probabilityOf({ difference }: Judged, scale: number): number {
  return sigmoid(scale * difference);
}

function hit({ difference, said }: Judged): number {
  return difference === 0 ? 0.5 : Number(difference * said > 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? Infinity : values.reduce((sum, value) => sum + value, 0) / values.length;
}
