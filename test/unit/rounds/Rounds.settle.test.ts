import { expect } from "chai";
import { network } from "hardhat";

import { blend, closingPrices, estimate, fallbackPayouts, floorWeights } from "../../../sdk/src/math/index.ts";
import { CHILDREN, DAY, node, nodeOf, ORIGINALITY, TARGET, WAD, WEIGHT } from "../../utils/rounds.ts";
import { ONE_DRAWN, stage, type Stage, sumOf, thousandths } from "../../utils/settle.ts";

const connection = await network.create();
const { networkHelpers } = connection;
const { time } = networkHelpers;

const SEEDS = ["a", "b", "c", "d"].map(nodeOf);
const seedOf = (index: number | undefined) => nodeOf(["a", "b", "c", "d"][index ?? 9] ?? "none");
const BUDGET = 10_000n * WAD;
/** What stays behind: 1,000 locked units of shares and less than 20 ulp of b in each pool. */
const LOCKED = 100_000n;

const weightsOf = async (d: Stage, round: bigint, id: `0x${string}`) => [
  ...(await d.registry.childrenAt(round, id))[1],
];

/** What a market and its reference say, as {@link estimate} takes it. */
async function wordsOf(d: Stage, market: bigint) {
  const { outcomes } = await d.markets.getMarket(market);
  const { logWeights, logSum } = await d.markets.getLogWeights(market, [...Array(Number(outcomes)).keys()]);
  return {
    twap: [...(await d.markets.getTwap(market))],
    closing: closingPrices([...logWeights], logSum),
    reference: [...(await d.rounds.getReference(market))],
  };
}

