import { expect } from "chai";
import fc from "fast-check";

import { type Comparison, readComparisons } from "../../src/csv/index.ts";
import {
  DisconnectedError,
  InvalidComparisonError,
  InvalidParameterError,
  LengthMismatchError,
  NoComparisonsError,
} from "../../src/errors/index.ts";
import { type FitOptions, type Loss, aggregate } from "../../src/jury/index.ts";
import { WAD } from "../../src/math/index.ts";
import { comparisonsOf, says } from "../utils/comparisons.ts";
import { pilotFile } from "../utils/data.ts";
import { expectThrow } from "../utils/throws.ts";

const HUBER: Loss = { huber: 1 };
/** The objective, written down a second time. */
function loss(comparisons: readonly Comparison[], projects: readonly string[], x: readonly number[], delta: number) {
  return comparisons.reduce((sum, { a, b, choice, multiplier }) => {
    const c = choice === 2 ? Math.log(multiplier) : -Math.log(multiplier);
    const r = Math.abs((x[projects.indexOf(b)] ?? NaN) - (x[projects.indexOf(a)] ?? NaN) - c);
    return sum + (r <= delta ? (r * r) / 2 : delta * (r - delta / 2));
  }, 0);
}

describe("aggregate", function () {
  it("equals the pilot's reference weights to 1e-9, for squares and for Huber", function () {
    const text = pilotFile("comparisons.csv");
    const reference = pilotFile("reference-weights.csv");
    if (text === undefined || reference === undefined) return;
    const rows = reference
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","));
    const options = { projects: rows.map(([repo = ""]) => repo) };
    for (const [column, loss] of [[1, "squares"] as const, [2, HUBER] as const]) {
      const { weights, weightsWad, unique, gradientNorm } = aggregate(readComparisons(text), { ...options, loss });
      rows.forEach((row, i) => {
        expect(weights[i]).to.be.closeTo(Number(row[column]), 1e-9);
        expect(Number(weightsWad[i]) / 1e18).to.be.closeTo(Number(row[column]), 1e-9);
      });
      expect(unique).to.equal(true);
      expect(gradientNorm).to.be.below(1e-12);
    }
  });

  it("no juror moves more than all the weight, even where the loss is flat", function () {
    const comparisons = [says("a", "b", 20), says("b", "a", 20, "other")];
    const { jurors, unique } = aggregate(comparisons, { loss: HUBER });
    expect(unique).to.equal(false);
    expect(jurors.map(({ influence }) => influence)).to.deep.equal([1, 1]);
  });

  it("given comparisons that agree, returns the ratios they state", function () {
    const comparisons = [says("a", "b", 2), says("b", "c", 3), says("a", "c", 6)];
    for (const loss of ["squares", HUBER] as const) {
      const result = aggregate(comparisons, { loss });
      expect(result.projects).to.deep.equal(["a", "b", "c"]);
      [1 / 9, 2 / 9, 6 / 9].forEach((weight, i) => expect(result.weights[i]).to.be.closeTo(weight, 1e-14));
      expect(result.weightsWad.reduce((sum, weight) => sum + weight, 0n)).to.equal(WAD);
      expect(result.logWeights.reduce((sum, x) => sum + x, 0)).to.be.closeTo(0, 1e-14);
      for (const r of result.residuals) expect(r).to.be.closeTo(0, 1e-14);
    }
  });

  it("given choice 1, the first project is worth more", function () {
    const { weights } = aggregate([{ ...says("a", "b", 4), choice: 1 }], { loss: "squares" });
    expect(weights[0]).to.be.closeTo(0.8, 1e-14);
  });

  it("is a minimum: the gradient is 0 and no neighbour is better", function () {
    const noise = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(comparisonsOf(7), fc.constantFrom(Infinity, 0.1, 1), noise, (comparisons, delta, step) => {
        const result = aggregate(comparisons, { loss: delta === Infinity ? "squares" : { huber: delta } });
        expect(result.gradientNorm).to.be.below(1e-11);
        const at = (t: number) => result.logWeights.map((x, i) => x + t * (step[i] ?? 0));
        const best = loss(comparisons, result.projects, at(0), delta);
        for (const t of [1e-3, 0.1, 3]) {
          expect(loss(comparisons, result.projects, at(t), delta)).to.be.at.least(best - 1e-9 * (1 + best));
        }
      }),
      { numRuns: 200 },
    );
  });

  it("Huber's loss bounds what one juror can do; squares do not", function () {
    const honest = Array.from({ length: 9 }, (_, i) => says("a", "b", 2, `honest${i}`));
    const wild = { ...says("a", "b", 1000, "wild"), choice: 1 as const };
    const ratio = (loss: Loss) => {
      const { logWeights } = aggregate([...honest, wild], { loss });
      return (logWeights[1] ?? NaN) - (logWeights[0] ?? NaN);
    };
    expect(ratio("squares")).to.be.closeTo((9 * Math.LN2 - Math.log(1000)) / 10, 1e-12);
    expect(ratio(HUBER)).to.be.closeTo(Math.LN2 - 1 / 9, 1e-12);
  });

  it("given a flat Huber loss, says so, and claims the least difference", function () {
    // c = 0 and c = 5 with delta 1: every difference from 1 to 4 is as good.
    const { unique, logWeights, gradientNorm } = aggregate([says("a", "b", 1), says("a", "b", Math.exp(5))], {
      loss: HUBER,
    });
    expect(unique).to.equal(false);
    expect((logWeights[1] ?? NaN) - (logWeights[0] ?? NaN)).to.be.closeTo(1, 1e-9);
    expect(gradientNorm).to.be.below(1e-12);
    expect(aggregate([says("a", "b", 1), says("a", "b", Math.exp(1.5))], { loss: HUBER }).unique).to.equal(true);
  });

  it("reports residuals and the influence of each juror", function () {
    const comparisons = [
      says("a", "b", 2, "x"),
      says("a", "b", 2, "x"),
      says("a", "b", 8, "y"),
      says("a", "c", 3, "z"),
    ];
    const { jurors, residuals, weights } = aggregate(comparisons, { loss: "squares" });
    expect(jurors.map(({ juror, comparisons: count }) => [juror, count])).to.deep.equal([
      ["x", 2],
      ["y", 1],
      ["z", 1],
    ]);
    expect(residuals[2]).to.be.closeTo((-Math.log(4) * 2) / 3, 1e-12);
    expect(jurors[1]?.rmsResidual).to.be.closeTo((Math.log(4) * 2) / 3, 1e-12);
    expect(jurors[2]?.rmsResidual).to.be.closeTo(0, 1e-12);
    expect(jurors[2]?.influence).to.be.closeTo(0, 1e-12);
    // Without y: its pull through the Hessian, to first order, moves x_b - x_a by -ln(4) * 2/9.
    const without = aggregate(
      comparisons.filter(({ juror }) => juror !== "y"),
      { loss: "squares" },
    );
    const moved = weights.reduce((sum, weight, i) => sum + Math.abs(weight - (without.weights[i] ?? 0)), 0) / 2;
    expect(jurors[1]?.influence).to.be.within(moved / 2, moved);
  });

  it("given comparisons that do not connect all projects, it throws with the components", function () {
    const error = expectThrow(
      () => aggregate([says("c", "d", 2), says("a", "b", 2), says("b", "e", 2)], { loss: "squares" }),
      DisconnectedError,
    );
    expect(error.components).to.deep.equal([
      ["a", "b", "e"],
      ["c", "d"],
    ]);
    const left = expectThrow(
      () => aggregate([says("a", "b", 2)], { loss: HUBER, projects: ["a", "b", "c"] }),
      DisconnectedError,
    );
    expect(left.components).to.deep.equal([["a", "b"], ["c"]]);
  });

  it("given an anchor, projects that nobody compared keep their base rates", function () {
    const baseRates = [WAD / 2n, WAD / 4n, WAD / 8n, WAD / 8n];
    const anchored = (tau: number, comparisons: Comparison[]) =>
      aggregate(comparisons, { loss: HUBER, anchor: { tau, baseRates }, projects: ["a", "b", "c", "d"] });
    anchored(1, []).weights.forEach((w, i) => expect(w).to.be.closeTo(Number(baseRates[i]) / 1e18, 1e-15));
    const { logWeights, weights, unique, components } = anchored(0.5, [says("a", "b", 20)]);
    expect(logWeights[2]).to.be.closeTo(Math.log(1 / 8), 1e-14);
    expect(weights[3]).to.be.closeTo(weights[2] ?? NaN, 1e-15);
    expect(unique).to.equal(true);
    expect(components).to.have.length(3);
    // With D = x_b - x_a: D = -ln 2 - 2 r / tau and r = D - ln 20.
    const difference = (logWeights[1] ?? NaN) - (logWeights[0] ?? NaN);
    expect(difference).to.be.closeTo((4 * Math.log(20) - Math.LN2) / 5, 1e-13);
    const strong = anchored(1e6, [says("a", "b", 20)]).weights;
    strong.forEach((w, i) => expect(w).to.be.closeTo(Number(baseRates[i]) / 1e18, 1e-5));
  });

  it("given an anchor, its gradient with the ridge is 0", function () {
    const comparisons = [says("a", "b", 3), says("b", "c", 5), says("a", "c", 2)];
    const baseRates = [WAD / 2n, WAD / 4n, WAD / 4n];
    const tau = 0.3;
    const { logWeights: x, residuals: r } = aggregate(comparisons, {
      loss: "squares",
      anchor: { tau, baseRates },
      projects: ["a", "b", "c"],
    });
    const [ab = NaN, bc = NaN, ac = NaN] = r;
    const ridge = x.map((v, i) => tau * (v - Math.log(Number(baseRates[i]) / 1e18)));
    [-ab - ac, ab - bc, bc + ac].forEach((g, i) => expect(g + (ridge[i] ?? NaN)).to.be.closeTo(0, 1e-13));
  });

  it("given comparisons or options that make no sense, it throws", function () {
    const good = [says("a", "b", 2)];
    const run =
      (comparisons: Comparison[], options: Partial<FitOptions> = {}) =>
      () =>
        aggregate(comparisons, { loss: "squares", ...options });
    expectThrow(run([]), NoComparisonsError);
    expectThrow(run([says("a", "A", 2)]), InvalidComparisonError);
    for (const multiplier of [0.5, 1001, NaN, Infinity, -2]) {
      expect(expectThrow(run([...good, says("a", "b", multiplier)]), InvalidComparisonError).index).to.equal(1);
    }
    expectThrow(run([{ ...says("a", "b", 2), choice: 3 as 1 }]), InvalidComparisonError);
    expectThrow(run(good, { projects: ["a", "c"] }), InvalidComparisonError);
    expectThrow(run(good, { projects: ["a", "b", "A"] }), InvalidParameterError);
    expectThrow(run(good, { loss: { huber: 0 } }), InvalidParameterError);
    const baseRates = [WAD / 2n, WAD / 2n];
    const projects = ["a", "b"];
    expectThrow(run(good, { anchor: { tau: 1, baseRates } }), InvalidParameterError);
    expectThrow(run(good, { anchor: { tau: 0, baseRates }, projects }), InvalidParameterError);
    expectThrow(run(good, { anchor: { tau: 1, baseRates: [WAD, 0n] }, projects }), InvalidParameterError);
    expectThrow(run(good, { anchor: { tau: 1, baseRates: [WAD] }, projects }), LengthMismatchError);
  });
});
