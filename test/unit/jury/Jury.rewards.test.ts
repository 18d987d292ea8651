import { expect } from "chai";
import { network } from "hardhat";

import { deployRound, jurorOf, Kind, prove, publishAll, ROUND, says, setSchedule } from "../../utils/ballots.ts";
import { BALLOTS, CHALLENGE_WINDOW, createMarket, deployJury, EVIDENCE, weights } from "../../utils/jury.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;
const { loadFixture, time } = networkHelpers;

const POT = 1000n;
const DELAY = 7 * 86_400;
const POSTED = weights(3);
const ADA = [says(0, 1, 2), says(1, 2, 3)];
const BEA = [says(0, 2, 5)];
const CYD = [says(1, 2, 1.5), says(1, 0, 1), says(0, 2, 10)];
const [ADA_ADDRESS, BEA_ADDRESS, CYD_ADDRESS] = ["ada", "bea", "cyd"].map((name) => jurorOf(name).address) as [
  string,
  string,
  string,
];

/** Of three markets one is posted (3 comparisons), one verified (4), one falls back (6): 7 comparisons are accepted. */
async function judgedFixture() {
  const deployment = await deployRound(connection);
  const { jury, jurors, rounds, alice, market: posted, closesAt, deadline, hardEnd } = deployment;
  const [verified, fallen] = [
    (await createMarket(connection, deployment, { closesAt })).market,
    (await createMarket(connection, deployment, { closesAt })).market,
  ];
  await rounds.addMarket(ROUND, Kind.Children, 0, verified);
  await rounds.addMarket(ROUND, Kind.Children, 1, fallen);
  await rounds.select(ROUND, Kind.Children, [0, 1]);
  await jury.connect(alice).gift(POT);
  await time.increaseTo(closesAt);
  await publishAll(connection, deployment, { ada: ADA, bea: BEA });
  await publishAll(connection, deployment, { bea: BEA, cyd: CYD }, { market: verified });
  await publishAll(connection, deployment, { ada: ADA, bea: BEA, cyd: CYD }, { market: fallen });
  await jury.connect(jurors).post(posted, POSTED, BALLOTS, EVIDENCE);
  await time.increaseTo(deadline);
  const { x } = await prove(deployment, [BEA, CYD]);
  await jury.walkBallots(verified, [...x], [BEA, CYD]);
  await jury.postVerified(verified, [...x]);
  await time.increaseTo(deadline + CHALLENGE_WINDOW);
  await jury.finalize(posted, POSTED);
  await time.increaseTo(hardEnd);
  await jury.fallBack(fallen);
  return { ...deployment, posted, verified, fallen, from: hardEnd + DELAY };
}

async function distributedFixture() {
  const deployment = await judgedFixture();
  await time.increaseTo(deployment.from);
  await deployment.jury.distributeRewards(ROUND);
  return deployment;
}

describe("Jury.distributeRewards", function () {
  it("JU-60 should share the pot by accepted comparisons, and leave the rest in it", async function () {
    const { jury, alice, from } = await loadFixture(judgedFixture);
    expect(await jury.rewardsOf(ROUND)).to.deep.equal([7n, 0n, 0n, false]);
    await time.setNextBlockTimestamp(from);
    await expect(jury.connect(alice).distributeRewards(ROUND))
      .to.emit(jury, "RewardsDistributed")
      .withArgs(ROUND, 7n, POT / 7n);
    expect(await jury.rewardPot()).to.equal(POT % 7n);
    expect(await jury.rewardsOf(ROUND)).to.deep.equal([7n, 0n, POT / 7n, true]);
    expect(await jury.lastDistributed()).to.equal(ROUND);
  });

  it("JU-60 ballots in a market that was not to be evaluated should count for nothing, even if verified", async function () {
    const d = await deployRound(connection);
    const { jury, jurors, rounds, alice, market: asked, closesAt, deadline, hardEnd } = d;
    const unasked = (await createMarket(connection, d, { closesAt })).market;
    await rounds.addMarket(ROUND, Kind.Children, 7, unasked);
    await rounds.select(ROUND, Kind.Children, [3]);
    await jury.connect(alice).gift(POT);
    await time.increaseTo(closesAt);
    await publishAll(connection, d, { ada: ADA, bea: BEA });
    await publishAll(connection, d, { bea: BEA, cyd: CYD }, { market: unasked });
    await jury.connect(jurors).post(asked, POSTED, BALLOTS, EVIDENCE);
    await time.increaseTo(deadline);
    const { x } = await prove(d, [BEA, CYD]);
    await jury.walkBallots(unasked, [...x], [BEA, CYD]);
    await jury.postVerified(unasked, [...x]);
    await time.increaseTo(deadline + CHALLENGE_WINDOW);
    await jury.finalize(asked, POSTED);
    await time.increaseTo(hardEnd + DELAY);
    await jury.distributeRewards(ROUND);
    const accepted = BigInt(ADA.length + BEA.length);
    expect(await jury.rewardsOf(ROUND)).to.deep.equal([accepted, 0n, POT / accepted, true]);
    await expect(jury.claimRewards(jurorOf("cyd").address, [unasked])).to.be.revertedWithCustomError(
      jury,
      "Jury_NothingToClaim",
    );
  });

  it("JU-60 before the delay after settlement has passed, it should revert", async function () {
    const { jury, from } = await loadFixture(judgedFixture);
    await time.setNextBlockTimestamp(from - 1);
    await expect(jury.distributeRewards(ROUND))
      .to.be.revertedWithCustomError(jury, "Jury_RoundTooEarly")
      .withArgs(ROUND, from, from - 1);
  });

  it("JU-60 a second time, or out of turn, it should revert", async function () {
    const { jury, rounds, closesAt } = await loadFixture(distributedFixture);
    await setSchedule(rounds, 3n, closesAt - 5, closesAt);
    for (const round of [ROUND, 3n, 0n]) {
      await expect(jury.distributeRewards(round))
        .to.be.revertedWithCustomError(jury, "Jury_OutOfTurn")
        .withArgs(round, 2n);
    }
    await expect(jury.distributeRewards(2n)).to.be.revertedWithCustomError(jury, "Jury_UnknownRound").withArgs(2n);
    const { jury: alone } = await deployJury(connection);
    await expect(alone.distributeRewards(1n)).to.be.revertedWithCustomError(alone, "Jury_UnknownRound");
  });

  it("JU-60 without accepted comparisons the pot should stay, for the next round", async function () {
    const deployment = await deployRound(connection);
    const { jury, rounds, alice, hardEnd, closesAt } = deployment;
    await jury.connect(alice).gift(POT);
    await setSchedule(rounds, 2n, closesAt - 5, closesAt);
    await time.increaseTo(hardEnd + DELAY);
    await expect(jury.distributeRewards(ROUND)).to.emit(jury, "RewardsDistributed").withArgs(ROUND, 0n, 0n);
    expect(await jury.rewardPot()).to.equal(POT);
    await jury.distributeRewards(2n);
    expect(await jury.lastDistributed()).to.equal(2n);
  });

  it("JU-61 what is finalized afterwards should count for nothing", async function () {
    const deployment = await deployRound(connection);
    const { jury, jurors, alice, market, closesAt, hardEnd } = deployment;
    await jury.connect(alice).gift(POT);
    await time.increaseTo(closesAt);
    await publishAll(connection, deployment, { ada: ADA, bea: BEA });
    await jury.connect(jurors).post(market, POSTED, BALLOTS, EVIDENCE);
    await time.increaseTo(hardEnd + DELAY);
    await jury.distributeRewards(ROUND);
    await jury.finalize(market, POSTED);
    expect((await jury.tallyOf(market)).accepted).to.equal(false);
    expect(await jury.rewardsOf(ROUND)).to.deep.equal([0n, 0n, 0n, true]);
    await expect(jury.claimRewards(ADA_ADDRESS, [market]))
      .to.be.revertedWithCustomError(jury, "Jury_NothingToClaim")
      .withArgs(market, ADA_ADDRESS);
    expect(await jury.rewardPot()).to.equal(POT);
  });
});

