import { expect } from "chai";

import {
  DEADLINE,
  NO_LIMIT,
  SHORT,
  buy,
  create,
  deployedFixture,
  ethers,
  holdings,
  loadFixture,
  longs,
  nestedFixture,
  plainPoolFixture,
  report,
  splitFixture,
  time,
  zipf,
} from "../../utils/markets.ts";

async function binaryFixture() {
  const deployment = await deployedFixture();
  return { ...deployment, market: await create(deployment, { outcomes: 2 }) };
}

/** Alice has one more unit of each LONG and SHORT than a pair and 100 sets give. */
async function resolvedFixture() {
  const deployment = await splitFixture();
  const { alice, market, markets } = deployment;
  await markets.connect(alice).splitPair(market, 1, 5n, alice);
  await report(deployment, market, zipf(3));
  return deployment;
}

describe("Markets.split and merge", function () {
  it("MK-1, MK-2 it should turn 1 asset into every LONG for the receiver, and the pot holds it", async function () {
    const deployment = await loadFixture(splitFixture);
    const { alice, bob, market, markets, token } = deployment;
    const split = markets.connect(alice).split(market, 7n, bob);
    await expect(split).to.changeTokenBalances(ethers, token, [alice, bob, markets], [-7n, 0n, 7n]);
    await expect(split).to.emit(markets, "SetsChanged").withArgs(market, alice.address, bob.address, 7n);
    for (const id of longs(market, 3)) {
      await expect(split).to.emit(markets, "Transfer").withArgs(alice.address, ethers.ZeroAddress, bob.address, id, 7n);
    }
    expect(await holdings(deployment, bob, market, 3)).to.deep.equal([7n, 7n, 7n, 0n, 0n, 0n]);
    expect(await holdings(deployment, alice, market, 3)).to.deep.equal([100n, 100n, 100n, 0n, 0n, 0n]);
    expect((await markets.getMarket(market)).pot).to.equal(107n);
  });

  it("MK-1, MK-2 it should turn every LONG of the caller back into 1 asset for the receiver", async function () {
    const deployment = await loadFixture(splitFixture);
    const { alice, bob, market, markets, token } = deployment;
    const merge = markets.connect(alice).merge(market, 40n, bob);
    await expect(merge).to.changeTokenBalances(ethers, token, [alice, bob, markets], [0n, 40n, -40n]);
    await expect(merge).to.emit(markets, "SetsChanged").withArgs(market, alice.address, bob.address, -40n);
    expect(await holdings(deployment, alice, market, 3)).to.deep.equal([60n, 60n, 60n, 0n, 0n, 0n]);
    expect((await markets.getMarket(market)).pot).to.equal(60n);
  });

  it("when the caller lacks one LONG of a set, merging should revert with what he has", async function () {
    const { alice, bob, market, markets } = await loadFixture(splitFixture);
    await markets.connect(alice).transfer(bob, market | 2n, 1n);
    await expect(markets.connect(alice).merge(market, 100n, alice))
      .to.be.revertedWithCustomError(markets, "ERC6909InsufficientBalance")
      .withArgs(alice.address, 99n, 100n, market | 2n);
  });

  it("MK-6 when the caller has not the money, splitting should revert", async function () {
    const { market, markets, stranger, token } = await loadFixture(splitFixture);
    await expect(markets.connect(stranger).split(market, 1n, stranger)).to.be.revertedWithCustomError(
      token,
      "ERC20InsufficientAllowance",
    );
  });

  it("when the pot would reach 2^96, splitting should revert with it", async function () {
    const { alice, market, markets, token } = await loadFixture(splitFixture);
    const maximum = 2n ** 96n - 1n;
    await token.mint(alice, 2n ** 97n);
    for (const [amount, pot] of [
      [maximum - 99n, maximum + 1n],
      [2n ** 96n, 2n ** 96n],
      [2n ** 256n - 1n, 2n ** 256n - 1n],
    ] as const) {
      await expect(markets.connect(alice).split(market, amount, alice))
        .to.be.revertedWithCustomError(markets, "Markets_PotOverflow")
        .withArgs(pot, maximum);
    }
    await markets.connect(alice).split(market, maximum - 100n, alice);
    expect((await markets.getMarket(market)).pot).to.equal(maximum);
  });
});

