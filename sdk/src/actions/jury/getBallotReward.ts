import type { Address } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetBallotRewardParameters = ReadOptions & {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** The juror. */
  readonly juror: Address;
};

export type GetBallotRewardReturnType = {
  /** How many comparisons the juror's ballot for this market has; 0: not published. */
  readonly comparisons: bigint;
  /** Whether the reward for them was claimed. */
  readonly claimed: boolean;
};

export type GetBallotRewardErrorType = ReadErrorType;

/** Reads what a juror has said about a market, in numbers, and whether its reward was claimed. */
export async function getBallotReward(
  client: ReadClient,
  parameters: GetBallotRewardParameters,
): Promise<GetBallotRewardReturnType> {
  const { jury, market, juror, blockNumber } = given(parameters);
  const contract = { address: jury, abi: juryAbi, ...atBlock(blockNumber) } as const;
  const args = [market, juror] as const;
  const [comparisons, claimed] = await read(client, { ...contract, functionName: "ballotOf", args });
  return { comparisons, claimed };
}
