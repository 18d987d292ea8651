import { expect } from "chai";
import { Decimal } from "decimal.js";
import fc from "fast-check";

import {
  InfiniteDivergenceError,
  InvalidSumError,
  InvalidWeightsError,
  LengthMismatchError,
} from "../../src/errors/index.ts";
import {
  WAD,
  assertWeights,
  floorWeights,
  floorWeightsFromNumbers,
  klDivergence,
  logOddsError,
} from "../../src/math/index.ts";
import { weightsOf } from "../utils/arbitraries.ts";
import { expectThrow } from "../utils/throws.ts";

const total = (values: readonly bigint[]) => values.reduce((sum, value) => sum + value, 0n);

describe("floorWeights", function () {
  it("floors and gives the remainder to the largest, lowest index first", function () {
    const third = WAD / 3n;
    expect(floorWeights([1n, 1n, 1n])).to.deep.equal([third + 1n, third, third]);
    expect(floorWeights([0n, 2n, 1n])).to.deep.equal([0n, (WAD * 2n) / 3n + 1n, third]);
    expect(floorWeights([5n])).to.deep.equal([WAD]);
  });

  it("sums to exactly 1e18, each within one unit but for the largest", function () {
    fc.assert(
      fc.property(fc.array(fc.bigInt(0n, 2n ** 190n), { minLength: 1, maxLength: 256 }), (values) => {
        fc.pre(total(values) > 0n);
        const weights = floorWeights(values);
        expect(total(weights)).to.equal(WAD);
        const largest = values.indexOf(values.reduce((a, b) => (b > a ? b : a)));
        weights.forEach((weight, i) => {
          if (i !== largest) expect(weight).to.equal(((values[i] ?? 0n) * WAD) / total(values));
        });
      }),
    );
  });

  it("given weights already, it changes nothing", function () {
    fc.assert(
      fc.property(weightsOf(7), (weights) => {
        expect(floorWeights(weights)).to.deep.equal(weights);
      }),
    );
  });

  it("given nothing to scale, it throws", function () {
    expectThrow(() => floorWeights([]), InvalidWeightsError);
    expectThrow(() => floorWeights([0n, 0n]), InvalidWeightsError);
    expectThrow(() => floorWeights([2n, -1n]), InvalidWeightsError);
  });
});

describe("floorWeightsFromNumbers", function () {
  it("takes doubles of any scale", function () {
    expect(floorWeightsFromNumbers([0.25, 0.75])).to.deep.equal([WAD / 4n, (WAD * 3n) / 4n]);
    expect(floorWeightsFromNumbers([1e300, 3e300, 1e-300])).to.deep.equal([WAD / 4n, (WAD * 3n) / 4n, 0n]);
    expect(floorWeightsFromNumbers([5e-324, 5e-324])).to.deep.equal([WAD / 2n, WAD / 2n]);
  });

  it("given numbers that are not weights, it throws", function () {
    for (const values of [[], [0], [1, -1], [1, NaN], [1, Infinity]]) {
      expectThrow(() => floorWeightsFromNumbers(values), InvalidWeightsError);
    }
  });
});

describe("assertWeights", function () {
  it("accepts a sum of exactly 1e18 only", function () {
    assertWeights([WAD - 1n, 1n]);
    expectThrow(() => {
      assertWeights([WAD - 1n]);
    }, InvalidSumError);
    expectThrow(() => {
      assertWeights([WAD + 1n, -1n]);
    }, InvalidWeightsError);
  });
});

describe("klDivergence", function () {
  it("equals the sum in 60 digits within 3 units", function () {
    const Exact = Decimal.clone({ precision: 60 });
    fc.assert(
      fc.property(weightsOf(5), weightsOf(5), (weights, prices) => {
        const reference = weights.reduce((sum, weight, j) => {
          const ratio = new Exact(weight.toString()).div((prices[j] ?? 0n).toString());
          return sum.add(ratio.ln().mul(weight.toString()));
        }, new Exact(0));
        expect(reference.sub(klDivergence(weights, prices).toString()).abs().toNumber()).to.be.below(3);
      }),
    );
  });

  it("is 0 at the answer, and leaves out what has no weight", function () {
    expect(klDivergence([WAD / 2n, WAD / 2n], [WAD / 2n, WAD / 2n])).to.equal(0n);
    expect(klDivergence([WAD, 0n], [WAD, 0n])).to.equal(0n);
  });

  it("given a weight without a price, it throws", function () {
    expectThrow(() => klDivergence([WAD / 2n, WAD / 2n], [WAD, 0n]), InfiniteDivergenceError);
    expectThrow(() => klDivergence([WAD], [WAD, 0n]), LengthMismatchError);
  });
});

describe("logOddsError", function () {
  it("is the root mean square of the differences of log odds", function () {
    // Odds of 1/3 and 1 against 1 and 1: differences of ln 3 and 0.
    const [answer, prices] = [
      [WAD / 4n, WAD / 2n, WAD / 4n],
      [WAD / 2n, WAD / 2n, 0n],
    ];
    expect(logOddsError(answer.slice(0, 2), prices.slice(0, 2))).to.be.closeTo(Math.log(3) / Math.SQRT2, 1e-12);
    expect(logOddsError(answer, answer)).to.equal(0);
    expect(logOddsError(answer, prices)).to.equal(Infinity);
  });

  it("passes over outcomes whose odds are 0 or infinite", function () {
    expect(logOddsError([WAD, 0n], [WAD / 2n, WAD / 2n])).to.equal(0);
    expect(logOddsError([0n, WAD / 2n, WAD / 2n], [WAD / 3n, WAD / 2n, WAD / 6n])).to.be.closeTo(
      Math.log(5) / Math.SQRT2,
      1e-12,
    );
  });

  it("refuses vectors of different lengths", function () {
    expectThrow(() => logOddsError([WAD], [WAD, 0n]), LengthMismatchError);
  });
});
