import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import type { RoundsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";
import { kindIndex, type RoundKind } from "../../types/round.ts";

export type FallBackSelectionParameters = {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** Number of the round, from 1. */
  readonly round: bigint;
  /** Kind of question: weight, originality or children. */
  readonly kind: RoundKind;
};

export type FallBackSelectionReturnType = Hash;

export type FallBackSelectionErrorType = ThrownBy["fallBackSelection"] | WriteErrorType;

/**
 * Gives up an evaluation set that nobody fixed in time: its tokens pay equal parts. Anyone may call it.
 * @returns Hash of the transaction.
 * @throws {RoundsWrongPhaseError} when a step does not fit the phase.
 * @throws {RoundsNotOpenedError} when a kind was not opened.
 * @throws {RoundsSelectionDoneError} when an evaluation set is known already, or was given up.
 */
export async function fallBackSelection(
  client: WriteClient,
  parameters: FallBackSelectionParameters,
): Promise<FallBackSelectionReturnType> {
  return write(client, fallBackSelectionCall(parameters));
}

/** Describes {@link fallBackSelection} without sending it: for gas estimates or a Safe. */
export function fallBackSelectionCall(parameters: FallBackSelectionParameters): RoundsCall<"fallBackSelection"> {
  const { rounds, round, kind } = given(parameters);
  return { address: rounds, abi: roundsAbi, functionName: "fallBackSelection", args: [round, kindIndex(kind)] };
}

export type ParseFallBackSelectionLogsReturnType = ParseEventLogsReturnType<
  typeof roundsAbi,
  "SelectionFellBack",
  true
>;

/** Reads the `SelectionFellBack` events of one contract out of logs. */
export function parseFallBackSelectionLogs({ logs, rounds }: LogsOf<"rounds">): ParseFallBackSelectionLogsReturnType {
  return parseLogs(roundsAbi, "SelectionFellBack", rounds, logs);
}
