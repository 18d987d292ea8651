import type { Address, GetContractEventsErrorType } from "viem";
import { getContractEvents } from "viem/actions";

import { openingAuctionAbi } from "../../abi/openingAuction.ts";
import type { Bid } from "../../auction/bids.ts";
import { unpackWeights } from "../../auction/commitment.ts";
import { toSdkError } from "../../errors/contract.ts";
import type { RpcUnreachableError } from "../../errors/rpc.ts";
import type { ReadClient } from "../../internal/client.ts";

export type GetRevealedBidsParameters = {
  /** Address of the `OpeningAuction` contract. */
  readonly auction: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Only the bid of this account. */
  readonly bidder?: Address | undefined;
  /** Block to search from: one before reveals began. By default the first. */
  readonly fromBlock?: bigint | undefined;
  /** Block to search to; by default the latest. */
  readonly toBlock?: bigint | undefined;
};

/** A bid that was revealed. */
export type RevealedBid = Bid & {
  /** Account whose bid it is. */
  readonly bidder: Address;
  /** B', in units: what of the budget is used. */
  readonly size: bigint;
};

/** In the order in which they were revealed, which makes no difference. */
export type GetRevealedBidsReturnType = readonly RevealedBid[];

export type GetRevealedBidsErrorType = RpcUnreachableError | GetContractEventsErrorType;

/**
 * Reads the revealed bids of a market out of its events: with the sponsor's, all that `addBid` and `openingPrices` need
 * to check the opening prices.
 * @throws {RpcUnreachableError} when the RPC does not answer.
 */
export async function getRevealedBids(
  client: ReadClient,
  { auction, market, bidder, fromBlock = 0n, toBlock }: GetRevealedBidsParameters,
): Promise<GetRevealedBidsReturnType> {
  const events = await getContractEvents(client, {
    address: auction,
    abi: openingAuctionAbi,
    eventName: "BidRevealed",
    args: bidder === undefined ? { market } : { market, bidder },
    fromBlock,
    ...(toBlock === undefined ? {} : { toBlock }),
    strict: true,
  }).catch((error: unknown) => {
    throw toSdkError(error);
  });
  return events.map(({ args }) => ({
    bidder: args.bidder,
    budget: args.budget,
    size: args.size,
    weights: unpackWeights(args.weights),
  }));
}
