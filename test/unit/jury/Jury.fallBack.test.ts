import { expect } from "chai";
import { network } from "hardhat";

import {
  BALLOTS,
  createMarket,
  deployJury,
  EVIDENCE,
  Status,
  WAD,
  weights,
  type MarketOptions,
} from "../../utils/jury.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;
const { time } = networkHelpers;

describe("Jury.fallBack", function () {
  async function juryFixture() {
    const deployment = await deployJury(connection);
    const create = (options: MarketOptions = {}) => createMarket(connection, deployment, options);
    return { ...deployment, create };
  }

  it("JU-12 at the deadline, it should revert", async function () {
    const { jury, create } = await networkHelpers.loadFixture(juryFixture);
    const { market, deadline } = await create();
    await time.setNextBlockTimestamp(deadline);
    await expect(jury.fallBack(market))
      .to.be.revertedWithCustomError(jury, "Jury_TooEarly")
      .withArgs(market, deadline + 1, deadline);
  });

  it("JU-12 a second after the deadline, anyone should resolve a market with a pool to its prices", async function () {
    const { jury, markets, alice, create } = await networkHelpers.loadFixture(juryFixture);
    const prices = weights(5, 2);
    const { market, deadline } = await create({ outcomes: 5, prices });
    await time.increaseTo(deadline);
    const twap = [...(await markets.getTwap(market))];
    await expect(jury.connect(alice).fallBack(market)).to.emit(jury, "FellBack").withArgs(market, true, twap);
    expect(await markets.getPayouts(market)).to.deep.equal(twap);
    for (const [i, price] of prices.entries()) expect(twap[i]).to.be.closeTo(price, 1000n);
    expect((await jury.getPosting(market)).status).to.equal(Status.Resolved);
  });

  for (const { outcomes, payouts } of [
    { outcomes: 2, payouts: [WAD / 2n, WAD / 2n] },
    { outcomes: 3, payouts: [WAD / 3n + 1n, WAD / 3n, WAD / 3n] },
    {
      outcomes: 7,
      payouts: Array.from({ length: 7 }, (_, i) => WAD / 7n + (BigInt(i) < WAD % 7n ? 1n : 0n)),
    },
  ]) {
    it(`JU-12 given no pool and ${outcomes} outcomes, it should pay equal parts that sum to 1e18`, async function () {
      const { jury, markets, create } = await networkHelpers.loadFixture(juryFixture);
      const { market, deadline } = await create({ outcomes });
      await time.increaseTo(deadline + 1);
      await expect(jury.fallBack(market)).to.emit(jury, "FellBack").withArgs(market, false, payouts);
      expect(await markets.getPayouts(market)).to.deep.equal(payouts);
      expect(payouts.reduce((a, b) => a + b)).to.equal(WAD);
    });
  }

  it("JU-12 given a posting, it should revert, however late", async function () {
    const { jury, jurors, create } = await networkHelpers.loadFixture(juryFixture);
    const { market, deadline } = await create();
    await time.setNextBlockTimestamp(deadline);
    await jury.connect(jurors).post(market, weights(3), BALLOTS, EVIDENCE);
    await time.increase(10 * 365 * 86_400);
    await expect(jury.fallBack(market))
      .to.be.revertedWithCustomError(jury, "Jury_WrongStatus")
      .withArgs(market, Status.Posted);
    await jury.finalize(market, weights(3));
  });

  it("JU-12 given a posting of the market, another id of it should not fall back", async function () {
    const { jury, jurors, create } = await networkHelpers.loadFixture(juryFixture);
    const { market, deadline } = await create();
    await time.setNextBlockTimestamp(deadline);
    await jury.connect(jurors).post(market, weights(3), BALLOTS, EVIDENCE);
    await time.increase(86_400);
    for (const alias of [market | 1n, market | 512n]) {
      await expect(jury.fallBack(alias))
        .to.be.revertedWithCustomError(jury, "Jury_NotResolver")
        .withArgs(alias, ethers.ZeroAddress);
    }
  });

  it("JU-12 given a market with another resolver, it should revert", async function () {
    const { jury, alice, create } = await networkHelpers.loadFixture(juryFixture);
    const { market, deadline } = await create({ resolver: alice.address });
    await time.increaseTo(deadline + 1);
    await expect(jury.fallBack(market))
      .to.be.revertedWithCustomError(jury, "Jury_NotResolver")
      .withArgs(market, alice.address);
  });

  it("JU-13 a second time, it should revert", async function () {
    const { jury, create } = await networkHelpers.loadFixture(juryFixture);
    const { market, deadline } = await create();
    await time.increaseTo(deadline + 1);
    await jury.fallBack(market);
    await expect(jury.fallBack(market))
      .to.be.revertedWithCustomError(jury, "Jury_WrongStatus")
      .withArgs(market, Status.Resolved);
  });
});
