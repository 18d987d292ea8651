/**
 * `npm run bench:scale [-- --graph <edges.csv>] [--update]`: runs one round over a real graph on an in-process chain, every node's
 * market opened and traded once, every transaction below the cap of a transaction's gas, and shows that opening the
 * round does not grow with the graph. `--update` writes site/benchmarks.md.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { BaseError } from "../sdk/src/errors/index.ts";
import { measureBidders, renderBidders, type CrowdGas } from "./benchScale/bidders.ts";
import { runCrowdedRound } from "./benchScale/crowd.ts";
import { importOf } from "./benchScale/genesis.ts";
import { generateGraph, readGraph, thinGraph, type Dependencies } from "./benchScale/graph.ts";
import { measureOpening, spreadOf, type Opening } from "./benchScale/opening.ts";
import { describeGraph, describeLargest, renderOpenings, renderPage, renderPhases } from "./benchScale/report.ts";
import { runRound } from "./benchScale/runRound.ts";
import { writeSection } from "./utils/benchmarks.ts";
import { buildContracts } from "./utils/build.ts";

const DEFAULT_GRAPH = join(import.meta.dirname, "..", "..", "shared", "data", "gg24-graph", "edges.csv");
/** Parts of the graph below the seeds on which opening is measured: a tenth, a third, all. */
const DIVISORS = [10, 3, 1];
/** Opening may differ by this part between them, and so may an auction's calls: RO-3, OA-14. */
const MAX_SPREAD = 0.001;
/** Auctions that are compared. */
const BIDDERS = [10, 1_000, 10_000];

const HELP = `Usage: npm run bench:scale -- [options]

Imports a dependency graph on a chain in this process, runs one round over it with the market of every node opened and
traded once, and prints the gas of every phase, by node and by edge. Then the same for a round that strangers make as
large as the rules allow: 255 seeds, 127 of them proposed and challenged, and as many children of one seed. Then opening
auctions of up to 10,001 bidders. Fails if a transaction does not fit below the cap of EIP-7825, or if opening a round
grows with the graph, or an auction with its bidders.

Options
  --graph <edges.csv>  rows of parent,child, the most important child first; default the graph of GG24 at
                       ../shared/data/gg24-graph/edges.csv; without it, a generated one of the same size
  --update             write the tables of site/benchmarks.md
  --help               this

Example: npm run bench:scale -- --graph graphs/mine.csv`;

class InvalidOptionError extends BaseError {
  override readonly name = "InvalidOptionError";
}

function readOptions() {
  try {
    const flag = { type: "boolean", default: false } as const;
    return parseArgs({ options: { graph: { type: "string" }, update: flag, help: flag } }).values;
  } catch (cause) {
    throw new InvalidOptionError((cause as Error).message.replaceAll("\n", " "));
  }
}

async function loadGraph(path: string | undefined): Promise<Dependencies> {
  if (path === undefined && !existsSync(DEFAULT_GRAPH)) {
    console.log("../shared/data/gg24-graph/edges.csv is absent: this is a generated Zipf graph of the same size.");
    return generateGraph();
  }
  console.log(`Graph ${path ?? "GG24"}`);
  return readGraph(path ?? DEFAULT_GRAPH);
}

async function main(): Promise<void> {
  const { graph: path, update, help } = readOptions();
  if (help) {
    console.log(HELP);
    return;
  }
  const graph = await loadGraph(path);
  const genesis = importOf(graph);
  console.log(`${describeGraph(graph, genesis)}\n`);
  await buildContracts();

  const start = Date.now();
  const seconds = () => `${((Date.now() - start) / 1000).toFixed(0)} s`;
  const log = (line: string) => {
    console.log(`  ✓ ${line} (${seconds()})`);
  };
  const { phases } = await runRound(genesis, log);
  console.log(`\n${renderPhases(phases)}\n${describeLargest(phases)}\n`);

  const openings: Opening[] = [];
  for (const divisor of DIVISORS) openings.push(await measureOpening(thinGraph(graph, divisor)));
  console.log(`${renderOpenings(openings)}\n`);

  console.log("As crowded as the rules allow: 255 seeds with children, 255 children of one of them");
  const crowded = await runCrowdedRound(log);
  console.log(`\n${renderPhases(crowded)}\n${describeLargest(crowded)}\n`);

  const auctions: CrowdGas[] = [];
  for (const bidders of BIDDERS) {
    auctions.push(await measureBidders(bidders));
    log(`cleared an auction of ${(bidders + 1).toLocaleString("en")} bidders`);
  }
  console.log(`\n${renderBidders(auctions)}\n\nTime: ${seconds()}.`);
  if (update) await writeSection("scale", renderPage(phases, crowded, openings));
  if (spreadOf(openings) > MAX_SPREAD) throw new Error("Opening a round grows with the graph: RO-3 does not hold.");
  for (const call of ["commit", "reveal", "clear", "claim"] as const) {
    const gas = auctions.map((auction) => auction[call]);
    if (Math.max(...gas) > Math.min(...gas) * (1 + MAX_SPREAD)) {
      throw new Error(`The gas of ${call} grows with the bidders: OA-14 does not hold.`);
    }
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof BaseError ? error.shortMessage : error);
  process.exit(1);
}
