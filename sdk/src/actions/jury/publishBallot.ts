import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import type { JuryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { Ballot } from "../../jury/ballots.ts";
import type { WriteClient } from "../../types/client.ts";

export type PublishBallotParameters = {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** What the juror has signed. */
  readonly ballot: Ballot;
  /** Signature of the juror: `signBallot`. */
  readonly signature: Hex;
  /** Salt of the juror: `buildJurorsTree(...).proofOf(juror)`. */
  readonly salt: Hex;
  /** Proof that it is one of the jurors, from the same place. */
  readonly proof: readonly Hex[];
};

export type PublishBallotReturnType = Hash;

export type PublishBallotErrorType = ThrownBy["publishBallot"] | WriteErrorType;

/**
 * Publishes a juror's ballot. Anyone may call it who has it.
 * @returns Hash of the transaction.
 * @throws {JuryWrongStatusError} when a call does not fit where the market stands.
 * @throws {JuryNotResolverError} when a market has another resolver.
 * @throws {JuryTooEarlyError} when a call comes too early.
 * @throws {JuryTooLateError} when a call comes too late.
 * @throws {JuryWrongRoundError} when a market is not one of the ballot's round.
 * @throws {JuryAlreadyPublishedError} when a juror's ballot for a market was published already.
 * @throws {JuryNotJurorError} when an account is not one of a round's jurors.
 * @throws {JuryInvalidBallotSizeError} when a ballot has no comparison, or too many.
 * @throws {JuryInvalidComparisonError} when a comparison says nothing.
 * @throws {JuryInvalidSignatureError} when a ballot's signature is not the juror's.
 */
export async function publishBallot(
  client: WriteClient,
  parameters: PublishBallotParameters,
): Promise<PublishBallotReturnType> {
  return write(client, publishBallotCall(parameters));
}

/** Describes {@link publishBallot} without sending it: for gas estimates or a Safe. */
export function publishBallotCall(parameters: PublishBallotParameters): JuryCall<"publishBallot"> {
  const { jury, ballot, signature, salt, proof } = given(parameters);
  return { address: jury, abi: juryAbi, functionName: "publishBallot", args: [ballot, signature, salt, proof] };
}

export type ParsePublishBallotLogsReturnType = ParseEventLogsReturnType<typeof juryAbi, "BallotPublished", true>;

/** Reads the `BallotPublished` events of one contract out of logs. */
export function parsePublishBallotLogs({ logs, jury }: LogsOf<"jury">): ParsePublishBallotLogsReturnType {
  return parseLogs(juryAbi, "BallotPublished", jury, logs);
}
