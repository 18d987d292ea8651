import { expect } from "chai";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { readWeights } from "../../sdk/src/csv/index.ts";
import { parseWad, WAD } from "../../sdk/src/math/index.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const SAMPLE = join(ROOT, "examples", "own-dependencies");
const PILOT = join(ROOT, "..", "shared", "data", "pilot");

type Money = { readonly in: string; readonly out: string; readonly dust: string };
type Report = {
  readonly projects: readonly {
    repo: string;
    baseRate: string;
    opening: string;
    closing: string;
    twap: string;
    jury: string;
  }[];
  readonly traders: readonly { name: string; spent: string; received: string; profit: string }[];
  readonly sponsor: { readonly spent: string; readonly predicted: string };
  readonly conservation: Money;
  readonly rounds: readonly {
    round: string;
    opening: readonly { repo: string; weight: string }[];
    final?: readonly { repo: string; weight: string }[];
    evaluated: { originality: readonly string[]; children: readonly string[] };
  }[];
  readonly bonds: readonly {
    edge: string;
    bond: string;
    outcome: string;
    charge: string;
    slashed: string;
    returned: string;
  }[];
  readonly credit: readonly { repo: string; share: string; path: readonly string[]; paid: Record<string, string> }[];
  readonly unknown: string;
  readonly assets: Readonly<Record<string, { in: string; out: string; held: string }>>;
  readonly rewards: string;
  readonly gas: Readonly<Record<string, string>>;
  readonly comparison?: Readonly<Record<"auction" | "baseRates", Opened>>;
};
type Opened = {
  readonly distances: Readonly<Record<"rates" | "opening" | "closing" | "twap", { kl: string; logOdds: string }>>;
  readonly sponsorSpent: string;
  readonly profits: Readonly<Record<string, string>>;
};

function demo(...parameters: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join("scripts", "demo.ts"), ...parameters], { cwd: ROOT }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
    });
  });
}

async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "demo-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function report(...parameters: string[]): Promise<{ report: Report; stdout: string }> {
  return withFolder(async (folder) => {
    const path = join(folder, "report.json");
    const { code, stdout, stderr } = await demo(...parameters, "--json", path);
    expect(code, stderr).to.equal(0);
    return { report: JSON.parse(await readFile(path, "utf8")) as Report, stdout };
  });
}

function expectConserved({ conservation, traders, sponsor }: Report): void {
  const [paid, out, dust] = [conservation.in, conservation.out, conservation.dust].map(BigInt) as [
    bigint,
    bigint,
    bigint,
  ];
  expect(paid - out).to.equal(dust);
  // 1,000 locked shares of 2e20, and less than a unit for each payment.
  expect(dust).to.be.within(0n, 100_000n);
  const profits = traders.reduce((sum, { profit }) => sum + BigInt(profit), 0n);
  expect(profits).to.equal(BigInt(sponsor.spent) - dust);
  for (const { spent, received, profit } of traders) expect(BigInt(received) - BigInt(spent)).to.equal(BigInt(profit));
}

function sumOf(rows: readonly { weight: string }[]): bigint {
  return rows.reduce((sum, { weight }) => sum + parseWad(weight), 0n);
}

/** What holds of every demo, whatever the folder. */
function expectWholeRound(report: Report): void {
  for (const [symbol, books] of Object.entries(report.assets)) {
    expect(BigInt(books.in) - BigInt(books.out), symbol).to.equal(BigInt(books.held));
  }
  expect(Object.keys(report.assets)).to.have.members(["tUSD", "ETH", "dUSD"]);
  for (const symbol of ["ETH", "dUSD"]) expectPaid(report, symbol);
  const shares = report.credit.map(({ share }) => ({ weight: share }));
  expect(sumOf([...shares, { weight: report.unknown }])).to.be.within(WAD - 1000n, WAD);
  expectBonds(report);
  expectNextRound(report);
}

