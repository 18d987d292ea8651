import { expect } from "chai";
import fc from "fast-check";
import { zeroAddress } from "viem";

import { InvalidBudgetError, InvalidParameterError } from "../../src/errors/index.ts";
import { portfolioCalls } from "../../src/sending/index.ts";
import { WAD, floorWeights, max, openPool, quote } from "../../src/math/index.ts";
import {
  type Funding,
  type PortfolioMarket,
  type PortfolioPlan,
  planPortfolio,
  planTrades,
} from "../../src/strategy/index.ts";
import { weightsOf } from "../utils/arbitraries.ts";
import { searchPortfolio } from "../utils/search.ts";
import { expectThrow } from "../utils/throws.ts";

const UNIT = 10n ** 18n;
const MONEY: Funding = { kind: "money" };
const SELECTION = 7n << 16n;
const doubles = (wads: readonly bigint[]) => wads.map((wad) => Number(wad) / 1e18);
const fundingOf = (outcome: number, expectedPayout: bigint, assets = 0n): Funding => ({
  kind: "selection",
  selection: SELECTION,
  outcome,
  expectedPayout,
  assets,
});

type Drawn = { opening: bigint[]; targets: bigint[]; b: bigint; feeRate: bigint };

const drawn = (most: number): fc.Arbitrary<Drawn> =>
  fc.integer({ min: 2, max: most }).chain((n) =>
    fc.record({
      opening: weightsOf(n),
      targets: weightsOf(n),
      b: fc.bigInt(1n, 50n).map((tenths) => (tenths * UNIT) / 10n),
      feeRate: fc.constantFrom(0n, 300_000n, 3_000_000n),
    }),
  );
const budgets = fc.integer({ min: 10, max: 20_000 }).map((x) => (UNIT * BigInt(x)) / 1000n);

function marketOf({ opening, targets, b, feeRate }: Drawn, id: number, funding: Funding): PortfolioMarket {
  const pool = openPool({ prices: opening, b, feeRate, alpha: 0n });
  return { market: BigInt(id + 1) << 16n, pool, targets, funding };
}

/** Two markets of money and up to three over one selection. */
const portfolios = (most: number) =>
  fc
    .tuple(
      fc.array(drawn(most), { maxLength: 2 }),
      fc.array(drawn(most), { maxLength: 3 }),
      fc.bigInt(WAD / 20n, WAD / 3n),
    )
    .filter(([own, shared]) => own.length + shared.length > 0)
    .map(([own, shared, payout]) => [
      ...own.map((market, i) => marketOf(market, i, MONEY)),
      ...shared.map((market, i) => marketOf(market, 2 + i, fundingOf(i, payout))),
    ]);

/** Checks what a plan says against its own orders, quoted again. */
function expectSound(plan: PortfolioPlan, markets: readonly PortfolioMarket[], budget: bigint): void {
  expect(plan.plans.map(({ market }) => market)).to.deep.equal(markets.map(({ market }) => market));
  let [money, split, expected] = [0n, 0n, 0n];
  plan.plans.forEach(({ orders, total, maxCost, expectedProfit, funding }, i) => {
    const { pool } = markets[i] ?? {};
    if (pool && orders.length > 0) expect(quote(pool, orders).total).to.equal(total);
    if (funding.kind === "money") {
      money += maxCost;
      expected += expectedProfit;
    } else {
      split = max(split, maxCost - (funding.assets ?? 0n));
      expected += (expectedProfit * funding.expectedPayout) / WAD;
    }
  });
  expect(plan.splits.map(({ amount }) => amount)).to.deep.equal(split > 0n ? [split] : []);
  expect(plan.maxCost).to.equal(money + split);
  expect(plan.maxCost <= budget).to.equal(true);
  expect(plan.expectedProfit).to.equal(expected);
}

