import { LengthMismatchError } from "../errors/math.ts";
import { inventories, releaseReserve, sharesAfterRelease, type PoolState } from "../math/lmsr.ts";
import { max } from "../math/rounding.ts";
import { WAD } from "../utils/wad.ts";

import { countedOnce, marksOf, type PositionState } from "./state.ts";

/**
 * Returns what a position is worth at payouts, as `redeem` of all of it would pay: `sum w_j LONG_j + sum (1 - w_j)
 * SHORT_j`, rounded down once, and of `sum w_j inventory_j` the part of its shares (DESIGN 3 and 4).
 * @param payouts Payouts, prices or weights, in WAD, one for each outcome.
 * @returns Units of the market's asset, without the founding shares that extra reserve will still bring. Of a market whose shares somebody has redeemed, only the tokens are exact.
 * @throws {LengthMismatchError} when there is not one payout for each outcome.
 */
export function valueAt(position: PositionState, payouts: readonly bigint[]): bigint {
  const { outcomes } = position;
  if (payouts.length !== outcomes) {
    throw new LengthMismatchError({ what: "Payouts", expected: outcomes, actual: payouts.length });
  }
  const { long, short } = countedOnce(position.holdings);
  const tokens = payouts.reduce(
    (sum, payout, j) => sum + (long[j] ?? 0n) * payout + (short[j] ?? 0n) * (WAD - payout),
    0n,
  );
  return tokens / WAD + sharesAt(position, payouts);
}

/**
 * Returns what a position is worth at the market's prices; after resolution at its payouts; without a pool as if every
 * outcome were as good as any other.
 * @returns Units of the market's asset, rounded down. Selling moves prices: {@link planSale} says what it would bring.
 */
export function markValue(position: PositionState): bigint {
  return valueAt(position, marksOf(position));
}

/** Resolution releases what is left of extra reserve; what it mints the founder is not in the founder's position yet. */
function sharesAt(position: PositionState, payouts: readonly bigint[]): bigint {
  const { closesAt, shares, foundingShares } = position;
  const owned = shares + foundingShares;
  if (position.pool === undefined || owned === 0n) return 0n;
  const { pool, totalShares } = position.pool;
  if (position.payouts !== undefined) return partOf(pool, payouts, owned, totalShares);
  const released = releaseReserve(pool, max(closesAt, pool.releasedAt), closesAt);
  return partOf(released, payouts, owned, sharesAfterRelease(pool, released, totalShares));
}

function partOf(pool: PoolState, payouts: readonly bigint[], owned: bigint, totalShares: bigint): bigint {
  const stock = inventories(pool);
  const value = payouts.reduce((sum, payout, j) => sum + payout * (stock[j] ?? 0n), 0n) / WAD;
  return (value * owned) / totalShares;
}
