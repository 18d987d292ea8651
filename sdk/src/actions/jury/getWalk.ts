import type { Address } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetWalkParameters = ReadOptions & {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Who walks. */
  readonly submitter: Address;
  /** For which log weights, in WAD. */
  readonly x: readonly bigint[];
};

export type GetWalkReturnType = {
  /** How many ballots were walked. */
  readonly cursor: bigint;
  /** How many comparisons are in them. */
  readonly comparisons: bigint;
  /** How many groups of outcomes are not connected yet; 0: not begun. */
  readonly groups: bigint;
  /** The gradient so far, without its anchor, in WAD. */
  readonly gradients: readonly bigint[];
};

export type GetWalkErrorType = ReadErrorType;

/** Reads how far a walk over the ballots is. */
export async function getWalk(client: ReadClient, parameters: GetWalkParameters): Promise<GetWalkReturnType> {
  const { jury, market, submitter, x, blockNumber } = given(parameters);
  const contract = { address: jury, abi: juryAbi, ...atBlock(blockNumber) } as const;
  return read(client, { ...contract, functionName: "walkOf", args: [market, submitter, x] });
}
