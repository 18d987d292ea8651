/**
 * `npm run bench:peers [-- --json <file>] [--update]`: the same jobs by our contracts and by the peers', from their npm
 * packages, on one in-process chain; gas, transactions under the cap, the capital that a depth takes, and the gas that
 * nobody can save. Gas is exact: what differs from site/benchmarks.md is a failure. `--update` writes it, and its plot.
 */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";

import { plotGas } from "./benchPeers/plot.ts";
import { renderTerminal, tabulateCapital, tabulateGas } from "./benchPeers/report.ts";
import { measurePeers } from "./benchPeers/run.ts";
import { GAS_PLOT, hasSection, renderMarkdown, writeSection } from "./utils/benchmarks.ts";
import { buildContracts } from "./utils/build.ts";

const OUTCOMES = [2, 16, 45, 98, 128];

const { values } = parseArgs({ options: { json: { type: "string" }, update: { type: "boolean", default: false } } });
await buildContracts();
const start = Date.now();
const result = await measurePeers(OUTCOMES, (line) => {
  console.log(`  ✓ ${line} (${((Date.now() - start) / 1000).toFixed(0)} s)`);
});
const [gas, capital] = [tabulateGas(result), tabulateCapital(result)];
console.log(`\n${renderTerminal(gas)}\n\n${renderTerminal(capital)}\n`);
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(result, null, 2)}\n`);

const tables = `${renderMarkdown(gas, 2)}\n\n${renderMarkdown(capital, 1)}`;
const plot = plotGas(result.measured);
if (values.update) {
  await writeSection("peers", tables);
  await writeFile(GAS_PLOT, plot);
} else if (!(await hasSection("peers", tables)) || plot !== (await readFile(GAS_PLOT, "utf8").catch(() => ""))) {
  console.error(
    "Gas differs from site/benchmarks.md or its plot: undo it, or explain it in the commit that runs `--update`.",
  );
  process.exit(1);
}
