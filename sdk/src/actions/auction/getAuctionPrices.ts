import type { Address } from "viem";

import { openingAuctionAbi } from "../../abi/openingAuction.ts";
import type { OpeningAuctionWrongPhaseError } from "../../errors/contracts/openingAuction.ts";
import type { ReadClient } from "../../internal/client.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../internal/read.ts";

export type GetAuctionPricesParameters = ReadOptions & {
  /** Address of the `OpeningAuction` contract. */
  readonly auction: Address;
  /** Id of the market. */
  readonly market: bigint;
};

/** In WAD, summing to exactly 1e18. */
export type GetAuctionPricesReturnType = readonly bigint[];

export type GetAuctionPricesErrorType = OpeningAuctionWrongPhaseError | ReadErrorType;

/**
 * Reads the prices at which the pool would open with the bids revealed so far, or opened.
 * @throws {OpeningAuctionWrongPhaseError} when there is no auction.
 */
export function getAuctionPrices(
  client: ReadClient,
  { auction, market, blockNumber }: GetAuctionPricesParameters,
): Promise<GetAuctionPricesReturnType> {
  return read(client, {
    address: auction,
    abi: openingAuctionAbi,
    functionName: "pricesOf",
    args: [market],
    ...atBlock(blockNumber),
  });
}
