import type { Address, Hex } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import { GraphTooLargeError } from "../../errors/graph.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { Graph, GraphNode } from "../../graph/order.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetGraphParameters = ReadOptions & {
  /** Address of the `EdgeRegistry` contract; of a funding pool's: `getFundingPool`. */
  readonly registry: Address;
  /** Number of the round. */
  readonly round: bigint;
  /** How many edges there may be between the target and a project; by default 32. */
  readonly maxDepth?: number | undefined;
  /** How many projects to read at most; by default 20,000. */
  readonly maxNodes?: number | undefined;
};

/** The graph by the final weights of the round, from the target downwards; `open` has what is not final yet. */
export type GetGraphReturnType = Graph<Hex> & {
  /** Id of UNKNOWN, whose share goes back to the pool. */
  readonly unknown: Hex;
  /** Ids of the projects whose weights of the round are not final yet. */
  readonly open: ReadonlySet<Hex>;
};

export type GetGraphErrorType = ThrownBy["getGraph"] | ReadErrorType;

const MAX_DEPTH = 32;
const MAX_NODES = 20_000;

/**
 * Reads the graph by the final weights of a round, from the target downwards. Reads the projects of a level at once; a
 * client with `batch: { multicall: true }` makes that a few requests. Pass a `blockNumber` to read one moment.
 * @throws {GraphTooLargeError} when the graph goes beyond `maxDepth` or `maxNodes`.
 */
export async function getGraph(client: ReadClient, parameters: GetGraphParameters): Promise<GetGraphReturnType> {
  const {
    registry,
    round,
    maxDepth = MAX_DEPTH,
    maxNodes = MAX_NODES,
    blockNumber,
  } = given(parameters, "maxDepth", "maxNodes");
  const contract = { address: registry, abi: edgeRegistryAbi, ...atBlock(blockNumber) } as const;
  const [target, unknown] = await Promise.all([
    read(client, { ...contract, functionName: "TARGET" }),
    read(client, { ...contract, functionName: "UNKNOWN" }),
  ]);
  const nodes = new Map<Hex, GraphNode<Hex>>();
  const open = new Set<Hex>();
  const seen = new Set<Hex>([target, unknown]);
  let level: readonly Hex[] = [target];
  for (let depth = 0; level.length > 0; ++depth) {
    if (depth > maxDepth) throw new GraphTooLargeError({ limit: "maxDepth", maximum: maxDepth });
    const found = await Promise.all(level.map(readNode));
    for (const [i, node] of level.entries()) {
      const value = found[i];
      if (value) nodes.set(node, value);
      else open.add(node);
    }
    const below = found.flatMap((node) => node?.children ?? []).map(({ node }) => node);
    level = [...new Set(below)].filter((node) => !seen.has(node));
    for (const node of level) seen.add(node);
    if (seen.size > maxNodes) throw new GraphTooLargeError({ limit: "maxNodes", maximum: maxNodes });
  }
  return { target, unknown, nodes, open };

  async function readNode(node: Hex): Promise<GraphNode<Hex> | undefined> {
    const args = [round, node] as const;
    if (!(await read(client, { ...contract, functionName: "isSettled", args }))) return undefined;
    const [originality, [children, weights]] = await Promise.all([
      read(client, { ...contract, functionName: "originalityAt", args }),
      read(client, { ...contract, functionName: "childrenAt", args }),
    ]);
    return { originality, children: children.map((child, i) => ({ node: child, weight: weights[i] ?? 0n })) };
  }
}
