import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import type { RoundsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";
import { kindIndex, type RoundKind } from "../../types/round.ts";

export type OpenSelectionParameters = {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** Kind of question: weight, originality or children. */
  readonly kind: RoundKind;
};

export type OpenSelectionReturnType = Hash;

export type OpenSelectionErrorType = ThrownBy["openSelection"] | WriteErrorType;

/**
 * Creates the selection market of a kind, whose tokens are the assets of the seeds' own markets. Anyone may call it.
 * @returns Hash of the transaction.
 * @throws {RoundsWrongPhaseError} when a step does not fit the phase.
 * @throws {RoundsNotEligibleError} when a seed has no question of a kind.
 * @throws {RoundsAlreadyOpenedError} when a market of a round is opened twice.
 */
export async function openSelection(
  client: WriteClient,
  parameters: OpenSelectionParameters,
): Promise<OpenSelectionReturnType> {
  return write(client, openSelectionCall(parameters));
}

/** Describes {@link openSelection} without sending it: for gas estimates or a Safe. */
export function openSelectionCall(parameters: OpenSelectionParameters): RoundsCall<"openSelection"> {
  const { rounds, kind } = given(parameters);
  return { address: rounds, abi: roundsAbi, functionName: "openSelection", args: [kindIndex(kind)] };
}

export type ParseOpenSelectionLogsReturnType = ParseEventLogsReturnType<typeof roundsAbi, "SelectionOpened", true>;

/** Reads the `SelectionOpened` events of one contract out of logs. */
export function parseOpenSelectionLogs({ logs, rounds }: LogsOf<"rounds">): ParseOpenSelectionLogsReturnType {
  return parseLogs(roundsAbi, "SelectionOpened", rounds, logs);
}
