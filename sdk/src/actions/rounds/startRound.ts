import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import type { RoundsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type StartRoundParameters = {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
};

export type StartRoundReturnType = Hash;

export type StartRoundErrorType = ThrownBy["startRound"] | WriteErrorType;

/**
 * Starts the next round: its Registration begins with the block. Anyone may call it.
 * @returns Hash of the transaction.
 * @throws {RoundsWrongPhaseError} when a step does not fit the phase.
 * @throws {RoundsBudgetTooSmallError} when a round would start with too little liquidity.
 * @throws {RoundsNoSeedsError} when a round would start without a graph.
 * @throws {RoundsNotConnectedError} when a round would start before a contract that it works with is connected.
 */
export async function startRound(client: WriteClient, parameters: StartRoundParameters): Promise<StartRoundReturnType> {
  return write(client, startRoundCall(parameters));
}

/** Describes {@link startRound} without sending it: for gas estimates or a Safe. */
export function startRoundCall(parameters: StartRoundParameters): RoundsCall<"start"> {
  const { rounds } = given(parameters);
  return { address: rounds, abi: roundsAbi, functionName: "start", args: [] };
}

export type ParseStartRoundLogsReturnType = ParseEventLogsReturnType<typeof roundsAbi, "Started", true>;

/** Reads the `Started` events of one contract out of logs. */
export function parseStartRoundLogs({ logs, rounds }: LogsOf<"rounds">): ParseStartRoundLogsReturnType {
  return parseLogs(roundsAbi, "Started", rounds, logs);
}
