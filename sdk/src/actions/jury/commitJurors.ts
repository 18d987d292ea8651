import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import type { JuryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type CommitJurorsParameters = {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Number of the round. */
  readonly round: bigint;
  /** Root of the jurors: `buildJurorsTree(...).root`. */
  readonly root: Hex;
};

export type CommitJurorsReturnType = Hash;

export type CommitJurorsErrorType = ThrownBy["commitJurors"] | WriteErrorType;

/**
 * Commits the jurors of a round, as the Safe: usually `commitJurorsCall` is executed through the Safe.
 * @returns Hash of the transaction.
 * @throws {JuryNotSafeError} when the caller is not the jurors' Safe.
 * @throws {JuryUnknownRoundError} when there is no such round.
 * @throws {JuryRoundTooLateError} when a call for a round comes too late.
 * @throws {JuryJurorsCommittedError} when the jurors of a round were committed already.
 * @throws {JuryInvalidRootError} when the root of the jurors is zero.
 */
export async function commitJurors(
  client: WriteClient,
  parameters: CommitJurorsParameters,
): Promise<CommitJurorsReturnType> {
  return write(client, commitJurorsCall(parameters));
}

/** Describes {@link commitJurors} without sending it: for gas estimates or a Safe. */
export function commitJurorsCall(parameters: CommitJurorsParameters): JuryCall<"commitJurors"> {
  const { jury, round, root } = given(parameters);
  return { address: jury, abi: juryAbi, functionName: "commitJurors", args: [round, root] };
}

export type ParseCommitJurorsLogsReturnType = ParseEventLogsReturnType<typeof juryAbi, "JurorsCommitted", true>;

/** Reads the `JurorsCommitted` events of one contract out of logs. */
export function parseCommitJurorsLogs({ logs, jury }: LogsOf<"jury">): ParseCommitJurorsLogsReturnType {
  return parseLogs(juryAbi, "JurorsCommitted", jury, logs);
}
