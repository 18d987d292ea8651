import { expect } from "chai";
import { network } from "hardhat";
import {
  concat,
  hexToBigInt,
  numberToHex,
  parseSignature,
  serializeSignature,
  zeroHash,
  type Address,
  type Hex,
} from "viem";

import { ballotTypedData, buildJurorsTree, hashBallot } from "../../../sdk/src/jury/index.ts";
import {
  deployRound,
  jurorOf,
  Kind,
  prove,
  publishAll,
  ROUND,
  saltOf,
  says,
  setSchedule,
  signed,
  startRound,
} from "../../utils/ballots.ts";
import { createMarket, deployJury, Status, weights, BALLOTS, EVIDENCE } from "../../utils/jury.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;
const { loadFixture, time } = networkHelpers;

/** Order of secp256k1. */
const N = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const ROOT = `0x${"05".repeat(32)}`;
const BALLOT = [says(0, 1, 2), says(2, 1, 1.5)];

describe("Jury.commitJurors", function () {
  async function roundFixture() {
    const deployment = await deployRound(connection);
    const { rounds, closesAt } = deployment;
    await setSchedule(rounds, 2n, await time.latest(), closesAt);
    return deployment;
  }

  it("JU-30 should keep the root of a round", async function () {
    const { jury, jurors } = await loadFixture(roundFixture);
    await expect(jury.connect(jurors).commitJurors(2n, ROOT)).to.emit(jury, "JurorsCommitted").withArgs(2n, ROOT);
    expect(await jury.jurorsOf(2n)).to.equal(ROOT);
  });

  it("JU-30 given another caller than the Safe, it should revert", async function () {
    const { jury, alice, safe } = await loadFixture(roundFixture);
    await expect(jury.connect(alice).commitJurors(2n, ROOT))
      .to.be.revertedWithCustomError(jury, "Jury_NotSafe")
      .withArgs(alice.address, safe);
  });

  it("JU-30 in the last second of trading, it should commit; a second later it should revert", async function () {
    const { jury, jurors, closesAt } = await loadFixture(roundFixture);
    await time.increaseTo(closesAt - 2);
    const snapshot = await networkHelpers.takeSnapshot();
    await time.setNextBlockTimestamp(closesAt - 1);
    await jury.connect(jurors).commitJurors(2n, ROOT);
    await snapshot.restore();
    await time.setNextBlockTimestamp(closesAt);
    await expect(jury.connect(jurors).commitJurors(2n, ROOT))
      .to.be.revertedWithCustomError(jury, "Jury_RoundTooLate")
      .withArgs(2n, closesAt - 1, closesAt);
  });

  it("JU-30 a second time, it should revert", async function () {
    const { jury, jurors, tree } = await loadFixture(roundFixture);
    await expect(jury.connect(jurors).commitJurors(ROUND, ROOT))
      .to.be.revertedWithCustomError(jury, "Jury_JurorsCommitted")
      .withArgs(ROUND, tree.root);
  });

  it("given a root of zero, or a round that was not started, it should revert", async function () {
    const { jury, jurors } = await loadFixture(roundFixture);
    await expect(jury.connect(jurors).commitJurors(2n, zeroHash))
      .to.be.revertedWithCustomError(jury, "Jury_InvalidRoot")
      .withArgs(2n);
    for (const round of [0n, 3n]) {
      await expect(jury.connect(jurors).commitJurors(round, ROOT))
        .to.be.revertedWithCustomError(jury, "Jury_UnknownRound")
        .withArgs(round);
    }
  });

  it("given a jury that is not connected, it should revert", async function () {
    const { jury, jurors } = await deployJury(connection);
    await expect(jury.connect(jurors).commitJurors(ROUND, ROOT))
      .to.be.revertedWithCustomError(jury, "Jury_UnknownRound")
      .withArgs(ROUND);
  });
});

