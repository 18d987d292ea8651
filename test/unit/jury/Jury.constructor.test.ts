import { expect } from "chai";
import { network } from "hardhat";

import { ANSWER_PERIOD, CHALLENGE_WINDOW, deployJury, EVALUATION_PERIOD, LOSS, STAKE, WAD } from "../../utils/jury.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;
const YEAR = 365 * 86_400;

describe("Jury.constructor", function () {
  async function deploymentFixture() {
    const deployment = await deployJury(connection);
    const { parameters } = deployment;
    const ballots = await ethers.deployContract("Ballots");
    const deploy = (changes: Record<string, unknown>) =>
      ethers.deployContract("Jury", [{ ...parameters, ...changes }], { libraries: { Ballots: ballots } });
    return { ...deployment, deploy };
  }

  it("should keep every parameter", async function () {
    const { jury, markets, safe, token, recipient } = await networkHelpers.loadFixture(deploymentFixture);
    expect(await jury.MARKETS()).to.equal(await markets.getAddress());
    expect(await jury.SAFE()).to.equal(safe);
    expect(await jury.STAKE_TOKEN()).to.equal(await token.getAddress());
    expect(await jury.STAKE()).to.equal(STAKE);
    expect(await jury.STAKE_RECIPIENT()).to.equal(recipient.address);
    expect(await jury.EVALUATION_PERIOD()).to.equal(EVALUATION_PERIOD);
    expect(await jury.CHALLENGE_WINDOW()).to.equal(CHALLENGE_WINDOW);
    expect(await jury.ANSWER_PERIOD()).to.equal(ANSWER_PERIOD);
    expect(await jury.MAX_AMENDMENTS()).to.equal(2);
    expect(await jury.MAX_PERIOD()).to.equal(YEAR);
    expect(await jury.HUBER_DELTA()).to.equal(LOSS.huberDelta);
    expect(await jury.ANCHOR()).to.equal(LOSS.anchor);
    expect(await jury.TOLERANCE()).to.equal(LOSS.tolerance);
    expect(await jury.MIN_BALLOTS()).to.equal(LOSS.minBallots);
    expect(await jury.MAX_COMPARISONS()).to.equal(64);
    expect(await jury.REWARD_DELAY()).to.equal(7 * 86_400);
  });

  const addresses = [
    { key: "markets", name: "markets that are no contract" },
    { key: "stakeToken", name: "a stake token that is no contract" },
  ];
  for (const { key, name } of addresses) {
    it(`given ${name}, it should revert`, async function () {
      const { jury, deploy, alice } = await networkHelpers.loadFixture(deploymentFixture);
      await expect(deploy({ [key]: alice.address }))
        .to.be.revertedWithCustomError(jury, "Jury_InvalidAddress")
        .withArgs(alice.address);
    });
  }

  for (const { key, name } of [
    { key: "safe", name: "no Safe" },
    { key: "stakeRecipient", name: "no recipient of stakes" },
  ]) {
    it(`given ${name}, it should revert`, async function () {
      const { jury, deploy } = await networkHelpers.loadFixture(deploymentFixture);
      await expect(deploy({ [key]: ethers.ZeroAddress }))
        .to.be.revertedWithCustomError(jury, "Jury_InvalidAddress")
        .withArgs(ethers.ZeroAddress);
    });
  }

  it("given a stake of 0, it should revert: challenges would be free", async function () {
    const { jury, deploy } = await networkHelpers.loadFixture(deploymentFixture);
    await expect(deploy({ stake: 0n })).to.be.revertedWithCustomError(jury, "Jury_ZeroStake");
  });

  for (const { key, name } of [
    { key: "evaluationPeriod", name: "evaluation period" },
    { key: "challengeWindow", name: "challenge window" },
    { key: "answerPeriod", name: "answer period" },
  ]) {
    it(`given an empty ${name}, or one above a year, it should revert`, async function () {
      const { jury, deploy } = await networkHelpers.loadFixture(deploymentFixture);
      for (const period of [0, YEAR + 1]) {
        await expect(deploy({ [key]: period }))
          .to.be.revertedWithCustomError(jury, "Jury_InvalidPeriod")
          .withArgs(period, YEAR);
      }
      await deploy({ [key]: YEAR });
    });
  }

  // R = 2^20 * tolerance / 4 for 256 outcomes: a residual counts up to delta - 2 R - 2.
  const leastDelta = 2n * ((2n ** 20n * LOSS.tolerance) / 4n) + 3n;
  for (const { key, refused, accepted, name } of [
    { key: "tolerance", refused: [0n, 10n ** 12n + 1n], accepted: 10n ** 12n, name: "a tolerance of 0 or above 1e-6" },
    { key: "anchor", refused: [10n ** 24n + 1n], accepted: 10n ** 24n, name: "an anchor above 1e6" },
    {
      key: "huberDelta",
      refused: [1n, leastDelta - 1n, 100n * WAD + 1n],
      accepted: leastDelta,
      name: "a delta with which no residual counts, or above 100",
    },
    { key: "minBallots", refused: [0n, 2n ** 32n], accepted: 1n, name: "no ballot, or more than can be counted" },
  ] as const) {
    it(`given ${name}, it should revert`, async function () {
      const { jury, deploy } = await networkHelpers.loadFixture(deploymentFixture);
      for (const value of refused) {
        const changed: typeof LOSS = { ...LOSS, ...{ [key]: value } };
        const { huberDelta, anchor, tolerance, minBallots } = changed;
        await expect(deploy({ [key]: value }))
          .to.be.revertedWithCustomError(jury, "Jury_InvalidLoss")
          .withArgs(huberDelta, anchor, tolerance, minBallots);
      }
      await deploy({ [key]: accepted });
    });
  }
});
