import { genesis, genesisGraphOf, nodeId, UNKNOWN_PROJECT, type Genesis } from "../../sdk/src/graph/index.ts";
import { WAD } from "../../sdk/src/math/index.ts";
import type { Round } from "../utils/round.ts";

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
  const edges = new Map(round.edges);
  if (left !== undefined) {
    const others = (round.edges.get(parent) ?? []).filter((child) => child !== left);
    edges.set(parent, others);
  }
  const { target, projects, prices } = round;
  const graph = genesisGraphOf({ target, projects, prices, edges });
  const names = [...graph.edges.flatMap((edge) => [edge.parent, edge.child]), ...proposals.map((p) => p.project)];
  return { genesis: genesis(graph), parent, proposals, nameOf: namesById(names) };
}

/** The project whose list is played with: the one with most weight among those with three children, else of all. */
function parentOf({ projects, prices, edges }: Round): string {
  const large = projects.filter((project) => (edges.get(project)?.length ?? 0) > 2);
  const weightOf = (project: string) => prices[projects.indexOf(project)] ?? 0n;
  const [first, ...others] = large.length > 0 ? large : projects;
  if (first === undefined) throw new Error("The round has no projects.");
  return others.reduce((best, project) => (weightOf(project) > weightOf(best) ? project : best), first);
}

/** The child of `parent` that the jury thinks most of, if the folder has children for it. */
function mostWanted({ edges, answers }: Round, parent: string): string | undefined {
  const children = edges.get(parent) ?? [];
  const weights = answers.children.get(parent);
  // A list must not become empty, nor a market lose its second outcome.
  if (children.length < 3) return undefined;
  const weightOf = (child: string) => weights?.get(child) ?? 0n;
  return children.reduce((best, child) => (weightOf(child) > weightOf(best) ? child : best));
}

function namesById(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map([...names, UNKNOWN_PROJECT].map((name) => [nodeId(name), name]));
}
