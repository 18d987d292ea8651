import type { Hex } from "viem";

import type { RoundKind } from "../types/round.ts";

/**
 * Where a market of a round stands:
 * - `notOpened`: nobody has created it yet (`openSeeds`, `openSelection`, `openNode`);
 * - `opening`: it is there, and its pool not yet: bids are collected, or nobody has cleared them;
 * - `trading`: until `closesAt`; a selection market has no pool, its tokens are split and merged;
 * - `closed`: trading has ended, the jury has not posted;
 * - `posted`: the jury has, and it is not final;
 * - `resolved`: its tokens can be redeemed.
 */
export type RoundMarketStatus = "notOpened" | "opening" | "trading" | "closed" | "posted" | "resolved";

/** A market of a round, opened or not. */
export type RoundMarket = {
  /** Id of the market; 0: not opened. */
  readonly market: bigint;
  /** What it is about: the weights of seeds, their originality, or their children. */
  readonly kind: RoundKind;
  /** Whether it only says which seeds are evaluated; its tokens are the assets of the seeds' markets. */
  readonly isSelection: boolean;
  /** Index of the seed that it asks about; `undefined`: all of them. */
  readonly index: number | undefined;
  /** Node whose children or originality it asks about: the seed, or the target. */
  readonly node: Hex;
  /** What its outcomes stand for, in their order; of originality nothing: they are UP and DOWN. */
  readonly outcomes: readonly Hex[];
  /** Where it stands. */
  readonly status: RoundMarketStatus;
};
