import type { Edges } from "../csv/readEdges.ts";
import type { Weights } from "../csv/weightsFile.ts";
import { floorWeights } from "../math/weights.ts";
import { WAD } from "../utils/wad.ts";

import type { GenesisGraph } from "./genesis.ts";

/** What a project with children keeps before anybody has said anything about it. */
const ORIGINALITY = WAD / 2n;

/** What the files of a round say of its graph. */
export type GraphFiles = {
  /** Name of the target: the parent of `base-rates.csv`. */
  readonly target: string;
  /** The target's children, and their base rates in WAD, in the same order. */
  readonly projects: readonly string[];
  readonly prices: readonly bigint[];
  /** The graph below them: `readEdges`. */
  readonly edges: Edges;
  /** Weights of children, by parent: `readWeightsByParent`. Where they are not known, children count the same. */
  readonly weights?: ReadonlyMap<string, Pick<Weights, "projects" | "weights">> | undefined;
  /** What projects with children keep, in WAD; where it is not known, half. */
  readonly originality?: ReadonlyMap<string, bigint> | undefined;
};

/** Puts the files of a round together: the graph that `genesis` imports, and `credit` flows down. */
export function genesisGraphOf({ target, projects, prices, edges, weights, originality }: GraphFiles): GenesisGraph {
  const seeds = projects.map((child, i) => ({ parent: target, child, weight: prices[i] ?? 0n }));
  // What the files say of the target itself is the base rates' business.
  const named = [...edges].filter(([, children]) => children.length > 0).map(([parent]) => parent);
  const parents = [...new Set([...named, ...(weights?.keys() ?? [])])].filter((parent) => parent !== target);
  const below = parents.flatMap((parent) => {
    const children = edges.get(parent) ?? [];
    const known = weights?.get(parent) ?? { projects: children, weights: floorWeights(children.map(() => 1n)) };
    return known.projects.map((child, i) => ({ parent, child, weight: known.weights[i] ?? 0n }));
  });
  return {
    target,
    edges: [...seeds, ...below],
    originality: Object.fromEntries(parents.map((parent) => [parent, originality?.get(parent) ?? ORIGINALITY])),
  };
}
