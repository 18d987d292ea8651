import { expect } from "chai";
import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { rootOf } from "../utils/registry.ts";
import { SMALL_GRAPH, TARGET } from "../utils/rounds.ts";

const ROOT = join(import.meta.dirname, "..", "..");
/** What a deployment and the programs after it need: nothing is compiled. */
const COPIED = [
  "cli",
  "contracts",
  "deploy",
  "examples",
  "plugins",
  "scripts",
  "sdk",
  "hardhat.config.ts",
  "package.json",
  "tsconfig.json",
];
/** What this chain has for a Safe: nobody posts anything here. */
const SAFE = "0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc";
const HARDHAT = join("node_modules", "hardhat", "dist", "src", "cli.js");
/** Where the test writes what the documentation leaves to the reader. */
const PARAMETERS = join("deploy", "parameters", "own.json");
/** Minutes at most: contracts are compiled on the way. */
const PATIENCE = 15 * 60_000;

/** The command of the documentation, for the local network. */
function readCommand(): string[] {
  const [, command = ""] =
    /`npx hardhat (ignition deploy [^`]+)`/.exec(readFileSync(join(ROOT, "site", "ecosystem.md"), "utf8")) ?? [];
  return command.replace("<name>", "localhost").replace("<file>", PARAMETERS).split(" ");
}

/** A port that is free. */
async function findPort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Waits until a program says something; fails with all that it said if it ends before. */
function waitFor(child: ChildProcessWithoutNullStreams, what: RegExp): Promise<void> {
  let said = "";
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        said += String(chunk);
        if (what.test(said)) resolve();
      });
    }
    child.on("exit", () => {
      reject(new Error(`It ended: ${said}`));
    });
  });
}

describe("A deployment as documented", function () {
  this.timeout(PATIENCE);
  let project: string;
  let chain: ChildProcessWithoutNullStreams | undefined;
  // Each program builds for itself, as it does for whoever types it.
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(HARDHAT_|HH_|NODE_ENV$|DEEP_FUNDING_BUILT$)/.test(name),
  );
  const env = { ...Object.fromEntries(own), FORCE_COLOR: "0" };

  /** Runs a program of the project to its end. */
  function run(...parameters: readonly string[]) {
    const options = { cwd: project, env, encoding: "utf8", timeout: PATIENCE } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, parameters, options);
    return { status, said: stdout + stderr };
  }

  before(async function () {
    project = mkdtempSync(join(tmpdir(), "deployment-"));
    for (const name of COPIED) cpSync(join(ROOT, name), join(project, name), { recursive: true });
    rmSync(join(project, "deploy", "deployments"), { recursive: true, force: true });
    symlinkSync(join(ROOT, "node_modules"), join(project, "node_modules"));
    const port = await findPort();
    // The local network, where nobody else is.
    const config = join(project, "hardhat.config.ts");
    writeFileSync(config, readFileSync(config, "utf8").replace(":8545", `:${port}`));
    chain = spawn(process.execPath, [HARDHAT, "node", "--port", String(port)], { cwd: project, env });
    await waitFor(chain, /Started HTTP and WebSocket JSON-RPC server/);
  });

  after(async function () {
    if (chain?.exitCode === null && chain.kill()) await once(chain, "exit");
    rmSync(project, { recursive: true });
  });

  /** What the compiler has made, and when. */
  function listBuilds() {
    const folder = join(project, "artifacts", "build-info");
    const names = readdirSync(folder).filter((name) => name.endsWith(".output.json"));
    return names.map((name) => ({ name, writtenAt: statSync(join(folder, name)).mtimeMs }));
  }

  /** Deploys a module that the ecosystem is told of, and returns what the journal says it made. */
  function deploy(module: string, ...options: readonly string[]): string {
    const path = join("deploy", "modules", `${module}.ts`);
    const { status, said } = run(HARDHAT, "ignition", "deploy", path, "--network", "localhost", ...options);
    expect(status, said).to.equal(0);
    const journal = join(project, "deploy", "deployments", "chain-31337", "deployed_addresses.json");
    const addresses = Object.entries(JSON.parse(readFileSync(journal, "utf8")) as Record<string, string>);
    return addresses.find(([future]) => future.startsWith(`${module}#`))?.[1] ?? "";
  }

  /** As the documentation says: the example, with the graph, the Safe, the money and the draw of this ecosystem. */
  function writeParameters() {
    const example = readFileSync(join(project, "deploy", "parameters", "localhost.json"), "utf8");
    const { Local } = JSON.parse(example) as { Local: object };
    const money = deploy("TestMoney");
    // This chain has no history of blocks; a beacon is verified by precompiles, which it has.
    writeFileSync(join(project, PARAMETERS), JSON.stringify({ DrandRandomness: { delay: 1536 } }));
    const randomness = deploy("DrandRandomness", "--parameters", PARAMETERS);
    const Ecosystem = { ...Local, money, randomness, safe: SAFE, target: TARGET, genesisRoot: rootOf(SMALL_GRAPH) };
    writeFileSync(join(project, PARAMETERS), JSON.stringify({ Ecosystem }));
  }

  it("should compile once, and deploy", function () {
    writeParameters();
    const { status, said } = run(HARDHAT, ...readCommand());
    expect(said).to.include("successfully deployed").and.to.include("Ecosystem#Rounds");
    expect(status, said).to.equal(0);
    // A file without a contract, compiled alone, leaves what no chain can read.
    expect(listBuilds()).to.have.length(1);
  });

  it("should leave a checkout whose demo runs, on what was deployed", function () {
    const before = listBuilds();
    const { status, said } = run(join("scripts", "demo.ts"));
    expect(status, said).to.equal(0);
    expect(said).to.include("The sponsor paid");
    expect(listBuilds()).to.deep.equal(before);
  });

  it("should leave a checkout whose local network starts", async function () {
    const network = spawn(process.execPath, [join("scripts", "node.ts"), "--port", "0"], { cwd: project, env });
    await waitFor(network, /Chain 31337 at http/);
    network.kill();
    await once(network, "exit");
  });
});
