import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { fundingPoolAbi } from "../../abi/fundingPool.ts";
import type { FundingPoolCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

/** What a project got in a round and a token. */
export type ClaimOf = {
  /** Number of the round. */
  readonly round: bigint;
  /** Token, the zero address for ether. */
  readonly token: Address;
  /** Id of the project. */
  readonly node: Hex;
};

export type ClaimManyParameters = {
  /** Address of the `FundingPool` contract. */
  readonly fundingPool: Address;
  /** What to claim; what has nothing is left out. */
  readonly claims: readonly ClaimOf[];
  /** Account that gets the money. */
  readonly receiver: Address;
};

export type ClaimManyReturnType = Hash;

export type ClaimManyErrorType = ThrownBy["claimMany"] | WriteErrorType;

/**
 * Pays what several projects keep, of several rounds and tokens. The sender must be the payee of each.
 * @returns Hash of the transaction.
 * @throws {FundingPoolNotPayeeError} when the sender is not who is paid for the project.
 * @throws {FundingPoolNoPayeeError} when nobody is paid for the project yet.
 * @throws {FundingPoolNotSettledError} when the weights of a project are not final.
 * @throws {FundingPoolAlreadySweptError} when the claims of the round in the token have ended.
 * @throws {FundingPoolInvalidReceiverError} when the receiver is the zero address.
 * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
 * @throws {SafeERC20FailedOperationError} when the token refuses the transfer.
 * @throws {FailedCallError} when the receiver refuses ether without a reason.
 */
export async function claimMany(client: WriteClient, parameters: ClaimManyParameters): Promise<ClaimManyReturnType> {
  return write(client, claimManyCall(parameters));
}

/** Describes {@link claimMany} without sending it: for gas estimates or a Safe. */
export function claimManyCall(parameters: ClaimManyParameters): FundingPoolCall<"claimMany"> {
  const { fundingPool, claims, receiver } = given(parameters);
  return { address: fundingPool, abi: fundingPoolAbi, functionName: "claimMany", args: [claims, receiver] };
}

export type ParseClaimManyLogsReturnType = ParseEventLogsReturnType<typeof fundingPoolAbi, "Claimed", true>;

/** Reads the `Claimed` events of one contract out of logs. */
export function parseClaimManyLogs({ logs, fundingPool }: LogsOf<"fundingPool">): ParseClaimManyLogsReturnType {
  return parseLogs(fundingPoolAbi, "Claimed", fundingPool, logs);
}
