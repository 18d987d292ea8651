import { isAddressEqual, zeroAddress, type Address } from "viem";

import { fundingPoolAbi } from "../../abi/fundingPool.ts";
import { roundsAbi } from "../../abi/rounds.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetFundingPoolParameters = ReadOptions & {
  /** Address of the `FundingPool` contract. */
  readonly fundingPool: Address;
};

/** What a funding pool is connected to. */
export type GetFundingPoolReturnType = {
  /** Address of the rounds; `undefined` before the pool is connected, and then the registry and the round too. */
  readonly rounds: Address | undefined;
  /** Address of the registry that says who is paid. */
  readonly registry: Address | undefined;
  /** Number of the round that settles next: what is recorded now belongs to it. */
  readonly unsettled: bigint | undefined;
  /** How many more rounds settle before what was not claimed goes back. */
  readonly claimRounds: bigint;
};

export type GetFundingPoolErrorType = ReadErrorType;

/** Reads what a funding pool pays by, and for how long. */
export async function getFundingPool(
  client: ReadClient,
  parameters: GetFundingPoolParameters,
): Promise<GetFundingPoolReturnType> {
  const { fundingPool, blockNumber } = given(parameters);
  const pool = { address: fundingPool, abi: fundingPoolAbi, ...atBlock(blockNumber) } as const;
  const [address, claimRounds] = await Promise.all([
    read(client, { ...pool, functionName: "rounds" }),
    read(client, { ...pool, functionName: "CLAIM_ROUNDS" }),
  ]);
  if (isAddressEqual(address, zeroAddress)) {
    return { rounds: undefined, registry: undefined, unsettled: undefined, claimRounds };
  }
  const rounds = { address, abi: roundsAbi, ...atBlock(blockNumber) } as const;
  const [registry, unsettled] = await Promise.all([
    read(client, { ...rounds, functionName: "REGISTRY" }),
    read(client, { ...rounds, functionName: "unsettled" }),
  ]);
  return { rounds: address, registry, unsettled: unsettled > 0n ? unsettled : 1n, claimRounds };
}
