import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import type { RoundsCall } from "../../chain/contractCalls.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type {
  HeaderRandomnessMissedError,
  HeaderRandomnessNotRandomError,
  HeaderRandomnessTooEarlyError,
  HeaderRandomnessWrongHeaderError,
  RoundsAlreadyCommittedError,
  RoundsNotCommittedError,
  RoundsWrongPhaseError,
} from "../../errors/contracts/rounds.ts";
import type { WriteClient } from "../../types/client.ts";

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
 * @throws {RoundsWrongPhaseError} when a step does not fit the phase.
 * @throws {RoundsAlreadyCommittedError} when the draw was committed, or made, already.
 * @throws {RoundsNotCommittedError} when a draw was not committed.
 * @throws {HeaderRandomnessTooEarlyError} when a block does not exist yet.
 * @throws {HeaderRandomnessMissedError} when a block is too old to be proved.
 * @throws {HeaderRandomnessWrongHeaderError} when a header is not that of the block.
 * @throws {HeaderRandomnessNotRandomError} when a block has no random number.
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
