import { expect } from "chai";
import fc from "fast-check";

import { InvalidParameterError, InvalidTargetsError } from "../../src/errors/index.ts";
import {
  type Order,
  type PoolState,
  WAD,
  abs,
  floorWeights,
  max,
  mulDiv,
  openPool,
  prices,
  quote,
} from "../../src/math/index.ts";
import { type Cap, type Holdings, type TradePlan, planTrades } from "../../src/strategy/index.ts";
import { weightsOf } from "../utils/arbitraries.ts";
import { growthOf, search } from "../utils/search.ts";
import { expectThrow } from "../utils/throws.ts";

const B = 10n ** 18n;
const doubles = (wads: readonly bigint[]) => wads.map((wad) => Number(wad) / 1e18);
const pool = (opening: readonly bigint[], feeRate: bigint) => openPool({ prices: opening, b: B, feeRate, alpha: 0n });
const tenths = (tenth: number) => (B * BigInt(tenth)) / 10n;
const feeRates = fc.constantFrom(0n, 300_000n, 3_000_000n);
/** Budgets from 0.01 b to 10 b. */
const budgets = fc.integer({ min: 10, max: 10_000 }).map((x) => (B * BigInt(x)) / 1000n);

const marketsOf = (least: number, most: number) =>
  fc
    .integer({ min: least, max: most })
    .chain((n) => fc.record({ opening: weightsOf(n), targets: weightsOf(n), budget: budgets, feeRate: feeRates }));

const markets = marketsOf(2, 4);

/** A market, and what its trader has: no pairs, which are for `mergePair`. */
const withHoldings = marketsOf(3, 6).chain((market) => {
  const amounts = fc.array(fc.constantFrom(0, 0, 2, 10), {
    minLength: market.opening.length,
    maxLength: market.opening.length,
  });
  return fc.tuple(amounts, amounts).map(([long, short]) => ({
    ...market,
    holdings: { long: long.map(tenths), short: short.map((amount, j) => tenths(long[j] === 0 ? amount : 0)) },
  }));
});

const isSell = ({ amount }: Order) => amount < 0n;

function heldOf({ long, short }: Holdings, { outcome, short: isShort }: Order): bigint {
  return (isShort ? short : long)[outcome] ?? 0n;
}

