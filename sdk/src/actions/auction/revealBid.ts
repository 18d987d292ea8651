import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { openingAuctionAbi } from "../../abi/openingAuction.ts";
import type { OpeningAuctionCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type RevealBidParameters = {
  /** Address of the `OpeningAuction` contract. */
  readonly auction: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Account that committed; by default the sender. Whoever knows a bid can reveal it for its bidder. */
  readonly bidder?: Address | undefined;
  /** B, in units, as committed. */
  readonly budget: bigint;
  /** In WAD, as committed. */
  readonly weights: readonly bigint[];
  /** As committed. */
  readonly salt: Hex;
};

/** The same, with the bidder, which a description without a sender cannot guess. */
export type RevealBidCallParameters = RevealBidParameters & { readonly bidder: Address };

export type RevealBidReturnType = Hash;

export type RevealBidErrorType = ThrownBy["revealBid"] | WriteErrorType;

/**
 * Reveals a bid, between `revealsAt` and `opensAt` of `getAuction`; otherwise half of its deposit is lost. One that was
 * revealed so already, by whomever, stays as it is: nobody makes a batch of reveals fail by sending one of them first.
 * @returns Hash of the transaction.
 * @throws {OpeningAuctionWrongPhaseError} when it comes too early or too late.
 * @throws {OpeningAuctionNoBidError} when the bidder has committed none.
 * @throws {OpeningAuctionRevealedError} when it was revealed before with another budget or other weights.
 * @throws {OpeningAuctionWrongLengthError} when there is not one number for each outcome.
 * @throws {MarketsInvalidSumError} when the weights do not sum to exactly 1.
 * @throws {OpeningAuctionWrongOpeningError} when budget, weights and salt are not what was committed.
 * @throws {OpeningAuctionBudgetAboveDepositError} when the bid is for more than its deposit.
 */
export async function revealBid(client: WriteClient, parameters: RevealBidParameters): Promise<RevealBidReturnType> {
  const { bidder = client.account.address } = given(parameters, "bidder");
  return write(client, revealBidCall({ ...parameters, bidder }));
}

/** Describes {@link revealBid} without sending it: for `multicallAuction`, gas estimates or a Safe. */
export function revealBidCall(parameters: RevealBidCallParameters): OpeningAuctionCall<"reveal"> {
  const { auction, market, bidder, budget, weights, salt } = given(parameters);
  const args = [market, bidder, budget, weights, salt] as const;
  return { address: auction, abi: openingAuctionAbi, functionName: "reveal", args };
}

export type ParseRevealBidLogsReturnType = ParseEventLogsReturnType<typeof openingAuctionAbi, "BidRevealed", true>;

/** Reads the `BidRevealed` events of one contract out of logs. */
export function parseRevealBidLogs({ logs, auction }: LogsOf<"auction">): ParseRevealBidLogsReturnType {
  return parseLogs(openingAuctionAbi, "BidRevealed", auction, logs);
}
