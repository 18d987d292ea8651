import { expect } from "chai";
import { network } from "hardhat";

import { errorBound } from "../../../sdk/src/jury/index.ts";
import {
  deployRound,
  HARD_TAIL,
  mutable,
  prove,
  publishAll,
  says,
  signed,
  type RoundOptions,
} from "../../utils/ballots.ts";
import {
  ANSWER_PERIOD,
  BALLOTS,
  CHALLENGE_WINDOW,
  createMarket,
  deployJury,
  EVIDENCE,
  hashOf,
  LOSS,
  REASON,
  STAKE,
  Status,
  WAD,
  weights,
} from "../../utils/jury.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;
const { loadFixture, time } = networkHelpers;

const ADA = [says(0, 1, 2), says(1, 2, 3)];
const BEA = [says(0, 2, 5)];
const CYD = [says(1, 2, 1.5), says(1, 0, 1), says(0, 2, 10)];
const ALL = [ADA, BEA, CYD];
const POSTED = weights(3);

/** Three ballots are published, the deadline has passed. */
async function evaluated(options: RoundOptions = {}, ballots = { ada: ADA, bea: BEA, cyd: CYD }) {
  const deployment = await deployRound(connection, options);
  await time.increaseTo(deployment.closesAt);
  await publishAll(connection, deployment, ballots);
  await time.increaseTo(deployment.deadline);
  return deployment;
}

async function evaluatedFixture() {
  const deployment = await evaluated();
  const proof = await prove(deployment, ALL);
  return { ...deployment, proof, x: [...proof.x] };
}

/** Walked to the end by alice, except that nothing is posted. */
async function walkedFixture() {
  const deployment = await evaluatedFixture();
  const { jury, market, alice, x } = deployment;
  await jury.connect(alice).walkBallots(market, x, ALL);
  return deployment;
}

/** Posted by the Safe before ballots were published, and walked. */
async function postedFixture() {
  const deployment = await deployRound(connection);
  const { jury, jurors, market, alice, closesAt } = deployment;
  await time.setNextBlockTimestamp(closesAt);
  await jury.connect(jurors).post(market, POSTED, BALLOTS, EVIDENCE);
  await publishAll(connection, deployment, { ada: ADA, bea: BEA, cyd: CYD });
  const proof = await prove(deployment, ALL);
  const x = [...proof.x];
  await jury.connect(alice).walkBallots(market, x, ALL);
  return { ...deployment, proof, x };
}

