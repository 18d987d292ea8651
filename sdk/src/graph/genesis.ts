import { encodeAbiParameters, keccak256, type Hex } from "viem";

import { canonicalProject } from "../csv/project.ts";
import { GraphCycleError, InvalidEdgesError, InvalidOriginalityError } from "../errors/graph.ts";
import { abs } from "../math/rounding.ts";
import { floorWeights } from "../math/weights.ts";
import { WAD } from "../utils/wad.ts";

import { nodeId, UNKNOWN_NODE, UNKNOWN_PROJECT } from "./nodeId.ts";
import type { Graph } from "./order.ts";

/** An edge of the graph to import. */
export type GraphEdge = {
  /** Name of the parent, in any spelling. */
  readonly parent: string;
  /** Name of the child, in any spelling; `UNKNOWN`: dependencies nobody listed. */
  readonly child: string;
  /** In WAD: those of a parent sum to 1e18. */
  readonly weight: bigint;
};

/** A graph to import. */
export type GenesisGraph = {
  /** Name of the target. */
  readonly target: string;
  readonly edges: readonly GraphEdge[];
  /** What projects with children keep of their credit, in WAD, by name. The target keeps nothing. */
  readonly originality: Readonly<Record<string, bigint>>;
};

/** A node as `importNodes` takes it. */
export type NodeImport = {
  /** Id of the node. */
  readonly node: Hex;
  /** In WAD. */
  readonly originality: bigint;
  /** Ids, the heaviest first. */
  readonly children: readonly Hex[];
  /** In WAD, sum exactly 1e18. */
  readonly weights: readonly bigint[];
};

export type GenesisOptions = {
  /** Gas that one transaction may take; by default 14 million of the 16.7 that the protocol allows. */
  readonly gasPerTransaction?: bigint | undefined;
  /** Scale the weights of each parent to sum to 1, whatever they sum to. */
  readonly normalize?: boolean | undefined;
};

/** A genesis, ready to import. */
export type Genesis = {
  /** Id of the target: `target` of the registry's constructor. */
  readonly target: Hex;
  /** What the import hashes to: `genesisRoot` of the constructor. */
  readonly root: Hex;
  /** What to pass to `importNodes`, one transaction after the other. */
  readonly transactions: readonly (readonly NodeImport[])[];
  /** Edges that rank below 128 of their parent: their weight is spread over the kept. */
  readonly cut: readonly GraphEdge[];
  /** Edges whose weight is 0, or less than one unit of the others': nothing would flow along them. */
  readonly weightless: readonly GraphEdge[];
  /** Projects whose originality is given and counts for nothing: no path leads to them, or they have no children. */
  readonly ignored: readonly string[];
  /** Projects with children that no path from the target leads to: they are not imported. */
  readonly unreachable: readonly string[];
};

const MAX_CHILDREN = 128;
/** 1e-6, in WAD. */
const SUM_TOLERANCE = 10n ** 12n;
/** Upper bounds of what was measured; see the unit tests of the contract. */
const GAS = { transaction: 60_000n, node: 130_000n, newChild: 38_500n, knownChild: 15_500n } as const;

type List = { readonly children: readonly string[]; readonly weights: readonly bigint[] };

/**
 * Turns edges into a genesis: names canonical, lists cut to 128, weights exact, parents before their children, in
 * transactions that fit into a block.
 * @throws {InvalidProjectError} when a name cannot be a project.
 * @throws {InvalidEdgesError} when weights are negative or do not sum to 1, or a parent names a child twice or itself.
 * @throws {GraphCycleError} when projects depend on each other in a circle.
 * @throws {InvalidOriginalityError} when it is not said what a project with children keeps.
 */
export function genesis(graph: GenesisGraph, options: GenesisOptions = {}): Genesis {
  const target = canonicalProject(graph.target);
  const cut: GraphEdge[] = [];
  const weightless: GraphEdge[] = [];
  const lists = new Map<string, List>();
  for (const [parent, edges] of groupByParent(graph.edges)) {
    const { list, ...dropped } = toList(parent, edges, options.normalize ?? false);
    lists.set(parent, list);
    cut.push(...dropped.cut);
    weightless.push(...dropped.weightless);
  }
  if (!lists.has(target)) throw new InvalidEdgesError({ parent: target, reason: "the target has none" });

  const order = topologicalOrder(target, lists);
  const imported = new Set(order);
  const originality = readOriginality(graph, target, order);
  const nodes = order.map((name): NodeImport => {
    const { children, weights } = lists.get(name) ?? { children: [], weights: [] };
    return { node: nodeId(name), originality: originality.get(name) ?? 0n, children: children.map(nodeId), weights };
  });
  return {
    target: nodeId(target),
    root: genesisRoot(nodes),
    transactions: toTransactions(nodes, options.gasPerTransaction ?? 14_000_000n),
    cut,
    weightless,
    ignored: [...originality.keys()].filter((name) => !imported.has(name)),
    unreachable: [...lists.keys()].filter((name) => !imported.has(name)),
  };
}

