import { expect } from "chai";
import { network } from "hardhat";

import { CHILDREN, conductorOf, deployRounds, ORIGINALITY, PARAMETERS, WAD, WEIGHT } from "../../utils/rounds.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;
const BUDGET = 10_000n * WAD;

describe("Rounds: sponsors", function () {
  async function fixture() {
    const deployment = await deployRounds(connection);
    return { ...deployment, ...conductorOf(connection, deployment) };
  }

  /** Two sponsors, 3 : 1; trading has begun and nothing was opened. */
  async function tradingFixture() {
    const d = await fixture();
    await d.rounds.connect(d.alice).sponsor(7500n * WAD);
    await d.rounds.connect(d.bob).sponsor(2500n * WAD);
    await d.rounds.start();
    await d.toTrading();
    return d;
  }

  it("should give and take back before the round starts, and say so", async function () {
    const { rounds, alice, bob, money } = await networkHelpers.loadFixture(fixture);
    await expect(rounds.connect(alice).sponsor(500n)).to.emit(rounds, "Sponsored").withArgs(1n, alice, 500n);
    const before = await money.balanceOf(bob);
    await expect(rounds.connect(alice).unsponsor(200n, bob)).to.emit(rounds, "Sponsored").withArgs(1n, alice, -200n);
    expect((await money.balanceOf(bob)) - before).to.equal(200n);
    expect(await rounds.sponsorshipOf(1, alice)).to.deep.equal([300n, 0n]);
    expect((await rounds.getRound(1)).budget).to.equal(300n);
    expect(await money.balanceOf(rounds)).to.equal(300n);
  });

  it("should not take back more than was given, nor from others, nor nothing", async function () {
    const { rounds, alice, bob } = await networkHelpers.loadFixture(fixture);
    await rounds.connect(alice).sponsor(500n);
    await expect(rounds.connect(alice).unsponsor(501n, alice))
      .to.be.revertedWithCustomError(rounds, "Rounds_SponsorshipTooSmall")
      .withArgs(500n, 501n);
    await expect(rounds.connect(bob).unsponsor(1n, bob))
      .to.be.revertedWithCustomError(rounds, "Rounds_SponsorshipTooSmall")
      .withArgs(0n, 1n);
    await expect(rounds.sponsor(0n)).to.be.revertedWithCustomError(rounds, "Rounds_Nothing");
    await expect(rounds.unsponsor(0n, bob)).to.be.revertedWithCustomError(rounds, "Rounds_Nothing");
  });

  it("RO-5 from the start what was given is fixed: what comes later is for the next round", async function () {
    const { rounds, alice } = await networkHelpers.loadFixture(tradingFixture);
    await expect(rounds.connect(alice).unsponsor(1n, alice)).to.be.revertedWithCustomError(
      rounds,
      "Rounds_SponsorshipTooSmall",
    );
    await rounds.connect(alice).sponsor(1n);
    expect((await rounds.getRound(1)).budget).to.equal(BUDGET);
    expect((await rounds.getRound(2)).budget).to.equal(1n);
  });

  it("RO-5 b should follow from the budget, its parts and the least base rate that there can be", async function () {
    const { rounds } = await networkHelpers.loadFixture(tradingFixture);
    const cost = { 0: 1153n, 1: 461n, 2: 1153n }; // of b = 100
    for (const [kind, part] of PARAMETERS.parts.entries()) {
      const budget = (BUDGET * BigInt(part)) / 10_000n;
      expect(await rounds.liquidityOf(1, kind)).to.equal((budget * 100n) / (cost[kind as 0 | 1 | 2] ?? 1n));
    }
  });

  it("RO-4 more than the markets could hold should be refused: it would keep the round from opening", async function () {
    const { rounds, alice, bob, money } = await networkHelpers.loadFixture(fixture);
    await money.mint(bob, 2n ** 96n);
    await rounds.connect(alice).sponsor(5n);
    await expect(rounds.connect(bob).sponsor(2n ** 95n - 4n))
      .to.be.revertedWithCustomError(rounds, "Rounds_BudgetTooLarge")
      .withArgs(2n ** 95n + 1n, 2n ** 95n);
    await rounds.connect(bob).sponsor(2n ** 95n - 5n);
    await rounds.start();
    await networkHelpers.time.increaseTo((await rounds.scheduleOf(1)).tradingAt);
    await rounds.openSeeds();
    await rounds.openSelection(CHILDREN);
  });

  it("RO-7 if nobody opens anything, all should come back pro rata", async function () {
    const { rounds, alice, bob, money, toEvaluation } = await networkHelpers.loadFixture(tradingFixture);
    await toEvaluation();
    for (const kind of [WEIGHT, ORIGINALITY, CHILDREN]) await rounds.collect(1, kind, 0);
    expect((await rounds.getRound(1)).pot).to.equal(BUDGET);
    for (const [sponsor, given] of [
      [alice, 7500n],
      [bob, 2500n],
    ] as const) {
      const before = await money.balanceOf(sponsor);
      await expect(rounds.connect(sponsor).withdrawSponsorship(1, sponsor))
        .to.emit(rounds, "SponsorPaid")
        .withArgs(1n, sponsor, sponsor, given * WAD);
      expect((await money.balanceOf(sponsor)) - before).to.equal(given * WAD);
    }
    expect(await money.balanceOf(rounds)).to.equal(0n);
  });

  it("RO-7 without trades the pools should give back all but their locked shares and rounding", async function () {
    const d = await networkHelpers.loadFixture(tradingFixture);
    const { rounds, alice, bob, jury, money } = d;
    await d.openSelections();
    const opened: [bigint, number][] = [];
    for (const kind of [ORIGINALITY, CHILDREN]) {
      for (const index of [0, 1]) {
        await d.openNode(kind, index);
        opened.push([kind, index]);
      }
    }
    await d.toSelection();
    await d.draw();
    for (const kind of [WEIGHT, ORIGINALITY, CHILDREN]) await rounds.select(kind, 0n);
    await d.toSettled();
    const seedMarket = await rounds.marketOf(1, WEIGHT, 0);
    await jury.fallBack(seedMarket);
    for (const [kind, index] of opened) await jury.fallBack(await rounds.marketOf(1, kind, index));
    await rounds.collect(1, WEIGHT, 0);
    for (const kind of [ORIGINALITY, CHILDREN]) {
      for (const index of kind === ORIGINALITY ? [0, 1, 2] : [0, 1]) {
        if (await rounds.isSelected(1, kind, index)) await rounds.collect(1, kind, index);
      }
    }
    const { pot } = await rounds.getRound(1);
    // 1,000 locked units of shares and less than 20 ulp of b in each of the pools that count.
    expect(pot).to.be.within(BUDGET - 100_000n, BUDGET);
    await rounds.connect(alice).withdrawSponsorship(1, alice);
    await rounds.connect(bob).withdrawSponsorship(1, bob);
    expect(await money.balanceOf(rounds)).to.be.lessThan(2n);
  });

  it("collecting twice, or being paid twice, should find nothing", async function () {
    const { rounds, alice, bob, carol, toEvaluation } = await networkHelpers.loadFixture(tradingFixture);
    await toEvaluation();
    await rounds.collect(1, WEIGHT, 0);
    await expect(rounds.collect(1, WEIGHT, 0)).to.be.revertedWithCustomError(rounds, "Rounds_Nothing");
    await rounds.connect(alice).withdrawSponsorship(1, alice);
    await expect(rounds.connect(alice).withdrawSponsorship(1, alice)).to.be.revertedWithCustomError(
      rounds,
      "Rounds_Nothing",
    );
    await expect(rounds.connect(carol).withdrawSponsorship(1, carol)).to.be.revertedWithCustomError(
      rounds,
      "Rounds_Nothing",
    );
    // More comes back: alice is paid her part of that alone.
    await rounds.collect(1, CHILDREN, 0);
    await expect(rounds.connect(alice).withdrawSponsorship(1, bob))
      .to.emit(rounds, "SponsorPaid")
      .withArgs(1n, alice, bob, (2500n * WAD * 3n) / 4n);
  });

  it("should not pay for a round that has not started", async function () {
    const { rounds, alice } = await networkHelpers.loadFixture(fixture);
    await rounds.connect(alice).sponsor(500n);
    await expect(rounds.connect(alice).withdrawSponsorship(1, alice)).to.be.revertedWithCustomError(
      rounds,
      "Rounds_Nothing",
    );
  });

  it("a sponsor whose money does not arrive in full should be refused", async function () {
    const { rounds, alice, money } = await networkHelpers.loadFixture(fixture);
    const hostile = await ethers.deployContract("HostileToken");
    await networkHelpers.setCode(await money.getAddress(), await ethers.provider.getCode(hostile));
    const token = await ethers.getContractAt("HostileToken", await money.getAddress());
    await token.mint(alice, 10_000n);
    await token.connect(alice).approve(rounds, 10_000n);
    await token.setFee(100n);
    await expect(rounds.connect(alice).sponsor(1000n)).to.be.revertedWithCustomError(rounds, "Rounds_NotReceived");
    expect((await rounds.getRound(1)).budget).to.equal(0n);
  });
});
