import { expect } from "chai";
import { network } from "hardhat";
import { zeroAddress } from "viem";

import type { HostileToken } from "../../types/ethers-contracts/mocks/HostileToken.js";
import { CHILDREN, nodeOf, ORIGINALITY, PARAMETERS, TARGET, WAD, WEIGHT } from "../utils/rounds.ts";
import { ONE_DRAWN, stage, type Stage, thousandths } from "../utils/settle.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;
const { time } = networkHelpers;

const BUDGET = 10_000n * WAD;
const NO_LIMIT = 2n ** 200n;
const LATE = 2n ** 64n;
/** Locked shares and rounding of a few pools. */
const DUST = 200_000n;
const SEEDS = thousandths(400n, 300n, 200n, 100n);

const order = (outcome: number, amount: bigint, short = false) => ({ outcome, short, amount });

/**
 * The attacks on whole rounds that the design answers, each played to the end: what the attacker has afterwards is
 * counted, down to the last token. Those on a single pool are in attacks.test.ts; the flat certificate of Huber's loss
 * is with the verified posting.
 */
describe("Attacks on a round", function () {
  async function fixture() {
    return stage(connection, { parameters: { quotas: ONE_DRAWN } });
  }

  async function tradingFixture() {
    const d = await fixture();
    await d.start(BUDGET);
    await d.toTrading();
    await d.openSelections();
    return d;
  }

  /** Resolves the market of seeds to these payouts, gives up the selections, settles and redeems for alice and bob. */
  async function conclude(d: Stage, payouts: readonly bigint[]): Promise<bigint> {
    const market = await d.rounds.marketOf(1, WEIGHT, 0);
    await d.toEvaluation();
    await d.judge(market, payouts);
    await d.toSettled();
    await d.finalize(market, payouts);
    for (const kind of [ORIGINALITY, CHILDREN]) await d.rounds.fallBackSelection(1, kind);
    await d.rounds.settleTarget(1);
    for (const account of [d.alice, d.bob]) await d.redeemAll(account, market);
    return d.collectAll(1n, 4);
  }

  /** To these payouts, or without any by the prices. */
  async function resolve(d: Stage, market: bigint, payouts: readonly bigint[]): Promise<void> {
    if (payouts.length !== 0) await d.judge(market, payouts);
    await d.toSettled();
    if (payouts.length !== 0) await d.finalize(market, payouts);
    else await d.jury.fallBack(market);
  }

  it("growth loop: to push the price away, let b grow there and come back should cost, and feed the sponsors", async function () {
    const d = await networkHelpers.loadFixture(tradingFixture);
    const market = await d.rounds.marketOf(1, WEIGHT, 0);
    const before = await d.money.balanceOf(d.alice);
    const { b } = await d.markets.getPool(market);
    const turn = async (amount: bigint) => {
      await d.markets.connect(d.alice).trade(market, [order(3, amount)], NO_LIMIT, LATE, d.alice);
    };
    // Away, small trades there and back, home on the deeper pool; in blocks of their own.
    await turn(4n * b);
    for (let i = 0; i < 12; i++) await turn(i % 2 === 0 ? b / 2n : -b / 2n);
    await turn(-4n * b);
    const grown = (await d.markets.getPool(market)).b;
    expect(grown).to.be.greaterThan(b);
    const after = await d.money.balanceOf(d.alice);
    expect(after).to.be.lessThan(before);
    // She paid fees for all the depth that there is now, and the sponsors have them.
    const pot = await conclude(d, SEEDS);
    expect(await d.money.balanceOf(d.alice)).to.be.lessThan(before);
    expect(pot).to.be.greaterThan(BUDGET - DUST);
  });

  it("selling one's own edge in a child market, and challenging it oneself, should not pay together either", async function () {
    for (const judged of [true, false]) {
      const d = await stage(connection, { parameters: { quotas: ONE_DRAWN, feeRate: 0, alpha: 0 } });
      await d.start(BUDGET);
      const before = (await d.worthOf(d.alice)) + (await d.worthOf(d.bob));
      // alice and bob are one: an edge of both eligible parents, at the highest rate, challenged by themselves.
      for (const parent of ["a", "b"]) {
        await d.registry.connect(d.alice).proposeEdge(nodeOf(parent), "own", WAD / 64n, 10_000n * WAD);
        await d.registry.connect(d.bob).challengeEdge(nodeOf(parent), nodeOf("own"), 10_000n * WAD);
      }
      await d.toTrading();
      await d.openSelections();
      const b = await d.rounds.liquidityOf(1, CHILDREN);
      const markets: bigint[] = [];
      for (const [index, outcome] of [
        [0, 3],
        [1, 2],
      ] as const) {
        const market = await d.openNode(CHILDREN, index);
        await d.tokens(d.alice, CHILDREN, index, 8n * b);
        await d.markets.connect(d.alice).trade(market, [order(outcome, 7n * b, true)], NO_LIMIT, LATE, d.alice);
        markets.push(market);
      }
      await d.selectDrawn();
      const { selected, others } = await d.split(1n, CHILDREN, 2);
      const drawn = selected[0] ?? 0;
      // The jury says what she knew, or nothing; then her own price counts.
      const payouts = drawn === 0 ? thousandths(500n, 300n, 200n, 0n) : thousandths(700n, 300n, 0n);
      await resolve(d, markets[drawn] ?? 0n, judged ? payouts : []);
      for (const index of [drawn, ...others]) await d.rounds.settleSeed(1, index);
      await d.redeemAll(d.alice, markets[drawn] ?? 0n);
      await d.redeemAll(d.alice, (await d.rounds.getSelection(1, CHILDREN)).market);
      const after = (await d.worthOf(d.alice)) + (await d.worthOf(d.bob));
      const lost = before - after;
      // At least three quarters of part (a), twice: both edges left, in the other market by its price.
      expect(lost).to.be.greaterThan((PARAMETERS.bondBase * 3n) / 2n);
      await d.jury.fallBack(await d.rounds.marketOf(1, WEIGHT, 0));
      await d.rounds.settleTarget(1);
      expect(await d.collectAll(1n, 4)).to.be.at.least(BUDGET - DUST);
    }
  });

  it("late opening: to open a market in the last second, at any price, should leave the base rates", async function () {
    const d = await networkHelpers.loadFixture(tradingFixture);
    const { closesAt } = await d.schedule();
    await d.tokens(d.alice, ORIGINALITY, 0, 2000n * WAD);
    await time.setNextBlockTimestamp(closesAt - 2n);
    const market = await d.openNode(ORIGINALITY, 0);
    await time.setNextBlockTimestamp(closesAt - 1n);
    await d.buy(d.alice, market, 0, 1500n * WAD);
    expect((await d.pricesOf(market))[0]).to.be.greaterThan((WAD * 95n) / 100n);
    await time.setNextBlockTimestamp(closesAt);
    await expect(d.rounds.openNode(ORIGINALITY, 1)).to.be.revertedWithCustomError(d.rounds, "Rounds_WrongPhase");
    await d.selectDrawn();
    await d.toSettled();
    const isSelected = await d.rounds.isSelected(1, ORIGINALITY, 0);
    if (isSelected) await d.jury.fallBack(market);
    await d.rounds.settleSeed(1, 0);
    // One second of two days.
    const moved = (await d.registry.originalityAt(1, nodeOf("a"))) - (WAD * 3n) / 10n;
    expect(moved).to.be.within(0n, (WAD * 7n) / 10n / BigInt(PARAMETERS.twapWindow) + 10n);
  });

  it("the last minute: a price bought in the last block should not become the weight", async function () {
    const d = await networkHelpers.loadFixture(tradingFixture);
    const market = await d.rounds.marketOf(1, WEIGHT, 0);
    const { closesAt } = await d.schedule();
    await time.setNextBlockTimestamp(closesAt - 12n);
    await d.buy(d.alice, market, 3, 3000n * WAD);
    expect((await d.pricesOf(market))[3]).to.be.greaterThan((WAD * 9n) / 10n);
    await conclude(d, SEEDS);
    const [, weights] = await d.registry.childrenAt(1, TARGET);
    expect(weights[3]).to.be.within(WAD / 10n, WAD / 10n + (WAD * 12n) / BigInt(PARAMETERS.twapWindow));
  });

  it("after close: neither a known draw nor a known answer should be traded, joined or opened on", async function () {
    const d = await networkHelpers.loadFixture(tradingFixture);
    const market = await d.openNode(ORIGINALITY, 0);
    const seeds = await d.rounds.marketOf(1, WEIGHT, 0);
    await d.tokens(d.alice, ORIGINALITY, 0, 500n * WAD);
    const { closesAt } = await d.schedule();
    const refused = async () => {
      for (const id of [market, seeds]) {
        await expect(d.markets.connect(d.alice).trade(id, [order(0, WAD)], NO_LIMIT, LATE, d.alice))
          .to.be.revertedWithCustomError(d.markets, "Markets_Closed")
          .withArgs(id, closesAt);
      }
      await expect(d.rounds.openNode(CHILDREN, 0)).to.be.revertedWithCustomError(d.rounds, "Rounds_WrongPhase");
      await expect(d.rounds.openNode(ORIGINALITY, 1)).to.be.revertedWithCustomError(d.rounds, "Rounds_WrongPhase");
    };
    const prices = await d.pricesOf(market);
    await time.setNextBlockTimestamp(closesAt);
    await networkHelpers.mine();
    await refused();
    await d.toSelection();
    await d.draw();
    await refused();
    // What is not selected can be exchanged, but at no price: a set is a set.
    await d.markets.connect(d.alice).split(market, WAD, d.alice);
    await d.judge(seeds, SEEDS);
    await refused();
    expect(await d.pricesOf(market)).to.deep.equal(prices);
    // Nor can the founding shares be bought out by a new provider.
    await expect(
      d.markets.connect(d.alice).join(seeds, WAD, NO_LIMIT, [0n, 0n, 0n, 0n], LATE, d.alice),
    ).to.be.revertedWithCustomError(d.markets, "Markets_Closed");
  });

  it("start() with the least budget: whoever is in early should keep all, and so should whoever comes too late", async function () {
    const d = await networkHelpers.loadFixture(fixture);
    const least = PARAMETERS.minBudget;
    const money = async () => Promise.all([d.alice, d.bob, d.carol].map((account) => d.money.balanceOf(account)));
    const before = await money();
    // alice is about to give 9,000; carol fills bob's 999 up to the least and starts before her.
    await d.rounds.connect(d.bob).sponsor(least - WAD);
    await expect(d.rounds.connect(d.carol).start())
      .to.be.revertedWithCustomError(d.rounds, "Rounds_BudgetTooSmall")
      .withArgs(least - WAD, least);
    await d.rounds.connect(d.carol).sponsor(WAD);
    await d.rounds.connect(d.carol).start();
    await d.rounds.connect(d.alice).sponsor(9000n * WAD);
    // Her money is in the next round, whole, and hers to take back; b of this one is what the least budget pays for.
    expect((await d.rounds.getRound(2)).budget).to.equal(9000n * WAD);
    expect(await d.rounds.liquidityOf(1, WEIGHT)).to.equal((((least * 6n) / 10n) * 100n) / 1153n);
    await d.toTrading();
    await d.openSelections();
    await d.selectDrawn();
    await d.toChallenge();
    await d.jury.fallBack(await d.rounds.marketOf(1, WEIGHT, 0));
    await d.collectAll(1n, 4);
    for (const account of [d.bob, d.carol]) await d.rounds.connect(account).withdrawSponsorship(1, account);
    await d.rounds.connect(d.alice).unsponsor(9000n * WAD, d.alice);
    const after = await money();
    for (const [i, balance] of after.entries()) {
      expect(balance).to.be.within((before[i] ?? 0n) - DUST, before[i] ?? 0n);
    }
  });

  it("a sponsor who joins after the start should have no part in what earlier sponsors earn", async function () {
    const d = await networkHelpers.loadFixture(tradingFixture);
    const market = await d.rounds.marketOf(1, WEIGHT, 0);
    // Fees come in; bob sees that, and gives a hundred times as much.
    for (let i = 0; i < 4; i++) await d.buy(d.alice, market, 0, i % 2 === 0 ? 900n * WAD : -900n * WAD);
    await d.rounds.connect(d.bob).sponsor(100n * BUDGET);
    const pot = await conclude(d, SEEDS);
    expect(pot).to.be.greaterThan(BUDGET);
    for (const round of [1n, 2n]) {
      await expect(d.rounds.connect(d.bob).withdrawSponsorship(round, d.bob)).to.be.revertedWithCustomError(
        d.rounds,
        "Rounds_Nothing",
      );
    }
    const before = await d.money.balanceOf(d.deployer);
    await d.rounds.connect(d.deployer).withdrawSponsorship(1, d.deployer);
    expect((await d.money.balanceOf(d.deployer)) - before).to.equal(pot);
    await d.rounds.connect(d.bob).unsponsor(100n * BUDGET, d.bob);
    expect(await d.money.balanceOf(d.rounds)).to.equal(0n);
  });

  for (const [name, spoil] of [
    ["pauses", (money: HostileToken) => money.setRefusing(true)],
    ["blocks the registry", (money: HostileToken, registry: string) => money.setBlocked(registry, true)],
    ["begins to take a fee", (money: HostileToken) => money.setFee(1n)],
  ] as const) {
    it(`ER-53, RO-24 a money that ${name} should hold up neither weights nor ether, nor the next round`, async function () {
      const d = await networkHelpers.loadFixture(fixture);
      await d.start(BUDGET);
      await d.registry.connect(d.alice).proposeEdge(TARGET, "new", WAD / 64n, 10_000n * WAD);
      await d.registry.connect(d.bob).challengeEdge(TARGET, nodeOf("new"), 10_000n * WAD);
      await d.rounds.connect(d.alice).sponsor(BUDGET);
      await d.pool.fundETH({ value: 300n * WAD });
      await d.toTrading();
      await d.rounds.openSeeds();
      const market = await d.rounds.marketOf(1, WEIGHT, 0);
      await d.toEvaluation();
      const payouts = [...SEEDS, 0n];
      await d.judge(market, payouts);
      await d.toSettled();
      await d.finalize(market, payouts);

      // From here on the money is another one, with the same balances.
      const code = await ethers.provider.getCode(await ethers.deployContract("HostileToken"));
      const address = await d.money.getAddress();
      await networkHelpers.setCode(address, code);
      const money: HostileToken = await ethers.getContractAt("HostileToken", address);
      const registry = await d.registry.getAddress();
      await spoil(money, registry);

      await d.rounds.settleTarget(1);
      const [children] = await d.registry.childrenAt(1, TARGET);
      for (const index of children.keys()) await d.pool.pull(1, zeroAddress, TARGET, index);
      // Every wei of it is with the seeds, but for rounding.
      const { pullable, pulled } = await d.pool.accountOf(1, zeroAddress, TARGET);
      expect(pullable).to.equal(0n);
      expect(pulled).to.be.within(300n * WAD - 4n, 300n * WAD);
      await d.rounds.start();
      expect(await d.rounds.current()).to.equal(2n);
      const [slashed, owed] = [await d.registry.slashed(), await d.registry.compensationOf(1)];
      expect(slashed).to.be.greaterThan(0n);
      expect(owed).to.be.greaterThan(0n);

      // The calls that move money fail alone, and lose nothing; with a fee the sponsors have what arrives.
      await expect(d.registry.collectSlashed()).to.be.revert(ethers);
      if (name === "begins to take a fee") {
        await d.rounds.collectCompensation(1);
        expect((await d.rounds.getRound(1)).pot).to.equal(owed - owed / 10_000n);
        await money.setFee(0n);
      } else {
        await expect(d.rounds.collectCompensation(1)).to.be.revert(ethers);
        await money.setRefusing(false);
        await money.setBlocked(registry, false);
        await d.rounds.collectCompensation(1);
        expect((await d.rounds.getRound(1)).pot).to.equal(owed);
      }
      await d.registry.collectSlashed();
      expect(await d.jury.rewardPot()).to.equal(slashed);
      await d.toTrading();
      await d.rounds.openSeeds();
      await d.registry.withdrawFor(d.alice); // by the prices her edge stays, and bob has lost his stake
      expect(await money.balanceOf(registry)).to.equal(0n);
    });
  }

  it("audit money: to pay for the judgment of what was drawn anyway should not come back as a refund", async function () {
    const d = await networkHelpers.loadFixture(tradingFixture);
    await d.toEvaluation();
    await d.draw();
    const drawn = await d.rounds.drawnOf(1, CHILDREN);
    const index = drawn === 1n ? 0 : 1;
    await d.jury.connect(d.alice).requestAudit(1n, CHILDREN, index, 70n);
    await d.jury.connect(d.bob).requestAudit(1n, CHILDREN, 1 - index, 30n);
    await d.toSelection();
    await d.rounds.select(CHILDREN, 3n & ~drawn);
    const market = await d.openNode(CHILDREN, index);
    const payouts = index === 0 ? thousandths(500n, 300n, 200n) : thousandths(700n, 300n);
    await d.judge(market, payouts);
    await d.toSettled();
    await d.finalize(market, payouts);
    await expect(d.jury.refundAudit(1n, CHILDREN, index, d.alice)).to.be.revertedWithCustomError(
      d.jury,
      "Jury_NotRefundable",
    );
    await d.jury.collectAudit(1n, CHILDREN, index);
    expect(await d.jury.rewardPot()).to.equal(70n);
    // The other was selected, but never judged.
    await d.jury.refundAudit(1n, CHILDREN, 1 - index, d.bob);
    expect(await d.jury.credits(d.bob)).to.equal(30n);
  });
});
