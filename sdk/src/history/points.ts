import type { Address, Hash } from "viem";

import type { Order, PoolState } from "../math/lmsr.ts";

/** What changed a pool. Only trades move prices; recentring does by its rounding. */
export type PoolChange = "opening" | "trade" | "join" | "exit" | "addReserve" | "recentre";

/** A pool after a change. */
export type PricePoint = {
  /** What changed it. */
  readonly change: PoolChange;
  /** Number of the block of the change. */
  readonly blockNumber: bigint;
  /** Index of its event in the block. */
  readonly logIndex: number;
  /** Transaction that changed it. */
  readonly transactionHash: Hash;
  /** Time of the block, in unix seconds. */
  readonly timestamp: bigint;
  /** Who traded; `undefined` for other changes. */
  readonly trader: Address | undefined;
  /** What was bought and sold; empty for other changes. */
  readonly orders: readonly Order[];
  /** What the trade cost, in units (negative: paid to the trader); 0 for other changes. */
  readonly total: bigint;
  /** The fee of it, in units. */
  readonly fee: bigint;
  /** Prices after it, in WAD. */
  readonly prices: readonly bigint[];
  /** The pool after it, as the mathematics take it. */
  readonly pool: PoolState;
};

/** A pool at a moment. */
export type PriceStart = {
  /** Time of the block, in unix seconds. */
  readonly timestamp: bigint;
  /** Prices, in WAD. */
  readonly prices: readonly bigint[];
  /** The pool, as the mathematics take it. */
  readonly pool: PoolState;
};

/** Where a pool started, or was found, and all that changed it since, in the order of the chain. */
export type PriceHistory = {
  /** Id of the market. */
  readonly market: bigint;
  /** When trading ends, in unix seconds. */
  readonly closesAt: bigint;
  /** The opening, or the pool at the end of the block before the range. */
  readonly start: PriceStart;
  /** Whether `start` is the opening: before it, prices are those of the opening. */
  readonly isWhole: boolean;
  /** The pool after every change since, in the order of the chain. */
  readonly points: readonly PricePoint[];
};

/** Prices at a moment. */
export type PriceSample = {
  /** Unix seconds. */
  readonly timestamp: bigint;
  /** In WAD. */
  readonly prices: readonly bigint[];
};
