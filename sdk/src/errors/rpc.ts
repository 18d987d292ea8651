import type { Address } from "viem";

import { BaseError } from "./BaseError.ts";

/** What viem throws when a transport gets no answer. */
const TRANSPORT_ERRORS = ["HttpRequestError", "SocketClosedError", "TimeoutError", "WebSocketRequestError"];
/** Codes of what ethers throws then, or hands on from Node. */
const TRANSPORT_CODES = [
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENOTFOUND",
  "ETIMEDOUT",
  "NETWORK_ERROR",
  "SERVER_ERROR",
  "TIMEOUT",
];

/** What the errors of viem and ethers know about a request. */
type TransportError = Error & {
  readonly code?: unknown;
  readonly request?: { readonly url?: unknown };
  readonly response?: { readonly statusCode?: unknown };
  readonly status?: unknown;
  readonly url?: unknown;
};

/** Thrown when the RPC cannot be reached, or what answers is no RPC. */
export class RpcUnreachableError extends BaseError {
  override readonly name = "RpcUnreachableError";
  /** Scheme, host and port; without the path, which may be a secret. */
  readonly url: string | undefined;
  /** HTTP status, if something answered. */
  readonly status: number | undefined;

  constructor({
    url,
    status,
    cause,
  }: {
    readonly url?: string | undefined;
    readonly status?: number | undefined;
    readonly cause?: unknown;
  }) {
    const origin = url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined;
    const where = origin === undefined ? "The RPC" : `The RPC at ${origin}`;
    super(status === undefined ? `${where} cannot be reached.` : `${where} answers with HTTP status ${status}.`, {
      cause,
      docsPath: "/errors#rpcunreachableerror",
      metaMessages: ["Check the URL that the client's transport was made with, and that a node listens there."],
    });
    this.url = origin;
    this.status = status;
  }

  /** Returns the error for what the transports of viem and ethers throw; `undefined` for anything else. */
  static from(error: TransportError): RpcUnreachableError | undefined {
    if (!TRANSPORT_ERRORS.includes(error.name) && !TRANSPORT_CODES.includes(error.code as string)) return undefined;
    const url = error.url ?? error.request?.url;
    const status = error.status ?? error.response?.statusCode;
    return new RpcUnreachableError({
      url: typeof url === "string" ? url : undefined,
      status: typeof status === "number" ? status : undefined,
      // The innermost says why, in a line; those around it repeat the request.
      cause: innermost(error),
    });
  }
}

/** Thrown when a call goes to an address without a contract: it would change nothing, and what it brings would be lost. */
export class NoContractError extends BaseError {
  override readonly name = "NoContractError";
  /** The address that was called. */
  readonly address: Address;
  /** Chain that was asked. */
  readonly chainId: number;
  constructor({ address, chainId, functionName }: { address: Address; chainId: number; functionName: string }) {
    super(`There is no contract at ${address} on chain ${chainId}: \`${functionName}\` would do nothing.`, {
      docsPath: "/errors#nocontracterror",
      metaMessages: ["Check the address, and that the RPC is of the chain on which the contract is."],
    });
    this.address = address;
    this.chainId = chainId;
  }
}

function innermost(error: Error): Error {
  return error.cause instanceof Error ? innermost(error.cause) : error;
}
