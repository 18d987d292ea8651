import { expect } from "chai";
import fc from "fast-check";

import { InvalidBudgetError, InvalidTargetsError, LengthMismatchError } from "../../src/errors/index.ts";
import {
  type Order,
  type PoolState,
  WAD,
  floorWeights,
  openPool,
  prices,
  profitAt,
  quote,
  worstCase,
} from "../../src/math/index.ts";
import { type Holdings, type TradePlan, convertHoldings, planTrades } from "../../src/strategy/index.ts";
import { weightsOf } from "../utils/arbitraries.ts";
import { poolOf } from "../utils/pools.ts";
import { search } from "../utils/search.ts";
import { expectThrow } from "../utils/throws.ts";

const B = 10n ** 18n;
const doubles = (wads: readonly bigint[]) => wads.map((wad) => Number(wad) / 1e18);
const pool = (opening: readonly bigint[], feeRate = 0n) => openPool({ prices: opening, b: B, feeRate, alpha: 0n });
/** Budgets from 0.01 b to 30 b. */
const budgets = fc.integer({ min: 10, max: 34_000 }).map((x) => (B * BigInt(x)) / 1000n);
const markets = fc.integer({ min: 2, max: 4 }).chain((n) =>
  fc.record({
    opening: weightsOf(n),
    targets: weightsOf(n),
    budget: budgets,
    feeRate: fc.constantFrom(0n, 100_000n, 1_000_000n, 5_000_000n),
  }),
);

function expectSound(plan: TradePlan, from: PoolState, budget: bigint, held?: Holdings) {
  expect(plan.total <= budget).to.equal(true);
  if (plan.orders.length === 0) {
    const { total, maxCost, expectedProfit, worstCase: worst, legs, after } = plan;
    expect([total, maxCost, expectedProfit, worst, legs, after]).to.deep.equal([0n, 0n, 0n, 0n, [], from]);
    return;
  }
  const quoted = quote(from, plan.orders);
  expect([plan.cost, plan.fee, plan.total, plan.after]).to.deep.equal([
    quoted.cost,
    quoted.fee,
    quoted.total,
    quoted.after,
  ]);
  expect(plan.maxCost).to.equal(plan.total);
  expect(plan.pricesAfter).to.deep.equal(prices(quoted.after));
  expect(plan.expectedProfit > 0n).to.equal(true);
  expect(plan.expectedProfit).to.equal(profitAt(plan.orders, plan.total, plan.targets));
  expect(plan.profitAt(plan.targets)).to.equal(plan.expectedProfit);
  expect(plan.worstCase).to.equal(worstCase(plan.orders, plan.total, from.outcomes.length));
  for (const { outcome, short, amount } of plan.orders) {
    const has = (short ? held?.short : held?.long)?.[outcome] ?? 0n;
    expect(amount >= -has).to.equal(true);
  }
}

