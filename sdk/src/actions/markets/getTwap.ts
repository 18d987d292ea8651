import type { Address } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { MarketsNoPoolError, MarketsUnknownMarketError } from "../../errors/contracts/markets.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetTwapParameters = ReadOptions & {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Id of the market. */
  readonly market: bigint;
};

/** Prices, in WAD, summing to exactly 1e18. */
export type GetTwapReturnType = readonly bigint[];

export type GetTwapErrorType = MarketsUnknownMarketError | MarketsNoPoolError | ReadErrorType;

/**
 * Reads the time-weighted mean prices of the window, up to now or `closesAt`; before the window the prices now.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {MarketsNoPoolError} when a market has no pool.
 */
export function getTwap(
  client: ReadClient,
  { markets, market, blockNumber }: GetTwapParameters,
): Promise<GetTwapReturnType> {
  return read(client, {
    address: markets,
    abi: marketsAbi,
    functionName: "getTwap",
    args: [market],
    ...atBlock(blockNumber),
  });
}
