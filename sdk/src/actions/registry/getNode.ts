import type { Address, Hex } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetNodeParameters = ReadOptions & {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
  /** Id of the node: `nodeId` of its project. */
  readonly node: Hex;
};

export type GetNodeReturnType = {
  /** Whether it is in the graph. */
  readonly known: boolean;
  /** Number of its level: the target has 0, every edge leads to a deeper one. */
  readonly level: bigint;
  /** Number of the last round that it took part in; 0: none yet. */
  readonly touchedRound: number;
  /** Number of the last round that it was settled for. */
  readonly settledRound: number;
  /** Number of the first round in which it can be taken off lists; 0: it did not opt out. */
  readonly optOutRound: number;
  /** Number of the last round that its maintainer declared in. */
  readonly declaredRound: number;
};

export type GetNodeErrorType = ReadErrorType;

/** Reads the record of a node. */
export async function getNode(client: ReadClient, parameters: GetNodeParameters): Promise<GetNodeReturnType> {
  const { registry, node, blockNumber } = given(parameters);
  return read(client, {
    address: registry,
    abi: edgeRegistryAbi,
    functionName: "getNode",
    args: [node],
    ...atBlock(blockNumber),
  });
}
