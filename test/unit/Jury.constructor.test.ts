import { expect } from "chai";
import { network } from "hardhat";

import { ANSWER_PERIOD, CHALLENGE_WINDOW, deployJury, EVALUATION_PERIOD, STAKE } from "../utils/jury.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;
const YEAR = 365 * 86_400;

describe("Jury.constructor", function () {
  async function deploymentFixture() {
    const deployment = await deployJury(connection);
    const { markets, safe, token, recipient } = deployment;
    const valid = [markets, safe, token, STAKE, recipient, EVALUATION_PERIOD, CHALLENGE_WINDOW, ANSWER_PERIOD];
    const deploy = (index: number, value: unknown) => ethers.deployContract("Jury", valid.with(index, value as never));
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
  });

  const addresses = [
    { index: 0, name: "markets that are no contract" },
    { index: 2, name: "a stake token that is no contract" },
  ];
  for (const { index, name } of addresses) {
    it(`given ${name}, it should revert`, async function () {
      const { jury, deploy, alice } = await networkHelpers.loadFixture(deploymentFixture);
      await expect(deploy(index, alice.address))
        .to.be.revertedWithCustomError(jury, "Jury_InvalidAddress")
        .withArgs(alice.address);
    });
  }

  for (const { index, name } of [
    { index: 1, name: "no Safe" },
    { index: 4, name: "no recipient of stakes" },
  ]) {
    it(`given ${name}, it should revert`, async function () {
      const { jury, deploy } = await networkHelpers.loadFixture(deploymentFixture);
      await expect(deploy(index, ethers.ZeroAddress))
        .to.be.revertedWithCustomError(jury, "Jury_InvalidAddress")
        .withArgs(ethers.ZeroAddress);
    });
  }

  it("given a stake of 0, it should revert: challenges would be free", async function () {
    const { jury, deploy } = await networkHelpers.loadFixture(deploymentFixture);
    await expect(deploy(3, 0n)).to.be.revertedWithCustomError(jury, "Jury_ZeroStake");
  });

  for (const { index, name } of [
    { index: 5, name: "evaluation period" },
    { index: 6, name: "challenge window" },
    { index: 7, name: "answer period" },
  ]) {
    it(`given an empty ${name}, or one above a year, it should revert`, async function () {
      const { jury, deploy } = await networkHelpers.loadFixture(deploymentFixture);
      for (const period of [0, YEAR + 1]) {
        await expect(deploy(index, period))
          .to.be.revertedWithCustomError(jury, "Jury_InvalidPeriod")
          .withArgs(period, YEAR);
      }
      await deploy(index, YEAR);
    });
  }
});
