import type { NetworkConnection } from "hardhat/types/network";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** A chain of this process behind a URL. */
export type Served = { readonly url: string; readonly close: () => Promise<void> };

type RpcRequest = { readonly id: unknown; readonly method: string; readonly params?: readonly unknown[] };
type RpcError = { readonly code?: unknown; readonly message?: unknown; readonly data?: unknown };

/**
 * Serves a chain that a test runs in its own process over HTTP, as users' programs find it. Hardhat's own server makes a
 * chain of its own, which the fixtures of other tests cannot prepare.
 */
export async function serve({ provider }: NetworkConnection): Promise<Served> {
  async function answer({ id, method, params = [] }: RpcRequest): Promise<object> {
    try {
      return { jsonrpc: "2.0", id, result: await provider.request({ method, params: [...params] }) };
    } catch (error) {
      const { code = -32_603, message, data } = error as RpcError;
      return { jsonrpc: "2.0", id, error: { code, message, data } };
    }
  }

  async function answerAll(request: IncomingMessage): Promise<string> {
    const asked = await bodyOf(request);
    return JSON.stringify(Array.isArray(asked) ? await Promise.all(asked.map(answer)) : await answer(asked));
  }

  const server = createServer((request, response) => {
    answerAll(request).then(
      (answered) => response.setHeader("content-type", "application/json").end(answered),
      (error: unknown) => response.writeHead(400).end(String(error)),
    );
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<RpcRequest | RpcRequest[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString("utf8")) as RpcRequest | RpcRequest[];
}
