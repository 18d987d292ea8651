/**
 * `npm run simulate [-- --round <folder>] [--orders N] [--seed N] [--json <file>]`: what the opening
 * auction and the pool do to weights, profits and costs, with the exact twins of the contracts. See --help.
 */
import { writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { tasks } from "hardhat";
import { parseEther } from "viem";

import { BaseError } from "../sdk/src/errors/index.ts";
import { simulateOpening } from "./simulate/simulateOpening.ts";
import { renderOpening } from "./simulate/openingReport.ts";
import { settingOf } from "./simulate/setting.ts";
import { readRound } from "./utils/round.ts";

const ROOT = join(import.meta.dirname, "..");
const SAMPLE = join(ROOT, "examples", "own-dependencies");
/** What every trader of the folder spends, and the liquidity at the opening: those of the demo. */
const BUDGET = parseEther("200");
const B = parseEther("200");

const HELP = `Usage: npm run simulate -- [options]

Sealed opening: the same traders in many random orders, one after another through the pool and by auction; one bidder
with ten times the money who is wrong; copying in the open market, and of a sealed bid on the contract.

Options
  --round <folder>  base-rates.csv, comparisons.csv, traders/*.csv; default examples/own-dependencies
  --orders <N>      random orders; default 100
  --seed <N>        decides everything random; default 1
  --json <file>     write the exact numbers; amounts in units of 1e-18 as strings
  --help            this

Example: npm run simulate -- --round examples/own-dependencies --orders 20 --seed 7 --json simulation.json`;

class InvalidOptionError extends BaseError {
  override readonly name = "InvalidOptionError";
}

function readOptions() {
  const options = {
    round: { type: "string", default: SAMPLE },
    orders: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
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
  const { orders, seed, ...others } = parse();
  return { orders: readInteger("orders", orders, 1), seed: readInteger("seed", seed, 0), ...others };
}

function readInteger(name: string, text: string, least: number): number {
  if (!/^\d{1,6}$/.test(text) || Number(text) < least) {
    throw new InvalidOptionError(`--${name} "${text}" is not a whole number from ${least} to 999999.`);
  }
  return Number(text);
}

async function main(): Promise<void> {
  const { round: folder, orders, seed, json, help } = readOptions();
  if (help) {
    console.log(HELP);
    return;
  }
  const setting = settingOf(await readRound(folder), B, BUDGET);
  console.log(`Round ${relative(process.cwd(), folder) || "."}, ${orders} orders, seed ${seed}`);
  await tasks.getTask("build").run({ quiet: true, noTests: true });
  const opening = await simulateOpening(setting, orders, seed);
  console.log(renderOpening(opening, setting.projects, setting.answer));
  if (json !== undefined) await write("json", json, toJson({ orders, seed, opening }));
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
