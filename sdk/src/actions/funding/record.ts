import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { fundingPoolAbi } from "../../abi/fundingPool.ts";
import type { FundingPoolCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type RecordParameters = {
  /** Address of the `FundingPool` contract. */
  readonly fundingPool: Address;
  /** Token, the zero address for ether. */
  readonly token: Address;
};

export type RecordReturnType = Hash;

export type RecordErrorType = ThrownBy["record"] | WriteErrorType;

/**
 * Allots what plain transfers have brought to the round that settles next. Anyone may call it.
 * @returns Hash of the transaction.
 * @throws {FundingPoolNotTokenError} when there is no token at the address.
 * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
 */
export async function record(client: WriteClient, parameters: RecordParameters): Promise<RecordReturnType> {
  return write(client, recordCall(parameters));
}

/** Describes {@link record} without sending it: for gas estimates or a Safe. */
export function recordCall(parameters: RecordParameters): FundingPoolCall<"record"> {
  const { fundingPool, token } = given(parameters);
  return { address: fundingPool, abi: fundingPoolAbi, functionName: "record", args: [token] };
}

export type ParseRecordLogsReturnType = ParseEventLogsReturnType<typeof fundingPoolAbi, "Recorded", true>;

/** Reads the `Recorded` events of one contract out of logs. */
export function parseRecordLogs({ logs, fundingPool }: LogsOf<"fundingPool">): ParseRecordLogsReturnType {
  return parseLogs(fundingPoolAbi, "Recorded", fundingPool, logs);
}
