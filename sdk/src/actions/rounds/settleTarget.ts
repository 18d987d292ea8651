import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import type { RoundsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type SettleTargetParameters = {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** Number of the round, from 1. */
  readonly round: bigint;
};

export type SettleTargetReturnType = Hash;

export type SettleTargetErrorType = ThrownBy["settleTarget"] | WriteErrorType;

/**
 * Computes the final weights of the seeds and settles the target's bonds. Anyone may call it.
 * @returns Hash of the transaction.
 * @throws {RoundsWrongPhaseError} when a step does not fit the phase.
 * @throws {RoundsMarketPendingError} when a market has to be resolved first.
 */
export async function settleTarget(
  client: WriteClient,
  parameters: SettleTargetParameters,
): Promise<SettleTargetReturnType> {
  return write(client, settleTargetCall(parameters));
}

/** Describes {@link settleTarget} without sending it: for gas estimates or a Safe. */
export function settleTargetCall(parameters: SettleTargetParameters): RoundsCall<"settleTarget"> {
  const { rounds, round } = given(parameters);
  return { address: rounds, abi: roundsAbi, functionName: "settleTarget", args: [round] };
}

export type ParseSettleTargetLogsReturnType = ParseEventLogsReturnType<typeof roundsAbi, "NodeSettled", true>;

/** Reads the `NodeSettled` events of one contract out of logs. */
export function parseSettleTargetLogs({ logs, rounds }: LogsOf<"rounds">): ParseSettleTargetLogsReturnType {
  return parseLogs(roundsAbi, "NodeSettled", rounds, logs);
}