describe("Jury.walkBallots", function () {
  it("JU-40 should take ballots in chunks, from before the deadline on, and tell how far it is", async function () {
    const deployment = await deployRound(connection);
    const { jury, market, alice } = deployment;
    await time.increaseTo(deployment.closesAt);
    await publishAll(connection, deployment, { ada: ADA });
    const { x, gradient } = await prove(deployment, ALL);
    const xHash = ethers.keccak256(ethers.AbiCoder.defaultAbiCoder().encode(["int256[]"], [x]));
    await expect(jury.connect(alice).walkBallots(market, [...x], [ADA]))
      .to.emit(jury, "BallotsWalked")
      .withArgs(market, alice.address, xHash, 1n);
    await publishAll(connection, deployment, { bea: BEA, cyd: CYD });
    await jury.connect(alice).walkBallots(market, [...x], [BEA]);
    expect((await jury.walkOf(market, alice, [...x])).slice(0, 3)).to.deep.equal([2n, 3n, 1n]);
    await jury.connect(alice).walkBallots(market, [...x], [CYD]);
    expect(await jury.walkOf(market, alice, [...x])).to.deep.equal([3n, 6n, 1n, gradient]);
  });

  it("JU-40 what others walk, or for another x, should be another walk", async function () {
    const { jury, market, alice, bob, x } = await loadFixture(walkedFixture);
    const other = x.with(0, (x[0] ?? 0n) + 1n);
    expect((await jury.walkOf(market, alice, x)).cursor).to.equal(3n);
    for (const [who, what] of [
      [bob, x],
      [alice, other],
    ] as const) {
      expect((await jury.walkOf(market, who, what)).cursor).to.equal(0n);
      await expect(jury.connect(who).postVerified(market, what))
        .to.be.revertedWithCustomError(jury, "Jury_BallotsLeft")
        .withArgs(market, 0n, 3n);
    }
  });

  describe("JU-40 given what is not the next published ballot, it should revert:", function () {
    for (const [name, walked, passed] of [
      ["another order", [], [BEA]],
      ["one left out", [ADA], [CYD]],
      ["a comparison changed", [ADA], [[says(0, 2, 5.000001)]]],
      ["a comparison more", [ADA], [[...BEA, says(0, 1, 1)]]],
      ["a comparison less", [], [ADA.slice(0, 1)]],
      ["the same again", [ADA], [ADA]],
      ["nothing in a ballot", [], [[]]],
    ] as const) {
      it(name, async function () {
        const { jury, market, x } = await loadFixture(evaluatedFixture);
        if (walked.length > 0) await jury.walkBallots(market, x, mutable(walked));
        await expect(jury.walkBallots(market, x, mutable(passed)))
          .to.be.revertedWithCustomError(jury, "Jury_WrongBallot")
          .withArgs(market, walked.length, hashOfBallot(ALL[walked.length] ?? []), hashOfBallot(passed[0]));
      });
    }

    it("one beyond the last", async function () {
      const { jury, market, x } = await loadFixture(evaluatedFixture);
      await expect(jury.walkBallots(market, x, [...ALL, ADA]))
        .to.be.revertedWithCustomError(jury, "Jury_NoSuchBallot")
        .withArgs(market, 3n);
    });
  });

  it("given log weights for other outcomes, or too far away, it should revert", async function () {
    const { jury, market, x } = await loadFixture(evaluatedFixture);
    for (const wrong of [x.slice(1), [...x, 0n]]) {
      await expect(jury.walkBallots(market, wrong, [ADA]))
        .to.be.revertedWithCustomError(jury, "Jury_WrongLength")
        .withArgs(3, wrong.length);
    }
    const most = 2000n * WAD;
    for (const far of [most + 1n, -most - 1n]) {
      await expect(jury.walkBallots(market, x.with(2, far), [ADA]))
        .to.be.revertedWithCustomError(jury, "Jury_LogWeightOutOfRange")
        .withArgs(2, far, most);
    }
    await jury.walkBallots(market, [most, -most, 0n], ALL);
  });
});

