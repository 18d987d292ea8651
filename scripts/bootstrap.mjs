// Installs the dependencies, under Node 24, when they are missing, stale or were installed by a Node that is too old, and
// makes the sources that are not committed.
// Plain JavaScript without dependencies: it is what runs first on a fresh clone.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { installHooks } from "./hooks/install.mjs";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
/** What is installed runs before what the system has. */
export const PATH = [join(ROOT, "node_modules", ".bin"), process.env.PATH].join(delimiter);
const MODULES = join(ROOT, "node_modules");
const STAMP = join(MODULES, ".bootstrap-stamp");

const systemNodeIsOld = Number(process.versions.node.split(".")[0]) < 22;
const nodeIsOurs = process.execPath.startsWith(ROOT);

// The npm that called us must not hand its own configuration on to the npm that we call.
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([key]) => !/^npm_(package|lifecycle|command|execpath|node_execpath)/i.test(key)),
);

function npm(parameters) {
  const viaNpx = systemNodeIsOld || nodeIsOurs;
  const [command, argv] = viaNpx
    ? ["npx", ["-y", "-p", "node@24", "-c", `npm ${parameters}`]]
    : ["npm", parameters.split(" ")];
  console.error(`bootstrap: npm ${parameters}${viaNpx ? " (under node@24)" : ""}`);
  const options = { cwd: ROOT, env: environment, shell: process.platform === "win32" };
  return spawnSync(command, argv, { ...options, stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}

/** An npm under an old Node skips Hardhat's native part and still exits with 0. */
function hasNativeParts() {
  return readdirSync(join(MODULES, "@nomicfoundation")).some((name) => name.startsWith("edr-"));
}

function install(wanted) {
  // A half-installed `node` package would make npx fall back to the system's Node without saying so.
  rmSync(MODULES, { recursive: true, force: true });
  const installed = npm("ci --no-audit --no-fund") || npm("install --no-save --no-audit --no-fund");
  if (installed && hasNativeParts()) writeFileSync(STAMP, wanted);
  else fail("the installation failed; the messages above say why.");
}

/** Makes TypeChain's contracts for ethers, unless they are younger than all that they are made from. */
function makeContracts() {
  const script = join(ROOT, "scripts", "generate-typechain.ts");
  const abis = join(ROOT, "sdk", "src", "abi");
  const made = join(ROOT, "sdk", "src", "ethers", "contracts", "index.ts");
  const sources = [STAMP, script, ...readdirSync(abis).map((name) => join(abis, name))];
  if (existsSync(made) && sources.every((source) => statSync(source).mtimeMs < statSync(made).mtimeMs)) return;
  const options = { env: { ...process.env, PATH }, shell: process.platform === "win32", stdio: "inherit" };
  if (spawnSync("node", [script], options).status !== 0) fail("the contracts for ethers could not be made.");
}

function fail(reason) {
  console.error(`bootstrap: ${reason}`);
  process.exit(1);
}

/** Brings a checkout to the state in which every command of the project can run. */
export function bootstrap() {
  const wanted = createHash("sha256")
    .update(readFileSync(join(ROOT, "package-lock.json")))
    .update(`${process.platform}-${process.arch}`)
    .digest("hex");
  if (!existsSync(STAMP) || readFileSync(STAMP, "utf8") !== wanted) {
    install(wanted);
    installHooks(ROOT);
  }
  makeContracts();
}
