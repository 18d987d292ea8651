import type { Address } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { MarketsNotResolvedError, MarketsUnknownMarketError } from "../../errors/contracts/markets.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetPayoutsParameters = ReadOptions & {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Id of the market. */
  readonly market: bigint;
};

/** Payouts, in WAD, summing to exactly 1e18. */
export type GetPayoutsReturnType = readonly bigint[];

export type GetPayoutsErrorType = MarketsUnknownMarketError | MarketsNotResolvedError | ReadErrorType;

/**
 * Reads the payouts that were reported.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {MarketsNotResolvedError} when a market is not resolved yet.
 */
export function getPayouts(
  client: ReadClient,
  { markets, market, blockNumber }: GetPayoutsParameters,
): Promise<GetPayoutsReturnType> {
  return read(client, {
    address: markets,
    abi: marketsAbi,
    functionName: "getPayouts",
    args: [market],
    ...atBlock(blockNumber),
  });
}
