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
  WAD,
  weights,
} from "../../utils/jury.ts";
import { startRound } from "../../utils/ballots.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;
const { time } = networkHelpers;
const OTHER_BALLOTS = `0x${"bb".repeat(32)}`;

async function postedFixture() {
  const deployment = await deployJury(connection);
  const market = await createMarket(connection, deployment);
  await time.increaseTo(market.closesAt);
  const { jury, jurors } = deployment;
  await jury.connect(jurors).post(market.market, weights(3), BALLOTS, EVIDENCE);
  const amend = (turn: number) =>
    jury.connect(jurors).amend(market.market, weights(3, turn), OTHER_BALLOTS, "ipfs://amended");
  const affirm = () => jury.connect(jurors).affirm(market.market);
  return { ...deployment, ...market, affirm, amend };
}

async function challengedFixture() {
  const deployment = await postedFixture();
  const { jury, alice, market, closesAt } = deployment;
  const challengedAt = closesAt + 1000;
  await time.setNextBlockTimestamp(challengedAt);
  await jury.connect(alice).challenge(market, REASON);
  return { ...deployment, challengedAt };
}

/** The same in a market that a round has evaluated. */
async function evaluatedFixture() {
  const base = await deployJury(connection);
  const deployment = await startRound(connection, base, {});
  const { jury, jurors, alice, market } = deployment;
  await time.increaseTo(deployment.closesAt);
  await jury.connect(jurors).post(market, weights(3), BALLOTS, EVIDENCE);
  await jury.connect(alice).challenge(market, REASON);
  const amend = (turn: number) => jury.connect(jurors).amend(market, weights(3, turn), OTHER_BALLOTS, EVIDENCE);
  return { ...deployment, amend };
}

for (const answer of ["affirm", "amend"] as const) {
  describe(`Jury.${answer}: the guards of an answer`, function () {
    it("JU-1 given another caller than the Safe, it should revert", async function () {
      const { jury, market, alice, safe } = await networkHelpers.loadFixture(challengedFixture);
      const call =
        answer === "affirm"
          ? jury.connect(alice).affirm(market)
          : jury.connect(alice).amend(market, weights(3, 1), BALLOTS, EVIDENCE);
      await expect(call).to.be.revertedWithCustomError(jury, "Jury_NotSafe").withArgs(alice.address, safe);
    });

    it("JU-6 given no challenge, it should revert", async function () {
      const { jury, market, ...calls } = await networkHelpers.loadFixture(postedFixture);
      await expect(calls[answer](1))
        .to.be.revertedWithCustomError(jury, "Jury_WrongStatus")
        .withArgs(market, Status.Posted);
    });

    it("JU-6 in the last second of the answer period, it should be taken", async function () {
      const { jury, challengedAt, ...calls } = await networkHelpers.loadFixture(challengedFixture);
      await time.setNextBlockTimestamp(challengedAt + ANSWER_PERIOD - 1);
      await expect(calls[answer](1)).to.emit(jury, answer === "affirm" ? "Affirmed" : "Amended");
    });

    it("JU-6 when the answer period has passed, it should revert", async function () {
      const { jury, market, challengedAt, ...calls } = await networkHelpers.loadFixture(challengedFixture);
      const end = challengedAt + ANSWER_PERIOD;
      await time.setNextBlockTimestamp(end);
      await expect(calls[answer](1))
        .to.be.revertedWithCustomError(jury, "Jury_TooLate")
        .withArgs(market, end - 1, end);
    });

    it("JU-6 given an answer, a second one should revert", async function () {
      const { jury, market, affirm, amend } = await networkHelpers.loadFixture(challengedFixture);
      await (answer === "affirm" ? affirm() : amend(1));
      const status = answer === "affirm" ? Status.Affirmed : Status.Posted;
      for (const call of [affirm(), amend(2)]) {
        await expect(call).to.be.revertedWithCustomError(jury, "Jury_WrongStatus").withArgs(market, status);
      }
    });
  });
}

describe("Jury.affirm", function () {
  it("JU-7 it should credit the stake to the recipient, not to the jury", async function () {
    const { jury, market, affirm, alice, recipient, safe } = await networkHelpers.loadFixture(challengedFixture);
    await expect(affirm()).to.emit(jury, "Affirmed").withArgs(market, alice.address, recipient.address, STAKE);
    expect(await jury.credits(recipient)).to.equal(STAKE);
    expect(await jury.credits(alice)).to.equal(0);
    expect(await jury.credits(safe)).to.equal(0);
    expect(await jury.rewardPot()).to.equal(0);
  });

  it("JU-7 it should make the posting final at once, and beyond challenge", async function () {
    const { jury, market, affirm, bob, challengedAt } = await networkHelpers.loadFixture(challengedFixture);
    await time.setNextBlockTimestamp(challengedAt + 7);
    await affirm();
    const { status, since, finalFrom } = await jury.getPosting(market);
    expect([status, since, finalFrom]).to.deep.equal([
      Status.Affirmed,
      BigInt(challengedAt + 7),
      BigInt(challengedAt + 7),
    ]);
    await expect(jury.connect(bob).challenge(market, REASON))
      .to.be.revertedWithCustomError(jury, "Jury_WrongStatus")
      .withArgs(market, Status.Affirmed);
  });
});

