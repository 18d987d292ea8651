import { InvalidParameterError } from "../errors/math.ts";
import { openTwap, settleTwap, twapWeights } from "../math/twap.ts";

import type { PriceHistory, PriceSample } from "./points.ts";

/** A stretch of time, in unix seconds. */
export type TwapWindow = { readonly from: bigint; readonly to: bigint };

/**
 * Returns the time-weighted mean prices of any window, as the contract's `getTwap` would for a market with this window,
 * to the last digit. Time before the opening counts at the opening prices.
 * @returns In WAD, summing to exactly 1e18.
 * @throws {InvalidParameterError} when the window is empty, or begins before a history that has not its beginning.
 */
export function twap({ start, points, isWhole }: PriceHistory, { from, to }: TwapWindow): bigint[] {
  if (to <= from) throw new InvalidParameterError({ parameter: "to", value: to, expected: `after ${from}` });
  if (!isWhole && from < start.timestamp) {
    const expected = `${start.timestamp} or later; a history from the opening on knows all before`;
    throw new InvalidParameterError({ parameter: "from", value: from, expected });
  }
  let { pool } = start;
  const all = pool.outcomes.map((_, outcome) => outcome);
  let state = openTwap(all.length, from, to);
  for (const point of points) {
    if (point.timestamp > to) break;
    if (point.change === "recentre") state = settleTwap(state, pool, all, point.timestamp);
    if (point.change === "trade") {
      const traded = point.orders.map(({ outcome }) => outcome);
      state = settleTwap(state, pool, traded, point.timestamp);
    }
    ({ pool } = point);
  }
  return twapWeights(state, pool, to);
}

/**
 * Returns the prices at regular moments, for charts: those of the last trade before each.
 * @param every Seconds between two samples.
 * @param until Time of the last sample at the latest, in unix seconds; by default that of the last change.
 * @throws {InvalidParameterError} when there is no time between samples.
 */
export function samplePrices({ start, points }: PriceHistory, every: bigint, until?: bigint): PriceSample[] {
  if (every <= 0n) throw new InvalidParameterError({ parameter: "every", value: every, expected: "at least 1 second" });
  const end = until ?? points.at(-1)?.timestamp ?? start.timestamp;
  const samples: PriceSample[] = [];
  let next = 0;
  let { prices } = start;
  for (let timestamp = start.timestamp; timestamp <= end; timestamp += every) {
    for (let point = points[next]; point && point.timestamp <= timestamp; point = points[++next]) ({ prices } = point);
    samples.push({ timestamp, prices });
  }
  return samples;
}