describe("Jury.postVerified", function () {
  it("JU-42 should resolve the market to the softmax of x, final at once", async function () {
    const { jury, markets, market, alice, proof, x } = await loadFixture(walkedFixture);
    await expect(jury.connect(alice).postVerified(market, x))
      .to.emit(jury, "Verified")
      .withArgs(market, alice.address, proof.payouts, 3n, errorBound(3, LOSS));
    expect(await markets.getPayouts(market)).to.deep.equal(proof.payouts);
    const { status, payoutsHash, finalFrom, ballotsRoot } = await jury.getPosting(market);
    expect([status, payoutsHash, finalFrom]).to.deep.equal([Status.Resolved, hashOf(proof.payouts), 0n]);
    expect(ballotsRoot).to.equal(ethers.ZeroHash);
    expect((await jury.tallyOf(market)).accepted).to.equal(true);
  });

  it("JU-13 once it is resolved, nothing more should be possible", async function () {
    const { jury, jurors, market, alice, bob, x } = await loadFixture(walkedFixture);
    await jury.connect(bob).walkBallots(market, x, ALL);
    await jury.connect(alice).postVerified(market, x);
    for (const call of [
      jury.connect(bob).postVerified(market, x),
      jury.connect(bob).walkBallots(market, x, []),
      jury.connect(bob).challenge(market, REASON),
      jury.connect(jurors).post(market, POSTED, BALLOTS, EVIDENCE),
      jury.fallBack(market),
      jury.finalize(market, POSTED),
    ]) {
      await expect(call).to.be.revertedWithCustomError(jury, "Jury_WrongStatus").withArgs(market, Status.Resolved);
    }
  });

  it("JU-41 before the deadline has passed, it should revert: ballots may still come", async function () {
    const { jury, market, alice, x, deadline } = await loadFixture(postedFixture);
    await time.setNextBlockTimestamp(deadline);
    await expect(jury.connect(alice).postVerified(market, x))
      .to.be.revertedWithCustomError(jury, "Jury_TooEarly")
      .withArgs(market, deadline + 1, deadline);
    await time.setNextBlockTimestamp(deadline + 1);
    await jury.connect(alice).postVerified(market, x);
  });

  it("JU-41 given a ballot that came after the walk, it should revert until that is walked", async function () {
    const deployment = await loadFixture(postedFixture);
    const { jury, market, alice, x, deadline } = deployment;
    const late = [says(0, 1, 2)];
    const publication = await signed(connection, deployment, "dan", late);
    await time.setNextBlockTimestamp(deadline);
    await jury.publishBallot(...publication);
    await expect(jury.connect(alice).postVerified(market, x))
      .to.be.revertedWithCustomError(jury, "Jury_BallotsLeft")
      .withArgs(market, 3n, 4n);
    const { x: withAll } = await prove(deployment, [...ALL, late]);
    await jury.connect(alice).walkBallots(market, [...withAll], [...ALL, late]);
    await jury.connect(alice).postVerified(market, [...withAll]);
  });

  it("JU-41 given fewer ballots than it needs, it should revert", async function () {
    const deployment = await evaluated({ loss: { minBallots: 4n } });
    const { jury, market } = deployment;
    const { x } = await prove(deployment, ALL);
    await jury.walkBallots(market, [...x], ALL);
    await expect(jury.postVerified(market, [...x]))
      .to.be.revertedWithCustomError(jury, "Jury_TooFewBallots")
      .withArgs(market, 3n, 4n);
  });

  describe("JU-41 given what is not proven, it should revert:", function () {
    it("log weights off the optimum, in the first coordinate that is", async function () {
      const { jury, market, deployer, x } = await loadFixture(evaluatedFixture);
      const move = 10n ** 6n;
      const off = moved(x, move);
      await jury.walkBallots(market, off, ALL);
      const { gradients } = await jury.walkOf(market, ethers.ZeroAddress, off);
      expect(gradients).to.deep.equal([0n, 0n, 0n]);
      const own = (await jury.walkOf(market, deployer, off)).gradients;
      expect(own[0]).to.be.above(LOSS.tolerance);
      await expect(jury.postVerified(market, off))
        .to.be.revertedWithCustomError(jury, "Jury_NotOptimal")
        .withArgs(0, own[0], 12n, LOSS.tolerance);
    });

    it("a gradient that is within the tolerance only without the error of its computation", async function () {
      const deployment = await evaluated({ loss: { tolerance: 20n } });
      const { jury, market, deployer } = deployment;
      const { x } = await prove(deployment, ALL);
      // Six comparisons are 12 units uncertain: a gradient of 9 units is too much.
      let refused = 0;
      for (const move of [0n, 1n, 2n, 3n, 4n]) {
        const off = moved(x, move);
        await jury.walkBallots(market, off, ALL);
        const { gradients } = await jury.walkOf(market, deployer, off);
        const worst = gradients.map((g) => (g < 0n ? -g : g)).reduce((a, b) => (a > b ? a : b));
        if (worst + 12n <= 20n) continue;
        ++refused;
        expect(worst).to.be.at.most(30n);
        await expect(jury.postVerified(market, off)).to.be.revertedWithCustomError(jury, "Jury_NotOptimal");
      }
      expect(refused).to.be.above(1);
    });

    it("a sum that is not 0", async function () {
      const { jury, market, x } = await loadFixture(evaluatedFixture);
      const sum = x.reduce((a, b) => a + b);
      const shifted = x.map((v) => v + 2n);
      await jury.walkBallots(market, shifted, ALL);
      await expect(jury.postVerified(market, shifted))
        .to.be.revertedWithCustomError(jury, "Jury_InvalidLogSum")
        .withArgs(sum + 6n, 3);
    });

    it("outcomes that nobody compared with the others", async function () {
      const deployment = await evaluated({ outcomes: 4 });
      const { jury, market } = deployment;
      const { x } = await prove(deployment, ALL);
      const mean = 10n ** 18n;
      const four = [...x.map((v) => v - mean), 3n * mean];
      await jury.walkBallots(market, four, ALL);
      await expect(jury.postVerified(market, four))
        .to.be.revertedWithCustomError(jury, "Jury_NotUnique")
        .withArgs(market, 2);
    });

    for (const difference of [1.001, 3, 5, 8.999]) {
      it(`Huber's loss between c = 0 and c = 10 with delta = 1: flat, so also a difference of ${difference}`, async function () {
        // c = 10 is out of a multiplier's reach: 0 and 10 become -5 and +5, and x moves with them.
        const [low, high] = [[says(0, 1, Math.exp(5))], [says(1, 0, Math.exp(5))]];
        const deployment = await evaluated({ loss: { huberDelta: WAD }, outcomes: 2 }, {
          ada: low,
          bea: high,
        } as never);
        const { jury, market, deployer } = deployment;
        const half = (BigInt(Math.round((difference - 5) * 1000)) * WAD) / 2000n;
        const x = [-half, half];
        await jury.walkBallots(market, x, [low, high]);
        expect((await jury.walkOf(market, deployer, x)).gradients).to.deep.equal([0n, 0n]);
        await expect(jury.postVerified(market, x))
          .to.be.revertedWithCustomError(jury, "Jury_NotUnique")
          .withArgs(market, 2);
      });
    }
  });

  it("JU-41 with Huber's loss it should accept an outlier, if what agrees connects all", async function () {
    const ballots = { ada: ADA, bea: BEA, cyd: [says(2, 0, 1000)] };
    const deployment = await evaluated({ loss: { huberDelta: WAD / 2n } }, ballots as never);
    const { jury, markets, market } = deployment;
    const list = Object.values(ballots);
    const { x, payouts } = await prove(deployment, list);
    await jury.walkBallots(market, [...x], list);
    await jury.postVerified(market, [...x]);
    expect(await markets.getPayouts(market)).to.deep.equal(payouts);
  });

  describe("JU-41 with an anchor", function () {
    for (const [name, prices] of [
      ["the pool's opening prices", weights(4, 1)],
      ["equal parts without a pool", undefined],
    ] as const) {
      it(`it should accept what the comparisons do not connect: its base rates are ${name}`, async function () {
        const deployment = await evaluated({
          loss: { anchor: WAD / 2n },
          outcomes: 4,
          ...(prices && { prices }),
        });
        const { jury, markets, market, deployer } = deployment;
        const { x, payouts } = await prove(deployment, ALL, { outcomes: 4, ...(prices && { baseRates: prices }) });
        await jury.walkBallots(market, [...x], ALL);
        const bound = errorBound(4, { anchor: WAD / 2n, tolerance: LOSS.tolerance });
        await expect(jury.postVerified(market, [...x]))
          .to.emit(jury, "Verified")
          .withArgs(market, deployer.address, payouts, 3n, bound);
        expect(await markets.getPayouts(market)).to.deep.equal(payouts);
        expect(bound).to.equal(4n * LOSS.tolerance); // sqrt(4) / 0.5
      });
    }

    it("given other base rates, it should revert", async function () {
      const deployment = await evaluated({ loss: { anchor: WAD / 2n }, prices: weights(3, 1) });
      const { jury, market } = deployment;
      const { x } = await prove(deployment, ALL, { baseRates: weights(3, 2) });
      await jury.walkBallots(market, [...x], ALL);
      await expect(jury.postVerified(market, [...x])).to.be.revertedWithCustomError(jury, "Jury_NotOptimal");
    });
  });

  describe("JU-42 it should override the Safe:", function () {
    it("a posting", async function () {
      const { jury, markets, market, alice, deadline, proof, x } = await loadFixture(postedFixture);
      await time.increaseTo(deadline);
      await jury.connect(alice).postVerified(market, x);
      expect(await markets.getPayouts(market)).to.deep.equal(proof.payouts);
    });

    it("JU-9 a challenged one: the challenger gets the stake back, and no reward", async function () {
      const { jury, token, jurors, alice, bob, ...deployment } = await deployRound(connection);
      const { market, closesAt, deadline } = deployment;
      const all = { jury, token, jurors, alice, bob, ...deployment };
      await jury.connect(bob).gift(STAKE);
      await time.increaseTo(closesAt);
      await publishAll(connection, all, { ada: ADA, bea: BEA, cyd: CYD });
      await time.increaseTo(deadline - 10);
      await jury.connect(jurors).post(market, POSTED, BALLOTS, EVIDENCE);
      await jury.connect(alice).challenge(market, REASON);
      const x = [...(await prove(all, ALL)).x];
      await jury.connect(bob).walkBallots(market, x, ALL);
      await time.increaseTo(deadline);
      await expect(jury.connect(bob).postVerified(market, x))
        .to.emit(jury, "Overtaken")
        .withArgs(market, alice.address, STAKE);
      expect([await jury.credits(alice), await jury.rewardPot()]).to.deep.equal([STAKE, STAKE]);
      await jury.connect(alice).withdraw(alice);
      expect(await token.balanceOf(jury)).to.equal(STAKE);
    });

    it("an affirmed one, before it is final", async function () {
      const { jury, jurors, markets, market, alice, bob, deadline, proof, recipient, x } =
        await loadFixture(postedFixture);
      await jury.connect(bob).challenge(market, REASON);
      await jury.connect(jurors).affirm(market);
      expect((await jury.getPosting(market)).finalFrom).to.equal(deadline + CHALLENGE_WINDOW);
      await time.increaseTo(deadline);
      await jury.connect(alice).postVerified(market, x);
      expect(await markets.getPayouts(market)).to.deep.equal(proof.payouts);
      expect([await jury.credits(bob), await jury.credits(recipient)]).to.deep.equal([0n, STAKE]);
    });
  });

  describe("JU-42 when the posting becomes final, it should be too late:", function () {
    it("a hasty posting leaves time until D + W", async function () {
      const { jury, market, alice, deadline, x } = await loadFixture(postedFixture);
      const end = deadline + CHALLENGE_WINDOW;
      await time.increaseTo(end - 2);
      const snapshot = await networkHelpers.takeSnapshot();
      await time.setNextBlockTimestamp(end - 1);
      await jury.connect(alice).postVerified(market, x);
      await snapshot.restore();
      await time.setNextBlockTimestamp(end);
      await expect(jury.connect(alice).postVerified(market, x))
        .to.be.revertedWithCustomError(jury, "Jury_TooLate")
        .withArgs(market, end - 1, end);
    });

    it("a challenge late in the window leaves A more", async function () {
      const deployment = await deployRound(connection);
      const { jury, jurors, market, alice, bob, closesAt, deadline } = deployment;
      await time.increaseTo(closesAt);
      await publishAll(connection, deployment, { ada: ADA, bea: BEA, cyd: CYD });
      await time.setNextBlockTimestamp(deadline);
      await jury.connect(jurors).post(market, POSTED, BALLOTS, EVIDENCE);
      const challengedAt = deadline + CHALLENGE_WINDOW - 1;
      await time.setNextBlockTimestamp(challengedAt);
      await jury.connect(bob).challenge(market, REASON);
      const x = [...(await prove(deployment, ALL)).x];
      await jury.connect(alice).walkBallots(market, x, ALL);
      await time.increaseTo(challengedAt + ANSWER_PERIOD - 2);
      const snapshot = await networkHelpers.takeSnapshot();
      await time.setNextBlockTimestamp(challengedAt + ANSWER_PERIOD - 1);
      await jury.connect(alice).postVerified(market, x);
      await snapshot.restore();
      await time.setNextBlockTimestamp(challengedAt + ANSWER_PERIOD);
      await expect(jury.connect(alice).postVerified(market, x)).to.be.revertedWithCustomError(jury, "Jury_TooLate");
    });

    it("without a posting there is time until the hard end", async function () {
      const { jury, market, alice, hardEnd, x } = await loadFixture(walkedFixture);
      await time.increaseTo(hardEnd - 2);
      const snapshot = await networkHelpers.takeSnapshot();
      await time.setNextBlockTimestamp(hardEnd - 1);
      await jury.connect(alice).postVerified(market, x);
      await snapshot.restore();
      await time.setNextBlockTimestamp(hardEnd);
      await expect(jury.connect(alice).postVerified(market, x))
        .to.be.revertedWithCustomError(jury, "Jury_TooLate")
        .withArgs(market, hardEnd - 1, hardEnd);
    });
  });

  it("given a market that another resolves, it should revert", async function () {
    const deployment = await loadFixture(walkedFixture);
    const { market } = await createMarket(connection, deployment, { resolver: deployment.alice.address });
    await expect(deployment.jury.postVerified(market, deployment.x))
      .to.be.revertedWithCustomError(deployment.jury, "Jury_NotResolver")
      .withArgs(market, deployment.alice.address);
  });
});

