import type { Edges } from "../../sdk/src/csv/index.ts";
import type { GenesisGraph, NodeImport } from "../../sdk/src/graph/index.ts";
import { floorWeights, WAD } from "../../sdk/src/math/index.ts";
import type { BaseRates } from "./round.ts";

/** What a project with children keeps before anybody has said anything about it. */
const ORIGINALITY = WAD / 2n;

/**
 * The graph of a round's folder: the projects at their base rates, below them their children in equal parts, as
 * `edges.csv` says nothing of weights.
 */
export function graphOf({ target, projects, prices }: BaseRates, edges: Edges): GenesisGraph {
  const seeds = projects.map((child, i) => ({ parent: target, child, weight: prices[i] ?? 0n }));
  // What the file says of the target itself is the base rates' business.
  const parents = [...edges].filter(([parent, children]) => parent !== target && children.length > 0);
  const below = parents.flatMap(([parent, children]) => {
    const weights = floorWeights(children.map(() => 1n));
    return children.map((child, i) => ({ parent, child, weight: weights[i] ?? 0n }));
  });
  return {
    target,
    edges: [...seeds, ...below],
    originality: Object.fromEntries(parents.map(([parent]) => [parent, ORIGINALITY])),
  };
}

/** A node as the types of ethers want it for `importNodes`: with lists that could be changed. */
export function toImportArgument({ node, originality, children, weights }: NodeImport) {
  return { node, originality, children: [...children], weights: [...weights] };
}