describe("Markets.splitPair and mergePair", function () {
  it("MK-1, MK-2 it should turn 1 asset into LONG and SHORT of one outcome, and back", async function () {
    const deployment = await loadFixture(splitFixture);
    const { alice, bob, carol, market, markets, token } = deployment;
    const split = markets.connect(alice).splitPair(market, 1, 9n, bob);
    await expect(split).to.emit(markets, "PairsChanged").withArgs(market, alice.address, bob.address, 1n, 9n);
    expect(await holdings(deployment, bob, market, 3)).to.deep.equal([0n, 9n, 0n, 0n, 9n, 0n]);
    expect((await markets.getMarket(market)).pot).to.equal(109n);
    const merge = markets.connect(bob).mergePair(market, 1, 4n, carol);
    await expect(merge).to.emit(markets, "PairsChanged").withArgs(market, bob.address, carol.address, 1n, -4n);
    await expect(merge).to.changeTokenBalances(ethers, token, [bob, carol, markets], [0n, 4n, -4n]);
    expect(await holdings(deployment, bob, market, 3)).to.deep.equal([0n, 5n, 0n, 0n, 5n, 0n]);
    expect((await markets.getMarket(market)).pot).to.equal(105n);
  });

  it("given a binary market, the pair should be its two LONGs", async function () {
    const deployment = await loadFixture(binaryFixture);
    const { alice, market, markets } = deployment;
    await markets.connect(alice).splitPair(market, 0, 5n, alice);
    await markets.connect(alice).splitPair(market, 1, 3n, alice);
    expect(await holdings(deployment, alice, market, 2)).to.deep.equal([8n, 8n, 0n, 0n]);
    await markets.connect(alice).merge(market, 2n, alice);
    await markets.connect(alice).mergePair(market, 1, 6n, alice);
    expect(await holdings(deployment, alice, market, 2)).to.deep.equal([0n, 0n, 0n, 0n]);
    expect((await markets.getMarket(market)).pot).to.equal(0n);
  });

  it("when the SHORT is missing, merging the pair should revert", async function () {
    const { alice, market, markets } = await loadFixture(splitFixture);
    await expect(markets.connect(alice).mergePair(market, 2, 1n, alice))
      .to.be.revertedWithCustomError(markets, "ERC6909InsufficientBalance")
      .withArgs(alice.address, 0n, 1n, market | (SHORT + 2n));
  });
});

describe("Markets.convert and convertBack", function () {
  it("MK-1 it should turn a SHORT into every other LONG, and back, and the pot stands still", async function () {
    const deployment = await loadFixture(splitFixture);
    const { alice, bob, market, markets } = deployment;
    await markets.connect(alice).splitPair(market, 1, 10n, alice);
    const convert = markets.connect(alice).convert(market, 1, 6n, bob);
    await expect(convert).to.emit(markets, "Converted").withArgs(market, alice.address, bob.address, 1n, 6n);
    expect(await holdings(deployment, bob, market, 3)).to.deep.equal([6n, 0n, 6n, 0n, 0n, 0n]);
    expect(await holdings(deployment, alice, market, 3)).to.deep.equal([100n, 110n, 100n, 0n, 4n, 0n]);
    const back = markets.connect(bob).convertBack(market, 1, 6n, alice);
    await expect(back).to.emit(markets, "Converted").withArgs(market, bob.address, alice.address, 1n, -6n);
    expect(await holdings(deployment, alice, market, 3)).to.deep.equal([100n, 110n, 100n, 0n, 10n, 0n]);
    expect(await holdings(deployment, bob, market, 3)).to.deep.equal([0n, 0n, 0n, 0n, 0n, 0n]);
    expect((await markets.getMarket(market)).pot).to.equal(110n);
  });

  it("MK-1 given a binary market, converting should change nothing but the owner", async function () {
    const deployment = await loadFixture(binaryFixture);
    const { alice, bob, market, markets } = deployment;
    await markets.connect(alice).split(market, 8n, alice);
    await markets.connect(alice).convert(market, 0, 3n, bob);
    expect(await holdings(deployment, alice, market, 2)).to.deep.equal([8n, 5n, 0n, 0n]);
    expect(await holdings(deployment, bob, market, 2)).to.deep.equal([0n, 3n, 0n, 0n]);
    await markets.connect(bob).convertBack(market, 0, 3n, bob);
    expect(await holdings(deployment, bob, market, 2)).to.deep.equal([0n, 3n, 0n, 0n]);
  });

  it("when the tokens are missing, it should revert with what the caller has", async function () {
    const { alice, bob, market, markets } = await loadFixture(splitFixture);
    await expect(markets.connect(alice).convert(market, 0, 1n, alice))
      .to.be.revertedWithCustomError(markets, "ERC6909InsufficientBalance")
      .withArgs(alice.address, 0n, 1n, market | SHORT);
    await markets.connect(alice).transfer(bob, market | 1n, 50n);
    await expect(markets.connect(bob).convertBack(market, 0, 50n, bob))
      .to.be.revertedWithCustomError(markets, "ERC6909InsufficientBalance")
      .withArgs(bob.address, 0n, 50n, market | 2n);
  });
});

