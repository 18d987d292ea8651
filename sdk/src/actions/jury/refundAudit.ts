import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import type { JuryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";
import { kindIndex, type RoundKind } from "../../types/round.ts";

export type RefundAuditParameters = {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Number of the round. */
  readonly round: bigint;
  /** What the seed is judged for. */
  readonly kind: RoundKind;
  /** Index of the seed. */
  readonly index: number;
  /** Who has paid, and is credited. */
  readonly payer: Address;
};

export type RefundAuditReturnType = Hash;

export type RefundAuditErrorType = ThrownBy["refundAudit"] | WriteErrorType;

/**
 * Credits what was paid for a seed that is not judged. Anyone may call it.
 * @returns Hash of the transaction.
 * @throws {JuryNoAuditError} when nothing was paid for an audit, or nothing is left.
 * @throws {JuryNotRefundableError} when an audit cannot be refunded, or not yet.
 */
export async function refundAudit(
  client: WriteClient,
  parameters: RefundAuditParameters,
): Promise<RefundAuditReturnType> {
  return write(client, refundAuditCall(parameters));
}

/** Describes {@link refundAudit} without sending it: for gas estimates or a Safe. */
export function refundAuditCall(parameters: RefundAuditParameters): JuryCall<"refundAudit"> {
  const { jury, round, kind, index, payer } = given(parameters);
  return {
    address: jury,
    abi: juryAbi,
    functionName: "refundAudit",
    args: [round, kindIndex(kind), BigInt(index), payer],
  };
}

export type ParseRefundAuditLogsReturnType = ParseEventLogsReturnType<typeof juryAbi, "AuditRefunded", true>;

/** Reads the `AuditRefunded` events of one contract out of logs. */
export function parseRefundAuditLogs({ logs, jury }: LogsOf<"jury">): ParseRefundAuditLogsReturnType {
  return parseLogs(juryAbi, "AuditRefunded", jury, logs);
}
