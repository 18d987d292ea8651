import { expect } from "chai";
import fc from "fast-check";

import {
  InvalidParameterError,
  InvalidSumError,
  LengthMismatchError,
  LnUndefinedError,
  NoOrdersError,
  OutOfRangeError,
  UnknownOutcomeError,
  UnorderedOutcomesError,
  ZeroAmountError,
} from "../../src/errors/index.ts";
import {
  OPENING_WEIGHT,
  type Order,
  type PoolState,
  WAD,
  abs,
  ceilDiv,
  floorWeights,
  inventories,
  klDivergence,
  openPool,
  openingFunds,
  prices,
  profitAt,
  quote,
  recentre,
  releaseReserve,
  worstCase,
} from "../../src/math/index.ts";
import { weightsOf } from "../utils/arbitraries.ts";
import { Exact, fromWad, lnSum, opposite, ordersOf, poolOf, shapeOf, slack } from "../utils/pools.ts";
import { expectThrow } from "../utils/throws.ts";

const N = 4;
const B = 10n ** 21n;
const QUARTERS = [WAD / 4n, WAD / 4n, WAD / 4n, WAD / 4n];
const plain = (pool: Partial<Parameters<typeof openPool>[0]> = {}) =>
  openPool({ prices: QUARTERS, b: B, feeRate: 0n, alpha: 0n, ...pool });
const buy = (outcome: number, amount: bigint): Order => ({ outcome, short: false, amount });
const short = (outcome: number, amount: bigint): Order => ({ outcome, short: true, amount });

/** `b ln(S'/S)` for orders, from the log weights alone. */
function exactCost(pool: PoolState, orders: readonly Order[]) {
  const sumAfter = orders.reduce((sum, order) => {
    const amount = order.short ? -order.amount : order.amount;
    const before = fromWad(pool.outcomes[order.outcome]?.weight ?? 0n);
    const factor = new Exact(amount.toString()).div(pool.b.toString()).exp();
    return sum.add(before.mul(factor.sub(1)));
  }, fromWad(pool.sum));
  return sumAfter.div(fromWad(pool.sum)).ln().mul(pool.b.toString());
}

describe("openPool", function () {
  it("opens at the given prices, for b ln(1 / min price) rounded up", function () {
    fc.assert(
      fc.property(weightsOf(N), fc.bigInt(1n, 2n ** 96n - 1n), (opening, b) => {
        const pool = openPool({ prices: opening, b, feeRate: 0n, alpha: 0n });
        expect(prices(pool)).to.deep.equal(opening);
        expect(pool.sum).to.equal(WAD * OPENING_WEIGHT);
        const least = opening.reduce((a, c) => (c < a ? c : a));
        const exact = fromWad(least).ln().neg().mul(b.toString());
        const surplus = new Exact(pool.cash.toString()).sub(exact).toNumber();
        expect(surplus).to.be.within(0, 1 + Number(b) * 7.1e-18);
        expect(pool.cash).to.equal(openingFunds(b, least));
        expect(slack(pool)).to.be.at.least(0);
      }),
    );
  });

  it("given prices that are no distribution, or no liquidity, it throws", function () {
    expectThrow(() => plain({ prices: [WAD / 2n, WAD / 4n] }), InvalidSumError);
    expectThrow(() => plain({ prices: [WAD, 0n] }), LnUndefinedError);
    expectThrow(() => plain({ b: 0n }), InvalidParameterError);
  });
});

