import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import type { JuryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";
import { kindIndex, type RoundKind } from "../../types/round.ts";

export type RequestAuditParameters = {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Number of the round. */
  readonly round: bigint;
  /** What the seed is judged for. */
  readonly kind: RoundKind;
  /** Index of the seed. */
  readonly index: number;
  /** Units of the stake token to pay. */
  readonly amount: bigint;
};

export type RequestAuditReturnType = Hash;

export type RequestAuditErrorType = ThrownBy["requestAudit"] | WriteErrorType;

/**
 * Pays for the judgment of a seed. The `Jury` must be allowed to take it: `approveAsset`.
 * @returns Hash of the transaction.
 * @throws {JuryUnknownRoundError} when there is no such round.
 * @throws {JuryRoundTooEarlyError} when a call for a round comes too early.
 * @throws {JuryRoundTooLateError} when a call for a round comes too late.
 * @throws {JurySelectionDoneError} when an evaluation set is known, so that audits come too late.
 * @throws {JuryNotEligibleError} when a seed cannot be audited.
 * @throws {JuryNotReceivedError} when less of the stake token arrived than was asked for.
 * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
 * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
 */
export async function requestAudit(
  client: WriteClient,
  parameters: RequestAuditParameters,
): Promise<RequestAuditReturnType> {
  return write(client, requestAuditCall(parameters));
}

/** Describes {@link requestAudit} without sending it: for gas estimates or a Safe. */
export function requestAuditCall(parameters: RequestAuditParameters): JuryCall<"requestAudit"> {
  const { jury, round, kind, index, amount } = given(parameters);
  return {
    address: jury,
    abi: juryAbi,
    functionName: "requestAudit",
    args: [round, kindIndex(kind), BigInt(index), amount],
  };
}

export type ParseRequestAuditLogsReturnType = ParseEventLogsReturnType<typeof juryAbi, "AuditRequested", true>;

/** Reads the `AuditRequested` events of one contract out of logs. */
export function parseRequestAuditLogs({ logs, jury }: LogsOf<"jury">): ParseRequestAuditLogsReturnType {
  return parseLogs(juryAbi, "AuditRequested", jury, logs);
}