describe("Jury.claimRewards", function () {
  it("JU-61 should credit a juror for all its accepted comparisons, in the sum exactly what was allotted", async function () {
    const { jury, token, alice, posted, verified } = await loadFixture(distributedFixture);
    const each = POT / 7n;
    await expect(jury.connect(alice).claimRewards(BEA_ADDRESS, [posted, verified]))
      .to.emit(jury, "RewardClaimed")
      .withArgs(posted, BEA_ADDRESS, 1n, each)
      .and.to.emit(jury, "RewardClaimed")
      .withArgs(verified, BEA_ADDRESS, 1n, each);
    await jury.claimRewards(ADA_ADDRESS, [posted]);
    await jury.claimRewards(CYD_ADDRESS, [verified]);
    const credits = await Promise.all([ADA_ADDRESS, BEA_ADDRESS, CYD_ADDRESS].map((juror) => jury.credits(juror)));
    expect(credits).to.deep.equal([2n * each, 2n * each, 3n * each]);
    expect(await jury.rewardsOf(ROUND)).to.deep.equal([7n, 7n, each, true]);
    expect(await jury.ballotOf(posted, BEA_ADDRESS)).to.deep.equal([1n, true]);
    await expect(jury.withdrawFor(CYD_ADDRESS)).to.changeTokenBalances(ethers, token, [CYD_ADDRESS], [3n * each]);
    expect(await token.balanceOf(jury)).to.equal(4n * each + (POT % 7n));
  });

  it("JU-61 a second time, or the same market twice, it should revert", async function () {
    const { jury, posted, verified } = await loadFixture(distributedFixture);
    await expect(jury.claimRewards(BEA_ADDRESS, [posted, verified, posted]))
      .to.be.revertedWithCustomError(jury, "Jury_NothingToClaim")
      .withArgs(posted, BEA_ADDRESS);
    await jury.claimRewards(BEA_ADDRESS, [posted]);
    await expect(jury.claimRewards(BEA_ADDRESS, [posted])).to.be.revertedWithCustomError(jury, "Jury_NothingToClaim");
  });

  it("JU-61 for a market that fell back, or that it said nothing about, it should revert", async function () {
    const { jury, alice, posted, fallen } = await loadFixture(distributedFixture);
    for (const [market, juror] of [
      [fallen, ADA_ADDRESS],
      [posted, CYD_ADDRESS],
      [posted, alice.address],
    ] as const) {
      await expect(jury.claimRewards(juror, [market]))
        .to.be.revertedWithCustomError(jury, "Jury_NothingToClaim")
        .withArgs(market, juror);
    }
  });

  it("JU-61 before the distribution, it should revert", async function () {
    const { jury, posted } = await loadFixture(judgedFixture);
    await expect(jury.claimRewards(ADA_ADDRESS, [posted]))
      .to.be.revertedWithCustomError(jury, "Jury_NotDistributed")
      .withArgs(ROUND);
  });
});
