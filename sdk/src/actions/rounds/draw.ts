import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import type { RoundsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type DrawParameters = {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** What `getDrawProof` brings: two headers, or a beacon's signature. */
  readonly proof: Hex;
};

export type DrawReturnType = Hash;

export type DrawErrorType = ThrownBy["draw"] | WriteErrorType;

/**
 * Makes the draw, with the proof that `getDrawProof` brings. Anyone may call it, and it comes out the same for everybody.
 * @returns Hash of the transaction.
 * @throws {RoundsWrongPhaseError} when a step does not fit the phase.
 * @throws {RoundsAlreadyDrawnError} when the draw was made already.
 * @throws {HeaderRandomnessTooEarlyError} when a draw comes before its time.
 * @throws {HeaderRandomnessMissedError} when the time of a draw was missed.
 * @throws {HeaderRandomnessUnknownHeaderError} when a header is not that of a block whose hash the chain knows.
 * @throws {HeaderRandomnessNotTheParentError} when the second header is not the parent's of the first.
 * @throws {HeaderRandomnessNotTheFirstError} when a block is not the first one at or after the time of the draw.
 * @throws {HeaderRandomnessNotRandomError} when a block has no random number.
 * @throws {DrandRandomnessTooEarlyError} when a round of the beacon is not due yet.
 * @throws {DrandRandomnessWrongLengthError} when a proof is not as long as a signature.
 * @throws {DrandRandomnessWrongSignatureError} when a proof is not the signature of the round.
 */
export async function draw(client: WriteClient, parameters: DrawParameters): Promise<DrawReturnType> {
  return write(client, drawCall(parameters));
}

/** Describes {@link draw} without sending it: for gas estimates or a Safe. */
export function drawCall(parameters: DrawParameters): RoundsCall<"draw"> {
  const { rounds, proof } = given(parameters);
  return { address: rounds, abi: roundsAbi, functionName: "draw", args: [proof] };
}

export type ParseDrawLogsReturnType = ParseEventLogsReturnType<typeof roundsAbi, "Drawn", true>;

/** Reads the `Drawn` events of one contract out of logs. */
export function parseDrawLogs({ logs, rounds }: LogsOf<"rounds">): ParseDrawLogsReturnType {
  return parseLogs(roundsAbi, "Drawn", rounds, logs);
}
