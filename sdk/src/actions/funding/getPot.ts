import type { Address } from "viem";

import { fundingPoolAbi } from "../../abi/fundingPool.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetPotParameters = ReadOptions & {
  /** Address of the `FundingPool` contract. */
  readonly fundingPool: Address;
  /** Number of the round. */
  readonly round: bigint;
  /** Token, the zero address for ether. */
  readonly token: Address;
};

/** The books of a round, in units of the token. */
export type GetPotReturnType = {
  /** What the round has to give, in units of the token. */
  readonly allotted: bigint;
  /** What was paid to projects, in units. */
  readonly claimed: bigint;
  /** What UNKNOWN was given, and a later round was allotted, in units. */
  readonly returned: bigint;
  /** What nobody claimed, and a later round was allotted, in units. */
  readonly swept: bigint;
  /** Whether the round's pulls and claims in the token have ended. */
  readonly isSwept: boolean;
};

export type GetPotErrorType = ReadErrorType;

/** Reads the books of a round in a token. */
export async function getPot(client: ReadClient, parameters: GetPotParameters): Promise<GetPotReturnType> {
  const { fundingPool, round, token, blockNumber } = given(parameters);
  return read(client, {
    address: fundingPool,
    abi: fundingPoolAbi,
    functionName: "potOf",
    args: [round, token],
    ...atBlock(blockNumber),
  });
}
