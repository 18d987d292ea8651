import { LengthMismatchError } from "../errors/math.ts";
import { WAD } from "../utils/wad.ts";

import type { PoolState } from "./lmsr.ts";
import { floorWeights } from "./weights.ts";

/** Time-weighted price of one outcome, as far as it is settled. */
export type TwapOutcome = {
  /** Price integrated over time, in seconds scaled by 2^64. */
  readonly area: bigint;
  /** G when it was settled, in seconds scaled by 2^128. */
  readonly integral: bigint;
};

/** The TWAP of a pool over the window before it closes. */
export type TwapState = {
  /** Start of the window, in unix seconds. */
  readonly startsAt: bigint;
  /** End of the window, in unix seconds. */
  readonly closesAt: bigint;
  /** Until when G was integrated, in unix seconds; 0: nothing yet. */
  readonly updatedAt: bigint;
  /** G, the integral of 1/S over time in seconds, scaled by 2^128. */
  readonly integral: bigint;
  /** The areas of each outcome. */
  readonly outcomes: readonly TwapOutcome[];
};

/**
 * Returns a TWAP that has seen nothing. A pool that is opened inside the window needs nothing more: S is the same
 * from the window's start on, so the time before the opening counts at the opening prices.
 */
export function openTwap(outcomes: number, startsAt: bigint, closesAt: bigint): TwapState {
  const nothing = { area: 0n, integral: 0n };
  return { startsAt, closesAt, updatedAt: 0n, integral: 0n, outcomes: Array.from({ length: outcomes }, () => nothing) };
}

/**
 * Brings G up to `now`, as every trade does before it changes S: `G += dt 2^128 / S`, floored (DESIGN 4).
 * @param sum S since the last update, in WAD.
 * @param now Unix seconds; what is outside the window does not count.
 */
export function integrateTwap(twap: TwapState, sum: bigint, now: bigint): TwapState {
  const end = now < twap.closesAt ? now : twap.closesAt;
  const start = twap.updatedAt > twap.startsAt ? twap.updatedAt : twap.startsAt;
  if (end <= start) return twap;
  return { ...twap, updatedAt: end, integral: twap.integral + (((end - start) << 128n) * WAD) / sum };
}

/**
 * Settles the outcomes that a trade names, with their weights before it: `A_j += e^l_j (G - G_j)`, floored (DESIGN 4).
 * @param pool The pool before the trade.
 * @param traded Outcomes of the trade, from 0.
 * @param now Time of the trade, in unix seconds.
 */
export function settleTwap(twap: TwapState, pool: PoolState, traded: readonly number[], now: bigint): TwapState {
  const current = integrateTwap(twap, pool.sum, now);
  const named = new Set(traded);
  const outcomes = current.outcomes.map((outcome, i) =>
    named.has(i) ? settle(outcome, pool.outcomes[i]?.weight ?? 0n, current.integral) : outcome,
  );
  return { ...current, outcomes };
}

/**
 * Returns the time-weighted mean prices of the window up to `now`, in WAD, summing to exactly 1e18; before the window
 * the prices now.
 * @param pool The pool since its last trade.
 * @param now Unix seconds.
 * @throws {LengthMismatchError} when pool and TWAP are not of one market.
 */
export function twapWeights(twap: TwapState, pool: PoolState, now: bigint): bigint[] {
  if (pool.outcomes.length !== twap.outcomes.length) {
    throw new LengthMismatchError({ what: "Outcomes", expected: twap.outcomes.length, actual: pool.outcomes.length });
  }
  if (now <= twap.startsAt) return floorWeights(pool.outcomes.map(({ weight }) => weight));
  const { outcomes, integral } = integrateTwap(twap, pool.sum, now);
  return floorWeights(outcomes.map((outcome, i) => settle(outcome, pool.outcomes[i]?.weight ?? 0n, integral).area));
}

function settle(outcome: TwapOutcome, weight: bigint, integral: bigint): TwapOutcome {
  const added = (weight * (integral - outcome.integral)) / (WAD << 64n);
  return { area: outcome.area + added, integral };
}
