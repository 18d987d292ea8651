import { domainSeparator, keccak256, parseAbi, stringToHex, type Address } from "viem";
import { getCapabilities, getChainId, getCode } from "viem/actions";

import { permitTypedData, type PermitParameters } from "../chain/permit.ts";
import { read } from "../chain/read.ts";
import type { WriteClient } from "../types/client.ts";
import { permitTypes, type PermitTypedData } from "../types/permit.ts";
import { optional } from "./allowances.ts";

const permitAbi = parseAbi([
  "function DOMAIN_SEPARATOR() view returns (bytes32)",
  "function PERMIT_TYPEHASH() view returns (bytes32)",
]);

const PERMIT_TYPEHASH = keccak256(
  stringToHex(`Permit(${permitTypes.Permit.map(({ type, name }) => `${type} ${name}`).join(",")})`),
);

/**
 * Whether the account's wallet carries out several calls as one (EIP-5792), now or after the user lets it change the
 * account (`ready`). A key in this process has no wallet.
 */
export async function offersBatches(client: WriteClient): Promise<boolean> {
  const { account } = client;
  if (account.type === "local") return false;
  try {
    const [chainId, capabilities] = await Promise.all([getChainId(client), getCapabilities(client, { account })]);
    // What is under chain 0 holds on all chains.
    const { atomic, atomicBatch } = { ...capabilities[0], ...capabilities[chainId] };
    // The second is how the standard's drafts had it, and some wallets, Safe's among them, still do.
    return atomic?.status === "supported" || atomic?.status === "ready" || isSupported(atomicBatch);
  } catch {
    return false; // most wallets do not know the question, and some refuse it
  }
}

function isSupported(capability: unknown): boolean {
  return (
    typeof capability === "object" && capability !== null && "supported" in capability && capability.supported === true
  );
}

/** Whether the account can sign permits for the tokens at all: a contract, such as a Safe, has no key. */
export async function canSign(client: WriteClient): Promise<boolean> {
  return (await getCode(client, { address: client.account.address })) === undefined;
}

/**
 * Returns the permit to sign if the token has EIP-2612: it knows the owner's nonce, and its domain is the one that
 * would be signed. Tokens with a permit of another kind, as DAI's, say so by their type hash.
 */
export async function permitOf(
  client: WriteClient,
  parameters: PermitParameters,
): Promise<PermitTypedData | undefined> {
  const token = { address: parameters.token, abi: permitAbi } as const;
  const owner: Address = client.account.address;
  const [typedData, separator, typeHash = PERMIT_TYPEHASH] = await Promise.all([
    optional(permitTypedData(client, { ...parameters, owner })),
    optional(read(client, { ...token, functionName: "DOMAIN_SEPARATOR" })),
    optional(read(client, { ...token, functionName: "PERMIT_TYPEHASH" })),
  ]);
  if (typedData === undefined || typeHash !== PERMIT_TYPEHASH) return undefined;
  return domainSeparator({ domain: typedData.domain }) === separator ? typedData : undefined;
}
