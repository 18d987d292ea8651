import { expect } from "chai";
import fc from "fast-check";

import { InvalidWeightsError, LengthMismatchError } from "../../src/errors/index.ts";
import { aggregate, compareWeights, holdOutError, type WeightsComparisons } from "../../src/jury/index.ts";
import { floorPrices, floorWeights, floorWeightsFromNumbers, WAD } from "../../src/math/index.ts";
import { comparisonsOf, project, sampleRound, says, swapped } from "../utils/comparisons.ts";
import { pilotComparisons, pilotFile } from "../utils/data.ts";
import { expectThrow } from "../utils/throws.ts";
import { readWeights } from "../../src/csv/index.ts";

const SQUARES = { loss: "squares" } as const;
const PROJECTS = ["a", "b", "c"];
/** Two jurors who agree: 1 to 2 to 6. */
const AGREEING = ["x", "y"].flatMap((juror) => [says("a", "b", 2, juror), says("b", "c", 3, juror)]);
const OPTIONS = { ...SQUARES, projects: PROJECTS };

const find = ({ ranking }: WeightsComparisons, wanted: string) => ranking.find(({ name }) => name === wanted);
const wad = (numbers: readonly number[]) => floorWeightsFromNumbers(numbers);

describe("compareWeights", function () {
  it("scores what the jury says itself as perfect, and ranks by divergence", function () {
    const jury = { name: "the jury's", weights: wad([1, 2, 6]) };
    const close = { name: "close", weights: wad([1, 2, 5]) };
    const result = compareWeights(AGREEING, [close, jury], { ...OPTIONS, baseRates: wad([6, 2, 1]) });
    expect(result.ranking.map(({ name, kind, rank }) => [rank, name, kind])).to.deep.equal([
      [1, "the jury's", "file"],
      [2, "close", "file"],
      [3, "uniform", "baseline"],
      [4, "base rates", "baseline"],
    ]);
    const best = find(result, "the jury's");
    expect(best?.divergence).to.be.closeTo(0, 1e-14);
    expect(best?.logOddsError).to.be.closeTo(0, 1e-12);
    expect(best?.meanAbsoluteError).to.be.closeTo(0, 1e-14);
    expect(best?.onComparisons.logOddsRmse).to.be.closeTo(0, 1e-12);
    expect(best?.onComparisons.accuracy).to.equal(1);
    expect(result.jury.weights[2]).to.be.closeTo(6 / 9, 1e-14);
    expect(result.holdOut).to.deep.equal(holdOutError(AGREEING, OPTIONS));
  });

  it("computes each score by its definition", function () {
    const w = [1 / 9, 2 / 9, 6 / 9];
    const p = [0.5, 0.3, 0.2];
    const row = find(compareWeights(AGREEING, [{ name: "p", weights: wad(p) }], OPTIONS), "p");
    const sum = (of: (w: number, p: number) => number) => w.reduce((total, v, i) => total + of(v, p[i] ?? NaN), 0);
    const odds = (v: number) => Math.log(v / (1 - v));
    expect(row?.divergence).to.be.closeTo(
      sum((v, q) => v * Math.log(v / q)),
      1e-12,
    );
    expect(row?.logOddsError).to.be.closeTo(Math.sqrt(sum((v, q) => (odds(q) - odds(v)) ** 2) / 3), 1e-12);
    expect(row?.meanAbsoluteError).to.be.closeTo(sum((v, q) => Math.abs(q - v)) / 3, 1e-14);
    expect(row?.furthest).to.equal("c");
    const errors = [Math.log(0.3 / 0.5) - Math.log(2), Math.log(0.2 / 0.3) - Math.log(3)];
    const mean = (errors[0] ?? NaN) ** 2 / 2 + (errors[1] ?? NaN) ** 2 / 2;
    expect(row?.onComparisons.logOddsRmse).to.be.closeTo(Math.sqrt(mean), 1e-12);
    // All winners are wrong, so the scale says 0: a coin.
    expect(row?.onComparisons.accuracy).to.equal(0);
    expect(row?.onComparisons.brier).to.equal(0.25);
  });

  it("uniform weights are a coin, whatever the jury says", function () {
    fc.assert(
      fc.property(comparisonsOf(5), (comparisons) => {
        const { projects } = aggregate(comparisons, SQUARES);
        const { accuracy, brier } = find(compareWeights(comparisons, [], { ...SQUARES, projects }), "uniform")
          ?.onComparisons ?? { accuracy: NaN, brier: NaN };
        const decided = comparisons.some(({ multiplier }) => multiplier !== 1);
        expect([accuracy, brier]).to.deep.equal(decided ? [0.5, 0.25] : [NaN, Infinity]);
      }),
      { numRuns: 30 },
    );
  });

  it("raises zeros to the least opening price, as a market would, and says how many", function () {
    const row = find(compareWeights(AGREEING, [{ name: "zero", weights: [0n, 1n, 1n] }], OPTIONS), "zero");
    expect(row?.floored).to.equal(1);
    expect(row?.weights).to.deep.equal(floorPrices(floorWeights([0n, 1n, 1n])));
    expect(row?.divergence).to.be.within(1, 2);
  });

  it("orders projects by the money that the files place differently", function () {
    const files = [
      { name: "one", weights: wad([1, 2, 9]) },
      { name: "two", weights: wad([1, 5, 6]) },
    ];
    const { disagreements } = compareWeights(AGREEING, files, OPTIONS);
    const of = (i: number) =>
      files.reduce((sum, { weights }) => sum + Math.abs(Number(weights[i]) / 1e18 - ([1, 2, 6][i] ?? 0) / 9), 0) / 2;
    expect(disagreements.map(({ project: name }) => name)).to.deep.equal(["b", "c", "a"]);
    for (const { project: name, meanAbsoluteDifference } of disagreements) {
      expect(meanAbsoluteDifference).to.be.closeTo(of(PROJECTS.indexOf(name)), 1e-14);
    }
    const b = disagreements[0]?.meanLogRatio;
    expect(b).to.be.closeTo((Math.log(2 / 12 / (2 / 9)) + Math.log(5 / 12 / (2 / 9))) / 2, 1e-12);
  });

  it("order and direction of comparisons, and the names of projects, change nothing", function () {
    const names = Array.from({ length: 5 }, (_, i) => project(i));
    const files = [{ name: "f", weights: wad([5, 1, 2, 3, 4]) }];
    fc.assert(
      fc.property(comparisonsOf(5), (comparisons) => {
        const numbers = (list: typeof comparisons, projects: readonly string[]) =>
          compareWeights(list, files, { ...SQUARES, projects }).ranking.flatMap((row) => [
            ...[row.divergence, row.logOddsError, row.meanAbsoluteError],
            ...Object.values(row.onComparisons),
          ]);
        const expected = numbers(comparisons, names);
        const renamed = (name: string) => `x${name}`;
        const others = [
          numbers([...comparisons].reverse(), names),
          numbers(comparisons.map(swapped), names),
          numbers(
            comparisons.map((c) => ({ ...c, a: renamed(c.a), b: renamed(c.b) })),
            names.map(renamed),
          ),
        ];
        for (const other of others) {
          other.forEach((value, i) => {
            if (expected[i] === Infinity) expect(value).to.equal(Infinity);
            else expect(value).to.be.closeTo(expected[i] ?? NaN, 1e-9);
          });
        }
      }),
      { numRuns: 30 },
    );
  });

  it("given weights that are none, it throws", function () {
    const run = (weights: readonly bigint[]) => () => compareWeights(AGREEING, [{ name: "f", weights }], OPTIONS);
    expectThrow(run([1n, 2n]), LengthMismatchError);
    expectThrow(run([0n, 0n, 0n]), InvalidWeightsError);
    expectThrow(run([WAD, -1n, 0n]), InvalidWeightsError);
  });

  it("on the sample round, its traders and baselines differ, and the one who knows nothing is the baseline", function () {
    const { comparisons, files, projects, baseRates } = sampleRound();
    const result = compareWeights(comparisons, files, { loss: { huber: 1 }, projects, baseRates });
    const [equal, uniform] = [find(result, "equal"), find(result, "uniform")];
    expect([equal?.kind, uniform?.kind]).to.deep.equal(["file", "baseline"]);
    expect(equal?.weights).to.deep.equal(uniform?.weights);
    expect(equal?.onComparisons).to.deep.equal(uniform?.onComparisons);
    expect(new Set(result.ranking.map(({ divergence }) => divergence)).size).to.equal(4);
    expect(result.ranking.at(-1)?.name).to.equal("base rates");
  });

  it("on the pilot, the exactly wrong trader is last, and a fit to half of the jurors first", function () {
    const comparisons = pilotComparisons();
    if (comparisons === undefined) return;
    const { projects, weights: baseRates } = readWeights(pilotFile("base-rates.csv") ?? "");
    const files = ["contrarian", "huber-half-b", "uniform", "zipf-by-wins"].map((name) => ({
      name,
      ...readWeights(pilotFile(`traders/${name}.csv`) ?? "", { projects }),
    }));
    const { ranking } = compareWeights(comparisons, files, { loss: { huber: 1 }, projects, baseRates });
    expect([ranking[0]?.name, ranking.at(-1)?.name]).to.deep.equal(["huber-half-b", "contrarian"]);
    // The base rates' divergence is what DESIGN says.
    expect(ranking.find(({ name }) => name === "base rates")?.divergence).to.be.closeTo(0.817, 5e-4);
  });
});