describe("Markets exchanges", function () {
  it("MK-1 a walk through all of them should return exactly the money put in", async function () {
    const { alice, market, markets, token } = await loadFixture(splitFixture);
    const before = await token.balanceOf(alice);
    const m = markets.connect(alice);
    await m.split(market, 1000n, alice);
    await m.convertBack(market, 0, 700n, alice);
    await m.mergePair(market, 0, 700n, alice);
    await m.splitPair(market, 2, 300n, alice);
    await m.convert(market, 2, 300n, alice);
    await m.merge(market, 600n, alice);
    expect(await token.balanceOf(alice)).to.equal(before);
    expect((await markets.getMarket(market)).pot).to.equal(100n);
  });

  it("given a market that is unknown or resolved, every one should revert", async function () {
    const { alice, market, markets } = await loadFixture(resolvedFixture);
    const m = markets.connect(alice);
    for (const [id, error] of [
      [market, "Markets_AlreadyResolved"],
      [market + 0x10000n, "Markets_UnknownMarket"],
    ] as const) {
      for (const call of [
        () => m.split(id, 1n, alice),
        () => m.merge(id, 1n, alice),
        () => m.splitPair(id, 1, 1n, alice),
        () => m.mergePair(id, 1, 1n, alice),
        () => m.convert(id, 1, 1n, alice),
        () => m.convertBack(id, 1, 1n, alice),
      ]) {
        await expect(call()).to.be.revertedWithCustomError(markets, error).withArgs(id);
      }
    }
  });

  it("when the outcome is not one of the market's, it should revert with it", async function () {
    const { alice, market, markets } = await loadFixture(splitFixture);
    const m = markets.connect(alice);
    for (const call of [
      () => m.splitPair(market, 3, 1n, alice),
      () => m.mergePair(market, 3, 1n, alice),
      () => m.convert(market, 3, 1n, alice),
      () => m.convertBack(market, 3, 1n, alice),
    ]) {
      await expect(call()).to.be.revertedWithCustomError(markets, "Markets_InvalidOutcome").withArgs(market, 3n);
    }
  });

  it("when the receiver is nobody, it should revert", async function () {
    const { alice, market, markets } = await loadFixture(splitFixture);
    const m = markets.connect(alice);
    await m.splitPair(market, 1, 1n, alice);
    const nobody = ethers.ZeroAddress;
    for (const call of [
      () => m.split(market, 1n, nobody),
      () => m.splitPair(market, 1, 1n, nobody),
      () => m.convert(market, 1, 1n, nobody),
      () => m.convertBack(market, 1, 1n, nobody),
    ]) {
      await expect(call()).to.be.revertedWithCustomError(markets, "ERC6909InvalidReceiver").withArgs(nobody);
    }
  });

  it("MK-19 given that trading has ended, all of them should go on", async function () {
    const { alice, market, markets, params } = await loadFixture(splitFixture);
    await time.increaseTo(params.closesAt + 1);
    const m = markets.connect(alice);
    await m.split(market, 5n, alice);
    await m.splitPair(market, 0, 5n, alice);
    await m.convert(market, 0, 5n, alice);
    await m.convertBack(market, 0, 5n, alice);
    await m.mergePair(market, 0, 5n, alice);
    await m.merge(market, 105n, alice);
    expect((await markets.getMarket(market)).pot).to.equal(0n);
  });

  it("MK-3 given a pool, exchanges should touch neither its prices nor its books", async function () {
    const { alice, market, markets } = await loadFixture(plainPoolFixture);
    await markets.connect(alice).trade(market, [buy(1, 10n ** 18n)], NO_LIMIT, DEADLINE, alice);
    const pool = await markets.getPool(market);
    const outcomes = await markets.getOutcomes(market);
    await markets.connect(alice).split(market, 10n ** 20n, alice);
    await markets.connect(alice).convertBack(market, 2, 10n ** 18n, alice);
    await markets.connect(alice).mergePair(market, 2, 10n ** 18n, alice);
    expect(await markets.getPool(market)).to.deep.equal(pool);
    expect(await markets.getOutcomes(market)).to.deep.equal(outcomes);
  });

  it("MK-3 given nested markets, it should move the asset between the pots' owners only", async function () {
    const { alice, child, grandchild, markets, parent } = await loadFixture(nestedFixture);
    const self = await markets.getAddress();
    const pots = async () =>
      Promise.all([parent, child, grandchild].map(async (market) => (await markets.getMarket(market)).pot));
    expect(await pots()).to.deep.equal([1000n, 1000n, 1000n]);
    expect(await markets.balanceOf(self, parent | 1n)).to.equal(1000n);
    expect(await markets.balanceOf(self, child | (SHORT + 2n))).to.equal(1000n);
    await markets.connect(alice).merge(grandchild, 300n, alice);
    expect(await pots()).to.deep.equal([1000n, 1000n, 700n]);
    expect(await markets.balanceOf(alice, child | (SHORT + 2n))).to.equal(300n);
    await expect(markets.connect(alice).split(grandchild, 301n, alice))
      .to.be.revertedWithCustomError(markets, "ERC6909InsufficientBalance")
      .withArgs(alice.address, 300n, 301n, child | (SHORT + 2n));
  });
});

