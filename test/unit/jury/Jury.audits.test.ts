import { expect } from "chai";
import { network } from "hardhat";

import { AUDIT_PERIOD, deployRound, Kind, prove, publishAll, ROUND, says } from "../../utils/ballots.ts";
import { BALLOTS, CHALLENGE_WINDOW, createMarket, deployJury, EVIDENCE, weights } from "../../utils/jury.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;
const { loadFixture, time } = networkHelpers;

const SEED = 3n;
const PAID = 70n;
const MORE = 30n;
const POSTED = weights(3);
const AUDIT = [ROUND, Kind.Children, SEED] as const;

/** A market for the children of seed 3, beside that of all seeds; trading goes on. */
async function roundFixture() {
  const deployment = await deployRound(connection);
  const { closesAt, rounds } = deployment;
  const { market: children } = await createMarket(connection, deployment, { closesAt });
  await rounds.addMarket(ROUND, Kind.Children, SEED, children);
  return { ...deployment, children };
}

/** Alice has paid 70, bob 30. */
async function requestedFixture() {
  const deployment = await roundFixture();
  const { jury, alice, bob, closesAt } = deployment;
  await time.increaseTo(closesAt);
  await jury.connect(alice).requestAudit(...AUDIT, PAID);
  await jury.connect(bob).requestAudit(...AUDIT, MORE);
  return deployment;
}

async function selectedFixture() {
  const deployment = await requestedFixture();
  await deployment.rounds.select(ROUND, Kind.Children, [SEED]);
  return deployment;
}

/** Selected, posted and reported. */
async function judgedFixture() {
  const deployment = await selectedFixture();
  const { jury, jurors, children, deadline } = deployment;
  await jury.connect(jurors).post(children, POSTED, BALLOTS, EVIDENCE);
  await time.increaseTo(deadline + CHALLENGE_WINDOW);
  await jury.finalize(children, POSTED);
  return deployment;
}

describe("Jury.requestAudit", function () {
  it("JU-50 should take the money and add it up, by seed and by payer", async function () {
    const { jury, token, alice, bob } = await loadFixture(requestedFixture);
    const request = jury.connect(alice).requestAudit(...AUDIT, 5n);
    await expect(request)
      .to.emit(jury, "AuditRequested")
      .withArgs(...AUDIT, alice.address, 5n);
    await expect(request).to.changeTokenBalances(ethers, token, [alice, jury], [-5n, 5n]);
    expect(await jury.auditOf(...AUDIT)).to.equal(PAID + MORE + 5n);
    expect(await jury.auditBy(...AUDIT, alice)).to.equal(PAID + 5n);
    expect(await jury.auditBy(...AUDIT, bob)).to.equal(MORE);
    expect(await jury.auditsOf(ROUND, Kind.Children, 5)).to.deep.equal([0n, 0n, 0n, PAID + MORE + 5n, 0n]);
    expect(await jury.auditsOf(ROUND, Kind.Weight, 4)).to.deep.equal([0n, 0n, 0n, 0n]);
  });

  it("JU-50 from the end of trading, before the set is chosen, and not a second more", async function () {
    const { jury, alice, closesAt } = await loadFixture(roundFixture);
    const auditedAt = closesAt + AUDIT_PERIOD;
    await time.setNextBlockTimestamp(closesAt - 1);
    await expect(jury.connect(alice).requestAudit(...AUDIT, 1n))
      .to.be.revertedWithCustomError(jury, "Jury_RoundTooEarly")
      .withArgs(ROUND, closesAt, closesAt - 1);
    await time.setNextBlockTimestamp(closesAt);
    await jury.connect(alice).requestAudit(...AUDIT, 1n);
    await time.setNextBlockTimestamp(auditedAt - 1);
    await jury.connect(alice).requestAudit(...AUDIT, 1n);
    await time.setNextBlockTimestamp(auditedAt);
    await expect(jury.connect(alice).requestAudit(...AUDIT, 1n))
      .to.be.revertedWithCustomError(jury, "Jury_RoundTooLate")
      .withArgs(ROUND, auditedAt - 1, auditedAt);
  });

  it("JU-50 given an evaluation set that is known, it should revert; another kind's should not matter", async function () {
    const { jury, rounds, alice } = await loadFixture(requestedFixture);
    await rounds.select(ROUND, Kind.Weight, []);
    await jury.connect(alice).requestAudit(...AUDIT, 1n);
    await rounds.select(ROUND, Kind.Children, []);
    await expect(jury.connect(alice).requestAudit(...AUDIT, 1n))
      .to.be.revertedWithCustomError(jury, "Jury_SelectionDone")
      .withArgs(ROUND, Kind.Children);
  });

  it("JU-50 given a seed that is not eligible, or a round that was not started, it should revert", async function () {
    const { jury, alice } = await loadFixture(requestedFixture);
    await expect(jury.connect(alice).requestAudit(ROUND, Kind.Children, 4n, 1n))
      .to.be.revertedWithCustomError(jury, "Jury_NotEligible")
      .withArgs(ROUND, Kind.Children, 4n);
    await expect(jury.connect(alice).requestAudit(2n, Kind.Children, SEED, 1n))
      .to.be.revertedWithCustomError(jury, "Jury_UnknownRound")
      .withArgs(2n);
    const { jury: alone } = await deployJury(connection);
    await expect(alone.requestAudit(...AUDIT, 1n)).to.be.revertedWithCustomError(alone, "Jury_UnknownRound");
  });

  it("JU-20 given money that does not arrive in full, it should revert", async function () {
    const { jury, token, alice } = await loadFixture(requestedFixture);
    await token.setFee(1000);
    await expect(jury.connect(alice).requestAudit(...AUDIT, 100n))
      .to.be.revertedWithCustomError(jury, "Jury_NotReceived")
      .withArgs(100n, 90n);
    await token.setFee(0);
    await token.setLying(true);
    await expect(jury.connect(alice).requestAudit(...AUDIT, 100n))
      .to.be.revertedWithCustomError(jury, "Jury_NotReceived")
      .withArgs(100n, 0n);
    expect(await jury.auditOf(...AUDIT)).to.equal(PAID + MORE);
  });

  it("given a token that calls back in the transfer, nothing should be counted twice", async function () {
    const { jury, rounds, token, alice } = await loadFixture(requestedFixture);
    await rounds.select(ROUND, Kind.Weight, []);
    await token.setHook(jury, jury.interface.encodeFunctionData("requestAudit", [...AUDIT, 1n]));
    await jury.connect(alice).requestAudit(...AUDIT, 1n);
    expect(await token.hookSucceeded()).to.equal(false);
    expect(await token.hookResult()).to.equal(jury.interface.getError("ReentrancyGuardReentrantCall")?.selector);
    expect(await jury.auditOf(...AUDIT)).to.equal(PAID + MORE + 1n);
  });
});

