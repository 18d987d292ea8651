import type { Address } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetTallyParameters = ReadOptions & {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Id of the market. */
  readonly market: bigint;
};

export type GetTallyReturnType = {
  /** Number of the round of the market; 0 without ballots. */
  readonly round: bigint;
  /** How many ballots were published. */
  readonly ballots: bigint;
  /** How many comparisons they have. */
  readonly comparisons: bigint;
  /** Whether they count for rewards. */
  readonly accepted: boolean;
};

export type GetTallyErrorType = ReadErrorType;

/** Reads how many ballots of a market were published. */
export async function getTally(client: ReadClient, parameters: GetTallyParameters): Promise<GetTallyReturnType> {
  const { jury, market, blockNumber } = given(parameters);
  const contract = { address: jury, abi: juryAbi, ...atBlock(blockNumber) } as const;
  return read(client, { ...contract, functionName: "tallyOf", args: [market] });
}
