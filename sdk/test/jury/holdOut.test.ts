import { expect } from "chai";
import fc from "fast-check";

import type { Comparison } from "../../src/csv/index.ts";
import { InvalidParameterError } from "../../src/errors/index.ts";
import { holdOutError, type Loss } from "../../src/jury/index.ts";
import { groupNumbers } from "../../src/jury/groups.ts";
import { type Model, predictParts } from "../../src/jury/holdOut.ts";
import { minimise } from "../../src/jury/minimise.ts";
import { type Problem, type Sample, toProblem } from "../../src/jury/problem.ts";
import { fitScale } from "../../src/jury/scores.ts";
import { mulberry32 } from "../../src/utils/random.ts";
import { comparisonsOf, project, sampleRound, says, swapped } from "../utils/comparisons.ts";
import { pilotComparisons } from "../utils/data.ts";
import { expectThrow } from "../utils/throws.ts";

const HUBER: Loss = { huber: 1 };
const LOSSES: readonly Loss[] = ["squares", HUBER, "bradleyTerry"];

/** Comparisons of n projects with true weights, in a line and at random, by jurors who err by a factor of e. */
function scattered(n: number, m: number, jurors: number): Comparison[] {
  const random = mulberry32(n);
  const truth = Array.from({ length: n }, () => 3 * random());
  return Array.from({ length: m }, (_, i): Comparison => {
    const [a, b] = i < n - 1 ? [i, i + 1] : [Math.floor(random() * n), Math.floor(random() * n)];
    const other = a === b ? (a + 1) % n : b;
    const said = (truth[other] ?? 0) - (truth[a] ?? 0) + 4 * (random() + random() + random() - 1.5);
    const multiplier = Math.min(1000, Math.max(1, Math.exp(Math.abs(said))));
    const juror = `juror ${Math.floor(random() * jurors)}`;
    return { juror, a: project(a), b: project(other), choice: said > 0 ? 2 : 1, multiplier };
  });
}

