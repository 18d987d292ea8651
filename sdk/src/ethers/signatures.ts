import type { Signer, TypedDataDomain, TypedDataField } from "ethers";
import { hexToBytes, type Hex, type SignableMessage } from "viem";

/** Typed data (EIP-712) as viem and `eth_signTypedData_v4` write it. */
export type TypedData = {
  readonly domain?: TypedDataDomain | undefined;
  readonly types: Readonly<Record<string, readonly TypedDataField[]>>;
  readonly message: Readonly<Record<string, unknown>>;
};

/** What ethers signs for a message: a text, or bytes. */
export function toSignable(message: SignableMessage): string | Uint8Array {
  if (typeof message === "string") return message;
  return typeof message.raw === "string" ? hexToBytes(message.raw) : message.raw;
}

/** Signs typed data; ethers finds the primary type, and that of the domain, by itself. */
export async function signTypedData(signer: Signer, { domain, types, message }: TypedData): Promise<Hex> {
  const own = Object.entries(types).filter(([name]) => name !== "EIP712Domain");
  const fields = Object.fromEntries(own.map(([name, type]) => [name, [...type]]));
  return (await signer.signTypedData(domain ?? {}, fields, { ...message })) as Hex;
}
