import { readAuctionVector, type AuctionVectorParameters } from "../../chain/auctionVector.ts";
import type { ReadErrorType } from "../../chain/read.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetAuctionPricesParameters = AuctionVectorParameters;

/** In WAD, summing to exactly 1e18. */
export type GetAuctionPricesReturnType = readonly bigint[];

export type GetAuctionPricesErrorType = ThrownBy["getAuctionPrices"] | ReadErrorType;

/**
 * Reads the prices at which the pool would open with the bids revealed so far, or opened.
 * @throws {OpeningAuctionWrongPhaseError} when there is no auction.
 */
export async function getAuctionPrices(
  client: ReadClient,
  parameters: GetAuctionPricesParameters,
): Promise<GetAuctionPricesReturnType> {
  return readAuctionVector(client, "pricesOf", parameters);
}
