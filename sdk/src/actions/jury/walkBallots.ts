import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import type { JuryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { BallotComparison } from "../../jury/ballots.ts";
import type { WriteClient } from "../../types/client.ts";

export type WalkBallotsParameters = {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Log weights, in WAD: `proveWeights(...).x`. */
  readonly x: readonly bigint[];
  /** The next ballots: one of `proveWeights(...).chunks`. */
  readonly ballots: readonly (readonly BallotComparison[])[];
};

export type WalkBallotsReturnType = Hash;

export type WalkBallotsErrorType = ThrownBy["walkBallots"] | WriteErrorType;

/**
 * Walks the next published ballots of a market towards a verified posting. The walk belongs to the sender and to x.
 * @returns Hash of the transaction.
 * @throws {JuryWrongStatusError} when a call does not fit where the market stands.
 * @throws {JuryNotResolverError} when a market has another resolver.
 * @throws {JuryWrongLengthError} when there is not one payout for each outcome.
 * @throws {JuryNoSuchBallotError} when a walk goes beyond the last ballot.
 * @throws {JuryLogWeightOutOfRangeError} when a log weight is out of range.
 * @throws {JuryWrongBallotError} when what was passed as a ballot is another.
 */
export async function walkBallots(
  client: WriteClient,
  parameters: WalkBallotsParameters,
): Promise<WalkBallotsReturnType> {
  return write(client, walkBallotsCall(parameters));
}

/** Describes {@link walkBallots} without sending it: for gas estimates or a Safe. */
export function walkBallotsCall(parameters: WalkBallotsParameters): JuryCall<"walkBallots"> {
  const { jury, market, x, ballots } = given(parameters);
  return { address: jury, abi: juryAbi, functionName: "walkBallots", args: [market, x, ballots] };
}

export type ParseWalkBallotsLogsReturnType = ParseEventLogsReturnType<typeof juryAbi, "BallotsWalked", true>;

/** Reads the `BallotsWalked` events of one contract out of logs. */
export function parseWalkBallotsLogs({ logs, jury }: LogsOf<"jury">): ParseWalkBallotsLogsReturnType {
  return parseLogs(juryAbi, "BallotsWalked", jury, logs);
}
