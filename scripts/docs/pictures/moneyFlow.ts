/** How money flows: what the sample round's jury says, down the graph, by the SDK's `credit`. */
import { credit, genesisGraphOf, type Credit, type Graph, type GraphNode } from "../../../sdk/src/graph/index.ts";
import { aggregate } from "../../../sdk/src/jury/index.ts";
import { COLOURS, escapeXml } from "../../utils/svg.ts";
import type { Round } from "../../utils/round.ts";
import type { Picture } from "./picture.ts";
import { layoutSankey, type FlowLink, type FlowNode, type PlacedLink, type PlacedNode } from "./sankey.ts";

const [WIDTH, HEIGHT, TOP] = [960, 700, 56];
const NODE_WIDTH = 14;
/** Left edges of the columns. */
const COLUMNS = [20, 370, 730] as const;
/** A line of text. */
const GAP = 15;
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

/** Draws the flow of money in a round. */
export function drawMoneyFlow(round: Round): Picture {
  const graph = answeredGraph(round);
  // All paths: a picture of some would not add up.
  const shares = credit(graph, { maxPaths: Number.MAX_SAFE_INTEGER });
  const flow = flowOf(round.target, shares);
  const { nodes, links } = layoutSankey(flow.nodes, flow.links, { height: HEIGHT - TOP - 16, gap: GAP });
  const seeds = nodes.filter(({ column }) => column === 1).map(({ id }) => id);
  const colourOf = (seed: string) => COLOURS[seeds.indexOf(seed) % COLOURS.length] ?? COLOURS[0];
  const count = shares.projects.size;
  const title = `How money flows to ${count - 1} projects`;
  return {
    name: "money-flow.svg",
    drawing: {
      title,
      description: `Of all money that this project's own sample round allots, each ribbon is a share: from the target to the projects that it depends on, and from these to who keeps it, themselves or what they depend on.`,
      width: WIDTH,
      height: HEIGHT,
      body: [
        `  <text class="title" x="${COLUMNS[0]}" y="26">${escapeXml(title)}</text>`,
        ...links.map((link) =>
          drawLink(link, nodes, colourOf(link.source.startsWith("1") ? link.source : link.target)),
        ),
        ...nodes.map((node) => drawNode(node, node.column === 1 ? colourOf(node.id) : "#768390", count - 1)),
      ],
    },
    caption: `All money of this project's own sample round, from left to right: what its jury gives to each project, and what that keeps or passes on. Who gets little is drawn together.`,
    head: ["project", "keeps", "by paths"],
    rows: [...shares.projects]
      .slice(0, MOST_SHOWN)
      .map(([project, { share, paths }]) => [project, percent(Number(share) / 1e18), String(paths.length)]),
  };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.01 ? 2 : 1)}%`;
}

function labelOf({ id, value }: PlacedNode, count: number): string {
  const name = id.slice(2);
  const short = name === OTHERS ? `${count - MOST_SHOWN} others` : (name.split("/").at(-1) ?? name);
  return id.startsWith("0") ? short : `${short} ${percent(value)}`;
}

function drawNode(node: PlacedNode, colour: string, count: number): string {
  const x = COLUMNS[node.column] ?? 0;
  const y = TOP + node.y;
  const middle = y + node.height / 2 + 4;
  return `  <rect x="${x}" y="${round1(y)}" width="${NODE_WIDTH}" height="${round1(Math.max(node.height, 0.8))}" fill="${colour}"/><text x="${x + NODE_WIDTH + 6}" y="${round1(middle)}">${escapeXml(labelOf(node, count))}</text>`;
}

function drawLink(
  { source, target, from, to, width, value }: PlacedLink,
  nodes: readonly PlacedNode[],
  colour: string,
): string {
  const columnOf = (id: string) => nodes.find((node) => node.id === id)?.column ?? 0;
  const left = (COLUMNS[columnOf(source)] ?? 0) + NODE_WIDTH;
  const right = COLUMNS[columnOf(target)] ?? 0;
  const middle = (left + right) / 2;
  const [begin, end] = [round1(TOP + from), round1(TOP + to)];
  const path = `M${left},${begin}C${middle},${begin} ${middle},${end} ${right},${end}`;
  const names = [source, target].map((id) => id.slice(2).split("/").at(-1) ?? "");
  const label = `${names.join(" to ")}: ${percent(value)}`;
  return `  <path d="${path}" fill="none" stroke="${colour}" stroke-opacity="0.35" stroke-width="${Math.max(width, 0.4).toFixed(2)}"><title>${escapeXml(label)}</title></path>`;
}

function round1(value: number): string {
  return value.toFixed(1);
}
