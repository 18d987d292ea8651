import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { openingAuctionAbi } from "../../abi/openingAuction.ts";
import type { OpeningAuctionCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type WithdrawBidParameters = {
  /** Address of the `OpeningAuction` contract. */
  readonly auction: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Account that gets the money. */
  readonly receiver: Address;
};

export type WithdrawBidReturnType = Hash;

export type WithdrawBidErrorType = ThrownBy["withdrawBid"] | WriteErrorType;

/**
 * Pays back what is left of the sender's deposit: half, rounded down, if the bid was not revealed; all of it if the
 * auction is void.
 * @returns Hash of the transaction.
 * @throws {OpeningAuctionWrongPhaseError} when the auction is neither cleared nor void.
 * @throws {OpeningAuctionNoBidError} when the sender has no bid, or none any more.
 * @throws {OpeningAuctionRevealedError} when the bid was revealed: `claimBid` pays it.
 * @throws {SafeERC20FailedOperationError} when the token refuses the transfer.
 */
export async function withdrawBid(
  client: WriteClient,
  parameters: WithdrawBidParameters,
): Promise<WithdrawBidReturnType> {
  return write(client, withdrawBidCall(parameters));
}

/** Describes {@link withdrawBid} without sending it: for `multicallAuction`, gas estimates or a Safe. */
export function withdrawBidCall(parameters: WithdrawBidParameters): OpeningAuctionCall<"withdraw"> {
  const { auction, market, receiver } = given(parameters);
  return { address: auction, abi: openingAuctionAbi, functionName: "withdraw", args: [market, receiver] };
}

export type ParseWithdrawBidLogsReturnType = ParseEventLogsReturnType<
  typeof openingAuctionAbi,
  "DepositWithdrawn",
  true
>;

/** Reads the `DepositWithdrawn` events of one contract out of logs. */
export function parseWithdrawBidLogs({ logs, auction }: LogsOf<"auction">): ParseWithdrawBidLogsReturnType {
  return parseLogs(openingAuctionAbi, "DepositWithdrawn", auction, logs);
}
