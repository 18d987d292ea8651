import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import type { RoundsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";
import { kindIndex, type RoundKind } from "../../types/round.ts";

export type OpenNodeParameters = {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** Kind of question: weight, originality or children. */
  readonly kind: RoundKind;
  /** Seed: its index in the target's roster of the round; any for `weight`. */
  readonly index: number;
};

export type OpenNodeReturnType = Hash;

export type OpenNodeErrorType = ThrownBy["openNode"] | WriteErrorType;

/**
 * Creates the market of one seed and opens its pool; whoever wants to trade it first calls it. In Evaluation: without
 * a pool, for a selected seed.
 * @returns Hash of the transaction.
 * @throws {RoundsNotOpenedError} when a kind was not opened.
 * @throws {RoundsNotEligibleError} when a seed has no question of a kind.
 * @throws {RoundsWrongPhaseError} when a step does not fit the phase.
 * @throws {RoundsAlreadyOpenedError} when a market of a round is opened twice.
 * @throws {RoundsNothingError} when there is nothing to do, to collect or to pay.
 */
export async function openNode(client: WriteClient, parameters: OpenNodeParameters): Promise<OpenNodeReturnType> {
  return write(client, openNodeCall(parameters));
}

/** Describes {@link openNode} without sending it: for gas estimates or a Safe. */
export function openNodeCall(parameters: OpenNodeParameters): RoundsCall<"openNode"> {
  const { rounds, kind, index } = given(parameters);
  return { address: rounds, abi: roundsAbi, functionName: "openNode", args: [kindIndex(kind), BigInt(index)] };
}

export type ParseOpenNodeLogsReturnType = ParseEventLogsReturnType<typeof roundsAbi, "NodeOpened", true>;

/** Reads the `NodeOpened` events of one contract out of logs. */
export function parseOpenNodeLogs({ logs, rounds }: LogsOf<"rounds">): ParseOpenNodeLogsReturnType {
  return parseLogs(roundsAbi, "NodeOpened", rounds, logs);
}
