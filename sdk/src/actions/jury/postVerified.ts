import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import type { JuryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type PostVerifiedParameters = {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Log weights, in WAD, that the sender has walked all ballots for. */
  readonly x: readonly bigint[];
};

export type PostVerifiedReturnType = Hash;

export type PostVerifiedErrorType = ThrownBy["postVerified"] | WriteErrorType;

/**
 * Resolves a market to what its published ballots say, whatever the Safe has posted.
 * @returns Hash of the transaction.
 * @throws {JuryWrongStatusError} when a call does not fit where the market stands.
 * @throws {JuryNotResolverError} when a market has another resolver.
 * @throws {JuryTooEarlyError} when a call comes too early.
 * @throws {JuryTooLateError} when a call comes too late.
 * @throws {JuryTooFewBallotsError} when a market has too few ballots for a verified posting.
 * @throws {JuryBallotsLeftError} when a walk has not come to the last ballot.
 * @throws {JuryNotUniqueError} when ballots do not prove that weights are the only optimum.
 * @throws {JuryInvalidLogSumError} when log weights do not sum to 0.
 * @throws {JuryNotOptimalError} when log weights are not the optimum of the ballots.
 */
export async function postVerified(
  client: WriteClient,
  parameters: PostVerifiedParameters,
): Promise<PostVerifiedReturnType> {
  return write(client, postVerifiedCall(parameters));
}

/** Describes {@link postVerified} without sending it: for gas estimates or a Safe. */
export function postVerifiedCall(parameters: PostVerifiedParameters): JuryCall<"postVerified"> {
  const { jury, market, x } = given(parameters);
  return { address: jury, abi: juryAbi, functionName: "postVerified", args: [market, x] };
}

export type ParsePostVerifiedLogsReturnType = ParseEventLogsReturnType<typeof juryAbi, "Verified", true>;

/** Reads the `Verified` events of one contract out of logs. */
export function parsePostVerifiedLogs({ logs, jury }: LogsOf<"jury">): ParsePostVerifiedLogsReturnType {
  return parseLogs(juryAbi, "Verified", jury, logs);
}
