import type { Address, Hex } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetChildrenParameters = ReadOptions & {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
  /** Number of the round. */
  readonly round: bigint;
  /** Id of the node: `nodeId` of its project. */
  readonly node: Hex;
};

export type GetChildrenReturnType = {
  /** Ids of the children, in the order of the weights. */
  readonly children: readonly Hex[];
  /** In WAD, sum exactly 1e18. */
  readonly weights: readonly bigint[];
  /** What the node keeps of its credit, in WAD. */
  readonly originality: bigint;
};

export type GetChildrenErrorType = ThrownBy["getChildren"] | ReadErrorType;

/**
 * Reads the children of a node by the final weights of a round; round 0 is the genesis.
 * @throws {EdgeRegistryNotSettledError} when a node has to be settled first.
 */
export async function getChildren(
  client: ReadClient,
  parameters: GetChildrenParameters,
): Promise<GetChildrenReturnType> {
  const { registry, round, node, blockNumber } = given(parameters);
  const contract = { address: registry, abi: edgeRegistryAbi, ...atBlock(blockNumber) } as const;
  const args = [round, node] as const;
  const [[children, weights], originality] = await Promise.all([
    read(client, { ...contract, functionName: "childrenAt", args }),
    read(client, { ...contract, functionName: "originalityAt", args }),
  ]);
  return { children, weights, originality };
}
