/**
 * `npm run bench:peers [-- --json <file>] [--update]`: the same jobs by our contracts and by the peers', from their npm
 * packages, on one in-process chain; gas, transactions under the cap, the capital that a depth takes, and the gas that
 * nobody can save. Gas is exact: what differs from README.md is a failure. `--update` writes README.md and docs/gas.svg.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { tasks } from "hardhat";

import { plotGas } from "./benchPeers/plot.ts";
import { renderMarkdown, renderTerminal, tabulateCapital, tabulateGas } from "./benchPeers/report.ts";
import { measurePeers } from "./benchPeers/run.ts";

const ROOT = join(import.meta.dirname, "..");
const README = join(ROOT, "README.md");
const PLOT = join(ROOT, "docs", "gas.svg");
const OUTCOMES = [2, 16, 45, 98, 128];
const [BEGIN, END] = ["<!-- peers: written by npm run bench:peers -- --update -->", "<!-- end of peers -->"];

/** The README with `content` between the markers. */
function insert(readme: string, content: string): string {
  const [before, rest] = readme.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`README.md has no ${BEGIN} with an end.`);
  return `${before}${BEGIN}\n${content}\n${END}${after}`;
}

const { values } = parseArgs({ options: { json: { type: "string" }, update: { type: "boolean", default: false } } });
await tasks.getTask("build").run({ quiet: true, noTests: true });
const start = Date.now();
const result = await measurePeers(OUTCOMES, (line) => {
  console.log(`  ✓ ${line} (${((Date.now() - start) / 1000).toFixed(0)} s)`);
});
const [gas, capital] = [tabulateGas(result), tabulateCapital(result)];
console.log(`\n${renderTerminal(gas)}\n\n${renderTerminal(capital)}\n`);
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(result, null, 2)}\n`);

const readme = await readFile(README, "utf8");
const updated = insert(readme, `${renderMarkdown(gas, 2)}\n\n${renderMarkdown(capital, 1)}`);
const plot = plotGas(result.measured);
if (values.update) {
  await writeFile(README, updated);
  await mkdir(dirname(PLOT), { recursive: true });
  await writeFile(PLOT, plot);
} else if (updated !== readme || plot !== (await readFile(PLOT, "utf8").catch(() => ""))) {
  console.error(
    "Gas differs from README.md or docs/gas.svg: undo it, or explain it in the commit that runs `--update`.",
  );
  process.exit(1);
}
