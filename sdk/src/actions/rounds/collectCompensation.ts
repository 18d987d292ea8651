import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import type { RoundsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { WriteClient } from "../../types/client.ts";

export type CollectCompensationParameters = {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** Number of the round, from 1. */
  readonly round: bigint;
};

export type CollectCompensationReturnType = Hash;

export type CollectCompensationErrorType = WriteErrorType;

/**
 * Brings back to the sponsors what the bonds of a round owe them so far. Anyone may call it, any number of times; if they
 * owe nothing, nothing happens.
 * @returns Hash of the transaction.
 */
export async function collectCompensation(
  client: WriteClient,
  parameters: CollectCompensationParameters,
): Promise<CollectCompensationReturnType> {
  return write(client, collectCompensationCall(parameters));
}

/** Describes {@link collectCompensation} without sending it: for gas estimates or a Safe. */
export function collectCompensationCall(parameters: CollectCompensationParameters): RoundsCall<"collectCompensation"> {
  const { rounds, round } = given(parameters);
  return { address: rounds, abi: roundsAbi, functionName: "collectCompensation", args: [round] };
}

export type ParseCollectCompensationLogsReturnType = ParseEventLogsReturnType<
  typeof roundsAbi,
  "CompensationCollected",
  true
>;

/** Reads the `CompensationCollected` events of one contract out of logs. */
export function parseCollectCompensationLogs({
  logs,
  rounds,
}: LogsOf<"rounds">): ParseCollectCompensationLogsReturnType {
  return parseLogs(roundsAbi, "CompensationCollected", rounds, logs);
}
