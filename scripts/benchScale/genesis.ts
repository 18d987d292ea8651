import { encodeAbiParameters, keccak256, toHex, zeroHash, type Hex } from "viem";

import { floorWeights, WAD } from "../../sdk/src/math/index.ts";
import type { Dependencies } from "./graph.ts";

/** Funded children of a node, at most (DESIGN 2). */
export const MAX_CHILDREN = 128;
/** Edges that one transaction imports, at most: about 33,000 gas each. */
const MAX_EDGES_PER_IMPORT = 384;
const ORIGINALITY = WAD / 2n;

/** A node as the registry imports it. */
export type GenesisNode = {
  readonly node: Hex;
  readonly originality: bigint;
  readonly children: Hex[];
  readonly weights: bigint[];
};

/** What is imported, and what was left out on the way. */
export type Genesis = {
  readonly target: Hex;
  /** In topological order, the target first. */
  readonly nodes: readonly GenesisNode[];
  /** The nodes, as many to a transaction as fit. */
  readonly chunks: readonly (readonly GenesisNode[])[];
  /** What the hash chain of the import ends in. */
  readonly root: Hex;
  /** Edges that closed a cycle. */
  readonly dropped: readonly (readonly [parent: string, child: string])[];
  /** Nodes with more than 128 children, and the edges they lost. */
  readonly cut: { readonly nodes: number; readonly edges: number };
};

/**
 * Turns a graph without weights into an import: drops edges that close a cycle, weighs children 1/rank, cuts to 128 and
 * spreads what leaves over the kept in proportion. What no edge leads to any more is left out.
 */
export function genesisOf(graph: Dependencies, maxEdges = MAX_EDGES_PER_IMPORT): Genesis {
  const { order, children, dropped } = sortTopologically(graph);
  const reached = new Set([graph.target]);
  const nodes: GenesisNode[] = [];
  const cut = { nodes: 0, edges: 0 };
  for (const parent of order) {
    const all = children.get(parent) ?? [];
    if (!reached.has(parent) || all.length === 0) continue;
    const kept = all.slice(0, MAX_CHILDREN);
    cut.edges += all.length - kept.length;
    cut.nodes += all.length > kept.length ? 1 : 0;
    for (const child of kept) reached.add(child);
    nodes.push({
      node: nodeOf(parent),
      originality: parent === graph.target ? 0n : ORIGINALITY,
      children: kept.map(nodeOf),
      weights: zipfWeights(all.length, kept.length),
    });
  }
  return { target: nodeOf(graph.target), nodes, chunks: chunksOf(nodes, maxEdges), root: rootOf(nodes), dropped, cut };
}

/** Id of a project. */
export function nodeOf(project: string): Hex {
  return keccak256(toHex(project));
}

/** Edges of an import. */
export function edgesOf(nodes: readonly GenesisNode[]): number {
  return nodes.reduce((sum, { children }) => sum + children.length, 0);
}

/** Weights 1/rank of `count` children, of which the first `kept` share what the others had. */
function zipfWeights(count: number, kept: number): bigint[] {
  const all = floorWeights(Array.from({ length: count }, (_, i) => WAD / BigInt(i + 1)));
  return floorWeights(all.slice(0, kept));
}

/** Depth first from the target; an edge back to a node that is being visited closes a cycle. */
function sortTopologically({ target, children }: Dependencies) {
  const state = new Map<string, "open" | "done">();
  const acyclic = new Map<string, readonly string[]>();
  const dropped: (readonly [string, string])[] = [];
  const order: string[] = [];
  const visit = (node: string): void => {
    state.set(node, "open");
    const kept = (children.get(node) ?? []).filter((child) => {
      if (state.get(child) === "open") dropped.push([node, child]);
      else if (!state.has(child)) visit(child);
      return state.get(child) === "done";
    });
    acyclic.set(node, kept);
    state.set(node, "done");
    order.push(node);
  };
  visit(target);
  return { order: order.reverse(), children: acyclic, dropped };
}

function chunksOf(nodes: readonly GenesisNode[], maxEdges: number): GenesisNode[][] {
  const chunks: GenesisNode[][] = [];
  let room = 0;
  for (const node of nodes) {
    if (node.children.length > room) {
      chunks.push([]);
      room = maxEdges;
    }
    chunks.at(-1)?.push(node);
    room -= node.children.length;
  }
  return chunks;
}

/** The hash chain that the registry keeps of its import. */
function rootOf(nodes: readonly GenesisNode[]): Hex {
  const types = ["bytes32", "bytes32", "uint256", "bytes32[]", "uint256[]"].map((type) => ({ type }));
  return nodes.reduce<Hex>(
    (hash, { node, originality, children, weights }) =>
      keccak256(encodeAbiParameters(types, [hash, node, originality, children, weights])),
    zeroHash,
  );
}
