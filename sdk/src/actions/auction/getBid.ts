import type { Address } from "viem";

import { openingAuctionAbi } from "../../abi/openingAuction.ts";
import type { BidView } from "../../auction/views.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetBidParameters = ReadOptions & {
  /** Address of the `OpeningAuction` contract. */
  readonly auction: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Account that committed. */
  readonly bidder: Address;
};

export type GetBidReturnType = BidView;

export type GetBidErrorType = ReadErrorType;

/** Reads the bid of an account; all zero if there is none, or it was claimed or withdrawn. */
export async function getBid(client: ReadClient, parameters: GetBidParameters): Promise<GetBidReturnType> {
  const { auction, market, bidder, blockNumber } = given(parameters);
  return read(client, {
    address: auction,
    abi: openingAuctionAbi,
    functionName: "getBid",
    args: [market, bidder],
    ...atBlock(blockNumber),
  });
}
