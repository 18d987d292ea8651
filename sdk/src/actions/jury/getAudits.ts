import type { Address } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";
import { kindIndex, type RoundKind } from "../../types/round.ts";

export type GetAuditsParameters = ReadOptions & {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Number of the round. */
  readonly round: bigint;
  /** What the seed is judged for. */
  readonly kind: RoundKind;
  /** Number of seeds. */
  readonly count: bigint;
};

export type GetAuditsReturnType = readonly bigint[];

export type GetAuditsErrorType = ReadErrorType;

/** Reads what is paid for audits of seeds 0 to `count - 1`, in units of the stake token, neither refunded nor collected. */
export async function getAudits(client: ReadClient, parameters: GetAuditsParameters): Promise<GetAuditsReturnType> {
  const { jury, round, kind, count, blockNumber } = given(parameters);
  const contract = { address: jury, abi: juryAbi, ...atBlock(blockNumber) } as const;
  return read(client, { ...contract, functionName: "auditsOf", args: [round, kindIndex(kind), count] });
}
