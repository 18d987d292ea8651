// `npm test`: everything that must hold, and one line at the end that says how much did. `npm test -- NAME` runs the
// steps whose names contain NAME.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Steps with tests of their own are counted by those; the others count as one. */
const STEPS = [
  ["build", "hardhat build"],
  ["format", "prettier --check . --log-level warn"],
  ["lint Solidity", "solhint --disc --max-warnings 0 contracts/**/*.sol test/**/*.sol"],
  ["check Solidity", "node scripts/check.ts"],
  ["lint TypeScript", "eslint ."],
  ["types", "tsc --noEmit"],
  ["package", "tsc -p sdk"],
  ["generated ABIs", "node scripts/generate-abi.ts --check"],
  ["snapshots", "node scripts/snapshots.ts"],
  ["sample round", "node scripts/own-dependencies.ts --check"],
  ["Solidity tests", "hardhat test solidity"],
  ["contract tests", "hardhat test mocha"],
  ["SDK tests", "mocha --require ./sdk/test/utils/seed.ts sdk/test/**/*.test.ts"],
  ["gas snapshot", "node scripts/bench.ts"],
];

function run(command) {
  const [program, ...parameters] = command.split(" ");
  const path = `${join(root, "node_modules", ".bin")}:${process.env.PATH}`;
  const child = spawn(program, parameters, {
    cwd: root,
    env: { ...process.env, PATH: path, FORCE_COLOR: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
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

let passed = 0;
let failed = 0;
const broken = [];
for (const [name, command] of STEPS.filter(([name]) => name.includes(process.argv[2] ?? ""))) {
  const start = Date.now();
  console.log(`\n== ${name}: ${command}`);
  const { status, output } = await run(command);
  const counted = name.endsWith("tests");
  const [passing, failing] = counted ? [count(output, "passing"), count(output, "failing")] : [status === 0 ? 1 : 0, 0];
  // A runner that dies, or that found no test, has failed whatever it counted.
  const died = (status !== 0 && failing === 0) || (counted && passing + failing === 0);
  passed += passing;
  failed += failing + (died ? 1 : 0);
  if (failing > 0 || died) broken.push(name);
  console.log(`== ${name}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
}
if (broken.length > 0) console.log(`\nFailed: ${broken.join(", ")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
