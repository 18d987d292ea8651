import { readFile } from "node:fs/promises";

import { readEdges } from "../../sdk/src/csv/index.ts";
import { BaseError } from "../../sdk/src/errors/index.ts";

/** Who depends on whom, without weights. */
export type Dependencies = {
  /** What the graph is for: the parent that is nobody's child. */
  readonly target: string;
  /** Children of every parent, the most important first; nobody has one twice. */
  readonly children: ReadonlyMap<string, readonly string[]>;
};

/** What a generated graph looks like. */
export type Shape = {
  readonly seeds: number;
  /** Seeds without children. */
  readonly childless: number;
  /** Edges below the seeds. */
  readonly edges: number;
  /** Children of the largest seed. */
  readonly largest: number;
  /** Different children of seeds. */
  readonly projects: number;
};

/** The size of the GG24 round's graph. */
export const GG24_SHAPE: Shape = { seeds: 98, childless: 15, edges: 13_096, largest: 1_032, projects: 4_596 };

/** Thrown when a graph cannot be used. */
export class InvalidGraphError extends BaseError {
  override readonly name = "InvalidGraphError";
}

/**
 * Reads `parent,child` rows.
 * @throws {InvalidGraphError} when the file cannot be read, or not exactly one parent is nobody's child.
 * @throws {CsvError} when it is no such table, or names an edge twice.
 */
export async function readGraph(path: string): Promise<Dependencies> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new InvalidGraphError(`There is no file "${path}".`, { cause });
  });
  const children = readEdges(text);
  const below = new Set([...children.values()].flat());
  const [target, ...others] = [...children.keys()].filter((parent) => !below.has(parent));
  if (target === undefined || others.length > 0) {
    throw new InvalidGraphError(`${path}: ${target === undefined ? "no parent" : "more than one"} is nobody's child.`);
  }
  return { target, children };
}

/**
 * Makes up a graph, the same in every run. Sizes of seeds follow a power law. A seed depends on the next seeds as in a
 * binary tree, then for a quarter on what everybody depends on, then on what it shares with fewer.
 */
export function generateGraph(shape: Shape = GG24_SHAPE): Dependencies {
  const seeds = Array.from({ length: shape.seeds }, (_, i) => projectOf(`seed-${i}`));
  const sizes = sizesOf(shape);
  const common = Math.floor(shape.largest / 4);
  const rare = shape.projects - (shape.seeds - 1) - common;
  const children = new Map<string, readonly string[]>([["target", seeds]]);
  let next = 0;
  sizes.forEach((size, i) => {
    const list = seeds.slice(2 * i + 1, 2 * i + 3).slice(0, size);
    const shared = Math.min(Math.floor(size / 4), size - list.length);
    for (let k = 0; k < shared; ++k) list.push(projectOf(`common-${k}`));
    while (list.length < size) list.push(projectOf(`rare-${next++ % rare}`));
    children.set(projectOf(`seed-${i}`), list);
  });
  return { target: "target", children };
}

/** Leaves a seed the first of its children, one of `divisor`, but as many questions as before: two if it had them. */
export function thinGraph({ target, children }: Dependencies, divisor: number): Dependencies {
  const thin = (list: readonly string[]) => list.slice(0, Math.max(2, Math.round(list.length / divisor)));
  return {
    target,
    children: new Map([...children].map(([parent, list]) => [parent, parent === target ? list : thin(list)])),
  };
}

/** Counts what is below the seeds. */
export function shapeOf({ target, children }: Dependencies): Shape {
  const seeds = children.get(target) ?? [];
  const lists = [...children].filter(([parent]) => parent !== target).map(([, list]) => list);
  return {
    seeds: seeds.length,
    childless: seeds.filter((seed) => !children.has(seed)).length,
    edges: lists.reduce((sum, list) => sum + list.length, 0),
    largest: Math.max(0, ...lists.map((list) => list.length)),
    projects: new Set(lists.flat()).size,
  };
}

function projectOf(name: string): string {
  return `https://example.org/${name}`;
}

/** `largest / rank^a` for every seed with children, at least 2, with the `a` that gives the wanted sum. */
function sizesOf({ seeds, childless, edges, largest }: Shape): readonly number[] {
  const count = seeds - childless;
  const sizesFor = (a: number) =>
    Array.from({ length: count }, (_, i) => Math.max(2, Math.floor(largest / (i + 1) ** a)));
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
  let [low, high] = [0, 8]; // the sum falls in a
  for (let i = 0; i < 60; ++i) {
    const middle = (low + high) / 2;
    if (sum(sizesFor(middle)) > edges) low = middle;
    else high = middle;
  }
  const sizes = sizesFor(high);
  const missing = edges - sum(sizes);
  if (missing < 0) throw new InvalidGraphError(`${count} seeds have at least ${sum(sizes)} edges, not ${edges}.`);
  // Flooring lost less than one a seed; the largest stays what it is.
  return sizes.map((size, i) => size + (i > 0 ? Math.floor((missing + i - 1) / (count - 1)) : 0));
}
