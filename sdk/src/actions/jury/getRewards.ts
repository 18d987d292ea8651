import type { Address } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetRewardsParameters = ReadOptions & {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Number of the round. */
  readonly round: bigint;
};

export type GetRewardsReturnType = {
  /** How many comparisons were accepted; final when distributed. */
  readonly accepted: bigint;
  /** How many of them were claimed for. */
  readonly claimed: bigint;
  /** Units of the stake token for each. */
  readonly perComparison: bigint;
  /** Whether what each comparison earns is final. */
  readonly distributed: boolean;
};

export type GetRewardsErrorType = ReadErrorType;

/** Reads the rewards of a round. */
export async function getRewards(client: ReadClient, parameters: GetRewardsParameters): Promise<GetRewardsReturnType> {
  const { jury, round, blockNumber } = given(parameters);
  const contract = { address: jury, abi: juryAbi, ...atBlock(blockNumber) } as const;
  return read(client, { ...contract, functionName: "rewardsOf", args: [round] });
}