function expectPaid({ credit, assets }: Report, symbol: string): void {
  const [donated, out] = [BigInt(assets[symbol]?.in ?? 0), BigInt(assets[symbol]?.out ?? 0)];
  const paid = credit.flatMap(({ repo, share, paid: { [symbol]: amount } }) =>
    amount === undefined ? [] : [{ repo, share: parseWad(share), amount: BigInt(amount) }],
  );
  expect(paid.reduce((sum, { amount }) => sum + amount, 0n)).to.equal(out);
  expect(out).to.be.above(0n);
  for (const { repo, share, amount } of paid) {
    // The pool rounds down at each project on the way; the share is cut off after 18 digits.
    expect((donated * share) / WAD - amount, repo).to.be.within(-20n, 1000n);
  }
}

function expectBonds({ bonds, rewards }: Report): void {
  expect(bonds.map(({ outcome }) => outcome)).to.deep.equal(["kept", "left", "challenged, left"]);
  for (const { bond, charge, slashed, returned } of bonds) {
    expect(BigInt(charge) + BigInt(slashed) + BigInt(returned)).to.equal(BigInt(bond));
  }
  const [made, lost] = bonds.map(({ slashed }) => BigInt(slashed));
  expect(made).to.equal(0n);
  expect(lost).to.satisfy((slashed: bigint) => slashed > 0n);
  expect(BigInt(rewards)).to.be.above(0n);
}

function expectNextRound({ rounds: [first, second, ...others] }: Report): void {
  expect([first?.round, second?.round, others.length]).to.deep.equal(["1", "2", 0]);
  for (const weights of [first?.opening, first?.final, second?.opening]) expect(sumOf(weights ?? [])).to.equal(WAD);
  expectReference(second?.opening ?? [], first?.final ?? []);
}

/** A round opens at the reference: of the projects that stayed, and not at the prices that made their weights. */
function expectReference(opening: readonly { repo: string }[], final: readonly { repo: string }[]): void {
  expect(opening.map(({ repo }) => repo)).to.deep.equal(final.map(({ repo }) => repo));
  expect(opening).not.to.deep.equal(final);
}

