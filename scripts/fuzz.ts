/**
 * `npm run fuzz [-- --minutes N] [--seed S] [--only SUITE] [--runs R] [--json FILE]`: plays the invariants from ever new
 * seeds for as long as told, and says which functions were called how often and what came of it.
 *
 * A failure ends it, with the seed and the command that reproduces it. A seed is a number of at most 2^32; without
 * `--seed` it is the time. With `--runs` one process is run and no more.
 */
import { fork } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { artifacts } from "hardhat";
import { createHardhatRuntimeEnvironment, importUserConfig } from "hardhat/hre";

import { SUITES, type Suite } from "./fuzz/suites.ts";
import { type Batch, Names, Tally, type TestReport } from "./fuzz/tally.ts";
import { renderTable } from "../cli/src/output/table.ts";
import { buildContracts } from "./utils/build.ts";

const ROOT = join(import.meta.dirname, "..");
const WORKER = join(import.meta.dirname, "fuzz", "worker.ts");
/** Whose functions are called, and whose errors are thrown. */
const CONTRACTS = [
  ...["Markets", "OpeningAuction", "Rounds", "Jury", "EdgeRegistry", "FundingPool", "Lmsr", "MockRandomness"],
  ...["SafeERC20", "IERC20", "TestToken", "HostilePayee"],
];
/** Seeds of processes are so far apart that sequences which count on from them do not meet. */
const STRIDE = 1_000;
const SEEDS = 2 ** 32;

/** Runs one process and returns what it reports. */
function play(suite: Suite, seed: number, runs: number): Promise<Batch> {
  return new Promise((resolve, reject) => {
    const child = fork(WORKER, [...suite.files], {
      env: { ...process.env, HARDHAT_CONFIG: join(ROOT, suite.config), ...suite.environment(seed, runs) },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    let batch: Batch | undefined;
    child.on("message", (message) => (batch = message as Batch));
    child.on("error", reject);
    child.on("close", (code) => {
      if (batch !== undefined) resolve(batch);
      else reject(new Error(`${suite.name} died from seed ${seed} with ${runs} runs: code ${code}`));
    });
  });
}

/** The suite that is furthest behind its share of the time. */
function next(suites: readonly Suite[], tally: Tally): Suite {
  const spent = (suite: Suite) => (tally.suites.get(suite.name)?.seconds ?? 0) / suite.weight;
  return suites.reduce((least, suite) => (spent(suite) < spent(least) ? suite : least));
}

/** Compiles the Solidity tests of a configuration and returns the folder of their artifacts. */
async function buildTests(config: string): Promise<string> {
  const path = join(ROOT, config);
  const hre = await createHardhatRuntimeEnvironment(await importUserConfig(path), { config: path });
  await hre.tasks.getTask("build").run({ noContracts: true });
  return hre.solidity.getArtifactsDirectory("tests");
}

/** @param folders Of the artifacts of tests. */
async function readNames(folders: readonly string[]): Promise<Names> {
  const contracts = [];
  for (const name of CONTRACTS) {
    const found = [...(await artifacts.getAllFullyQualifiedNames())].find((full) => full.endsWith(`:${name}`));
    if (found !== undefined) contracts.push({ name, abi: (await artifacts.readArtifact(found)).abi });
  }
  for (const folder of folders) {
    const token = join(folder, "campaign", "AnyToken.sol", "AnyToken.json");
    const text = await readFile(token, "utf8").catch(() => undefined);
    if (text !== undefined) contracts.push({ name: "AnyToken", ...(JSON.parse(text) as { abi: unknown[] }) });
  }
  return new Names(contracts);
}

function describe(tally: Tally): string {
  const suites = [...tally.suites].map(([name, s]) => [name, ...[s.batches, s.calls, s.reverts].map(String)]);
  const functions = [...tally.functions].sort(([a], [b]) => a.localeCompare(b));
  const rows = functions.map(([name, { through, refused }]) => {
    const reasons = [...refused].sort(([, a], [, b]) => b - a);
    const total = reasons.reduce((sum, [, count]) => sum + count, 0);
    return [name, String(through), String(total), reasons.map(([reason, count]) => `${reason} ${count}`).join(", ")];
  });
  return [
    renderTable(["suite", "processes", "calls", "refused"], suites),
    "",
    renderTable(
      ["function", "through", "refused"],
      rows.map((row) => row.slice(0, 3)),
    ),
    "",
    "Refused for:",
    ...rows.filter(([, , refused]) => refused !== "0").map(([name, , , reasons]) => `  ${name}: ${reasons}`),
  ].join("\n");
}

/** The command that plays what failed, and nothing else. */
function reproduction(suite: Suite, seed: number, runs: number, { reason }: TestReport): string {
  const own = /SystemCampaign_Broken\((\d+)/.exec(reason)?.[1];
  const [from, count] = own === undefined ? [seed, runs] : [Number(own), 1];
  return `npm run fuzz -- --only ${suite.name} --seed ${from} --runs ${count}`;
}

const HELP = `npm run fuzz [-- options]: plays the invariants from ever new seeds.

  --minutes <n>   for how long (default: 10)
  --seed <n>      where to begin, below 2^32; else the time
  --only <suite>  one of ${SUITES.map(({ name }) => name).join(", ")}
  --runs <n>      one process of so many runs, and no more
  --json <file>   write what was counted
  -h, --help      this`;

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    seed: { type: "string" },
    only: { type: "string" },
    runs: { type: "string" },
    json: { type: "string" },
    help: { type: "boolean", short: "h", default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const base = Number(values.seed ?? Date.now() % SEEDS);
const minutes = Number(values.minutes);
const suites = SUITES.filter(({ name }) => values.only === undefined || name === values.only);
if (!Number.isSafeInteger(base) || base < 0 || !(minutes > 0) || suites.length === 0) {
  throw new Error(
    `--seed takes a whole number, --minutes a positive one, --only one of ${SUITES.map((s) => s.name).join(", ")}`,
  );
}

await buildContracts();
const folders = [];
for (const config of new Set(suites.map((suite) => suite.config))) folders.push(await buildTests(config));
const tally = new Tally(await readNames(folders));
const start = Date.now();
const until = start + minutes * 60_000;
console.log(`Seed ${base}, ${minutes} minutes.`);
for (let seed = base; process.exitCode === undefined; seed += STRIDE) {
  const suite = next(suites, tally);
  const runs = Number(values.runs ?? suite.runs);
  const begun = Date.now();
  const batch = await play(suite, seed, runs);
  tally.add(suite.name, batch, (Date.now() - begun) / 1000);
  console.log(`${suite.name} from seed ${seed}: ${tally.calls} calls so far`);
  for (const test of batch.tests.filter(({ failed }) => failed)) {
    console.error(`\nFAILED ${test.name} from seed ${seed}: ${test.reason}\n${test.counterexample}`);
    console.error(`Reproduce it: ${reproduction(suite, seed, runs, test)}`);
    process.exitCode = 1;
  }
  if (Date.now() >= until || values.runs !== undefined) break;
}
const seconds = Math.round((Date.now() - start) / 1000);
const memory = Math.round(tally.memory / 2 ** 20);
console.log(`\n${describe(tally)}\n`);
console.log(`${tally.calls} calls in ${seconds} s from seed ${base}; the largest process took ${memory} MiB.`);
if (values.json !== undefined) {
  const functions = Object.fromEntries(
    [...tally.functions].map(([name, { through, refused }]) => [
      name,
      { through, refused: Object.fromEntries(refused) },
    ]),
  );
  const report = { seed: base, seconds, calls: tally.calls, suites: Object.fromEntries(tally.suites), functions };
  await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
}
