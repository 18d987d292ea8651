import type { Address, Hex } from "viem";

import { fundingPoolAbi } from "../../abi/fundingPool.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
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

export type GetClaimableErrorType = ThrownBy["getClaimable"] | ReadErrorType;

/**
 * Reads what a project can claim now of a round and a token.
 * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
 */
export async function getClaimable(
  client: ReadClient,
  parameters: GetClaimableParameters,
): Promise<GetClaimableReturnType> {
  const { fundingPool, round, token, node, blockNumber } = given(parameters);
  return read(client, {
    address: fundingPool,
    abi: fundingPoolAbi,
    functionName: "claimable",
    args: [round, token, node],
    ...atBlock(blockNumber),
  });
}
