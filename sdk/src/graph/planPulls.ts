import { InvalidParameterError } from "../errors/math.ts";
import { max, min } from "../math/rounding.ts";
import { WAD } from "../utils/wad.ts";

import { childrenOf, originalityOf, sortGraph, type Graph } from "./order.ts";

/** What a funding pool has booked for a project in a round and a token. */
export type Books = {
  /** What came to it; for the target what the round was allotted. */
  readonly received: bigint;
  /** What was paid for it. */
  readonly claimed: bigint;
  /** What went to each of its children, in the order of the graph. */
  readonly pulled: readonly bigint[];
};

/** An edge to pull along, as `pullMany` takes it. */
export type PullEdge<id extends string = string> = {
  /** Id of the parent. */
  readonly parent: id;
  /** Position of the child among the parent's children. */
  readonly index: bigint;
};

export type PlanPullsParameters<id extends string = string> = {
  /** The graph by the final weights of the round: `getGraph`. */
  readonly graph: Graph<id>;
  /** What was received, claimed and pulled so far: `getBooks`. A project that is left out has nothing yet. */
  readonly books: ReadonlyMap<id, Books>;
  /** For whom to pull; by default for all, UNKNOWN included. */
  readonly projects?: readonly id[] | undefined;
  /** Gas that the pulls of one transaction may take; by default 8,000,000. */
  readonly gasPerBatch?: bigint | undefined;
  /** What one pull may cost; by default 110,000, which is more than was measured. */
  readonly gasPerPull?: bigint | undefined;
};

export type PullPlan<id extends string = string> = {
  /** What to pass to `pullMany`, one transaction after the other, in this order. */
  readonly batches: readonly (readonly PullEdge<id>[])[];
  /** What each project can claim afterwards, if it can claim anything. Of those that the plan is not for, what it brings. */
  readonly claimable: ReadonlyMap<id, bigint>;
  /** What the plan gives UNKNOWN: it goes to a later round. */
  readonly returned: bigint;
};

/** What a transaction costs before its first pull. */
const BASE_GAS = 60_000n;
const GAS_PER_BATCH = 8_000_000n;
const GAS_PER_PULL = 110_000n;
/** Most pulls of one transaction, whatever gas is said to cost. */
const MAX_BATCH = 10_000n;

/**
 * Plans what to pull so that projects can claim all that is theirs: parents before children, only edges along which
 * something moves, in batches for a limit of gas. The amounts are the contract's, to the unit. Needs no RPC.
 * @throws {InvalidGraphError} when a number of the graph is out of bounds, or a parent names a child twice.
 * @throws {GraphWeightsError} when the weights of a project's children do not sum to exactly 1.
 * @throws {GraphCycleError} when there is a cycle.
 * @throws {InvalidParameterError} when not even one pull fits into a batch.
 */
export function planPulls<id extends string>(parameters: PlanPullsParameters<id>): PullPlan<id> {
  const { graph, books, projects, gasPerBatch = GAS_PER_BATCH, gasPerPull = GAS_PER_PULL } = parameters;
  const size = batchSize(gasPerBatch, gasPerPull);
  const sorted = sortGraph(graph);
  const wanted = projects && above(graph, sorted, projects);
  const brought = new Map<id, bigint>();
  const edges: PullEdge<id>[] = [];
  for (const parent of sorted) {
    const passedOn = receivedBy(books, brought, parent) * (WAD - originalityOf(graph, parent));
    for (const [index, child] of childrenOf(graph, parent).entries()) {
      if (wanted && !wanted.has(child.node)) continue;
      const amount = (passedOn * child.weight) / (WAD * WAD) - pulledAlong(books, parent, index);
      if (amount <= 0n) continue;
      edges.push({ parent, index: BigInt(index) });
      brought.set(child.node, (brought.get(child.node) ?? 0n) + amount);
    }
  }
  const returned = (graph.unknown !== undefined && brought.get(graph.unknown)) || 0n;
  return { batches: inBatches(edges, size), claimable: claimableAfter(graph, sorted, books, brought), returned };
}

function batchSize(gasPerBatch: bigint, gasPerPull: bigint): number {
  const size = gasPerPull > 0n ? (gasPerBatch - BASE_GAS) / gasPerPull : 0n;
  if (size >= 1n) return Number(min(size, MAX_BATCH));
  const expected = `more than ${BASE_GAS} and one pull, of ${gasPerPull} gas`;
  throw new InvalidParameterError({ parameter: "gasPerBatch", value: gasPerBatch, expected });
}

function claimableAfter<id extends string>(
  graph: Graph<id>,
  sorted: readonly id[],
  books: ReadonlyMap<id, Books>,
  brought: ReadonlyMap<id, bigint>,
): Map<id, bigint> {
  const amounts = sorted
    .filter((node) => node !== graph.unknown)
    .map((node) => {
      const kept = (receivedBy(books, brought, node) * originalityOf(graph, node)) / WAD;
      return [node, max(0n, kept - (books.get(node)?.claimed ?? 0n))] as const;
    });
  return new Map(amounts.filter(([, amount]) => amount > 0n));
}

function receivedBy<id extends string>(
  books: ReadonlyMap<id, Books>,
  brought: ReadonlyMap<id, bigint>,
  node: id,
): bigint {
  return (books.get(node)?.received ?? 0n) + (brought.get(node) ?? 0n);
}

function pulledAlong<id extends string>(books: ReadonlyMap<id, Books>, parent: id, index: number): bigint {
  return books.get(parent)?.pulled[index] ?? 0n;
}

/** The projects themselves and all from which something could come to them. */
function above<id extends string>(graph: Graph<id>, sorted: readonly id[], projects: readonly id[]): Set<id> {
  const wanted = new Set(projects);
  for (const node of sorted.toReversed()) {
    if (childrenOf(graph, node).some((child) => wanted.has(child.node))) wanted.add(node);
  }
  return wanted;
}

function inBatches<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}
