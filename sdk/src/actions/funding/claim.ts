import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { fundingPoolAbi } from "../../abi/fundingPool.ts";
import type { FundingPoolCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type ClaimParameters = {
  /** Address of the `FundingPool` contract. */
  readonly fundingPool: Address;
  /** Number of the round. */
  readonly round: bigint;
  /** Token, the zero address for ether. */
  readonly token: Address;
  /** Id of the project. */
  readonly node: Hex;
  /** Account that gets the money. */
  readonly receiver: Address;
};

export type ClaimReturnType = Hash;

export type ClaimErrorType = ThrownBy["claim"] | WriteErrorType;

/**
 * Pays what a project keeps to a receiver of the payee's choice. The sender must be the payee.
 * @returns Hash of the transaction.
 * @throws {FundingPoolNothingToClaimError} when the project has nothing to claim now.
 * @throws {FundingPoolNotPayeeError} when the sender is not who is paid for the project.
 * @throws {FundingPoolNoPayeeError} when nobody is paid for the project yet.
 * @throws {FundingPoolNotSettledError} when the weights of a project are not final.
 * @throws {FundingPoolAlreadySweptError} when the claims of the round in the token have ended.
 * @throws {FundingPoolInvalidReceiverError} when the receiver is the zero address.
 * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
 * @throws {SafeERC20FailedOperationError} when the token refuses the transfer.
 * @throws {FailedCallError} when the receiver refuses ether without a reason.
 */
export async function claim(client: WriteClient, parameters: ClaimParameters): Promise<ClaimReturnType> {
  return write(client, claimCall(parameters));
}

/** Describes {@link claim} without sending it: for gas estimates or a Safe. */
export function claimCall(parameters: ClaimParameters): FundingPoolCall<"claim"> {
  const { fundingPool, round, token, node, receiver } = given(parameters);
  return { address: fundingPool, abi: fundingPoolAbi, functionName: "claim", args: [round, token, node, receiver] };
}

export type ParseClaimLogsReturnType = ParseEventLogsReturnType<typeof fundingPoolAbi, "Claimed", true>;

/** Reads the `Claimed` events of one contract out of logs. */
export function parseClaimLogs({ logs, fundingPool }: LogsOf<"fundingPool">): ParseClaimLogsReturnType {
  return parseLogs(fundingPoolAbi, "Claimed", fundingPool, logs);
}