describe("planTrades, carefully", function () {
  describe("with caps", function () {
    const caps = fc.constantFrom(0, 1, 5, 20).map((tenth) => ({ units: tenths(tenth) }));

    it("buys no more than may be held, with any holdings", function () {
      fc.assert(
        fc.property(withHoldings, caps, fc.boolean(), ({ opening, feeRate, ...options }, cap, useShorts) => {
          const plan = planTrades({ ...options, pool: pool(opening, feeRate), caps: { default: cap }, useShorts });
          for (const leg of plan.legs) {
            expect(leg.heldAfter).to.equal(heldOf(options.holdings, leg) + leg.amount);
            expect(leg.heldAfter <= max(cap.units, heldOf(options.holdings, leg))).to.equal(true);
          }
          expect(plan.maxCost <= options.budget).to.equal(true);
        }),
        { numRuns: 200 },
      );
    });

    it("earns what brute force earns", function () {
      this.timeout(60_000);
      fc.assert(
        fc.property(markets, fc.constantFrom(1, 5, 20), ({ opening, targets, budget, feeRate }, tenth) => {
          const caps = { default: { units: tenths(tenth) } };
          const { expectedProfit } = planTrades({ pool: pool(opening, feeRate), targets, budget, caps });
          const found = search({
            opening: doubles(opening),
            targets: doubles(targets),
            fee: Number(feeRate) / 1e8,
            budget: Number(budget) / 1e18,
            shorts: opening.length > 2,
            cap: tenth / 10,
          });
          expect(Number(expectedProfit) / 1e18).to.be.at.least(found - 1e-6 - 2e-3 * found);
        }),
        { numRuns: 20, seed: 2025, endOnFailure: true },
      );
    });

    it("as a share of the budget, limits what tokens are worth at the targets", function () {
      fc.assert(
        fc.property(marketsOf(3, 12), fc.bigInt(WAD / 100n, WAD), ({ opening, feeRate, ...options }, share) => {
          const plan = planTrades({ ...options, pool: pool(opening, feeRate), caps: { default: { share } } });
          const most = (share * options.budget) / WAD;
          for (const { amount, outcome, short } of plan.legs) {
            const target = options.targets[outcome] ?? 0n;
            expect((amount * (short ? WAD - target : target)) / WAD <= most).to.equal(true);
          }
        }),
        { numRuns: 200 },
      );
    });

    it("takes the cap of an outcome before the default", function () {
      const outcomes = new Map<number, Cap>([[2, { units: B / 5n }]]);
      const options = { pool: pool(floorWeights([1n, 1n, 1n]), 0n), targets: floorWeights([1n, 2n, 9n]), budget: B };
      const capped = planTrades({ ...options, caps: { outcomes }, useShorts: false });
      expect(capped.orders.find(({ outcome }) => outcome === 2)?.amount).to.equal(B / 5n);
      const all = planTrades({ ...options, caps: { outcomes, default: { units: 0n } }, useShorts: false });
      expect(all.orders).to.deep.equal([{ outcome: 2, short: false, amount: B / 5n }]);
    });
  });

  describe("with kelly", function () {
    const fraction = WAD;

    it("grows as much as brute force lets it, and says by how much", function () {
      this.timeout(60_000);
      fc.assert(
        fc.property(marketsOf(2, 3), fc.constantFrom(1n, 3n), ({ opening, targets, budget, feeRate }, times) => {
          const bankroll = budget * times;
          const plan = planTrades({ pool: pool(opening, feeRate), targets, budget, kelly: { fraction, bankroll } });
          const problem = {
            opening: doubles(opening),
            targets: doubles(targets),
            fee: Number(feeRate) / 1e8,
            budget: Number(budget) / 1e18,
            bankroll: Number(bankroll) / 1e18,
            shorts: feeRate > 0n && opening.length > 2,
          };
          const growth = growthOfPlan(plan, problem);
          expect(plan.expectedGrowth).to.be.closeTo(growth, 1e-9);
          const found = search(problem);
          expect(growth).to.be.at.least(found - 1e-6 - 2e-3 * found);
        }),
        { numRuns: 20, seed: 2025, endOnFailure: true },
      );
    });

    it("grows as much as brute force lets it from holdings", function () {
      this.timeout(60_000);
      const small = withHoldings.filter(({ opening }) => opening.length === 3);
      fc.assert(
        fc.property(small, ({ opening, targets, budget, feeRate, holdings }) => {
          const plan = planTrades({ pool: pool(opening, feeRate), targets, budget, holdings, kelly: { fraction } });
          const problem = {
            opening: doubles(opening),
            targets: doubles(targets),
            fee: Number(feeRate) / 1e8,
            budget: Number(budget) / 1e18,
            bankroll: Number(budget) / 1e18,
            held: { long: doubles(holdings.long), short: doubles(holdings.short) },
            shorts: feeRate > 0n,
          };
          const found = search(problem);
          expect(growthOfPlan(plan, problem)).to.be.at.least(found - 1e-6 - 0.02 * found);
        }),
        { numRuns: 12, seed: 2025, endOnFailure: true },
      );
    });

    it("without a fee, prices are beliefs by wealth: p' W / w is the same for all that is bought", function () {
      fc.assert(
        fc.property(marketsOf(2, 8), ({ opening, targets, budget }) => {
          const plan = planTrades({ pool: pool(opening, 0n), targets, budget, kelly: { fraction } });
          const ratios = plan.orders.map(({ outcome, amount }) => {
            const wealth = Number(budget - plan.total + amount) / 1e18;
            return ((Number(plan.pricesAfter[outcome]) / 1e18) * wealth * 1e18) / Number(targets[outcome]);
          });
          for (const ratio of ratios) expect(ratio / (ratios[0] ?? NaN)).to.be.closeTo(1, 1e-5);
        }),
        { numRuns: 200 },
      );
    });

    it("moves prices m / (m + b) of the way to targets that are near", function () {
      const opening = floorWeights([100n, 200n, 300n, 400n]);
      const targets = floorWeights([101n, 199n, 302n, 398n]);
      for (const times of [1n, 3n, 9n]) {
        const plan = planTrades({ pool: pool(opening, 0n), targets, budget: times * B, kelly: { fraction } });
        plan.pricesAfter.forEach((price, j) => {
          const [from, to] = [opening[j] ?? 0n, targets[j] ?? 0n];
          expect(Number(price - from) / Number(to - from)).to.be.closeTo(Number(times) / Number(times + 1n), 0.01);
        });
      }
    });

    it("makes the named part of the trade", function () {
      fc.assert(
        fc.property(marketsOf(3, 8), fc.bigInt(WAD / 100n, WAD), ({ opening, feeRate, ...options }, part) => {
          const planOf = (fraction: bigint) =>
            planTrades({ ...options, pool: pool(opening, feeRate), kelly: { fraction, bankroll: options.budget } });
          const all = planOf(WAD);
          const parts = planOf(part);
          fc.pre(all.total < options.budget - 1000n && parts.orders.length > 0);
          const expected = all.orders.map((order) => ({ ...order, amount: (order.amount * part) / WAD }));
          expect(parts.orders).to.deep.equal(expected.filter(({ amount }) => amount !== 0n));
        }),
        { numRuns: 100 },
      );
    });

    it("spreads: it can lose less than the trade with the highest expected profit", function () {
      const options = { pool: pool(floorWeights([5n, 1n, 1n, 1n, 1n, 1n]), 300_000n), budget: B };
      const targets = floorWeights([2n, 2n, 2n, 2n, 1n, 1n]);
      const all = planTrades({ ...options, targets });
      const kelly = planTrades({ ...options, targets, kelly: { fraction } });
      expect(kelly.worstCase > all.worstCase).to.equal(true);
      expect(kelly.expectedProfit < all.expectedProfit).to.equal(true);
      expect(all.expectedGrowth).to.equal(undefined);
    });
  });

  describe("with slippage", function () {
    const slippage = WAD / 100n;

    it("keeps room for it in the budget, whatever is bought and sold", function () {
      fc.assert(
        fc.property(withHoldings, fc.bigInt(0n, WAD / 10n), ({ opening, feeRate, ...options }, share) => {
          const plan = planTrades({ ...options, pool: pool(opening, feeRate), slippage: share });
          const traded = plan.legs.reduce((sum, { value }) => sum + abs(value), 0n);
          expect(plan.maxCost <= options.budget).to.equal(true);
          expect(plan.maxCost - plan.total).to.equal(mulDiv(share, traded, WAD, "Up"));
        }),
        { numRuns: 200 },
      );
    });

    it("covers prices that are so much worse, and no more", function () {
      const from = pool(floorWeights([1n, 1n, 2n]), 300_000n);
      const plan = planTrades({ pool: from, targets: floorWeights([1n, 6n, 3n]), budget: B / 10n, slippage });
      expect(plan.orders.map(({ outcome }) => outcome)).to.deep.equal([1]);
      const after = (tenthsOfPercent: bigint) => {
        // Somebody else buys first: the price rises by about this, less what a price of a quarter dilutes.
        const first = quote(from, [{ outcome: 1, short: false, amount: (B * tenthsOfPercent) / 750n }]);
        return quote(first.after, plan.orders).total;
      };
      expect(after(8n) <= plan.maxCost).to.equal(true);
      expect(after(12n) > plan.maxCost).to.equal(true);
    });

    it("still plans to exchange what is held, with hardly any money", function () {
      const options = { pool: pool(floorWeights([1n, 1n, 1n]), 300_000n), targets: floorWeights([1n, 1n, 8n]) };
      const holdings = { long: [B, 0n, 0n], short: [0n, 0n, 0n] };
      const plan = planTrades({ ...options, budget: 1n, holdings, slippage });
      expect(plan.maxCost <= 1n && plan.total < 0n).to.equal(true);
      expect(plan.legs.map(({ outcome, amount }) => [outcome, amount > 0n])).to.deep.equal([
        [0, false],
        [2, true],
      ]);
      const strict = planTrades({ ...options, budget: 1n, holdings });
      const lost = Number(strict.expectedProfit - plan.expectedProfit) / Number(strict.expectedProfit);
      expect(lost).to.be.within(0, 0.05);
    });
  });

  describe("sells first", function () {
    it("spends what they bring: a plan with hardly any money earns nearly what one with money does", function () {
      const options = { pool: pool(floorWeights([3n, 1n, 1n, 1n]), 100_000n), targets: floorWeights([1n, 1n, 1n, 6n]) };
      const holdings = { long: [10n * B, 0n, 0n, 0n], short: [0n, 0n, 0n, 0n] };
      const [poor, rich] = [1n, 10n * B].map((budget) => planTrades({ ...options, budget, holdings }));
      expect(poor?.legs.map(({ outcome, amount }) => [outcome, amount > 0n])).to.deep.equal([
        [0, false],
        [3, true],
      ]);
      expect(Number(poor?.expectedProfit) / Number(rich?.expectedProfit)).to.be.within(0.8, 1);
    });

    it("lists them before what is bought, with prices, and values at their means", function () {
      fc.assert(
        fc.property(withHoldings, ({ opening, feeRate, ...options }) => {
          const from = pool(opening, feeRate);
          const { legs, orders, pricesAfter } = planTrades({ ...options, pool: from });
          expect(legs.map(isSell)).to.deep.equal([...orders.map(isSell)].sort((a, b) => Number(b) - Number(a)));
          expect([...legs].sort((a, b) => a.outcome - b.outcome).map(({ amount }) => amount)).to.deep.equal(
            orders.map(({ amount }) => amount),
          );
          for (const { outcome, short, amount, priceBefore, priceAfter, value } of legs) {
            const [before, after] = [prices(from)[outcome] ?? 0n, pricesAfter[outcome] ?? 0n];
            expect([priceBefore, priceAfter]).to.deep.equal(short ? [WAD - before, WAD - after] : [before, after]);
            expect(value).to.equal(mulDiv(amount, priceBefore + priceAfter, 2n * WAD, "Up"));
          }
        }),
        { numRuns: 200 },
      );
    });
  });

  it("trades nothing inside the band of the fee: no single order reversed, shrunk or left out earns more", function () {
    fc.assert(
      fc.property(marketsOf(2, 8), ({ opening, feeRate, targets, budget }) => {
        const from = pool(opening, feeRate);
        const plan = planTrades({ pool: from, targets, budget });
        for (const { outcome } of plan.orders) {
          for (const [numerator, denominator] of [
            [-1n, 1n],
            [-1n, 100n],
            [0n, 1n],
            [1n, 2n],
            [99n, 100n],
          ] as const) {
            const changed = plan.orders
              .map((order) =>
                order.outcome === outcome ? { ...order, amount: (order.amount * numerator) / denominator } : order,
              )
              .filter(({ amount }) => amount !== 0n);
            const profit = profitWithin(from, changed, targets, budget);
            expect(profit).to.be.at.most(Number(plan.expectedProfit) * (1 + 1e-4) + 10);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("buys nothing that promises less than the hurdle", function () {
    fc.assert(
      fc.property(marketsOf(2, 8), fc.bigInt(WAD / 100n, WAD), ({ opening, targets, budget }, hurdle) => {
        const from = pool(opening, 0n);
        const plan = planTrades({ pool: from, targets, budget, hurdle });
        for (const { outcome } of plan.orders) {
          const promise = Number(targets[outcome]) / Number(plan.pricesAfter[outcome]);
          expect(promise).to.be.at.least((1 + Number(hurdle) / 1e18) * (1 - 1e-8));
        }
        const free = planTrades({ pool: from, targets, budget });
        expect(plan.total <= free.total + free.total / 10n ** 9n + 10n).to.equal(true);
      }),
      { numRuns: 200 },
    );
  });

  it("given numbers out of their range, it throws", function () {
    const from = pool(floorWeights([1n, 1n, 1n]), 0n);
    const run = (parameters: Partial<Parameters<typeof planTrades>[0]>) => () =>
      planTrades({ pool: from, targets: [WAD, 0n, 0n], budget: B, ...parameters });
    expectThrow(run({ slippage: -1n }), InvalidParameterError);
    expectThrow(run({ slippage: WAD + 1n }), InvalidParameterError);
    expectThrow(run({ hurdle: -1n }), InvalidParameterError);
    expectThrow(run({ kelly: { fraction: 0n } }), InvalidParameterError);
    expectThrow(run({ kelly: { fraction: WAD + 1n } }), InvalidParameterError);
    expectThrow(run({ kelly: { fraction: WAD, bankroll: B - 1n } }), InvalidParameterError);
    expectThrow(run({ caps: { default: { units: -1n } } }), InvalidParameterError);
    expectThrow(run({ caps: { outcomes: new Map([[3, { share: WAD }]]) } }), InvalidTargetsError);
  });
});

/** Growth of a plan's orders, by the tests' own formula. */
function growthOfPlan({ orders, total }: TradePlan, problem: Parameters<typeof search>[0]): number {
  const amounts = (short: boolean) =>
    problem.opening.map((_, j) => {
      const order = orders.find(({ outcome, short: isShort }) => outcome === j && isShort === short);
      return Number(order?.amount ?? 0n) / 1e18;
    });
  return growthOf(problem, amounts(false), amounts(true), Number(total) / 1e18);
}

/** Expected profit of orders, in units; without any if they cost more than the budget. */
function profitWithin(from: PoolState, orders: readonly Order[], targets: readonly bigint[], budget: bigint): number {
  if (orders.length === 0) return 0;
  // A LONG that is sold without being held is a SHORT that is bought, one asset dearer and worth one more.
  const assets = orders.reduce((sum, { amount }) => (amount < 0n ? sum - amount : sum), 0n);
  const { total } = quote(from, orders);
  if (total + assets > budget) return 0;
  const paid = orders.reduce((sum, { outcome, short, amount }) => {
    const target = targets[outcome] ?? 0n;
    return sum + amount * (short ? WAD - target : target);
  }, 0n);
  return Number(paid / WAD - total);
}
