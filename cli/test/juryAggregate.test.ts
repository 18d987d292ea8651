import { expect } from "chai";

import { readComparisons, readWeights } from "deepfunding/csv";
import { aggregate, type JuryReport } from "deepfunding/jury";
import { runCli } from "./utils/cli.ts";
import { sampleFiles } from "../../sdk/test/utils/sampleRound.ts";

const FILES = sampleFiles("comparisons.csv", "base-rates.csv", "traders/equal.csv", "traders/what-ships.csv");
const COMPARISONS = "round/comparisons.csv";
const RATES = "--base-rates round/base-rates.csv";

const comparisons = readComparisons(FILES[COMPARISONS] ?? "");
const rates = readWeights(FILES["round/base-rates.csv"] ?? "");

const run = (line: string) => runCli(`jury aggregate ${line}`.split(" "), { files: FILES });

async function reportOf(line: string): Promise<JuryReport> {
  const { code, out, error } = await run(`${line} --json`);
  expect(code, error).to.equal(0);
  return JSON.parse(out) as JuryReport;
}

const weightsOf = ({ weights }: JuryReport) => weights.map(({ weightWad }) => BigInt(weightWad));

describe("CLI: jury aggregate", function () {
  it("prints weights, jurors, hold-out errors, and what to ask next", async function () {
    const { code, out } = await run(`${COMPARISONS} --top 2 --next 1`);
    expect(code).to.equal(0);
    expect(out)
      .to.match(/^68 comparisons of 20 projects by 4 jurors, huber 1\n/)
      .and.to.match(/ethereum\/solc-js +█{20} +16\.3%\n/)
      .and.to.match(/contracts +17 +25\.0%/)
      .and.to.match(/squares +75\.5% +0\.202/)
      .and.to.match(/prettier-plugin-solidity or .*safe-contracts +0\.54 +0/);
    expect(out).to.not.include("openzeppelin/openzeppelin-contracts  █");
  });

  it("passes loss, cap, share and anchor on", async function () {
    const anchor = { tau: 0.5, baseRates: rates.weights };
    const cases = [
      [`${COMPARISONS}`, { loss: { huber: 1 } }],
      [`${COMPARISONS} --delta 0.25`, { loss: { huber: 0.25 } }],
      [`${COMPARISONS} --loss squares --cap 2`, { loss: "squares", multiplierCap: 2 }],
      [`${COMPARISONS} --juror-share 30%`, { loss: { huber: 1 }, jurorShare: 0.3 }],
      [
        `${COMPARISONS} --loss bradleyTerry --anchor 0.5 ${RATES}`,
        { loss: "bradleyTerry", anchor, projects: rates.projects },
      ],
    ] as const;
    for (const [line, options] of cases) {
      expect(weightsOf(await reportOf(line)), line).to.deep.equal(aggregate(comparisons, options).weightsWad);
    }
  });

  it("says one of one thing, and nothing of winners where none could be predicted", async function () {
    const csv = "juror,repo_a,repo_b,choice,multiplier\nj,a/a,b/b,1,2\n";
    const { code, out } = await runCli(["jury", "aggregate", "c.csv"], { files: { "c.csv": csv } });
    expect(code).to.equal(0);
    expect(out).to.match(/^1 comparison of 2 projects by 1 juror, huber 1\n/);
    expect(out)
      .to.match(/\nhuber 1 +0\n/)
      .and.not.match(/NaN|Infinity/);
    const ran = await runCli(["jury", "aggregate", "c.csv", "--json"], { files: { "c.csv": csv } });
    const { holdOut } = JSON.parse(ran.out) as JuryReport;
    expect(holdOut.map(({ accuracy, brier }) => [accuracy, brier])).to.deep.equal([
      [null, null],
      [null, null],
      [null, null],
    ]);
  });

  it("says how a file was read that is written otherwise, beside what it prints", async function () {
    const csv = "juror;repo_a;repo_b;choice;multiplier\nj;a/a;b/b;1,0;2,5\n";
    const { code, error } = await runCli(["jury", "aggregate", "c.csv", "--json"], { files: { "c.csv": csv } });
    expect([code, error]).to.deep.equal([0, 'c.csv: read with fields separated by ";", decimals by ",".\n']);
  });

  it("says what to ask where comparisons do not connect all projects, and writes no weights then", async function () {
    const rows = "j,a/a,b/b,1,2\nj,a/a,c/c,1,2\nj,d/d,e/e,1,2\nj,f/f,g/g,1,2\n";
    const files = { "c.csv": `juror,repo_a,repo_b,choice,multiplier\n${rows}` };
    const { code, out } = await runCli(["jury", "aggregate", "c.csv"], { files });
    expect(code).to.equal(0);
    expect(out).to.include("fall into 3 groups").and.to.include("Ask next\n  a/a or d/d\n  a/a or f/f\n");
    const { next } = JSON.parse((await runCli(["jury", "aggregate", "c.csv", "--json"], { files })).out) as JuryReport;
    const more = next.map(({ a, b }) => `j,${a},${b},1,2\n`).join("");
    const connected = { "c.csv": (files["c.csv"] ?? "") + more };
    expect((await runCli(["jury", "aggregate", "c.csv"], { files: connected })).out).to.match(/^6 comparisons/);
    expect((await runCli(["jury", "aggregate", "c.csv", "--next", "0"], { files })).code).to.equal(2);
  });

  it("ranks the files that it is given, and the baselines, by name", async function () {
    const compare = "--compare round/traders/equal.csv --compare round/traders/what-ships.csv";
    const { ranking } = await reportOf(`${COMPARISONS} ${RATES} ${compare}`);
    expect(ranking.map(({ name, kind }) => [name, kind])).to.deep.equal([
      ["what-ships", "file"],
      ["equal", "file"],
      ["uniform", "baseline"],
      ["base rates", "baseline"],
    ]);
  });

  it("suggests as many comparisons as it is asked for, none too", async function () {
    expect((await reportOf(`${COMPARISONS} --next 0`)).next).to.deep.equal([]);
    expect((await reportOf(`${COMPARISONS} --next 3`)).next).to.have.length(3);
    expect((await run(`${COMPARISONS} --next 0`)).out).to.not.include("Ask next");
  });

  it("writes the weights that it has shown, as jury post reads them", async function () {
    const { code, out, written } = await run(`${COMPARISONS} ${RATES} --out weights.csv --json`);
    expect(code).to.equal(0);
    const read = readWeights(written.get("weights.csv")?.text ?? "", { projects: rates.projects });
    expect(read.weights).to.deep.equal(weightsOf(JSON.parse(out) as JuryReport));
    expect(read.parent).to.equal("deep-funding-markets");
  });

  const refusals = [
    { line: "none.csv", code: 2, says: "none.csv: This file cannot be read" },
    { line: "round/base-rates.csv", code: 2, says: 'round/base-rates.csv: Row 1, column "juror"' },
    { line: `${COMPARISONS} --anchor 1`, code: 2, says: "--base-rates" },
    { line: `${COMPARISONS} --out weights.csv`, code: 2, says: "--base-rates" },
    { line: `${COMPARISONS} --juror-share 1%`, code: 2, says: "`--juror-share` is 0.01" },
    { line: `${COMPARISONS} --loss bradleyTerry`, code: 2, says: "every comparison went one way" },
    { line: `${COMPARISONS} --loss cubes`, code: 2, says: '"cubes" is not one of huber, squares, bradleyTerry' },
    { line: `${COMPARISONS} ${RATES} --out ${COMPARISONS}`, code: 1, says: "cannot be written" },
  ];
  for (const { line, code, says } of refusals) {
    it(`refuses ${line}: ${code}`, async function () {
      const ran = await run(line);
      expect([ran.code, ran.out], ran.error).to.deep.equal([code, ""]);
      expect(ran.error).to.include(says);
    });
  }
});