describe("planPortfolio", function () {
  it("never exceeds the budget, and buys the tokens that it trades with", function () {
    fc.assert(
      fc.property(portfolios(8), budgets, (markets, budget) => {
        expectSound(planPortfolio({ markets, budget }), markets, budget);
      }),
      { numRuns: 150 },
    );
  });

  it("earns what brute force earns, over one to three markets", function () {
    this.timeout(60_000);
    const few = portfolios(3).filter((markets) => markets.length <= 3);
    fc.assert(
      fc.property(few, budgets, (all, budget) => {
        const markets = all.map((market) => ({ ...market, useShorts: false }));
        const found = searchPortfolio(
          markets.map(({ pool, targets, funding }) => ({
            opening: pool.outcomes.map(({ weight }) => Number(weight) / Number(pool.sum)),
            targets: doubles(targets as readonly bigint[]),
            fee: Number(pool.feeRate) / 1e8,
            b: Number(pool.b) / 1e18,
            worth: funding.kind === "money" ? 1 : Number(funding.expectedPayout) / 1e18,
            shared: funding.kind === "selection",
          })),
          Number(budget) / 1e18,
        );
        const { expectedProfit } = planPortfolio({ markets, budget });
        expect(Number(expectedProfit) / 1e18).to.be.at.least(found - 1e-6 - 3e-3 * found);
      }),
      { numRuns: 60, seed: 2025, endOnFailure: true },
    );
  });

  it("earns at least what any other split of the budget does", function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(drawn(6), drawn(6), budgets, fc.bigInt(0n, 100n), (one, two, budget, percent) => {
        const markets = [marketOf(one, 0, MONEY), marketOf(two, 1, MONEY)];
        const profits = [percent, 100n - percent].map((part, i) => {
          const share = (budget * part) / 100n;
          const market = markets[i];
          return market && share > 0n ? planTrades({ ...market, budget: share }).expectedProfit : 0n;
        });
        const other = Number(profits.reduce((sum, profit) => sum + profit, 0n));
        const { expectedProfit } = planPortfolio({ markets, budget });
        expect(Number(expectedProfit)).to.be.at.least(other * (1 - 2e-3) - 1e6);
      }),
      { numRuns: 150 },
    );
  });

  it("with one market is planTrades, and its marginal return the hurdle that stops there", function () {
    fc.assert(
      fc.property(drawn(8), budgets, (drawnMarket, budget) => {
        const market = marketOf({ ...drawnMarket, feeRate: 0n }, 0, MONEY);
        const alone = planTrades({ ...market, budget });
        const { plans, marginalReturn } = planPortfolio({ markets: [market], budget });
        expect(Number(plans[0]?.expectedProfit)).to.be.closeTo(
          Number(alone.expectedProfit),
          1e-6 * Number(alone.expectedProfit) + 1e3,
        );
        const hurdle = BigInt(Math.round(marginalReturn * 1e18));
        const stopped = planTrades({ ...market, budget: budget * 1000n, hurdle });
        if (hurdle > 10n ** 12n) expect(Number(stopped.total) / Number(alone.total)).to.be.closeTo(1, 1e-4);
      }),
      { numRuns: 150 },
    );
  });

  it("over a selection, splits the most that one market needs, and has every market trade with it", function () {
    const shape = { opening: floorWeights([1n, 1n]), b: UNIT, feeRate: 0n };
    const markets = [1n, 2n, 3n].map((odds, i) =>
      marketOf({ ...shape, targets: floorWeights([1n, 1n + odds]) }, i, fundingOf(i, WAD / 4n)),
    );
    const plan = planPortfolio({ markets, budget: UNIT / 10n });
    const totals = plan.plans.map(({ total }) => total);
    expect(plan.splits).to.deep.equal([{ selection: SELECTION, outcome: undefined, amount: plan.total }]);
    for (const total of totals) expect(Number(total)).to.be.closeTo(Number(UNIT / 10n), 1e4);
    // All of them may be lost, but never more than one set of tokens.
    expect(plan.worstCase).to.equal(totals.reduce((most, total) => (total > most ? total : most)) * -1n);
  });

  it("over a selection of which one market is wanted, splits only its pair", function () {
    const shape = { opening: floorWeights([1n, 1n]), b: UNIT, feeRate: 300_000n };
    const markets = [floorWeights([1n, 1n]), floorWeights([1n, 3n])].map((targets, i) =>
      marketOf({ ...shape, targets }, i, fundingOf(i, WAD / 4n)),
    );
    const plan = planPortfolio({ markets, budget: UNIT / 10n });
    expect(plan.splits).to.deep.equal([{ selection: SELECTION, outcome: 1, amount: plan.total }]);
  });

  it("spends selection tokens that are there before it splits money", function () {
    const shape = { opening: floorWeights([1n, 1n]), b: UNIT, feeRate: 0n, targets: floorWeights([1n, 3n]) };
    const market = marketOf(shape, 0, fundingOf(0, WAD / 4n, 10n * UNIT));
    const plan = planPortfolio({ markets: [market], budget: UNIT });
    expect([plan.splits, plan.total]).to.deep.equal([[], 0n]);
    expect(plan.expectedProfit > 0n).to.equal(true);
  });

  it("puts more into a selection the likelier its projects are evaluated", function () {
    const shape = {
      opening: floorWeights([1n, 1n, 1n]),
      b: UNIT,
      feeRate: 300_000n,
      targets: floorWeights([1n, 2n, 3n]),
    };
    const [unlikely, likely] = [WAD / 100n, WAD / 2n].map((payout) => {
      const markets = [marketOf(shape, 0, MONEY), marketOf(shape, 1, fundingOf(0, payout))];
      return planPortfolio({ markets, budget: UNIT / 5n }).splits[0]?.amount ?? 0n;
    });
    expect(unlikely).to.equal(0n);
    expect((likely ?? 0n) > 0n).to.equal(true);
  });

  it("lets one market's sells pay for another's buys", function () {
    const shape = { opening: floorWeights([3n, 1n, 1n]), b: UNIT, feeRate: 100_000n };
    const over = { ...marketOf({ ...shape, targets: floorWeights([1n, 1n, 1n]) }, 0, MONEY) };
    const holdings = { long: [5n * UNIT, 0n, 0n], short: [0n, 0n, 0n] };
    const under = marketOf({ ...shape, targets: floorWeights([1n, 1n, 8n]) }, 1, MONEY);
    const markets = [{ ...over, holdings }, under];
    const plan = planPortfolio({ markets, budget: 1000n });
    expectSound(plan, markets, 1000n);
    const [sold, bought] = plan.plans.map(({ total }) => total);
    expect((sold ?? 0n) < 0n && (bought ?? 0n) > UNIT / 10n).to.equal(true);
    expect(plan.approval).to.equal(bought);
  });

  it("counts shares of caps by the whole budget, in what tokens are expected to be worth", function () {
    const shape = { opening: floorWeights([1n, 1n, 1n]), b: UNIT, feeRate: 0n, targets: floorWeights([1n, 1n, 2n]) };
    const caps = { default: { share: WAD / 10n } };
    const markets = [
      { ...marketOf(shape, 0, MONEY), caps },
      { ...marketOf(shape, 1, fundingOf(0, WAD / 4n)), caps },
    ];
    const { plans } = planPortfolio({ markets, budget: UNIT });
    // A tenth of the budget, in tokens that are expected to pay a half, and an eighth.
    const bought = plans[0]?.orders.find(({ outcome }) => outcome === 2)?.amount ?? 0n;
    expect(Number(bought)).to.be.closeTo(Number(UNIT / 5n), 1e3);
    expect(plans[1]?.orders.every(({ amount }) => amount <= (8n * UNIT) / 10n)).to.equal(true);
  });

  it("given markets or payouts that cannot be, it throws", function () {
    const shape = { opening: floorWeights([1n, 1n]), b: UNIT, feeRate: 0n, targets: floorWeights([1n, 3n]) };
    const run = (fundings: readonly Funding[], budget = UNIT, hurdle = 0n) => {
      const markets = fundings.map((funding, i) => marketOf(shape, i, funding));
      return () => planPortfolio({ markets, budget, hurdle });
    };
    expectThrow(run([MONEY], 0n), InvalidBudgetError);
    expectThrow(run([MONEY], UNIT, -1n), InvalidParameterError);
    expectThrow(run([fundingOf(0, WAD / 2n), fundingOf(0, WAD / 2n)]), InvalidParameterError);
    expectThrow(run([fundingOf(0, WAD), fundingOf(1, 1n)]), InvalidParameterError);
    expectThrow(run([fundingOf(0, -1n)]), InvalidParameterError);
    expectThrow(run([fundingOf(0, WAD, -1n)]), InvalidParameterError);
    const twice = [marketOf(shape, 0, MONEY), marketOf(shape, 0, MONEY)];
    expectThrow(() => planPortfolio({ markets: twice, budget: UNIT }), InvalidParameterError);
  });
});