describe("npm run demo", function () {
  it("given the sample round, it should run it, print it and conserve money to the unit", async function () {
    const { report: result, stdout } = await report();
    expect(result.projects).to.have.length(20);
    expect(result.traders.map(({ name }) => name)).to.deep.equal(["equal", "files-that-use-it", "what-ships"]);
    expectConserved(result);
    // b grows by fees, so the formula for a constant b is a little off.
    const [spent, predicted] = [Number(result.sponsor.spent), Number(result.sponsor.predicted)];
    expect(Math.abs(spent / predicted - 1)).to.be.below(0.01);
    for (const word of ["conservation", "jury", "twap", "sponsor", "gas"])
      expect(stdout.toLowerCase()).to.contain(word);
    expect(BigInt(result.gas["trade"] ?? 0)).to.be.above(0n);
    expectWholeRound(result);
    const [first] = result.rounds;
    expect(first?.evaluated.originality.length).to.be.above(0);
    expect(first?.evaluated.children.length).to.be.above(0);
    // Ethers is a dependency of its own and one of Hardhat's.
    expect(result.credit.find(({ repo }) => repo === "https://github.com/ethers-io/ethers.js")?.path).to.have.length(2);
    expect(result.credit.some(({ path }) => path.length === 3)).to.equal(true);
  });

  it("given the pilot, the jury's weights should be the reference, and accuracy should pay", async function () {
    if (!existsSync(PILOT)) {
      console.log("      (../shared/data is absent: the pilot is passed over)");
      return;
    }
    const { report: result } = await report("--round", PILOT);
    const rows = (await readFile(join(PILOT, "reference-weights.csv"), "utf8")).trim().split("\n").slice(1);
    const reference = new Map(rows.map((row) => row.split(",")).map(([repo = "", , huber]) => [repo, Number(huber)]));
    for (const { repo, jury } of result.projects) {
      expect(Math.abs(Number(jury) - (reference.get(repo) ?? NaN)), repo).to.be.below(1e-9);
    }
    const profit = new Map(result.traders.map((trader) => [trader.name, BigInt(trader.profit)]));
    expect(profit.get("huber-half-b")).to.satisfy((value: bigint) => value > 0n);
    expect(profit.get("least-squares-half-a")).to.satisfy((value: bigint) => value > 0n);
    expect(profit.get("contrarian")).to.satisfy((value: bigint) => value < 0n);
    expectConserved(result);
    expectWholeRound(result);
  });

  it("with --opening auction, the market should open at the mean of all bids, and be compared with the same without", async function () {
    const { report: result, stdout } = await report("--opening", "auction");
    // The sponsor bids b, which is 200.00016, each trader 180.
    const files = ["equal", "files-that-use-it", "what-ships"].map((name) => join(SAMPLE, "traders", `${name}.csv`));
    const bids = await Promise.all(files.map(async (file) => readWeights(await readFile(file, "utf8"))));
    for (const { repo, baseRate, opening } of result.projects) {
      const bidden = bids.reduce((sum, { projects, weights }) => sum + (weights[projects.indexOf(repo)] ?? 0n), 0n);
      const mean = (200n * parseWad(baseRate) + 180n * bidden) / (200n + 3n * 180n);
      expect(parseWad(opening) - mean, repo).to.be.within(-(10n ** 12n), 10n ** 12n);
    }
    expectConserved(result);
    expectWholeRound(result);

    const { auction, baseRates } = result.comparison ?? {};
    if (auction === undefined || baseRates === undefined) throw new Error("there is no comparison");
    expect(baseRates.distances.opening).to.deep.equal(baseRates.distances.rates);
    expect(auction.distances.rates).to.deep.equal(baseRates.distances.rates);
    expect(Number(auction.distances.opening.kl)).to.be.below(Number(auction.distances.rates.kl));
    expect(auction.sponsorSpent).to.equal(result.sponsor.spent);
    // A tenth of the others' bid was deposited and not revealed: half of it is lost.
    expect(auction.profits["forgetful"]).to.equal(`-${9n * WAD}`);
    expect(baseRates.profits).to.not.have.property("forgetful");
    expect(stdout).to.contain("Nobody joined");
  });

  it("with --randomness drand, a beacon should draw, and money be conserved as well", async function () {
    this.timeout(240_000);
    const { code, stdout, stderr } = await demo("--randomness", "drand");
    expect(code, stderr).to.equal(0);
    expect(stdout).to.match(/The draw took the randomness of round \d+ of a beacon\./);
    expect(stdout).to.match(/Conservation of ETH, over all contracts: .* = 0/);
    expect(Number(/^draw +([\d,]+)$/m.exec(stdout)?.[1]?.replaceAll(",", ""))).to.be.within(150_000, 200_000);
  });

  it("given bad input, it should say so in one line and exit with 1", async function () {
    await withFolder(async (folder) => {
      const lacking = join(folder, "lacking");
      await cp(SAMPLE, lacking, { recursive: true });
      await rm(join(lacking, "comparisons.csv"));
      const unknown = join(folder, "unknown");
      await cp(SAMPLE, unknown, { recursive: true });
      await writeFile(join(unknown, "traders", "equal.csv"), "repo,parent,weight\nnobody/nothing,x,1\n");
      const split = join(folder, "split");
      await cp(SAMPLE, split, { recursive: true });
      const { projects } = readWeights(await readFile(join(SAMPLE, "base-rates.csv"), "utf8"));
      await writeFile(
        join(split, "comparisons.csv"),
        `juror,repo_a,repo_b,choice,multiplier\nme,${projects[0]},${projects[1]},1,2\n`,
      );
      const cases = [
        [["--round", lacking], "comparisons.csv"],
        [["--round", unknown], "nobody/nothing"],
        [["--round", split], "groups"],
        [["--budget", "0"], "--budget"],
        [["--budget", "many"], "--budget"],
        [["--anchor", "0"], "--anchor"],
        [["--opening", "bids"], "--opening"],
        [["--randomness", "dice"], "--randomness"],
        [["--nonsense"], "--nonsense"],
      ] as const;
      for (const [parameters, word] of cases) {
        const { code, stderr, stdout } = await demo(...parameters, "--json", join(folder, "out.json"));
        expect(code, parameters.join(" ")).to.equal(1);
        expect(stderr.trim().split("\n"), stderr).to.have.length(1);
        expect(stderr).to.contain(word);
        expect(stdout).to.not.contain("✓");
        expect(existsSync(join(folder, "out.json"))).to.equal(false);
      }
    });
  });
});
