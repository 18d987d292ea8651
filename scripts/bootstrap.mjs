// Installs the dependencies, under Node 24, when they are missing, stale or were installed by a Node that is too old, and
// makes the sources that are not committed.
// Plain JavaScript without dependencies: it is what runs first on a fresh clone.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const modules = join(root, "node_modules");
const stamp = join(modules, ".bootstrap-stamp");
const wanted = createHash("sha256")
  .update(readFileSync(join(root, "package-lock.json")))
  .update(`${process.platform}-${process.arch}`)
  .digest("hex");

const systemNodeIsOld = Number(process.versions.node.split(".")[0]) < 22;
const nodeJustDeleted = process.execPath.startsWith(root);

// The npm that called us must not hand its own configuration on to the npm that we call.
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([key]) => !/^npm_(package|lifecycle|command|execpath|node_execpath)/i.test(key)),
);

function npm(parameters) {
  const viaNpx = systemNodeIsOld || nodeJustDeleted;
  const [command, argv] = viaNpx
    ? ["npx", ["-y", "-p", "node@24", "-c", `npm ${parameters}`]]
    : ["npm", parameters.split(" ")];
  console.error(`bootstrap: npm ${parameters}${viaNpx ? " (under node@24)" : ""}`);
  const options = { cwd: root, env: environment, shell: process.platform === "win32" };
  return spawnSync(command, argv, { ...options, stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}

/** An npm under an old Node skips Hardhat's native part and still exits with 0. */
function hasNativeParts() {
  return readdirSync(join(modules, "@nomicfoundation")).some((name) => name.startsWith("edr-"));
}

function install() {
  // A half-installed `node` package would make npx fall back to the system's Node without saying so.
  rmSync(modules, { recursive: true, force: true });
  const installed = npm("ci --no-audit --no-fund") || npm("install --no-save --no-audit --no-fund");
  if (installed && hasNativeParts()) writeFileSync(stamp, wanted);
  else fail("the installation failed; the messages above say why.");
}

/** Makes TypeChain's contracts for ethers, unless they are younger than all that they are made from. */
function makeContracts() {
  const script = join(root, "scripts", "generate-typechain.ts");
  const abis = join(root, "sdk", "src", "abi");
  const made = join(root, "sdk", "src", "ethers", "contracts", "index.ts");
  const sources = [stamp, script, ...readdirSync(abis).map((name) => join(abis, name))];
  if (existsSync(made) && sources.every((source) => statSync(source).mtimeMs < statSync(made).mtimeMs)) return;
  const path = `${join(modules, ".bin")}${delimiter}${process.env.PATH}`;
  const options = { env: { ...process.env, PATH: path }, shell: process.platform === "win32", stdio: "inherit" };
  if (spawnSync("node", [script], options).status !== 0) fail("the contracts for ethers could not be made.");
}

function fail(reason) {
  console.error(`bootstrap: ${reason}`);
  process.exit(1);
}

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) install();
makeContracts();
