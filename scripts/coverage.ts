/**
 * `npm run coverage`: which lines of the contracts their tests run, by contract; mocks are left out. Fails if a contract
 * is below 98%, but for the lines that test/coverage.json excepts with a reason, or if a test fails. Hardhat counts lines and statements, not branches: `npm run mutate` says
 * more of those, as it takes every condition for true and for false and asks whether a test notices.
 */
import { spawnSync } from "node:child_process";
import { globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { parseLcov, percentOf, type FileCoverage } from "./coverage/lcov.ts";
import { renderTable } from "../cli/src/output/table.ts";

const ROOT = join(import.meta.dirname, "..");
const LEAST = 98;
/** Tests of gas measure the counting too: they say so by the word in their name. */
const NO_GAS = "^(?!.*\\bgas\\b)";

/** Besides the unit tests, those of several contracts together, without the SDK. */
const TOGETHER = ["attacks", "bonds", "cash", "fallbackRounds", "round", "roundAttacks"];

interface Exception {
  readonly file: string;
  /** The line as it stands, without its indentation. */
  readonly text: string;
  readonly reason: string;
}

function runTests(): number {
  rmSync(join(ROOT, "coverage"), { recursive: true, force: true });
  const unit = globSync("test/unit/**/*.test.ts", { cwd: ROOT }).sort();
  const files = [...unit, ...TOGETHER.map((name) => `test/integration/${name}.test.ts`)];
  const cli = join(ROOT, "node_modules/hardhat/dist/src/cli.js");
  const { status } = spawnSync(process.execPath, [cli, "test", "mocha", ...files, "--coverage", "--grep", NO_GAS], {
    cwd: ROOT,
    env: { ...process.env, INSTRUMENTED: "lines" },
    stdio: "inherit",
  });
  return status ?? 1;
}

/** The file without the lines that test/coverage.json excepts, each with its reason. */
function except(covered: FileCoverage, exceptions: readonly Exception[]): FileCoverage {
  const lines = readFileSync(join(ROOT, covered.file), "utf8").split("\n");
  const excepted = (line: number) =>
    exceptions.some(({ file, text }) => file === covered.file && text === lines[line - 1]?.trim());
  const missed = covered.missed.filter((line) => !excepted(line));
  return { ...covered, lines: covered.lines - (covered.missed.length - missed.length), missed };
}

const status = runTests();
const report = readFileSync(join(ROOT, "coverage", "lcov.info"), "utf8");
const covered = parseLcov(report)
  .filter(({ file }) => !file.includes("/mocks/"))
  .sort((a, b) => a.file.localeCompare(b.file));
const row = (name: string, files: readonly FileCoverage[]) => {
  const lines = files.reduce((sum, file) => sum + file.lines, 0);
  const missed = files.flatMap((file) => file.missed);
  return [name, String(lines), `${percentOf(files).toFixed(2)}%`, files.length === 1 ? missed.join(" ") : ""];
};
const rows = covered.map((file) => row(file.file.replace("contracts/", ""), [file]));
console.log(renderTable(["contract", "lines", "run", "not run"], [...rows, row("all", covered)]));

const exceptions = JSON.parse(readFileSync(join(ROOT, "test", "coverage.json"), "utf8")) as Exception[];
const below = covered.filter((file) => percentOf([except(file, exceptions)]) < LEAST);
for (const { file } of below) console.error(`${file} is below ${LEAST}%, without the lines excepted.`);
if (status !== 0) console.error("Tests failed.");
process.exit(below.length > 0 || covered.length === 0 || status !== 0 ? 1 : 0);
