import { parseAbi, parseSignature, type Address, type Hex, type SignTypedDataErrorType } from "viem";
import { getChainId, getEip712Domain, signTypedData } from "viem/actions";

import { toSdkError } from "../../errors/contract.ts";
import type { WriteClient } from "../../internal/client.ts";
import { read, type ReadErrorType } from "../../internal/read.ts";

const permitTokenAbi = parseAbi([
  "function name() view returns (string)",
  "function nonces(address owner) view returns (uint256)",
  "function version() view returns (string)",
]);

/** The EIP-712 types of EIP-2612. */
export const permitTypes = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

export type SignPermitParameters = {
  /** Address of the ERC-20, which must have EIP-2612 permits. */
  readonly token: Address;
  /** Contract that may take it: `Markets`. */
  readonly spender: Address;
  /** What it may take, in units. */
  readonly amount: bigint;
  /** Last second at which the permit can be used, in unix seconds. */
  readonly deadline: bigint;
};

/** A signed permit, in the parts that `permit` takes. */
export type SignPermitReturnType = {
  readonly token: Address;
  readonly amount: bigint;
  readonly deadline: bigint;
  /** 27 or 28. */
  readonly v: number;
  readonly r: Hex;
  readonly s: Hex;
};

export type SignPermitErrorType = ReadErrorType | SignTypedDataErrorType;

/** Signs an EIP-2612 permit with the client's account: an allowance that costs no transaction of its own. */
export async function signPermit(
  client: WriteClient,
  { token, spender, amount, deadline }: SignPermitParameters,
): Promise<SignPermitReturnType> {
  const { account } = client;
  const [domain, nonce] = await Promise.all([
    domainOf(client, token),
    read(client, { address: token, abi: permitTokenAbi, functionName: "nonces", args: [account.address] }),
  ]);
  const message = { owner: account.address, spender, value: amount, nonce, deadline };
  try {
    const signature = await signTypedData(client, {
      account,
      domain,
      types: permitTypes,
      primaryType: "Permit",
      message,
    });
    const { r, s, yParity } = parseSignature(signature);
    return { token, amount, deadline, v: 27 + yParity, r, s };
  } catch (error) {
    throw toSdkError(error);
  }
}

/** The token's own domain (EIP-5267); for older tokens put together from their name and version. */
async function domainOf(client: WriteClient, token: Address) {
  try {
    const { domain } = await getEip712Domain(client, { address: token });
    const { name, version, chainId, verifyingContract } = domain;
    return { name, version, chainId, verifyingContract };
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
