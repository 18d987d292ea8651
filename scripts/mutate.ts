/**
 * `npm run mutate [-- --sample N] [--seed N] [--minutes N] [--only TEXT] [--list] [--json <file>]`: plants faults in the
 * core contracts and their libraries and counts those that no test notices. See --help.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";

import { analyse } from "./mutate/ast.ts";
import { compile, findBroken, trySolidityTests, tryUnitTests, type Campaign, type Verdict } from "./mutate/campaign.ts";
import { findMutants, nameOf, sample, type Mutant } from "./mutate/mutants.ts";
import { testsOf } from "./mutate/tests.ts";
import { prepareWorkspace, readSources } from "./mutate/workspace.ts";
import { listContracts, listCore } from "./utils/contractFiles.ts";
import { renderTable } from "../cli/src/output/table.ts";

const ROOT = join(import.meta.dirname, "..");
const FOLDER = join(ROOT, "cache", "mutation");
const EQUIVALENT = join(ROOT, "test", "mutation", "equivalent.json");

const HELP = `Usage: npm run mutate -- [options]

Plants faults in the core contracts and their libraries, one at a time, and runs the tests of that contract:
unit tests first, then for those that live on the Solidity tests. A mutant that no test kills is a test that is missing,
or equivalent: then test/mutation/equivalent.json says why. On two cores some 1,000 mutants take an hour.

Options
  --sample <N>    how many mutants, drawn at random; default all
  --seed <N>      decides the draw; default 1
  --minutes <N>   stop after so long; those left over are counted as not tried
  --only <TEXT>   only files whose path contains it
  --list          print the mutants and stop
  --json <file>   write every verdict
  --help          this`;

const { values } = parseArgs({
  options: {
    sample: { type: "string", default: "1000000" },
    seed: { type: "string", default: "1" },
    minutes: { type: "string", default: "1000000" },
    only: { type: "string", default: "" },
    list: { type: "boolean", default: false },
    json: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

interface Exemption {
  readonly mutant: string;
  readonly reason: string;
}

const files = listCore(ROOT).filter((file) => file.includes(values.only));
const sources = readSources(ROOT, files);

function draw(): { all: readonly Mutant[]; drawn: readonly Mutant[] } {
  const { trees, errors } = analyse(ROOT, readSources(ROOT, listContracts(ROOT)));
  if (errors[0] !== undefined) throw new Error(errors[0].message);
  const all = findMutants(files, sources, trees);
  return { all, drawn: sample(all, Number(values.sample), Number(values.seed)) };
}

function describe(mutant: Mutant): string {
  return `${mutant.file}:${mutant.line} ${nameOf(mutant)}`;
}

function printTable(all: readonly Mutant[], verdicts: readonly Verdict[], exempt: ReadonlySet<string>): void {
  const row = (name: string, chosen: readonly Mutant[], tried: readonly Verdict[]) => {
    const alive = tried.filter(({ killedBy }) => killedBy === undefined);
    const equivalent = alive.filter(({ mutant }) => exempt.has(nameOf(mutant))).length;
    const killed = tried.length - alive.length;
    const score = tried.length === equivalent ? "" : `${((100 * killed) / (tried.length - equivalent)).toFixed(1)}%`;
    return [name, ...[chosen.length, tried.length, killed, equivalent, alive.length - equivalent].map(String), score];
  };
  const rows = files.map((file) =>
    row(
      file.replace("contracts/", ""),
      all.filter((mutant) => mutant.file === file),
      verdicts.filter(({ mutant }) => mutant.file === file),
    ),
  );
  const head = ["file", "mutants", "tried", "killed", "equivalent", "alive", "killed of the rest"];
  console.log(renderTable(head, [...rows, row("all", all, verdicts)]));
}

async function main(): Promise<void> {
  const start = Date.now();
  const { all, drawn } = draw();
  if (values.list) {
    for (const mutant of drawn) console.log(describe(mutant));
    return;
  }
  mkdirSync(FOLDER, { recursive: true });
  const folders = readSources(ROOT, listContracts(ROOT));
  const { mutants, invalid } = prepareWorkspace(ROOT, FOLDER, folders, drawn);
  console.log(`${mutants.length} mutants planted of ${all.length}; ${invalid.length} do not compile.`);
  const campaign: Campaign = { root: ROOT, folder: FOLDER, tests: testsOf(ROOT, files) };
  compile(campaign);
  const broken = await findBroken(campaign);
  for (const title of broken) console.log(`left out, fails on planted contracts: ${title}`);

  const until = start + Number(values.minutes) * 60_000;
  const tried: Verdict[] = [];
  await tryUnitTests(campaign, mutants, broken, until, (verdict) => {
    tried.push(verdict);
    if (tried.length % 50 === 0) console.log(`${tried.length} mutants tried`);
  });
  const living = tried.filter(({ killedBy }) => killedBy === undefined).map(({ mutant }) => mutant.file);
  const needed = new Set(living.flatMap((file) => campaign.tests.get(file)?.solidity ?? []));
  if (needed.size > 0) compile(campaign, [...needed]);
  for (const file of new Set(living)) {
    const broken = trySolidityTests(campaign, { id: 0, file });
    if (broken !== undefined) throw new Error(`${broken} fails without a mutant.`);
  }
  const verdicts = tried.map((verdict) => {
    const { mutant } = verdict;
    const killedBy = verdict.killedBy ?? trySolidityTests(campaign, mutant);
    if (killedBy === undefined) console.log(`alive ${describe(mutant)}`);
    return { mutant, killedBy };
  });

  const exemptions = JSON.parse(readFileSync(EQUIVALENT, "utf8")) as Exemption[];
  const exempt = new Set(exemptions.map(({ mutant }) => mutant));
  printTable(all, verdicts, exempt);
  if (values.json !== undefined) {
    mkdirSync(dirname(values.json), { recursive: true });
    writeFileSync(values.json, `${JSON.stringify(verdicts, null, 2)}\n`);
  }
  const wrong = verdicts.filter(({ mutant, killedBy }) => killedBy !== undefined && exempt.has(nameOf(mutant)));
  for (const { mutant } of wrong) console.error(`killed, though listed as equivalent: ${describe(mutant)}`);
  const alive = verdicts.filter(({ mutant, killedBy }) => killedBy === undefined && !exempt.has(nameOf(mutant)));
  if (alive.length + wrong.length > 0) process.exitCode = 1;
}

if (values.help) console.log(HELP);
else await main();