describe("quote", function () {
  it("costs b ln(S'/S), rounded against the trader by a few units of 1e-18 of b", function () {
    fc.assert(
      fc.property(poolOf(N), shapeOf(N), shapeOf(N), (opened, first, second) => {
        const pool = quote(opened, ordersOf(opened, first)).after;
        const orders = ordersOf(pool, second);
        const { cost } = quote(pool, orders);
        const excess = new Exact(cost.toString()).sub(exactCost(pool, orders)).toNumber();
        // Ratio (1), margin (2), lnWad (1), log steps (1 each, weighed by prices), first log weights (3).
        expect(excess).to.be.within(0, 1 + Number(pool.b) * 9e-18);
      }),
      { numRuns: 300 },
    );
  });

  it("adds up: total, cash, and what is sold", function () {
    fc.assert(
      fc.property(poolOf(N), shapeOf(N), (pool, shape) => {
        const orders = ordersOf(pool, shape);
        const { total, cost, fee, growth, after } = quote(pool, orders);
        const shorts = orders.reduce((sum, order) => (order.short ? sum + order.amount : sum), 0n);
        expect(total).to.equal(cost + fee + shorts);
        expect(after.cash).to.equal(pool.cash + cost + fee);
        expect(after.b).to.equal(pool.b + growth);
        for (const { outcome, short: isShort, amount } of orders) {
          expect(after.outcomes[outcome]?.sold).to.equal(isShort ? -amount : amount);
        }
        expect(after.sum).to.equal(after.outcomes.reduce((sum, { weight }) => sum + weight, 0n));
        expect(after.minLogWeight <= after.outcomes.map((o) => o.logWeight).reduce((a, b) => (b < a ? b : a))).to.equal(
          true,
        );
        const sumOfPrices = prices(after).reduce((sum, price) => sum + price, 0n);
        expect(sumOfPrices <= WAD && sumOfPrices >= WAD - BigInt(N)).to.equal(true);
      }),
    );
  });

  it("keeps the pool solvent at every payout vector, through trades and growth", function () {
    fc.assert(
      fc.property(poolOf(3), fc.array(shapeOf(3), { minLength: 1, maxLength: 12 }), (opened, shapes) => {
        let pool = opened;
        for (const shape of shapes) {
          pool = quote(recentre(pool), ordersOf(pool, shape)).after;
          expect(slack(pool)).to.be.at.least(-1e-9);
        }
        inventories(pool).forEach((inventory) => expect(inventory >= 0n).to.equal(true));
      }),
    );
  });

  it("given a trade and its opposite, nothing is gained, and less than a few units of 1e-18 of b lost without a fee", function () {
    fc.assert(
      fc.property(poolOf(N, { feeRate: 0n }), shapeOf(N), (pool, shape) => {
        const orders = ordersOf(pool, shape);
        const there = quote(pool, orders);
        const back = quote(there.after, orders.map(opposite));
        const lost = there.total + back.total;
        expect(lost >= 0n).to.equal(true);
        expect(lost <= 2n + (pool.b * 20n) / WAD).to.equal(true);
      }),
    );
  });

  it("given a LONG or the SHORT that mirrors it, the price and the fee are the same", function () {
    fc.assert(
      fc.property(poolOf(N), fc.bigInt(1n, 10n ** 6n), (pool, millionths) => {
        const amount = ceilDiv(pool.b * millionths, 10n ** 6n);
        const sold = quote(pool, [buy(1, -amount)]);
        const shorted = quote(pool, [short(1, amount)]);
        expect(shorted.cost).to.equal(sold.cost);
        expect(shorted.fee).to.equal(sold.fee);
        expect(shorted.total).to.equal(sold.total + amount);
        expect(shorted.after).to.deep.equal(sold.after);
      }),
    );
  });

  it("charges the fee on turnover, at the smaller of the mean price and its complement", function () {
    const pool = plain({ feeRate: 1_000_000n }); // 1%
    const { fee, after } = quote(pool, [buy(0, B)]);
    const mean = (0.25 + Number(prices(after)[0]) / 1e18) / 2; // 0.36
    expect(Number(fee)).to.be.closeTo(0.01 * Number(B) * mean, 1e6);
    const dear = quote(after, [buy(0, 2n * B)]); // from 0.475 to 0.87: the mean is above one half
    const meanDear = (Number(prices(after)[0]) + Number(prices(dear.after)[0])) / 2e18;
    expect(meanDear).to.be.above(0.5);
    expect(Number(dear.fee)).to.be.closeTo(0.01 * 2 * Number(B) * (1 - meanDear), 1e6);
  });

  it("pays a trader who moves prices p to p* exactly b (KL(w|p) - KL(w|p*)), to rounding", function () {
    fc.assert(
      fc.property(poolOf(N, { feeRate: 0n }), shapeOf(N), weightsOf(N), (pool, shape, payouts) => {
        const orders = ordersOf(pool, shape);
        const { total, after } = quote(pool, orders);
        // Prices with all their digits, as weights: rounding them to WAD would be the largest error.
        const gain = payouts.reduce(
          (sum, payout, j) => {
            const [before, now] = [pool.outcomes[j]?.weight ?? 0n, after.outcomes[j]?.weight ?? 0n];
            return sum.add(fromWad(now).div(fromWad(before)).ln().mul(fromWad(payout)));
          },
          lnSum(pool).sub(lnSum(after)),
        );
        const profit = new Exact(profitAt(orders, total, payouts).toString());
        const missing = gain.mul(pool.b.toString()).sub(profit).toNumber();
        expect(missing).to.be.within(-1e-3, 2 + Number(pool.b) * 1e-17);
        // The same in the SDK's own words.
        const words = klDivergence(payouts, prices(pool)) - klDivergence(payouts, floorWeights(prices(after)));
        expect(Number(words) / 1e18).to.be.closeTo(gain.toNumber(), 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  it("grows b by at most alpha of turnover and what the fee pays for, without moving a price", function () {
    const pool = plain({ feeRate: 1_000_000n, alpha: 5_000_000n });
    const { fee, growth, after } = quote(pool, [buy(0, B)]);
    const turnover = Number(fee) / 0.01;
    const lambda = lnSum(after).toNumber() - Number(after.minLogWeight) / 1e18;
    expect(Number(growth)).to.be.closeTo(Math.min(0.05 * turnover, Number(fee) / lambda), 1e6);
    expect(after.reserve < fee && after.reserve >= 0n).to.equal(true);
    const without = quote(plain({ feeRate: 1_000_000n }), [buy(0, B)]);
    expect(prices(after)).to.deep.equal(prices(without.after));
    expect(without.after.reserve).to.equal(without.fee);
    expect(without.growth).to.equal(0n);
  });

  it("given orders that the contract refuses, it throws", function () {
    const pool = plain();
    expectThrow(() => quote(pool, []), NoOrdersError);
    expectThrow(() => quote(pool, [buy(4, 1n)]), UnknownOutcomeError);
    expectThrow(() => quote(pool, [buy(-1, 1n)]), UnknownOutcomeError);
    expectThrow(() => quote(pool, [buy(0.5, 1n)]), UnknownOutcomeError);
    expectThrow(() => quote(pool, [buy(1, 1n), buy(0, 1n)]), UnorderedOutcomesError);
    expectThrow(() => quote(pool, [buy(1, 1n), short(1, 1n)]), UnorderedOutcomesError);
    expectThrow(() => quote(pool, [buy(1, 0n)]), ZeroAmountError);
    expectThrow(() => quote(pool, [buy(1, B * 22n)]), OutOfRangeError);
    expectThrow(() => quote(pool, [buy(1, B * -39n)]), OutOfRangeError);
  });
});

describe("profitAt and worstCase", function () {
  it("the worst case is the least profit over the outcomes that could take everything", function () {
    fc.assert(
      fc.property(poolOf(N), shapeOf(N), (pool, shape) => {
        const orders = ordersOf(pool, shape);
        const { total } = quote(pool, orders);
        const corners = QUARTERS.map((_, winner) => QUARTERS.map((_unused, j) => (j === winner ? WAD : 0n)));
        const profits = corners.map((payouts) => profitAt(orders, total, payouts));
        expect(worstCase(orders, total, N)).to.equal(profits.reduce((a, b) => (b < a ? b : a)));
      }),
    );
  });

  it("redemption floors once for all orders", function () {
    expect(profitAt([buy(0, 1n), buy(1, 1n)], 0n, [WAD / 2n, WAD / 2n])).to.equal(1n);
    expect(profitAt([buy(0, 1n), short(1, 1n)], 0n, [WAD / 4n, WAD / 4n, WAD / 2n])).to.equal(1n);
    expect(profitAt([buy(0, -1n)], -1n, [WAD / 2n, WAD / 2n])).to.equal(0n);
  });

  it("given too few payouts, it throws", function () {
    expectThrow(() => profitAt([buy(2, 1n)], 0n, [WAD, 0n]), LengthMismatchError);
  });
});

describe("recentre", function () {
  it("moves no price by more than a unit, and makes room again", function () {
    fc.assert(
      fc.property(poolOf(N, { alpha: 0n }), shapeOf(N), (opened, shape) => {
        const pool = quote(opened, ordersOf(opened, shape)).after;
        const centred = recentre(pool);
        prices(centred).forEach((price, j) => expect(abs(price - (prices(pool)[j] ?? 0n)) <= 3n).to.equal(true));
        expect(lnSum(centred).sub(40).abs().toNumber()).to.be.below(1.1e-9);
        expect(inventories(centred)).to.deep.equal(inventories(pool));
      }),
    );
    const sets = QUARTERS.map((_, outcome) => buy(outcome, 15n * B));
    const high = quote(plain(), sets).after;
    expectThrow(() => quote(high, sets), OutOfRangeError);
    expect(quote(recentre(high), sets).cost > 0n).to.equal(true);
  });
});

describe("releaseReserve", function () {
  const sponsored = { ...plain(), reserve: 10n ** 20n, extraReserve: 10n ** 20n, releasedAt: 1000n };

  it("turns the extra reserve into b linearly, and moves no price", function () {
    const half = releaseReserve(sponsored, 1500n, 2000n);
    expect(Number(half.extraReserve)).to.be.closeTo(5e19, 100);
    expect(half.reserve - half.extraReserve).to.equal(0n);
    // Lambda = ln 4, as all prices are 1/4.
    expect(Number(half.b - sponsored.b)).to.be.closeTo(5e19 / Math.log(4), 5e14);
    expect(prices(half)).to.deep.equal(prices(sponsored));
    expect(half.releasedAt).to.equal(1500n);
    const rest = releaseReserve(half, 1999n, 2000n);
    expect(Number(rest.extraReserve)).to.be.closeTo(5e19 / 500, 100);
    expect(slack({ ...rest, cash: rest.cash + 10n ** 20n })).to.be.at.least(0);
  });

  it("given no time or no reserve, it changes nothing that counts", function () {
    expect(releaseReserve(sponsored, 1000n, 2000n)).to.deep.equal(sponsored);
    const pool = plain();
    expect(releaseReserve(pool, 1500n, 2000n)).to.equal(pool);
  });

  it("given a time before the last release, it throws", function () {
    expectThrow(() => releaseReserve(sponsored, 999n, 2000n), InvalidParameterError);
  });

  it("from the end of trading on, all but what rounding keeps back is released", function () {
    for (const now of [2000n, 2001n, 9000n]) {
      const { b, extraReserve } = releaseReserve(sponsored, now, 2000n);
      expect(b > sponsored.b).to.equal(true);
      expect(extraReserve < 20n).to.equal(true);
    }
  });
});