describe("Rounds: settlement", function () {
  const parameters = { quotas: ONE_DRAWN };

  async function fixture() {
    return stage(connection, { parameters });
  }

  async function juryFixture() {
    return stage(connection, { parameters: { ...parameters, policy: 1 } });
  }

  async function blendFixture() {
    return stage(connection, { parameters: { ...parameters, policy: 2 } });
  }

  /** All questions were opened, all prices moved; the drawn were selected. */
  async function selectedFixture() {
    const d = await fixture();
    await d.start();
    await d.toTrading();
    await d.openSelections();
    for (const index of [0, 1, 2]) await d.openAndTrade(d.alice, ORIGINALITY, index, 0, 40n * WAD);
    for (const index of [0, 1]) await d.openAndTrade(d.alice, CHILDREN, index, 1, 30n * WAD);
    await d.buy(d.alice, await d.rounds.marketOf(1, WEIGHT, 0), 3, 300n * WAD);
    await d.selectDrawn();
    return d;
  }

  /** The same without any node's market. */
  async function unopenedFixture() {
    const d = await fixture();
    await d.start();
    await d.toTrading();
    await d.openSelections();
    await d.selectDrawn();
    return d;
  }

  const finalizeAt = async (d: Stage, market: bigint, payouts: readonly bigint[]) => {
    await d.judge(market, payouts);
    await d.toSettled();
    await d.finalize(market, payouts);
  };

  /** A node is settled as to both kinds: what of it was selected has to be resolved first. */
  const fallBackSelected = async (d: Stage, except: bigint) => {
    for (const kind of [ORIGINALITY, CHILDREN]) {
      for (const index of (await d.split(1n, kind, 3)).selected) {
        const market = await d.rounds.marketOf(1, kind, index);
        if (market !== except && market !== 0n) await d.jury.fallBack(market);
      }
    }
  };

  describe("RO-20 nodes", function () {
    it("not selected: the estimate, whatever the jury says", async function () {
      const d = await networkHelpers.loadFixture(selectedFixture);
      const { others } = await d.split(1n, ORIGINALITY, 3);
      const index = others[0] ?? 0;
      const market = await d.rounds.marketOf(1, ORIGINALITY, index);
      const estimated = await d.rounds.getEstimate(market);
      // Nobody asked it to.
      await finalizeAt(d, market, [WAD / 50n, (49n * WAD) / 50n]);
      await fallBackSelected(d, market);
      await d.rounds.settleSeed(1, index);
      expect(await d.registry.originalityAt(1, seedOf(index))).to.equal(estimated[0]);
      expect(estimated[0]).to.be.greaterThan(await d.registry.originalityRate(1, seedOf(index)));
    });

    it("not selected: children by the estimate, without waiting for their market", async function () {
      const d = await networkHelpers.loadFixture(selectedFixture);
      const index = (await d.split(1n, CHILDREN, 2)).others[0] ?? 0;
      const market = await d.rounds.marketOf(1, CHILDREN, index);
      const estimated = await d.rounds.getEstimate(market);
      await d.toSettled();
      await fallBackSelected(d, 0n);
      await d.rounds.settleSeed(1, index);
      expect((await d.markets.getMarket(market)).resolved).to.equal(false);
      expect(await weightsOf(d, 1n, seedOf(index))).to.deep.equal([...estimated]);
    });

    it("selected and judged: the jury's payouts", async function () {
      const d = await networkHelpers.loadFixture(selectedFixture);
      const index = (await d.split(1n, CHILDREN, 2)).selected[0] ?? 0;
      const market = await d.rounds.marketOf(1, CHILDREN, index);
      const payouts = index === 0 ? thousandths(100n, 100n, 800n) : thousandths(150n, 850n);
      await finalizeAt(d, market, payouts);
      await fallBackSelected(d, market);
      await d.rounds.settleSeed(1, index);
      expect(await weightsOf(d, 1n, seedOf(index))).to.deep.equal(payouts);
    });

    it("selected, and the jury silent: the estimate", async function () {
      const d = await networkHelpers.loadFixture(selectedFixture);
      const index = (await d.split(1n, ORIGINALITY, 3)).selected[0] ?? 0;
      const estimated = await d.rounds.getEstimate(await d.rounds.marketOf(1, ORIGINALITY, index));
      await d.toSettled();
      await fallBackSelected(d, 0n);
      await d.rounds.settleSeed(1, index);
      expect(await d.registry.originalityAt(1, seedOf(index))).to.equal(estimated[0]);
    });

    it("one question opened, the other never: the base rates for that", async function () {
      const d = await networkHelpers.loadFixture(fixture);
      await d.start();
      await d.toTrading();
      await d.openSelections();
      const market = await d.openAndTrade(d.alice, ORIGINALITY, 1, 0, 40n * WAD);
      await d.selectDrawn();
      const estimated = await d.rounds.getEstimate(market);
      await d.toSettled();
      if (await d.rounds.isSelected(1, ORIGINALITY, 1)) await d.jury.fallBack(market);
      await d.rounds.settleSeed(1, 1);
      expect(await weightsOf(d, 1n, seedOf(1))).to.deep.equal(thousandths(700n, 300n));
      expect(await d.registry.originalityAt(1, seedOf(1))).to.equal(estimated[0]);
    });

    it("selected, opened in Evaluation and judged: the jury's payouts", async function () {
      const d = await networkHelpers.loadFixture(unopenedFixture);
      const index = (await d.split(1n, CHILDREN, 2)).selected[0] ?? 0;
      const market = await d.openNode(CHILDREN, index);
      expect((await d.markets.getMarket(market)).pooled).to.equal(false);
      const payouts = index === 0 ? thousandths(20n, 30n, 950n) : thousandths(50n, 950n);
      await finalizeAt(d, market, payouts);
      await d.rounds.settleSeed(1, index);
      expect(await weightsOf(d, 1n, seedOf(index))).to.deep.equal(payouts);
    });

    it("the same but fallen back: the base rates, not equal parts", async function () {
      const d = await networkHelpers.loadFixture(unopenedFixture);
      const index = (await d.split(1n, CHILDREN, 2)).selected[0] ?? 0;
      const market = await d.openNode(CHILDREN, index);
      await d.toSettled();
      await d.jury.fallBack(market);
      const rates = index === 0 ? thousandths(500n, 300n, 200n) : thousandths(700n, 300n);
      expect([...(await d.markets.getPayouts(market))]).to.deep.equal(rates);
      await d.rounds.settleSeed(1, index);
      expect(await weightsOf(d, 1n, seedOf(index))).to.deep.equal(rates);
    });

    describe("a lone seed, whose token is money itself", function () {
      /** a is the only seed; alice proposed a child of it, and moved the prices of its children. */
      async function loneFixture() {
        const graph = [node("target", 0n, { a: 1000n }), node("a", 300n, { x: 500n, y: 500n })];
        const d = await stage(connection, { graph, parameters });
        await d.start();
        await d.registry.connect(d.alice).proposeEdge(nodeOf("a"), "new", WAD / 64n, 1000n * WAD);
        const [candidate] = await d.registry.getCandidates(1, nodeOf("a"));
        await d.toTrading();
        await d.openSelections();
        expect((await d.rounds.getSelection(1, CHILDREN)).market).to.equal(0n);
        const market = await d.openNode(CHILDREN, 0);
        await d.buy(d.alice, market, 1, 300n * WAD);
        return { ...d, market, rateBond: candidate?.rateBond ?? 0n };
      }

      it("selected and judged: the jury's payouts, and bonds pay in full", async function () {
        const d = await networkHelpers.loadFixture(loneFixture);
        await d.selectDrawn();
        expect(await d.rounds.isSelected(1, CHILDREN, 0)).to.equal(true);
        await finalizeAt(d, d.market, thousandths(800n, 200n, 0n));
        await d.rounds.settleSeed(1, 0);
        expect(await weightsOf(d, 1n, nodeOf("a"))).to.deep.equal(thousandths(800n, 200n));
        expect((await d.rounds.getRound(1)).pot, "RO-24").to.equal(0n);
        await expect(d.rounds.collectCompensation(1)).to.emit(d.rounds, "CompensationCollected");
        const { pot } = await d.rounds.getRound(1);
        expect(pot).to.be.greaterThan(0n);
        expect(pot).to.be.closeTo(d.rateBond, 1_000_000n);
      });

      it("selection given up: its market counts, which has to be resolved", async function () {
        const d = await networkHelpers.loadFixture(loneFixture);
        await d.toSettled();
        await d.rounds.fallBackSelection(1, CHILDREN);
        await expect(d.rounds.settleSeed(1, 0))
          .to.be.revertedWithCustomError(d.rounds, "Rounds_MarketPending")
          .withArgs(d.market);
        await d.jury.fallBack(d.market);
        const estimated = [...(await d.rounds.getEstimate(d.market))];
        await d.rounds.settleSeed(1, 0);
        expect(await weightsOf(d, 1n, nodeOf("a"))).to.deep.equal(estimated);
      });
    });

    it("took part in nothing: there is nothing to settle, its weights are what they were", async function () {
      const d = await networkHelpers.loadFixture(unopenedFixture);
      await d.toSettled();
      await expect(d.rounds.settleSeed(1, 2)).to.be.revertedWithCustomError(d.registry, "EdgeRegistry_NotPending");
      expect(await d.registry.isSettled(1, seedOf(2))).to.equal(true);
      expect(await d.registry.originalityAt(1, seedOf(2))).to.equal(WAD / 2n);
    });
  });

  describe("RO-21 seeds", function () {
    /** Their market moved away from the base rates; the audit of seed 2 was paid. */
    async function tradedSeeds(d: Stage) {
      await d.start();
      await d.toTrading();
      await d.rounds.openSeeds();
      const market = await d.rounds.marketOf(1, WEIGHT, 0);
      await d.buy(d.alice, market, 3, 500n * WAD);
      await d.toEvaluation();
      return { market, estimated: [...(await d.rounds.getEstimate(market))] };
    }
    const PAYOUTS = thousandths(100n, 200n, 300n, 400n);

    it("policy Market: audited seeds take the jury's weight, the others' prices share the rest", async function () {
      const d = await networkHelpers.loadFixture(fixture);
      const { market, estimated } = await tradedSeeds(d);
      await d.jury.connect(d.alice).requestAudit(1n, WEIGHT, 2, 10n);
      await d.toSelection();
      await d.rounds.select(WEIGHT, 1n << 2n);
      await finalizeAt(d, market, PAYOUTS);
      await d.rounds.settleTarget(1);

      const weights = await weightsOf(d, 1n, TARGET);
      const priced = sumOf(estimated) - (estimated[2] ?? 0n);
      const parts = estimated.map((price, i) =>
        i === 2 ? (PAYOUTS[2] ?? 0n) * priced : price * (WAD - (PAYOUTS[2] ?? 0n)),
      );
      expect(weights).to.deep.equal(floorWeights(parts));
      expect(weights[2]).to.be.closeTo(PAYOUTS[2] ?? 0n, 3n);
      expect(weights[3]).not.to.equal(PAYOUTS[3]);
      expect(await d.jury.collectAudit.staticCall(1n, WEIGHT, 2)).to.equal(10n);
    });

    it("policy Market without audits: the prices, though the jury spoke", async function () {
      const d = await networkHelpers.loadFixture(fixture);
      const { market, estimated } = await tradedSeeds(d);
      await d.toSelection();
      await d.rounds.select(WEIGHT, 0n);
      await finalizeAt(d, market, PAYOUTS);
      await d.rounds.settleTarget(1);
      expect(await weightsOf(d, 1n, TARGET)).to.deep.equal(estimated);
    });

    it("policy Market, audits paid but the jury silent: the prices, and the audit is refunded", async function () {
      const d = await networkHelpers.loadFixture(fixture);
      const { market, estimated } = await tradedSeeds(d);
      await d.jury.connect(d.alice).requestAudit(1n, WEIGHT, 2, 10n);
      await d.toSelection();
      await d.rounds.select(WEIGHT, 1n << 2n);
      await d.toSettled();
      await d.jury.fallBack(market);
      await d.rounds.settleTarget(1);
      expect(await weightsOf(d, 1n, TARGET)).to.deep.equal(estimated);
      await expect(d.jury.collectAudit(1n, WEIGHT, 2)).to.be.revertedWithCustomError(d.jury, "Jury_NotCollectable");
      await d.jury.refundAudit(1n, WEIGHT, 2, d.alice);
      expect(await d.jury.credits(d.alice)).to.equal(10n);
    });

    it("policy Jury: the jury's payouts; the prices if it is silent", async function () {
      for (const silent of [false, true]) {
        const d = await networkHelpers.loadFixture(juryFixture);
        const { market, estimated } = await tradedSeeds(d);
        if (!silent) await d.judge(market, PAYOUTS);
        await d.toSettled();
        if (silent) await d.jury.fallBack(market);
        else await d.finalize(market, PAYOUTS);
        await d.rounds.settleTarget(1);
        expect(await weightsOf(d, 1n, TARGET)).to.deep.equal(silent ? estimated : PAYOUTS);
      }
    });
  });

  describe("RO-25 the estimate", function () {
    it("should be the median of time-weighted and closing prices and the reference, as the SDK computes it", async function () {
      const d = await networkHelpers.loadFixture(selectedFixture);
      const markets = [await d.rounds.marketOf(1, WEIGHT, 0)];
      for (const [kind, indices] of [
        [ORIGINALITY, [0, 1, 2]],
        [CHILDREN, [0, 1]],
      ] as const) {
        for (const index of indices) markets.push(await d.rounds.marketOf(1, kind, index));
      }
      for (const market of markets) {
        expect([...(await d.rounds.getEstimate(market))]).to.deep.equal(estimate(await wordsOf(d, market)));
      }
    });

    it("should be the reference without a pool, and refuse what is no market of a round", async function () {
      const d = await networkHelpers.loadFixture(unopenedFixture);
      const index = (await d.split(1n, CHILDREN, 2)).selected[0] ?? 0;
      const market = await d.openNode(CHILDREN, index);
      expect(await d.rounds.getEstimate(market)).to.deep.equal(await d.rounds.getReference(market));
      for (const call of [d.rounds.getEstimate(1n), d.rounds.getReference(1n)]) {
        await expect(call).to.be.revertedWithCustomError(d.rounds, "Rounds_UnknownMarket").withArgs(1n);
      }
    });

    /** Alice buys `amount` of an outcome of the seeds at `at`, and sells it again at `until`, before trading closes. */
    async function push({ at, until }: { at?: number; until?: number }) {
      const d = await networkHelpers.loadFixture(blendFixture);
      await d.start();
      await d.toTrading();
      await d.rounds.openSeeds();
      const market = await d.rounds.marketOf(1, WEIGHT, 0);
      const { closesAt } = await d.markets.getMarket(market);
      if (at !== undefined) await time.increaseTo(Number(closesAt) + at);
      await d.buy(d.alice, market, 3, 2000n * WAD);
      if (until !== undefined) {
        await time.increaseTo(Number(closesAt) + until);
        await d.buy(d.alice, market, 3, -2000n * WAD);
      }
      await d.toEvaluation();
      const reference = await d.rounds.getReference(market);
      const [twap, estimated] = [await d.markets.getTwap(market), await d.rounds.getEstimate(market)];
      return { d, market, moved: Number(estimated[3]) - Number(reference[3]), held: Number(twap[3]) };
    }

    it("attack: held through the window and undone in its last seconds, a push should move nothing", async function () {
      const { moved, held } = await push({ until: -2 });
      expect(held / 1e18).to.be.greaterThan(0.5);
      expect(Math.abs(moved) / 1e18).to.be.below(1e-3);
    });

    it("attack: sniped in the last seconds, it should move nothing", async function () {
      const { moved } = await push({ at: -2 });
      expect(Math.abs(moved) / 1e18).to.be.below(1e-3);
    });

    it("attack: what nobody judges should move by 2.5 points, though the position stays", async function () {
      const { d, market, moved } = await push({});
      expect(moved / 1e18).to.be.greaterThan(0.5);
      await d.toSettled();
      await d.jury.fallBack(market);
      await d.rounds.settleTarget(1);
      const weights = await weightsOf(d, 1n, TARGET);
      const reference = await d.rounds.getReference(market);
      for (const [j, weight] of weights.entries()) {
        expect(Math.abs(Number(weight - (reference[j] ?? 0n))) / 1e18).to.be.at.most(0.025 + 1e-17);
      }
    });
  });

  describe("RO-26 to RO-28 policy Blend", function () {
    const compared = (verdict: readonly bigint[]) => ({ weights: verdict, compared: verdict.map(() => true) });

    async function tradedSeeds(d: Stage) {
      await d.start();
      await d.toTrading();
      await d.rounds.openSeeds();
      const market = await d.rounds.marketOf(1, WEIGHT, 0);
      await d.buy(d.alice, market, 3, 500n * WAD);
      await d.toEvaluation();
      return market;
    }

    it("judged: the root of word and estimate, as the SDK computes it", async function () {
      const d = await networkHelpers.loadFixture(blendFixture);
      const market = await tradedSeeds(d);
      const verdict = thousandths(100n, 500n, 100n, 300n);
      await finalizeAt(d, market, verdict);
      await d.rounds.settleTarget(1);
      const words = await wordsOf(d, market);
      const expected = blend({ ...words, estimate: estimate(words), verdict: compared(verdict) });
      expect(await weightsOf(d, 1n, TARGET)).to.deep.equal(floorWeights(expected));
    });

    it("audited: the jury's word for that seed, whatever its price", async function () {
      const d = await networkHelpers.loadFixture(blendFixture);
      const market = await tradedSeeds(d);
      await d.jury.connect(d.alice).requestAudit(1n, WEIGHT, 2, 10n);
      await d.toSelection();
      await d.rounds.select(WEIGHT, 1n << 2n);
      const verdict = thousandths(100n, 500n, 100n, 300n);
      await finalizeAt(d, market, verdict);
      await d.rounds.settleTarget(1);
      const words = await wordsOf(d, market);
      const audited = [false, false, true, false];
      const weights = await weightsOf(d, 1n, TARGET);
      const expected = blend({ ...words, estimate: estimate(words), verdict: compared(verdict), audited });
      expect(weights).to.deep.equal(floorWeights(expected));
      expect(weights[2]).to.be.closeTo(WAD / 10n, 4n);
    });

    it("not judged: the estimate within its bounds, for nodes as well", async function () {
      const d = await networkHelpers.loadFixture(blendFixture);
      const market = await tradedSeeds(d);
      await d.toSettled();
      await d.jury.fallBack(market);
      await d.rounds.settleTarget(1);
      const words = await wordsOf(d, market);
      const expected = blend({ ...words, estimate: estimate(words), verdict: undefined });
      expect(await weightsOf(d, 1n, TARGET)).to.deep.equal(floorWeights(expected));
    });

    it("an originality of which nobody asked should be its reference, whatever was declared", async function () {
      const d = await networkHelpers.loadFixture(unopenedFixture);
      await d.toSettled();
      expect(await d.registry.originalityReference(1, seedOf(1))).to.equal((WAD * 6n) / 10n);
      expect(await d.registry.originalityAt(1, seedOf(1))).to.equal((WAD * 6n) / 10n);
    });

    it("JU-12 a silent jury's market should pay the root of reference and estimate, as the SDK computes it", async function () {
      const d = await networkHelpers.loadFixture(blendFixture);
      const market = await tradedSeeds(d);
      await d.toSettled();
      await d.jury.fallBack(market);
      const words = await wordsOf(d, market);
      const payouts = fallbackPayouts(words.reference, estimate(words));
      expect([...(await d.markets.getPayouts(market))]).to.deep.equal(payouts);
      expect(await d.rounds.getFallbackPayouts(market)).to.deep.equal(payouts);
    });

    it("judged without a pool: the root of word and reference", async function () {
      const d = await networkHelpers.loadFixture(blendFixture);
      await d.start();
      await d.toTrading();
      await d.openSelections();
      await d.selectDrawn();
      const index = (await d.split(1n, CHILDREN, 2)).selected[0] ?? 0;
      const market = await d.openNode(CHILDREN, index);
      const verdict = index === 0 ? thousandths(20n, 30n, 950n) : thousandths(50n, 950n);
      await finalizeAt(d, market, verdict);
      await d.rounds.settleSeed(1, index);
      const reference = [...(await d.rounds.getReference(market))];
      const expected = blend({ reference, estimate: reference, verdict: compared(verdict) });
      expect(await weightsOf(d, 1n, seedOf(index))).to.deep.equal(floorWeights(expected));
    });
  });

  describe("RO-21 seeds whose pool nobody opened", function () {
    /** An auction was to open the pool, nobody cleared it; alice proposed a seed. */
    async function unclearedFixture() {
      const d = await stage(connection, { parameters: { ...parameters, openingKinds: 1, openingPeriod: 2 * DAY } });
      await d.start();
      const worth = await d.worthOf(d.alice);
      await d.registry.connect(d.alice).proposeEdge(TARGET, "new", WAD / 64n, 1000n * WAD);
      const [candidate] = await d.registry.getCandidates(1, TARGET);
      await time.increaseTo((await d.schedule()).openingAt);
      await d.rounds.openSeeds();
      const market = await d.rounds.marketOf(1, WEIGHT, 0);
      await d.toEvaluation();
      expect((await d.markets.getMarket(market)).pooled).to.equal(false);
      return { ...d, market, slotBond: candidate?.slotBond ?? 0n, worth };
    }

    it("should take the jury's word for all, though nobody paid for an audit, and charge no rate", async function () {
      const d = await networkHelpers.loadFixture(unclearedFixture);
      await finalizeAt(d, d.market, thousandths(100n, 200n, 300n, 400n, 0n));
      await expect(d.rounds.settleTarget(1)).to.emit(d.rounds, "NodeSettled").withArgs(1n, TARGET, 0n);
      expect(await weightsOf(d, 1n, TARGET)).to.deep.equal(thousandths(100n, 200n, 300n, 400n));
      // The edge leaves: that costs (a), but there was no pool that its rate could have cost anything.
      expect(await d.worthOf(d.alice)).to.equal(d.worth - d.slotBond);
      await d.registry.collectSlashed();
      expect(await d.jury.rewardPot()).to.equal(d.slotBond);
    });

    it("should stay at the base rates if the jury is silent, not at equal parts", async function () {
      const d = await networkHelpers.loadFixture(unclearedFixture);
      await d.toSettled();
      await d.jury.fallBack(d.market);
      expect(await d.markets.getPayouts(d.market)).to.deep.equal(await d.rounds.getReference(d.market));
      await d.rounds.settleTarget(1);
      expect(await weightsOf(d, 1n, TARGET)).to.deep.equal(thousandths(400n, 300n, 200n, 100n));
      expect(await d.worthOf(d.alice)).to.equal(d.worth);
    });
  });

  describe("RO-22 sums", function () {
    /** 128 seeds, each 1/128 but the first, which has the remainder. */
    async function crowdFixture() {
      const names = Array.from({ length: 128 }, (_, i) => `seed${i}`);
      const crowd = node("target", 0n, Object.fromEntries(names.map((name) => [name, 1n])));
      const weights = floorWeights(names.map(() => 1n));
      return stage(connection, {
        graph: [{ ...crowd, weights }],
        parameters: { ...parameters, policy: 1 },
      });
    }

    it("128 funded children and three candidates: 128 stay, to exactly 1e18, the older of equals", async function () {
      const d = await networkHelpers.loadFixture(crowdFixture);
      await d.start();
      for (const name of ["x", "y", "z"]) {
        await d.registry.connect(d.alice).proposeEdge(TARGET, name, WAD / 100n, 1000n * WAD);
      }
      await d.toTrading();
      await d.rounds.openSeeds();
      const market = await d.rounds.marketOf(1, WEIGHT, 0);
      await d.toEvaluation();
      // x and z are worth more than each of the others, y as much as they; seeds 5 and 6 are worth the least.
      const parts = Array.from({ length: 131 }, (_, i) =>
        i === 5 || i === 6 ? 90n : i === 128 || i === 130 ? 200n : 100n,
      );
      const payouts = floorWeights(parts);
      await finalizeAt(d, market, payouts);
      await d.rounds.settleTarget(1);

      const [children, weights] = await d.registry.childrenAt(1, TARGET);
      expect(children.length).to.equal(128);
      expect(sumOf(weights)).to.equal(WAD);
      expect(weights.every((weight) => weight > 0n)).to.equal(true);
      const left = [5, 6].map((i) => nodeOf(`seed${i}`));
      expect(children.filter((child) => left.includes(child as `0x${string}`))).to.deep.equal([]);
      expect(children.slice(-2)).to.deep.equal([nodeOf("x"), nodeOf("z")]);
      expect(children).not.to.include(nodeOf("y"));
      // What left is spread in proportion.
      const kept = payouts.filter((_, i) => ![5, 6, 129].includes(i));
      expect([...weights]).to.deep.equal(floorWeights(kept));
    });

    it("a funded child that is worth nothing should get nothing, and a candidate leave", async function () {
      const d = await networkHelpers.loadFixture(juryFixture);
      await d.start();
      await d.registry.connect(d.alice).proposeEdge(TARGET, "new", WAD / 100n, 1000n * WAD);
      await d.toTrading();
      await d.rounds.openSeeds();
      await d.toEvaluation();
      await finalizeAt(d, await d.rounds.marketOf(1, WEIGHT, 0), thousandths(600n, 0n, 300n, 100n, 0n));
      await d.rounds.settleTarget(1);
      const [children, weights] = await d.registry.childrenAt(1, TARGET);
      expect([...children]).to.deep.equal(SEEDS);
      expect([...weights]).to.deep.equal(thousandths(600n, 0n, 300n, 100n));
    });
  });

  describe("RO-23 once, and only from Settled", function () {
    it("should settle from the second in which Settled begins, once", async function () {
      const d = await networkHelpers.loadFixture(unopenedFixture);
      await d.toChallenge();
      await d.jury.fallBack(await d.rounds.marketOf(1, WEIGHT, 0));
      const { settlesAt } = await d.rounds.scheduleOf(1);
      await time.setNextBlockTimestamp(settlesAt - 1n);
      await expect(d.rounds.settleTarget(1))
        .to.be.revertedWithCustomError(d.rounds, "Rounds_WrongPhase")
        .withArgs(1n, 5n);
      await time.setNextBlockTimestamp(settlesAt);
      await expect(d.rounds.settleTarget(1)).to.emit(d.rounds, "NodeSettled").withArgs(1n, TARGET, 0n);
      await expect(d.rounds.settleTarget(1))
        .to.be.revertedWithCustomError(d.registry, "EdgeRegistry_NotPending")
        .withArgs(TARGET, 1n);
    });

    it("seeds should be settled from the same second, once", async function () {
      const d = await networkHelpers.loadFixture(selectedFixture);
      await d.toChallenge();
      for (const kind of [ORIGINALITY, CHILDREN]) await d.jury.fallBack(await d.rounds.marketOf(1, kind, 0));
      const { settlesAt } = await d.rounds.scheduleOf(1);
      await time.setNextBlockTimestamp(settlesAt - 1n);
      await expect(d.rounds.settleSeed(1, 0)).to.be.revertedWithCustomError(d.rounds, "Rounds_WrongPhase");
      await time.setNextBlockTimestamp(settlesAt);
      await expect(d.rounds.settleSeed(1, 0)).to.emit(d.rounds, "NodeSettled").withArgs(1n, seedOf(0), 0n);
      await expect(d.rounds.settleSeed(1, 0))
        .to.be.revertedWithCustomError(d.registry, "EdgeRegistry_NotPending")
        .withArgs(seedOf(0), 1n);
    });

    it("a market that waits should be named, and be resolved by anyone", async function () {
      const d = await networkHelpers.loadFixture(unopenedFixture);
      await d.toSettled();
      const market = await d.rounds.marketOf(1, WEIGHT, 0);
      await expect(d.rounds.settleTarget(1))
        .to.be.revertedWithCustomError(d.rounds, "Rounds_MarketPending")
        .withArgs(market);
      await d.jury.connect(d.carol).fallBack(market);
      await d.rounds.connect(d.carol).settleTarget(1);
      expect(await d.registry.isSettled(1, TARGET)).to.equal(true);
    });

    it("a selected node's market that waits should be named as well", async function () {
      const d = await networkHelpers.loadFixture(selectedFixture);
      const index = (await d.split(1n, ORIGINALITY, 3)).selected[0] ?? 0;
      await d.toSettled();
      const children = await d.rounds.marketOf(1, CHILDREN, index);
      if (await d.rounds.isSelected(1, CHILDREN, index)) await d.jury.fallBack(children);
      const market = await d.rounds.marketOf(1, ORIGINALITY, index);
      await expect(d.rounds.settleSeed(1, index))
        .to.be.revertedWithCustomError(d.rounds, "Rounds_MarketPending")
        .withArgs(market);
      await d.jury.connect(d.carol).fallBack(market);
      await d.rounds.connect(d.carol).settleSeed(1, index);
      expect(await d.registry.isSettled(1, seedOf(index))).to.equal(true);
    });

    it("a selection that nobody fixed should be named, and be given up by anyone", async function () {
      const d = await networkHelpers.loadFixture(fixture);
      await d.start();
      await d.toTrading();
      await d.openSelections();
      const market = await d.openNode(ORIGINALITY, 0);
      await d.toSettled();
      await expect(d.rounds.settleSeed(1, 0))
        .to.be.revertedWithCustomError(d.rounds, "Rounds_SelectionPending")
        .withArgs(1n, ORIGINALITY);
      await d.rounds.connect(d.carol).fallBackSelection(1, ORIGINALITY);
      await d.jury.connect(d.carol).fallBack(market);
      await d.rounds.connect(d.carol).settleSeed(1, 0);
      expect(await d.registry.isSettled(1, seedOf(0))).to.equal(true);
    });
  });

  describe("bonds", function () {
    /** alice proposed an edge of the target at the highest rate; the market of seeds is open, without fees. */
    async function bondedFixture() {
      const d = await stage(connection, { parameters: { ...parameters, feeRate: 0, alpha: 0, policy: 1 } });
      await d.start(BUDGET);
      const worth = await d.worthOf(d.alice);
      await d.registry.connect(d.alice).proposeEdge(TARGET, "new", WAD / 64n, 1000n * WAD);
      const [candidate] = await d.registry.getCandidates(1, TARGET);
      if (!candidate) throw new Error("There is no candidate.");
      return { ...d, candidate, worth };
    }
    /** The base rates of the others, as if the candidate were not there. */
    const WORTHLESS = thousandths(400n, 300n, 200n, 100n, 0n);

    /** Settles with these payouts; everybody redeems. */
    async function conclude(d: Stage, payouts: readonly bigint[]) {
      await d.toEvaluation();
      const market = await d.rounds.marketOf(1, WEIGHT, 0);
      await finalizeAt(d, market, payouts);
      await d.rounds.settleTarget(1);
      for (const account of [d.alice, d.bob]) await d.redeemAll(account, market);
      return d.collectAll(1n, 4);
    }

    it("RO-7 a bonded edge that is worth nothing should compensate the sponsors", async function () {
      const d = await networkHelpers.loadFixture(bondedFixture);
      await d.toTrading();
      await d.rounds.openSeeds();
      const pot = await conclude(d, WORTHLESS);
      const [settled] = await d.rounds.queryFilter(d.rounds.filters.NodeSettled(1n, TARGET));
      const compensation = settled?.args.compensation ?? 0n;
      // v = 0, m = 1: all of it, b ln(1 / (1 - r)).
      expect(compensation).to.be.closeTo(d.candidate.rateBond, 1_000_000n);
      expect(pot).to.be.within(BUDGET + compensation - LOCKED, BUDGET + compensation);
      await d.registry.collectSlashed();
      expect(await d.jury.rewardPot()).to.equal(d.candidate.slotBond);
      expect(d.worth - (await d.worthOf(d.alice))).to.equal(d.candidate.slotBond + compensation);
      await d.rounds.withdrawSponsorship(1, d.deployer);
      expect(await d.money.balanceOf(d.rounds)).to.be.lessThan(2n);
    });

    it("an edge that is worth its rate should cost nothing", async function () {
      const d = await networkHelpers.loadFixture(bondedFixture);
      await d.toTrading();
      await d.rounds.openSeeds();
      const [, rates] = await d.registry.roster(1, TARGET);
      const pot = await conclude(d, [...rates]);
      expect(await d.worthOf(d.alice)).to.equal(d.worth);
      expect(pot).to.be.within(BUDGET - LOCKED, BUDGET);
      expect((await d.registry.childrenAt(1, TARGET))[0].at(-1)).to.equal(nodeOf("new"));
    });

    it("to sell one's own bonded edge should not pay", async function () {
      const d = await networkHelpers.loadFixture(bondedFixture);
      await d.toTrading();
      await d.rounds.openSeeds();
      const market = await d.rounds.marketOf(1, WEIGHT, 0);
      const before = await d.money.balanceOf(d.alice);
      // Down to a thousandth of its opening price, in one go.
      const b = await d.rounds.liquidityOf(1, WEIGHT);
      const order = { outcome: 4, short: true, amount: 7n * b };
      await d.markets.connect(d.alice).trade(market, [order], 2n ** 200n, 2n ** 64n, d.alice);
      expect((await d.pricesOf(market))[4]).to.be.lessThan(WAD / 60_000n);
      const pot = await conclude(d, WORTHLESS);
      const gain = (await d.money.balanceOf(d.alice)) - before;
      expect(gain).to.be.greaterThan((d.candidate.rateBond * 99n) / 100n);
      expect(gain).to.be.at.most(d.candidate.rateBond);
      // She pays part (b) for what she took, and part (a) for nothing.
      expect(await d.worthOf(d.alice)).to.be.at.most(d.worth - d.candidate.slotBond);
      expect(pot).to.be.at.least(BUDGET - LOCKED);
    });

    it("to challenge one's own edge should not pay, whether it leaves or stays", async function () {
      for (const leaves of [true, false]) {
        const d = await networkHelpers.loadFixture(bondedFixture);
        const bob = await d.worthOf(d.bob);
        // bob is alice.
        await d.registry.connect(d.bob).challengeEdge(TARGET, nodeOf("new"), 1000n * WAD);
        const stake = bob - (await d.money.balanceOf(d.bob));
        expect(stake).to.equal((d.candidate.slotBond + d.candidate.rateBond + 1n) / 2n);
        await d.toTrading();
        await d.rounds.openSeeds();
        const [, rates] = await d.registry.roster(1, TARGET);
        await conclude(d, leaves ? WORTHLESS : [...rates]);
        const cost = d.worth + bob - (await d.worthOf(d.alice)) - (await d.worthOf(d.bob));
        if (leaves) {
          // Without the challenge it is the same but for the quarter, which is less than what is slashed.
          expect(cost).to.be.at.least((d.candidate.slotBond * 3n) / 4n + d.candidate.rateBond - 1_000_000n);
        } else {
          expect(cost).to.equal(stake - stake / 2n);
        }
        await d.registry.collectSlashed();
        expect(await d.jury.rewardPot()).to.equal(
          leaves ? d.candidate.slotBond - d.candidate.slotBond / 4n : stake - stake / 2n,
        );
      }
    });

    it("ER-24 where nobody was asked, candidates should come to nothing, and bonds and stakes come back", async function () {
      const d = await networkHelpers.loadFixture(bondedFixture);
      const challenger = await d.worthOf(d.bob);
      await d.registry.connect(d.bob).challengeEdge(TARGET, nodeOf("new"), 1000n * WAD);
      await d.toSettled();
      await d.rounds.settleTarget(1);
      expect(await weightsOf(d, 1n, TARGET)).to.deep.equal(thousandths(400n, 300n, 200n, 100n));
      expect(await d.worthOf(d.alice)).to.equal(d.worth);
      expect(await d.worthOf(d.bob)).to.equal(challenger);
      expect((await d.rounds.getRound(1)).pot).to.equal(0n);
      await d.registry.collectSlashed();
      expect(await d.jury.rewardPot()).to.equal(0n);
    });

    it("ER-24 edges that no market was asked about should not get in, whoever challenges them", async function () {
      const d = await networkHelpers.loadFixture(fixture);
      await d.start();
      const [a, d_] = [nodeOf("a"), nodeOf("d")];
      const before = [await d.worthOf(d.alice), await d.worthOf(d.bob)];
      for (const parent of [a, d_]) {
        for (let i = 0; i < 7; ++i) {
          await d.registry.connect(d.alice).proposeEdge(parent, `junk ${i}`, WAD / 64n, 2n ** 255n);
          await d.registry.connect(d.bob).challengeEdge(parent, nodeOf(`junk ${i}`), 2n ** 255n);
        }
      }
      await d.toTrading();
      await d.openSelections(); // the children of a and d are opened by nobody
      await d.toSettled();
      await d.rounds.settleSeed(1, 0);
      await d.rounds.settleSeed(1, 3);
      const [children, weights] = await d.registry.childrenAt(1, a);
      expect([children.length, [...weights]]).to.deep.equal([3, thousandths(500n, 300n, 200n)]);
      // d had no children, and has none now.
      expect(await d.registry.childCountAt(1, d_)).to.equal(0n);
      expect(await d.registry.originalityAt(1, d_)).to.equal(WAD);
      expect([await d.worthOf(d.alice), await d.worthOf(d.bob)]).to.deep.equal(before);
    });

    it("bonds under a seed that opts out should not be stranded", async function () {
      const d = await networkHelpers.loadFixture(fixture);
      await d.appoint(nodeOf("b"), d.bob);
      await d.start();
      await d.registry.connect(d.bob).optOut(nodeOf("b"));
      await d.toSettled();
      await d.start();
      // The opt-out has begun, anyone may apply it now: nothing could settle what is proposed before.
      await expect(d.registry.connect(d.alice).proposeEdge(nodeOf("b"), "new", WAD / 100n, 1000n * WAD))
        .to.be.revertedWithCustomError(d.registry, "EdgeRegistry_OptedOut")
        .withArgs(nodeOf("b"));
      await expect(d.registry.connect(d.bob).declare(nodeOf("b"), [], WAD / 2n, WAD))
        .to.be.revertedWithCustomError(d.registry, "EdgeRegistry_OptedOut")
        .withArgs(nodeOf("b"));
      await d.registry.connect(d.carol).applyOptOut(TARGET, nodeOf("b"));
      expect(await d.registry.isSeed(2, nodeOf("b"))).to.equal(false);
      await d.toSettled();
      await d.rounds.settleTarget(2);
      expect(await d.registry.isSettled(2, nodeOf("b"))).to.equal(true);
    });

    it("a child that opts out should not strand a seed that does", async function () {
      const d = await networkHelpers.loadFixture(fixture);
      await d.appoint(nodeOf("b"), d.bob);
      await d.appoint(nodeOf("u"), d.carol);
      await d.start();
      await d.registry.connect(d.bob).optOut(nodeOf("b"));
      await d.registry.connect(d.carol).optOut(nodeOf("u"));
      await d.toSettled();
      await d.start();
      await expect(d.registry.applyOptOut(nodeOf("b"), nodeOf("u")))
        .to.be.revertedWithCustomError(d.registry, "EdgeRegistry_OptedOut")
        .withArgs(nodeOf("b"));
      await d.registry.applyOptOut(TARGET, nodeOf("b"));
      await d.toTrading();
      await d.registry.applyOptOut(nodeOf("b"), nodeOf("u"));
      await d.toSettled();
      await d.rounds.settleTarget(2);
      expect(await d.registry.isSettled(2, nodeOf("b"))).to.equal(true);
      expect(await weightsOf(d, 2n, nodeOf("b"))).to.deep.equal([WAD]);
    });
  });

  describe("the next round", function () {
    it("ER-61 should open with the reference, which prices do not move", async function () {
      const d = await networkHelpers.loadFixture(selectedFixture);
      await d.toSettled();
      await d.jury.fallBack(await d.rounds.marketOf(1, WEIGHT, 0));
      await fallBackSelected(d, 0n);
      await d.rounds.settleTarget(1);
      await d.rounds.settleSeed(1, 0);
      const seeds = await d.registry.references(1, TARGET);
      const children = await d.registry.references(1, seedOf(0));
      const originality = await d.registry.originalityReference(1, seedOf(0));
      expect(seeds).to.deep.equal(thousandths(400n, 300n, 200n, 100n));
      expect(await weightsOf(d, 1n, TARGET)).not.to.deep.equal(seeds);

      await d.start();
      await d.toTrading();
      await d.openSelections();
      for (const [market, expected] of [
        [await d.rounds.marketOf(2, WEIGHT, 0), seeds],
        [await d.openNode(CHILDREN, 0), children],
        [await d.openNode(ORIGINALITY, 0), [originality, WAD - originality]],
      ] as const) {
        const prices = await d.pricesOf(market);
        expect(prices.length).to.equal(expected.length);
        for (const [i, price] of prices.entries()) expect(price).to.be.closeTo(expected[i] ?? 0n, 100n);
      }
    });

    it("ER-8 nothing of it should open over a roster that still waits for its settlement", async function () {
      const d = await networkHelpers.loadFixture(unopenedFixture);
      await d.toSettled();
      await d.start();
      await d.toTrading();
      for (const refused of [
        () => d.rounds.openSeeds(),
        () => d.rounds.openSelection(ORIGINALITY),
        () => d.rounds.openSelection(CHILDREN),
      ]) {
        await expect(refused())
          .to.be.revertedWithCustomError(d.registry, "EdgeRegistry_NotSettled")
          .withArgs(TARGET, 1n);
      }
      await d.jury.fallBack(await d.rounds.marketOf(1, WEIGHT, 0));
      await d.rounds.settleTarget(1);
      await d.openSelections();
    });

    it("ER-8 a seed that is left with one child by what it waited for should open no market", async function () {
      const d = await networkHelpers.loadFixture(fixture);
      const [b, u] = [nodeOf("b"), nodeOf("u")];
      await d.appoint(u, d.carol);
      await d.registry.connect(d.carol).optOut(u);
      await d.start();
      await d.registry.applyOptOut(b, u);
      await d.toSettled();
      await d.start();
      await d.toTrading();
      // As long as the first round is not settled, b has the children that it had before it.
      await d.rounds.openSelection(CHILDREN);
      expect(await d.rounds.isEligible(2, CHILDREN, 1)).to.equal(true);
      await expect(d.rounds.openNode(CHILDREN, 1))
        .to.be.revertedWithCustomError(d.registry, "EdgeRegistry_NotSettled")
        .withArgs(b, 1n);
      await d.rounds.settleSeed(1, 1);
      expect(await d.registry.rosterSize(2, b)).to.equal(1n);
      await expect(d.rounds.openNode(CHILDREN, 1)).to.be.revertedWithCustomError(d.rounds, "Rounds_Nothing");
      expect(await d.rounds.marketOf(2, CHILDREN, 1)).to.equal(0n);
      // It waits for nothing of the second round.
      await d.toSettled();
      expect(await d.registry.isSettled(2, b)).to.equal(true);
    });

    it("ER-8 a node that still waits for the first round should not count as settled in the second", async function () {
      const d = await networkHelpers.loadFixture(selectedFixture);
      await d.toSettled();
      await d.start();
      await d.toSettled();
      expect(await d.registry.isSettled(1, seedOf(0))).to.equal(false);
      expect(await d.registry.isSettled(2, seedOf(0))).to.equal(false);
      await fallBackSelected(d, 0n);
      await d.rounds.settleSeed(1, 0);
      expect(await d.registry.isSettled(1, seedOf(0))).to.equal(true);
      expect(await d.registry.isSettled(2, seedOf(0))).to.equal(true);
    });
  });
});
