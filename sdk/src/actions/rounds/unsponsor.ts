import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import type { RoundsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type UnsponsorParameters = {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** Units of money to take back. */
  readonly amount: bigint;
  /** Account that gets the money. */
  readonly receiver: Address;
};

export type UnsponsorReturnType = Hash;

export type UnsponsorErrorType = ThrownBy["unsponsor"] | WriteErrorType;

/**
 * Takes back what the sender gave for a round that has not started yet.
 * @returns Hash of the transaction.
 * @throws {RoundsNothingError} when there is nothing to do, to collect or to pay.
 * @throws {RoundsSponsorshipTooSmallError} when a sponsor takes back more than it gave.
 */
export async function unsponsor(client: WriteClient, parameters: UnsponsorParameters): Promise<UnsponsorReturnType> {
  return write(client, unsponsorCall(parameters));
}

/** Describes {@link unsponsor} without sending it: for gas estimates or a Safe. */
export function unsponsorCall(parameters: UnsponsorParameters): RoundsCall<"unsponsor"> {
  const { rounds, amount, receiver } = given(parameters);
  return { address: rounds, abi: roundsAbi, functionName: "unsponsor", args: [amount, receiver] };
}

export type ParseUnsponsorLogsReturnType = ParseEventLogsReturnType<typeof roundsAbi, "Sponsored", true>;

/** Reads the `Sponsored` events of one contract out of logs. */
export function parseUnsponsorLogs({ logs, rounds }: LogsOf<"rounds">): ParseUnsponsorLogsReturnType {
  return parseLogs(roundsAbi, "Sponsored", rounds, logs).filter(({ args }) => args.amount < 0n);
}
