import type { Address, Hex } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetRosterParameters = ReadOptions & {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
  /** Number of the round. */
  readonly round: bigint;
  /** Id of the node: `nodeId` of its project. */
  readonly node: Hex;
};

export type GetRosterReturnType = {
  /** Ids of the outcomes: funded children, then candidates. */
  readonly children: readonly Hex[];
  /** Their base rates, in WAD, sum exactly 1e18. */
  readonly rates: readonly bigint[];
  /** Base rate of the node's originality, in WAD. */
  readonly originality: bigint;
};

export type GetRosterErrorType = ReadErrorType;

/** Reads the outcomes of a node's market in a round, and their base rates; final when Registration has ended. */
export async function getRoster(client: ReadClient, parameters: GetRosterParameters): Promise<GetRosterReturnType> {
  const { registry, round, node, blockNumber } = given(parameters);
  const contract = { address: registry, abi: edgeRegistryAbi, ...atBlock(blockNumber) } as const;
  const args = [round, node] as const;
  const [[children, rates], originality] = await Promise.all([
    read(client, { ...contract, functionName: "roster", args }),
    read(client, { ...contract, functionName: "originalityRate", args }),
  ]);
  return { children, rates, originality };
}
