import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { fundingPoolAbi } from "../../abi/fundingPool.ts";
import type { FundingPoolCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type PullParameters = {
  /** Address of the `FundingPool` contract. */
  readonly fundingPool: Address;
  /** Number of the round. */
  readonly round: bigint;
  /** Token, the zero address for ether. */
  readonly token: Address;
  /** Id of the parent. */
  readonly parent: Hex;
  /** Position of the child among the parent's children. */
  readonly index: bigint;
};

export type PullReturnType = Hash;

export type PullErrorType = ThrownBy["pull"] | WriteErrorType;

/**
 * Moves what is due from a project to one of its children. Anyone may call it; nothing happens if nothing is due.
 * @returns Hash of the transaction.
 * @throws {FundingPoolNotSettledError} when the weights of a project are not final.
 * @throws {FundingPoolAlreadySweptError} when the claims of the round in the token have ended.
 * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
 */
export async function pull(client: WriteClient, parameters: PullParameters): Promise<PullReturnType> {
  return write(client, pullCall(parameters));
}

/** Describes {@link pull} without sending it: for gas estimates or a Safe. */
export function pullCall(parameters: PullParameters): FundingPoolCall<"pull"> {
  const { fundingPool, round, token, parent, index } = given(parameters);
  return { address: fundingPool, abi: fundingPoolAbi, functionName: "pull", args: [round, token, parent, index] };
}

export type ParsePullLogsReturnType = ParseEventLogsReturnType<typeof fundingPoolAbi, "Pulled", true>;

/** Reads the `Pulled` events of one contract out of logs. */
export function parsePullLogs({ logs, fundingPool }: LogsOf<"fundingPool">): ParsePullLogsReturnType {
  return parseLogs(fundingPoolAbi, "Pulled", fundingPool, logs);
}
