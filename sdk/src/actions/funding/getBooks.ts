import type { Address, Hex } from "viem";

import { fundingPoolAbi } from "../../abi/fundingPool.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { Graph } from "../../graph/order.ts";
import type { Books } from "../../graph/planPulls.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetBooksParameters = ReadOptions & {
  /** Address of the `FundingPool` contract. */
  readonly fundingPool: Address;
  /** Number of the round. */
  readonly round: bigint;
  /** Token, the zero address for ether. */
  readonly token: Address;
  /** The graph by the final weights of the round: `getGraph`. */
  readonly graph: Graph<Hex>;
};

/** By project: what it received, what was paid for it, and what went to each of its children. */
export type GetBooksReturnType = ReadonlyMap<Hex, Books>;

export type GetBooksErrorType = ThrownBy["getBooks"] | ReadErrorType;

/**
 * Reads what `planPulls` needs: the books of all projects of a graph but UNKNOWN. Pass a `blockNumber` to read one
 * moment; a client with `batch: { multicall: true }` makes it a few requests.
 * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
 */
export async function getBooks(client: ReadClient, parameters: GetBooksParameters): Promise<GetBooksReturnType> {
  const { fundingPool, round, token, graph, blockNumber } = given(parameters);
  const pool = { address: fundingPool, abi: fundingPoolAbi, ...atBlock(blockNumber) } as const;
  const nodes = new Set([graph.target, ...graph.nodes.keys(), ...(graph.open ?? [])]);
  for (const { children } of graph.nodes.values()) for (const { node } of children) nodes.add(node);
  if (graph.unknown !== undefined) nodes.delete(graph.unknown);
  const entries = [...nodes].map(async (node) => {
    const count = BigInt(graph.nodes.get(node)?.children.length ?? 0);
    const [{ received, claimed }, pulled] = await Promise.all([
      read(client, { ...pool, functionName: "accountOf", args: [round, token, node] }),
      count === 0n ? [] : read(client, { ...pool, functionName: "pulledOf", args: [round, token, node, count] }),
    ]);
    return [node, { received, claimed, pulled }] as const;
  });
  return new Map(await Promise.all(entries));
}
