import { genesis, type Genesis } from "../../sdk/src/graph/index.ts";
import { WAD, floorWeights } from "../../sdk/src/math/index.ts";
import type { Round } from "../utils/round.ts";

/** What a project with children keeps before anybody has said anything about it. */
const ORIGINALITY = WAD / 2n;
/** Rates of the edges to propose: of one that people believe in, and of two that nobody does. */
const RATE = WAD / 100n;
const LOW_RATE = WAD / 50_000n;

/** An edge to propose: one that should make it, one that should not, and one that somebody challenges. */
export type Proposal = { readonly project: string; readonly rate: bigint; readonly challenged: boolean };

export type DemoPlan = {
  readonly genesis: Genesis;
  /** Project whose list the proposals are for. */
  readonly parent: string;
  readonly proposals: readonly Proposal[];
  /** Name of every project, by id. */
  readonly nameOf: ReadonlyMap<string, string>;
};

/**
 * Plans the demo's graph: that of the folder, but for one edge, which is left out so that somebody can propose it; a
 * folder without a graph gets the same with made-up names.
 */
export function planGraph(round: Round): DemoPlan {
  const parent = parentOf(round);
  const left = mostWanted(round, parent);
  const proposals = [
    { project: left ?? "newcomer", rate: RATE, challenged: false },
    { project: "long-shot", rate: LOW_RATE, challenged: false },
    { project: "disputed", rate: LOW_RATE, challenged: true },
  ];
  const edges = [...round.edges]
    .filter(([name]) => name !== round.target)
    .flatMap(([name, children]) => {
      const kept = children.filter((child) => name !== parent || child !== left);
      const weights = floorWeights(kept.map(() => 1n));
      return kept.map((child, i) => ({ parent: name, child, weight: weights[i] ?? 0n }));
    });
  const seeds = round.projects.map((child, i) => ({ parent: round.target, child, weight: round.prices[i] ?? 0n }));
  const originality = Object.fromEntries([...round.edges.keys()].map((name) => [name, ORIGINALITY]));
  const graph = { target: round.target, edges: [...seeds, ...edges], originality };
  const names = [...graph.edges.flatMap((edge) => [edge.parent, edge.child]), ...proposals.map((p) => p.project)];
  return { genesis: genesis(graph), parent, proposals, nameOf: namesById(names) };
}
