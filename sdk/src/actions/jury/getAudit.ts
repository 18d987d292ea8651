import type { Address } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";
import { kindIndex, type RoundKind } from "../../types/round.ts";

export type GetAuditParameters = ReadOptions & {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Number of the round. */
  readonly round: bigint;
  /** What the seed is judged for. */
  readonly kind: RoundKind;
  /** Index of the seed. */
  readonly index: number;
  /** Who has paid. */
  readonly payer: Address;
};

export type GetAuditReturnType = {
  /** Paid by all, in units of the stake token, neither refunded nor collected. */
  readonly total: bigint;
  /** Paid by this payer and not refunded, in units of the stake token, whether or not it was collected. */
  readonly paid: bigint;
};

export type GetAuditErrorType = ReadErrorType;

/** Reads what is paid for the audit of one seed. */
export async function getAudit(client: ReadClient, parameters: GetAuditParameters): Promise<GetAuditReturnType> {
  const { jury, round, kind, index, payer, blockNumber } = given(parameters);
  const contract = { address: jury, abi: juryAbi, ...atBlock(blockNumber) } as const;
  const [total, paid] = await Promise.all([
    read(client, { ...contract, functionName: "auditOf", args: [round, kindIndex(kind), BigInt(index)] }),
    read(client, { ...contract, functionName: "auditBy", args: [round, kindIndex(kind), BigInt(index), payer] }),
  ]);
  return { total, paid };
}
