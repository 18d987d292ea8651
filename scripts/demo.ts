/**
 * `npm run demo [-- --round <folder>] [--budget N] [--anchor s] [--json <file>]`: a whole round on a chain in this
 * process. See README.md.
 */
import { writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { tasks } from "hardhat";
import { parseEther } from "viem";

import { BaseError } from "../sdk/src/errors/index.ts";
import { formatWad } from "../sdk/src/math/index.ts";
import { judge, runRound, type RoundResult } from "./demo/runRound.ts";
import { printReport } from "./demo/report.ts";
import { readRound, type Round } from "./utils/round.ts";

const SAMPLE = join(import.meta.dirname, "..", "examples", "own-dependencies");
/** Liquidity of the demo's pool, in whole tokens: as much as one trader's budget. */
const B = "200";

const HELP = `Usage: npm run demo -- [options]

Runs a round on a chain in this process: opens the market at the base rates, lets every trader of the folder trade,
aggregates the comparisons, posts them through a 3-of-5 Safe and redeems everything.

Options
  --round <folder>  base-rates.csv, comparisons.csv, traders/*.csv; default examples/own-dependencies
  --budget <N>      what each trader spends, in tokens; default 200
  --anchor <s>      pull of the jury's weights towards the base rates; 1 is as much as one comparison; default none
  --json <file>     write the exact numbers, as strings
  --help            this

Example: npm run demo -- --round examples/own-dependencies --budget 50 --json round.json`;

class InvalidOptionError extends BaseError {
  override readonly name = "InvalidOptionError";
}

function readOptions() {
  const options = {
    round: { type: "string", default: SAMPLE },
    budget: { type: "string", default: "200" },
    anchor: { type: "string" },
    json: { type: "string" },
    help: { type: "boolean", default: false },
  } as const;
  const parse = () => {
    try {
      return parseArgs({ options }).values;
    } catch (cause) {
      throw new InvalidOptionError((cause as Error).message.replaceAll("\n", " "));
    }
  };
  const { round, budget, anchor, json, help } = parse();
  if (!/^\d{1,9}(\.\d{1,18})?$/.test(budget) || parseEther(budget) === 0n) {
    throw new InvalidOptionError(`--budget "${budget}" is not a positive number of tokens, for instance 200 or 0.5.`);
  }
  if (anchor !== undefined && !(Number(anchor) > 0 && Number.isFinite(Number(anchor)))) {
    throw new InvalidOptionError(`--anchor "${anchor}" is not a positive number, for instance 0.1.`);
  }
  return { round, budget: parseEther(budget), anchor: anchor === undefined ? undefined : Number(anchor), json, help };
}

function toJson({ projects }: Round, result: RoundResult): string {
  const { opening, closing, twap, jury, sponsor, conservation } = result;
  const exact = {
    projects: projects.map((repo, i) => ({
      repo,
      opening: formatWad(opening[i] ?? 0n),
      closing: formatWad(closing[i] ?? 0n),
      twap: formatWad(twap[i] ?? 0n),
      jury: formatWad(jury[i] ?? 0n),
    })),
    traders: result.traders,
    sponsor: { spent: sponsor.spent, predicted: sponsor.predicted },
    conservation: { in: conservation.in, out: conservation.out, dust: conservation.dust },
    gas: result.gas,
  };
  return `${JSON.stringify(exact, (_, value: unknown) => (typeof value === "bigint" ? `${value}` : value), 2)}\n`;
}

async function writeJson(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch((cause: unknown) => {
    throw new InvalidOptionError(`--json "${path}" cannot be written: ${(cause as Error).message}`, { cause });
  });
}

async function main(): Promise<void> {
  const { round: folder, budget, anchor, json, help } = readOptions();
  if (help) {
    console.log(HELP);
    return;
  }
  const round = await readRound(folder);
  const jury = judge(round, anchor);
  console.log(`Round ${relative(process.cwd(), folder) || "."}`);
  await tasks.getTask("build").run({ quiet: true, noTests: true });
  const log = (line: string) => {
    console.log(`  ✓ ${line}`);
  };
  const result = await runRound({ round, jury, budget, b: parseEther(B), log });
  printReport(round, result);
  if (json !== undefined) await writeJson(json, toJson(round, result));
  const { in: paid, out, dust } = result.conservation;
  if (paid - out !== dust) throw new Error("Money was not conserved: this is a bug.");
}

try {
  await main();
} catch (error) {
  console.error(error instanceof BaseError ? error.shortMessage : error);
  process.exit(1);
}
