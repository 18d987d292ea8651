import type { Address, Hex } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";

/** An edge that was proposed in a round. */
export type Candidate = {
  /** Id of the project that was proposed. */
  readonly child: Hex;
  /** Who paid the bond. */
  readonly proposer: Address;
  /** Its nominal base rate, in WAD. */
  readonly rate: bigint;
  /** Part (a) of the bond, in units of money: lost if the edge leaves. */
  readonly slotBond: bigint;
  /** Part (b), in units of money: pays what the rate costs the pool. */
  readonly rateBond: bigint;
  /** The zero address if nobody challenged it. */
  readonly challenger: Address;
};

export type GetCandidatesParameters = ReadOptions & {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
  /** Number of the round. */
  readonly round: bigint;
  /** Id of the parent: `nodeId` of its project. */
  readonly parent: Hex;
};

export type GetCandidatesReturnType = readonly Candidate[];

export type GetCandidatesErrorType = ReadErrorType;

/** Reads the edges that were proposed to a node in a round, in order of acceptance. */
export async function getCandidates(
  client: ReadClient,
  parameters: GetCandidatesParameters,
): Promise<GetCandidatesReturnType> {
  const { registry, round, parent, blockNumber } = given(parameters);
  return read(client, {
    address: registry,
    abi: edgeRegistryAbi,
    functionName: "getCandidates",
    args: [round, parent],
    ...atBlock(blockNumber),
  });
}
