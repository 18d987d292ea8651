import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { fundingPoolAbi } from "../../abi/fundingPool.ts";
import type { FundingPoolCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { PullEdge } from "../../graph/planPulls.ts";
import type { WriteClient } from "../../types/client.ts";

export type PullManyParameters = {
  /** Address of the `FundingPool` contract. */
  readonly fundingPool: Address;
  /** Number of the round. */
  readonly round: bigint;
  /** Token, the zero address for ether. */
  readonly token: Address;
  /** Edges to pull along, in this order: a batch of `planPulls`. */
  readonly edges: readonly PullEdge<Hex>[];
};

export type PullManyReturnType = Hash;

export type PullManyErrorType = ThrownBy["pullMany"] | WriteErrorType;

/**
 * Moves what is due along several edges of a round. Anyone may call it.
 * @returns Hash of the transaction.
 * @throws {FundingPoolNotSettledError} when the weights of a project are not final.
 * @throws {FundingPoolAlreadySweptError} when the claims of the round in the token have ended.
 * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
 */
export async function pullMany(client: WriteClient, parameters: PullManyParameters): Promise<PullManyReturnType> {
  return write(client, pullManyCall(parameters));
}

/** Describes {@link pullMany} without sending it: for gas estimates or a Safe. */
export function pullManyCall(parameters: PullManyParameters): FundingPoolCall<"pullMany"> {
  const { fundingPool, round, token, edges } = given(parameters);
  return { address: fundingPool, abi: fundingPoolAbi, functionName: "pullMany", args: [round, token, edges] };
}

export type ParsePullManyLogsReturnType = ParseEventLogsReturnType<typeof fundingPoolAbi, "Pulled", true>;

/** Reads the `Pulled` events of one contract out of logs. */
export function parsePullManyLogs({ logs, fundingPool }: LogsOf<"fundingPool">): ParsePullManyLogsReturnType {
  return parseLogs(fundingPoolAbi, "Pulled", fundingPool, logs);
}
