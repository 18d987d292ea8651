import type { Address } from "viem";

import { openingAuctionAbi } from "../../abi/openingAuction.ts";
import type { AuctionView } from "../../auction/views.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import { AUCTION_PHASES } from "../../types/auctionPhase.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetAuctionParameters = ReadOptions & {
  /** Address of the `OpeningAuction` contract. */
  readonly auction: Address;
  /** Id of the market. */
  readonly market: bigint;
};

export type GetAuctionReturnType = AuctionView;

export type GetAuctionErrorType = ReadErrorType;

/** Reads where an auction stands, and its money. With `getBid` it is what `bidReminder` takes. */
export async function getAuction(client: ReadClient, parameters: GetAuctionParameters): Promise<GetAuctionReturnType> {
  const { auction, market, blockNumber } = given(parameters);
  const view = await read(client, {
    address: auction,
    abi: openingAuctionAbi,
    functionName: "getAuction",
    args: [market],
    ...atBlock(blockNumber),
  });
  return {
    ...view,
    phase: AUCTION_PHASES[view.phase] ?? "none",
    revealsAt: BigInt(view.revealsAt),
    opensAt: BigInt(view.opensAt),
    closesAt: BigInt(view.closesAt),
  };
}
