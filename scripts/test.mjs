// `npm test`: everything that must hold, and one line at the end that says how much did. `npm test -- NAME` runs the
// steps whose names contain NAME, after a build. Two steps run side by side; what a step prints appears when it ends.
import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** What those who use the package do: whole programs, commands and the installation. */
const USERS = ["pages", "package"];
/** The site: built, and then looked at in a browser. */
const SITE = ["docs", "browser"];
const test = (command, isPart) =>
  `${command} ${globSync("*/**/*.test.ts", { cwd: join(root, "test") })
    .filter((file) => isPart(file.split(sep)[0]))
    .map((file) => join("test", file))
    .sort()
    .join(" ")}`;
const MOCHA = "hardhat test mocha --no-compile";

const BUILD = "build";
/**
 * In the order in which they begin, as soon as what a step needs has ended: nothing that is read is written beside it, but
 * for what only the Solidity tests read. Steps with tests of their own are counted by those; the others count as one.
 */
const STEPS = [
  { name: BUILD, command: "hardhat build --no-tests" },
  { name: "format", command: "prettier --check . --log-level warn" },
  { name: "lint Solidity", command: "solhint --disc --max-warnings 0 contracts/**/*.sol test/**/*.sol" },
  { name: "SDK tests", command: "mocha --timeout 20000 --require ./sdk/test/utils/seed.ts sdk/test/**/*.test.ts" },
  { name: "Solidity tests compile", command: "hardhat build --no-typechain", needs: BUILD },
  { name: "integration tests", command: test(MOCHA, (folder) => folder === "integration"), needs: BUILD },
  { name: "Solidity tests", command: "hardhat test solidity --no-compile", needs: "Solidity tests compile" },
  {
    name: "contract tests",
    command: test(MOCHA, (folder) => folder !== "integration" && ![...USERS, ...SITE].includes(folder)),
    needs: BUILD,
  },
  { name: "user tests", command: test(MOCHA, (folder) => USERS.includes(folder)), needs: BUILD },
  {
    name: "site tests",
    command: SITE.reduce((command, folder) => test(command, (one) => one === folder), MOCHA),
    needs: BUILD,
  },
  { name: "lint TypeScript", command: "eslint .", needs: BUILD },
  { name: "types", command: "tsc --noEmit", needs: BUILD },
  { name: "types of the site", command: "tsc --noEmit -p test/browser" },
  { name: "package", command: "node scripts/package.ts" },
  { name: "gas snapshot", command: "node scripts/bench.ts", needs: BUILD },
  { name: "check Solidity", command: "node scripts/check.ts" },
  { name: "generated ABIs", command: "node scripts/generate-abi.ts --check", needs: BUILD },
  { name: "generated errors", command: "node scripts/generate-errors.ts --check" },
  { name: "generated client", command: "node scripts/generate-client.ts --check" },
  { name: "snapshots", command: "node scripts/snapshots.ts", needs: BUILD },
  { name: "sample round", command: "node scripts/own-dependencies.ts --check" },
];
/** As many as the machine of CI has cores. */
const WORKERS = 2;

function run(command) {
  const [program, ...parameters] = command.split(" ");
  const path = `${join(root, "node_modules", ".bin")}:${process.env.PATH}`;
  const child = spawn(program, parameters, {
    cwd: root,
    // Scripts do not build again: what others read is never written while they run.
    env: { ...process.env, PATH: path, FORCE_COLOR: "0", DEEP_FUNDING_BUILT: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ status: 1, output: `${output}${error.message}` }));
    child.on("close", (status) => resolve({ status: status ?? 1, output }));
  });
}

function count(output, word) {
  return [...output.matchAll(new RegExp(`^\\s*(\\d+) ${word}`, "gm"))].reduce((sum, [, n]) => sum + Number(n), 0);
}

const total = { passed: 0, failed: 0 };
const broken = [];

async function runStep(name, command) {
  const start = Date.now();
  const { status, output } = await run(command);
  const counted = name.endsWith("tests");
  const [passing, failing] = counted ? [count(output, "passing"), count(output, "failing")] : [status === 0 ? 1 : 0, 0];
  // A runner that dies, or that found no test, has failed whatever it counted.
  const died = (status !== 0 && failing === 0) || (counted && passing + failing === 0);
  total.passed += passing;
  total.failed += failing + (died ? 1 : 0);
  if (failing > 0 || died) broken.push(name);
  console.log(`\n== ${name}: ${command}\n${output}== ${name}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

const waiting = STEPS.filter(({ name }) => name === BUILD || name.includes(process.argv[2] ?? ""));
const asked = new Set(waiting.map(({ name }) => name));
const ended = new Set();

/** Runs steps one after the other, as long as one can begin or will be able to. */
async function work(running) {
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ needs }) => !asked.has(needs) || ended.has(needs));
    if (next < 0) {
      await Promise.race(running);
      continue;
    }
    const [{ name, command }] = waiting.splice(next, 1);
    const step = runStep(name, command).then(() => {
      ended.add(name);
      running.delete(step);
    });
    running.add(step);
    await step;
  }
}

const running = new Set();
await Promise.all(Array.from({ length: WORKERS }, () => work(running)));
if (broken.length > 0) console.log(`\nFailed: ${broken.join(", ")}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
