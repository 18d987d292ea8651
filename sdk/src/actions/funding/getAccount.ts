import type { Address, Hex } from "viem";

import { fundingPoolAbi } from "../../abi/fundingPool.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetAccountParameters = ReadOptions & {
  /** Address of the `FundingPool` contract. */
  readonly fundingPool: Address;
  /** Number of the round. */
  readonly round: bigint;
  /** Token, the zero address for ether. */
  readonly token: Address;
  /** Id of the project. */
  readonly node: Hex;
};

/** A project's account, in units of the token. */
export type GetAccountReturnType = {
  /** What came to the project, in units: the sum of the others; for the target what the round was allotted. */
  readonly received: bigint;
  /** What was paid for it, in units; for UNKNOWN what was allotted to later rounds. */
  readonly claimed: bigint;
  /** What can be paid now, in units. */
  readonly claimable: bigint;
  /** What went to its children, in units. */
  readonly pulled: bigint;
  /** What its children can pull now, in units. */
  readonly pullable: bigint;
  /** What rounding keeps, in units; before its weights are final, and after the sweep, all that is left. */
  readonly dust: bigint;
};

export type GetAccountErrorType = ThrownBy["getAccount"] | ReadErrorType;

/**
 * Reads the account of a project in a round and a token.
 * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
 */
export async function getAccount(client: ReadClient, parameters: GetAccountParameters): Promise<GetAccountReturnType> {
  const { fundingPool, round, token, node, blockNumber } = given(parameters);
  return read(client, {
    address: fundingPool,
    abi: fundingPoolAbi,
    functionName: "accountOf",
    args: [round, token, node],
    ...atBlock(blockNumber),
  });
}
