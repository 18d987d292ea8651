import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import type { JuryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type PostParameters = {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Payouts, in WAD, one for each outcome, summing to exactly 1e18. */
  readonly payouts: readonly bigint[];
  /** Merkle root of the jurors' ballots, 32 bytes. */
  readonly ballotsRoot: Hex;
  /** Where ballots, parameters and reasons can be read. */
  readonly evidenceURI: string;
};

export type PostReturnType = Hash;

export type PostErrorType = ThrownBy["post"] | WriteErrorType;

/**
 * Posts the payouts of a market, as the jurors' Safe: usually `postCall` is executed through the Safe.
 * @returns Hash of the transaction.
 * @throws {JuryNotSafeError} when the caller is not the jurors' Safe.
 * @throws {JuryWrongStatusError} when a call does not fit where the market stands.
 * @throws {JuryNotResolverError} when a market has another resolver.
 * @throws {JuryTooEarlyError} when a call comes too early.
 * @throws {JuryTooLateError} when a call comes too late.
 * @throws {JuryWrongLengthError} when there is not one payout for each outcome.
 * @throws {JuryInvalidSumError} when payouts do not sum to exactly 1.
 */
export async function post(client: WriteClient, parameters: PostParameters): Promise<PostReturnType> {
  return write(client, postCall(parameters));
}

/** Describes {@link post} without sending it: for gas estimates or a Safe. */
export function postCall(parameters: PostParameters): JuryCall<"post"> {
  const { jury, market, payouts, ballotsRoot, evidenceURI } = given(parameters);
  return { address: jury, abi: juryAbi, functionName: "post", args: [market, payouts, ballotsRoot, evidenceURI] };
}

export type ParsePostLogsReturnType = ParseEventLogsReturnType<typeof juryAbi, "Posted", true>;

/** Reads the `Posted` events of one contract out of logs. */
export function parsePostLogs({ logs, jury }: LogsOf<"jury">): ParsePostLogsReturnType {
  return parseLogs(juryAbi, "Posted", jury, logs);
}
