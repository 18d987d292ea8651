import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { fundingPoolAbi } from "../../abi/fundingPool.ts";
import type { FundingPoolCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type ClaimForParameters = {
  /** Address of the `FundingPool` contract. */
  readonly fundingPool: Address;
  /** Number of the round. */
  readonly round: bigint;
  /** Token, the zero address for ether. */
  readonly token: Address;
  /** Id of the project. */
  readonly node: Hex;
};

export type ClaimForReturnType = Hash;

export type ClaimForErrorType = ThrownBy["claimFor"] | WriteErrorType;

/**
 * Pays what a project keeps to its payee. Anyone may call it.
 * @returns Hash of the transaction.
 * @throws {FundingPoolNothingToClaimError} when the project has nothing to claim now.
 * @throws {FundingPoolNoPayeeError} when nobody is paid for the project yet.
 * @throws {FundingPoolNotSettledError} when the weights of a project are not final.
 * @throws {FundingPoolAlreadySweptError} when the claims of the round in the token have ended.
 * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
 * @throws {SafeERC20FailedOperationError} when the token refuses the transfer.
 * @throws {FailedCallError} when the receiver refuses ether without a reason.
 */
export async function claimFor(client: WriteClient, parameters: ClaimForParameters): Promise<ClaimForReturnType> {
  return write(client, claimForCall(parameters));
}

/** Describes {@link claimFor} without sending it: for gas estimates or a Safe. */
export function claimForCall(parameters: ClaimForParameters): FundingPoolCall<"claimFor"> {
  const { fundingPool, round, token, node } = given(parameters);
  return { address: fundingPool, abi: fundingPoolAbi, functionName: "claimFor", args: [round, token, node] };
}

export type ParseClaimForLogsReturnType = ParseEventLogsReturnType<typeof fundingPoolAbi, "Claimed", true>;

/** Reads the `Claimed` events of one contract out of logs. */
export function parseClaimForLogs({ logs, fundingPool }: LogsOf<"fundingPool">): ParseClaimForLogsReturnType {
  return parseLogs(fundingPoolAbi, "Claimed", fundingPool, logs);
}
