import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import type { RoundsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type SettleSeedParameters = {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** Number of the round, from 1. */
  readonly round: bigint;
  /** Seed: its index in the target's roster of the round; any for `weight`. */
  readonly index: number;
};

export type SettleSeedReturnType = Hash;

export type SettleSeedErrorType = ThrownBy["settleSeed"] | WriteErrorType;

/**
 * Computes the final weights and the originality of one seed and settles its bonds. Anyone may call it.
 * @returns Hash of the transaction.
 * @throws {RoundsWrongPhaseError} when a step does not fit the phase.
 * @throws {RoundsSelectionPendingError} when an evaluation set is neither known nor given up.
 * @throws {RoundsMarketPendingError} when a market has to be resolved first.
 */
export async function settleSeed(client: WriteClient, parameters: SettleSeedParameters): Promise<SettleSeedReturnType> {
  return write(client, settleSeedCall(parameters));
}

/** Describes {@link settleSeed} without sending it: for gas estimates or a Safe. */
export function settleSeedCall(parameters: SettleSeedParameters): RoundsCall<"settleSeed"> {
  const { rounds, round, index } = given(parameters);
  return { address: rounds, abi: roundsAbi, functionName: "settleSeed", args: [round, BigInt(index)] };
}

export type ParseSettleSeedLogsReturnType = ParseEventLogsReturnType<typeof roundsAbi, "NodeSettled", true>;

/** Reads the `NodeSettled` events of one contract out of logs. */
export function parseSettleSeedLogs({ logs, rounds }: LogsOf<"rounds">): ParseSettleSeedLogsReturnType {
  return parseLogs(roundsAbi, "NodeSettled", rounds, logs);
}
