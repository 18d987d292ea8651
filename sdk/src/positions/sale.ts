import { quoteExit } from "../math/liquidity.ts";
import {
  MAX_LOG,
  MIN_LOG,
  quote,
  releaseReserve,
  sharesAfterRelease,
  type Order,
  type PoolState,
} from "../math/lmsr.ts";
import { min } from "../math/rounding.ts";
import { convertHoldings, withoutPairs } from "../strategy/holdings.ts";
import type { Holdings } from "../types/holdings.ts";
import { WAD } from "../utils/wad.ts";

import { countedOnce, type PositionState } from "./state.ts";

/** How to turn a position into the market's asset now: these steps, in this order. */
export type Sale = {
  /** LP shares to `exit` with. */
  readonly shares: bigint;
  /** Founding shares to `exit` with; they are locked until trading ends. */
  readonly foundingShares: bigint;
  /** LONG and SHORT of each outcome to `mergePair`, in units. */
  readonly pairs: readonly bigint[];
  /** SHORT of each outcome to `convert` into LONGs of the others, in units. */
  readonly converts: readonly bigint[];
  /** Full sets to `merge`, in units. */
  readonly sets: bigint;
  /** What to `trade`; empty if there is nothing left, or nobody to sell to. */
  readonly orders: readonly Order[];
  /** What all of it brings, in units of the market's asset. */
  readonly total: bigint;
  /** What cannot be sold: all that is no pair or set, once trading has ended. */
  readonly left: Holdings;
};

/**
 * Returns how to sell a position now for the most, and what that brings, to the unit: liquidity is taken out, LONG and
 * SHORT of an outcome and full sets are merged, for they pay 1 without fee, and the rest is sold to the pool in one
 * trade. SHORTs are sold as they are or converted first, whichever brings more. Nothing, if the market is resolved:
 * {@link valueAt} its payouts is then what `redeem` pays.
 * @param now Time of the block in which it would be done, in unix seconds.
 */
export function planSale(position: PositionState, now: bigint): Sale {
  const none = position.holdings.long.map(() => 0n);
  const nothing = { shares: 0n, foundingShares: 0n, pairs: none, converts: none, sets: 0n, orders: [], total: 0n };
  if (position.payouts !== undefined) return { ...nothing, left: position.holdings };
  const exited = exit(position, now);
  const { holdings } = exited;
  const pool = now < position.closesAt ? exited.pool : undefined;
  const pairs = holdings.long.map((amount, j) => min(amount, holdings.short[j] ?? 0n));
  const rest = withoutPairs(holdings);
  const direct = sellRest(rest, pool);
  const converted = sellRest(convertHoldings(rest), pool);
  const sale = converted.total > direct.total ? { ...converted, converts: rest.short } : { ...direct, converts: none };
  const { shares, foundingShares } = exited;
  return { shares, foundingShares, pairs, ...sale, total: exited.assets + sum(pairs) + sale.total };
}

/** Returns what {@link planSale} brings, in units of the market's asset. */
export function saleValue(position: PositionState, now: bigint): bigint {
  return planSale(position, now).total;
}

type Exited = {
  readonly pool: PoolState | undefined;
  readonly holdings: Holdings;
  readonly assets: bigint;
  readonly shares: bigint;
  readonly foundingShares: bigint;
};

/** Takes liquidity out: the part of the LP shares, then that of the founding shares if they are free. */
function exit(position: PositionState, now: bigint): Exited {
  const { shares, closesAt } = position;
  const foundingShares = now < closesAt ? 0n : position.foundingShares;
  let holdings = countedOnce(position.holdings);
  if (position.pool === undefined) return { pool: undefined, holdings, assets: 0n, shares: 0n, foundingShares: 0n };
  let pool = releaseReserve(position.pool.pool, now, closesAt);
  let totalShares = sharesAfterRelease(position.pool.pool, pool, position.pool.totalShares);
  let assets = 0n;
  for (const burnt of [shares, foundingShares]) {
    if (burnt === 0n) continue;
    const { after, received, assets: paid } = quoteExit(pool, burnt, totalShares);
    holdings = { ...holdings, long: holdings.long.map((amount, j) => amount + (received[j] ?? 0n)) };
    totalShares -= burnt;
    assets += paid;
    pool = after;
  }
  return { pool, holdings, assets, shares, foundingShares };
}

/** Merges full sets and sells what is left; no outcome has both LONG and SHORT. */
function sellRest(holdings: Holdings, pool: PoolState | undefined): Pick<Sale, "sets" | "orders" | "total" | "left"> {
  const sets = holdings.long.reduce(min);
  const rest = { ...holdings, long: holdings.long.map((amount) => amount - sets) };
  const merged = { sets, orders: [], total: sets, left: rest };
  if (pool === undefined) return merged;
  const orders = ordersOf(rest, pool);
  if (orders.length === 0) return merged;
  const { total } = quote(pool, orders);
  if (total >= 0n) return merged; // so little that rounding takes it
  return { sets, orders, total: sets - total, left: without(rest, orders) };
}

/** Sells everything, but for what would take a price to where the pool has no more: it is worth nothing. */
function ordersOf({ long, short }: Holdings, { outcomes, b }: PoolState): Order[] {
  return outcomes.flatMap(({ logWeight }, outcome): Order[] => {
    const longs = min(long[outcome] ?? 0n, ((logWeight - MIN_LOG) * b) / WAD);
    const shorts = min(short[outcome] ?? 0n, ((MAX_LOG - logWeight) * b) / WAD);
    if (longs > 0n) return [{ outcome, short: false, amount: -longs }];
    return shorts > 0n ? [{ outcome, short: true, amount: -shorts }] : [];
  });
}

function without({ long, short }: Holdings, orders: readonly Order[]): Holdings {
  const sold = (outcome: number, isShort: boolean) =>
    orders.find((order) => order.outcome === outcome && order.short === isShort)?.amount ?? 0n;
  return {
    long: long.map((amount, j) => amount + sold(j, false)),
    short: short.map((amount, j) => amount + sold(j, true)),
  };
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
