import type { Hex } from "viem";

import { genesis, type GenesisOptions, type GraphEdge, type NodeImport } from "../../sdk/src/graph/index.ts";
import { floorWeights, WAD } from "../../sdk/src/math/index.ts";
import type { Dependencies } from "./graph.ts";

const ORIGINALITY = WAD / 2n;

/** What is imported, and what was left out on the way. */
export type Import = {
  readonly target: Hex;
  /** In topological order, the target first. */
  readonly nodes: readonly NodeImport[];
  /** The nodes, as many to a transaction as fit. */
  readonly transactions: readonly (readonly NodeImport[])[];
  /** What the hash chain of the import ends in. */
  readonly root: Hex;
  /** Edges that closed a cycle. */
  readonly dropped: readonly (readonly [parent: string, child: string])[];
  /** Edges beyond the 128 funded children of a node. */
  readonly cut: readonly GraphEdge[];
};

/** Turns a graph without weights into an import: drops edges that close a cycle, and weighs children 1/rank. */
export function importOf(graph: Dependencies, options: GenesisOptions = {}): Import {
  const { children, dropped } = breakCycles(graph);
  const edges = [...children].flatMap(([parent, list]) => {
    const weights = floorWeights(list.map((_, i) => WAD / BigInt(i + 1)));
    return list.map((child, i) => ({ parent, child, weight: weights[i] ?? 0n }));
  });
  return { ...importOfEdges(graph.target, edges, options), dropped };
}

/** Turns edges into an import, every node with an originality of 0.5. */
export function importOfEdges(target: string, edges: readonly GraphEdge[], options: GenesisOptions = {}): Import {
  const originality = Object.fromEntries(edges.map(({ parent }) => [parent, ORIGINALITY]));
  const { transactions, cut, ...ids } = genesis({ target, edges, originality }, options);
  return { ...ids, transactions, nodes: transactions.flat(), cut, dropped: [] };
}

/** Edges of an import. */
export function edgesOf(nodes: readonly NodeImport[]): number {
  return nodes.reduce((sum, { children }) => sum + children.length, 0);
}

/** Depth first from the target; an edge back to a node that is being visited closes a cycle. Parents with children. */
function breakCycles({ target, children }: Dependencies) {
  const state = new Map<string, "open" | "done">();
  const acyclic = new Map<string, readonly string[]>();
  const dropped: (readonly [string, string])[] = [];
  const visit = (node: string): void => {
    state.set(node, "open");
    const kept = (children.get(node) ?? []).filter((child) => {
      if (state.get(child) === "open") dropped.push([node, child]);
      else if (!state.has(child)) visit(child);
      return state.get(child) === "done";
    });
    if (kept.length > 0) acyclic.set(node, kept);
    state.set(node, "done");
  };
  visit(target);
  return { children: acyclic, dropped };
}
