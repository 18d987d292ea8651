import { encodeEventTopics, pad, parseEventLogs, type Address, type Hex } from "viem";

import { openingAuctionAbi } from "../../abi/openingAuction.ts";
import type { Bid } from "../../auction/bids.ts";
import { unpackWeights } from "../../auction/commitment.ts";
import { given } from "../../chain/given.ts";
import { readLogs, toBlockRange, type LogRange } from "../../chain/logRange.ts";
import type { ReadErrorType } from "../../chain/read.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { ReadClient } from "../../types/client.ts";
import { formatId } from "../../utils/format.ts";

export type GetRevealedBidsParameters = LogRange & {
  /** Address of the `OpeningAuction` contract. */
  readonly auction: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Only the bid of this account. */
  readonly bidder?: Address | undefined;
  /** Block to search from: one before reveals began. By default the first. */
  readonly fromBlock?: bigint | undefined;
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

export type GetRevealedBidsErrorType = ThrownBy["getRevealedBids"] | ReadErrorType;

/**
 * Reads the revealed bids of a market out of its events: with the sponsor's, all that `addBid` and `openingPrices` need
 * to check the opening prices.
 * @throws {InvalidParameterError} when the blocks to search are none.
 * @throws {RpcUnreachableError} when the RPC does not answer.
 */
export async function getRevealedBids(
  client: ReadClient,
  parameters: GetRevealedBidsParameters,
): Promise<GetRevealedBidsReturnType> {
  const { auction, market } = given(parameters);
  const { bidder } = parameters;
  const range = await toBlockRange(client, parameters);
  const [revealed] = encodeEventTopics({ abi: openingAuctionAbi, eventName: "BidRevealed" }) as [Hex];
  const topics = [revealed, formatId(market), ...(bidder === undefined ? [] : [pad(bidder)])];
  const logs = await readLogs(client, [{ address: auction, topics }], range);
  return parseEventLogs({ abi: openingAuctionAbi, eventName: "BidRevealed", logs }).map(({ args }) => ({
    bidder: args.bidder,
    budget: args.budget,
    size: args.size,
    weights: unpackWeights(args.weights),
  }));
}
