/** How money flows: what the sample round's jury says, down the graph, by the SDK's `credit`. */
import { credit, genesisGraphOf, type Credit, type Graph, type GraphNode } from "../../../sdk/src/graph/index.ts";
import { aggregate } from "../../../sdk/src/jury/index.ts";
import type { Round } from "../../../scripts/utils/round.ts";

export type FlowNode = { readonly id: string; readonly column: number };
export type FlowLink = { readonly source: string; readonly target: string; readonly value: number };

/** Projects that get a node of their own; the others share one. */
const MOST_SHOWN = 20;
const OTHERS = "others";

/** The graph of a round with its jury's answers; where the jury is silent, as it opened. */
export function answeredGraph(round: Round): Graph {
  const { projects, comparisons, loss, answers } = round;
  const opening = genesisGraphOf(round);
  const weights = aggregate(comparisons, { projects, loss });
  const seeds = new Map(weights.projects.map((project, i) => [project, weights.weightsWad[i] ?? 0n]));
  const weightOf = (parent: string, child: string, otherwise: bigint) =>
    parent === round.target ? seeds.get(child) : (answers.children.get(parent)?.get(child) ?? otherwise);
  const nodes = new Map<string, GraphNode>();
  for (const { parent, child, weight } of opening.edges) {
    const { originality = answers.originality.get(parent) ?? opening.originality?.[parent] ?? 0n, children = [] } =
      nodes.get(parent) ?? {};
    const next = { node: child, weight: weightOf(parent, child, weight) ?? 0n };
    nodes.set(parent, { originality, children: [...children, next] });
  }
  return { target: round.target, nodes };
}

export type MoneyFlow = { readonly nodes: readonly FlowNode[]; readonly links: readonly FlowLink[] };

/** What flows from the target through the seeds to who keeps it, in parts of 1, out of the paths of all credit. */
export function flowOf(target: string, { projects }: Credit): MoneyFlow {
  const shown = new Set([...projects.keys()].slice(0, MOST_SHOWN));
  const flows = new Map<string, FlowLink>();
  const add = (source: string, to: string, value: number) => {
    const key = `${source} ${to}`;
    flows.set(key, { source, target: to, value: (flows.get(key)?.value ?? 0) + value });
  };
  for (const [project, { paths }] of projects) {
    for (const { nodes, share } of paths) {
      const value = Number(share) / 1e18;
      const seed = nodes[1];
      if (seed === undefined || value === 0) continue;
      add(`0 ${target}`, `1 ${seed}`, value);
      add(`1 ${seed}`, `2 ${shown.has(project) ? project : OTHERS}`, value);
    }
  }
  const links = [...flows.values()];
  const ids = new Set(links.flatMap(({ source, target: to }) => [source, to]));
  return { nodes: [...ids].map((id) => ({ id, column: Number(id[0]) })), links };
}

/** The flow of money in a round as Mermaid's text for a Sankey diagram, in percent of all. */
export function moneyFlowText(round: Round): string {
  // All paths: a picture of some would not add up.
  const shares = credit(answeredGraph(round), { maxPaths: Number.MAX_SAFE_INTEGER });
  const { links } = flowOf(round.target, shares);
  const total = (id: string, end: "source" | "target") =>
    links.filter((link) => link[end] === id).reduce((sum, { value }) => sum + value, 0);
  const labelOf = (id: string) => {
    const name = id.slice(2);
    if (name === OTHERS) return `${shares.projects.size - 1 - MOST_SHOWN} others: ${percent(total(id, "target"))}`;
    const short = name.split("/").at(-1) ?? name;
    if (id.startsWith("0")) return short;
    return id.startsWith("1")
      ? `${short} ${percent(total(id, "source"))}`
      : `${short} keeps ${percent(total(id, "target"))}`;
  };
  const rows = links.toSorted((a, b) => b.value - a.value);
  const lines = rows.map(
    ({ source, target, value }) => `${labelOf(source)},${labelOf(target)},${(value * 100).toFixed(3)}`,
  );
  const words = [
    `How money flows to ${shares.projects.size - 1} projects`,
    "Each ribbon is a share of all money: from the target to the projects that it depends on, and from these to who keeps it, themselves or what they depend on.",
  ];
  return `${words.map((line) => `%% ${line}\n`).join("")}sankey-beta\n\n${lines.join("\n")}\n`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.01 ? 2 : 1)}%`;
}
