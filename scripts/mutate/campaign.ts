import { spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

import type { Mutant } from "./mutants.ts";
import { beneficiaryOf } from "./schemata.ts";
import type { TestFiles } from "./tests.ts";
import type { Plan, Trial } from "./trial.ts";

/** A trial that says nothing for so long, in milliseconds, has met a loop without end. */
const SILENCE = 180_000;

export interface Verdict {
  readonly mutant: Mutant;
  /** The first test that failed, "a loop without end", or nothing if all tests passed. */
  readonly killedBy: string | undefined;
}

export interface Campaign {
  readonly root: string;
  readonly folder: string;
  readonly tests: ReadonlyMap<string, TestFiles>;
}

/** Runs one process over `trials` and returns what it got done. */
function runTrials(
  folder: string,
  plan: Plan,
  until: number,
  onTrial: (trial: Trial) => void,
): Promise<{ silent: boolean }> {
  writeFileSync(join(folder, "plan.json"), JSON.stringify(plan));
  const child = spawn(process.execPath, ["scripts/mutate/trial.ts", "plan.json"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit", "pipe"],
  });
  const results = child.stdio[3];
  if (results === undefined || results === null || !("on" in results)) throw new Error("The trial has no output.");
  let silent = false;
  const stop = () => {
    silent = true;
    child.kill("SIGKILL");
  };
  let timer = setTimeout(stop, SILENCE);
  createInterface({ input: results as NodeJS.ReadableStream }).on("line", (line) => {
    clearTimeout(timer);
    timer = setTimeout(stop, SILENCE);
    if (Date.now() > until) child.kill("SIGKILL");
    onTrial(JSON.parse(line) as Trial);
  });
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", () => {
      clearTimeout(timer);
      done({ silent });
    });
  });
}

/** How many files of unit tests one process runs without a mutant: chains take some 200 MB a file. */
const FILES_AT_ONCE = 6;

/** Returns the unit tests that fail without a mutant, because planted contracts cost more gas. */
export async function findBroken({ folder, tests }: Campaign): Promise<string[]> {
  const files = [...new Set([...tests.values()].flatMap(({ unit }) => unit))];
  const broken: string[] = [];
  for (let i = 0; i < files.length; i += FILES_AT_ONCE) {
    let done = false;
    const plan = { broken: [], trials: [{ id: 0, tests: files.slice(i, i + FILES_AT_ONCE) }] };
    await runTrials(folder, plan, Infinity, (trial) => {
      done = true;
      broken.push(...trial.killedBy);
    });
    if (!done) throw new Error("The unit tests do not run on the planted contracts.");
  }
  return broken;
}

/** Tries the mutants in order until `until`, a time in milliseconds, and tells each verdict at once. */
export async function tryUnitTests(
  { folder, tests }: Campaign,
  mutants: readonly Mutant[],
  broken: readonly string[],
  until: number,
  onVerdict: (verdict: Verdict) => void,
): Promise<void> {
  const waiting = new Map(mutants.map((mutant) => [mutant.id, mutant]));
  while (waiting.size > 0 && Date.now() < until) {
    // A process ends after so many, which also bounds what its chains remember.
    const batch = [...waiting.values()].slice(0, 150);
    const trials = batch.map(({ id, file }) => ({ id, tests: tests.get(file)?.unit ?? [] }));
    const before = waiting.size;
    const { silent } = await runTrials(folder, { broken, trials }, until, ({ id, killedBy }) => {
      const mutant = waiting.get(id);
      if (mutant === undefined) return;
      waiting.delete(id);
      onVerdict({ mutant, killedBy: killedBy[0] });
    });
    const [stuck] = waiting.values();
    if (silent && stuck !== undefined) {
      waiting.delete(stuck.id);
      onVerdict({ mutant: stuck, killedBy: "a loop without end" });
    } else if (waiting.size === before) throw new Error("The trials end without a verdict.");
  }
}

/** Runs the Solidity tests for one mutant, or for id 0 without any; returns the first failure. */
export function trySolidityTests(
  { root, folder, tests }: Campaign,
  mutant: Pick<Mutant, "id" | "file">,
): string | undefined {
  const files = tests.get(mutant.file)?.solidity ?? [];
  if (files.length === 0) return undefined;
  const { status, stdout, error } = spawnSync(
    process.execPath,
    [join(root, "node_modules/hardhat/dist/src/cli.js"), "test", "solidity", ...files, "--no-compile"],
    {
      cwd: folder,
      env: { ...process.env, MUTANT: beneficiaryOf(mutant.id), FORCE_COLOR: "0" },
      encoding: "utf8",
      timeout: SILENCE,
      killSignal: "SIGKILL",
    },
  );
  if (status === 0) return undefined;
  if (error !== undefined) return "a loop without end";
  return /^\s*(?:✘|\d+\)|✖)\s*(.*)$/m.exec(stdout)?.[1] ?? "a Solidity test";
}

/** Compiles the planted contracts, or the Solidity tests given. */
export function compile({ root, folder }: Pick<Campaign, "root" | "folder">, tests?: readonly string[]): void {
  const cli = join(root, "node_modules/hardhat/dist/src/cli.js");
  const { status } = spawnSync(process.execPath, [cli, "build", "--quiet", ...(tests ?? ["--no-tests"])], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error("The planted contracts do not compile.");
}
