import type { Provider } from "ethers";
import { custom, RpcRequestError, TimeoutError, type CustomTransport } from "viem";

import { ProviderWithoutSendError } from "../errors/ethers.ts";

/** A request as viem's transports make it. */
export type Request = (asked: { readonly method: string; readonly params?: readonly unknown[] }) => Promise<unknown>;

/** What nodes answer when they refuse. */
type RpcError = { readonly code: number; readonly message: string; readonly data?: unknown };

type Sender = Provider & { readonly send: (method: string, params: readonly unknown[]) => Promise<unknown> };

/** Methods that wallets ask a person about, who may take all the time in the world. */
const ASKS_A_PERSON = /^(eth_sendTransaction|eth_sign|eth_requestAccounts|personal_|wallet_)/;
const TIMEOUT = 10_000;

/** What the class of a provider or a signer is called. */
export function nameOf(value: object): string {
  return value.constructor.name;
}

/**
 * The function by which an ethers provider answers JSON-RPC requests.
 * @throws {ProviderWithoutSendError} when it has none.
 */
export function requesterOf(
  provider: Provider,
  { timeout = TIMEOUT }: { readonly timeout?: number | undefined },
): Request {
  if (!canSend(provider)) throw new ProviderWithoutSendError({ provider: nameOf(provider) });
  return async ({ method, params = [] }) => {
    const answer = withNodesErrors(provider.send(method, params));
    return ASKS_A_PERSON.test(method) ? answer : within(timeout, method, answer);
  };
}

export function transportOf(request: Request, retryCount: number | undefined): CustomTransport {
  return custom({ request }, { key: "ethers", name: "ethers", ...(retryCount !== undefined && { retryCount }) });
}

/**
 * Fails with what the node said, which ethers wraps in errors of its own: viem looks at the code and the data. Other
 * errors stay as they are.
 */
export async function withNodesErrors<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const said = saidByNode(error);
    throw said === undefined ? error : new RpcRequestError({ body: {}, error: said, url: "ethers" });
  }
}

function saidByNode(thrown: unknown): RpcError | undefined {
  const { error, info } = thrown as { readonly error?: unknown; readonly info?: { readonly error?: unknown } };
  return [info?.error, error].find(isRpcError);
}

function isRpcError(value: unknown): value is RpcError {
  const { code, message } = (value ?? {}) as Partial<RpcError>;
  return typeof code === "number" && typeof message === "string";
}

function canSend(provider: Provider): provider is Sender {
  return "send" in provider && typeof provider.send === "function";
}

/** Until a JsonRpcProvider has reached its node, it tries again for ever. */
async function within<T>(timeout: number, method: string, answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeoutError({ body: { method }, url: "ethers" })), timeout);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
