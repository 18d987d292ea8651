import type { Address, Hex } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetMaintainerParameters = ReadOptions & {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
  /** Id of the node: `nodeId` of its project. */
  readonly node: Hex;
};

/** An attestation that waits. */
export type PendingMaintainer = {
  /** Who was attested. */
  readonly maintainer: Address;
  /** From when on it is in office, unless vetoed, in unix seconds. */
  readonly effectiveAt: bigint;
};

export type GetMaintainerReturnType = {
  /** Who is in office; the zero address: nobody. */
  readonly maintainer: Address;
  /** Who is paid. */
  readonly payee: Address;
  /** The attestation that waits, if one does. */
  readonly pending: PendingMaintainer | undefined;
  /** Nonce of the next attestation. */
  readonly nonce: bigint;
};

export type GetMaintainerErrorType = ReadErrorType;

/** Reads who maintains a project, who is paid for it, and who waits. */
export async function getMaintainer(
  client: ReadClient,
  parameters: GetMaintainerParameters,
): Promise<GetMaintainerReturnType> {
  const { registry, node, blockNumber } = given(parameters);
  const contract = { address: registry, abi: edgeRegistryAbi, ...atBlock(blockNumber) } as const;
  const args = [node] as const;
  const [maintainer, payee, [next, effectiveAt], nonce] = await Promise.all([
    read(client, { ...contract, functionName: "maintainerOf", args }),
    read(client, { ...contract, functionName: "payeeOf", args }),
    read(client, { ...contract, functionName: "pendingMaintainerOf", args }),
    read(client, { ...contract, functionName: "nonceOf", args }),
  ]);
  return { maintainer, payee, pending: effectiveAt === 0n ? undefined : { maintainer: next, effectiveAt }, nonce };
}
