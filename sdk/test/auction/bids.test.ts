import { expect } from "chai";
import fc from "fast-check";

import {
  addBid,
  clearingPrices,
  forfeitOf,
  longsOf,
  moneyOfBid,
  openingPrices,
  sponsorBudget,
  withdrawableOf,
} from "../../src/auction/index.ts";
import {
  InvalidParameterError,
  InvalidSumError,
  InvalidWeightsError,
  LengthMismatchError,
} from "../../src/errors/index.ts";
import { abs, WAD } from "../../src/math/index.ts";
import { weightsOf } from "../utils/arbitraries.ts";
import { auctions, moneyOfAll, sum } from "../utils/auctions.ts";
import { expectThrow } from "../utils/throws.ts";

/** What scaling can leave of the floor of 1e-5. */
const LEAST = 9_974_000_000_000n;
const percent = (...parts: number[]) => parts.map((part) => (BigInt(part) * WAD) / 100n);

describe("the clearing price", function () {
  it("OA-9: half of what a deposit exceeds eight times the bid by is forfeit, rounded up", function () {
    for (const [deposit, size, forfeit] of [
      [80n, 10n, 0n],
      [81n, 10n, 1n],
      [82n, 10n, 1n],
      [83n, 10n, 2n],
      [7n, 0n, 4n],
    ] as const) {
      expect(forfeitOf(deposit, size), `${deposit}, ${size}`).to.equal(forfeit);
    }
  });

  it("OA-9, OA-12: half of what was not revealed comes back, all of it if nobody revealed or the auction is void", function () {
    expect(withdrawableOf({ phase: "opened", revealed: 1n }, 101n)).to.equal(50n);
    expect(withdrawableOf({ phase: "opened", revealed: 0n }, 101n)).to.equal(101n);
    expect(withdrawableOf({ phase: "void", revealed: 1n }, 101n)).to.equal(101n);
  });

  it("OA-6: is the mean of all predictions, weighted by money", function () {
    // 1000 at 50/30/20 and 3000 at 10/10/80: (500 + 300)/4000, (300 + 300)/4000, (200 + 2400)/4000.
    const sponsor = { budget: 1000n, weights: percent(50, 30, 20) };
    const money = addBid(moneyOfBid(sponsor), { budget: 3000n, weights: percent(10, 10, 80) });
    expect(money).to.deep.equal([800n, 600n, 2600n]);
    expect(clearingPrices(money)).to.deep.equal(percent(20, 15, 65));
  });

  it("cuts off what is less than a unit of money, which is not used", function () {
    const bid = { budget: 11n, weights: [WAD / 3n, WAD / 3n, WAD - 2n * (WAD / 3n)] };
    expect(moneyOfBid(bid)).to.deep.equal([3n, 3n, 3n]);
    expect(longsOf(bid, [3n, 6n, 9n], 18n)).to.deep.equal({ longs: [18n, 9n, 6n], size: 9n });
  });

  it("OA-6: equals the mean to the rounding of units, and sums to exactly 1", function () {
    fc.assert(
      fc.property(auctions(), (bids) => {
        const money = moneyOfAll(bids);
        const prices = clearingPrices(money);
        expect(sum(prices)).to.equal(WAD);
        const budgets = sum(bids.map(({ budget }) => budget));
        const lost = BigInt(bids.length * money.length);
        prices.forEach((price, j) => {
          const mean = sum(bids.map(({ budget, weights }) => budget * (weights[j] ?? 0n))) / budgets;
          expect(abs(price - mean) <= (lost * WAD) / sum(money) + lost, `outcome ${j}`).to.equal(true);
        });
      }),
    );
  });

  it("OA-7: depends on no order of bids", function () {
    fc.assert(
      fc.property(auctions(), fc.infiniteStream(fc.nat()), (bids, random) => {
        const keys = new Map(bids.map((bid) => [bid, random.next().value]));
        const shuffled = bids.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
        expect(moneyOfAll(shuffled)).to.deep.equal(moneyOfAll(bids));
      }),
    );
  });
});

