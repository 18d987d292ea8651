import { expect } from "chai";
import { network } from "hardhat";

import { CHILDREN, nodeOf, ORIGINALITY, TARGET, WAD, WEIGHT } from "../utils/rounds.ts";
import { ONE_DRAWN, stage, type Stage, sumOf, thousandths } from "../utils/settle.ts";

const connection = await network.create();
const { networkHelpers } = connection;

const BUDGET = 10_000n * WAD;
/** Locked shares and rounding, of up to six pools. */
const DUST = 200_000n;
const NODES = [
  [ORIGINALITY, 0],
  [ORIGINALITY, 1],
  [ORIGINALITY, 2],
  [CHILDREN, 0],
  [CHILDREN, 1],
] as const;

describe("Rounds that nobody answers", function () {
  async function fixture() {
    return stage(connection, { parameters: { quotas: ONE_DRAWN } });
  }

  const seedMarketOf = (d: Stage) => d.rounds.marketOf(1, WEIGHT, 0);

  /** Everything is opened and traded, by two traders, in all markets. */
  async function traded(d: Stage) {
    await d.start(BUDGET);
    await d.toTrading();
    await d.openSelections();
    for (const [kind, index] of NODES) {
      await d.openAndTrade(d.alice, kind, index, 0, 40n * WAD);
      await d.tokens(d.bob, kind, index, 90n * WAD);
      await d.buy(d.bob, await d.rounds.marketOf(1, kind, index), 1, 20n * WAD);
    }
    await d.buy(d.alice, await seedMarketOf(d), 3, 300n * WAD);
    await d.buy(d.bob, await seedMarketOf(d), 1, 200n * WAD);
  }

  /** Redeems every token of every trader; what is left of the money in the markets is dust. */
  async function redeemEverything(d: Stage) {
    const markets = [await seedMarketOf(d)];
    for (const [kind, index] of NODES) markets.push(await d.rounds.marketOf(1, kind, index));
    for (const kind of [ORIGINALITY, CHILDREN]) markets.push((await d.rounds.getSelection(1, kind)).market);
    // Children before their selection: what is redeemed last is what is left of the selection tokens.
    for (const account of [d.alice, d.bob]) {
      for (const market of markets) if (market !== 0n) await d.redeemAll(account, market);
      for (const market of markets) {
        if (market === 0n) continue;
        const { outcomes } = await d.markets.getMarket(market);
        for (let i = 0n; i < outcomes; i++) {
          expect(await d.markets.balanceOf(account, market | i)).to.equal(0n);
          expect(await d.markets.balanceOf(account, market | (256n + i))).to.equal(0n);
        }
      }
    }
  }

  it("nobody draws or selects: 1/n each, everything is redeemed, settled and returned", async function () {
    const d = await networkHelpers.loadFixture(fixture);
    const supply = await d.money.totalSupply();
    const before = (await d.money.balanceOf(d.alice)) + (await d.money.balanceOf(d.bob));
    await traded(d);
    await d.toChallenge();
    for (const kind of [ORIGINALITY, CHILDREN]) await d.rounds.connect(d.carol).fallBackSelection(1, kind);
    await d.rounds.connect(d.carol).fallBackSelection(1, WEIGHT);
    for (const [kind, count] of [
      [ORIGINALITY, 3n],
      [CHILDREN, 2n],
    ] as const) {
      const payouts = await d.markets.getPayouts((await d.rounds.getSelection(1, kind)).market);
      expect(sumOf(payouts)).to.equal(WAD);
      for (const payout of payouts) expect(payout).to.be.within(WAD / count, WAD / count + 1n);
    }
    const estimates = new Map<string, bigint[]>();
    for (const [kind, index] of NODES) {
      const market = await d.rounds.marketOf(1, kind, index);
      estimates.set(`${kind}/${index}`, [...(await d.rounds.getEstimate(market))]);
      await d.jury.connect(d.carol).fallBack(market);
    }
    await d.jury.connect(d.carol).fallBack(await seedMarketOf(d));
    await redeemEverything(d);
    await d.toSettled();
    await d.rounds.connect(d.carol).settleTarget(1);
    for (const index of [0, 1, 2]) await d.rounds.connect(d.carol).settleSeed(1, index);

    for (const index of [0, 1]) {
      const node = nodeOf(["a", "b"][index] ?? "");
      expect([...(await d.registry.childrenAt(1, node))[1]]).to.deep.equal(estimates.get(`${CHILDREN}/${index}`));
      expect(await d.registry.originalityAt(1, node)).to.equal(estimates.get(`${ORIGINALITY}/${index}`)?.[0]);
    }
    const pot = await d.collectAll(1n, 4);
    await d.rounds.connect(d.deployer).withdrawSponsorship(1, d.deployer);
    expect(await d.money.balanceOf(d.rounds)).to.be.lessThan(2n);
    // What the traders lost the sponsor has, to the dust in the markets.
    const after = (await d.money.balanceOf(d.alice)) + (await d.money.balanceOf(d.bob));
    const left = await d.money.balanceOf(d.markets);
    expect(left).to.be.lessThan(DUST);
    expect(before - after).to.equal(pot - BUDGET + left);
    expect(await d.money.totalSupply()).to.equal(supply);
  });

  it("the jury evaluates nothing that it was asked: the prices count, and nobody waits for it", async function () {
    const d = await networkHelpers.loadFixture(fixture);
    await traded(d);
    await d.jury.connect(d.alice).gift(7n);
    await d.toEvaluation();
    for (const kind of [WEIGHT, ORIGINALITY, CHILDREN]) {
      await d.jury.connect(d.alice).requestAudit(1n, kind, 0, 100n);
      await d.jury.connect(d.bob).requestAudit(1n, kind, 1, 50n);
    }
    await d.toSelection();
    await d.draw();
    const asked: [bigint, number][] = [];
    for (const kind of [WEIGHT, ORIGINALITY, CHILDREN]) {
      const drawn = kind === WEIGHT ? 0n : await d.rounds.drawnOf(1, kind);
      // The better paid of the two that is not drawn.
      await d.rounds.select(kind, drawn === 1n ? 2n : 1n);
      for (const index of (await d.split(1n, kind, 4)).selected) asked.push([kind, index]);
    }
    await d.toChallenge();
    const estimate = [...(await d.rounds.getEstimate(await seedMarketOf(d)))];
    await d.jury.fallBack(await seedMarketOf(d));
    for (const [kind, index] of asked)
      if (kind !== WEIGHT) await d.jury.fallBack(await d.rounds.marketOf(1, kind, index));
    await redeemEverything(d);
    await d.toSettled();
    await d.rounds.settleTarget(1);
    for (const index of [0, 1, 2]) await d.rounds.settleSeed(1, index);
    expect([...(await d.registry.childrenAt(1, TARGET))[1]]).to.deep.equal(estimate);

    // Who paid for an answer gets the money back, all of it: nothing was judged.
    for (const kind of [WEIGHT, ORIGINALITY, CHILDREN]) {
      await d.jury.refundAudit(1n, kind, 0, d.alice);
      await d.jury.refundAudit(1n, kind, 1, d.bob);
    }
    expect(await d.jury.credits(d.alice)).to.equal(300n);
    expect(await d.jury.credits(d.bob)).to.equal(150n);
    await d.jury.withdrawFor(d.alice);
    await d.jury.withdrawFor(d.bob);
    expect(await d.money.balanceOf(d.jury)).to.equal(7n);
    await d.collectAll(1n, 4);
    await d.rounds.connect(d.deployer).withdrawSponsorship(1, d.deployer);
    expect(await d.money.balanceOf(d.rounds)).to.be.lessThan(2n);
    expect(await d.money.balanceOf(d.markets)).to.be.lessThan(DUST);
  });

  it("nobody opens anything: all weights stay, the sponsor has all back, the next round starts", async function () {
    const d = await networkHelpers.loadFixture(fixture);
    const before = await d.money.balanceOf(d.deployer);
    await d.start(BUDGET);
    await d.toSettled();
    await expect(d.rounds.settleTarget(1)).to.be.revertedWithCustomError(d.registry, "EdgeRegistry_NotPending");
    for (const node of [TARGET, ...["a", "b", "c", "d"].map(nodeOf)]) {
      expect(await d.registry.isSettled(1, node)).to.equal(true);
    }
    expect([...(await d.registry.childrenAt(1, TARGET))[1]]).to.deep.equal(thousandths(400n, 300n, 200n, 100n));
    expect(await d.collectAll(1n, 4)).to.equal(BUDGET);
    await d.rounds.connect(d.deployer).withdrawSponsorship(1, d.deployer);
    expect(await d.money.balanceOf(d.deployer)).to.equal(before);
    expect(await d.start(BUDGET)).to.equal(2n);
  });

  it("the draw is missed again and again, and at last made", async function () {
    const d = await networkHelpers.loadFixture(fixture);
    await d.start(BUDGET);
    await d.toTrading();
    await d.openSelections();
    await d.toSelection();
    const { closesAt } = await d.rounds.scheduleOf(1);
    const references = new Set<bigint>();
    for (let i = 0; i < 3; i++) {
      references.add(await d.randomness.next(closesAt));
      await networkHelpers.time.increase(48 * 3600);
    }
    expect(references.size).to.equal(3);
    await d.draw();
    await d.rounds.select(ORIGINALITY, 0n);
    expect((await d.split(1n, ORIGINALITY, 3)).selected.length).to.equal(1);
  });

  it("one step too late is a fallback, never a lock: selected, but its market opened by nobody", async function () {
    const d = await networkHelpers.loadFixture(fixture);
    await d.start(BUDGET);
    await d.toTrading();
    await d.openSelections();
    await d.selectDrawn();
    await d.toSettled();
    await d.jury.fallBack(await seedMarketOf(d));
    await d.rounds.settleTarget(1);
    const pot = await d.collectAll(1n, 4);
    expect(pot).to.be.within(BUDGET - DUST, BUDGET);
    for (const index of [0, 1, 2]) {
      expect(await d.registry.isSettled(1, nodeOf(["a", "b", "c"][index] ?? ""))).to.equal(true);
    }
  });
});