describe("planTrades", function () {
  it("never exceeds the budget, and never trades without an expected profit", function () {
    const any = fc.integer({ min: 2, max: 12 }).chain((n) => fc.record({ from: poolOf(n), targets: weightsOf(n) }));
    fc.assert(
      fc.property(any, fc.bigInt(1n, 10n ** 12n), fc.boolean(), ({ from, targets }, share, useShorts) => {
        const budget = (from.b * share) / 10n ** 10n + 1n;
        expectSound(planTrades({ pool: from, targets, budget, useShorts }), from, budget);
      }),
      { numRuns: 500 },
    );
  });

  it("without a fee is water-filling: prices after are max(p, mu target R) / R", function () {
    fc.assert(
      fc.property(markets, ({ opening, targets, budget }) => {
        const from = pool(opening);
        const plan = planTrades({ pool: from, targets, budget });
        const [p, w] = [doubles(opening), doubles(targets)];
        const most = Math.max(...p.map((price, j) => price / (w[j] ?? NaN)));
        const R = Math.min(Math.exp(Number(budget) / 1e18), most);
        let [low, high] = [0, 1];
        for (let i = 0; i < 100; ++i) {
          const mu = (low + high) / 2;
          const sum = p.reduce((a, price, j) => a + Math.max(price, mu * (w[j] ?? 0) * R), 0);
          if (sum > R) high = mu;
          else low = mu;
        }
        const expected = p.map((price, j) => Math.max(price, low * (w[j] ?? 0) * R) / R);
        doubles(plan.pricesAfter).forEach((price, j) => expect(price).to.be.closeTo(expected[j] ?? NaN, 1e-8));
        expect(plan.orders.every(({ short, amount }) => !short && amount > 0n)).to.equal(true);
      }),
      { numRuns: 300 },
    );
  });

  it("earns what brute force earns, with any fee and budget", function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(markets, fc.boolean(), ({ opening, targets, budget, feeRate }, useShorts) => {
        const { expectedProfit } = planTrades({ pool: pool(opening, feeRate), targets, budget, useShorts });
        const found = search({
          opening: doubles(opening),
          targets: doubles(targets),
          fee: Number(feeRate) / 1e8,
          budget: Number(budget) / 1e18,
          shorts: useShorts,
        });
        expect(Number(expectedProfit) / 1e18).to.be.at.least(found - 1e-6 - 2e-3 * found);
      }),
      { numRuns: 25, seed: 2025, endOnFailure: true },
    );
  });

  it("earns what brute force earns from holdings", function () {
    this.timeout(60_000);
    const amounts = (n: number) => fc.array(fc.constantFrom(0, 0, 0.2, 1), { minLength: n, maxLength: n });
    const cases = markets.chain((market) =>
      fc.record({
        market: fc.constant(market),
        long: amounts(market.opening.length),
        short: amounts(market.opening.length),
      }),
    );
    fc.assert(
      fc.property(cases, ({ market: { opening, targets, budget, feeRate }, long, short }) => {
        const isBinary = opening.length === 2;
        // Pairs are for mergePair, and in a binary market SHORT is the other LONG.
        const lone = short.map((amount, j) => (long[j] === 0 && !isBinary ? amount : 0));
        const units = (list: readonly number[]) => list.map((x) => BigInt(x * 10) * (B / 10n));
        const holdings = { long: units(long), short: units(lone) };
        const from = pool(opening, feeRate);
        const plan = planTrades({ pool: from, targets, budget, holdings });
        expectSound(plan, from, budget, holdings);
        const held = { long, short: lone };
        const found = search({
          opening: doubles(opening),
          targets: doubles(targets),
          fee: Number(feeRate) / 1e8,
          budget: Number(budget) / 1e18,
          held,
          shorts: feeRate > 0n,
        });
        expect(Number(plan.expectedProfit) / 1e18).to.be.at.least(found - 1e-6 - 0.02 * found);
      }),
      { numRuns: 25, seed: 2025, endOnFailure: true },
    );
  });

  it("beats moving all prices part of the way", function () {
    fc.assert(
      fc.property(markets, fc.integer({ min: 1, max: 100 }), ({ opening, targets, feeRate }, percent) => {
        const from = pool(opening, feeRate);
        // LONG of what is furthest below, such that every price goes `percent` of the way in logs.
        const moves = opening.map((p, j) => (Math.log(Number(targets[j] ?? 0n) / Number(p)) * percent) / 100);
        const least = Math.min(...moves);
        const orders = moves.flatMap((move, outcome): Order[] => {
          const amount = BigInt(Math.floor((move - least) * 1e18));
          return amount > 0n ? [{ outcome, short: false, amount }] : [];
        });
        fc.pre(orders.length > 0);
        const { total } = quote(from, orders);
        fc.pre(total > 0n);
        const { expectedProfit } = planTrades({ pool: from, targets, budget: total });
        const partial = profitAt(orders, total, targets);
        expect(Number(expectedProfit - partial)).to.be.at.least(-1e-9 * Number(partial) - 10);
      }),
      { numRuns: 300 },
    );
  });

  it("with a fee leaves prices within the fee of the targets alone", function () {
    const targets = floorWeights([249n, 251n, 250n, 250n]);
    const opening = floorWeights([1n, 1n, 1n, 1n]);
    expect(planTrades({ pool: pool(opening, 1_000_000n), targets, budget: B }).orders).to.deep.equal([]);
    expect(planTrades({ pool: pool(opening), targets, budget: B }).orders).to.have.length(3);
  });

  it("given a fee, shorts one overpriced project instead of buying all others", function () {
    const opening = floorWeights([30n, ...Array.from({ length: 15 }, () => 10n)]);
    const targets = floorWeights([10n, ...Array.from({ length: 15 }, () => 10n)]);
    const options = { pool: pool(opening, 1_000_000n), targets, budget: 5n * B };
    const shorted = planTrades(options);
    const bought = planTrades({ ...options, useShorts: false });
    expect(shorted.orders.map(({ outcome, short, amount }) => [outcome, short, amount > 0n])).to.deep.equal([
      [0, true, true],
    ]);
    expect(bought.orders).to.have.length(15);
    expect(shorted.expectedProfit > bought.expectedProfit).to.equal(true);
  });

  it("given targets for a few projects, the others keep their relative prices", function () {
    const opening = floorWeights([4n, 3n, 2n, 1n]);
    const plan = planTrades({ pool: pool(opening), targets: new Map([[3, WAD / 4n]]), budget: 10n * B });
    expect(plan.targets).to.deep.equal(floorWeights([16n, 12n, 8n, 12n].map((w) => w * 10n ** 30n)));
    expect(plan.orders.map(({ outcome }) => outcome)).to.deep.equal([3]);
    const after = doubles(plan.pricesAfter);
    [1 / 3, 1 / 4, 1 / 6, 1 / 4].forEach((price, j) => expect(after[j]).to.be.closeTo(price, 1e-9));
  });

  it("sells what is overpriced of what is held, LONG and SHORT", function () {
    const opening = floorWeights([4n, 3n, 2n, 1n]);
    const from = pool(opening, 100_000n);
    const targets = floorWeights([1n, 3n, 2n, 4n]);
    const holdings = { long: [5n * B, 0n, 0n, 0n], short: [0n, 0n, 0n, 5n * B] };
    const plan = planTrades({ pool: from, targets, budget: 1n, holdings });
    expectSound(plan, from, 1n, holdings);
    expect(plan.orders.map(({ outcome, short }) => [outcome, short])).to.deep.equal([
      [0, false],
      [3, true],
    ]);
    expect(plan.orders.every(({ amount }) => amount < 0n)).to.equal(true);
    expect(plan.total < 0n).to.equal(true);
    // Down and up to the targets, but for the fee.
    doubles(plan.pricesAfter).forEach((price, j) => expect(price).to.be.closeTo(Number(targets[j]) / 1e18, 1e-3));
  });

  it("given dust of the opposite token, buys nevertheless", function () {
    const opening = floorWeights([1n, 1n, 1n]);
    const targets = floorWeights([1n, 1n, 4n]);
    const options = { pool: pool(opening, 100_000n), targets, budget: B };
    const { expectedProfit } = planTrades(options);
    const dusty = planTrades({ ...options, holdings: { long: [0n, 0n, 0n], short: [0n, 0n, 1n] } });
    expect(dusty.expectedProfit >= expectedProfit).to.equal(true);
  });

  it("leaves pairs of LONG and SHORT to mergePair", function () {
    const opening = floorWeights([1n, 1n, 1n]);
    const options = { pool: pool(opening, 100_000n), targets: floorWeights([1n, 2n, 3n]), budget: B };
    const pairs = { long: [B, B, B], short: [B, B, B] };
    expect(planTrades({ ...options, holdings: pairs }).orders).to.deep.equal(planTrades(options).orders);
  });

  it("in a binary market trades LONGs only, as the other LONG is the short", function () {
    const options = { pool: pool(floorWeights([3n, 1n]), 1_000_000n), targets: floorWeights([1n, 3n]), budget: B };
    const holdings = { long: [B / 4n, 0n], short: [0n, B / 4n] }; // one token, under both of its names
    const plan = planTrades({ ...options, holdings });
    expectSound(plan, options.pool, B, holdings);
    expect(plan.orders.every(({ short }) => !short)).to.equal(true);
    expect(plan.orders).to.deep.equal(planTrades({ ...options, holdings: { ...holdings, short: [0n, 0n] } }).orders);
  });

  it("plans for prices at both ends of the range", function () {
    const opening = floorWeights([10n ** 9n, 10n ** 18n]);
    const from = pool(opening, 1_000_000n);
    for (const targets of [floorWeights([1n, 1n]), [WAD, 0n], [0n, WAD]] as const) {
      const plan = planTrades({ pool: from, targets, budget: 1000n * B });
      expectSound(plan, from, 1000n * B);
    }
    const plan = planTrades({ pool: from, targets: [WAD, 0n], budget: 1000n * B, useShorts: false });
    expect(Number(plan.pricesAfter[0])).to.be.above(0.97e18);
  });

  it("given no budget or impossible targets, it throws", function () {
    const from = pool(floorWeights([1n, 1n]));
    const run = (parameters: Partial<Parameters<typeof planTrades>[0]>) => () =>
      planTrades({ pool: from, targets: [WAD, 0n], budget: B, ...parameters });
    expectThrow(run({ budget: 0n }), InvalidBudgetError);
    expectThrow(run({ budget: -1n }), InvalidBudgetError);
    expectThrow(run({ targets: [WAD, 1n] }), InvalidTargetsError);
    expectThrow(run({ targets: [WAD + 1n, -1n] }), InvalidTargetsError);
    expectThrow(run({ targets: [WAD] }), LengthMismatchError);
    expectThrow(run({ targets: new Map([[2, 1n]]) }), InvalidTargetsError);
    expectThrow(run({ targets: new Map([[0, WAD + 1n]]) }), InvalidTargetsError);
    expectThrow(
      run({
        targets: new Map([
          [0, 1n],
          [1, 1n],
        ]),
      }),
      InvalidTargetsError,
    );
    expectThrow(run({ holdings: { long: [1n], short: [0n, 0n] } }), LengthMismatchError);
  });
});

describe("convertHoldings", function () {
  it("turns each SHORT into every other LONG, worth the same at any payouts", function () {
    const holdings = { long: [1n, 2n, 3n], short: [10n, 0n, 5n] };
    const converted = convertHoldings(holdings);
    expect(converted).to.deep.equal({ long: [6n, 17n, 13n], short: [0n, 0n, 0n] });
  });
});
