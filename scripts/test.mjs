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
/** Whole programs, benches, proofs, the installed package, a deployment: what `npm run test:long` runs. */
const LONG = ["long"];

/** Folders of `test/` that have tests. */
const FOLDERS = [...new Set(globSync("*/**/*.test.ts", { cwd: TESTS }).map((file) => file.split(sep)[0]))].sort();

/** The command that runs the tests of some folders of `test/`, in this order. */
function mocha(...folders) {
  const files = folders.flatMap((folder) => globSync(`${folder}/**/*.test.ts`, { cwd: TESTS }).sort());
  return `hardhat test mocha --no-compile ${files.map((file) => join("test", file)).join(" ")}`;
}
const solidity = (folder, command) => `hardhat --config ${folder}/solidity.config.ts ${command}`;

const BUILD = { name: "build", command: "hardhat build --no-tests" };
/** Beside the contracts: tests are compiled into a cache of their own and deploy what is shipped. */
const BUILD_SOLIDITY_TESTS = { name: "Solidity tests compile", command: solidity("test", "build --no-contracts") };
const BUILD_CAMPAIGN = { name: "campaign compile", command: solidity("campaign", "build --no-contracts") };
const SOLIDITY_TESTS = {
  name: "Solidity tests",
  command: solidity("test", "test solidity --no-compile"),
  needs: [BUILD.name, BUILD_SOLIDITY_TESTS.name],
};

/**
 * In the order in which they begin, as soon as what a step needs has ended: nothing that is read is written beside it.
 * Steps with tests of their own are counted by those; the others count as one.
 */
const STEPS = [
  BUILD,
  BUILD_SOLIDITY_TESTS,
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
  // The first quarter of what `npm run test:long` plays.
  { ...SOLIDITY_TESTS, environment: { FUZZ_RUNS: "128", INVARIANT_RUNS: "8" } },
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
  { name: "package", command: "node scripts/package.ts" },
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
  BUILD_SOLIDITY_TESTS,
  BUILD_CAMPAIGN,
  { name: "long tests", command: mocha(...LONG), needs: [BUILD.name] },
  SOLIDITY_TESTS,
  {
    name: "campaign tests",
    command: solidity("campaign", "test solidity --no-compile"),
    environment: { CAMPAIGN_RUNS: "20" },
    needs: [BUILD.name, BUILD_CAMPAIGN.name],
  },
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
