/**
 * `npm run demo [-- --round <folder>] [--opening auction] [--randomness drand] [--budget N] [--anchor s]
 * [--json <file>]`: a whole round on a chain in this process. See README.md.
 */
import { writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { parseEther } from "viem";

import { BaseError } from "../sdk/src/errors/index.ts";
import { formatWad } from "../sdk/src/math/index.ts";
import { compareOpenings, renderComparison } from "./demo/compare.ts";
import { printReport } from "./demo/report.ts";
import { judge, runDemo, type DemoResult, type RunParameters, type WeightsByRepo } from "./demo/runDemo.ts";
import { readRound, type Round } from "./utils/round.ts";
import { buildContracts } from "./utils/build.ts";

const SAMPLE = join(import.meta.dirname, "..", "examples", "own-dependencies");
/**
 * What the sponsor gives for a round, in whole tokens: 60% of it open the market of weights with b = 200, as much as one
 * trader's budget, as a pool may cost 11.53 b, and b more with an auction; the rest is for the questions about single
 * projects.
 */
const SPONSORSHIPS = { "base-rates": parseEther("3843.35"), auction: parseEther("4176.67") } as const;

const HELP = `Usage: npm run demo -- [options]

Plays a whole round on a chain in this process: a sponsor, edges against bonds, markets of weights, originality and
children, the draw, jurors and their 3-of-5 Safe, settlement, a donor, and the projects that claim; then the next opens.

Options
  --round <folder>  base-rates.csv, comparisons.csv, traders/*.csv, and if they are there edges.csv, originality.csv,
                    child-weights.csv, traders/*.originality.csv, traders/*.children.csv;
                    default examples/own-dependencies
  --opening <how>   the market of weights opens at its "base-rates", the default, or by sealed bids in an "auction":
                    then the same round is also played without, and compared
  --randomness <r>  the draw is made by the "headers" of two blocks, the default, or by a beacon as "drand" has them,
                    which this script signs itself
  --budget <N>      what each trader spends, in tokens; default 200
  --anchor <s>      pull of the jury's weights towards the base rates; 1 is as much as one comparison; default none
  --json <file>     write the exact numbers, as strings
  --help            this

Examples: npm run demo -- --round examples/own-dependencies --budget 50 --json round.json
          npm run demo -- --opening auction
          npm run demo -- --randomness drand`;

class InvalidOptionError extends BaseError {
  override readonly name = "InvalidOptionError";
}

function readOptions() {
  const options = {
    round: { type: "string", default: SAMPLE },
    opening: { type: "string", default: "base-rates" },
    randomness: { type: "string", default: "headers" },
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
  const { round, opening, randomness, budget, anchor, json, help } = parse();
  if (opening !== "base-rates" && opening !== "auction") {
    throw new InvalidOptionError(`--opening "${opening}" is neither "base-rates" nor "auction".`);
  }
  if (randomness !== "headers" && randomness !== "drand") {
    throw new InvalidOptionError(`--randomness "${randomness}" is neither "headers" nor "drand".`);
  }
  if (!/^\d{1,9}(\.\d{1,18})?$/.test(budget) || parseEther(budget) === 0n) {
    throw new InvalidOptionError(`--budget "${budget}" is not a positive number of tokens, for instance 200 or 0.5.`);
  }
  if (anchor !== undefined && !(Number(anchor) > 0 && Number.isFinite(Number(anchor)))) {
    throw new InvalidOptionError(`--anchor "${anchor}" is not a positive number, for instance 0.1.`);
  }
  const tau = anchor === undefined ? undefined : Number(anchor);
  return { round, opening, randomness, budget: parseEther(budget), anchor: tau, json, help } as const;
}

function toJson({ projects }: Round, result: DemoResult, without: DemoResult | undefined): string {
  const { rates, opening, closing, twap, jury, sponsor, conservation, rounds, credit, bonds } = result;
  const exact = {
    projects: projects.map((repo, i) => ({
      repo,
      baseRate: formatWad(rates[i] ?? 0n),
      opening: formatWad(opening[i] ?? 0n),
      closing: formatWad(closing[i] ?? 0n),
      twap: formatWad(twap[i] ?? 0n),
      jury: formatWad(jury[i] ?? 0n),
    })),
    traders: result.traders,
    nodeTraders: result.nodeTraders,
    sponsor: { spent: sponsor.spent, predicted: sponsor.predicted },
    conservation: { in: conservation.in, out: conservation.out, dust: conservation.dust },
    rounds: rounds.map(({ round, budget, returned, evaluated, ...weights }) => ({
      round,
      budget,
      returned,
      opening: toRows(weights.opening),
      final: weights.final && toRows(weights.final),
      evaluated,
    })),
    credit: credit.map(({ repo, share, path, paid }) => ({ repo, share: formatWad(share), path, paid })),
    unknown: formatWad(result.unknown),
    bonds: bonds.map(({ edge, bond, outcome, charge, slashed, returned }) => ({
      edge,
      bond,
      outcome,
      charge,
      slashed,
      returned,
    })),
    rewards: result.rewards,
    assets: result.assets,
    gas: result.gas,
    ...(without && { comparison: compareOpenings(result, without) }),
  };
  return `${JSON.stringify(exact, (_, value: unknown) => (typeof value === "bigint" ? `${value}` : value), 2)}\n`;
}

function toRows(weights: WeightsByRepo) {
  return [...weights].map(([repo, weight]) => ({ repo, weight: formatWad(weight) }));
}

async function writeJson(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch((cause: unknown) => {
    throw new InvalidOptionError(`--json "${path}" cannot be written: ${(cause as Error).message}`, { cause });
  });
}

async function main(): Promise<void> {
  const { round: folder, opening, randomness, budget, anchor, json, help } = readOptions();
  if (help) {
    console.log(HELP);
    return;
  }
  const round = await readRound(folder);
  const jury = judge(round, anchor);
  console.log(`Round ${relative(process.cwd(), folder) || "."}`);
  await buildContracts();
  const log = (line: string) => {
    console.log(`  ✓ ${line}`);
  };
  const run = { folder: round, jury, budget, randomness };
  const result = await runDemo({ ...run, opening, sponsorship: SPONSORSHIPS[opening], log });
  printReport(round, result);
  const without = opening === "auction" ? await playWithout(run) : undefined;
  if (without) console.log(`\n${renderComparison(round, result, without)}`);
  if (json !== undefined) await writeJson(json, toJson(round, result, without));
  for (const played of [result, ...(without ? [without] : [])]) checkBooks(played);
}

/** The same round with a market that opens at its base rates. */
function playWithout(run: Pick<RunParameters, "folder" | "jury" | "budget" | "randomness">): Promise<DemoResult> {
  console.log("\nThe same round without an auction …");
  const sponsorship = SPONSORSHIPS["base-rates"];
  return runDemo({ ...run, opening: "base-rates", sponsorship, log: () => undefined });
}

function checkBooks({ conservation, assets }: DemoResult): void {
  const { in: paid, out, dust } = conservation;
  const leaks = Object.values(assets).some((asset) => asset.in - asset.out !== asset.held);
  if (paid - out !== dust || leaks) throw new Error("Money was not conserved: this is a bug.");
}

try {
  await main();
} catch (error) {
  console.error(error instanceof BaseError ? error.shortMessage : error);
  process.exit(1);
}
