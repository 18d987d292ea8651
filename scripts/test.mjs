// `npm test`: everything that must hold of a change, and one line at the end that says how much did. `npm run test:long`,
// which adds `--long`: what takes longer than that is worth at every change. `-- NAME` runs the steps whose names contain
// NAME, after a build.
import { globSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { runSteps } from "./test/runner.mjs";

const TESTS = join(dirname(fileURLToPath(import.meta.url)), "..", "test");

/** What those who use the package do: programs of the documentation and the package itself. */
const USERS = ["pages", "package"];
/** The site: built, and then looked at in a browser. */
const SITE = ["docs", "browser"];
/** What `npm run test:long` runs: whole programs, benches, proofs, a deployment; hooks, CI and the runner itself. */
const LONG = ["long", "repository"];

/** Folders of `test/` that have tests. */
const FOLDERS = [...new Set(globSync("*/**/*.test.ts", { cwd: TESTS }).map((file) => file.split(sep)[0]))].sort();

/** The command that runs the tests of some folders of `test/`, in this order. */
function mocha(...folders) {
  const files = folders.flatMap((folder) => globSync(`${folder}/**/*.test.ts`, { cwd: TESTS }).sort());
  return `hardhat test mocha --no-compile ${files.map((file) => join("test", file)).join(" ")}`;
}

const BUILD = { name: "build", command: "hardhat build --no-tests" };
/** Two steps for the Solidity tests of a folder: compiled beside the contracts, they deploy what is shipped. */
function solidity(name, folder, environment = {}) {
  const hardhat = `hardhat --config ${folder}/solidity.config.ts`;
  const compile = { name: `compile ${name}`, command: `${hardhat} build --no-contracts` };
  const needs = [BUILD.name, compile.name];
  return [compile, { name: `${name} tests`, command: `${hardhat} test solidity --no-compile`, environment, needs }];
}
const [COMPILE_FUZZ, FUZZ] = solidity("fuzz", "test/fuzz");
const [COMPILE_INVARIANTS, INVARIANTS] = solidity("invariant", "test/invariant");
const [COMPILE_CAMPAIGN, CAMPAIGN] = solidity("campaign", "campaign", { CAMPAIGN_RUNS: "20" });
/** The first quarter of what `npm run test:long` plays. */
const QUARTER = { environment: { FUZZ_RUNS: "128", INVARIANT_RUNS: "8" } };

/**
 * In the order in which they begin, as soon as what a step needs has ended: nothing that is read is written beside it.
 * Steps with tests of their own are counted by those; the others count as one.
 */
const STEPS = [
  BUILD,
  COMPILE_FUZZ,
  COMPILE_INVARIANTS,
  { name: "format", command: "prettier --check . --log-level warn" },
  {
    name: "lint Solidity",
    command: "solhint --disc --max-warnings 0 contracts/**/*.sol test/**/*.sol campaign/**/*.sol",
  },
  {
    name: "SDK tests",
    command: "mocha --timeout 20000 --require ./sdk/test/utils/seed.ts sdk/test/**/*.test.ts cli/test/**/*.test.ts",
  },
  { name: "integration tests", command: mocha("integration"), needs: [BUILD.name] },
  { ...FUZZ, ...QUARTER },
  { ...INVARIANTS, ...QUARTER },
  {
    name: "contract tests",
    command: mocha(...FOLDERS.filter((folder) => !["integration", ...USERS, ...SITE, ...LONG].includes(folder))),
    needs: [BUILD.name],
  },
  { name: "user tests", command: mocha(...USERS), needs: [BUILD.name] },
  { name: "site tests", command: mocha(...SITE), needs: [BUILD.name] },
  {
    name: "lint TypeScript",
    command: "eslint .",
    // It holds the types of every workspace at once: more than Node takes by itself.
    environment: { NODE_OPTIONS: "--max-old-space-size=8192" },
    needs: [BUILD.name],
  },
  { name: "types", command: "tsc --noEmit", needs: [BUILD.name] },
  { name: "types of the site", command: "tsc --noEmit -p test/browser" },
  { name: "gas snapshot", command: "node scripts/bench.ts", needs: [BUILD.name] },
  { name: "check Solidity", command: "node scripts/check.ts" },
  { name: "generated ABIs", command: "node scripts/generate-abi.ts --check", needs: [BUILD.name] },
  { name: "generated errors", command: "node scripts/generate-errors.ts --check" },
  { name: "generated client", command: "node scripts/generate-client.ts --check" },
  { name: "snapshots", command: "node scripts/snapshots.ts", needs: [BUILD.name] },
  { name: "sample round", command: "node scripts/own-dependencies.ts --check" },
];

const LONG_STEPS = [
  BUILD,
  COMPILE_CAMPAIGN,
  COMPILE_FUZZ,
  COMPILE_INVARIANTS,
  { name: "long tests", command: mocha(...LONG), needs: [BUILD.name] },
  FUZZ,
  INVARIANTS,
  CAMPAIGN,
  { name: "package", command: "node scripts/package.ts" },
];

const { values, positionals } = parseArgs({
  options: { long: { type: "boolean", default: false } },
  allowPositionals: true,
});
const [part = ""] = positionals;
await runSteps(
  (values.long ? LONG_STEPS : STEPS).filter(({ name }) => name === BUILD.name || name.includes(part)),
  // Scripts do not build again: what others read is never written while they run.
  { DEEP_FUNDING_BUILT: "1" },
);
