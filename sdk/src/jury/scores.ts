import { sigmoid } from "./loss.ts";

/** No juror is more decided than this: the scale where differences are mere rounding. */
const MOST_SCALE = 1e6;

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
  /** Share of the comparisons whose winner was predicted, an equal prediction half; without multipliers of 1. */
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
    accuracy: decided.reduce((sum, judged) => sum + hit(judged), 0) / Math.max(1, decided.length),
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
  const target = (towardsWinner.length + 1) / (towardsWinner.length + 2);
  // The derivative of the log likelihood falls with k.
  const rises = (k: number) => towardsWinner.reduce((sum, d) => sum + d * (target - sigmoid(k * d)), 0) > 0;
  if (!rises(0)) return 0;
  let [low, high] = [0, 1];
  while (rises(high) && high < MOST_SCALE) [low, high] = [high, high * 2];
  for (let i = 0; i < 60; ++i) {
    const middle = (low + high) / 2;
    if (rises(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
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
