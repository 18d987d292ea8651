import { expect } from "chai";
import fc from "fast-check";

import type { Comparison } from "../../src/csv/index.ts";
import { DisconnectedError, InvalidParameterError, OneSidedError } from "../../src/errors/index.ts";
import { type Aggregate, aggregate, type FitOptions } from "../../src/jury/index.ts";
import { WAD } from "../../src/math/index.ts";
import { shuffled } from "../../src/utils/random.ts";
import { comparisonsOf, project, sampleRound, says, swapped } from "../utils/comparisons.ts";
import { pilotComparisons } from "../utils/data.ts";
import { expectThrow } from "../utils/throws.ts";

const N = 6;
const PROJECTS = Array.from({ length: N }, (_, i) => project(i));
const ANCHOR = { tau: 0.1, baseRates: PROJECTS.map((_, i) => (BigInt(i + 1) * WAD) / 21n) };
const BRADLEY_TERRY: FitOptions = { loss: "bradleyTerry" };

/** Everything that a fit can be told, where the answer is unique. */
const OPTIONS: readonly FitOptions[] = [
  { loss: "squares" },
  { loss: "squares", multiplierCap: 5, jurorShare: 0.4 },
  { loss: { huber: 1 }, anchor: ANCHOR },
  { loss: { huber: 1 }, anchor: ANCHOR, multiplierCap: 20 },
  { ...BRADLEY_TERRY, anchor: ANCHOR },
];

const said = ({ choice, multiplier }: Comparison) => (choice === 2 ? 1 : -1) * Math.log(multiplier);
const jurorsOf = (comparisons: readonly Comparison[]) => new Set(comparisons.map(({ juror }) => juror)).size;

/** A ring of wins: both ways round, whatever else is said, so that Bradley and Terry's likelihood has a maximum. */
function ringed(n: number): fc.Arbitrary<Comparison[]> {
  const ring = Array.from({ length: n }, (_, i) => says(project(i), project((i + 1) % n), 2));
  return comparisonsOf(n).map((comparisons) => [...ring, ...comparisons]);
}

/** Log likelihood of who won, written down a second time; a draw is half a win for each. */
function logLikelihood(comparisons: readonly Comparison[], projects: readonly string[], x: readonly number[]): number {
  return comparisons.reduce((sum, { a, b, choice, multiplier }) => {
    const [wa, wb] = [a, b].map((name) => Math.exp(x[projects.indexOf(name)] ?? NaN)) as [number, number];
    const [lost, won] = choice === 2 ? [wa, wb] : [wb, wa];
    const share = multiplier === 1 ? 0.5 : 1;
    return sum + share * Math.log(won / (wa + wb)) + (1 - share) * Math.log(lost / (wa + wb));
  }, 0);
}

/** Zermelo's iteration (Hunter 2004): another way to the same maximum. */
function zermelo(comparisons: readonly Comparison[], projects: readonly string[]): number[] {
  let weights = projects.map(() => 1 / projects.length);
  for (let i = 0; i < 5000; ++i) {
    const next = projects.map((name, j) => {
      const own = comparisons.filter(({ a, b }) => a === name || b === name);
      const wins = own.reduce((sum, { a, choice, multiplier }) => {
        if (multiplier === 1) return sum + 0.5;
        return sum + Number((choice === 1) === (a === name));
      }, 0);
      const against = own.map(({ a, b }) => weights[projects.indexOf(a === name ? b : a)] ?? NaN);
      return wins / against.reduce((sum, other) => sum + 1 / ((weights[j] ?? NaN) + other), 0);
    });
    const total = next.reduce((sum, w) => sum + w, 0);
    weights = next.map((w) => w / total);
  }
  return weights;
}

function expectSame(actual: readonly number[], expected: readonly number[], tolerance = 1e-9) {
  expect(actual).to.have.length(expected.length);
  actual.forEach((value, i) => expect(value).to.be.closeTo(expected[i] ?? NaN, tolerance));
}

