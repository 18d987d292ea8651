import type { PoolState } from "../math/lmsr.ts";
import { prices } from "../math/lmsr.ts";
import { floorWeights } from "../math/weights.ts";
import type { Holdings } from "../types/holdings.ts";

/** A market and what an account has of it, in units of its asset: a `Snapshot` is one. */
export type PositionState = {
  /** How many outcomes there are. */
  readonly outcomes: number;
  /** When trading ends, in unix seconds. */
  readonly closesAt: bigint;
  readonly holdings: Holdings;
  readonly shares: bigint;
  readonly foundingShares: bigint;
  /** The pool; `undefined` if there is none. */
  readonly pool: { readonly pool: PoolState; readonly totalShares: bigint } | undefined;
  /** Payouts, in WAD; `undefined` before resolution. */
  readonly payouts: readonly bigint[] | undefined;
};

/** Whether there is anything. */
export function isEmpty({ holdings, shares, foundingShares }: PositionState): boolean {
  const { long, short } = holdings;
  return [...long, ...short, shares, foundingShares].every((amount) => amount === 0n);
}

/** Returns holdings without what a binary market's SHORTs count twice: they are the LONGs of the other outcome. */
export function countedOnce({ long, short }: Holdings): Holdings {
  return long.length === 2 ? { long, short: [0n, 0n] } : { long, short };
}

/**
 * Returns what to mark a position at, in WAD: payouts if the market is resolved, else the prices of its pool. A market
 * without pool has no prices: every outcome counts the same.
 */
export function marksOf({ payouts, pool, outcomes }: PositionState): readonly bigint[] {
  if (payouts !== undefined) return payouts;
  if (pool !== undefined) return prices(pool.pool);
  return floorWeights(Array.from({ length: outcomes }, () => 1n));
}