describe("holdOutError", function () {
  const agreeing = [
    says("a", "b", 2, "x"),
    says("b", "c", 3, "x"),
    says("a", "c", 6, "y"),
    says("a", "b", 2, "z"),
    says("b", "c", 3, "z"),
  ];

  it("given jurors that agree, each is predicted by the others", function () {
    const { logOddsRmse, meanAbsolute, accuracy, predicted, unpredictable } = holdOutError(agreeing, { loss: HUBER });
    expect([accuracy, predicted, unpredictable]).to.deep.equal([1, 5, 0]);
    expect(Math.max(logOddsRmse, meanAbsolute)).to.be.below(1e-6);
  });

  it("given one who differs, the error is theirs", function () {
    const wrong = { ...says("a", "c", 2, "w"), choice: 1 as const };
    const { accuracy, logOddsRmse } = holdOutError([...agreeing, ...agreeing, wrong], { loss: HUBER });
    expect(accuracy).to.be.closeTo(10 / 11, 1e-12);
    expect(logOddsRmse).to.be.above(0.5);
  });

  it("begins each part where all comparisons lead to, and comes to what the plain way does", function () {
    this.timeout(60_000);
    const plain = (rest: Problem): Model => {
      const group = groupNumbers(rest);
      const knows = ({ a, b }: Sample) => group[a] === group[b];
      return { x: minimise({ ...rest, samples: rest.samples.filter(knows) }).x, knows };
    };
    // Few projects are fitted by factoring, many by what is known of all comparisons.
    for (const [n, m] of [
      [12, 60],
      [140, 500],
    ] as const) {
      const comparisons = scattered(n, m, 9);
      for (const loss of [...LOSSES, { huber: 0.3 }]) {
        const { problem } = toProblem(comparisons, { loss });
        const fast = holdOutError(comparisons, { loss });
        const slow = predictParts(problem, {}, plain);
        for (const [name, value] of Object.entries(slow)) {
          expect(fast[name as keyof typeof fast], `${name} of ${JSON.stringify(loss)}`).to.be.closeTo(value, 1e-9);
        }
      }
    }
  });

  it("takes less than two seconds of CPU for 512 projects", function () {
    this.timeout(60_000);
    const comparisons = scattered(512, 6_000, 10);
    for (const loss of LOSSES) {
      const before = process.cpuUsage();
      holdOutError(comparisons, { loss });
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1e6, JSON.stringify(loss)).to.be.below(2);
    }
  });

  it("leaves out what the rest does not connect", function () {
    const { predicted, unpredictable, logOddsRmse } = holdOutError([says("a", "b", 2, "x"), says("b", "c", 2, "y")], {
      loss: "squares",
    });
    expect([predicted, unpredictable, logOddsRmse]).to.deep.equal([0, 2, Infinity]);
  });

  it("cuts folds by the seed alone", function () {
    const run = (seed: number) =>
      holdOutError([...agreeing, says("a", "c", 40, "v")], { loss: "squares", folds: 3, seed });
    expect(run(1)).to.deep.equal(run(1));
    expect(new Set([1, 2, 3, 4, 5, 6].map((seed) => run(seed).logOddsRmse)).size).to.be.above(1);
    for (const folds of [1, 2.5, 6]) {
      expectThrow(() => holdOutError(agreeing, { loss: "squares", folds }), InvalidParameterError);
    }
  });

  it("predicts what jurors said, whatever the cap, so that caps can be compared", function () {
    const comparisons = [...agreeing, ...agreeing, says("a", "c", 900, "wild")];
    const capped = holdOutError(comparisons, { loss: "squares", multiplierCap: 6 });
    // The others say 6: the error on "wild" is ln(900 / 6) with a cap, too, and theirs is 0, as the cap makes "wild" agree.
    expect(capped.logOddsRmse).to.be.closeTo(Math.log(150) / Math.sqrt(11), 1e-9);
  });

  it("the Brier score of coins is 1/4, and a prediction of who won is better", function () {
    const coins = (juror: string) => [says("a", "b", 2, juror), says("b", "a", 2, juror)];
    expect(holdOutError(["x", "y", "z"].flatMap(coins), { loss: "squares" }).brier).to.be.closeTo(0.25, 1e-12);
    const { brier } = holdOutError([...agreeing, ...agreeing], { loss: "squares" });
    expect(brier).to.be.within(0, 0.1);
  });

  it("Bradley and Terry's predicts where wins go both ways, and no further", function () {
    const ring = (juror: string) => [says("a", "b", 2, juror), says("b", "c", 2, juror), says("c", "a", 2, juror)];
    const outside = says("c", "d", 2, "x");
    const { predicted, unpredictable, logOddsRmse } = holdOutError(
      [...ring("x"), ...ring("y"), outside, swapped(outside)],
      {
        loss: "bradleyTerry",
      },
    );
    expect([predicted, unpredictable]).to.deep.equal([6, 2]);
    expect(logOddsRmse).to.be.closeTo(Math.LN2, 1e-12);
  });

  it("order, direction and names change nothing", function () {
    fc.assert(
      fc.property(comparisonsOf(5), fc.constantFrom(...LOSSES), (comparisons, loss) => {
        const score = (list: readonly Comparison[]) => Object.values(holdOutError(list, { loss }));
        const expected = score(comparisons);
        const renamed = (name: string) => project(9 - Number(name.slice(1)));
        const others = [
          [...comparisons].reverse(),
          comparisons.map(swapped),
          comparisons.map((c) => ({ ...c, a: renamed(c.a), b: renamed(c.b) })),
        ];
        for (const other of others) {
          score(other).forEach((value, i) => {
            const wanted = expected[i] ?? NaN;
            if (!Number.isFinite(wanted)) expect(value).to.deep.equal(wanted);
            else expect(value).to.be.closeTo(wanted, 1e-4);
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it("on the sample round and on the pilot, juries predict better than a coin", function () {
    const pilot = pilotComparisons();
    for (const comparisons of [sampleRound().comparisons, ...(pilot ? [pilot] : [])]) {
      for (const loss of ["squares", HUBER] as const) {
        const { accuracy, brier, predicted, unpredictable } = holdOutError(comparisons, { loss });
        expect(predicted + unpredictable).to.equal(comparisons.length);
        expect(accuracy).to.be.above(0.7);
        expect(brier).to.be.below(0.21);
      }
    }
    if (pilot === undefined) return;
    // Of jurors who use multipliers up to 1000, a cap of 10 keeps what predicts the others.
    const rmse = (multiplierCap?: number) => holdOutError(pilot, { loss: HUBER, multiplierCap }).logOddsRmse;
    expect(rmse(10)).to.be.below(rmse());
  });
});

describe("the scale of probabilities", function () {
  const judged = (difference: number, said: number) => ({ difference, said });

  it("is where the likelihood with Platt's targets is greatest", function () {
    const pair = fc.tuple(fc.integer({ min: -30, max: 30 }), fc.constantFrom(-1, 0, 2));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 20 }), (pairs) => {
        const list = pairs.map(([d, c]) => judged(d / 10, c));
        const towards = list.filter(({ said }) => said !== 0).map((j) => Math.sign(j.said) * j.difference);
        const target = (towards.length + 1) / (towards.length + 2);
        const likelihood = (k: number) =>
          towards.reduce(
            (sum, d) => sum - target * Math.log1p(Math.exp(-k * d)) - (1 - target) * Math.log1p(Math.exp(k * d)),
            0,
          );
        const k = fitScale(list);
        for (const other of [0, k / 2, k * 0.99, k * 1.01, k * 2, k + 0.1]) {
          expect(likelihood(k)).to.be.at.least(likelihood(other) - 1e-9);
        }
      }),
    );
  });

  it("is finite when all winners are predicted, 0 when none is", function () {
    const k = fitScale([judged(1, 1), judged(-1, -3), judged(5, 0)]);
    expect(k).to.be.closeTo(Math.log(3), 1e-12);
    expect(fitScale([judged(1, -1), judged(-1, 3)])).to.equal(0);
    expect(fitScale([])).to.equal(0);
  });
});
