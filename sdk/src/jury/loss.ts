import { InvalidParameterError } from "../errors/math.ts";

/**
 * How comparisons count.
 *
 * - `"squares"`: the squared deviation from the multiplier, in log units (logarithmic least squares).
 * - `{ huber }`: squared up to `huber`, linear beyond (Huber 1964), so that a wild multiplier pulls no harder than that.
 * - `"bradleyTerry"`: only who won, `P(b beats a) = w_b / (w_a + w_b)` (Bradley and Terry 1952). A multiplier of 1 is
 *   half a win for each. A baseline: weights then are odds of winning, not what one is worth of the other.
 */
export type Loss = "squares" | "bradleyTerry" | { readonly huber: number };

/** A loss by its derivatives in `d = x_b - x_a`, of a comparison that says c. */
export type PairLoss = {
  readonly slope: (d: number, c: number) => number;
  readonly curvature: (d: number, c: number) => number;
  /** Curvature that a comparison is expected to bring before its answer is known: its Fisher information. */
  readonly information: (d: number) => number;
  /** Whether the curvature is positive at d and around it. */
  readonly curved: (d: number, c: number) => boolean;
  /** Whether a comparison bounds the difference on one side only. */
  readonly oneSided: boolean;
};

/** A deviation this near to delta counts as beyond it. */
const EDGE = 1e-9;

/** The derivatives of a loss. @throws {InvalidParameterError} */
export function toPairLoss(loss: Loss): PairLoss {
  if (loss === "bradleyTerry") return LOGISTIC;
  const delta = loss === "squares" ? Infinity : loss.huber;
  if (!(delta > 0)) throw new InvalidParameterError({ parameter: "huber", value: delta, expected: "positive" });
  return huberLoss(delta);
}

/** Huber's loss; with `delta = Infinity` squares. */
export function huberLoss(delta: number): PairLoss {
  return {
    slope: (d, c) => Math.min(Math.max(d - c, -delta), delta),
    curvature: (d, c) => (Math.abs(d - c) > delta ? 0 : 1),
    // A comparison beyond delta says nothing, but which will be is unknown, and the same for every pair.
    information: () => 1,
    curved: (d, c) => Math.abs(d - c) < delta - EDGE,
    oneSided: false,
  };
}

/** Returns `1 / (1 + e^-z)`. */
export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

const LOGISTIC: PairLoss = {
  slope: (d, c) => sigmoid(d) - (1 + Math.sign(c)) / 2,
  curvature: (d) => sigmoid(d) * sigmoid(-d),
  information: (d) => sigmoid(d) * sigmoid(-d),
  curved: () => true,
  oneSided: true,
};
