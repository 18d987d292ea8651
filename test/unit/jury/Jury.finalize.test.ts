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
const { networkHelpers } = connection;
const { time } = networkHelpers;

describe("Jury.finalize", function () {
  async function postedFixture() {
    const deployment = await deployJury(connection);
    const market = await createMarket(connection, deployment);
    const { jury, jurors, alice } = deployment;
    const postedAt = market.closesAt + 10;
    await time.setNextBlockTimestamp(postedAt);
    await jury.connect(jurors).post(market.market, weights(3), BALLOTS, EVIDENCE);
    const finalize = (payouts = weights(3)) => jury.connect(alice).finalize(market.market, payouts);
    const amend = (turn: number) => jury.connect(jurors).amend(market.market, weights(3, turn), BALLOTS, EVIDENCE);
    return { ...deployment, ...market, amend, finalize, postedAt };
  }

  async function challengedFixture() {
    const deployment = await postedFixture();
    const { jury, bob, market, postedAt } = deployment;
    const challengedAt = postedAt + CHALLENGE_WINDOW - 1;
    await time.setNextBlockTimestamp(challengedAt);
    await jury.connect(bob).challenge(market, REASON);
    return { ...deployment, challengedAt };
  }

  async function affirmedFixture() {
    const deployment = await challengedFixture();
    await deployment.jury.connect(deployment.jurors).affirm(deployment.market);
    return deployment;
  }

  describe("JU-10 given a posting that nobody challenged", function () {
    it("before the window has passed, it should revert", async function () {
      const { jury, market, finalize, postedAt } = await networkHelpers.loadFixture(postedFixture);
      const from = postedAt + CHALLENGE_WINDOW;
      await time.setNextBlockTimestamp(from - 1);
      await expect(finalize())
        .to.be.revertedWithCustomError(jury, "Jury_TooEarly")
        .withArgs(market, from, from - 1);
    });

    it("when the window has passed, anyone should report it", async function () {
      const { jury, markets, market, finalize, postedAt } = await networkHelpers.loadFixture(postedFixture);
      await time.setNextBlockTimestamp(postedAt + CHALLENGE_WINDOW);
      const call = finalize();
      await expect(call)
        .to.emit(jury, "Finalized")
        .withArgs(market, hashOf(weights(3)));
      await expect(call).not.to.emit(jury, "Unanswered");
      expect(await markets.getPayouts(market)).to.deep.equal(weights(3));
      expect((await markets.getMarket(market)).resolved).to.equal(true);
      const { status, finalFrom } = await jury.getPosting(market);
      expect([status, finalFrom]).to.deep.equal([Status.Resolved, 0n]);
    });
  });

  describe("JU-9 given a challenge without an answer", function () {
    it("before the answer period has passed, it should revert", async function () {
      const { jury, market, finalize, challengedAt } = await networkHelpers.loadFixture(challengedFixture);
      const from = challengedAt + ANSWER_PERIOD;
      await time.setNextBlockTimestamp(from - 1);
      await expect(finalize())
        .to.be.revertedWithCustomError(jury, "Jury_TooEarly")
        .withArgs(market, from, from - 1);
    });

    it("when the answer period has passed, the posting should stand and the stake return", async function () {
      const { jury, markets, market, bob, recipient, finalize, challengedAt } =
        await networkHelpers.loadFixture(challengedFixture);
      await time.setNextBlockTimestamp(challengedAt + ANSWER_PERIOD);
      await expect(finalize()).to.emit(jury, "Unanswered").withArgs(market, bob.address, STAKE);
      expect(await markets.getPayouts(market)).to.deep.equal(weights(3));
      expect(await jury.credits(bob)).to.equal(STAKE);
      expect(await jury.credits(recipient)).to.equal(0);
    });

    it("given an amendment before it, the last posting should stand", async function () {
      const { jury, markets, market, alice, bob, amend, finalize } =
        await networkHelpers.loadFixture(challengedFixture);
      await amend(1);
      await jury.connect(alice).challenge(market, REASON);
      await time.increase(ANSWER_PERIOD);
      await finalize(weights(3, 1));
      expect(await markets.getPayouts(market)).to.deep.equal(weights(3, 1));
      expect(await jury.credits(alice)).to.equal(STAKE);
      expect(await jury.credits(bob)).to.equal(STAKE);
    });
  });

  it("JU-7 given an affirmed posting, it should report it in the same second", async function () {
    const { jury, jurors, markets, market, bob, recipient, finalize, challengedAt } =
      await networkHelpers.loadFixture(challengedFixture);
    await connection.provider.request({ method: "evm_setAutomine", params: [false] });
    try {
      await time.setNextBlockTimestamp(challengedAt + 5);
      await jury.connect(jurors).affirm(market);
      await jury.connect(bob).finalize(market, weights(3), { gasLimit: 1_000_000 });
      await networkHelpers.mine();
    } finally {
      await connection.provider.request({ method: "evm_setAutomine", params: [true] });
    }
    expect(await markets.getPayouts(market)).to.deep.equal(weights(3));
    expect(await jury.credits(bob)).to.equal(0);
    expect(await jury.credits(recipient)).to.equal(STAKE);
    await expect(finalize()).to.be.revertedWithCustomError(jury, "Jury_WrongStatus");
  });

  describe("JU-10 given other payouts than those posted last, it should revert:", function () {
    it("another vector", async function () {
      const { jury, finalize } = await networkHelpers.loadFixture(affirmedFixture);
      await expect(finalize(weights(3, 1)))
        .to.be.revertedWithCustomError(jury, "Jury_WrongPayouts")
        .withArgs(hashOf(weights(3)), hashOf(weights(3, 1)));
    });

    it("the same numbers and one more", async function () {
      const { jury, finalize } = await networkHelpers.loadFixture(affirmedFixture);
      await expect(finalize([...weights(3), 0n])).to.be.revertedWithCustomError(jury, "Jury_WrongPayouts");
    });

    it("what was posted before the amendment", async function () {
      const { jury, amend, finalize } = await networkHelpers.loadFixture(challengedFixture);
      await amend(1);
      await time.increase(CHALLENGE_WINDOW);
      await expect(finalize(weights(3))).to.be.revertedWithCustomError(jury, "Jury_WrongPayouts");
      await finalize(weights(3, 1));
    });
  });

  it("JU-10 given no posting, it should revert", async function () {
    const deployment = await networkHelpers.loadFixture(postedFixture);
    const { market } = await createMarket(connection, deployment);
    await expect(deployment.jury.finalize(market, weights(3)))
      .to.be.revertedWithCustomError(deployment.jury, "Jury_WrongStatus")
      .withArgs(market, Status.None);
  });

  it("JU-13 given a resolved market, every step should revert", async function () {
    const { jury, jurors, bob, market, amend, finalize } = await networkHelpers.loadFixture(affirmedFixture);
    await finalize();
    const steps = [
      finalize(),
      amend(1),
      jury.connect(jurors).post(market, weights(3), BALLOTS, EVIDENCE),
      jury.connect(jurors).affirm(market),
      jury.connect(bob).challenge(market, REASON),
      jury.fallBack(market),
    ];
    for (const step of steps) {
      await expect(step).to.be.revertedWithCustomError(jury, "Jury_WrongStatus").withArgs(market, Status.Resolved);
    }
  });

  it("JU-11 however late everybody acts, it should end before D + 3 (W + A)", async function () {
    const deployment = await networkHelpers.loadFixture(postedFixture);
    const { jury, jurors, alice, markets } = deployment;
    const { market, deadline } = await createMarket(connection, deployment);
    await time.setNextBlockTimestamp(deadline);
    await jury.connect(jurors).post(market, weights(3), BALLOTS, EVIDENCE);
    for (const turn of [1, 2]) {
      await time.setNextBlockTimestamp(Number((await jury.getPosting(market)).finalFrom) - 1);
      await jury.connect(alice).challenge(market, REASON);
      await time.setNextBlockTimestamp(Number((await jury.getPosting(market)).finalFrom) - 1);
      await jury.connect(jurors).amend(market, weights(3, turn), BALLOTS, EVIDENCE);
    }
    await time.setNextBlockTimestamp(Number((await jury.getPosting(market)).finalFrom) - 1);
    await jury.connect(alice).challenge(market, REASON);

    // A window excludes the second in which it ends, so each of the five steps after the posting came one before it.
    const hardEnd = deadline + 3 * (CHALLENGE_WINDOW + ANSWER_PERIOD);
    expect((await jury.getPosting(market)).finalFrom).to.equal(hardEnd - 5);
    await time.setNextBlockTimestamp(hardEnd - 5);
    await jury.finalize(market, weights(3, 2));
    expect(await markets.getPayouts(market)).to.deep.equal(weights(3, 2));
  });
});
