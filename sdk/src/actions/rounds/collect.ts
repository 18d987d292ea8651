import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import type { RoundsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";
import { kindIndex, type RoundKind } from "../../types/round.ts";

export type CollectParameters = {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** Number of the round, from 1. */
  readonly round: bigint;
  /** Kind of question: weight, originality or children. */
  readonly kind: RoundKind;
  /** Seed: its index in the target's roster of the round; any for `weight`. */
  readonly index: number;
};

export type CollectReturnType = Hash;

export type CollectErrorType = ThrownBy["collect"] | WriteErrorType;

/**
 * Brings back to the sponsors what a question's markets owe them. Anyone may call it, any number of times, once
 * trading has closed.
 * @returns Hash of the transaction.
 * @throws {RoundsWrongPhaseError} when a step does not fit the phase.
 * @throws {RoundsNothingError} when there is nothing to do, to collect or to pay.
 */
export async function collect(client: WriteClient, parameters: CollectParameters): Promise<CollectReturnType> {
  return write(client, collectCall(parameters));
}

/** Describes {@link collect} without sending it: for gas estimates or a Safe. */
export function collectCall(parameters: CollectParameters): RoundsCall<"collect"> {
  const { rounds, round, kind, index } = given(parameters);
  return { address: rounds, abi: roundsAbi, functionName: "collect", args: [round, kindIndex(kind), BigInt(index)] };
}

export type ParseCollectLogsReturnType = ParseEventLogsReturnType<typeof roundsAbi, "Collected", true>;

/** Reads the `Collected` events of one contract out of logs. */
export function parseCollectLogs({ logs, rounds }: LogsOf<"rounds">): ParseCollectLogsReturnType {
  return parseLogs(roundsAbi, "Collected", rounds, logs);
}
