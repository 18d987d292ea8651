import fc from "fast-check";

import type { Graph, GraphNode } from "../../src/graph/index.ts";
import { floorWeights } from "../../src/math/weights.ts";
import { WAD } from "../../src/utils/wad.ts";

/** By name: originality in thousandths, and children with their weights in thousandths. */
type GraphText = Readonly<Record<string, readonly [o: number, children: Readonly<Record<string, number>>]>>;

/** Reads a graph that is written by hand. UNKNOWN is called `unknown`. */
export function graphOf(text: GraphText, target = "target"): Graph {
  const milli = (thousandths: number): bigint => (BigInt(thousandths) * WAD) / 1000n;
  const nodes = Object.entries(text).map(([name, [o, children]]): [string, GraphNode] => [
    name,
    {
      originality: milli(o),
      children: Object.entries(children).map(([node, weight]) => ({ node, weight: milli(weight) })),
    },
  ]);
  return { target, unknown: "unknown", nodes: new Map(nodes) };
}

const COUNT = 7;
const wads = fc.oneof(fc.constantFrom(0n, WAD, WAD / 3n), fc.bigInt(0n, WAD));
const ranks = fc.array(fc.oneof(fc.constant(0n), fc.bigInt(0n, WAD)), { minLength: COUNT, maxLength: COUNT });
const presences = fc.array(fc.boolean(), { minLength: COUNT, maxLength: COUNT });

/** Acyclic graphs of up to 8 projects, `0` to `6` and UNKNOWN: children have higher numbers than their parents. */
export function graphs(): fc.Arbitrary<Graph> {
  return fc
    .array(fc.tuple(wads, ranks, presences), { minLength: COUNT, maxLength: COUNT })
    .map((rows) => ({ target: "0", unknown: "unknown", nodes: new Map(rows.map(toNode)) }));
}

function toNode(
  [originality, rank, present]: readonly [bigint, readonly bigint[], readonly boolean[]],
  i: number,
): [string, GraphNode] {
  const names = Array.from({ length: COUNT - i }, (_, j) => (i + j + 1 === COUNT ? "unknown" : `${i + j + 1}`));
  const children = names.filter((_, j) => present[j] || (i === 0 && j === 0));
  const weights = children.map((_, j) => rank[j] ?? 0n);
  const all = weights.every((weight) => weight === 0n) ? weights.map(() => 1n) : weights;
  const floored = children.length === 0 ? [] : floorWeights(all);
  return [
    `${i}`,
    {
      originality: i === 0 ? 0n : originality,
      children: children.map((node, j) => ({ node, weight: floored[j] ?? 0n })),
    },
  ];
}
