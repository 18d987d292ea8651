import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { fundingPoolAbi } from "../../abi/fundingPool.ts";
import type { FundingPoolCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
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

export type SweepErrorType = ThrownBy["sweep"] | WriteErrorType;

/**
 * Ends a round's claims in a token and allots what nobody claimed to the round that settles next. Anyone may call it.
 * @returns Hash of the transaction.
 * @throws {FundingPoolTooEarlyError} when too few rounds have settled since.
 * @throws {FundingPoolAlreadySweptError} when the claims of the round in the token have ended.
 * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
 */
export async function sweep(client: WriteClient, parameters: SweepParameters): Promise<SweepReturnType> {
  return write(client, sweepCall(parameters));
}

/** Describes {@link sweep} without sending it: for gas estimates or a Safe. */
export function sweepCall(parameters: SweepParameters): FundingPoolCall<"sweep"> {
  const { fundingPool, round, token } = given(parameters);
  return { address: fundingPool, abi: fundingPoolAbi, functionName: "sweep", args: [round, token] };
}

export type ParseSweepLogsReturnType = ParseEventLogsReturnType<typeof fundingPoolAbi, "Swept", true>;

/** Reads the `Swept` events of one contract out of logs. */
export function parseSweepLogs({ logs, fundingPool }: LogsOf<"fundingPool">): ParseSweepLogsReturnType {
  return parseLogs(fundingPoolAbi, "Swept", fundingPool, logs);
}
