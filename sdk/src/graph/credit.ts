import { InvalidParameterError } from "../errors/math.ts";
import { WAD } from "../utils/wad.ts";

import { childrenOf, originalityOf, sortGraph, type Graph } from "./order.ts";

/** How a part of the target's credit reaches a project. */
export type CreditPath<id extends string = string> = {
  /** The projects on the way, from the target to the project itself. */
  readonly nodes: readonly id[];
  /** What the project keeps of what comes this way, in WAD, rounded down. */
  readonly share: bigint;
};

/** What a project gets of the target's credit. */
export type ProjectCredit<id extends string = string> = {
  /** What reaches it on all paths, in WAD, rounded down. */
  readonly credit: bigint;
  /** What it keeps of that, in WAD, rounded down; the rest goes to its children. */
  readonly share: bigint;
  /** The paths that bring most, the largest first. */
  readonly paths: readonly CreditPath<id>[];
  /** The paths that are not listed: how many, and what the project keeps of what they bring. */
  readonly others: { readonly count: bigint; readonly share: bigint };
};

export type CreditOptions = {
  /** How many paths to list for a project; by default 10. */
  readonly maxPaths?: number | undefined;
};

export type Credit<id extends string = string> = {
  /** All projects but UNKNOWN, the largest share first; of equals the one that comes first in the graph. */
  readonly projects: ReadonlyMap<id, ProjectCredit<id>>;
  /** What goes back to the funding pool, in WAD, rounded down. */
  readonly unknown: bigint;
};

/**
 * A part of the credit without any rounding: `value / 1e18^(2 depth)`. Every edge multiplies by two WADs, so what comes
 * down an edge has a depth of one more.
 */
type Exact = { readonly value: bigint; readonly depth: number };

/**
 * A path, from its end: shared by all paths that go on from there. What it brings is multiplied out only where it counts:
 * that of most long paths is less than a unit.
 */
type Trail<id extends string> = {
  readonly node: id;
  readonly before: Trail<id> | undefined;
  readonly factor: bigint;
  readonly depth: number;
  /** Logarithm of what the path brings, good to {@link LOG_ERROR}. */
  readonly log: number;
  /** What the path brings, modulo {@link PRIME}: equal for paths that bring the same, which many do. */
  readonly print: bigint;
  /** Filled in by {@link exactOf}. */
  value: bigint | undefined;
};

type Reached<id extends string> = { credit: Exact; trails: readonly Trail<id>[]; count: bigint };

const SCALE = WAD * WAD;
/** More than rounding takes of a sum of ten thousand logarithms. */
const LOG_ERROR = 1e-6;
/** Powers of {@link SCALE}, by their exponents: each is many digits, and most are needed over and over. */
const POWERS = [1n];
const PRIME = 2n ** 127n - 1n;
const LOG_SCALE = Math.log(Number(SCALE));
const DEFAULT_PATHS = 10;

/**
 * Computes what every project gets of the target's credit, and by which paths: `credit(target) = 1`,
 * `credit(Y) = Σ credit(X) (1 − o(X)) W(X→Y)`, and a project keeps `credit · o`.
 *
 * All sums are exact; only what is returned is rounded, down, once. So a share and UNKNOWN's are less than 1e-18 below
 * the truth, they sum to at most 1, and a share is at least the sum of its paths, the others included. What the
 * `FundingPool` pays is the share of the amount, rounded down at every project on the way.
 * @throws {InvalidGraphError} when a number is out of bounds, or a parent names a child twice.
 * @throws {GraphWeightsError} when the weights of a project's children do not sum to exactly 1.
 * @throws {GraphCycleError} when there is a cycle.
 * @throws {InvalidParameterError} when `maxPaths` is not a number of paths.
 */
export function credit<id extends string>(graph: Graph<id>, options: CreditOptions = {}): Credit<id> {
  const { maxPaths = DEFAULT_PATHS } = options;
  if (!Number.isSafeInteger(maxPaths) || maxPaths < 0) {
    throw new InvalidParameterError({ parameter: "maxPaths", value: maxPaths, expected: "a number of paths, from 0" });
  }
  const sorted = sortGraph(graph);
  const reached = reach(graph, sorted, maxPaths);
  const projects = [...sorted]
    .filter((node) => node !== graph.unknown)
    .map((node) => [node, toCredit(reached.get(node), originalityOf(graph, node))] as const)
    .sort(([, a], [, b]) => (a.share === b.share ? 0 : a.share > b.share ? -1 : 1));
  const unknown = graph.unknown === undefined ? undefined : reached.get(graph.unknown);
  return { projects: new Map(projects), unknown: unknown ? toWad(unknown.credit, WAD) : 0n };
}

