import { renderTable } from "../../cli/src/output/table.ts";
import { renderMarkdown } from "../utils/benchmarks.ts";
import { edgesOf, type Import } from "./genesis.ts";
import { shapeOf, type Dependencies } from "./graph.ts";
import { GAS_CAP, type PhaseGas } from "./meter.ts";
import { OPENING_PHASES, spreadOf, type Opening } from "./opening.ts";

/** Says what the graph is and what an import makes of it. */
export function describeGraph(graph: Dependencies, genesis: Import): string {
  const { seeds, edges, projects, largest, childless } = shapeOf(graph);
  const dropped = genesis.dropped.map(([parent, child]) => `  ${parent} → ${child}`);
  return [
    `${seeds} seeds (${childless} without children), ${format(edges)} edges to ${format(projects)} children, ` +
      `at most ${format(largest)} of a seed.`,
    "The graph has no weights: children weigh 1/rank in its order; originality is 0.5.",
    `${new Set(genesis.cut.map(({ parent }) => parent)).size} nodes have more than 128 children: ` +
      `${format(genesis.cut.length)} edges are cut, their weight is spread over the kept.`,
    `${genesis.dropped.length} edge(s) dropped because they close a cycle${dropped.length > 0 ? ":" : "."}`,
    ...dropped,
    `Imported: ${format(edgesOf(genesis.nodes))} edges of ${genesis.nodes.length} nodes.`,
  ].join("\n");
}

/** Gas by phase. */
export function renderPhases(phases: readonly PhaseGas[]): string {
  const per = (gas: number, count: number) => (count === 0 ? "" : format(Math.round(gas / count)));
  const rows = phases.map(({ phase, transactions, gas, largest, nodes, edges }) => [
    phase,
    format(transactions),
    format(gas),
    format(largest),
    per(gas, nodes),
    per(gas, edges),
  ]);
  const total = totalOf(phases);
  return renderTable(
    ["phase", "transactions", "gas", "largest", "per node", "per edge"],
    [...rows, ["total", format(total.transactions), format(total.gas), format(total.largest), "", ""]],
  );
}

/** Gas by phase beside the largest transactions of a crowded round, and what opening costs by graph: for a page. */
export function renderPage(
  phases: readonly PhaseGas[],
  crowded: readonly PhaseGas[],
  openings: readonly Opening[],
): string {
  const per = (gas: number, count: number) => (count === 0 ? "" : format(Math.round(gas / count)));
  const rows = phases.map(({ phase, transactions, gas, largest, nodes, edges }) => {
    const most = crowded.find((one) => one.phase === phase)?.largest;
    const numbers = [transactions, gas, largest].map(format);
    return [phase, ...numbers, per(gas, nodes), per(gas, edges), most === undefined ? "" : format(most)];
  });
  const head = ["phase", "transactions", "gas", "largest", "per node", "per edge", "largest, crowded"];
  const opening = {
    head: ["opening a round", ...openings.map(({ edges }) => `${format(edges)} edges`)],
    rows: [["gas", ...openings.map(({ gas }) => format(gas))]],
  };
  return `${renderMarkdown({ head, rows }, 1)}\n\n${renderMarkdown(opening, 1)}`;
}

/** The largest transaction, against the cap. */
export function describeLargest(phases: readonly PhaseGas[]): string {
  const { largest } = totalOf(phases);
  const name = phases.find((phase) => phase.largest === largest)?.phase ?? "none";
  const share = ((100 * largest) / GAS_CAP).toFixed(1);
  return `Largest transaction: ${name}, ${format(largest)} gas, ${share}% of the cap of ${format(GAS_CAP)}.`;
}

/** The cost of opening a round, side by side. */
export function renderOpenings(openings: readonly Opening[]): string {
  const rows = OPENING_PHASES.map((name) => [
    name,
    ...openings.map(({ phases }) => format(phases.find(({ phase }) => phase === name)?.gas ?? 0)),
  ]);
  const table = renderTable(
    ["opening a round", ...openings.map(({ edges }) => `${format(edges)} edges`)],
    [...rows, ["total", ...openings.map(({ gas }) => format(gas))]],
  );
  return `${table}\nSpread: ${(100 * spreadOf(openings)).toFixed(4)}%.`;
}

function totalOf(phases: readonly PhaseGas[]) {
  return {
    transactions: phases.reduce((sum, phase) => sum + phase.transactions, 0),
    gas: phases.reduce((sum, phase) => sum + phase.gas, 0),
    largest: Math.max(0, ...phases.map((phase) => phase.largest)),
  };
}

function format(value: number): string {
  return value.toLocaleString("en");
}
