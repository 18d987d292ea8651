import type { Address } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetTwapParameters = ReadOptions & {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Id of the market. */
  readonly market: bigint;
};

/** Prices, in WAD, summing to exactly 1e18. */
export type GetTwapReturnType = readonly bigint[];

export type GetTwapErrorType = ThrownBy["getTwap"] | ReadErrorType;

/**
 * Reads the time-weighted mean prices of the window, up to now or `closesAt`; before the window the prices now.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {MarketsNoPoolError} when a market has no pool.
 */
export async function getTwap(client: ReadClient, parameters: GetTwapParameters): Promise<GetTwapReturnType> {
  const { markets, market, blockNumber } = given(parameters);
  return read(client, {
    address: markets,
    abi: marketsAbi,
    functionName: "getTwap",
    args: [market],
    ...atBlock(blockNumber),
  });
}
