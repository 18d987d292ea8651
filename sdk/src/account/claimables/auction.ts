import { isAddressEqual, type Address } from "viem";
import { simulateContract } from "viem/actions";

import { claimBidCall } from "../../actions/auction/claimBid.ts";
import { getAuction } from "../../actions/auction/getAuction.ts";
import { getBid } from "../../actions/auction/getBid.ts";
import { getRevealedBids } from "../../actions/auction/getRevealedBids.ts";
import { refundAuctionCall } from "../../actions/auction/refundAuction.ts";
import { withdrawBidCall } from "../../actions/auction/withdrawBid.ts";
import { withdrawableOf } from "../../auction/bids.ts";
import type { AuctionView, BidView } from "../../auction/views.ts";
import { explained } from "../../chain/explain.ts";
import type { BlockRange } from "../../chain/logRange.ts";
import { atBlock, type ReadOptions } from "../../chain/read.ts";
import { InvalidParameterError } from "../../errors/math.ts";
import type { ReadClient } from "../../types/client.ts";
import { claimable, type Claimable } from "./types.ts";

/** Whose auctions, and where. */
type AuctionOf = ReadOptions & {
  readonly auction: Address;
  readonly markets: Address;
  readonly account: Address;
  /** Blocks to search for the reveal. */
  readonly range: BlockRange;
};

/** A bid that was settled, and what a sponsor's auction left. */
export async function auctionClaimables(client: ReadClient, of: AuctionOf, market: bigint): Promise<Claimable[]> {
  const { auction, account, blockNumber } = of;
  const view = await getAuction(client, { auction, market, blockNumber });
  if (view.phase !== "opened" && view.phase !== "void") return [];
  const bid = await getBid(client, { auction, market, bidder: account, blockNumber });
  const refund = isAddressEqual(view.sponsor, account) ? await refundOf(client, of, market, view) : [];
  return [...(await bidOf(client, of, market, view, bid)), ...refund];
}

/** What an auction pays in. */
function assetOf({ markets }: AuctionOf, { asset, assetId }: AuctionView) {
  return { token: asset, id: isAddressEqual(asset, markets) ? assetId : undefined };
}

async function bidOf(
  client: ReadClient,
  of: AuctionOf,
  market: bigint,
  view: AuctionView,
  { deposit, revealed }: BidView,
): Promise<Claimable[]> {
  const { auction, account, blockNumber, range } = of;
  if (deposit === 0n) return [];
  if (view.phase === "opened" && revealed) {
    const [bid] = await getRevealedBids(client, { auction, market, bidder: account, ...range });
    if (bid === undefined) {
      const expected = `a block before the account's bid on market ${market} was revealed, which it can claim`;
      throw new InvalidParameterError({ parameter: "fromBlock", value: range.fromBlock, expected });
    }
    const call = claimBidCall({ auction, market, weights: bid.weights, receiver: account });
    const { result } = await explained(simulateContract(client, { ...call, account, ...atBlock(blockNumber) }));
    const [ids, amounts, rest] = result;
    const tokens = ids.map((id, i) => ({ id, amount: amounts[i] ?? 0n })).filter(({ amount }) => amount > 0n);
    return [claimable({ action: "claimBid", ...assetOf(of, view), amount: rest, tokens, calls: [call], market })];
  }
  const call = withdrawBidCall({ auction, market, receiver: account });
  const amount = withdrawableOf(view, deposit);
  return [claimable({ action: "withdrawBid", ...assetOf(of, view), amount, calls: [call], market })];
}

async function refundOf(client: ReadClient, of: AuctionOf, market: bigint, view: AuctionView): Promise<Claimable[]> {
  const call = refundAuctionCall({ auction: of.auction, market });
  const request = { ...call, account: of.account, ...atBlock(of.blockNumber) };
  const { result: amount } = await explained(simulateContract(client, request));
  return amount === 0n
    ? []
    : [claimable({ action: "refundAuction", ...assetOf(of, view), amount, calls: [call], market })];
}
