import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import type { RoundsCall } from "../../chain/contractCalls.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { RoundsAlreadyCommittedError, RoundsWrongPhaseError } from "../../errors/contracts/rounds.ts";
import type { WriteClient } from "../../types/client.ts";

export type CommitDrawParameters = {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
};

export type CommitDrawReturnType = Hash;

export type CommitDrawErrorType = RoundsWrongPhaseError | RoundsAlreadyCommittedError | WriteErrorType;

/**
 * Fixes the block whose randomness the draw takes. Anyone may call it once trading has closed.
 * @returns Hash of the transaction.
 * @throws {RoundsWrongPhaseError} when a step does not fit the phase.
 * @throws {RoundsAlreadyCommittedError} when the draw was committed, or made, already.
 */
export function commitDraw(client: WriteClient, parameters: CommitDrawParameters): Promise<CommitDrawReturnType> {
  return write(client, commitDrawCall(parameters));
}

/** Describes {@link commitDraw} without sending it: for gas estimates or a Safe. */
export function commitDrawCall({ rounds }: CommitDrawParameters): RoundsCall<"commitDraw"> {
  return { address: rounds, abi: roundsAbi, functionName: "commitDraw", args: [] };
}

export type ParseCommitDrawLogsReturnType = ParseEventLogsReturnType<typeof roundsAbi, "DrawCommitted", true>;

/** Reads the `DrawCommitted` events of one contract out of logs. */
export function parseCommitDrawLogs({ logs, rounds }: LogsOf<"rounds">): ParseCommitDrawLogsReturnType {
  return parseLogs(roundsAbi, "DrawCommitted", rounds, logs);
}
