import { expect } from "chai";

import { create, deployedFixture, ethers, holdings, loadFixture, longs, splitFixture } from "../../utils/markets.ts";

const TOP = 2n ** 128n - 1n;

/** Alice holds 2^96 - 1 of every LONG of a market; its pot is full. */
async function fullFixture() {
  const deployment = await deployedFixture();
  const { alice, markets, token } = deployment;
  const market = await create(deployment, { outcomes: 256 });
  await token.mint(alice, 2n ** 96n);
  await markets.connect(alice).split(market, 2n ** 96n - 1n, alice);
  return { ...deployment, market };
}

describe("Markets as ERC-6909", function () {
  it("MK-7 the two tokens of a word should never bleed into each other", async function () {
    const { alice, bob, market, markets } = await loadFixture(fullFixture);
    const m = markets.connect(alice);
    const all = 2n ** 96n - 1n;
    for (const even of [0n, 254n]) {
      await m.transfer(bob, market | even, all);
      expect(await markets.balanceOf(alice, market | even)).to.equal(0n);
      expect(await markets.balanceOf(alice, market | (even + 1n))).to.equal(all);
      expect(await markets.balanceOf(bob, market | (even + 1n))).to.equal(0n);
      await expect(m.transfer(bob, market | even, 1n))
        .to.be.revertedWithCustomError(markets, "ERC6909InsufficientBalance")
        .withArgs(alice.address, 0n, 1n, market | even);
      await m.transfer(bob, market | (even + 1n), 5n);
      expect(await markets.balanceOf(bob, market | even)).to.equal(all);
      expect(await markets.balanceOf(bob, market | (even + 1n))).to.equal(5n);
    }
    expect(await markets.balanceOf(alice, market | 256n)).to.equal(0n);
  });

  it("when an amount wraps its half of the word, it should revert with the balance", async function () {
    const { alice, bob, market, markets } = await loadFixture(splitFixture);
    for (const amount of [101n, 2n ** 128n, 2n ** 128n + 1n, 2n ** 256n - 1n]) {
      for (const id of [market, market | 1n]) {
        await expect(markets.connect(alice).transfer(bob, id, amount))
          .to.be.revertedWithCustomError(markets, "ERC6909InsufficientBalance")
          .withArgs(alice.address, 100n, amount, id);
      }
    }
  });

  it("when a balance would reach 2^128, it should revert and not carry over", async function () {
    const deployment = await loadFixture(splitFixture);
    const { alice, markets, market, token } = deployment;
    // No market can mint so much: the balances are written where the ledger keeps them.
    const words = ethers.keccak256(
      ethers.AbiCoder.defaultAbiCoder().encode(
        ["uint256", "bytes32"],
        [
          market,
          ethers.keccak256(ethers.AbiCoder.defaultAbiCoder().encode(["address", "uint256"], [alice.address, 0])),
        ],
      ),
    );
    await token.mint(alice, 100n);
    for (const [word, id] of [
      [TOP - 4n + (7n << 128n), market],
      [7n + ((TOP - 4n) << 128n), market | 1n],
    ] as const) {
      await ethers.provider.send("hardhat_setStorageAt", [await markets.getAddress(), words, ethers.toBeHex(word, 32)]);
      expect(await markets.balanceOf(alice, id)).to.equal(TOP - 4n);
      expect(await markets.balanceOf(alice, id ^ 1n)).to.equal(7n);
      await expect(markets.connect(alice).split(market, 5n, alice))
        .to.be.revertedWithCustomError(markets, "OutcomeTokens_BalanceOverflow")
        .withArgs(alice.address, id, 5n);
      await markets.connect(alice).split(market, 4n, alice);
      expect(await markets.balanceOf(alice, id)).to.equal(TOP);
      expect(await markets.balanceOf(alice, id ^ 1n)).to.equal(11n);
    }
  });

  it("ids beyond 513 should hold nothing and refuse to move", async function () {
    const { alice, bob, market, markets } = await loadFixture(splitFixture);
    for (const index of [514n, 515n, 1024n, 65_535n]) {
      expect(await markets.balanceOf(alice, market | index)).to.equal(0n);
      for (const amount of [0n, 1n]) {
        await expect(markets.connect(alice).transfer(bob, market | index, amount))
          .to.be.revertedWithCustomError(markets, "ERC6909InsufficientBalance")
          .withArgs(alice.address, 0n, amount, market | index);
      }
    }
  });

  it("MK-7 a transfer to oneself should change nothing", async function () {
    const deployment = await loadFixture(splitFixture);
    const { alice, market, markets } = deployment;
    await markets.connect(alice).transfer(alice, market | 1n, 100n);
    await markets.connect(alice).transferBatch(alice, longs(market, 3), [1n, 2n, 3n]);
    expect(await holdings(deployment, alice, market, 3)).to.deep.equal([100n, 100n, 100n, 0n, 0n, 0n]);
    await expect(markets.connect(alice).transfer(alice, market | 1n, 101n)).to.be.revertedWithCustomError(
      markets,
      "ERC6909InsufficientBalance",
    );
  });

  it("when the receiver is nobody, transfers should revert", async function () {
    const { alice, market, markets } = await loadFixture(splitFixture);
    for (const call of [
      () => markets.connect(alice).transfer(ethers.ZeroAddress, market, 1n),
      () => markets.connect(alice).transferFrom(alice, ethers.ZeroAddress, market, 1n),
    ]) {
      await expect(call())
        .to.be.revertedWithCustomError(markets, "ERC6909InvalidReceiver")
        .withArgs(ethers.ZeroAddress);
    }
  });

  it("MK-7 a stranger should move nothing; an allowance should shrink by use", async function () {
    const { alice, bob, carol, market, markets } = await loadFixture(splitFixture);
    const pull = (amount: bigint) => markets.connect(bob).transferFrom(alice, carol, market, amount);
    await expect(pull(1n))
      .to.be.revertedWithCustomError(markets, "ERC6909InsufficientAllowance")
      .withArgs(bob.address, 0n, 1n, market);
    await expect(markets.connect(alice).approve(bob, market, 10n))
      .to.emit(markets, "Approval")
      .withArgs(alice.address, bob.address, market, 10n);
    await expect(pull(4n)).to.emit(markets, "Transfer").withArgs(bob.address, alice.address, carol.address, market, 4n);
    expect(await markets.allowance(alice, bob, market)).to.equal(6n);
    await expect(pull(7n))
      .to.be.revertedWithCustomError(markets, "ERC6909InsufficientAllowance")
      .withArgs(bob.address, 6n, 7n, market);
    await expect(
      markets.connect(bob).transferFrom(alice, carol, market | 1n, 1n),
      "an allowance is for one id",
    ).to.be.revertedWithCustomError(markets, "ERC6909InsufficientAllowance");
  });

  it("MK-7 an infinite allowance should stay; an operator should need none; the owner neither", async function () {
    const { alice, bob, carol, market, markets } = await loadFixture(splitFixture);
    await markets.connect(alice).approve(bob, market, ethers.MaxUint256);
    await markets.connect(bob).transferFrom(alice, carol, market, 4n);
    expect(await markets.allowance(alice, bob, market)).to.equal(ethers.MaxUint256);
    await expect(markets.connect(alice).setOperator(carol, true))
      .to.emit(markets, "OperatorSet")
      .withArgs(alice.address, carol.address, true);
    await markets.connect(carol).transferFrom(alice, carol, market | 2n, 5n);
    expect(await markets.allowance(alice, carol, market | 2n)).to.equal(0n);
    await markets.connect(alice).setOperator(carol, false);
    await expect(markets.connect(carol).transferFrom(alice, carol, market | 2n, 5n)).to.be.revertedWithCustomError(
      markets,
      "ERC6909InsufficientAllowance",
    );
    await markets.connect(alice).transferFrom(alice, bob, market | 2n, 5n);
    expect(await markets.balanceOf(alice, market | 2n)).to.equal(90n);
  });

  it("MK-7 an operator or allowance should give no right to merge, sell or redeem for the owner", async function () {
    const { alice, bob, market, markets } = await loadFixture(splitFixture);
    await markets.connect(alice).setOperator(bob, true);
    await expect(markets.connect(bob).merge(market, 1n, bob))
      .to.be.revertedWithCustomError(markets, "ERC6909InsufficientBalance")
      .withArgs(bob.address, 0n, 1n, market);
  });
});
