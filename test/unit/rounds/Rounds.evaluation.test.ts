import { expect } from "chai";
import { network } from "hardhat";

import { LOCAL_BEACON } from "../../../scripts/beacon/testBeacon.ts";
import { chooseSeeds } from "../../../sdk/src/rounds/index.ts";
import { beaconProof } from "../../utils/beacons.ts";
import { headerProof } from "../../utils/headers.ts";
import { CHILDREN, conductorOf, deployRounds, ORIGINALITY, WAD, WEIGHT } from "../../utils/rounds.ts";

const connection = await network.create();
const { ethers, networkHelpers, provider } = connection;
const { time } = networkHelpers;

const MAX = 2n ** 256n - 1n;

describe("Rounds: evaluation", function () {
  async function fixture() {
    const deployment = await deployRounds(connection);
    const d = { ...deployment, ...conductorOf(connection, deployment) };
    await d.start();
    await d.toTrading();
    await d.openSelections();
    return d;
  }

  /** Originality markets of seeds 0 and 1 were opened, and trading is over. */
  async function evaluationFixture() {
    const d = await fixture();
    for (const index of [0, 1]) await d.openNode(ORIGINALITY, index);
    await d.toEvaluation();
    return d;
  }

  describe("the draw", function () {
    const DELAY = 1536n;
    const WINDOW = 48n * 3600n;

    async function closedFixture() {
      const d = await fixture();
      await d.toEvaluation();
      const { closesAt } = await d.rounds.scheduleOf(1);
      return { ...d, reference: closesAt + DELAY };
    }

    it("RO-10 it should take what comes next after the end of trading, whenever it is made", async function () {
      const { rounds, mineDraw, reference } = await networkHelpers.loadFixture(closedFixture);
      const proof = await mineDraw();
      const block = await provider.request({ method: "eth_getBlockByNumber", params: ["latest", false] });
      const { timestamp, mixHash: random } = block as { timestamp: string; mixHash: string };
      expect(BigInt(timestamp)).to.equal(reference);
      await time.increaseTo(reference + 3600n);
      await expect(rounds.draw(proof)).to.emit(rounds, "Drawn").withArgs(1n, reference, random);
      expect((await rounds.getRound(1)).random).to.equal(random);
    });

    it("RO-10 it should be made once", async function () {
      const { rounds, mineDraw } = await networkHelpers.loadFixture(closedFixture);
      const proof = await mineDraw();
      await rounds.draw(proof);
      const { random } = await rounds.getRound(1);
      await expect(rounds.draw(proof))
        .to.be.revertedWithCustomError(rounds, "Rounds_AlreadyDrawn")
        .withArgs(1n, random);
      await time.increaseTo(reference48(await rounds.scheduleOf(1)));
      await expect(rounds.draw(await mineDraw())).to.be.revertedWithCustomError(rounds, "Rounds_AlreadyDrawn");
    });

    it("RO-10 before its time, or with another block's headers, it should be refused", async function () {
      const { rounds, randomness, mineDraw, reference } = await networkHelpers.loadFixture(closedFixture);
      const headers = await ethers.getContractAt("HeaderRandomness", await randomness.getAddress());
      await time.setNextBlockTimestamp(reference - 1n);
      await expect(rounds.draw("0x"))
        .to.be.revertedWithCustomError(headers, "HeaderRandomness_TooEarly")
        .withArgs(reference, reference - 1n);
      const proof = await mineDraw();
      const other = await headerProof(provider, BigInt(await time.latestBlock()) - 1n);
      await expect(rounds.draw(other)).to.be.revertedWithCustomError(headers, "HeaderRandomness_NotTheFirst");
      expect((await rounds.getRound(1)).random).to.equal(ethers.ZeroHash);
      await rounds.draw(proof);
    });

    it("RO-10 missed, it should take what comes next 48 hours later, and no more what it took before", async function () {
      const { rounds, randomness, mineDraw, reference } = await networkHelpers.loadFixture(closedFixture);
      const headers = await ethers.getContractAt("HeaderRandomness", await randomness.getAddress());
      const before = await mineDraw();
      await time.increaseTo(reference + WINDOW);
      await expect(rounds.draw(before)).to.be.revertedWithCustomError(headers, "HeaderRandomness_NotTheFirst");
      await expect(rounds.draw(await mineDraw()))
        .to.emit(rounds, "Drawn")
        .withArgs(1n, reference + WINDOW, (value: string) => value !== ethers.ZeroHash);
    });

    it("RO-10 a beacon should draw as well, with the same calls", async function () {
      const deployment = await deployRounds(connection, { randomness: "drand" });
      const d = { ...deployment, ...conductorOf(connection, deployment) };
      await d.start();
      await d.toEvaluation();
      const { closesAt } = await d.rounds.scheduleOf(1);
      const round = await d.randomness.next(closesAt);
      const { signature, randomness } = LOCAL_BEACON.sign(round);
      const drand = await ethers.getContractAt("DrandRandomness", await d.randomness.getAddress());
      await expect(d.rounds.draw(beaconProof({ signature }))).to.be.revertedWithCustomError(
        drand,
        "DrandRandomness_TooEarly",
      );
      const proof = await d.mineDraw();
      await expect(d.rounds.draw(beaconProof(LOCAL_BEACON.sign(round + 1n))))
        .to.be.revertedWithCustomError(drand, "DrandRandomness_WrongSignature")
        .withArgs(round);
      await expect(d.rounds.draw(proof)).to.emit(d.rounds, "Drawn").withArgs(1n, round, `0x${randomness}`);
    });

    function reference48({ closesAt }: { readonly closesAt: bigint }): bigint {
      return closesAt + DELAY + WINDOW;
    }
  });

  describe("the set", function () {
    it("RO-11 it should take the drawn, then the best paid; and resolve to 1/s", async function () {
      const d = await networkHelpers.loadFixture(evaluationFixture);
      const { rounds, jury, markets, alice } = d;
      await jury.connect(alice).requestAudit(1n, ORIGINALITY, 2, 7n);
      await jury.connect(alice).requestAudit(1n, ORIGINALITY, 1, 5n);
      await d.draw();
      await d.toSelection();
      const drawn = await rounds.drawnOf(1, ORIGINALITY);
      const payments = await jury.auditsOf(1n, ORIGINALITY, 256n);
      const { paid, selected } = chooseSeeds({ eligible: 0b111n, drawn, quotas: { paid: 1 }, payments });
      expect(paid).to.equal(drawn === 0b100n ? 0b010n : 0b100n);
      await expect(rounds.select(ORIGINALITY, paid)).to.emit(rounds, "Selected").withArgs(1n, ORIGINALITY, drawn, paid);
      const count = [0, 1, 2].filter((i) => (selected >> BigInt(i)) & 1n).length;
      expect(count).to.equal(2);
      const { market } = await rounds.getSelection(1, ORIGINALITY);
      const payouts = await markets.getPayouts(market);
      expect(payouts.reduce((a, b) => a + b)).to.equal(WAD);
      for (const [i, payout] of payouts.entries()) {
        const expected = (selected >> BigInt(i)) & 1n ? WAD / BigInt(count) : 0n;
        expect(payout).to.be.within(expected, expected + 1n);
      }
      for (const i of [0, 1, 2])
        expect(await rounds.isSelected(1, ORIGINALITY, i)).to.equal(((selected >> BigInt(i)) & 1n) === 1n);
      for (const i of [0, 1, 2]) {
        const question = await rounds.marketOf(1, ORIGINALITY, i);
        const asked = question !== 0n && ((selected >> BigInt(i)) & 1n) === 1n;
        expect(await rounds.isEvaluated(question)).to.equal(asked);
      }
      expect(await rounds.isEvaluated((await rounds.getSelection(1, WEIGHT)).market), "the seeds'").to.equal(true);
      expect(await rounds.isEvaluated(1n << 16n), "nobody's").to.equal(false);
    });

    it("RO-12 a set that leaves out a better seed, takes too many, or one twice should be refused", async function () {
      const d = await networkHelpers.loadFixture(evaluationFixture);
      const { rounds, jury, alice } = d;
      await d.draw();
      const drawn = await rounds.drawnOf(1, ORIGINALITY);
      for (const index of [0, 1, 2]) {
        await jury.connect(alice).requestAudit(1n, ORIGINALITY, index, index === 0 ? 5n : 9n);
      }
      await d.toSelection();
      const rest = 0b111n & ~drawn;
      const best = drawn === 0b010n ? 0b100n : 0b010n;
      const refused = async (paid: bigint, error: string, ...values: bigint[]) => {
        const refusal = expect(rounds.select(ORIGINALITY, paid)).to.be.revertedWithCustomError(rounds, error);
        await (values.length === 0 ? refusal : refusal.withArgs(...values));
      };
      // Of those left out the first is named, which is not the best unless seed 0 was drawn.
      const first = drawn === 0b001n ? 1n : 0n;
      await refused(0n, "Rounds_BetterSeedLeftOut", first, first === 0n ? 5n : 9n, MAX, 0n);
      await refused(rest & ~best, "Rounds_BetterSeedLeftOut");
      await refused(drawn, "Rounds_InvalidSet", drawn, rest);
      await refused(rest, "Rounds_QuotaExceeded", 2n, 1n);
      await refused(0b1000n, "Rounds_InvalidSet");
      expect(await rounds.isSelectionDone(1, ORIGINALITY)).to.equal(false);
    });

    it("a quota for audits should not be filled with seeds that nobody paid for", async function () {
      const d = await networkHelpers.loadFixture(fixture);
      await d.toEvaluation();
      await d.draw();
      await d.toSelection();
      const drawn = await d.rounds.drawnOf(1, ORIGINALITY);
      const other = drawn === 1n ? 2n : 1n;
      await expect(d.rounds.select(ORIGINALITY, other)).to.be.revertedWithCustomError(d.rounds, "Rounds_ZeroScore");
      await d.rounds.select(ORIGINALITY, 0n);
    });

    it("should wait for the end of audits, the draw and the opening, and be fixed once", async function () {
      const d = await networkHelpers.loadFixture(fixture);
      const { rounds } = d;
      await d.toEvaluation();
      const { auditedAt } = await rounds.scheduleOf(1);
      await time.setNextBlockTimestamp(auditedAt - 1n);
      await expect(rounds.select(CHILDREN, 0n))
        .to.be.revertedWithCustomError(rounds, "Rounds_TooEarly")
        .withArgs(1n, auditedAt, auditedAt - 1n);
      await time.setNextBlockTimestamp(auditedAt);
      await expect(rounds.select(CHILDREN, 0n)).to.be.revertedWithCustomError(rounds, "Rounds_NotDrawn").withArgs(1n);
      await d.draw();
      await d.toSelection();
      await rounds.select(CHILDREN, 0n);
      await expect(rounds.select(CHILDREN, 0n))
        .to.be.revertedWithCustomError(rounds, "Rounds_SelectionDone")
        .withArgs(1n, CHILDREN);
      await d.toChallenge();
      await expect(rounds.fallBackSelection(1, CHILDREN)).to.be.revertedWithCustomError(rounds, "Rounds_SelectionDone");
    });

    it("should not be fixed for a kind that was not opened", async function () {
      const deployment = await deployRounds(connection);
      const d = { ...deployment, ...conductorOf(connection, deployment) };
      await d.start();
      await d.toSelection();
      await d.draw();
      await expect(d.rounds.select(CHILDREN, 0n))
        .to.be.revertedWithCustomError(d.rounds, "Rounds_NotOpened")
        .withArgs(1n, CHILDREN);
      await d.toChallenge();
      await expect(d.rounds.fallBackSelection(1, CHILDREN)).to.be.revertedWithCustomError(d.rounds, "Rounds_NotOpened");
    });

    it("audited seeds should be chosen without a draw, by payments alone", async function () {
      const d = await networkHelpers.loadFixture(evaluationFixture);
      const { rounds, jury, alice } = d;
      await jury.connect(alice).requestAudit(1n, WEIGHT, 3, 10n);
      await jury.connect(alice).requestAudit(1n, WEIGHT, 1, 10n);
      await d.toSelection();
      await expect(rounds.select(WEIGHT, 1n << 3n))
        .to.be.revertedWithCustomError(rounds, "Rounds_BetterSeedLeftOut")
        .withArgs(1n, 10n, 3n, 10n);
      await rounds.select(WEIGHT, 1n << 1n);
      expect(await rounds.isSelected(1, WEIGHT, 1)).to.equal(true);
    });

    it("RO-13 without a set by the end of Evaluation all tokens should pay 1/n", async function () {
      const d = await networkHelpers.loadFixture(fixture);
      const { rounds, markets } = d;
      await d.toEvaluation();
      const { evaluatedAt } = await rounds.scheduleOf(1);
      await time.setNextBlockTimestamp(evaluatedAt - 1n);
      await expect(rounds.fallBackSelection(1, ORIGINALITY)).to.be.revertedWithCustomError(rounds, "Rounds_WrongPhase");
      await time.setNextBlockTimestamp(evaluatedAt);
      await expect(rounds.fallBackSelection(1, ORIGINALITY))
        .to.emit(rounds, "SelectionFellBack")
        .withArgs(1n, ORIGINALITY);
      const { market, selected } = await rounds.getSelection(1, ORIGINALITY);
      expect(await markets.getPayouts(market)).to.deep.equal([WAD / 3n + 1n, WAD / 3n, WAD / 3n]);
      expect(selected).to.equal(0n);
      await expect(rounds.fallBackSelection(1, ORIGINALITY)).to.be.revertedWithCustomError(
        rounds,
        "Rounds_SelectionDone",
      );
    });

    it("a selected seed without a market should get one to be judged, without a pool; others not", async function () {
      const d = await networkHelpers.loadFixture(fixture);
      const { rounds, markets } = d;
      await d.toSelection();
      await d.draw();
      await rounds.select(ORIGINALITY, 0n);
      const flags = await Promise.all([0, 1, 2].map((i) => rounds.isSelected(1, ORIGINALITY, i)));
      const chosen = flags.indexOf(true);
      const other = flags.indexOf(false);
      await expect(rounds.openNode(ORIGINALITY, other)).to.be.revertedWithCustomError(rounds, "Rounds_WrongPhase");
      const market = await d.openNode(ORIGINALITY, chosen);
      expect((await markets.getMarket(market)).pooled).to.equal(false);
      await d.judge(market, [WAD / 4n, (3n * WAD) / 4n]);
    });
  });
});
