import type { Address, Hex, SignTypedDataErrorType } from "viem";
import { getChainId, signTypedData } from "viem/actions";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import { explain } from "../../chain/explain.ts";
import { given } from "../../chain/given.ts";
import { read, type ReadErrorType } from "../../chain/read.ts";
import type { WriteClient } from "../../types/client.ts";

/** The EIP-712 types of an attestation. */
export const attestationTypes = {
  Attestation: [
    { name: "node", type: "bytes32" },
    { name: "maintainer", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/** Who maintains a project, in the registrar's words: what `attest` takes. */
export type Attestation = {
  /** Id of the node: `nodeId` of its project. */
  readonly node: Hex;
  /** Who maintains it. */
  readonly maintainer: Address;
  /** The node's nonce: an attestation counts once. */
  readonly nonce: bigint;
  /** Last second at which it can be submitted, in unix seconds. */
  readonly deadline: bigint;
  /** The registrar's signature. */
  readonly signature: Hex;
};

export type SignAttestationParameters = {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
  /** Id of the node: `nodeId` of its project. */
  readonly node: Hex;
  /** Who maintains it. */
  readonly maintainer: Address;
  /** Last second at which it can be submitted, in unix seconds. */
  readonly deadline: bigint;
  /** Nonce of the attestation; by default the one that the registry expects next. */
  readonly nonce?: bigint | undefined;
};

export type SignAttestationReturnType = Attestation;

export type SignAttestationErrorType = ReadErrorType | SignTypedDataErrorType;

/** Signs an attestation with the client's account, which must be the registry's registrar. Sends nothing. */
export async function signAttestation(
  client: WriteClient,
  parameters: SignAttestationParameters,
): Promise<SignAttestationReturnType> {
  const { registry, node, maintainer, deadline } = given(parameters);
  const [chainId, nonce] = await Promise.all([
    getChainId(client),
    parameters.nonce ??
      read(client, { address: registry, abi: edgeRegistryAbi, functionName: "nonceOf", args: [node] }),
  ]);
  const message = { node, maintainer, nonce, deadline };
  try {
    const signature = await signTypedData(client, {
      account: client.account,
      domain: { name: "EdgeRegistry", version: "1", chainId, verifyingContract: registry },
      types: attestationTypes,
      primaryType: "Attestation",
      message,
    });
    return { ...message, signature };
  } catch (error) {
    throw await explain(error);
  }
}
