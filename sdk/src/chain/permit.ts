import { parseAbi, parseSignature, type Address, type Hex, type SignTypedDataErrorType } from "viem";
import { getChainId, getEip712Domain, signTypedData } from "viem/actions";

import type { ReadClient, WriteClient } from "../types/client.ts";
import { permitTypes, type PermitTypedData } from "../types/permit.ts";
import { explain } from "./explain.ts";
import { given } from "./given.ts";
import { read } from "./read.ts";

const permitTokenAbi = parseAbi([
  "function name() view returns (string)",
  "function nonces(address owner) view returns (uint256)",
  "function version() view returns (string)",
]);

/** What a permit allows, and until when. */
export type PermitParameters = {
  /** Address of the ERC-20, which must have EIP-2612 permits. */
  readonly token: Address;
  /** Contract that may take it. */
  readonly spender: Address;
  /** What it may take, in units. */
  readonly amount: bigint;
  /** Last second at which the permit can be used, in unix seconds. */
  readonly deadline: bigint;
};

/** A signed permit, in the parts that `permit` takes. */
export type SignedPermit = Omit<PermitParameters, "spender"> & {
  /** 27 or 28. */
  readonly v: number;
  /** First half of the signature. */
  readonly r: Hex;
  /** Second half of the signature. */
  readonly s: Hex;
};

/** What signing a permit may fail with. */
export type SignedPermitErrorType = SignTypedDataErrorType;

/** Puts the EIP-2612 message together: the token says its domain and the owner's nonce. */
export async function permitTypedData(
  client: ReadClient,
  parameters: PermitParameters & { readonly owner: Address },
): Promise<PermitTypedData> {
  const { token, owner, spender, amount, deadline } = given(parameters);
  const [domain, nonce] = await Promise.all([
    domainOf(client, token),
    read(client, { address: token, abi: permitTokenAbi, functionName: "nonces", args: [owner] }),
  ]);
  const message = { owner, spender, value: amount, nonce, deadline };
  return { domain, types: permitTypes, primaryType: "Permit", message };
}

/** Signs a permit with the client's account. */
export async function signPermitTypedData(client: WriteClient, typedData: PermitTypedData): Promise<SignedPermit> {
  const { domain, message } = typedData;
  try {
    const signature = await signTypedData(client, { account: client.account, ...typedData });
    const { r, s, yParity } = parseSignature(signature);
    const { value: amount, deadline } = message;
    return { token: domain.verifyingContract, amount, deadline, v: 27 + yParity, r, s };
  } catch (error) {
    throw await explain(error);
  }
}

/** The token's own domain (EIP-5267); for older tokens put together from their name and version. */
async function domainOf(client: ReadClient, token: Address) {
  try {
    const { domain } = await getEip712Domain(client, { address: token });
    const { name, version, chainId } = domain;
    return { name, version, chainId, verifyingContract: token };
  } catch {
    const contract = { address: token, abi: permitTokenAbi } as const;
    const [name, version, chainId] = await Promise.all([
      read(client, { ...contract, functionName: "name" }),
      read(client, { ...contract, functionName: "version" }).catch(() => "1"),
      getChainId(client),
    ]);
    return { name, version, chainId, verifyingContract: token };
  }
}
