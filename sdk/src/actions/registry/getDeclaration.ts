import type { Address, Hex } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetDeclarationParameters = ReadOptions & {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
  /** Number of the round. */
  readonly round: bigint;
  /** Id of the node: `nodeId` of its project. */
  readonly node: Hex;
};

export type GetDeclarationReturnType = {
  /** Who paid the bonds; the zero address: nothing was declared. */
  readonly declarer: Address;
  /** In WAD; 0: as before. */
  readonly originality: bigint;
  /** Of the funded children of the roster, in WAD; none: as before. */
  readonly weights: readonly bigint[];
  /** In units of money. */
  readonly weightBond: bigint;
  /** In units of money. */
  readonly originalityBond: bigint;
};

export type GetDeclarationErrorType = ReadErrorType;

/** Reads what a seed's maintainer declared in a round. */
export async function getDeclaration(
  client: ReadClient,
  parameters: GetDeclarationParameters,
): Promise<GetDeclarationReturnType> {
  const { registry, round, node, blockNumber } = given(parameters);
  return read(client, {
    address: registry,
    abi: edgeRegistryAbi,
    functionName: "getDeclaration",
    args: [round, node],
    ...atBlock(blockNumber),
  });
}
