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
  /** Their references, in WAD, sum exactly 1e18: the base rates without declarations, which no price has moved. */
  readonly references: readonly bigint[];
  /** Reference of the node's originality, in WAD. */
  readonly originalityReference: bigint;
};

export type GetRosterErrorType = ReadErrorType;

/** Reads the outcomes of a node's market in a round, their base rates and references (ER-60); final when Registration has ended. */
export async function getRoster(client: ReadClient, parameters: GetRosterParameters): Promise<GetRosterReturnType> {
  const { registry, round, node, blockNumber } = given(parameters);
  const contract = { address: registry, abi: edgeRegistryAbi, ...atBlock(blockNumber) } as const;
  const args = [round, node] as const;
  const [[children, rates], originality, references, originalityReference] = await Promise.all([
    read(client, { ...contract, functionName: "roster", args }),
    read(client, { ...contract, functionName: "originalityRate", args }),
    read(client, { ...contract, functionName: "references", args }),
    read(client, { ...contract, functionName: "originalityReference", args }),
  ]);
  return { children, rates, originality, references, originalityReference };
}