describe("Jury.amend", function () {
  it("JU-8 it should be a new posting, with a window of its own", async function () {
    const { jury, market, amend, bob, challengedAt } = await networkHelpers.loadFixture(challengedFixture);
    const at = challengedAt + 7;
    await time.setNextBlockTimestamp(at);
    await expect(amend(1))
      .to.emit(jury, "Posted")
      .withArgs(market, 1, OTHER_BALLOTS, weights(3, 1), "ipfs://amended", at + CHALLENGE_WINDOW);
    expect(await jury.getPosting(market)).to.deep.equal([
      Status.Posted,
      1n,
      BigInt(at),
      BigInt(at + CHALLENGE_WINDOW),
      ethers.ZeroAddress,
      hashOf(weights(3, 1)),
      OTHER_BALLOTS,
    ]);
    await time.setNextBlockTimestamp(at + CHALLENGE_WINDOW - 1);
    await expect(jury.connect(bob).challenge(market, REASON)).to.emit(jury, "Challenged");
  });

  for (const { pot, reward } of [
    { pot: 0n, reward: 0n },
    { pot: STAKE - 1n, reward: STAKE - 1n },
    { pot: STAKE, reward: STAKE },
    { pot: STAKE + 1n, reward: STAKE },
  ]) {
    it(`JU-8 given ${pot} in the reward pot and a stake of ${STAKE}, the reward should be ${reward}`, async function () {
      const { jury, market, amend, alice, bob } = await networkHelpers.loadFixture(evaluatedFixture);
      await jury.connect(bob).gift(pot);
      await expect(amend(1)).to.emit(jury, "Amended").withArgs(market, alice.address, STAKE, reward);
      expect(await jury.credits(alice)).to.equal(STAKE + reward);
      expect(await jury.rewardPot()).to.equal(pot - reward);
    });
  }

  it("JU-8 a second amendment of a market should bring no second reward", async function () {
    const { jury, market, amend, alice, bob } = await networkHelpers.loadFixture(evaluatedFixture);
    await jury.connect(bob).gift(5n * STAKE);
    await amend(1);
    await jury.connect(bob).challenge(market, REASON);
    await expect(amend(2)).to.emit(jury, "Amended").withArgs(market, bob.address, STAKE, 0n);
    expect(await jury.credits(alice)).to.equal(2n * STAKE);
    expect(await jury.rewardPot()).to.equal(4n * STAKE);
  });

  it("attack: a Safe that invents markets and challenges itself should get nothing of the reward pot (JU-8)", async function () {
    const deployment = await networkHelpers.loadFixture(evaluatedFixture);
    const { jury, jurors, alice, bob } = deployment;
    await jury.connect(bob).gift(20n * STAKE);
    for (let invented = 0; invented < 10; ++invented) {
      const { market, closesAt } = await createMarket(connection, deployment);
      await time.increaseTo(closesAt);
      await jury.connect(jurors).post(market, weights(3), BALLOTS, EVIDENCE);
      await jury.connect(alice).challenge(market, REASON);
      await jury.connect(jurors).amend(market, weights(3, 1), OTHER_BALLOTS, EVIDENCE);
    }
    expect(await jury.rewardPot()).to.equal(20n * STAKE);
    // What was staked, and nothing more.
    expect(await jury.credits(alice)).to.equal(10n * STAKE);
  });

  it("JU-3 given payouts that could not be reported, it should revert", async function () {
    const { jury, jurors, market } = await networkHelpers.loadFixture(challengedFixture);
    const amendTo = (payouts: bigint[]) => jury.connect(jurors).amend(market, payouts, BALLOTS, EVIDENCE);
    await expect(amendTo(weights(2)))
      .to.be.revertedWithCustomError(jury, "Jury_WrongLength")
      .withArgs(3, 2);
    await expect(amendTo([WAD, 1n, 0n]))
      .to.be.revertedWithCustomError(jury, "Jury_InvalidSum")
      .withArgs(WAD + 1n);
  });

  it("JU-8 given two amendments, a third should revert and affirming should still work", async function () {
    const { jury, market, affirm, amend, alice, bob } = await networkHelpers.loadFixture(challengedFixture);
    await amend(1);
    await jury.connect(bob).challenge(market, REASON);
    await amend(2);
    expect((await jury.getPosting(market)).amendments).to.equal(2);
    await jury.connect(alice).challenge(market, REASON);
    await expect(amend(0)).to.be.revertedWithCustomError(jury, "Jury_NoAmendmentLeft").withArgs(market, 2);
    await expect(affirm()).to.emit(jury, "Affirmed");
  });
});
