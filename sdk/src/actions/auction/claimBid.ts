import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { openingAuctionAbi } from "../../abi/openingAuction.ts";
import type { OpeningAuctionCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import type { ReadErrorType } from "../../chain/read.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import { InvalidParameterError } from "../../errors/math.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";
import { getBid } from "./getBid.ts";
import { getRevealedBids, type GetRevealedBidsErrorType } from "./getRevealedBids.ts";

export type ClaimBidParameters = {
  /** Address of the `OpeningAuction` contract. */
  readonly auction: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Account that gets tokens and money. */
  readonly receiver: Address;
  /** As they were revealed, in WAD; by default read from the `BidRevealed` event. */
  readonly weights?: readonly bigint[] | undefined;
  /** Block to search the event from: one before reveals began. By default the first. */
  readonly fromBlock?: bigint | undefined;
};

/** The same, with the weights, which a description cannot search. */
export type ClaimBidCallParameters = Omit<ClaimBidParameters, "fromBlock"> & { readonly weights: readonly bigint[] };

export type ClaimBidReturnType = Hash;

export type ClaimBidErrorType = ThrownBy["claimBid"] | GetRevealedBidsErrorType | ReadErrorType | WriteErrorType;

/**
 * Gives the sender's revealed bid its LONGs and the rest of its deposit.
 * @returns Hash of the transaction.
 * @throws {InvalidParameterError} when the bid was revealed before `fromBlock`.
 * @throws {OpeningAuctionWrongPhaseError} when the auction is not cleared.
 * @throws {OpeningAuctionNoBidError} when the sender has no bid, or none any more.
 * @throws {OpeningAuctionNotRevealedError} when the bid was not revealed: `withdrawBid` pays half of its deposit back.
 * @throws {OpeningAuctionWrongWeightsError} when the weights are not those that were revealed.
 * @throws {SafeERC20FailedOperationError} when the token refuses the transfer.
 */
export async function claimBid(client: WriteClient, parameters: ClaimBidParameters): Promise<ClaimBidReturnType> {
  const { auction, market } = given(parameters);
  const { fromBlock, weights = await findWeights(client, { auction, market, fromBlock }) } = parameters;
  return write(client, claimBidCall({ ...parameters, weights }));
}

/** Describes {@link claimBid} without sending it: for `multicallAuction`, gas estimates or a Safe. */
export function claimBidCall(parameters: ClaimBidCallParameters): OpeningAuctionCall<"claim"> {
  const { auction, market, weights, receiver } = given(parameters);
  return { address: auction, abi: openingAuctionAbi, functionName: "claim", args: [market, weights, receiver] };
}

/** Of a bid that was not revealed there are none: the contract then says what is wrong before it looks at them. */
async function findWeights(
  client: WriteClient,
  { auction, market, fromBlock }: Pick<ClaimBidParameters, "auction" | "market" | "fromBlock">,
): Promise<readonly bigint[]> {
  const bidder = client.account.address;
  const [bids, { revealed }] = await Promise.all([
    getRevealedBids(client, { auction, market, bidder, fromBlock }),
    getBid(client, { auction, market, bidder }),
  ]);
  const weights = bids[0]?.weights;
  if (weights === undefined && revealed) {
    throw new InvalidParameterError({
      parameter: "fromBlock",
      value: fromBlock ?? 0n,
      expected: "a block before the bid was revealed",
    });
  }
  return weights ?? [];
}

export type ParseClaimBidLogsReturnType = ParseEventLogsReturnType<typeof openingAuctionAbi, "BidClaimed", true>;

/** Reads the `BidClaimed` events of one contract out of logs. */
export function parseClaimBidLogs({ logs, auction }: LogsOf<"auction">): ParseClaimBidLogsReturnType {
  return parseLogs(openingAuctionAbi, "BidClaimed", auction, logs);
}
