import { expect } from "chai";
import { join } from "node:path";
import { parseEther } from "viem";

import { compare, ratiosOf } from "../../scripts/benchStrategy/compare.ts";
import { followRule, tuneRule } from "../../scripts/benchStrategy/incumbent.ts";
import { renderExpected, renderRealised } from "../../scripts/benchStrategy/report.ts";
import { worthAt } from "../../scripts/simulate/account.ts";
import { readRound } from "../../scripts/utils/round.ts";
import { WAD, floorWeights, inventories, openPool, prices, type PoolState } from "../../sdk/src/math/index.ts";

const SAMPLE = join(import.meta.dirname, "..", "..", "examples", "own-dependencies");
const B = parseEther("1000");
const OPENING = floorWeights([5n, 3n, 2n]);
const TARGETS = floorWeights([2n, 3n, 5n]);
const pool = openPool({ prices: OPENING, b: B, feeRate: 300_000n, alpha: 0n });

function worthOf(state: PoolState, payouts: readonly bigint[]): bigint {
  return inventories(state).reduce((sum, stock, j) => sum + stock * (payouts[j] ?? 0n), 0n) / WAD;
}

describe("Benchmark of strategies", function () {
  it("the incumbent's rule: what it gains, the pool loses", function () {
    for (const sets of [1n, 10n, 100n, 1000n].map((tokens) => parseEther(String(tokens)))) {
      const { account, pool: after } = followRule(pool, TARGETS, sets, sets);
      for (const payouts of [OPENING, TARGETS, [WAD, 0n, 0n], [0n, 0n, WAD]]) {
        const gained = worthAt(account, payouts) - sets;
        expect(Number(gained + worthOf(after, payouts) - worthOf(pool, payouts))).to.be.closeTo(0, 100);
      }
    }
  });

  it("the incumbent's rule with plenty of sets moves prices to the weights", function () {
    const free = openPool({ prices: floorWeights([3n, 1n]), b: B, feeRate: 0n, alpha: 0n });
    const { account, pool: after } = followRule(free, floorWeights([1n, 1n]), 10n * B, 10n * B);
    expect(Math.abs(Number(prices(after)[0]) / 1e18 - 0.5)).to.be.below(1e-12);
    expect(account.money > 0n).to.equal(true);
  });

  it("the best number of sets is at least as good as the budget, and no dearer", function () {
    for (const budget of [B / 100n, B, 10n * B]) {
      const [rule, tuned] = [followRule(pool, TARGETS, budget, budget), tuneRule(pool, TARGETS, budget)];
      expect(tuned.account.money >= 0n).to.equal(true);
      expect(worthAt(tuned.account, TARGETS) >= worthAt(rule.account, TARGETS)).to.equal(true);
    }
  });

  it("on the sample round, planned trades expect more than the rule, and growth less than profit", async function () {
    const { prices: rates, traders } = await readRound(SAMPLE);
    const sample = openPool({ prices: rates, b: B, feeRate: 300_000n, alpha: 12_500n });
    const cases = compare(sample, traders, rates, [B / 100n, B / 10n, B]);
    expect(cases).to.have.length(3 * traders.length);
    for (const { profits } of cases) {
      expect(profits.planned.expected).to.be.at.least(Math.max(profits.rule.expected, profits.tuned.expected) * 0.999);
      expect(profits.kelly.expected).to.be.within(0, profits.planned.expected);
      // At the prices as they were nobody earns anything.
      expect(profits.planned.realised).to.be.below(0);
    }
    const few = ratiosOf(cases.slice(0, traders.length), "planned", "tuned");
    expect(few?.median).to.be.above(1.2);
    expect(renderExpected(cases, 1000)).to.match(/^all .* \/ /m);
    for (const { name } of traders) expect(renderRealised(cases)).to.include(name);
  });

  it("leaves a ratio out where the rule expects nothing", function () {
    const profit = { expected: 0, realised: 0 };
    const profits = { rule: profit, tuned: profit, planned: profit, kelly: profit };
    expect(ratiosOf([{ trader: "anyone", budget: 1, profits }], "planned", "rule")).to.equal(undefined);
  });
});
