import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import type { JuryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";
import { kindIndex, type RoundKind } from "../../types/round.ts";

export type CollectAuditParameters = {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Number of the round. */
  readonly round: bigint;
  /** What the seed is judged for. */
  readonly kind: RoundKind;
  /** Index of the seed. */
  readonly index: number;
};

export type CollectAuditReturnType = Hash;

export type CollectAuditErrorType = ThrownBy["collectAudit"] | WriteErrorType;

/**
 * Moves what was paid for a seed that was judged into the reward pot. Anyone may call it.
 * @returns Hash of the transaction.
 * @throws {JuryNoAuditError} when nothing was paid for an audit, or nothing is left.
 * @throws {JuryNotCollectableError} when an audit cannot be collected, or not yet.
 */
export async function collectAudit(
  client: WriteClient,
  parameters: CollectAuditParameters,
): Promise<CollectAuditReturnType> {
  return write(client, collectAuditCall(parameters));
}

/** Describes {@link collectAudit} without sending it: for gas estimates or a Safe. */
export function collectAuditCall(parameters: CollectAuditParameters): JuryCall<"collectAudit"> {
  const { jury, round, kind, index } = given(parameters);
  return { address: jury, abi: juryAbi, functionName: "collectAudit", args: [round, kindIndex(kind), BigInt(index)] };
}

export type ParseCollectAuditLogsReturnType = ParseEventLogsReturnType<typeof juryAbi, "AuditCollected", true>;

/** Reads the `AuditCollected` events of one contract out of logs. */
export function parseCollectAuditLogs({ logs, jury }: LogsOf<"jury">): ParseCollectAuditLogsReturnType {
  return parseLogs(juryAbi, "AuditCollected", jury, logs);
}
