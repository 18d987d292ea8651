import { expect } from "chai";
import fc from "fast-check";

import { addBid, type Bid, clearingPrices, expectedBid } from "../../src/auction/index.ts";
import {
  InvalidBudgetError,
  InvalidParameterError,
  InvalidSumError,
  LengthMismatchError,
} from "../../src/errors/index.ts";
import { floorWeights, WAD } from "../../src/math/index.ts";
import { weightsOf } from "../utils/arbitraries.ts";
import { auctions, bidsOf, moneyOfAll, sum } from "../utils/auctions.ts";
import { Exact, fromWad } from "../utils/pools.ts";
import { expectThrow } from "../utils/throws.ts";

const percent = (...parts: number[]) => parts.map((part) => (BigInt(part) * WAD) / 100n);

type Case = {
  readonly bids: readonly Bid[];
  readonly beliefs: readonly bigint[];
  readonly other: readonly bigint[];
  readonly budget: bigint;
};

/** Money of others, beliefs, any weights, and a budget from a millionth to a million times that money. */
const cases: fc.Arbitrary<Case> = auctions().chain((bids) => {
  const n = bids[0]?.weights.length ?? 0;
  return fc.record({
    bids: fc.constant(bids),
    beliefs: weightsOf(n),
    other: bidsOf(n, { minLength: 1 }).map(([bid]) => bid?.weights ?? []),
    budget: fc.integer({ min: -6, max: 6 }).map((exponent) => {
      const total = sum(moneyOfAll(bids));
      return exponent < 0 ? total / 10n ** BigInt(-exponent) + 1n : total * 10n ** BigInt(exponent);
    }),
  });
});

/** What rounding can take or give: a unit of money on an outcome is worth w/p there, and each LONG misses a unit. */
function tolerance(money: readonly bigint[], budget: bigint): number {
  const total = Number(sum(money) + budget);
  const worth = money.reduce((all, amount) => all + total / Number(amount), 0);
  return worth * (2 + (money.length * Number(budget)) / 1e18) + Number(budget) * 1e-9;
}

describe("expectedBid", function () {
  it("is B' (1 + F/M) sum(w a / p) - B', p with the bid included", function () {
    fc.assert(
      fc.property(cases, fc.bigInt(0n, 10n ** 15n), ({ bids, beliefs, other, budget }, forfeits) => {
        const money = moneyOfAll(bids);
        const result = expectedBid({ budget, weights: other, beliefs, money, forfeits });
        const all = addBid(money, { budget, weights: other });
        expect(result.prices).to.deep.equal(clearingPrices(all));
        expect(result.size + result.rest).to.equal(budget);
        expect(result.rest < BigInt(money.length)).to.equal(true);

        const total = new Exact(sum(all).toString());
        const ratios = other.map((a, j) =>
          fromWad(a)
            .mul(fromWad(beliefs[j] ?? 0n))
            .div((all[j] ?? 0n).toString()),
        );
        const formula = ratios
          .reduce((x, y) => x.add(y), new Exact(0))
          .mul(total.add(forfeits.toString()))
          .sub(1)
          .mul(budget.toString());
        const worth = all.reduce((x, m) => x + Number(sum(all) + forfeits) / Math.max(1, Number(m)), 0);
        const error = formula.sub(result.expectedProfit.toString()).abs().toNumber();
        expect(error).to.be.at.most(worth + 2 * money.length + Number(budget) * 1e-12);
      }),
    );
  });

  it("expects no loss of a bid of what one believes, but by rounding, whatever the others do", function () {
    fc.assert(
      fc.property(cases, ({ bids, beliefs, budget }) => {
        const money = moneyOfAll(bids);
        const { expectedProfit } = expectedBid({ budget, weights: beliefs, beliefs, money });
        expect(Number(expectedProfit)).to.be.at.least(-tolerance(money, budget));
      }),
    );
  });

  it("best is the best of all bids, of any budget", function () {
    fc.assert(
      fc.property(cases, ({ bids, beliefs, other, budget }) => {
        const money = moneyOfAll(bids);
        const { best, expectedProfit } = expectedBid({ budget, weights: other, beliefs, money });
        expect(sum(best.weights)).to.equal(WAD);
        const slack = tolerance(money, budget);
        expect(Number(best.expectedProfit)).to.be.at.least(Number(expectedProfit) - slack);
        // Near it too: a part of it moved to another outcome.
        const mixed = floorWeights(best.weights.map((weight, j) => 9n * weight + (other[j] ?? 0n)));
        const near = expectedBid({ budget, weights: mixed, beliefs, money });
        expect(Number(best.expectedProfit)).to.be.at.least(Number(near.expectedProfit) - slack);
        expect(near.best).to.deep.equal(best);
      }),
    );
  });

  it("best of a small bidder is all on the largest w/p, and of a large one it is spread", function () {
    const money = [600_000_000n, 300_000_000n, 100_000_000n];
    const beliefs = percent(70, 25, 5);
    const weights = beliefs;
    const small = expectedBid({ budget: 1_000_000n, weights, beliefs, money });
    expect([small.best.outcome, small.best.weights]).to.deep.equal([0, [WAD, 0n, 0n]]);
    // 1e6 (1001/601) = 1,665,557 tokens at 0.7 are worth 1,165,889.9; they cost 1e6.
    expect(small.best.expectedProfit).to.equal(165_889n);
    expect(small.expectedProfit < small.best.expectedProfit).to.equal(true);

    // sqrt(w M) = 20.49, 8.66, 2.24 (in 1e3): a million times the money is spread by these.
    const large = expectedBid({ budget: 10n ** 15n, weights, beliefs, money });
    const shares = large.best.weights.map((weight) => Math.round(Number(weight) / 1e16));
    expect([large.best.outcome, shares]).to.deep.equal([0, [65, 28, 7]]);
  });

  it("names the lowest of several outcomes that are equally cheap", function () {
    const { best } = expectedBid({
      budget: 10_000n,
      weights: percent(25, 25, 50),
      beliefs: percent(25, 25, 50),
      money: [250_000n, 250_000n, 500_000n],
    });
    expect([best.outcome, best.expectedProfit]).to.deep.equal([0, 0n]);
  });

  it("refuses what is no bid, and money that cannot be an auction's", function () {
    const right = { budget: 1n, weights: percent(50, 50), beliefs: percent(50, 50), money: [1n, 1n] };
    expectThrow(() => expectedBid({ ...right, budget: 0n }), InvalidBudgetError);
    expectThrow(() => expectedBid({ ...right, beliefs: percent(50, 40) }), InvalidSumError);
    expectThrow(() => expectedBid({ ...right, beliefs: percent(50, 25, 25) }), LengthMismatchError);
    expectThrow(() => expectedBid({ ...right, weights: percent(50, 25, 25) }), LengthMismatchError);
    expectThrow(() => expectedBid({ ...right, money: [0n, 1n] }), InvalidParameterError);
  });
});
