/**
 * `npm run simulate [-- --round <folder>] [--orders N] [--crowds N] [--seed N] [--json <file>] [--svg <folder>]`: what the opening
 * auction and the pool do to weights, profits and costs, with the exact twins of the contracts. See --help.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { parseArgs } from "node:util";
import { parseEther } from "viem";

import { BaseError } from "../sdk/src/errors/index.ts";
import { attemptCopy } from "./simulate/attempt.ts";
import { renderEconomy } from "./simulate/economyReport.ts";
import { renderOpening } from "./simulate/openingReport.ts";
import { plotLiquidity, plotManipulation, plotOrders, plotTwap, type Plot } from "./simulate/plots.ts";
import { settingOf } from "./simulate/setting.ts";
import { runBeside } from "./simulate/worker.ts";
import { readRound } from "./utils/round.ts";
import { buildContracts } from "./utils/build.ts";

const ROOT = join(import.meta.dirname, "..");
const SAMPLE = join(ROOT, "examples", "own-dependencies");
const PLOTS = join(ROOT, "site", "pictures", "simulation");
/** What every trader of the folder spends, and the liquidity at the opening: those of the demo. */
const BUDGET = parseEther("200");
const B = parseEther("200");

const HELP = `Usage: npm run simulate -- [options]

Sealed opening: the same traders in many random orders, one after another through the pool and by auction; one bidder
with ten times the money who is wrong; copying in the open market, and of a sealed bid on the contract.

Economy: drawn crowds of informed, noisy and manipulating traders in the pool with constant and with growing liquidity,
after an auction, and in one Uniswap pool per project with the same capital: errors, costs, and what a percentage point
of weight costs a manipulator.

Options
  --round <folder>  base-rates.csv, comparisons.csv, traders/*.csv; default examples/own-dependencies
  --orders <N>      random orders of arrival; default 100
  --crowds <N>      drawn crowds of the economy; default 8
  --seed <N>        decides everything random; default 1
  --json <file>     write the exact numbers; amounts in units of 1e-18 as strings
  --svg <folder>    where to write the plots; default site/pictures/simulation
  --help            this

Example: npm run simulate -- --round examples/own-dependencies --orders 20 --seed 7 --json simulation.json`;

class InvalidOptionError extends BaseError {
  override readonly name = "InvalidOptionError";
}

function readOptions() {
  const options = {
    round: { type: "string", default: SAMPLE },
    orders: { type: "string", default: "100" },
    crowds: { type: "string", default: "8" },
    seed: { type: "string", default: "1" },
    json: { type: "string" },
    svg: { type: "string", default: PLOTS },
    help: { type: "boolean", default: false },
  } as const;
  const parse = () => {
    try {
      return parseArgs({ options }).values;
    } catch (cause) {
      throw new InvalidOptionError((cause as Error).message.replaceAll("\n", " "));
    }
  };
  const { orders, crowds, seed, ...others } = parse();
  return {
    orders: readInteger("orders", orders, 1),
    crowds: readInteger("crowds", crowds, 1),
    seed: readInteger("seed", seed, 0),
    ...others,
  };
}

function readInteger(name: string, text: string, least: number): number {
  if (!/^\d{1,6}$/.test(text) || Number(text) < least) {
    throw new InvalidOptionError(`--${name} "${text}" is not a whole number from ${least} to 999999.`);
  }
  return Number(text);
}

async function main(): Promise<void> {
  const { round: folder, orders, crowds, seed, json, svg, help } = readOptions();
  if (help) {
    console.log(HELP);
    return;
  }
  const setting = settingOf(await readRound(folder), B, BUDGET);
  console.log(`Round ${relative(process.cwd(), folder) || "."}, ${orders} orders, ${crowds} crowds, seed ${seed}`);
  await buildContracts();
  const parameters = { setting, orders, crowds, seed };
  const [opening, mechanisms, liquidity, attempt] = await Promise.all([
    runBeside("orders", parameters),
    runBeside("mechanisms", parameters),
    runBeside("liquidity", parameters),
    attemptCopy(setting),
  ]);
  console.log(renderOpening(opening, attempt, setting.projects, setting.answer));
  console.log(renderEconomy(mechanisms, liquidity));
  if (json !== undefined) {
    await write(
      "json",
      json,
      toJson({ orders, crowds, seed, opening: { ...opening, attempt }, mechanisms, liquidity }),
    );
  }
  const round = basename(folder);
  await writePlots(svg, [
    ...opening.crowds.slice(0, 1).map((crowd) => plotOrders(crowd, round)),
    ...plotLiquidity(liquidity, round),
    plotManipulation(mechanisms.manipulation, round),
    plotTwap(mechanisms.twap, round),
  ]);
}

async function writePlots(folder: string, plots: readonly Plot[]): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw new InvalidOptionError(`--svg "${folder}" cannot be created: ${(cause as Error).message}`, { cause });
  });
  for (const { name, svg } of plots) await write("svg", join(folder, name), svg);
  console.log(`\nPlots: ${plots.map(({ name }) => join(relative(process.cwd(), folder) || ".", name)).join(", ")}`);
}

function toJson(result: object): string {
  return `${JSON.stringify(result, (_, value: unknown) => (typeof value === "bigint" ? `${value}` : value), 2)}\n`;
}

async function write(option: string, path: string, text: string): Promise<void> {
  await writeFile(path, text).catch((cause: unknown) => {
    throw new InvalidOptionError(`--${option} "${path}" cannot be written: ${(cause as Error).message}`, { cause });
  });
}

try {
  await main();
} catch (error) {
  console.error(error instanceof BaseError ? error.shortMessage : error);
  process.exit(1);
}
