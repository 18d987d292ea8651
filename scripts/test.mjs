// `npm test`: everything that must hold, and one line at the end that says how much did. `npm test -- NAME` runs the
// steps whose names contain NAME, after a build. Two lanes run side by side; what a step prints appears when it ends.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

const BUILD = "build";
/**
 * The contracts, and what reads them; beside it what needs no build, and then the Solidity tests, which take longer to
 * compile than the contracts. A step may wait for the build: nothing that it reads is written after that. Steps with
 * tests of their own are counted by those; the others count as one.
 */
const LANES = [
  [
    [BUILD, "hardhat build --no-tests"],
    ["lint TypeScript", "eslint ."],
    ["types", "tsc --noEmit"],
    ["contract tests", "hardhat test mocha --no-compile"],
    ["check Solidity", "node scripts/check.ts"],
    ["generated ABIs", "node scripts/generate-abi.ts --check"],
    ["snapshots", "node scripts/snapshots.ts"],
    ["gas snapshot", "node scripts/bench.ts"],
  ],
  [
    ["format", "prettier --check . --log-level warn"],
    ["lint Solidity", "solhint --disc --max-warnings 0 contracts/**/*.sol test/**/*.sol"],
    ["SDK tests", "mocha --timeout 20000 --require ./sdk/test/utils/seed.ts sdk/test/**/*.test.ts"],
    ["generated contracts", "node scripts/generate-typechain.ts --check"],
    ["package", "node scripts/package.ts"],
    ["sample round", "node scripts/own-dependencies.ts --check"],
    ["Solidity tests compile", "hardhat build --no-typechain", BUILD],
    ["Solidity tests", "hardhat test solidity --no-compile", "Solidity tests compile"],
  ],
];

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

const wanted = LANES.map((lane) => lane.filter(([name]) => name === BUILD || name.includes(process.argv[2] ?? "")));
const running = new Map();
async function runLane(lane) {
  for (const [name, command, needed] of lane) {
    await running.get(needed);
    const step = runStep(name, command);
    running.set(name, step);
    await step;
  }
}
await Promise.all(wanted.map(runLane));
if (broken.length > 0) console.log(`\nFailed: ${broken.join(", ")}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
