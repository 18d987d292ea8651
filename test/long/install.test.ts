import { expect } from "chai";
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { createPublicClient, erc20Abi, http, type Address, type Hex } from "viem";

import { packAll, type Tarballs } from "../../scripts/package/pack.ts";
import { getSnapshot } from "../../sdk/src/client/index.ts";
import { startNode } from "../utils/node.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const README = join(ROOT, "sdk", "README.md");
const SAMPLE = join(ROOT, "examples", "own-dependencies");
const WEIGHTS = join(SAMPLE, "traders", "what-ships.csv");

const execute = promisify(execFile);

/** What npm tells the programs that it runs about the project that they are of: another npm must not believe it. */
const OF_THIS_PROJECT = /^npm_(package|lifecycle|command|execpath|node_execpath|config_local_prefix)/i;
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_THIS_PROJECT.test(name)));

/** As strict as users may be, and about the package's own declarations too. */
const TSCONFIG = {
  compilerOptions: {
    target: "es2023",
    module: "nodenext",
    types: ["node"],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
  },
};

/** One of the README's whole programs, and who runs it with what. */
const PROGRAMS = [
  { title: "A whole program", peer: "viem", account: 1 },
  { title: "With ethers", peer: "ethers", account: 2 },
] as const;

/** What a person types after `deepfunding`, in this order, and something that the answer says. */
const COMMANDS: readonly { readonly line: string; readonly says: RegExp }[] = [
  { line: "--version", says: /^\d+\.\d+\.\d+$/m },
  { line: "market --top 3", says: /… and \d+ more/ },
  { line: "plan weights.csv --budget 100", says: /expected profit/i },
  { line: "trade weights.csv --budget 100 --dry-run", says: /Nothing was sent\./ },
  { line: "trade weights.csv --budget 100 --yes", says: /\bpaid\b/i },
  { line: "positions", says: /LONG/ },
  { line: "positions --json", says: /^\{/ },
  { line: "liquidity add 50 --yes", says: /^Shares/m },
  { line: "fund 1000 --yes", says: /round 1/ },
  { line: "credit --round 0 --top 3", says: /\d%/ },
  { line: "round status", says: /trading/i },
  { line: "round advance --dry-run", says: /Nothing was sent\./ },
  { line: "jury aggregate comparisons.csv --compare weights.csv --json", says: /^\{/ },
  { line: "graph from-lockfile package-lock.json", says: /viem/ },
  { line: "completion bash", says: /complete/ },
];
/** Where the command finds what the contracts are: `npm run node` writes it. */
const CONTRACTS = "deepfunding.json";
/** The account that types; the programs have others. */
const TYPIST = 3;

/** What `npm run node` prints. */
type Network = {
  readonly url: string;
  readonly accounts: readonly { readonly address: Address; readonly key: Hex }[];
  readonly market: Hex;
  readonly projects: readonly string[];
  readonly contracts: Readonly<Record<string, Address>>;
};

function readNetwork(printed: string): Network {
  const all = (pattern: RegExp) => [...printed.matchAll(pattern)].map(({ groups = {} }) => groups);
  const [market] = all(/^Market (?<id>0x[0-9a-f]{64})/gm);
  const [chain] = all(/^Chain \d+ at (?<url>\S+)/gm);
  const contracts = all(/^ {2}(?<name>[a-z]\w*) +(?<address>0x\w{40})$/gim);
  return {
    url: chain?.["url"] ?? "",
    accounts: all(/^ {2}(?<address>0x\w{40}) {2}(?<key>0x\w{64})/gm) as unknown as Network["accounts"],
    market: (market?.["id"] ?? "0x") as Hex,
    projects: all(/^ {2}\d\.\d{6} {2}(?<project>\S+)$/gm).map(({ project = "" }) => project),
    contracts: Object.fromEntries(contracts.map(({ name = "", address = "" }) => [name, address as Address])),
  };
}

/** The first program under a heading of the README, as it is written there. */
async function readProgram(title: string): Promise<string> {
  const [, after = ""] = (await readFile(README, "utf8")).split(new RegExp(`^#+ ${title}$`, "m"));
  const program = /```ts\n(?<program>[^]*?)```/.exec(after)?.groups?.["program"];
  if (program === undefined) throw new Error(`The README has no program under "${title}".`);
  return program;
}

/** The versions that this project has been tested with, of what users install beside the package. */
async function versionsOf(...names: readonly string[]): Promise<string[]> {
  const text = await readFile(join(ROOT, "package.json"), "utf8");
  const { devDependencies } = JSON.parse(text) as { readonly devDependencies: Readonly<Record<string, string>> };
  return names.map((name) => `${name}@${devDependencies[name] ?? ""}`);
}

/** Makes an empty project and installs the packages into it, as their READMEs say. */
async function install(project: string, { sdk, cli }: Tarballs, peer: string): Promise<void> {
  await mkdir(project);
  await writeFile(join(project, "package.json"), JSON.stringify({ name: "trader", private: true, type: "module" }));
  await writeFile(join(project, "tsconfig.json"), JSON.stringify(TSCONFIG));
  const packages = [sdk, cli, ...(await versionsOf(peer, "typescript", "@types/node"))];
  await inProject(project, "npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", ...packages]);
}

/** Runs a command where a user would; fails with all that it said. */
async function inProject(project: string, command: string, parameters: readonly string[], own: object = {}) {
  try {
    const env = { ...environment, ...own };
    return (await execute(command, [...parameters], { cwd: project, env })).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    throw new Error(`${command} ${parameters.join(" ")} has failed.\n${stdout}${stderr}`, { cause: error });
  }
}

describe("The packages, installed into an empty project", function () {
  this.timeout(300_000);

  let folder: string;
  let tarballs: Tarballs;
  let node: ReturnType<typeof startNode>;
  let network: Network;

  before(async function () {
    folder = await mkdtemp(join(tmpdir(), "install-"));
    node = startNode("--port", "0", "--contracts", join(folder, CONTRACTS));
    tarballs = await packAll(folder);
    await node.ready;
    network = readNetwork(node.printed.out);
    expect(network.projects.length).to.be.greaterThan(2);
  });

  after(async function () {
    node.child.kill("SIGINT");
    await node.exited;
    await rm(folder, { recursive: true });
  });

  /** What a program needs to know, in the names of the README. */
  const environmentOf = (account: number) => ({
    RPC_URL: network.url,
    PRIVATE_KEY: network.accounts[account]?.key,
    MARKETS: network.contracts["markets"],
    LENS: network.contracts["lens"],
    MARKET: network.market,
    PROJECTS: "projects.txt",
  });

  for (const { title, peer, account } of PROGRAMS) {
    describe(`with ${peer}`, function () {
      let project: string;

      before(async function () {
        project = join(folder, peer);
        await install(project, tarballs, peer);
        await writeFile(join(project, "projects.txt"), `${network.projects.join("\n")}\n`);
        await copyFile(WEIGHTS, join(project, "weights.csv"));
        await copyFile(join(SAMPLE, "comparisons.csv"), join(project, "comparisons.csv"));
      });

      it(`should compile and run the README's program "${title}"`, async function () {
        await writeFile(join(project, "program.ts"), await readProgram(title));
        await inProject(project, join("node_modules", ".bin", "tsc"), []);

        const { accounts, contracts, market, url } = network;
        const { address } = accounts[account] as Network["accounts"][number];
        const { lens, money } = contracts as Record<"lens" | "money", Address>;
        const client = createPublicClient({ transport: http(url) });
        const look = async () => ({
          money: await client.readContract({
            address: money,
            abi: erc20Abi,
            functionName: "balanceOf",
            args: [address],
          }),
          snapshot: await getSnapshot(client, { lens, market: BigInt(market), account: address }),
        });

        const before = await look();
        const printed = await inProject(project, process.execPath, ["program.ts"], environmentOf(account));
        const after = await look();

        const [, profit] = /^expected profit (\d+), worst case -?\d+, in units$/m.exec(printed) ?? [];
        const [, paid = ""] = /^paid (\d+) units$/m.exec(printed) ?? [];
        expect(BigInt(profit ?? 0)).to.be.greaterThan(0n);
        expect(before.money - after.money).to.equal(BigInt(paid));
        const held = ({ snapshot }: typeof after) => [...snapshot.holdings.long, ...snapshot.holdings.short];
        expect(held(before).every((amount) => amount === 0n)).to.equal(true);
        expect(held(after).some((amount) => amount > 0n)).to.equal(true);
        if (peer === "ethers") expect(printed).to.include(`the market holds ${after.snapshot.pot} units\n`);
      });
    });
  }

  describe("as a command", function () {
    it("should run where nothing is installed, by npm exec", async function () {
      const empty = join(folder, "empty");
      await mkdir(empty);
      const packages = Object.values(tarballs).map((tarball) => `--package=${tarball}`);
      const exec = ["exec", "--yes", "--prefer-offline", ...packages, "--", "deepfunding", "--version"];
      expect(await inProject(empty, "npm", exec, { npm_config_cache: join(folder, "cache") })).to.match(
        /^\d+\.\d+\.\d+$/m,
      );
    });

    for (const { line, says } of COMMANDS) {
      it(`deepfunding ${line}`, async function () {
        const { RPC_URL, PRIVATE_KEY } = environmentOf(TYPIST);
        const settings = { RPC_URL, DEEPFUNDING_PRIVATE_KEY: PRIVATE_KEY, DEEPFUNDING_CONTRACTS: `../${CONTRACTS}` };
        const command = join("node_modules", ".bin", "deepfunding");
        const printed = await inProject(join(folder, "viem"), command, line.split(" "), settings);
        expect(printed).to.match(says);
      });
    }
  });
});
