import type { Address, Hex } from "viem";

import { fundingPoolAbi } from "../../abi/fundingPool.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { FundingPoolNotConnectedError } from "../../errors/contracts/funding.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetClaimableParameters = ReadOptions & {
  /** Address of the `FundingPool` contract. */
  readonly fundingPool: Address;
  /** Number of the round. */
  readonly round: bigint;
  /** Token, the zero address for ether. */
  readonly token: Address;
  /** Id of the project. */
  readonly node: Hex;
};

/** What can be paid for the project now, in units of the token; more may have to be pulled first: `planPulls`. */
export type GetClaimableReturnType = bigint;

export type GetClaimableErrorType = FundingPoolNotConnectedError | ReadErrorType;

/**
 * Reads what a project can claim now of a round and a token.
 * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
 */
export function getClaimable(
  client: ReadClient,
  { fundingPool, round, token, node, blockNumber }: GetClaimableParameters,
): Promise<GetClaimableReturnType> {
  return read(client, {
    address: fundingPool,
    abi: fundingPoolAbi,
    functionName: "claimable",
    args: [round, token, node],
    ...atBlock(blockNumber),
  });
}