/** Goes down the graph: the credit of each project, its largest paths, and the number of all that bring something. */
function reach<id extends string>(graph: Graph<id>, sorted: readonly id[], maxPaths: number) {
  const one: Exact = { value: 1n, depth: 0 };
  const trail: Trail<id> = { ...one, node: graph.target, before: undefined, factor: 1n, log: 0, print: 1n };
  const reached = new Map<id, Reached<id>>([
    [graph.target, { credit: one, trails: maxPaths === 0 ? [] : [trail], count: 1n }],
  ]);
  for (const node of sorted) {
    const from = reached.get(node);
    if (from === undefined) continue;
    const passedOn = WAD - originalityOf(graph, node);
    for (const child of childrenOf(graph, node)) {
      const factor = passedOn * child.weight;
      if (factor === 0n) continue;
      const step = Math.log(Number(factor)) - LOG_SCALE;
      const trails = from.trails.map((before): Trail<id> => {
        const print = (before.print * factor) % PRIME;
        const sizes = { depth: before.depth + 1, log: before.log + step, print, value: undefined };
        return { node: child.node, before, factor, ...sizes };
      });
      const to = reached.get(child.node);
      reached.set(child.node, {
        credit: to ? add(to.credit, down(from.credit, factor)) : down(from.credit, factor),
        trails: [...(to?.trails ?? []), ...trails].sort(compareDown).slice(0, maxPaths),
        count: (to?.count ?? 0n) + from.count,
      });
    }
  }
  return reached;
}

function toCredit<id extends string>(reached: Reached<id> | undefined, originality: bigint): ProjectCredit<id> {
  const none = originality === 0n;
  if (reached === undefined || none) {
    const all = reached ? toWad(reached.credit, WAD) : 0n;
    return { credit: all, share: 0n, paths: [], others: { count: 0n, share: 0n } };
  }
  const { credit: all, trails, count } = reached;
  return {
    credit: toWad(all, WAD),
    share: toWad(all, originality),
    paths: trails.map((trail) => ({ nodes: nodesOf(trail), share: shareOf(trail, originality) })),
    others: { count: count - BigInt(trails.length), share: othersShare(reached, originality) },
  };
}

/** What a project keeps of what a path brings, in WAD, rounded down. */
function shareOf<id extends string>(trail: Trail<id>, originality: bigint): bigint {
  const isNothing = trail.log + Math.log(Number(originality)) < -LOG_ERROR;
  return isNothing ? 0n : toWad(exactOf(trail), originality);
}

/** What a project keeps of what the paths bring that are not listed, in WAD, rounded down. */
function othersShare<id extends string>({ credit: all, trails }: Reached<id>, originality: bigint): bigint {
  // With eighteen more digits: unless these are nearly 0, so little as long paths bring changes nothing above them.
  const fine = toWad(all, originality * WAD);
  const listed = trails.reduce((sum, { log }) => sum + Math.exp(log + LOG_ERROR), 0) * 1e36;
  if (listed < 1e15 && fine % WAD > BigInt(Math.ceil(listed)) + 1n) return fine / WAD;
  const exact = trails.map(exactOf).reduce<Exact>(add, { value: 0n, depth: 0 });
  return toWad(add(all, { ...exact, value: -exact.value }), originality);
}

/** Multiplies out what a path brings, and what those bring that it is made of. */
function exactOf<id extends string>(trail: Trail<id>): Exact {
  const open: Trail<id>[] = [];
  for (let at: Trail<id> | undefined = trail; at && at.value === undefined; at = at.before) open.push(at);
  for (const one of open.reverse()) one.value = (one.before?.value ?? 1n) * one.factor;
  return { value: trail.value ?? 0n, depth: trail.depth };
}

function nodesOf<id extends string>(trail: Trail<id>): readonly id[] {
  const nodes = new Array<id>(trail.depth + 1);
  for (let at: Trail<id> | undefined = trail; at; at = at.before) nodes[at.depth] = at.node;
  return nodes;
}

function down({ value, depth }: Exact, factor: bigint): Exact {
  return { value: value * factor, depth: depth + 1 };
}

function add(a: Exact, b: Exact): Exact {
  const depth = Math.max(a.depth, b.depth);
  return { value: valueAt(a, depth) + valueAt(b, depth), depth };
}

function compareDown<id extends string>(one: Trail<id>, other: Trail<id>): number {
  if (Math.abs(one.log - other.log) > LOG_ERROR) return other.log - one.log;
  if (one.depth === other.depth && one.print === other.print) return 0;
  const [a, b] = [exactOf(one), exactOf(other)];
  const depth = Math.max(a.depth, b.depth);
  const [first, second] = [valueAt(a, depth), valueAt(b, depth)];
  return first === second ? 0 : first > second ? -1 : 1;
}

function valueAt({ value, depth }: Exact, at: number): bigint {
  return at === depth ? value : value * powerOf(at - depth);
}

/** Rounds down. */
function toWad({ value, depth }: Exact, factor: bigint): bigint {
  return (value * factor) / powerOf(depth);
}

/** Returns `SCALE ** exponent`. */
function powerOf(exponent: number): bigint {
  for (let next = POWERS.length; next <= exponent; ++next) POWERS.push((POWERS[next - 1] ?? 1n) * SCALE);
  return POWERS[exponent] ?? 1n;
}
