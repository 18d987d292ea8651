import type { Address } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetPayoutsParameters = ReadOptions & {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Id of the market. */
  readonly market: bigint;
};

/** Payouts, in WAD, summing to exactly 1e18. */
export type GetPayoutsReturnType = readonly bigint[];

export type GetPayoutsErrorType = ThrownBy["getPayouts"] | ReadErrorType;

/**
 * Reads the payouts that were reported.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {MarketsNotResolvedError} when a market is not resolved yet.
 */
export async function getPayouts(client: ReadClient, parameters: GetPayoutsParameters): Promise<GetPayoutsReturnType> {
  const { markets, market, blockNumber } = given(parameters);
  return read(client, {
    address: markets,
    abi: marketsAbi,
    functionName: "getPayouts",
    args: [market],
    ...atBlock(blockNumber),
  });
}