describe("Markets.transferBatch", function () {
  it("MK-7 it should move the caller's tokens, each by its amount", async function () {
    const deployment = await loadFixture(splitFixture);
    const { alice, bob, market, markets } = deployment;
    const batch = markets.connect(alice).transferBatch(bob, longs(market, 3), [1n, 0n, 30n]);
    await expect(batch)
      .to.emit(markets, "Transfer")
      .withArgs(alice.address, alice.address, bob.address, market | 2n, 30n);
    expect(await holdings(deployment, alice, market, 3)).to.deep.equal([99n, 100n, 70n, 0n, 0n, 0n]);
    expect(await holdings(deployment, bob, market, 3)).to.deep.equal([1n, 0n, 30n, 0n, 0n, 0n]);
  });

  it("when lengths differ, an amount is not there or the receiver is nobody, it should revert", async function () {
    const { alice, bob, market, markets } = await loadFixture(splitFixture);
    const m = markets.connect(alice);
    await expect(m.transferBatch(bob, longs(market, 3), [1n, 2n]))
      .to.be.revertedWithCustomError(markets, "Markets_WrongLength")
      .withArgs(3n, 2n);
    await expect(m.transferBatch(bob, [market, market], [60n, 41n]))
      .to.be.revertedWithCustomError(markets, "ERC6909InsufficientBalance")
      .withArgs(alice.address, 40n, 41n, market);
    await expect(m.transferBatch(ethers.ZeroAddress, [market], [1n]))
      .to.be.revertedWithCustomError(markets, "ERC6909InvalidReceiver")
      .withArgs(ethers.ZeroAddress);
  });
});