describe("Jury.refundAudit", function () {
  async function expectRefund(fixture: typeof requestedFixture, prepare: (d: Deployment) => Promise<unknown>) {
    const deployment = await loadFixture(fixture);
    const { jury, token, alice, bob } = deployment;
    await prepare(deployment);
    await expect(jury.connect(bob).refundAudit(...AUDIT, alice))
      .to.emit(jury, "AuditRefunded")
      .withArgs(...AUDIT, alice.address, PAID);
    expect([await jury.credits(alice), await jury.credits(bob)]).to.deep.equal([PAID, 0n]);
    expect([await jury.auditOf(...AUDIT), await jury.auditBy(...AUDIT, alice)]).to.deep.equal([MORE, 0n]);
    await expect(jury.refundAudit(...AUDIT, alice))
      .to.be.revertedWithCustomError(jury, "Jury_NoAudit")
      .withArgs(...AUDIT);
    await expect(jury.connect(alice).withdraw(alice)).to.changeTokenBalances(ethers, token, [alice], [PAID]);
    await jury.refundAudit(...AUDIT, bob);
    expect(await token.balanceOf(jury)).to.equal(MORE);
  }

  it("JU-51 given a seed that was not selected, it should credit each payer once", async function () {
    await expectRefund(requestedFixture, ({ rounds }) => rounds.select(ROUND, Kind.Children, [SEED + 1n]));
  });

  it("JU-51 given no selection, it should credit a second after the end of evaluation", async function () {
    await expectRefund(requestedFixture, async ({ jury, alice, deadline }) => {
      await time.setNextBlockTimestamp(deadline);
      await expect(jury.refundAudit(...AUDIT, alice))
        .to.be.revertedWithCustomError(jury, "Jury_NotRefundable")
        .withArgs(...AUDIT);
      await time.setNextBlockTimestamp(deadline + 1);
    });
  });

  it("JU-51 given a market that was never posted, it should credit once the round is settled", async function () {
    await expectRefund(selectedFixture, async ({ jury, alice, hardEnd }) => {
      await time.setNextBlockTimestamp(hardEnd - 1);
      await expect(jury.refundAudit(...AUDIT, alice)).to.be.revertedWithCustomError(jury, "Jury_NotRefundable");
      await time.setNextBlockTimestamp(hardEnd);
    });
  });

  it("JU-51 given a market that fell back, the same", async function () {
    await expectRefund(selectedFixture, async ({ jury, alice, children, deadline, hardEnd }) => {
      await time.increaseTo(deadline + 1);
      await jury.fallBack(children);
      await expect(jury.refundAudit(...AUDIT, alice)).to.be.revertedWithCustomError(jury, "Jury_NotRefundable");
      await time.increaseTo(hardEnd);
      await expect(jury.collectAudit(...AUDIT)).to.be.revertedWithCustomError(jury, "Jury_NotCollectable");
    });
  });

  it("JU-51 given a posting that nobody has finalized, it should revert: anyone can", async function () {
    const { jury, jurors, alice, children, hardEnd } = await loadFixture(selectedFixture);
    await jury.connect(jurors).post(children, POSTED, BALLOTS, EVIDENCE);
    await time.increaseTo(hardEnd);
    await expect(jury.refundAudit(...AUDIT, alice)).to.be.revertedWithCustomError(jury, "Jury_NotRefundable");
    await jury.finalize(children, POSTED);
    await expect(jury.refundAudit(...AUDIT, alice)).to.be.revertedWithCustomError(jury, "Jury_NotRefundable");
    await jury.collectAudit(...AUDIT);
  });

  it("JU-52 given an audit that was collected, it should revert, whatever the rounds say later", async function () {
    const { jury, alice } = await loadFixture(judgedFixture);
    await jury.collectAudit(...AUDIT);
    await time.increase(365 * 86_400);
    await expect(jury.refundAudit(...AUDIT, alice))
      .to.be.revertedWithCustomError(jury, "Jury_NotRefundable")
      .withArgs(...AUDIT);
  });

  it("given an account that has paid nothing, it should revert", async function () {
    const { jury, rounds, deployer } = await loadFixture(requestedFixture);
    await rounds.select(ROUND, Kind.Children, []);
    await expect(jury.refundAudit(...AUDIT, deployer))
      .to.be.revertedWithCustomError(jury, "Jury_NoAudit")
      .withArgs(...AUDIT);
  });
});

