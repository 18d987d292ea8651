/**
 * `npm run bench [-- --json <file>] [--update]`: gas of every operation by number of outcomes, measured on an in-process
 * chain and held against the committed snapshot. Gas is exact: any difference is a failure. `--update` writes the new
 * snapshot, whose change the commit then explains.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";

import type { Measurement } from "./utils/bench.ts";
import { measureContracts } from "./utils/measure.ts";
import { measureDraw } from "./utils/measureDraw.ts";
import { measureSdk } from "./utils/measureSdk.ts";
import { renderTable } from "../cli/src/output/table.ts";
import { renderMarkdown, writeSection } from "./utils/benchmarks.ts";
import { buildContracts } from "./utils/build.ts";

const SNAPSHOT = join(import.meta.dirname, "..", "test", "gas", "snapshot.json");
const OUTCOMES = [2, 45, 128, 256];
/** What the page of benchmarks shows, in people's words. */
const NAMES = {
  open: "create a market and open its pool",
  buyFirst: "buy one outcome, new holder",
  buyRepeat: "buy one outcome, again",
  shortRepeat: "short one outcome, again",
  portfolioFirst: "buy all outcomes, new holder",
  portfolioRepeat: "buy all outcomes, again",
  splitFirst: "split a full set, new holder",
  splitRepeat: "split a full set, again",
  report: "report the payouts",
  redeemAll: "redeem all outcomes",
  auctionCommit: "opening auction: commit a bid",
  auctionRevealFirst: "reveal, the first",
  auctionRevealRepeat: "reveal, every other",
  auctionClear: "clear and open the pool",
  auctionClaim: "claim, new holder",
  drawHeaders: "draw by the headers of two blocks, whatever n",
  drawDrand: "draw by a beacon of drand, whatever n",
};
/** What the specification allows at n = 128. */
const LIMITS: Readonly<Record<string, number>> = {
  open: 500_000,
  buyFirst: 110_000,
  shortFirst: 110_000,
  buyRepeat: 86_000,
  shortRepeat: 86_000,
  portfolioFirst: 3_200_000,
  portfolioRepeat: 2_100_000,
  splitFirst: 2_100_000,
  splitRepeat: 850_000,
  report: 340_000,
  redeemAll: 850_000,
  windowBuyRepeat: 98_516,
  windowPortfolioRepeat: 2_900_000,
  auctionCommit: 100_000,
  auctionRevealFirst: 1_700_000,
  auctionRevealRepeat: 550_000,
  auctionClear: 2_600_000,
  auctionClaim: 2_600_000,
  drawHeaders: 150_000,
  drawDrand: 200_000,
};

async function readSnapshot(): Promise<Measurement[]> {
  return JSON.parse(await readFile(SNAPSHOT, "utf8").catch(() => "[]")) as Measurement[];
}

function findDrift(measured: readonly Measurement[], snapshot: readonly Measurement[]): string[] {
  const key = ({ operation, n }: Measurement) => `${operation}, n = ${n}`;
  const committed = new Map(snapshot.map((entry) => [key(entry), entry.gas]));
  return measured.flatMap((entry) => {
    const before = committed.get(key(entry));
    if (before === entry.gas) return [];
    return [`${key(entry)}: ${before === undefined ? "not in the snapshot" : `${before} before`}, ${entry.gas} now`];
  });
}

function findExcess(measured: readonly Measurement[]): string[] {
  return measured.flatMap(({ operation, n, gas }) => {
    const limit = LIMITS[operation];
    return n === 128 && limit !== undefined && gas > limit ? [`${operation}: ${gas} at n = 128, above ${limit}`] : [];
  });
}

function gasOf(operation: string, n: number): number | undefined {
  return measured.find((m) => m.operation === operation && m.n === n)?.gas;
}

function print(): void {
  const operations = [...new Set(measured.map(({ operation }) => operation))];
  const rows = operations.map((operation) => [
    operation,
    ...OUTCOMES.map((n) => gasOf(operation, n)?.toLocaleString("en") ?? ""),
    LIMITS[operation]?.toLocaleString("en") ?? "",
  ]);
  console.log(renderTable(["gas", ...OUTCOMES.map((n) => `n = ${n}`), "limit at 128"], rows));
}

/** The table of the page of benchmarks is the snapshot's. */
async function updatePage(): Promise<void> {
  const head = ["operation", ...OUTCOMES.map((n) => `n = ${n}`)];
  const rows = Object.entries(NAMES).map(([operation, name]) => [
    name,
    ...OUTCOMES.map((n) => gasOf(operation, n)?.toLocaleString("en") ?? ""),
  ]);
  await writeSection("gas", renderMarkdown({ head, rows }, 1));
}

const { values } = parseArgs({ options: { json: { type: "string" }, update: { type: "boolean", default: false } } });
await buildContracts();
const measured = [...(await measureContracts(OUTCOMES)), ...(await measureDraw())];
print();
const timings = (await measureSdk()).map(({ operation, milliseconds }) => [operation, milliseconds.toFixed(2)]);
console.log(`\n${renderTable(["SDK, median", "ms"], timings)}\n`);
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(measured, null, 2)}\n`);
if (values.update) {
  await writeFile(SNAPSHOT, `${JSON.stringify(measured, null, 2)}\n`);
  await updatePage();
}

const failures = [...findExcess(measured), ...findDrift(measured, await readSnapshot())];
for (const failure of failures) console.error(failure);
if (failures.length > 0) {
  console.error("Gas differs from test/gas/snapshot.json: undo it, or explain it in the commit that runs `--update`.");
  process.exit(1);
}
