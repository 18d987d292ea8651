import type { Address, Hex } from "viem";

/** What a market is; its id is bound to all of it and to its creator. */
export type MarketParams = {
  /** ERC-20 that a full set stands for; the address of `Markets` if it is an outcome token. */
  readonly asset: Address;
  /** Id of the outcome token that is the asset; `0n` if the asset is an ERC-20. */
  readonly assetId: bigint;
  /** Account that reports the payouts: a `Jury`, for instance. */
  readonly resolver: Address;
  /** Account that may open the pool; the zero address: anyone may. */
  readonly opener: Address;
  /** Number of outcomes, 2 to 256. */
  readonly outcomes: number;
  /** When trading ends, in unix seconds. */
  readonly closesAt: bigint;
  /** Length of the TWAP window that ends at `closesAt`, in seconds, at least 1. */
  readonly twapWindow: bigint;
  /** Fee on turnover, in 1e-8 (0.03% is `30_000n`); at most 10%. */
  readonly feeRate: bigint;
  /** Growth of b for each unit of turnover, in 1e-8; 0: the plain LMSR. */
  readonly alpha: bigint;
  /** What the outcomes stand for, for instance the hash of the ordered list of projects. */
  readonly context: Hex;
};
