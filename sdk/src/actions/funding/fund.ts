import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { fundingPoolAbi } from "../../abi/fundingPool.ts";
import type { FundingPoolCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type FundParameters = {
  /** Address of the `FundingPool` contract. */
  readonly fundingPool: Address;
  /** Address of the ERC-20. */
  readonly token: Address;
  /** Units of the token to give. */
  readonly amount: bigint;
};

export type FundReturnType = Hash;

export type FundErrorType = ThrownBy["fund"] | WriteErrorType;

/**
 * Gives an ERC-20 to the projects. The pool must be allowed to take it: `approveAsset`. A plain transfer does the same
 * once somebody calls `record`.
 * @returns Hash of the transaction.
 * @throws {FundingPoolNotTokenError} when there is no token at the address.
 * @throws {FundingPoolNothingReceivedError} when nothing arrives.
 * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
 * @throws {ERC20InsufficientAllowanceError} when the pool may not take that much of an ERC-20.
 * @throws {ERC20InsufficientBalanceError} when the sender has too little of an ERC-20.
 * @throws {SafeERC20FailedOperationError} when the token refuses the transfer.
 */
export async function fund(client: WriteClient, parameters: FundParameters): Promise<FundReturnType> {
  return write(client, fundCall(parameters));
}

/** Describes {@link fund} without sending it: for gas estimates or a Safe. */
export function fundCall(parameters: FundParameters): FundingPoolCall<"fund"> {
  const { fundingPool, token, amount } = given(parameters);
  return { address: fundingPool, abi: fundingPoolAbi, functionName: "fund", args: [token, amount] };
}

export type ParseFundLogsReturnType = ParseEventLogsReturnType<typeof fundingPoolAbi, "Funded", true>;

/** Reads the `Funded` events of one contract out of logs. */
export function parseFundLogs({ logs, fundingPool }: LogsOf<"fundingPool">): ParseFundLogsReturnType {
  return parseLogs(fundingPoolAbi, "Funded", fundingPool, logs);
}
