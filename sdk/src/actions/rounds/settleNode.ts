import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import type { RoundsHasMarketError, RoundsWrongPhaseError } from "../../errors/contracts/rounds.ts";
import type { RoundsCall } from "../../internal/call.ts";
import type { WriteClient } from "../../internal/client.ts";
import { parseLogs, type LogsOf } from "../../internal/logs.ts";
import { write, type WriteErrorType } from "../../internal/write.ts";

export type SettleNodeParameters = {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** Number of the round, from 1. */
  readonly round: bigint;
  /** Id of the node: `nodeId` of its project. */
  readonly node: Hex;
};

export type SettleNodeReturnType = Hash;

export type SettleNodeErrorType = RoundsWrongPhaseError | RoundsHasMarketError | WriteErrorType;

/**
 * Settles a node that took part in the round without a market, as it left the target's roster: its bonds come back.
 * Anyone may call it.
 * @returns Hash of the transaction.
 * @throws {RoundsWrongPhaseError}
 * @throws {RoundsHasMarketError}
 */
export function settleNode(client: WriteClient, parameters: SettleNodeParameters): Promise<SettleNodeReturnType> {
  return write(client, settleNodeCall(parameters));
}

/** Describes {@link settleNode} without sending it: for gas estimates or a Safe. */
export function settleNodeCall({ rounds, round, node }: SettleNodeParameters): RoundsCall<"settleNode"> {
  return { address: rounds, abi: roundsAbi, functionName: "settleNode", args: [round, node] };
}

export type ParseSettleNodeLogsReturnType = ParseEventLogsReturnType<typeof roundsAbi, "NodeSettled", true>;

/** Reads the `NodeSettled` events of one contract out of logs. */
export function parseSettleNodeLogs({ logs, rounds }: LogsOf<"rounds">): ParseSettleNodeLogsReturnType {
  return parseLogs(roundsAbi, "NodeSettled", rounds, logs);
}
