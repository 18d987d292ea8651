import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import type { RoundsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type WithdrawSponsorshipParameters = {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** Number of the round, from 1. */
  readonly round: bigint;
  /** Account that gets the money. */
  readonly receiver: Address;
};

export type WithdrawSponsorshipReturnType = Hash;

export type WithdrawSponsorshipErrorType = ThrownBy["withdrawSponsorship"] | WriteErrorType;

/**
 * Pays the sender's part of what came back for the sponsors of a round so far.
 * @returns Hash of the transaction.
 * @throws {RoundsNothingError} when there is nothing to do, to collect or to pay.
 */
export async function withdrawSponsorship(
  client: WriteClient,
  parameters: WithdrawSponsorshipParameters,
): Promise<WithdrawSponsorshipReturnType> {
  return write(client, withdrawSponsorshipCall(parameters));
}

/** Describes {@link withdrawSponsorship} without sending it: for gas estimates or a Safe. */
export function withdrawSponsorshipCall(parameters: WithdrawSponsorshipParameters): RoundsCall<"withdrawSponsorship"> {
  const { rounds, round, receiver } = given(parameters);
  return { address: rounds, abi: roundsAbi, functionName: "withdrawSponsorship", args: [round, receiver] };
}

export type ParseWithdrawSponsorshipLogsReturnType = ParseEventLogsReturnType<typeof roundsAbi, "SponsorPaid", true>;

/** Reads the `SponsorPaid` events of one contract out of logs. */
export function parseWithdrawSponsorshipLogs({
  logs,
  rounds,
}: LogsOf<"rounds">): ParseWithdrawSponsorshipLogsReturnType {
  return parseLogs(roundsAbi, "SponsorPaid", rounds, logs);
}
