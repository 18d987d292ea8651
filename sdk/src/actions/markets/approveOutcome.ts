import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import type { MarketsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { WriteClient } from "../../types/client.ts";

export type ApproveOutcomeParameters = {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Contract that may take it. */
  readonly spender: Address;
  /** Id of the token. */
  readonly id: bigint;
  /** How much of it, in units; 2^256 - 1: without limit. */
  readonly amount: bigint;
};

export type ApproveOutcomeReturnType = Hash;

export type ApproveOutcomeErrorType = WriteErrorType;

/**
 * Lets a contract, for instance a wrapper, take some of one token of the sender.
 * @returns Hash of the transaction.
 */
export async function approveOutcome(
  client: WriteClient,
  parameters: ApproveOutcomeParameters,
): Promise<ApproveOutcomeReturnType> {
  return write(client, approveOutcomeCall(parameters));
}

/** Describes {@link approveOutcome} without sending it: for `multicallMarkets`, gas estimates or a Safe. */
export function approveOutcomeCall(parameters: ApproveOutcomeParameters): MarketsCall<"approve"> {
  const { markets, spender, id, amount } = given(parameters);
  return { address: markets, abi: marketsAbi, functionName: "approve", args: [spender, id, amount] };
}

export type ParseApproveOutcomeLogsReturnType = ParseEventLogsReturnType<typeof marketsAbi, "Approval", true>;

/** Reads the `Approval` events of one contract out of logs. */
export function parseApproveOutcomeLogs({ logs, markets }: LogsOf<"markets">): ParseApproveOutcomeLogsReturnType {
  return parseLogs(marketsAbi, "Approval", markets, logs);
}