/** Returns the graph that a genesis imports, as `credit` and `planPulls` take it. */
export function graphOfGenesis({ target, transactions }: Pick<Genesis, "target" | "transactions">): Graph<Hex> {
  const nodes = transactions.flat().map(({ node, originality, children, weights }) => {
    return [
      node,
      { originality, children: children.map((id, i) => ({ node: id, weight: weights[i] ?? 0n })) },
    ] as const;
  });
  return { target, unknown: UNKNOWN_NODE, nodes: new Map(nodes) };
}

/** Returns what importing these nodes in this order hashes to, as the contract's `genesisHash`. */
export function genesisRoot(nodes: readonly NodeImport[]): Hex {
  return nodes.reduce<Hex>(
    (root, { node, originality, children, weights }) =>
      keccak256(encodeAbiParameters(LINK, [root, node, originality, children, weights])),
    `0x${"00".repeat(32)}`,
  );
}

const LINK = [
  { type: "bytes32" },
  { type: "bytes32" },
  { type: "uint256" },
  { type: "bytes32[]" },
  { type: "uint256[]" },
] as const;

function groupByParent(edges: readonly GraphEdge[]): Map<string, GraphEdge[]> {
  const groups = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const parent = canonicalProject(edge.parent);
    const named = canonicalProject(edge.child);
    const child = named === UNKNOWN_PROJECT.toLowerCase() ? UNKNOWN_PROJECT : named;
    const group = groups.get(parent) ?? [];
    groups.set(parent, group);
    group.push({ parent, child, weight: edge.weight });
  }
  return groups;
}

/** Weights of one parent: the 128 heaviest (ties: as they came), scaled to sum to exactly 1. */
function toList(parent: string, edges: readonly GraphEdge[], normalize: boolean) {
  const fail = (reason: string) => new InvalidEdgesError({ parent, reason });
  const sum = edges.reduce((total, { weight }) => total + weight, 0n);
  if (edges.some(({ weight }) => weight < 0n)) throw fail("a weight is negative");
  if (sum === 0n) throw fail("the weights are all 0");
  if (!normalize && abs(sum - WAD) > SUM_TOLERANCE) throw fail(`the weights sum to ${sum}`);
  if (new Set(edges.map(({ child }) => child)).size < edges.length) throw fail("a child is named twice");
  if (edges.some(({ child }) => child === parent)) throw fail("it is its own child");
  if (parent === UNKNOWN_PROJECT.toLowerCase()) throw fail("nobody knows what UNKNOWN depends on");

  // Sorting is stable.
  const ranked = edges.toSorted((a, b) => (a.weight === b.weight ? 0 : a.weight > b.weight ? -1 : 1));
  const heavy = ranked.filter(({ weight }) => (weight * WAD) / sum > 0n);
  const kept = heavy.slice(0, MAX_CHILDREN);
  const list: List = {
    children: kept.map(({ child }) => child),
    weights: floorWeights(kept.map(({ weight }) => weight)),
  };
  return { list, cut: heavy.slice(MAX_CHILDREN), weightless: ranked.slice(heavy.length) };
}

/** The parents that the target leads to, each after all of its own parents. */
function topologicalOrder(target: string, lists: ReadonlyMap<string, List>): string[] {
  const done = new Set<string>();
  const order: string[] = [];
  // Depth first, without recursion: the path, and how far each of its nodes has come.
  const path: { readonly name: string; next: number }[] = [{ name: target, next: 0 }];
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const child = lists.get(top.name)?.children[top.next];
    top.next += 1;
    if (child === undefined) {
      done.add(top.name);
      order.push(top.name);
      path.pop();
    } else if (lists.has(child) && !done.has(child)) {
      const start = path.findIndex(({ name }) => name === child);
      if (start >= 0) throw new GraphCycleError({ cycle: path.slice(start).map(({ name }) => name) });
      path.push({ name: child, next: 0 });
    }
  }
  return order.reverse();
}

function readOriginality(graph: GenesisGraph, target: string, order: readonly string[]): Map<string, bigint> {
  const given = new Map(Object.entries(graph.originality).map(([name, value]) => [canonicalProject(name), value]));
  const wrong = order.filter((name) => {
    const value = given.get(name);
    return name !== target && (value === undefined || value < 0n || value > WAD);
  });
  if (wrong.length > 0) throw new InvalidOriginalityError({ projects: wrong });
  return given.set(target, 0n);
}

function toTransactions(nodes: readonly NodeImport[], gasPerTransaction: bigint): NodeImport[][] {
  const known = new Set<Hex>();
  const transactions: NodeImport[][] = [];
  let left = 0n;
  for (const node of nodes) {
    const fresh = node.children.filter((child) => !known.has(child)).length;
    const gas = GAS.node + BigInt(fresh) * GAS.newChild + BigInt(node.children.length - fresh) * GAS.knownChild;
    if (left < gas) {
      transactions.push([]);
      left = gasPerTransaction - GAS.transaction;
    }
    left -= gas;
    transactions.at(-1)?.push(node);
    node.children.forEach((child) => known.add(child));
  }
  return transactions;
}