describe("Jury.finalize, in a round", function () {
  /** Posted in the first second; `ballots` are published. */
  async function hasty(ballots: object, minBallots = 2n) {
    const deployment = await deployRound(connection, { loss: { minBallots } });
    const { jury, jurors, market, closesAt } = deployment;
    await time.setNextBlockTimestamp(closesAt);
    await jury.connect(jurors).post(market, POSTED, BALLOTS, EVIDENCE);
    await publishAll(connection, deployment, ballots as never);
    return deployment;
  }

  for (const [name, ballots, wait] of [
    ["with enough ballots a hasty posting should wait until D + W", { ada: ADA, bea: BEA }, CHALLENGE_WINDOW],
    ["with too few ballots a hasty posting should wait until D has passed", { ada: ADA }, 1],
    ["without ballots a hasty posting should wait until D has passed", {}, 1],
  ] as const) {
    it(`JU-10 ${name}`, async function () {
      const { jury, market, deadline } = await hasty(ballots);
      const from = deadline + wait;
      expect((await jury.getPosting(market)).finalFrom).to.equal(from);
      await time.setNextBlockTimestamp(from - 1);
      await expect(jury.finalize(market, POSTED))
        .to.be.revertedWithCustomError(jury, "Jury_TooEarly")
        .withArgs(market, from, from - 1);
      await time.setNextBlockTimestamp(from);
      await expect(jury.finalize(market, POSTED)).to.emit(jury, "Finalized");
    });
  }

  it("JU-10 where no jurors were committed, or in no round, a posting should be final after W", async function () {
    const deployment = await deployRound(connection);
    const { jury, jurors, rounds } = deployment;
    const closesAt = deployment.closesAt;
    const alone = await createMarket(connection, deployment, { closesAt });
    const without = await createMarket(connection, deployment, { closesAt });
    await rounds.addMarket(2n, 0, 0, without.market);
    await time.increaseTo(closesAt);
    for (const { market } of [alone, without]) {
      const at = (await time.latest()) + 5;
      await time.setNextBlockTimestamp(at);
      await jury.connect(jurors).post(market, POSTED, BALLOTS, EVIDENCE);
      expect((await jury.getPosting(market)).finalFrom).to.equal(at + CHALLENGE_WINDOW);
    }
  });

  it("JU-11 a posting in the last second should wait no longer than without ballots", async function () {
    const deployment = await deployRound(connection);
    const { jury, jurors, market, closesAt, deadline } = deployment;
    await time.increaseTo(closesAt);
    await publishAll(connection, deployment, { ada: ADA, bea: BEA });
    await time.setNextBlockTimestamp(deadline);
    await jury.connect(jurors).post(market, POSTED, BALLOTS, EVIDENCE);
    expect((await jury.getPosting(market)).finalFrom).to.equal(deadline + CHALLENGE_WINDOW);
  });
});

