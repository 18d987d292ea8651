import { zeroAddress, type Address, type ReadContractReturnType } from "viem";

import { lensAbi } from "../../abi/lens.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import { prices, type PoolState } from "../../math/lmsr.ts";
import type { TwapState } from "../../math/twap.ts";
import type { ReadClient } from "../../types/client.ts";
import type { Holdings } from "../../types/holdings.ts";

export type GetSnapshotParameters = ReadOptions & {
  /** Address of the `Lens` contract. */
  readonly lens: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Whose balances to read; by default the client's account, or nobody. */
  readonly account?: Address | undefined;
};

/** A market's pool, and what follows from it. */
export type PoolSnapshot = {
  /** All that `quote`, `planTrades`, `quoteJoin`, … need; no RPC from here on. */
  readonly pool: PoolState;
  /** Prices now, in WAD. */
  readonly prices: readonly bigint[];
  /** Prices at which the pool was opened, in WAD. */
  readonly openingPrices: readonly bigint[];
  /** Time-weighted prices of the window so far, in WAD, summing to 1e18; before the window the prices now. */
  readonly twap: readonly bigint[];
  /** What `twapWeights` computes them from at any later time. */
  readonly twapState: TwapState;
  /** LP shares, those locked for ever included. */
  readonly totalShares: bigint;
  /** Last block with a trade; 0: none. The first trade of a block releases extra reserve: `releaseReserve`. */
  readonly tradedBlock: bigint;
};

/** What an account has of a market, in units. */
export type AccountSnapshot = {
  /** Whose balances these are; the zero address: nobody was asked for. */
  readonly account: Address;
  /** LONG and SHORT of each outcome; in a binary market a SHORT is the LONG of the other outcome. */
  readonly holdings: Holdings;
  /** Its LP shares. */
  readonly shares: bigint;
  /** Its founding shares, which are locked until trading ends. */
  readonly foundingShares: bigint;
  /** Balance of the market's asset, in units. */
  readonly assets: bigint;
  /** What `Markets` may take of an ERC-20 asset, in units; of an outcome token all. */
  readonly allowance: bigint;
};

/** A whole market, and what an account has of it. */
export type Snapshot = AccountSnapshot & {
  /** Id of the market. */
  readonly market: bigint;
  /** What a full set stands for: an ERC-20, or `Markets` itself if it is an outcome token. */
  readonly asset: Address;
  /** Id of the outcome token that is the asset; 0 if it is an ERC-20. */
  readonly assetId: bigint;
  /** The ERC-20 at the bottom of the nesting. */
  readonly baseAsset: Address;
  /** Decimals of the base asset and of every token over it. */
  readonly decimals: number;
  /** Account that reports the payouts. */
  readonly resolver: Address;
  /** How many outcomes there are. */
  readonly outcomes: number;
  /** When trading ends, in unix seconds. */
  readonly closesAt: bigint;
  /** In seconds. */
  readonly twapWindow: bigint;
  /** Fee on turnover, in 1e-8. */
  readonly feeRate: bigint;
  /** Growth of b for each unit of turnover, in 1e-8. */
  readonly alpha: bigint;
  /** Assets that the market holds, in units. */
  readonly pot: bigint;
  /** The pool; `undefined` if none was opened. */
  readonly pool: PoolSnapshot | undefined;
  /** Payouts, in WAD; `undefined` before resolution. */
  readonly payouts: readonly bigint[] | undefined;
};

export type GetSnapshotReturnType = Snapshot;

export type GetSnapshotErrorType = ThrownBy["getSnapshot"] | ReadErrorType;

/**
 * Reads a whole market, and what an account has of it, in one call.
 * @throws {LensUnknownMarketError} when there is no such market.
 */
export async function getSnapshot(
  client: ReadClient,
  parameters: GetSnapshotParameters,
): Promise<GetSnapshotReturnType> {
  const { lens, market, account = client.account?.address ?? zeroAddress, blockNumber } = given(parameters, "account");
  const raw = await read(client, {
    address: lens,
    abi: lensAbi,
    functionName: "getSnapshot",
    args: [market, account],
    ...atBlock(blockNumber),
  });
  return toSnapshot(market, account, raw);
}

type RawSnapshot = ReadContractReturnType<typeof lensAbi, "getSnapshot">;

function toSnapshot(market: bigint, account: Address, raw: RawSnapshot): Snapshot {
  const { asset, assetId, resolver, outcomes, pot, pooled, resolved } = raw.market;
  return {
    market,
    account,
    asset,
    assetId,
    baseAsset: raw.baseAsset,
    decimals: raw.decimals,
    resolver,
    outcomes,
    closesAt: BigInt(raw.market.closesAt),
    twapWindow: BigInt(raw.market.twapWindow),
    feeRate: BigInt(raw.market.feeRate),
    alpha: BigInt(raw.market.alpha),
    pot,
    pool: pooled ? toPoolSnapshot(raw) : undefined,
    payouts: resolved ? raw.payouts : undefined,
    holdings: { long: raw.longs, short: raw.shorts },
    shares: raw.shares,
    foundingShares: raw.foundingShares,
    assets: raw.assets,
    allowance: raw.allowance,
  };
}

function toPoolSnapshot(raw: RawSnapshot): PoolSnapshot {
  const pool = toPoolState(raw);
  const { totalShares, tradedBlock } = raw.pool;
  return {
    pool,
    prices: prices(pool),
    openingPrices: raw.outcomes.map(({ openingPrice }) => openingPrice),
    twap: raw.twap,
    twapState: toTwapState(raw),
    totalShares,
    tradedBlock,
  };
}

function toPoolState({ market, pool, outcomes }: RawSnapshot): PoolState {
  const { b, sum, cash, reserve, minLogWeight, extraReserve, releasedAt } = pool;
  return {
    b,
    feeRate: BigInt(market.feeRate),
    alpha: BigInt(market.alpha),
    sum,
    cash,
    reserve,
    minLogWeight,
    extraReserve,
    releasedAt: BigInt(releasedAt),
    outcomes: outcomes.map(({ touched, logWeight, weight, sold }) => ({ touched, logWeight, weight, sold })),
  };
}

function toTwapState({ market, pool, outcomes }: RawSnapshot): TwapState {
  return {
    startsAt: BigInt(market.closesAt - market.twapWindow),
    closesAt: BigInt(market.closesAt),
    updatedAt: BigInt(pool.twapUpdatedAt),
    integral: pool.twapIntegral,
    outcomes: outcomes.map(({ twapArea, twapIntegral }) => ({ area: twapArea, integral: twapIntegral })),
  };
}
