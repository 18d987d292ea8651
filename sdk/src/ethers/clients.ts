import type { BaseWallet, Provider, Signer } from "ethers";
import { createClient, getAddress, type Account } from "viem";

import { SignerWithoutProviderError } from "../errors/ethers.ts";
import type { ReadClient, WriteClient } from "../types/client.ts";
import { toLocalAccount } from "./localAccount.ts";
import { nameOf, requesterOf, transportOf, type Request } from "./transport.ts";
import { signedBy } from "./wallet.ts";

export type EthersClientOptions = {
  /** Milliseconds after which a request counts as not answered; 10,000 by default. What a person confirms may take long. */
  readonly timeout?: number | undefined;
  /** How often a read that was not answered is repeated; 3 times by default. */
  readonly retryCount?: number | undefined;
};

/**
 * Makes an ethers provider a client that every reading action takes.
 * @param provider One that can `send`: a JsonRpcProvider, a WebSocketProvider, a BrowserProvider, and those made of them.
 * @throws {ProviderWithoutSendError} when it cannot.
 */
export function toReadClient(provider: Provider, options: EthersClientOptions = {}): ReadClient {
  return clientOf(provider, undefined, requesterOf(provider, options), options);
}

/**
 * Makes an ethers signer a client that every action takes. A wallet, whose key is in this process, signs, and its
 * provider sends what it has signed, so that `deliver` can send the same again; any other signer is asked to sign and to
 * send itself, with its own nonces and its own dialogs.
 * @param signer Connected to a provider that can `send`.
 * @throws {SignerWithoutProviderError} when it is not connected.
 * @throws {ProviderWithoutSendError} when its provider cannot send raw JSON-RPC requests.
 */
export async function toWriteClient(signer: Signer, options: EthersClientOptions = {}): Promise<WriteClient> {
  const { provider } = signer;
  if (!provider) throw new SignerWithoutProviderError({ signer: nameOf(signer) });
  const request = requesterOf(provider, options);
  const address = getAddress(await signer.getAddress());
  if (hasKey(signer)) return clientOf(provider, toLocalAccount(signer, address), request, options);
  return clientOf(provider, { address, type: "json-rpc" }, signedBy(signer, request), options);
}

function clientOf<account extends Account | undefined>(
  provider: Provider,
  account: account,
  request: Request,
  { retryCount }: EthersClientOptions,
) {
  const interval = "pollingInterval" in provider ? provider.pollingInterval : undefined;
  return createClient({
    ...(typeof interval === "number" && { pollingInterval: interval }),
    account,
    transport: transportOf(request, retryCount),
  });
}

/** By what it has, not by its class: there may be two copies of ethers. */
function hasKey(signer: Signer): signer is BaseWallet {
  return "signingKey" in signer;
}
