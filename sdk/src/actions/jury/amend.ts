import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import type { JuryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type AmendParameters = {
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

export type AmendReturnType = Hash;

export type AmendErrorType = ThrownBy["amend"] | WriteErrorType;

/**
 * Answers a challenge, as the jurors' Safe: other payouts are right. They are posted and can be challenged like the
 * first; `parsePostLogs` reads them too.
 * @returns Hash of the transaction.
 * @throws {JuryNotSafeError} when the caller is not the jurors' Safe.
 * @throws {JuryWrongStatusError} when a call does not fit where the market stands.
 * @throws {JuryTooLateError} when a call comes too late.
 * @throws {JuryNoAmendmentLeftError} when a posting was amended as often as it may be.
 * @throws {JuryWrongLengthError} when there is not one payout for each outcome.
 * @throws {JuryInvalidSumError} when payouts do not sum to exactly 1.
 */
export async function amend(client: WriteClient, parameters: AmendParameters): Promise<AmendReturnType> {
  return write(client, amendCall(parameters));
}

/** Describes {@link amend} without sending it: for gas estimates or a Safe. */
export function amendCall(parameters: AmendParameters): JuryCall<"amend"> {
  const { jury, market, payouts, ballotsRoot, evidenceURI } = given(parameters);
  return { address: jury, abi: juryAbi, functionName: "amend", args: [market, payouts, ballotsRoot, evidenceURI] };
}

export type ParseAmendLogsReturnType = ParseEventLogsReturnType<typeof juryAbi, "Amended", true>;

/** Reads the `Amended` events of one contract out of logs. */
export function parseAmendLogs({ logs, jury }: LogsOf<"jury">): ParseAmendLogsReturnType {
  return parseLogs(juryAbi, "Amended", jury, logs);
}
