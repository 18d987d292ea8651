import { expect } from "chai";
import { network } from "hardhat";

import {
  BALLOTS,
  CHALLENGE_WINDOW,
  createMarket,
  deployJury,
  EVIDENCE,
  hashOf,
  Status,
  WAD,
  weights,
} from "../../utils/jury.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;
const { time } = networkHelpers;

describe("Jury.post", function () {
  async function closedFixture() {
    const deployment = await deployJury(connection);
    const market = await createMarket(connection, deployment);
    await time.increaseTo(market.closesAt);
    const post = (payouts: readonly bigint[], id = market.market) =>
      deployment.jury.connect(deployment.jurors).post(id, [...payouts], BALLOTS, EVIDENCE);
    return { ...deployment, ...market, post };
  }

  it("JU-1 given another caller than the Safe, it should revert", async function () {
    const { jury, market, alice, safe, owners } = await networkHelpers.loadFixture(closedFixture);
    await expect(jury.connect(alice).post(market, weights(3), BALLOTS, EVIDENCE))
      .to.be.revertedWithCustomError(jury, "Jury_NotSafe")
      .withArgs(alice.address, safe);
    const owner = await ethers.getSigner(owners[0] ?? "");
    await expect(jury.connect(owner).post(market, weights(3), BALLOTS, EVIDENCE))
      .to.be.revertedWithCustomError(jury, "Jury_NotSafe")
      .withArgs(owner.address, safe);
  });

  describe("JU-2 when it comes", function () {
    it("a second before closesAt, it should revert", async function () {
      const deployment = await networkHelpers.loadFixture(closedFixture);
      const { jury, jurors } = deployment;
      const { market, closesAt } = await createMarket(connection, deployment);
      await time.setNextBlockTimestamp(closesAt - 1);
      await expect(jury.connect(jurors).post(market, weights(3), BALLOTS, EVIDENCE))
        .to.be.revertedWithCustomError(jury, "Jury_TooEarly")
        .withArgs(market, closesAt, closesAt - 1);
    });

    it("at closesAt, it should post", async function () {
      const deployment = await networkHelpers.loadFixture(closedFixture);
      const { jury, jurors } = deployment;
      const { market, closesAt } = await createMarket(connection, deployment);
      await time.setNextBlockTimestamp(closesAt);
      await expect(jury.connect(jurors).post(market, weights(3), BALLOTS, EVIDENCE)).to.emit(jury, "Posted");
    });

    it("at the deadline, it should post", async function () {
      const { jury, post, deadline } = await networkHelpers.loadFixture(closedFixture);
      await time.setNextBlockTimestamp(deadline);
      await expect(post(weights(3))).to.emit(jury, "Posted");
    });

    it("a second after the deadline, it should revert", async function () {
      const { jury, post, market, deadline } = await networkHelpers.loadFixture(closedFixture);
      expect(await jury.deadline(market)).to.equal(deadline);
      await time.setNextBlockTimestamp(deadline + 1);
      await expect(post(weights(3)))
        .to.be.revertedWithCustomError(jury, "Jury_TooLate")
        .withArgs(market, deadline, deadline + 1);
    });

    it("a second time, it should revert", async function () {
      const { jury, post, market } = await networkHelpers.loadFixture(closedFixture);
      await post(weights(3));
      await expect(post(weights(3)))
        .to.be.revertedWithCustomError(jury, "Jury_WrongStatus")
        .withArgs(market, Status.Posted);
    });
  });

  describe("JU-3 given what could not be reported, it should revert:", function () {
    it("a market that nobody created", async function () {
      const { jury, post } = await networkHelpers.loadFixture(closedFixture);
      const unknown = 7n << 16n;
      await expect(post(weights(3), unknown))
        .to.be.revertedWithCustomError(jury, "Jury_NotResolver")
        .withArgs(unknown, ethers.ZeroAddress);
      await expect(jury.deadline(unknown)).to.be.revertedWithCustomError(jury, "Jury_NotResolver");
    });

    it("the id of one of its outcomes", async function () {
      const { jury, post, market } = await networkHelpers.loadFixture(closedFixture);
      await expect(post(weights(3), market | 1n))
        .to.be.revertedWithCustomError(jury, "Jury_NotResolver")
        .withArgs(market | 1n, ethers.ZeroAddress);
    });

    it("a market with another resolver", async function () {
      const deployment = await networkHelpers.loadFixture(closedFixture);
      const { jury, post, bob } = deployment;
      const { market, closesAt } = await createMarket(connection, deployment, { resolver: bob.address });
      await time.increaseTo(closesAt);
      await expect(post(weights(3), market))
        .to.be.revertedWithCustomError(jury, "Jury_NotResolver")
        .withArgs(market, bob.address);
    });

    for (const length of [0, 2, 4]) {
      it(`${length} payouts for 3 outcomes`, async function () {
        const { jury, post } = await networkHelpers.loadFixture(closedFixture);
        const payouts = length === 0 ? [] : weights(length);
        await expect(post(payouts)).to.be.revertedWithCustomError(jury, "Jury_WrongLength").withArgs(3, length);
      });
    }

    for (const sum of [0n, WAD - 1n, WAD + 1n]) {
      it(`payouts that sum to ${sum}`, async function () {
        const { jury, post } = await networkHelpers.loadFixture(closedFixture);
        await expect(post([sum, 0n, 0n]))
          .to.be.revertedWithCustomError(jury, "Jury_InvalidSum")
          .withArgs(sum);
      });
    }

    it("payouts whose sum wraps around to 1e18", async function () {
      const { jury, post } = await networkHelpers.loadFixture(closedFixture);
      await expect(post([ethers.MaxUint256, 1n, WAD]))
        .to.be.revertedWithCustomError(jury, "Jury_InvalidSum")
        .withArgs(ethers.MaxUint256);
    });
  });

  it("JU-4 it should keep the hashes and emit the payouts in full", async function () {
    const { jury, post, market, closesAt } = await networkHelpers.loadFixture(closedFixture);
    const payouts = weights(3);
    const at = closesAt + 100;
    await time.setNextBlockTimestamp(at);
    await expect(post(payouts))
      .to.emit(jury, "Posted")
      .withArgs(market, 0, BALLOTS, payouts, EVIDENCE, at + CHALLENGE_WINDOW);
    expect(await jury.getPosting(market)).to.deep.equal([
      Status.Posted,
      0n,
      BigInt(at),
      BigInt(at + CHALLENGE_WINDOW),
      ethers.ZeroAddress,
      hashOf(payouts),
      BALLOTS,
    ]);
  });

  it("given all weight on one outcome, it should post", async function () {
    const { jury, post } = await networkHelpers.loadFixture(closedFixture);
    await expect(post([0n, WAD, 0n])).to.emit(jury, "Posted");
  });
});
