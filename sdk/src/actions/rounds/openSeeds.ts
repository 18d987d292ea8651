import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import type { RoundsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type OpenSeedsParameters = {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
};

export type OpenSeedsReturnType = Hash;

export type OpenSeedsErrorType = ThrownBy["openSeeds"] | WriteErrorType;

/**
 * Creates the market of seed weights and opens its pool. Anyone may call it.
 * @returns Hash of the transaction.
 * @throws {RoundsWrongPhaseError} when a step does not fit the phase.
 * @throws {RoundsAlreadyOpenedError} when a market of a round is opened twice.
 */
export async function openSeeds(client: WriteClient, parameters: OpenSeedsParameters): Promise<OpenSeedsReturnType> {
  return write(client, openSeedsCall(parameters));
}

/** Describes {@link openSeeds} without sending it: for gas estimates or a Safe. */
export function openSeedsCall(parameters: OpenSeedsParameters): RoundsCall<"openSeeds"> {
  const { rounds } = given(parameters);
  return { address: rounds, abi: roundsAbi, functionName: "openSeeds", args: [] };
}

export type ParseOpenSeedsLogsReturnType = ParseEventLogsReturnType<typeof roundsAbi, "SeedsOpened", true>;

/** Reads the `SeedsOpened` events of one contract out of logs. */
export function parseOpenSeedsLogs({ logs, rounds }: LogsOf<"rounds">): ParseOpenSeedsLogsReturnType {
  return parseLogs(roundsAbi, "SeedsOpened", rounds, logs);
}
