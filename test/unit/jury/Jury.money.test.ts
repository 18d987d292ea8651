import { expect } from "chai";
import { network } from "hardhat";

import {
  ANSWER_PERIOD,
  BALLOTS,
  CHALLENGE_WINDOW,
  createMarket,
  deployJury,
  EVIDENCE,
  REASON,
  STAKE,
  weights,
} from "../../utils/jury.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;
const { time } = networkHelpers;

async function challengedFixture() {
  const deployment = await deployJury(connection);
  const market = await createMarket(connection, deployment);
  const { jury, jurors, alice } = deployment;
  await time.increaseTo(market.closesAt);
  await jury.connect(jurors).post(market.market, weights(3), BALLOTS, EVIDENCE);
  await jury.connect(alice).challenge(market.market, REASON);
  return { ...deployment, ...market };
}

/** Alice has credits of one stake. */
async function creditedFixture() {
  const deployment = await challengedFixture();
  await deployment.jury.connect(deployment.jurors).amend(deployment.market, weights(3, 1), BALLOTS, EVIDENCE);
  return deployment;
}

describe("Jury.gift", function () {
  it("should add to the reward pot", async function () {
    const { jury, token, bob } = await networkHelpers.loadFixture(challengedFixture);
    const gift = jury.connect(bob).gift(5n);
    await expect(gift).to.emit(jury, "Gifted").withArgs(bob.address, 5n);
    await expect(gift).to.changeTokenBalances(ethers, token, [bob, jury], [-5n, 5n]);
    await jury.connect(bob).gift(2n);
    expect(await jury.rewardPot()).to.equal(7n);
  });

  it("JU-20 given a fee on the transfer, it should revert", async function () {
    const { jury, token, bob } = await networkHelpers.loadFixture(challengedFixture);
    await token.setFee(5_000);
    await expect(jury.connect(bob).gift(10n)).to.be.revertedWithCustomError(jury, "Jury_NotReceived").withArgs(10n, 5n);
  });
});

describe("Jury.withdraw", function () {
  it("JU-23 should pay the caller's credits to the receiver, once", async function () {
    const { jury, token, alice, bob } = await networkHelpers.loadFixture(creditedFixture);
    const call = jury.connect(alice).withdraw(bob);
    await expect(call).to.emit(jury, "Withdrawn").withArgs(alice.address, bob.address, STAKE);
    await expect(call).to.changeTokenBalances(ethers, token, [alice, bob, jury], [0n, STAKE, -STAKE]);
    await expect(jury.connect(alice).withdraw(bob))
      .to.be.revertedWithCustomError(jury, "Jury_NothingToWithdraw")
      .withArgs(alice.address);
  });

  it("JU-23 given no credits of its own, a caller should get nothing", async function () {
    const { jury, bob } = await networkHelpers.loadFixture(creditedFixture);
    await expect(jury.connect(bob).withdraw(bob))
      .to.be.revertedWithCustomError(jury, "Jury_NothingToWithdraw")
      .withArgs(bob.address);
  });

  it("JU-23 given a token that calls back in the transfer, it should pay once", async function () {
    const { jury, token, alice, bob } = await networkHelpers.loadFixture(creditedFixture);
    await jury.connect(bob).gift(10n * STAKE);
    await token.setHook(jury, jury.interface.encodeFunctionData("withdrawFor", [alice.address]));
    await jury.connect(alice).withdraw(alice);
    expect(await token.hookSucceeded()).to.equal(false);
    expect(await token.hookResult()).to.equal(ethers.id("ReentrancyGuardReentrantCall()").slice(0, 10));
    expect(await token.balanceOf(jury)).to.equal(10n * STAKE);
  });
});

describe("Jury.withdrawFor", function () {
  it("JU-23 should let anyone pay an account its credits", async function () {
    const { jury, token, alice, bob } = await networkHelpers.loadFixture(creditedFixture);
    const call = jury.connect(bob).withdrawFor(alice);
    await expect(call).to.emit(jury, "Withdrawn").withArgs(alice.address, alice.address, STAKE);
    await expect(call).to.changeTokenBalances(ethers, token, [alice, bob, jury], [STAKE, 0n, -STAKE]);
  });

  it("JU-7 should bring an affirmed stake to the recipient", async function () {
    const { jury, jurors, market, token, bob, recipient } = await networkHelpers.loadFixture(challengedFixture);
    await jury.connect(jurors).affirm(market);
    await expect(jury.connect(bob).withdrawFor(recipient)).to.changeTokenBalance(ethers, token, recipient, STAKE);
  });

  it("JU-23 given no credits, it should revert", async function () {
    const { jury, bob } = await networkHelpers.loadFixture(creditedFixture);
    await expect(jury.withdrawFor(bob))
      .to.be.revertedWithCustomError(jury, "Jury_NothingToWithdraw")
      .withArgs(bob.address);
  });
});

describe("Jury: JU-21 given a token that blocks an account, nothing should stop:", function () {
  it("an affirmation, with the recipient blocked", async function () {
    const { jury, jurors, market, token, recipient } = await networkHelpers.loadFixture(challengedFixture);
    await token.setBlocked(recipient, true);
    await jury.connect(jurors).affirm(market);
    await jury.finalize(market, weights(3));
    await expect(jury.withdrawFor(recipient)).to.be.revertedWithCustomError(token, "HostileToken_Blocked");
    await token.setBlocked(recipient, false);
    await jury.withdrawFor(recipient);
  });

  it("an amendment and finality, with the challenger blocked, who can still withdraw to another", async function () {
    const { jury, jurors, market, token, alice, bob } = await networkHelpers.loadFixture(challengedFixture);
    await token.setBlocked(alice, true);
    await jury.connect(jurors).amend(market, weights(3, 1), BALLOTS, EVIDENCE);
    await time.increase(CHALLENGE_WINDOW);
    await jury.finalize(market, weights(3, 1));
    await expect(jury.withdrawFor(alice)).to.be.revertedWithCustomError(token, "HostileToken_Blocked");
    await expect(jury.connect(alice).withdraw(bob)).to.changeTokenBalance(ethers, token, bob, STAKE);
  });

  it("finality without an answer, with the challenger and the jury itself blocked", async function () {
    const { jury, markets, market, token, alice } = await networkHelpers.loadFixture(challengedFixture);
    await token.setBlocked(alice, true);
    await token.setBlocked(jury, true);
    await time.increase(ANSWER_PERIOD);
    await jury.finalize(market, weights(3));
    expect(await markets.getPayouts(market)).to.deep.equal(weights(3));
  });
});

describe("Jury: JU-22", function () {
  it("given money that was sent without a call, no credit and no pot should change", async function () {
    const { jury, token, alice, bob } = await networkHelpers.loadFixture(creditedFixture);
    await token.connect(bob).transfer(jury, 5n);
    expect(await jury.rewardPot()).to.equal(0);
    expect(await jury.credits(alice)).to.equal(STAKE);
    await jury.withdrawFor(alice);
    expect(await token.balanceOf(jury)).to.equal(5n);
  });
});
