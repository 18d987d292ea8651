import { InvalidParameterError } from "../errors/math.ts";

import { type PoolState, inventories } from "./lmsr.ts";
import { max, min, mulDiv } from "./rounding.ts";

/** What joining or leaving a pool exchanges. */
export type LiquidityQuote = {
  /** Assets paid by the provider (`join`) or to it (`exit`), in units. */
  readonly assets: bigint;
  /** LONG of each outcome that the provider receives, in units. */
  readonly received: readonly bigint[];
  /** The pool afterwards. */
  readonly after: PoolState;
};

/**
 * Returns what adding liquidity costs. With f = shares / totalShares, b, reserve and every inventory grow by f: the
 * provider pays `f max inventory` and gets `f (max - inventory_j)` of every LONG_j back; no price moves (DESIGN 4).
 * Extra reserve that is not released yet stays out of it. Pass `assets` and `received` to `join` as its bounds.
 * @param shares LP shares to mint.
 * @param totalShares LP shares before, those locked for ever included.
 * @throws {InvalidParameterError} when a number of shares is not positive.
 */
export function quoteJoin(pool: PoolState, shares: bigint, totalShares: bigint): LiquidityQuote {
  checkShares(shares, totalShares, undefined);
  const stock = inventories(pool);
  const most = stock.reduce(max);
  const assets = mulDiv(most - pool.extraReserve, shares, totalShares, "Up");
  const received = stock.map((inventory) => mulDiv(most - inventory, shares, totalShares, "Down"));
  const after = {
    ...exchange(pool, assets, received),
    b: pool.b + mulDiv(pool.b, shares, totalShares, "Down"),
    reserve: pool.reserve + mulDiv(pool.reserve - pool.extraReserve, shares, totalShares, "Down"),
  };
  return { assets, received, after };
}

/**
 * Returns what removing liquidity pays: `f min inventory` of the asset and `f (inventory_j - min)` of every LONG_j,
 * rounded down; no price moves (DESIGN 4).
 * @param shares LP shares to burn.
 * @param totalShares LP shares before, those locked for ever included.
 * @throws {InvalidParameterError} when a number of shares is not positive, or `shares` exceeds `totalShares`.
 */
export function quoteExit(pool: PoolState, shares: bigint, totalShares: bigint): LiquidityQuote {
  checkShares(shares, totalShares, totalShares);
  const stock = inventories(pool);
  const least = stock.reduce(min);
  const assets = mulDiv(least - pool.extraReserve, shares, totalShares, "Down");
  const received = stock.map((inventory) => mulDiv(inventory - least, shares, totalShares, "Down"));
  const after = {
    ...exchange(pool, -assets, received),
    b: pool.b - mulDiv(pool.b, shares, totalShares, "Up"),
    reserve: pool.reserve - mulDiv(pool.reserve - pool.extraReserve, shares, totalShares, "Up"),
  };
  return { assets, received, after };
}

function exchange(pool: PoolState, assets: bigint, received: readonly bigint[]): PoolState {
  const outcomes = pool.outcomes.map((outcome, i) => ({ ...outcome, sold: outcome.sold + (received[i] ?? 0n) }));
  return { ...pool, cash: pool.cash + assets, outcomes };
}

function checkShares(shares: bigint, totalShares: bigint, most: bigint | undefined): void {
  if (totalShares <= 0n) {
    throw new InvalidParameterError({ parameter: "totalShares", value: totalShares, expected: "positive" });
  }
  if (shares <= 0n || (most !== undefined && shares > most)) {
    const expected = most === undefined ? "positive" : `between 1 and ${most}`;
    throw new InvalidParameterError({ parameter: "shares", value: shares, expected });
  }
}