describe("Jury.publishBallot", function () {
  async function closedFixture() {
    const deployment = await deployRound(connection);
    await time.increaseTo(deployment.closesAt);
    return deployment;
  }

  it("JU-31 anyone should publish a juror's ballot: its contents are emitted, it is counted", async function () {
    const deployment = await loadFixture(closedFixture);
    const { jury, market, bob } = deployment;
    const { address } = jurorOf("bea");
    const publication = jury.connect(bob).publishBallot(...(await signed(connection, deployment, "bea", BALLOT)));
    await expect(publication)
      .to.emit(jury, "BallotPublished")
      .withArgs(market, address, 0n, [
        [0n, 1n, 0n, 2_000_000n],
        [1n, 2n, 2n, 1_500_000n],
      ]);
    expect(await jury.tallyOf(market)).to.deep.equal([ROUND, 1n, 2n, false]);
    expect(await jury.ballotOf(market, address)).to.deep.equal([2n, false]);
    await publishAll(connection, deployment, { ada: [says(1, 0, 3)] });
    expect(await jury.tallyOf(market)).to.deep.equal([ROUND, 2n, 3n, false]);
  });

  it("JU-31 its digest should be the one that the SDK signs", async function () {
    const deployment = await loadFixture(closedFixture);
    const [ballot] = await signed(connection, deployment, "ada", BALLOT);
    const jury = (await deployment.jury.getAddress()) as Address;
    const { chainId } = await ethers.provider.getNetwork();
    expect(await deployment.jury.ballotDigest(ballot)).to.equal(hashBallot({ chainId, jury, ballot }));
  });

  describe("JU-31 when it comes", function () {
    async function openFixture() {
      return deployRound(connection);
    }

    it("a second before closesAt, it should revert", async function () {
      const deployment = await loadFixture(openFixture);
      const { jury, market, closesAt } = deployment;
      const publication = await signed(connection, deployment, "ada", BALLOT);
      await time.setNextBlockTimestamp(closesAt - 1);
      await expect(jury.publishBallot(...publication))
        .to.be.revertedWithCustomError(jury, "Jury_TooEarly")
        .withArgs(market, closesAt, closesAt - 1);
    });

    for (const [name, offset] of [
      ["at closesAt", "closesAt"],
      ["at the deadline", "deadline"],
    ] as const) {
      it(`${name}, it should be published`, async function () {
        const deployment = await loadFixture(openFixture);
        const publication = await signed(connection, deployment, "ada", BALLOT);
        await time.setNextBlockTimestamp(deployment[offset]);
        await expect(deployment.jury.publishBallot(...publication)).to.emit(deployment.jury, "BallotPublished");
      });
    }

    it("a second after the deadline, it should revert", async function () {
      const deployment = await loadFixture(openFixture);
      const { jury, market, deadline } = deployment;
      const publication = await signed(connection, deployment, "ada", BALLOT);
      await time.setNextBlockTimestamp(deadline + 1);
      await expect(jury.publishBallot(...publication))
        .to.be.revertedWithCustomError(jury, "Jury_TooLate")
        .withArgs(market, deadline, deadline + 1);
    });
  });

  it("JU-31 given a second ballot of a juror, it should revert: the same, or another that is signed too", async function () {
    const deployment = await loadFixture(closedFixture);
    const { jury, market } = deployment;
    await publishAll(connection, deployment, { ada: BALLOT });
    for (const comparisons of [BALLOT, [says(1, 0, 9)]]) {
      await expect(jury.publishBallot(...(await signed(connection, deployment, "ada", comparisons))))
        .to.be.revertedWithCustomError(jury, "Jury_AlreadyPublished")
        .withArgs(market, jurorOf("ada").address);
    }
  });

  describe("JU-31 given who is no juror, it should revert:", function () {
    it("a stranger with a juror's proof", async function () {
      const deployment = await loadFixture(closedFixture);
      const { jury } = deployment;
      const [ballot, , salt, proof] = await signed(connection, deployment, "ada", BALLOT);
      const { address } = jurorOf("eve");
      const own = await jurorOf("eve").signTypedData(
        ballotTypedData({
          chainId: 31337,
          jury: (await jury.getAddress()) as Address,
          ballot: { ...ballot, juror: address },
        }),
      );
      await expect(jury.publishBallot({ ...ballot, juror: address }, own, salt, proof))
        .to.be.revertedWithCustomError(jury, "Jury_NotJuror")
        .withArgs(ROUND, address);
    });

    it("a juror with another salt, and one with a proof that is cut short", async function () {
      const deployment = await loadFixture(closedFixture);
      const { jury } = deployment;
      const [ballot, signature, salt, proof] = await signed(connection, deployment, "ada", BALLOT);
      for (const publication of [
        [ballot, signature, zeroHash, proof],
        [ballot, signature, salt, proof.slice(1)],
      ] as const) {
        await expect(jury.publishBallot(publication[0], publication[1], publication[2], [...publication[3]]))
          .to.be.revertedWithCustomError(jury, "Jury_NotJuror")
          .withArgs(ROUND, ballot.juror);
      }
    });

    it("anybody, where no jurors were committed", async function () {
      const deployment = await loadFixture(closedFixture);
      const { jury, rounds } = deployment;
      const other = await createMarket(connection, deployment);
      await rounds.addMarket(2n, Kind.Weight, 0, other.market);
      await time.increaseTo(other.closesAt);
      const changes = { market: other.market, round: 2n };
      await expect(jury.publishBallot(...(await signed(connection, deployment, "ada", BALLOT, changes))))
        .to.be.revertedWithCustomError(jury, "Jury_NotJuror")
        .withArgs(2n, jurorOf("ada").address);
    });
  });

  describe("JU-31 given a signature that is not the juror's for this ballot, it should revert:", function () {
    async function expectRefused(change: (signature: Hex) => Hex, changes: object = {}) {
      const deployment = await loadFixture(closedFixture);
      const { jury } = deployment;
      const [ballot, signature, salt, proof] = await signed(connection, deployment, "ada", BALLOT);
      const changed = { ...ballot, ...changes };
      await expect(jury.publishBallot(changed, change(signature), salt, proof))
        .to.be.revertedWithCustomError(jury, "Jury_InvalidSignature")
        .withArgs(ballot.juror, await jury.ballotDigest(changed));
    }

    it("the same, with s mirrored: one form only", async function () {
      await expectRefused((signature) => {
        const { r, s, yParity } = parseSignature(signature);
        return serializeSignature({ r, s: numberToHex(N - hexToBigInt(s), { size: 32 }), yParity: 1 - yParity });
      });
    });

    it("of another juror", async function () {
      const deployment = await loadFixture(closedFixture);
      const { jury } = deployment;
      const [, other] = await signed(connection, deployment, "bea", BALLOT);
      const [ballot, , salt, proof] = await signed(connection, deployment, "ada", BALLOT);
      await expect(jury.publishBallot(ballot, other, salt, proof))
        .to.be.revertedWithCustomError(jury, "Jury_InvalidSignature")
        .withArgs(ballot.juror, await jury.ballotDigest(ballot));
    });

    it("of other judgments", async function () {
      await expectRefused((signature) => signature, { comparisons: [says(0, 1, 2.000001), says(2, 1, 1.5)] });
      await expectRefused((signature) => signature, { comparisons: BALLOT.slice(0, 1) });
      await expectRefused((signature) => signature, { comparisons: BALLOT.toReversed() });
    });

    it("cut off, and empty", async function () {
      await expectRefused((signature) => signature.slice(0, -2) as Hex);
      await expectRefused(() => "0x");
    });

    for (const [name, domain] of [
      ["for another chain", { chainId: 1 }],
      ["for another jury", { jury: jurorOf("another jury").address }],
    ] as const) {
      it(name, async function () {
        const deployment = await loadFixture(closedFixture);
        const { jury } = deployment;
        const [ballot, , salt, proof] = await signed(connection, deployment, "ada", BALLOT);
        const here = { chainId: 31337, jury: (await jury.getAddress()) as Address, ballot };
        const replayed = await jurorOf("ada").signTypedData(ballotTypedData({ ...here, ...domain }));
        await expect(jury.publishBallot(ballot, replayed, salt, proof))
          .to.be.revertedWithCustomError(jury, "Jury_InvalidSignature")
          .withArgs(ballot.juror, await jury.ballotDigest(ballot));
      });
    }

    it("for another market of the same round", async function () {
      const deployment = await loadFixture(closedFixture);
      const { jury, rounds } = deployment;
      const other = await createMarket(connection, deployment);
      await rounds.addMarket(ROUND, Kind.Children, 0, other.market);
      await time.increaseTo(other.closesAt);
      const [ballot, signature, salt, proof] = await signed(connection, deployment, "ada", BALLOT);
      const replayed = { ...ballot, market: other.market };
      await expect(jury.publishBallot(replayed, signature, salt, proof))
        .to.be.revertedWithCustomError(jury, "Jury_InvalidSignature")
        .withArgs(ballot.juror, await jury.ballotDigest(replayed));
    });
  });

  it("JU-31 a juror whose account delegates to code (EIP-7702) should sign by its key, and not take it back", async function () {
    const deployment = await loadFixture(closedFixture);
    const { jury, rounds } = deployment;
    const publication = await signed(connection, deployment, "ada", BALLOT);
    // Code that knows no ERC-1271: every call of it fails.
    await networkHelpers.setCode(publication[0].juror, `0xef0100${(await rounds.getAddress()).slice(2)}`);
    await expect(jury.publishBallot(...publication)).to.emit(jury, "BallotPublished");
  });

  it("JU-31 a juror that is a contract should sign by ERC-1271", async function () {
    const base = await deployJury(connection);
    const { jury, safe, owners } = base;
    const deployment = await startRound(connection, base, { contracts: [safe] });
    await time.increaseTo(deployment.closesAt);
    const ballot = { round: ROUND, market: deployment.market, juror: safe, comparisons: BALLOT };
    const message = await jury.ballotDigest(ballot);
    const domain = { chainId: 31337, verifyingContract: safe };
    const types = { SafeMessage: [{ name: "message", type: "bytes" }] };
    const signatures: Hex[] = [];
    for (const owner of owners.slice(0, 3).toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))) {
      signatures.push((await (await ethers.getSigner(owner)).signTypedData(domain, types, { message })) as Hex);
    }
    const { salt, proof } = deployment.tree.proofOf(safe);
    await expect(jury.publishBallot(ballot, concat(signatures.slice(1)), salt, [...proof]))
      .to.be.revertedWithCustomError(jury, "Jury_InvalidSignature")
      .withArgs(safe, message);
    await expect(jury.publishBallot(ballot, concat(signatures), salt, [...proof])).to.emit(jury, "BallotPublished");
  });

  describe("JU-31 given a market that it cannot be for, it should revert:", function () {
    it("of another round than the ballot says, or of none", async function () {
      const deployment = await loadFixture(closedFixture);
      const { jury, market } = deployment;
      for (const round of [0n, 2n]) {
        await expect(jury.publishBallot(...(await signed(connection, deployment, "ada", BALLOT, { round }))))
          .to.be.revertedWithCustomError(jury, "Jury_WrongRound")
          .withArgs(market, round, ROUND);
      }
      const alone = await createMarket(connection, deployment);
      await time.increaseTo(alone.closesAt);
      for (const round of [0n, ROUND]) {
        const changes = { market: alone.market, round };
        await expect(jury.publishBallot(...(await signed(connection, deployment, "ada", BALLOT, changes))))
          .to.be.revertedWithCustomError(jury, "Jury_WrongRound")
          .withArgs(alone.market, round, 0n);
      }
    });

    it("one that another resolves", async function () {
      const deployment = await loadFixture(closedFixture);
      const { jury, rounds, alice } = deployment;
      const { market } = await createMarket(connection, deployment, { resolver: alice.address });
      await rounds.addMarket(ROUND, Kind.Children, 0, market);
      await expect(jury.publishBallot(...(await signed(connection, deployment, "ada", BALLOT, { market }))))
        .to.be.revertedWithCustomError(jury, "Jury_NotResolver")
        .withArgs(market, alice.address);
    });

    it("one that is resolved", async function () {
      const deployment = await deployRound(connection);
      const { jury, jurors, market, deadline } = deployment;
      await time.increaseTo(deadline - 10);
      const publication = await signed(connection, deployment, "ada", BALLOT);
      await jury.connect(jurors).post(market, weights(3), BALLOTS, EVIDENCE);
      await time.increase(400_000);
      await jury.finalize(market, weights(3));
      await expect(jury.publishBallot(...publication))
        .to.be.revertedWithCustomError(jury, "Jury_WrongStatus")
        .withArgs(market, Status.Resolved);
    });
  });

  describe("JU-32 given a ballot that says nothing, it should revert:", function () {
    for (const [name, comparison] of [
      ["an outcome with itself", { ...says(0, 1, 2), b: 0 }],
      ["a above b", { ...says(0, 1, 2), a: 1, b: 0 }],
      ["an outcome that the market has not", { ...says(0, 1, 2), b: 3 }],
      ["a winner that was not compared", { ...says(0, 1, 2), winner: 2 }],
      ["a multiplier below 1", { ...says(0, 1, 2), multiplier: 999_999n }],
      ["a multiplier above 1000", { ...says(0, 1, 2), multiplier: 1_000_000_001n }],
    ] as const) {
      it(name, async function () {
        const deployment = await loadFixture(closedFixture);
        const { jury } = deployment;
        const publication = await signed(connection, deployment, "ada", [says(0, 1, 2), comparison]);
        await expect(jury.publishBallot(...publication))
          .to.be.revertedWithCustomError(jury, "Jury_InvalidComparison")
          .withArgs(1);
      });
    }

    for (const count of [0, 65]) {
      it(`${count} comparisons`, async function () {
        const deployment = await loadFixture(closedFixture);
        const { jury } = deployment;
        const comparisons = Array.from({ length: count }, () => says(0, 1, 2));
        await expect(jury.publishBallot(...(await signed(connection, deployment, "ada", comparisons))))
          .to.be.revertedWithCustomError(jury, "Jury_InvalidBallotSize")
          .withArgs(count, 64);
      });
    }
  });

  it("JU-32 given 64 comparisons, with the least and the greatest multiplier, it should be published", async function () {
    const deployment = await loadFixture(closedFixture);
    const comparisons = Array.from({ length: 64 }, (_, i) => says(i % 3, (i + 1) % 3, i % 2 === 0 ? 1 : 1000));
    await publishAll(connection, deployment, { ada: comparisons });
    expect((await deployment.jury.tallyOf(deployment.market)).comparisons).to.equal(64n);
    const { x } = await prove(deployment, [comparisons]);
    await deployment.jury.walkBallots(deployment.market, [...x], [comparisons]);
  });

  it("JU-30 a single juror should be its own tree, with an empty proof", async function () {
    const juror = jurorOf("ada").address;
    const single = buildJurorsTree([{ juror, salt: saltOf(juror) }]);
    const deployment = await deployRound(connection, { names: ["ada"] });
    expect(single.proofOf(juror).proof).to.deep.equal([]);
    await time.increaseTo(deployment.closesAt);
    await publishAll(connection, deployment, { ada: BALLOT });
    expect((await deployment.jury.tallyOf(deployment.market)).ballots).to.equal(1n);
  });
});