describe("Jury.collectAudit", function () {
  it("JU-52 given a seed that was judged, it should move all of it to the reward pot, once", async function () {
    const { jury, bob } = await loadFixture(judgedFixture);
    await expect(jury.connect(bob).collectAudit(...AUDIT))
      .to.emit(jury, "AuditCollected")
      .withArgs(...AUDIT, PAID + MORE);
    expect([await jury.rewardPot(), await jury.auditOf(...AUDIT)]).to.deep.equal([PAID + MORE, 0n]);
    await expect(jury.collectAudit(...AUDIT))
      .to.be.revertedWithCustomError(jury, "Jury_NoAudit")
      .withArgs(...AUDIT);
  });

  it("JU-52 given a seed that was judged by a verified posting, the same", async function () {
    const deployment = await loadFixture(selectedFixture);
    const { jury, children, deadline } = deployment;
    const ballots = { ada: [says(0, 1, 2)], bea: [says(1, 2, 3)] };
    await publishAll(connection, deployment, ballots, { market: children });
    const { x } = await prove(deployment, Object.values(ballots));
    await jury.walkBallots(children, [...x], Object.values(ballots));
    await time.increaseTo(deadline);
    await jury.postVerified(children, [...x]);
    await jury.collectAudit(...AUDIT);
    expect(await jury.rewardPot()).to.equal(PAID + MORE);
  });

  it("given a market that is posted but not final, or that nobody posted, it should revert", async function () {
    const { jury, jurors, children } = await loadFixture(selectedFixture);
    await expect(jury.collectAudit(...AUDIT))
      .to.be.revertedWithCustomError(jury, "Jury_NotCollectable")
      .withArgs(...AUDIT);
    await jury.connect(jurors).post(children, POSTED, BALLOTS, EVIDENCE);
    await expect(jury.collectAudit(...AUDIT)).to.be.revertedWithCustomError(jury, "Jury_NotCollectable");
  });

  it("given a seed that is judged in a market but was not selected, it should revert: it is refunded", async function () {
    const deployment = await loadFixture(requestedFixture);
    const { jury, jurors, rounds, alice, children, deadline } = deployment;
    await rounds.select(ROUND, Kind.Children, []);
    await jury.connect(jurors).post(children, POSTED, BALLOTS, EVIDENCE);
    await time.increaseTo(deadline + CHALLENGE_WINDOW);
    await jury.finalize(children, POSTED);
    await expect(jury.collectAudit(...AUDIT)).to.be.revertedWithCustomError(jury, "Jury_NotCollectable");
    await jury.refundAudit(...AUDIT, alice);
  });

  it("given nothing paid, it should revert", async function () {
    const { jury } = await loadFixture(judgedFixture);
    await expect(jury.collectAudit(ROUND, Kind.Weight, 0n))
      .to.be.revertedWithCustomError(jury, "Jury_NoAudit")
      .withArgs(ROUND, Kind.Weight, 0n);
  });
});

type Deployment = Awaited<ReturnType<typeof roundFixture>>;
