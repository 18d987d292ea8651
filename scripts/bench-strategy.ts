/**
 * `npm run bench:strategy [-- --round <folder>] [--json <file>]`: expected profit of a budget by `planTrades` and by
 * the incumbent's published rule, both in the same pool. See --help.
 */
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { parseEther } from "viem";

import { BaseError } from "../sdk/src/errors/index.ts";
import { aggregate } from "../sdk/src/jury/index.ts";
import { openPool } from "../sdk/src/math/index.ts";
import { compare, ratiosOf } from "./benchStrategy/compare.ts";
import { renderExpected, renderRealised } from "./benchStrategy/report.ts";
import { DEFAULT_MARKET } from "./utils/defaults.ts";
import { readRound } from "./utils/round.ts";

const ROOT = join(import.meta.dirname, "..");
const PILOT = join(ROOT, "..", "shared", "data", "pilot");
const SAMPLE = join(ROOT, "examples", "own-dependencies");
/** The pool's liquidity, and budgets from a hundredth of it to ten times as much. */
const B = 1000n;
const BUDGETS = [10n, 30n, 100n, 300n, 1000n, 3000n, 10_000n];

const HELP = `Usage: npm run bench:strategy -- [options]

For each trader of a round, and budgets of a hundredth of the pool's b to ten times b: the expected profit of a unit
of budget by planTrades, and by the incumbent's published rule (mint M full sets, sell the overpriced, spend the
proceeds on the underpriced in proportion to the difference), with M as large as the budget and with the best M of
many. Everybody trades alone, in the same pool, opened at the base rates, with its fees. Then what was earned at the
jury's answer.

Options
  --round <folder>  base-rates.csv, comparisons.csv and traders/*.csv; default ../shared/data/pilot, and
                    examples/own-dependencies where that is absent
  --json <file>     write all numbers
  --help            this

Example: npm run bench:strategy -- --round examples/own-dependencies --json strategy.json`;

class InvalidOptionError extends BaseError {
  override readonly name = "InvalidOptionError";
}

function readOptions() {
  try {
    const options = { round: { type: "string" }, json: { type: "string" }, help: { type: "boolean" } } as const;
    return parseArgs({ options }).values;
  } catch (cause) {
    throw new InvalidOptionError((cause as Error).message.replaceAll("\n", " "));
  }
}

function folderOf(round: string | undefined): string {
  if (round !== undefined) return round;
  if (existsSync(PILOT)) return PILOT;
  console.log("../shared/data/pilot is absent: this is examples/own-dependencies.");
  return SAMPLE;
}

async function main(): Promise<void> {
  const { round, json, help } = readOptions();
  if (help) {
    console.log(HELP);
    return;
  }
  const folder = folderOf(round);
  const { projects, prices, traders, comparisons, loss } = await readRound(folder);
  const { weightsWad: answer } = aggregate(comparisons, { loss, projects });
  const { feeRate, alpha } = DEFAULT_MARKET;
  const pool = openPool({ prices, b: parseEther(String(B)), feeRate: BigInt(feeRate), alpha: BigInt(alpha) });
  const budgets = BUDGETS.map((budget) => parseEther(String(budget)));
  const cases = compare(pool, traders, answer, budgets);

  const fee = `${feeRate / 1e6} % of turnover`;
  console.log(`Round ${relative(ROOT, folder)}: ${projects.length} projects, ${traders.length} traders.`);
  console.log(`Pool with b = ${B} and a fee of ${fee}.\n`);
  console.log("Expected profit of a unit of budget, median of the traders; ratios as median / min / max");
  console.log(`${renderExpected(cases, Number(B))}\n`);
  console.log("Profit of a unit of budget at the jury's answer, median of the budgets");
  console.log(renderRealised(cases));
  if (json !== undefined) {
    const ratios = { rule: ratiosOf(cases, "planned", "rule"), tuned: ratiosOf(cases, "planned", "tuned") };
    await writeFile(json, `${JSON.stringify({ b: Number(B), feeRate: feeRate / 1e8, ratios, cases }, null, 2)}\n`);
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof BaseError ? error.shortMessage : error);
  process.exit(1);
}
