/**
 * Runs in the folder with the planted contracts: `node scripts/mutate/trial.ts <plan.json>`. It loads the unit tests
 * once and runs them for one mutant after the other, until the first failure. A line of JSON for each, on file
 * descriptor 3.
 */
import { readFileSync, writeSync } from "node:fs";
import { resolve } from "node:path";
import hre from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";
import Mocha, { type Runner, type Suite, type Test } from "mocha";

import { beneficiaryOf } from "./schemata.ts";

export interface Plan {
  /** Tests that fail without a mutant, which they do because planted contracts cost more gas. */
  readonly broken: readonly string[];
  readonly trials: readonly { readonly id: number; readonly tests: readonly string[] }[];
}

/** `killedBy` is the test that failed; 0 stands for no mutant. */
export interface Trial {
  readonly id: number;
  readonly killedBy: readonly string[];
  readonly milliseconds: number;
  /** The process ends itself after it: the test may still be running. */
  readonly timedOut: boolean;
}

const RESULTS = 3;
const TIMEOUT = 30_000;
/** Chains forget nothing: a process that has grown to so many bytes ends, and the next goes on. */
const MEMORY = 3_000_000_000;

interface Chain {
  readonly connection: NetworkConnection;
  snapshot: string;
}

function watchConnections(): Chain[] {
  const chains: Chain[] = [];
  const create = hre.network.create.bind(hre.network);
  hre.network.create = (async (...parameters: Parameters<typeof create>) => {
    const connection = await create(...parameters);
    chains.push({ connection: connection as unknown as NetworkConnection, snapshot: "" });
    return connection;
  }) as typeof create;
  return chains;
}

async function snapshot(chain: Chain): Promise<void> {
  chain.snapshot = (await chain.connection.provider.request({ method: "evm_snapshot", params: [] })) as string;
}

/** Every mutant begins with the chain as the files found it. */
async function turnOn(chains: readonly Chain[], id: number): Promise<void> {
  for (const chain of chains) {
    const { provider, networkHelpers } = chain.connection;
    await provider.request({ method: "evm_revert", params: [chain.snapshot] });
    await snapshot(chain);
    networkHelpers.clearSnapshots();
    await provider.request({ method: "hardhat_setCoinbase", params: [beneficiaryOf(id)] });
  }
}

function removeBroken(suite: Suite, broken: ReadonlySet<string>): void {
  suite.tests = suite.tests.filter((test) => !broken.has(test.fullTitle()));
  for (const inner of suite.suites) removeBroken(inner, broken);
}

/** Runs the suites in order and returns the tests that failed: all of them for id 0, otherwise the first. */
function run(mocha: Mocha, id: number): Promise<{ failed: Test[]; timedOut: boolean }> {
  const failed: Test[] = [];
  let timedOut = false;
  return new Promise((done) => {
    const runner: Runner = mocha.run(() => {
      done({ failed, timedOut });
    });
    runner.on("fail", (test, error: { code?: string }) => {
      failed.push(test);
      if (error.code === "ERR_MOCHA_TIMEOUT") timedOut = true;
      if (id !== 0) runner.abort();
    });
  });
}

const { broken, trials } = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Plan;
const chains = watchConnections();
const silent = function () {} as unknown as Mocha.ReporterConstructor;
const mocha = new Mocha({ timeout: TIMEOUT, reporter: silent });
mocha.cleanReferencesAfterRun(false);
for (const file of new Set(trials.flatMap(({ tests }) => tests))) mocha.addFile(resolve(file));
await mocha.loadFilesAsync();
removeBroken(mocha.suite, new Set(broken));
for (const chain of chains) await snapshot(chain);

const suites = [...mocha.suite.suites];
/** Suites that killed mutants of the same files go first. */
const kills = new Map<string, number>();
for (const { id, tests } of trials) {
  const start = performance.now();
  const files = new Set(tests.map((file) => resolve(file)));
  const keyOf = (suite: Suite) => `${tests.join()} ${suite.title}`;
  mocha.suite.suites = suites
    .filter(({ file }) => file !== undefined && files.has(file))
    .sort((a, b) => (kills.get(keyOf(b)) ?? 0) - (kills.get(keyOf(a)) ?? 0));
  await turnOn(chains, id);
  const { failed, timedOut } = await run(mocha, id);
  let top = failed[0]?.parent;
  while (top?.parent && !top.parent.root) top = top.parent;
  if (top !== undefined && id !== 0) kills.set(keyOf(top), (kills.get(keyOf(top)) ?? 0) + 1);
  const killedBy = failed.map((test) => test.fullTitle());
  const trial: Trial = { id, killedBy, milliseconds: Math.round(performance.now() - start), timedOut };
  writeSync(RESULTS, `${JSON.stringify(trial)}\n`);
  if (timedOut || process.memoryUsage.rss() > MEMORY) break;
}
process.exit(0);
