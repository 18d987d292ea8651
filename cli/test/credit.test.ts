import { expect } from "chai";

import { readWeights } from "deepfunding/csv";
import { runCli } from "./utils/cli.ts";
import { sampleFiles } from "../../sdk/test/utils/sampleRound.ts";

const WAD = 10n ** 18n;
const NAMES = ["base-rates.csv", "edges.csv", "child-weights.csv", "originality.csv"] as const;

type Credit = {
  readonly target: string;
  readonly unknown: string;
  readonly projects: readonly {
    readonly project: string;
    readonly share: string;
    readonly paths: readonly { readonly nodes: readonly string[] }[];
    readonly others: { readonly count: string };
  }[];
};

async function creditOf(line: string, ...names: readonly string[]): Promise<Credit> {
  const { code, out, error } = await runCli(`credit ${line} --folder round --json`.split(" ").filter(Boolean), {
    files: sampleFiles(...names),
  });
  expect(code, error).to.equal(0);
  return JSON.parse(out) as Credit;
}

const shareOf = ({ projects }: Credit, name: string) =>
  BigInt(projects.find(({ project }) => project === `https://github.com/${name}`)?.share ?? -1);

function rateOf(project: string): bigint {
  const { projects, weights } = readWeights(sampleFiles("base-rates.csv")["round/base-rates.csv"] ?? "");
  return weights[projects.indexOf(project)] ?? -1n;
}

describe("CLI: graph genesis", function () {
  it("makes what a registry is deployed with, and writes it", async function () {
    const files = sampleFiles(...NAMES);
    const { code, out, written } = await runCli("graph genesis round --out genesis.json --json".split(" "), { files });
    expect(code).to.equal(0);
    const { name, root, transactions } = JSON.parse(out) as Readonly<Record<string, unknown>>;
    expect(name).to.equal("deep-funding-markets");
    const file = JSON.parse(written.get("genesis.json")?.text ?? "") as Readonly<Record<string, unknown>>;
    expect([file["root"], file["transactions"]]).to.deep.equal([root, transactions]);
    const shown = await runCli(["graph", "genesis", "round"], { files });
    expect(shown.out)
      .to.match(/^Target +deep-funding-markets\n/)
      .and.to.include(String(root));
  });

  it("refuses what credit refuses", async function () {
    const files = {
      "f/base-rates.csv": "repo,parent,weight\nfoo/a,eth,1\n",
      "f/originality.csv": "repo,originality\nfooo/a,1\n",
    };
    const { code, error } = await runCli(["graph", "genesis", "f"], { files });
    expect(code).to.equal(2);
    expect(error).to.match(/^f\/originality\.csv: Row 2, .*perhaps/);
  });
});