describe("the opening prices", function () {
  it("OA-6: are the base rates, to the last digit, if nobody bid", function () {
    const rates = [WAD / 3n, WAD / 3n, WAD - 2n * (WAD / 3n)];
    expect(openingPrices(undefined, rates)).to.deep.equal(rates);
    // 10,000 units would round them.
    expect(openingPrices(moneyOfBid({ budget: 10_000n, weights: rates }), rates)).not.to.deep.equal(rates);
  });

  it("OA-6: none is below 1e-5 before they are scaled; prices above stay as they are", function () {
    fc.assert(
      fc.property(auctions(), fc.integer({ min: 0, max: 20 }), (bids, zeros) => {
        // A bid on one outcome alone, up to 1e20 times the sponsor's, makes the others arbitrarily cheap.
        const [sponsor] = bids;
        if (sponsor === undefined) throw new Error("There is no sponsor.");
        const weights = sponsor.weights.map((_, j) => (j === 0 ? WAD : 0n));
        const money = addBid(moneyOfAll(bids), { budget: 10n ** BigInt(zeros), weights });
        const prices = openingPrices(money, sponsor.weights);
        expect(sum(prices)).to.equal(WAD);
        const clearing = clearingPrices(money);
        for (const price of prices) expect(price >= LEAST).to.equal(true);
        if (clearing.every((price) => price >= LEAST)) {
          expect(prices).to.deep.equal(clearing);
          return;
        }
        prices.forEach((price, j) => {
          const floored = (clearing[j] ?? 0n) < 10n ** 13n ? 10n ** 13n : (clearing[j] ?? 0n);
          // Scaling takes at most what the floor has added to all: 8e-5.
          expect(price <= floored + 10n && price * 1_000_100n >= floored * 1_000_000n).to.equal(true);
        });
      }),
    );
  });

  it("OA-6: what was scaled once is not scaled again", function () {
    const rates = [10n ** 13n, WAD - 10n ** 13n];
    const money = moneyOfBid({ budget: 10n ** 24n, weights: [1n, WAD - 1n] });
    const once = openingPrices(money, rates);
    expect(once[0]).to.equal((10n ** 13n * WAD) / (WAD + 10n ** 13n - 1n));
    expect(openingPrices(undefined, once)).to.deep.equal(once);
  });
});

describe("what bids get", function () {
  it("OA-8: all LONGs of an outcome together are at most the sets, and miss less than a unit a bid", function () {
    fc.assert(
      fc.property(auctions(), fc.bigInt(0n, 10n ** 15n), (bids, forfeits) => {
        const money = moneyOfAll(bids);
        const sets = sum(money) + forfeits;
        const results = bids.map((bid) => longsOf(bid, money, sets));
        money.forEach((total, j) => {
          const claimed = sum(results.map(({ longs }) => longs[j] ?? 0n));
          expect(claimed <= sets, `outcome ${j}`).to.equal(true);
          if (total > 0n) expect(claimed > sets - BigInt(bids.length)).to.equal(true);
        });
        expect(sum(results.map(({ size }) => size))).to.equal(sum(money));
      }),
    );
  });

  it("a bid of the clearing price neither gains nor loses, whatever comes, but by rounding", function () {
    fc.assert(
      fc.property(auctions(), fc.bigInt(10n ** 6n, 10n ** 15n), (bids, budget) => {
        const before = moneyOfAll(bids);
        const bid = { budget, weights: clearingPrices(before) };
        const money = addBid(before, bid);
        const total = sum(money);
        const { longs, size } = longsOf(bid, money, total);
        // A unit of money that rounding takes is worth 1/p tokens; weights of 18 digits miss n B/1e18 units.
        const n = BigInt(money.length);
        const units = 1n + (n * budget) / WAD + 1n;
        longs.forEach((amount, j) => {
          const tolerance = units * (total / (money[j] ?? 1n) + 1n) + n * units;
          expect(abs(amount - size) <= tolerance, `outcome ${j}: ${amount} of ${size}`).to.equal(true);
        });
      }),
    );
  });

  it("OA-9: forfeits are shared in proportion to sizes", function () {
    const bids = [
      { budget: 1_000_000n, weights: percent(50, 50) },
      { budget: 3_000_000n, weights: percent(50, 50) },
    ];
    const money = moneyOfAll(bids);
    const longs = bids.map((bid) => longsOf(bid, money, 4_000_000n + 400_000n).longs);
    expect(longs).to.deep.equal([
      [1_100_000n, 1_100_000n],
      [3_300_000n, 3_300_000n],
    ]);
  });

  it("OA-11: the sponsor gives 12.52 b, rounded up", function () {
    expect(sponsorBudget(100n)).to.equal(1252n);
    expect(sponsorBudget(10_001n)).to.equal(125_213n);
  });

  it("refuses what is no bid, or not in the money", function () {
    const money = [500n, 500n];
    expectThrow(() => addBid(money, { budget: 1n, weights: [WAD] }), LengthMismatchError);
    expectThrow(() => addBid(money, { budget: 1n, weights: [WAD, 1n] }), InvalidSumError);
    expectThrow(() => addBid(money, { budget: 1n, weights: [WAD + 1n, -1n] }), InvalidWeightsError);
    expectThrow(() => addBid(money, { budget: -1n, weights: percent(50, 50) }), InvalidParameterError);
    expectThrow(() => longsOf({ budget: 1002n, weights: percent(50, 50) }, money, 1000n), InvalidParameterError);
    expectThrow(() => longsOf({ budget: 1n, weights: [WAD] }, money, 1000n), LengthMismatchError);
    expectThrow(() => openingPrices([1n], percent(50, 50)), LengthMismatchError);
    expectThrow(() => openingPrices(undefined, [1n, 2n]), InvalidSumError);
    expectThrow(() => clearingPrices([0n, 0n]), InvalidWeightsError);
    fc.assert(
      fc.property(weightsOf(3), (weights) => {
        expect(longsOf({ budget: 0n, weights }, [0n, 1n, 2n], 3n)).to.deep.equal({ longs: [0n, 0n, 0n], size: 0n });
      }),
    );
  });
});
