import { readAuctionVector, type AuctionVectorParameters } from "../../chain/auctionVector.ts";
import type { ReadErrorType } from "../../chain/read.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetAuctionMoneyParameters = AuctionVectorParameters;

/** M_j, the sponsor's bid included, in units, for each outcome. */
export type GetAuctionMoneyReturnType = readonly bigint[];

export type GetAuctionMoneyErrorType = ThrownBy["getAuctionMoney"] | ReadErrorType;

/**
 * Reads the money of all bids revealed so far on each outcome.
 * @throws {OpeningAuctionWrongPhaseError} when there is no auction.
 */
export async function getAuctionMoney(
  client: ReadClient,
  parameters: GetAuctionMoneyParameters,
): Promise<GetAuctionMoneyReturnType> {
  return readAuctionVector(client, "moneyOf", parameters);
}