describe("Jury.fallBack, in a round", function () {
  it("JU-12 with enough ballots it should wait for the hard end", async function () {
    const { jury, market, deadline } = await evaluated();
    const end = deadline + HARD_TAIL;
    await time.setNextBlockTimestamp(end - 1);
    await expect(jury.fallBack(market))
      .to.be.revertedWithCustomError(jury, "Jury_TooEarly")
      .withArgs(market, end, end - 1);
    await time.setNextBlockTimestamp(end);
    await expect(jury.fallBack(market)).to.emit(jury, "FellBack");
    expect((await jury.tallyOf(market)).accepted).to.equal(false);
  });

  it("JU-12 with too few ballots it should come a second after the deadline", async function () {
    const { jury, market, deadline } = await evaluated({}, { ada: ADA } as never);
    await time.setNextBlockTimestamp(deadline + 1);
    await expect(jury.fallBack(market)).to.emit(jury, "FellBack");
  });
});

describe("Jury.connect", function () {
  it("a jury that is not connected should resolve markets as ever", async function () {
    const deployment = await deployJury(connection);
    const { jury, jurors } = deployment;
    const { market, closesAt } = await createMarket(connection, deployment);
    await time.setNextBlockTimestamp(closesAt);
    await jury.connect(jurors).post(market, POSTED, BALLOTS, EVIDENCE);
    await time.setNextBlockTimestamp(closesAt + CHALLENGE_WINDOW);
    await jury.finalize(market, POSTED);
    expect(await jury.rounds()).to.equal(ethers.ZeroAddress);
  });
});

/** The same sum, off by `move` in the first two. */
function moved([first = 0n, second = 0n, ...rest]: readonly bigint[], move: bigint): bigint[] {
  return [first + move, second - move, ...rest];
}

function hashOfBallot(comparisons: readonly object[]): string {
  const type = "tuple(uint16 a, uint16 b, uint16 winner, uint64 multiplier)[]";
  return ethers.keccak256(ethers.AbiCoder.defaultAbiCoder().encode([type], [comparisons]));
}
