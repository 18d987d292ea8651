import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import type {
  HeaderRandomnessMissedError,
  HeaderRandomnessNotRandomError,
  HeaderRandomnessTooEarlyError,
  HeaderRandomnessWrongHeaderError,
  RoundsAlreadyCommittedError,
  RoundsNotCommittedError,
  RoundsWrongPhaseError,
} from "../../errors/contracts/rounds.ts";
import type { RoundsCall } from "../../internal/call.ts";
import type { WriteClient } from "../../internal/client.ts";
import { parseLogs, type LogsOf } from "../../internal/logs.ts";
import { write, type WriteErrorType } from "../../internal/write.ts";

export type DrawParameters = {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** The block's header in RLP. */
  readonly proof: Hex;
};

export type DrawReturnType = Hash;

export type DrawErrorType =
  | RoundsWrongPhaseError
  | RoundsAlreadyCommittedError
  | RoundsNotCommittedError
  | HeaderRandomnessTooEarlyError
  | HeaderRandomnessMissedError
  | HeaderRandomnessWrongHeaderError
  | HeaderRandomnessNotRandomError
  | WriteErrorType;

/**
 * Makes the draw, with the header of the block that was committed: `encodeBlockHeader`. Anyone may call it.
 * @returns Hash of the transaction.
 * @throws {RoundsWrongPhaseError}
 * @throws {RoundsAlreadyCommittedError}
 * @throws {RoundsNotCommittedError}
 * @throws {HeaderRandomnessTooEarlyError}
 * @throws {HeaderRandomnessMissedError}
 * @throws {HeaderRandomnessWrongHeaderError}
 * @throws {HeaderRandomnessNotRandomError}
 */
export function draw(client: WriteClient, parameters: DrawParameters): Promise<DrawReturnType> {
  return write(client, drawCall(parameters));
}

/** Describes {@link draw} without sending it: for gas estimates or a Safe. */
export function drawCall({ rounds, proof }: DrawParameters): RoundsCall<"draw"> {
  return { address: rounds, abi: roundsAbi, functionName: "draw", args: [proof] };
}

export type ParseDrawLogsReturnType = ParseEventLogsReturnType<typeof roundsAbi, "Drawn", true>;

/** Reads the `Drawn` events of one contract out of logs. */
export function parseDrawLogs({ logs, rounds }: LogsOf<"rounds">): ParseDrawLogsReturnType {
  return parseLogs(roundsAbi, "Drawn", rounds, logs);
}
