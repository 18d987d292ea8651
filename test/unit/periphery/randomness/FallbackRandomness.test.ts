import { expect } from "chai";
import { network } from "hardhat";
import { numberToHex, slice, type Hex } from "viem";

import { plantHistory } from "../../../../scripts/utils/history.ts";
import { testBeacon } from "../../../../scripts/beacon/testBeacon.ts";
import { beaconProof } from "../../../utils/beacons.ts";
import { firstBlockAt, headerProof } from "../../../utils/headers.ts";

const GENESIS = 1_800_000_000;
const connection = await network.create({
  override: { initialDate: new Date(GENESIS * 1000).toISOString() },
});
const { ethers, networkHelpers, provider } = connection;
const { time } = networkHelpers;

const DELAY = 1536n;
const PATIENCE = 86_400n;
const beacon = testBeacon();

describe("FallbackRandomness", function () {
  /** A beacon first, headers a day later. */
  async function fixture() {
    await plantHistory(connection);
    const drand = await deployDrand(DELAY);
    const headers = await ethers.deployContract("HeaderRandomness", [DELAY + PATIENCE]);
    const randomness = await ethers.deployContract("FallbackRandomness", [drand, headers]);
    const since = BigInt(await time.latest());
    return { randomness, drand, headers, since, takeover: since + DELAY + PATIENCE };
  }

  function deployDrand(delay: bigint) {
    const parameters = { chainHash: ethers.ZeroHash, key: beacon.parameters.key, genesis: GENESIS, period: 3, delay };
    const known = { knownRound: 1, knownSignature: beaconProof(beacon.sign(1n)) };
    return ethers.deployContract("DrandRandomness", [{ ...parameters, ...known }]);
  }

  it("should say what it is, and whose a reference is", async function () {
    const { randomness, drand, headers } = await networkHelpers.loadFixture(fixture);
    expect(await randomness.kind()).to.equal("fallback");
    expect(await randomness.FIRST()).to.equal(drand.target);
    expect(await randomness.SECOND()).to.equal(headers.target);
    expect([...(await randomness.sourceOf(14))]).to.deep.equal([drand.target, 7n]);
    expect([...(await randomness.sourceOf(15))]).to.deep.equal([headers.target, 7n]);
  });

  it("RA-30 the first should count until a second before the second's time, then the second", async function () {
    const { randomness, drand, since, takeover } = await networkHelpers.loadFixture(fixture);
    const first = (await drand.next(since)) * 2n;
    expect(await randomness.next(since)).to.equal(first);
    await time.increaseTo(takeover - 1n);
    expect(await randomness.next(since)).to.equal(first);
    expect(await randomness.timeOf(first)).to.equal(await drand.timeOf(first / 2n));
    await time.increaseTo(takeover);
    const second = await randomness.next(since);
    expect(second).to.equal(takeover * 2n + 1n);
    expect(await randomness.timeOf(second)).to.equal(takeover);
  });

  it("RA-4 RA-30 each should be drawn with its own proof, and not with the other's", async function () {
    const { randomness, since, takeover } = await networkHelpers.loadFixture(fixture);
    const first = await randomness.next(since);
    const signed = beacon.sign(first / 2n);
    await time.increaseTo(await randomness.timeOf(first));
    expect(await randomness.randomOf(first, beaconProof(signed))).to.equal(`0x${signed.randomness}`);

    await time.increaseTo(takeover);
    await networkHelpers.mine(1);
    const second = await randomness.next(since);
    const proof = await headerProof(provider, await firstBlockAt(provider, takeover));
    const { mixHash } = (await provider.request({
      method: "eth_getBlockByNumber",
      params: [numberToHex(await firstBlockAt(provider, takeover)), false],
    })) as { mixHash: Hex };
    expect(await randomness.randomOf(second, proof)).to.equal(mixHash);
    await expect(randomness.randomOf(second, beaconProof(signed))).to.revert(ethers);
    const { interface: abi } = await ethers.getContractFactory("DrandRandomness");
    await expect(randomness.randomOf(first, slice(proof, 0, 96))).to.be.revertedWithCustomError(
      { interface: abi },
      "DrandRandomness_WrongSignature",
    );
  });

  it("RA-5 it should pass on what its sources say is missed", async function () {
    const { randomness, headers, since, takeover } = await networkHelpers.loadFixture(fixture);
    const first = await randomness.next(since);
    const second = takeover * 2n + 1n;
    await time.increaseTo(takeover + (await headers.WINDOW()) - 1n);
    expect(await randomness.isMissed(second)).to.equal(false);
    await time.increase(1);
    expect(await randomness.isMissed(second)).to.equal(true);
    expect(await randomness.isMissed(first)).to.equal(false);
    expect(await randomness.next(since)).to.equal((takeover + (await headers.WINDOW())) * 2n + 1n);
  });

  it("RA-5 RA-30 headers that fail should be followed by headers before the beacon takes over", async function () {
    const { headers } = await networkHelpers.loadFixture(fixture);
    const window = await headers.WINDOW();
    const first = await ethers.deployContract("HeaderRandomness", [DELAY]);
    const second = await deployDrand(DELAY + 2n * window);
    const randomness = await ethers.deployContract("FallbackRandomness", [first, second]);
    const since = BigInt(await time.latest());
    const reference = since + DELAY;
    await time.increaseTo(reference + window);
    expect(await randomness.next(since)).to.equal((reference + window) * 2n);
    const round = await second.next(since);
    await time.increaseTo((await second.timeOf(round)) - 1n);
    expect((await randomness.next(since)) % 2n).to.equal(0n);
    await time.increase(1);
    expect(await randomness.next(since)).to.equal(round * 2n + 1n);
    const signed = beacon.sign(round);
    expect(await randomness.randomOf(round * 2n + 1n, beaconProof(signed))).to.equal(`0x${signed.randomness}`);
  });

  it("RA-6 a second source that does not come later should be refused", async function () {
    const { headers, drand, randomness } = await networkHelpers.loadFixture(fixture);
    const factory = await ethers.getContractFactory("FallbackRandomness");
    const refused = (first: { target: unknown }, second: { target: unknown }) =>
      expect(factory.deploy(String(first.target), String(second.target))).to.be.revertedWithCustomError(
        factory,
        "FallbackRandomness_NotInOrder",
      );
    await refused(headers, drand);
    await refused(headers, headers);
    await refused(randomness, drand);
    // Three in order are two of which the first is two.
    const last = await ethers.deployContract("HeaderRandomness", [DELAY + 2n * PATIENCE]);
    await factory.deploy(randomness, last);
  });
});
