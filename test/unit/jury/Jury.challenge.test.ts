import { expect } from "chai";
import { network } from "hardhat";

import {
  ANSWER_PERIOD,
  BALLOTS,
  CHALLENGE_WINDOW,
  createMarket,
  deployJury,
  EVIDENCE,
  hashOf,
  REASON,
  STAKE,
  Status,
  weights,
} from "../../utils/jury.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;
const { time } = networkHelpers;

describe("Jury.challenge", function () {
  async function postedFixture() {
    const deployment = await deployJury(connection);
    const market = await createMarket(connection, deployment);
    const postedAt = market.closesAt + 10;
    await time.setNextBlockTimestamp(postedAt);
    await deployment.jury.connect(deployment.jurors).post(market.market, weights(3), BALLOTS, EVIDENCE);
    return { ...deployment, ...market, postedAt };
  }

  it("JU-5 it should take the stake and start the answer period", async function () {
    const { jury, market, alice, token, postedAt } = await networkHelpers.loadFixture(postedFixture);
    const at = postedAt + 50;
    await time.setNextBlockTimestamp(at);
    const challenge = jury.connect(alice).challenge(market, REASON);
    await expect(challenge)
      .to.emit(jury, "Challenged")
      .withArgs(market, alice.address, STAKE, REASON, at + ANSWER_PERIOD);
    await expect(challenge).to.changeTokenBalances(ethers, token, [alice, jury], [-STAKE, STAKE]);
    expect(await jury.getPosting(market)).to.deep.equal([
      Status.Challenged,
      0n,
      BigInt(at),
      BigInt(at + ANSWER_PERIOD),
      alice.address,
      hashOf(weights(3)),
      BALLOTS,
    ]);
  });

  it("JU-5 in the second of the posting, it should be taken", async function () {
    const { jury, alice, market, jurors, ...rest } = await networkHelpers.loadFixture(postedFixture);
    const other = await createMarket(connection, { jury, alice, jurors, ...rest });
    await time.increaseTo(other.closesAt);
    const { provider } = connection;
    await provider.request({ method: "evm_setAutomine", params: [false] });
    try {
      const posting = await jury.connect(jurors).post(other.market, weights(3), BALLOTS, EVIDENCE);
      const challenge = await jury.connect(alice).challenge(other.market, REASON, { gasLimit: 500_000 });
      await networkHelpers.mine();
      expect((await posting.wait())?.blockNumber).to.equal((await challenge.wait())?.blockNumber);
    } finally {
      await provider.request({ method: "evm_setAutomine", params: [true] });
    }
    expect((await jury.getPosting(other.market)).status).to.equal(Status.Challenged);
    expect((await jury.getPosting(market)).status).to.equal(Status.Posted);
  });

  it("JU-5 in the last second of the window, it should be taken", async function () {
    const { jury, market, alice, postedAt } = await networkHelpers.loadFixture(postedFixture);
    await time.setNextBlockTimestamp(postedAt + CHALLENGE_WINDOW - 1);
    await expect(jury.connect(alice).challenge(market, REASON)).to.emit(jury, "Challenged");
  });

  it("JU-5 when the window has passed, it should revert", async function () {
    const { jury, market, alice, postedAt } = await networkHelpers.loadFixture(postedFixture);
    const end = postedAt + CHALLENGE_WINDOW;
    await time.setNextBlockTimestamp(end);
    await expect(jury.connect(alice).challenge(market, REASON))
      .to.be.revertedWithCustomError(jury, "Jury_TooLate")
      .withArgs(market, end - 1, end);
  });

  it("JU-5 given a challenge, a second one should revert", async function () {
    const { jury, market, alice, bob } = await networkHelpers.loadFixture(postedFixture);
    await jury.connect(alice).challenge(market, REASON);
    await expect(jury.connect(bob).challenge(market, REASON))
      .to.be.revertedWithCustomError(jury, "Jury_WrongStatus")
      .withArgs(market, Status.Challenged);
  });

  it("JU-5 given no posting, it should revert", async function () {
    const deployment = await networkHelpers.loadFixture(postedFixture);
    const { market } = await createMarket(connection, deployment);
    await expect(deployment.jury.connect(deployment.alice).challenge(market, REASON))
      .to.be.revertedWithCustomError(deployment.jury, "Jury_WrongStatus")
      .withArgs(market, Status.None);
  });

  describe("JU-20 given a stake that does not arrive in full, it should revert and stay open to others:", function () {
    it("no allowance", async function () {
      const { jury, market, token, alice, bob } = await networkHelpers.loadFixture(postedFixture);
      await token.connect(alice).approve(jury, STAKE - 1n);
      await expect(jury.connect(alice).challenge(market, REASON))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
        .withArgs(await jury.getAddress(), STAKE - 1n, STAKE);
      await expect(jury.connect(bob).challenge(market, REASON)).to.emit(jury, "Challenged");
    });

    it("a fee on the transfer", async function () {
      const { jury, market, token, alice } = await networkHelpers.loadFixture(postedFixture);
      await token.setFee(10);
      await expect(jury.connect(alice).challenge(market, REASON))
        .to.be.revertedWithCustomError(jury, "Jury_NotReceived")
        .withArgs(STAKE, STAKE - 1n);
    });

    it("a token that says yes and moves nothing", async function () {
      const { jury, market, token, alice } = await networkHelpers.loadFixture(postedFixture);
      await token.setLying(true);
      await expect(jury.connect(alice).challenge(market, REASON))
        .to.be.revertedWithCustomError(jury, "Jury_NotReceived")
        .withArgs(STAKE, 0);
    });

    it("a gift of the same money, made in the middle of the transfer", async function () {
      const { jury, market, token, alice } = await networkHelpers.loadFixture(postedFixture);
      await token.setHook(jury, jury.interface.encodeFunctionData("gift", [STAKE]));
      await jury.connect(alice).challenge(market, REASON);
      expect(await token.hookSucceeded()).to.equal(false);
      expect(await token.hookResult()).to.equal(ethers.id("ReentrancyGuardReentrantCall()").slice(0, 10));
    });
  });
});
