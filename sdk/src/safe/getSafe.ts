import type { Address, Chain, Client, Transport } from "viem";
import { readContract } from "viem/actions";

import { safeAbi } from "./abi.ts";

export type GetSafeParameters = {
  /** Address of the Safe. */
  readonly safe: Address;
};

export type GetSafeReturnType = {
  readonly owners: readonly Address[];
  /** Signatures that a transaction needs. */
  readonly threshold: bigint;
  /** Nonce of the next transaction. */
  readonly nonce: bigint;
};

/** Reads who owns a Safe, how many must sign, and the nonce of its next transaction. */
export async function getSafe(
  client: Client<Transport, Chain | undefined>,
  { safe }: GetSafeParameters,
): Promise<GetSafeReturnType> {
  const contract = { address: safe, abi: safeAbi } as const;
  const [owners, threshold, nonce] = await Promise.all([
    readContract(client, { ...contract, functionName: "getOwners" }),
    readContract(client, { ...contract, functionName: "getThreshold" }),
    readContract(client, { ...contract, functionName: "nonce" }),
  ]);
  return { owners, threshold, nonce };
}