describe("portfolioCalls", function () {
  it("sells, then splits, then buys", function () {
    const shape = { opening: floorWeights([3n, 1n, 1n]), b: UNIT, feeRate: 100_000n };
    const better = { ...shape, targets: floorWeights([1n, 1n, 8n]) };
    const seller = marketOf({ ...shape, targets: floorWeights([1n, 1n, 1n]) }, 2, MONEY);
    const markets = [
      marketOf(better, 0, MONEY),
      marketOf(better, 1, fundingOf(0, WAD)),
      { ...seller, holdings: { long: [5n * UNIT, 0n, 0n], short: [0n, 0n, 0n] } },
    ];
    const plan = planPortfolio({ markets, budget: UNIT / 10n });
    const calls = portfolioCalls({ markets: zeroAddress, plan, account: zeroAddress, deadline: 5n });
    const [first, second, third] = [plan.plans[2], plan.plans[0], plan.plans[1]];
    expect(calls.map(({ functionName, args }) => [functionName, args])).to.deep.equal([
      ["trade", [first?.market, first?.orders, first?.maxCost, 5n, zeroAddress]],
      ["splitPair", [SELECTION, 0n, plan.splits[0]?.amount, zeroAddress]],
      ["trade", [second?.market, second?.orders, second?.maxCost, 5n, zeroAddress]],
      ["trade", [third?.market, third?.orders, third?.maxCost, 5n, zeroAddress]],
    ]);
  });

  it("leaves out markets without orders", function () {
    const shape = { opening: floorWeights([1n, 1n]), b: UNIT, feeRate: 300_000n, targets: floorWeights([1n, 1n]) };
    const plan = planPortfolio({ markets: [marketOf(shape, 0, MONEY)], budget: UNIT });
    expect(portfolioCalls({ markets: zeroAddress, plan, account: zeroAddress, deadline: 5n })).to.deep.equal([]);
  });
});
