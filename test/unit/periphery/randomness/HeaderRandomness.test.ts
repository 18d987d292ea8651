import { expect } from "chai";
import { network } from "hardhat";
import { keccak256, numberToHex, toHex } from "viem";

import { HISTORY, plantHistory } from "../../../../scripts/utils/history.ts";
import { encodeProof, firstBlockAt, headerOf, headerProof } from "../../../utils/headers.ts";

const connection = await network.create();
const { ethers, networkHelpers, provider } = connection;
const { time } = networkHelpers;

/** The canonical code of EIP-2935. */
const HISTORY_CODE =
  "0x3373fffffffffffffffffffffffffffffffffffffffe14604657602036036042575f35600143038111604257611fff81430311604257611fff9006545f5260205ff35b5f5ffd5b5f35611fff60014303065500";
const HISTORY_SLOTS = 8191n;
const DELAY = 1536n;
const WINDOW = 48n * 3600n;

describe("HeaderRandomness", function () {
  async function fixture() {
    await plantHistory(connection);
    const randomness = await ethers.deployContract("HeaderRandomness", [DELAY]);
    const since = BigInt(await time.latest());
    return { randomness, since, reference: since + DELAY };
  }

  /** A block 5 seconds before the reference, one 7 seconds after it, and one more. */
  async function minedFixture() {
    const d = await fixture();
    await time.increaseTo(d.reference - 5n);
    await time.increaseTo(d.reference + 7n);
    const deciding = BigInt(await time.latestBlock());
    await time.increaseTo(d.reference + 19n);
    const { mixHash } = (await provider.request({
      method: "eth_getBlockByNumber",
      params: [toHex(deciding), false],
    })) as { mixHash: string };
    return { ...d, deciding, mixHash };
  }

  it("should say what it is", async function () {
    const { randomness } = await networkHelpers.loadFixture(fixture);
    expect(await randomness.kind()).to.equal("headers");
    expect(await randomness.DELAY()).to.equal(DELAY);
    expect(await randomness.WINDOW()).to.equal(WINDOW);
  });

  it("RA-1 RA-2 the reference should be the delay after the given moment, and its own time", async function () {
    const { randomness, since, reference } = await networkHelpers.loadFixture(fixture);
    for (const moment of [reference - 1n, reference, reference + WINDOW - 1n]) {
      await time.increaseTo(moment);
      expect(await randomness.next(since)).to.equal(reference);
    }
    expect(await randomness.next(since + 10n * WINDOW)).to.equal(reference + 10n * WINDOW);
    expect(await randomness.timeOf(reference)).to.equal(reference);
  });

  it("RA-5 RA-12 exactly 48 hours later it is missed, and 48 hours later is the reference", async function () {
    const { randomness, since, reference } = await networkHelpers.loadFixture(fixture);
    await time.increaseTo(reference + WINDOW - 1n);
    expect(await randomness.isMissed(reference)).to.equal(false);
    await time.increaseTo(reference + WINDOW);
    expect(await randomness.isMissed(reference)).to.equal(true);
    expect(await randomness.next(since)).to.equal(reference + WINDOW);
    expect(await randomness.isMissed(reference + WINDOW)).to.equal(false);
    await expect(randomness.randomOf(reference, "0x"))
      .to.be.revertedWithCustomError(randomness, "HeaderRandomness_Missed")
      .withArgs(reference, reference + WINDOW);
    await time.increaseTo(reference + 5n * WINDOW + 3n);
    expect(await randomness.next(since)).to.equal(reference + 5n * WINDOW);
  });

  it("RA-10 RA-11 it should give the prevrandao of the first block after the reference", async function () {
    const { randomness, reference, deciding, mixHash } = await networkHelpers.loadFixture(minedFixture);
    expect(await firstBlockAt(provider, reference)).to.equal(deciding);
    expect(await randomness.randomOf(reference, await headerProof(provider, deciding))).to.equal(mixHash);
  });

  it("RA-10 RA-11 a block exactly at the reference should count, for a second later its child", async function () {
    const { randomness, reference, deciding, mixHash } = await networkHelpers.loadFixture(minedFixture);
    const exact = reference + 7n;
    expect(await randomness.randomOf(exact, await headerProof(provider, deciding))).to.equal(mixHash);
    await expect(randomness.randomOf(exact + 1n, await headerProof(provider, deciding)))
      .to.be.revertedWithCustomError(randomness, "HeaderRandomness_NotTheFirst")
      .withArgs(exact + 1n, reference - 5n, exact);
  });

  it("RA-4 before its time it should be refused, whatever the proof", async function () {
    const { randomness, reference, deciding } = await networkHelpers.loadFixture(minedFixture);
    const proof = await headerProof(provider, deciding);
    const later = reference + 20n;
    await expect(randomness.randomOf(later, proof))
      .to.be.revertedWithCustomError(randomness, "HeaderRandomness_TooEarly")
      .withArgs(later, reference + 19n);
  });

  it("RA-3 RA-4 neither the block before nor the one after should do", async function () {
    const { randomness, reference, deciding } = await networkHelpers.loadFixture(minedFixture);
    await networkHelpers.mine(1);
    const before = BigInt((await ethers.provider.getBlock(Number(deciding - 2n)))?.timestamp ?? 0);
    await expect(randomness.randomOf(reference, await headerProof(provider, deciding - 1n)))
      .to.be.revertedWithCustomError(randomness, "HeaderRandomness_NotTheFirst")
      .withArgs(reference, before, reference - 5n);
    await expect(randomness.randomOf(reference, await headerProof(provider, deciding + 1n)))
      .to.be.revertedWithCustomError(randomness, "HeaderRandomness_NotTheFirst")
      .withArgs(reference, reference + 7n, reference + 19n);
  });

  it("RA-4 RA-11 a parent that is another block should be refused", async function () {
    const { randomness, reference, deciding } = await networkHelpers.loadFixture(minedFixture);
    const [header, parent, other] = await Promise.all(
      [deciding, deciding - 1n, deciding - 2n].map((block) => headerOf(provider, block)),
    );
    await expect(randomness.randomOf(reference, encodeProof(header ?? "0x", other ?? "0x")))
      .to.be.revertedWithCustomError(randomness, "HeaderRandomness_NotTheParent")
      .withArgs(keccak256(parent ?? "0x"), keccak256(other ?? "0x"));
  });

  it("RA-4 a header that was changed should be refused", async function () {
    const { randomness, reference, deciding, mixHash } = await networkHelpers.loadFixture(minedFixture);
    const header = await headerOf(provider, deciding);
    const forged = header.replace(mixHash.slice(2), "77".repeat(32)) as typeof header;
    expect(forged).not.to.equal(header);
    await expect(randomness.randomOf(reference, encodeProof(forged, await headerOf(provider, deciding - 1n))))
      .to.be.revertedWithCustomError(randomness, "HeaderRandomness_UnknownHeader")
      .withArgs(deciding, keccak256(header), keccak256(forged));
  });

  it("RA-4 what is not a header should be refused", async function () {
    const { randomness, reference } = await networkHelpers.loadFixture(minedFixture);
    for (const proof of ["0x", "0x1234"] as const)
      await expect(randomness.randomOf(reference, proof)).to.revert(ethers);
    await expect(randomness.randomOf(reference, encodeProof("0x80", "0x80"))).to.be.revertedWithCustomError(
      randomness,
      "RLPInvalidEncoding",
    );
    await expect(randomness.randomOf(reference, encodeProof("0xc101", "0xc101"))).to.be.revertedWithCustomError(
      randomness,
      "FieldNotPresentInBlockHeader",
    );
  });

  it("RA-4 a block without a random number should be refused", async function () {
    const { randomness, reference } = await networkHelpers.loadFixture(fixture);
    await networkHelpers.setPrevRandao(2n ** 128n - 1n);
    await time.increaseTo(reference);
    const deciding = BigInt(await time.latestBlock());
    await networkHelpers.mine(1);
    await expect(randomness.randomOf(reference, await headerProof(provider, deciding)))
      .to.be.revertedWithCustomError(randomness, "HeaderRandomness_NotRandom")
      .withArgs(deciding, 2n ** 128n - 1n);
  });

  it("RA-11 256 blocks later it should still be proved, and 257 later only by the history contract", async function () {
    const { randomness, reference, deciding, mixHash } = await networkHelpers.loadFixture(minedFixture);
    const proof = await headerProof(provider, deciding);
    const distance = (await ethers.provider.getBlockNumber()) - Number(deciding);
    // A call runs in the latest block, whose own number counts.
    await networkHelpers.mine(256 - distance);
    expect(await randomness.randomOf(reference, proof)).to.equal(mixHash);
    await networkHelpers.mine(1);
    const unknown = [deciding, `0x${"00".repeat(32)}`, keccak256(await headerOf(provider, deciding))];
    await expect(randomness.randomOf(reference, proof))
      .to.be.revertedWithCustomError(randomness, "HeaderRandomness_UnknownHeader")
      .withArgs(...unknown);

    // What the chain has done since Prague at the beginning of every block: it has stored the hash of its parent.
    await networkHelpers.setCode(HISTORY, HISTORY_CODE);
    await networkHelpers.setStorageAt(HISTORY, numberToHex(deciding % HISTORY_SLOTS), unknown[2] as string);
    expect(await randomness.randomOf(reference, proof)).to.equal(mixHash);
    await networkHelpers.mine(8191 - 257);
    expect(await randomness.randomOf(reference, proof)).to.equal(mixHash);
    await networkHelpers.mine(1);
    await expect(randomness.randomOf(reference, proof)).to.be.revertedWithCustomError(
      randomness,
      "HeaderRandomness_UnknownHeader",
    );
  });

  it("RA-6 without a history contract, or with one that says something else, it should be refused", async function () {
    await networkHelpers.loadFixture(fixture);
    const factory = await ethers.getContractFactory("HeaderRandomness");
    const constantly = "0x60015f5260205ff3"; // 1, whatever it is asked
    for (const [code, answer] of [
      ["0x", 0n],
      [constantly, 1n],
      ["0x5f5ffd", 0n], // as Hardhat's own, which reverts
    ] as const) {
      await networkHelpers.setCode(HISTORY, code);
      const expected = (await ethers.provider.getBlock("latest"))?.hash;
      await expect(factory.deploy(DELAY))
        .to.be.revertedWithCustomError(factory, "HeaderRandomness_NoHistory")
        .withArgs(expected, ethers.zeroPadValue(ethers.toBeHex(answer), 32));
    }
  });

  it("RA-6 on a chain whose blocks have no random number it should be refused", async function () {
    await networkHelpers.loadFixture(fixture);
    const factory = await ethers.getContractFactory("HeaderRandomness");
    const number = BigInt(await time.latestBlock()) + 1n;
    // Arbitrum's constant, and the largest number that counts as none.
    await networkHelpers.setPrevRandao(1);
    await expect(factory.deploy(DELAY))
      .to.be.revertedWithCustomError(factory, "HeaderRandomness_NotRandom")
      .withArgs(number, 1n);
    await networkHelpers.setPrevRandao(2n ** 128n - 1n);
    await expect(factory.deploy(DELAY)).to.be.revertedWithCustomError(factory, "HeaderRandomness_NotRandom");
    await networkHelpers.setPrevRandao(2n ** 128n);
    await factory.deploy(DELAY);
  });
});
