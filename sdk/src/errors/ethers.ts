import { BaseError } from "./BaseError.ts";

/** Thrown when an ethers provider has no `send`: the actions ask for what its own methods do not offer. */
export class ProviderWithoutSendError extends BaseError {
  override readonly name = "ProviderWithoutSendError";
  constructor({ provider }: { readonly provider: string }) {
    super(`The ethers provider "${provider}" cannot send raw JSON-RPC requests.`, {
      docsPath: "/errors#providerwithoutsenderror",
      metaMessages: [
        "Pass a JsonRpcProvider, a WebSocketProvider or a BrowserProvider; of a FallbackProvider, one that it is made of.",
      ],
    });
  }
}

/** Thrown when an ethers signer has no provider: it cannot read, nor send what it signs. */
export class SignerWithoutProviderError extends BaseError {
  override readonly name = "SignerWithoutProviderError";
  constructor({ signer }: { readonly signer: string }) {
    super(`The ethers signer "${signer}" has no provider.`, {
      docsPath: "/errors#signerwithoutprovidererror",
      metaMessages: ["Connect it first: `signer.connect(provider)`."],
    });
  }
}

/** Thrown when an ethers wallet is asked for a type of transaction that the adapter cannot hand to it. */
export class UnsupportedTransactionTypeError extends BaseError {
  override readonly name = "UnsupportedTransactionTypeError";
  constructor({ type }: { readonly type: string }) {
    super(`An ethers wallet cannot sign transactions of the type "${type}" for viem.`, {
      docsPath: "/errors#unsupportedtransactiontypeerror",
      metaMessages: [
        'Leave the type away, or use "legacy", "eip2930" or "eip1559"; for others take an account of viem.',
      ],
    });
  }
}
