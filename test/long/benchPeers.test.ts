import { expect } from "chai";

import { readPeer } from "../../scripts/benchPeers/artifacts.ts";
import {
  balancesFor,
  fixedProductImpact,
  fixedProductPrices,
  planPurchases,
} from "../../scripts/benchPeers/fixedProductMath.ts";
import { floorOf } from "../../scripts/benchPeers/floor.ts";
import { JOBS, type Job } from "../../scripts/benchPeers/job.ts";
import { plotGas } from "../../scripts/benchPeers/plot.ts";
import { beliefs, impactOf, openingPrices, purchases, sum } from "../../scripts/benchPeers/prices.ts";
import { tabulateCapital, tabulateGas } from "../../scripts/benchPeers/report.ts";
import { countTransactions, measurePeers } from "../../scripts/benchPeers/run.ts";
import { fromSqrtPrice, liquidityFor, toSqrtPrice, uniswapImpact } from "../../scripts/benchPeers/uniswapMath.ts";
import { renderMarkdown } from "../../scripts/utils/benchmarks.ts";
import { expectClose, must } from "../utils/markets.ts";

const OURS = "Markets (ours)";
const N = 5;
const B = 100;
const OPENING = openingPrices(N);

/** Buys from a fixed product: what is paid joins all balances, and the product stays. */
function buyFixedProduct(balances: readonly number[], outcome: number, payment: number): number[] {
  const paid = balances.map((balance) => balance + payment);
  const others = balances.reduce((ratio, balance, j) => (j === outcome ? ratio : (ratio * balance) / must(paid[j])), 1);
  return paid.map((balance, j) => (j === outcome ? must(balances[outcome]) * others : balance));
}

describe("The bench against the peers", function () {
  describe("its mathematics", function () {
    it("should give prices and beliefs that sum to 1 and differ everywhere", function () {
      const changed = beliefs(OPENING, 1).map((price, j) => price / must(OPENING[j]));
      expectClose(sum(OPENING), 1, 1e-15);
      expectClose(sum(beliefs(OPENING, 1)), 1, 1e-15);
      expect(new Set(changed.map((factor) => factor.toFixed(6))).size).to.equal(N);
    });

    it("should buy its way to the targets of an LMSR, and nothing of one outcome", function () {
      const targets = beliefs(OPENING, 1);
      const bought = purchases(OPENING, targets, B);
      const weights = OPENING.map((price, j) => price * Math.exp(must(bought[j]) / B));
      weights.forEach((weight, j) => expectClose(weight / sum(weights), must(targets[j]), 1e-14));
      expect(Math.min(...bought)).to.equal(0);
    });

    it("should know how prices of a fixed product move", function () {
      const balances = balancesFor(OPENING, B);
      const impacts = fixedProductImpact(OPENING, must(balances[0]) * must(OPENING[0]));
      for (const [j, impact] of impacts.entries()) {
        const after = buyFixedProduct(balances, j, 1e-5);
        const bought = must(balances[j]) + 1e-5 - must(after[j]);
        const slope = (must(fixedProductPrices(after)[j]) - must(OPENING[j])) / bought;
        expectClose(slope / impact, 1, 1e-5);
        expect(impact).to.be.at.most(impactOf(must(OPENING[j]), B) * (1 + 1e-12));
      }
    });

    it("should need b for a fixed product at equal prices", function () {
      const equal = Array.from({ length: N }, () => 1 / N);
      balancesFor(equal, B).forEach((balance) => expectClose(balance, B, 1e-10));
    });

    it("should take a fixed product to its targets by n - 1 purchases, none of them negative", function () {
      for (const n of [2, 3, 45, 128]) {
        const [prices, targets] = [openingPrices(n), beliefs(openingPrices(n), 2)];
        let balances = balancesFor(prices, B);
        const plan = planPurchases(balances, targets);
        for (const { outcome, payment } of plan) {
          expect(payment).to.be.at.least(0);
          balances = buyFixedProduct(balances, outcome, payment);
        }
        expect(plan).to.have.length(n - 1);
        fixedProductPrices(balances).forEach((price, j) => expectClose(price / must(targets[j]), 1, 1e-8));
      }
    });

    it("should give a pool of Uniswap the slope of an LMSR", function () {
      for (const price of OPENING) {
        const liquidity = liquidityFor(price, B);
        expectClose(uniswapImpact(price, liquidity), impactOf(price, B), 1e-15);
        // d(1/sqrt P) L is what is bought.
        const after = (1 / Math.sqrt(price) - 1e-6 / liquidity) ** -2;
        expectClose((after - price) / 1e-6 / impactOf(price, B), 1, 1e-6);
        for (const first of [true, false]) {
          expectClose(fromSqrtPrice(toSqrtPrice(price, first), first), price, 1e-14);
        }
      }
    });

    it("should count the transactions that calls fit into", function () {
      expect(countTransactions([1])).to.equal(1);
      expect(countTransactions([9e6, 9e6, 7e6])).to.equal(2);
      expect(countTransactions([9e6, 9e6, 7e6, 1e6])).to.equal(3);
      expect(countTransactions([2 ** 24, 2 ** 24])).to.equal(2);
      expect(countTransactions([2 ** 23, 2 ** 23])).to.equal(1);
    });
  });

  it("should refuse code that lacks a library", function () {
    expect(() => readPeer("LMSRMarketMakerFactory")).to.throw(
      "LMSRMarketMakerFactory is not linked to Fixed192x64Math",
    );
    expect(readPeer("ConditionalTokens")).to.match(/^0x6080/);
  });

  it("should measure every job, ours above its floor, and show it", async function () {
    const result = await measurePeers([2, 3], () => undefined);
    const jobs = Object.keys(JOBS) as Job[];
    for (const n of [2, 3]) {
      for (const job of jobs) {
        const ofJob = result.measured.filter((one) => one.job === job && one.n === n);
        expect(ofJob, job).to.have.length(["split", "report", "redeem"].includes(job) ? 2 : 5);
        for (const { gas } of ofJob) expect(gas, job).to.be.above(floorOf(job, n));
      }
    }
    // ln(1 / least price): at Zipf's prices of 2 and 3, thirds and (6, 3, 2) / 11.
    const [two, three] = result.capitals.filter(({ system }) => system === OURS).map(({ paid }) => paid);
    expectClose(must(two), Math.log(3), 1e-14);
    expectClose(must(three), Math.log(11 / 2), 1e-14);

    const table = renderMarkdown(tabulateGas(result), 2);
    for (const job of jobs) expect(table).to.contain(JOBS[job]);
    expect(renderMarkdown(tabulateCapital(result), 1)).to.contain(`| ${OURS} | 1.10 / 1.10 | 1.70 / 1.70 |`);
    const plot = plotGas(result.measured);
    // A floor in each panel, five makers in four of them, two exchanges in three; and the legend.
    expect(plot.match(/<polyline/g)).to.have.length(7 + 5 * 4 + 2 * 3 + 7);
    expect(plot).to.contain("prefers-color-scheme:dark").and.not.to.contain("NaN");
  });
});
