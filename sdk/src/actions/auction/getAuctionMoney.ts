import type { Address } from "viem";

import { openingAuctionAbi } from "../../abi/openingAuction.ts";
import type { OpeningAuctionWrongPhaseError } from "../../errors/contracts/openingAuction.ts";
import type { ReadClient } from "../../internal/client.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../internal/read.ts";

export type GetAuctionMoneyParameters = ReadOptions & {
  /** Address of the `OpeningAuction` contract. */
  readonly auction: Address;
  /** Id of the market. */
  readonly market: bigint;
};

/** M_j, the sponsor's bid included, in units, for each outcome. */
export type GetAuctionMoneyReturnType = readonly bigint[];

export type GetAuctionMoneyErrorType = OpeningAuctionWrongPhaseError | ReadErrorType;

/**
 * Reads the money of all bids revealed so far on each outcome.
 * @throws {OpeningAuctionWrongPhaseError} when there is no auction.
 */
export function getAuctionMoney(
  client: ReadClient,
  { auction, market, blockNumber }: GetAuctionMoneyParameters,
): Promise<GetAuctionMoneyReturnType> {
  return read(client, {
    address: auction,
    abi: openingAuctionAbi,
    functionName: "moneyOf",
    args: [market],
    ...atBlock(blockNumber),
  });
}
