import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { fundingPoolAbi } from "../../abi/fundingPool.ts";
import type { FundingPoolCall } from "../../chain/contractCalls.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type {
  FundingPoolTooEarlyError,
  FundingPoolAlreadySweptError,
  FundingPoolNotConnectedError,
} from "../../errors/contracts/funding.ts";
import type { WriteClient } from "../../types/client.ts";

export type SweepParameters = {
  /** Address of the `FundingPool` contract. */
  readonly fundingPool: Address;
  /** Number of the round. */
  readonly round: bigint;
  /** Token, the zero address for ether. */
  readonly token: Address;
};

export type SweepReturnType = Hash;

export type SweepErrorType =
  FundingPoolTooEarlyError | FundingPoolAlreadySweptError | FundingPoolNotConnectedError | WriteErrorType;

/**
 * Ends a round's claims in a token and allots what nobody claimed to the round that settles next. Anyone may call it.
 * @returns Hash of the transaction.
 * @throws {FundingPoolTooEarlyError} when too few rounds have settled since.
 * @throws {FundingPoolAlreadySweptError} when the claims of the round in the token have ended.
 * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
 */
export function sweep(client: WriteClient, parameters: SweepParameters): Promise<SweepReturnType> {
  return write(client, sweepCall(parameters));
}

/** Describes {@link sweep} without sending it: for gas estimates or a Safe. */
export function sweepCall({ fundingPool, round, token }: SweepParameters): FundingPoolCall<"sweep"> {
  return { address: fundingPool, abi: fundingPoolAbi, functionName: "sweep", args: [round, token] };
}

export type ParseSweepLogsReturnType = ParseEventLogsReturnType<typeof fundingPoolAbi, "Swept", true>;

/** Reads the `Swept` events of one contract out of logs. */
export function parseSweepLogs({ logs, fundingPool }: LogsOf<"fundingPool">): ParseSweepLogsReturnType {
  return parseLogs(fundingPoolAbi, "Swept", fundingPool, logs);
}
