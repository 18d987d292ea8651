import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import type { RoundsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";
import { kindIndex, type RoundKind } from "../../types/round.ts";

export type SelectSeedsParameters = {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** Kind of question: weight, originality or children. */
  readonly kind: RoundKind;
  /** Seeds to take for their audit payments, a bit for each index. */
  readonly paid: bigint;
};

export type SelectSeedsReturnType = Hash;

export type SelectSeedsErrorType = ThrownBy["selectSeeds"] | WriteErrorType;

/**
 * Fixes the evaluation set of a kind: `chooseSeeds` says which. Anyone may call it.
 * @returns Hash of the transaction.
 * @throws {RoundsWrongPhaseError} when a step does not fit the phase.
 * @throws {RoundsTooEarlyError} when a step is for later.
 * @throws {RoundsNotOpenedError} when a kind was not opened.
 * @throws {RoundsSelectionDoneError} when an evaluation set is known already, or was given up.
 * @throws {RoundsNotDrawnError} when a draw was not made.
 * @throws {RoundsInvalidSetError} when an evaluation set takes a seed that is not eligible, or was taken already.
 * @throws {RoundsQuotaExceededError} when an evaluation set takes too many seeds.
 * @throws {RoundsZeroScoreError} when an evaluation set takes a seed without a score.
 * @throws {RoundsBetterSeedLeftOutError} when an evaluation set leaves out a seed with a better score.
 */
export async function selectSeeds(
  client: WriteClient,
  parameters: SelectSeedsParameters,
): Promise<SelectSeedsReturnType> {
  return write(client, selectSeedsCall(parameters));
}

/** Describes {@link selectSeeds} without sending it: for gas estimates or a Safe. */
export function selectSeedsCall(parameters: SelectSeedsParameters): RoundsCall<"select"> {
  const { rounds, kind, paid } = given(parameters);
  return { address: rounds, abi: roundsAbi, functionName: "select", args: [kindIndex(kind), paid] };
}

export type ParseSelectSeedsLogsReturnType = ParseEventLogsReturnType<typeof roundsAbi, "Selected", true>;

/** Reads the `Selected` events of one contract out of logs. */
export function parseSelectSeedsLogs({ logs, rounds }: LogsOf<"rounds">): ParseSelectSeedsLogsReturnType {
  return parseLogs(roundsAbi, "Selected", rounds, logs);
}