describe("aggregate by Bradley and Terry", function () {
  it("given two projects, weights are shares of wins", function () {
    const win = (m: number) => says("a", "b", m);
    const loss = { ...win(3), choice: 1 as const };
    const { weights, unique } = aggregate([win(2), win(900), loss, win(5), swapped(win(3))], BRADLEY_TERRY);
    expectSame(weights, [1 / 5, 4 / 5], 1e-14);
    expect(unique).to.equal(true);
  });

  it("a multiplier of 1 is half a win for each", function () {
    const { weights } = aggregate([says("a", "b", 1), says("a", "b", 7)], BRADLEY_TERRY);
    expect(weights[1]).to.be.closeTo(0.75, 1e-14);
  });

  it("is the greatest likelihood: Zermelo's iteration comes to the same, and no neighbour is better", function () {
    const steps = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(ringed(4), steps, (comparisons, step) => {
        const { projects, weights, logWeights, gradientNorm } = aggregate(comparisons, BRADLEY_TERRY);
        expect(gradientNorm).to.be.below(1e-11);
        expectSame(weights, zermelo(comparisons, projects), 1e-8);
        const at = (t: number) => logWeights.map((x, i) => x + t * (step[i] ?? 0));
        const best = logLikelihood(comparisons, projects, at(0));
        for (const t of [1e-3, 0.1, 3]) {
          expect(logLikelihood(comparisons, projects, at(t))).to.be.at.most(best + 1e-9 * Math.abs(best));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("ignores multipliers, but for 1", function () {
    fc.assert(
      fc.property(ringed(N), fc.double({ min: 1.01, max: 1000, noNaN: true }), (comparisons, multiplier) => {
        const others = comparisons.map((c) => ({ ...c, multiplier: c.multiplier === 1 ? 1 : multiplier }));
        expectSame(aggregate(others, BRADLEY_TERRY).weights, aggregate(comparisons, BRADLEY_TERRY).weights, 0);
      }),
      { numRuns: 50 },
    );
  });

  it("given wins that go one way only, it throws with the groups; an anchor bounds them", function () {
    const ladder = [says("a", "b", 2), says("b", "c", 2), swapped(says("c", "b", 2))];
    const error = expectThrow(() => aggregate(ladder, BRADLEY_TERRY), OneSidedError);
    expect(error.groups).to.deep.equal([["b", "c"], ["a"]]);
    expectThrow(() => aggregate([...ladder, says("d", "e", 2)], BRADLEY_TERRY), DisconnectedError);
    const projects = ["a", "b", "c"];
    const anchor = { tau: 1e-6, baseRates: [WAD, WAD, WAD] };
    const { weights, unique, gradientNorm } = aggregate(ladder, { ...BRADLEY_TERRY, projects, anchor });
    expect(unique).to.equal(true);
    expect(gradientNorm).to.be.below(1e-12);
    expect(weights[0]).to.be.within(1e-9, 1e-4);
  });
});

describe("aggregate, whatever the options", function () {
  for (const options of OPTIONS) {
    it(`${JSON.stringify(Object.keys(options))}, ${JSON.stringify(options.loss)}: order, direction and names change nothing`, function () {
      fc.assert(
        fc.property(
          comparisonsOf(N),
          fc.nat(),
          fc.array(fc.boolean(), { maxLength: 30 }),
          (comparisons, seed, flips) => {
            const share = options.jurorShare && Math.max(options.jurorShare, 1 / jurorsOf(comparisons));
            const fit = { ...options, projects: PROJECTS, jurorShare: share };
            const { logWeights, jurors } = aggregate(comparisons, fit);
            const byName = (result: Aggregate) =>
              [...result.jurors].sort((x, y) => x.juror.localeCompare(y.juror)).map(({ influence }) => influence);

            const order = shuffled(comparisons.length, seed);
            const mixed = order.map((i) => comparisons[i] as Comparison).map((c, i) => (flips[i] ? swapped(c) : c));
            const again = aggregate(mixed, fit);
            expectSame(again.logWeights, logWeights);
            expectSame(byName(again), byName({ jurors } as Aggregate));

            // Project i is called after its place in another order, and the list of projects, with base rates, too.
            const names = shuffled(N, seed + 1).map((i) => `other${i}`);
            const renamed = (name: string) => names[PROJECTS.indexOf(name)] ?? "";
            const others = comparisons.map((c) => ({ ...c, a: renamed(c.a), b: renamed(c.b) }));
            expectSame(aggregate(others, { ...fit, projects: names }).logWeights, logWeights);
          },
        ),
        { numRuns: 30 },
      );
    });
  }
});

describe("a cap of multipliers", function () {
  it("clips what is above, says how many, and leaves residuals to what was said", function () {
    const comparisons = [says("a", "b", 1000), says("b", "c", 4), says("a", "c", 10)];
    const { clipped, residuals, logWeights } = aggregate(comparisons, { loss: "squares", multiplierCap: 10 });
    expect(clipped).to.equal(1);
    const by = comparisons.map((c) => ({ ...c, multiplier: Math.min(c.multiplier, 10) }));
    expectSame(logWeights, aggregate(by, { loss: "squares" }).logWeights, 1e-13);
    const [a = NaN, b = NaN] = logWeights;
    expect(residuals[0]).to.be.closeTo(b - a - Math.log(1000), 1e-13);
    expect(aggregate(comparisons, { loss: "squares" }).clipped).to.equal(0);
  });

  it("must be above 1", function () {
    for (const multiplierCap of [1, 0, NaN]) {
      expectThrow(() => aggregate([says("a", "b", 2)], { loss: "squares", multiplierCap }), InvalidParameterError);
    }
  });
});

describe("a bound of what one juror counts", function () {
  it("holds, and takes no more than it must", function () {
    fc.assert(
      fc.property(comparisonsOf(N), fc.double({ min: 0, max: 1, noNaN: true }), (comparisons, above) => {
        const least = 1 / jurorsOf(comparisons);
        const jurorShare = least + above * (1 - least);
        const { jurors } = aggregate(comparisons, { loss: "squares", jurorShare });
        expect(jurors.reduce((sum, { weightShare }) => sum + weightShare, 0)).to.be.closeTo(1, 1e-12);
        for (const { weightShare } of jurors) expect(weightShare).to.be.at.most(jurorShare + 1e-12);
        // Whoever is below the bound counts fully: the same for each of their comparisons, and the most of all.
        const each = jurors.map(({ weightShare, comparisons: count }) => weightShare / count);
        const most = Math.max(...each);
        jurors.forEach(({ weightShare }, i) => {
          if (weightShare < jurorShare - 1e-9) expect(each[i]).to.be.closeTo(most, 1e-12);
        });
      }),
      { numRuns: 100 },
    );
  });

  it("so with Huber's loss a juror's pull at the optimum is at most that share of delta for all weight", function () {
    const delta = 0.5;
    const jurorShare = 0.4;
    fc.assert(
      fc.property(comparisonsOf(N), (drawn) => {
        const comparisons = ["u", "v", "w"].map((juror) => says(project(0), project(1), 3, juror)).concat(drawn);
        const fit = { loss: { huber: delta }, jurorShare, projects: PROJECTS, anchor: ANCHOR };
        const { jurors, logWeights: x } = aggregate(comparisons, fit);
        const shares = new Map(jurors.map(({ juror, weightShare, comparisons: n }) => [juror, weightShare / n]));
        const most = Math.max(...shares.values());
        const gradient = PROJECTS.map((_, j) => ANCHOR.tau * ((x[j] ?? 0) - Math.log((j + 1) / 21)));
        const pulls = new Map<string, number>();
        for (const comparison of comparisons) {
          const [a, b] = [comparison.a, comparison.b].map((name) => PROJECTS.indexOf(name)) as [number, number];
          const v = (shares.get(comparison.juror) ?? NaN) / most;
          const r = (x[b] ?? NaN) - (x[a] ?? NaN) - said(comparison);
          const pull = v * Math.max(-delta, Math.min(delta, r));
          gradient[b] = (gradient[b] ?? 0) + pull;
          gradient[a] = (gradient[a] ?? 0) - pull;
          pulls.set(comparison.juror, (pulls.get(comparison.juror) ?? 0) + Math.abs(pull));
        }
        // It is the optimum of the weighted loss, and there nobody pulls harder than they may.
        for (const g of gradient) expect(g).to.be.closeTo(0, 1e-9);
        const total = comparisons.reduce((sum, { juror }) => sum + (shares.get(juror) ?? NaN) / most, 0);
        for (const pull of pulls.values()) expect(pull).to.be.at.most(jurorShare * total * delta + 1e-9);
      }),
      { numRuns: 100 },
    );
  });

  it("who is at the bound gains nothing by saying everything ten times", function () {
    const honest = ["u", "v", "w"].flatMap((juror) => [says("a", "b", 2, juror), says("b", "c", 3, juror)]);
    const loud = [says("c", "a", 100, "loud"), says("c", "b", 50, "loud")];
    const fit = (times: number, jurorShare?: number) =>
      aggregate([...honest, ...Array.from({ length: times }, () => loud).flat()], { loss: "squares", jurorShare });
    expectSame(fit(10, 0.25).weights, fit(1, 0.25).weights, 1e-12);
    expect(fit(10).weights[0]).to.be.above(1.3 * (fit(1).weights[0] ?? NaN));
  });

  it("given a share that so few jurors cannot keep, it throws", function () {
    const comparisons = [says("a", "b", 2, "x"), says("a", "b", 2, "y")];
    for (const jurorShare of [0.49, 1.1, NaN, 0]) {
      expectThrow(() => aggregate(comparisons, { loss: "squares", jurorShare }), InvalidParameterError);
    }
    const shares = aggregate(comparisons, { loss: "squares", jurorShare: 0.5 }).jurors.map((j) => j.weightShare);
    expect(shares).to.deep.equal([0.5, 0.5]);
  });

  it("holds on the sample round and on the pilot", function () {
    const pilot = pilotComparisons();
    const sample = sampleRound().comparisons;
    for (const [comparisons, jurorShare] of [[sample, 0.25] as const, ...(pilot ? [[pilot, 0.03] as const] : [])]) {
      const free = aggregate(comparisons, { loss: { huber: 1 } }).jurors.map(({ weightShare }) => weightShare);
      const bound = aggregate(comparisons, { loss: { huber: 1 }, jurorShare }).jurors;
      for (const { weightShare } of bound) expect(weightShare).to.be.at.most(jurorShare + 1e-12);
      if (comparisons === pilot) expect(Math.max(...free)).to.be.above(jurorShare);
    }
  });
});
