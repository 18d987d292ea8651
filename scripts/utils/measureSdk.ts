import { join } from "node:path";

import { aggregate } from "../../sdk/src/jury/index.ts";
import { WAD, floorWeights, openPool, quote } from "../../sdk/src/math/index.ts";
import { planTrades } from "../../sdk/src/strategy/index.ts";
import { DEFAULT_MARKET } from "./defaults.ts";
import { readRound, type Round } from "./round.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const RUNS = 51;

export type Timing = { readonly operation: string; readonly milliseconds: number };

/** Median times of what traders and jurors wait for; they depend on the machine, so nothing is held against them. */
export async function measureSdk(): Promise<Timing[]> {
  const { name, round } = await findRound();
  const prices = floorWeights(Array.from({ length: 128 }, (_, i) => WAD / BigInt(i + 1)));
  const targets = floorWeights(Array.from({ length: 128 }, (_, i) => WAD / BigInt(1 + ((i * 37) % 128))));
  const rates = { feeRate: BigInt(DEFAULT_MARKET.feeRate), alpha: BigInt(DEFAULT_MARKET.alpha) };
  const pool = openPool({ prices, b: 1000n * WAD, ...rates });
  const plan = () => planTrades({ pool, targets, budget: 200n * WAD });
  const { orders } = plan();
  const { comparisons, loss, projects } = round;
  return [
    time("planTrades, n = 128", plan),
    time(`quote of its ${orders.length} orders`, () => quote(pool, orders)),
    time(`aggregate ${comparisons.length} comparisons of ${name}`, () => aggregate(comparisons, { loss, projects })),
  ];
}

async function findRound(): Promise<{ readonly name: string; readonly round: Round }> {
  const pilot = join(ROOT, "..", "shared", "data", "pilot");
  try {
    return { name: "the pilot", round: await readRound(pilot) };
  } catch {
    console.log("../shared/data is absent: aggregate is timed on the sample round.");
    return { name: "the sample", round: await readRound(join(ROOT, "examples", "own-dependencies")) };
  }
}

function time(operation: string, run: () => unknown): Timing {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { operation, milliseconds: times[Math.floor(RUNS / 2)] ?? 0 };
}