describe("CLI: credit of a folder", function () {
  it("is shared out whole, the largest share first", async function () {
    const credit = await creditOf("", ...NAMES);
    const shares = credit.projects.map(({ share }) => BigInt(share));
    const sum = shares.reduce((total, share) => total + share, BigInt(credit.unknown));
    expect(WAD - sum < BigInt(shares.length) + 1n, String(sum)).to.equal(true);
    expect(shares).to.deep.equal([...shares].sort((a, b) => (a > b ? -1 : a < b ? 1 : 0)));
    expect(credit.target).to.equal("deep-funding-markets");
  });

  it("needs base rates only, and then each project keeps its own", async function () {
    const credit = await creditOf("", "base-rates.csv");
    expect(credit.projects).to.have.length(21); // the target, which keeps nothing, too
    expect(shareOf(credit, "nomicfoundation/hardhat")).to.equal(rateOf("https://github.com/nomicfoundation/hardhat"));
  });

  it("takes edges without weights to count the same, originality to be a half", async function () {
    const alone = await creditOf("", "base-rates.csv");
    const credit = await creditOf("", "base-rates.csv", "edges.csv");
    const half = shareOf(alone, "nomicfoundation/hardhat") / 2n;
    expect(shareOf(credit, "nomicfoundation/hardhat")).to.equal(half);
    const judged = await creditOf("", ...NAMES);
    expect(shareOf(judged, "nomicfoundation/hardhat")).to.not.equal(half);
  });

  it("of one project lists its paths, as many as asked for, and counts the others", async function () {
    const { projects } = await creditOf("nodejs/undici --paths 2", ...NAMES);
    expect(projects.map(({ project }) => project)).to.deep.equal(["https://github.com/nodejs/undici"]);
    expect(projects[0]?.paths.map(({ nodes }) => nodes[1])).to.deep.equal([
      "https://github.com/nomicfoundation/hardhat",
      "https://github.com/ethers-io/ethers.js",
    ]);
    expect(Number(projects[0]?.others.count)).to.equal(7);
  });

  it("prints a table, and one project's paths", async function () {
    const files = sampleFiles(...NAMES);
    const all = await runCli(["credit", "--folder", "round", "--top", "1"], { files });
    expect(all.out).to.match(/nomicfoundation\/hardhat +█{20} +18\.308% +24\.411% +direct +0\n… and \d+ more/);
    const one = await runCli(["credit", "nodejs/undici", "--folder", "round"], { files });
    expect(one.out).to.match(/0\.120% +deep-funding-markets → nomicfoundation\/hardhat → nodejs\/undici\n/);
  });

  it("says what of the files the graph does not have, and why a project is not there", async function () {
    const children = Array.from({ length: 129 }, (_, i) => `lib/p${i},foo/a,${129 - i}\n`).join("");
    const files = {
      "f/base-rates.csv": "repo,parent,weight\nfoo/a,eth,1\nfoo/b,eth,0\n",
      "f/child-weights.csv": `dependency,repo,weight\n${children}`,
      "f/originality.csv": "repo,originality\nfoo/a,0.5\nfar/away,0.5\n",
    };
    const { code, out } = await runCli("credit --folder f --normalize".split(" "), { files });
    expect(code).to.equal(0);
    expect(out)
      .to.include("cut: 1 of 129 children of foo/a, as a project has 128 at most: lib/p128\n")
      .and.to.include("weightless: 1: foo/b (under eth)\n")
      .and.to.include("originality.csv, row 3: far/away, as nothing leads to it");
    const why = async (project: string) =>
      (await runCli(["credit", project, "--folder", "f", "--normalize"], { files })).error.split("\n")[0];
    expect(await why("lib/p128")).to.match(/^"lib\/p128" gets nothing: it was cut \(child-weights\.csv, row 130\)/);
    expect(await why("foo/b")).to.include("it has no weight under");
    expect(await why("far/away")).to.include("originality.csv, row 3 was ignored");
    expect(await why("fooo/a")).to.equal(
      '"fooo/a" is not a project of f; perhaps "https://github.com/foo/a" is meant.',
    );
  });

  it("refuses misspelt names, with the paths of the files, and shows no table", async function () {
    const files = {
      ...sampleFiles("base-rates.csv"),
      "round/child-weights.csv": "dependency,repo,weight\nlib/x,nomicfundation/hardhat,1\n",
    };
    const { code, out, error } = await runCli(["credit", "--folder", "round"], { files });
    expect([code, out]).to.deep.equal([2, ""]);
    expect(error).to.match(/^round\/child-weights\.csv: Row 2, column "repo": .*perhaps ".*nomicfoundation\/hardhat"/);
  });

  it("names a project that is not there, a folder without base rates, and a file that is broken", async function () {
    const files = sampleFiles("base-rates.csv");
    const nobody = await runCli(["credit", "no/body", "--folder", "round"], { files });
    expect([nobody.code, nobody.error.split("\n")[0]]).to.deep.equal([1, '"no/body" is not a project of round.']);
    const empty = await runCli(["credit", "--folder", "nowhere"], { files });
    expect([empty.code, empty.error.split(":")[0]]).to.deep.equal([2, "nowhere/base-rates.csv"]);
    const broken = await runCli(["credit", "--folder", "round"], {
      files: { ...files, "round/edges.csv": "a,b\n1,2\n" },
    });
    expect([broken.code, broken.error.split(":")[0]]).to.deep.equal([2, "round/edges.csv"]);
  });
});
