import { GraphCycleError, GraphWeightsError, InvalidGraphError } from "../errors/graph.ts";
import { WAD } from "../utils/wad.ts";

/** An edge of a graph, seen from the parent. */
export type GraphChild<id extends string = string> = {
  readonly node: id;
  /** Share of what the parent passes on, in WAD; those of all children sum to exactly 1e18. */
  readonly weight: bigint;
};

/** A project of a graph. */
export type GraphNode<id extends string = string> = {
  /** What it keeps of its credit, in WAD: 0 for the target; without children it keeps all, whatever this says. */
  readonly originality: bigint;
  readonly children: readonly GraphChild<id>[];
};

/** Who depends on whom, and by how much. */
export type Graph<id extends string = string> = {
  /** The project whose credit is 1. */
  readonly target: id;
  /** The child that stands for dependencies nobody listed, if there is one. */
  readonly unknown?: id | undefined;
  /** Projects by id. Children that are not listed have no children of their own. */
  readonly nodes: ReadonlyMap<id, GraphNode<id>>;
  /** Projects whose weights are not known yet: so far they neither keep anything nor pass it on. */
  readonly open?: ReadonlySet<id> | undefined;
};

/**
 * Returns all projects of a graph, parents before children, and in the order of the graph where that leaves a choice.
 * @throws {InvalidGraphError} when a number is out of bounds, or a parent names a child twice.
 * @throws {GraphWeightsError} when the weights of a project's children do not sum to exactly 1.
 * @throws {GraphCycleError} when there is a cycle.
 */
export function sortGraph<id extends string>(graph: Graph<id>): id[] {
  const parents = new Map<id, number>([[graph.target, 0]]);
  for (const [node, { originality, children }] of graph.nodes) {
    checkNode(graph, node, originality, children);
    parents.set(node, parents.get(node) ?? 0);
    for (const child of children) parents.set(child.node, (parents.get(child.node) ?? 0) + 1);
  }
  const sorted = [...parents].filter(([, count]) => count === 0).map(([node]) => node);
  for (let i = 0; i < sorted.length; ++i) {
    for (const child of graph.nodes.get(sorted[i] as id)?.children ?? []) {
      const count = (parents.get(child.node) ?? 0) - 1;
      parents.set(child.node, count);
      if (count === 0) sorted.push(child.node);
    }
  }
  if (sorted.length < parents.size) throw new GraphCycleError({ cycle: findCycle(graph, parents) });
  return sorted;
}

/** Returns the children of a project. */
export function childrenOf<id extends string>(graph: Graph<id>, node: id): readonly GraphChild<id>[] {
  return graph.open?.has(node) ? [] : (graph.nodes.get(node)?.children ?? []);
}

/** Returns what a project keeps, in WAD. */
export function originalityOf<id extends string>(graph: Graph<id>, node: id): bigint {
  if (node === graph.target || graph.open?.has(node)) return 0n;
  const found = graph.nodes.get(node);
  return found === undefined || found.children.length === 0 ? WAD : found.originality;
}

function checkNode<id extends string>(
  { target, unknown }: Graph<id>,
  node: id,
  originality: bigint,
  children: readonly GraphChild<id>[],
): void {
  if (originality < 0n || originality > WAD) {
    throw new InvalidGraphError({ node, reason: `has an originality of ${originality}` });
  }
  if (node === target && originality !== 0n)
    throw new InvalidGraphError({ node, reason: "is the target and keeps credit" });
  if (node === unknown && children.length > 0)
    throw new InvalidGraphError({ node, reason: "is UNKNOWN and has children" });
  const names = new Set<id>();
  let sum = 0n;
  for (const child of children) {
    if (child.weight < 0n) throw new InvalidGraphError({ node, reason: `gives "${child.node}" less than nothing` });
    if (names.has(child.node)) throw new InvalidGraphError({ node, reason: `names "${child.node}" twice` });
    names.add(child.node);
    sum += child.weight;
  }
  if (children.length > 0 && sum !== WAD) throw new GraphWeightsError({ node, sum });
}

/** Of the projects that still wait for a parent each has a parent that waits: going up from any one comes round. */
function findCycle<id extends string>(graph: Graph<id>, waiting: ReadonlyMap<id, number>): id[] {
  const above = new Map<id, id>();
  for (const [node, { children }] of graph.nodes) {
    if (waiting.get(node) === 0) continue;
    for (const child of children) above.set(child.node, node);
  }
  let at = above.keys().next().value as id;
  for (const seen = new Set<id>(); !seen.has(at); at = above.get(at) as id) seen.add(at);
  const cycle = [at];
  for (let next = above.get(at) as id; next !== at; next = above.get(next) as id) cycle.push(next);
  return cycle.reverse();
}
