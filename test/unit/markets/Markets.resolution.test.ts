import { expect } from "chai";

import {
  DEADLINE,
  FOUNDING,
  NO_LIMIT,
  SHARES,
  SHORT,
  UNIT,
  WAD,
  buy,
  create,
  deployedFixture,
  ethers,
  growingPoolFixture,
  holdings,
  inventoriesOf,
  loadFixture,
  must,
  longs,
  nestedFixture,
  plainPoolFixture,
  report,
  short,
  splitFixture,
  time,
  trade,
  zipf,
} from "../../utils/markets.ts";

const W = [WAD / 2n, WAD / 3n, WAD - WAD / 2n - WAD / 3n];

/** Alice has a signature for 1,000 units that bob, a Markets, or anybody may send. */
async function permitFixture() {
  const deployment = await deployedFixture();
  const { carol, markets, token } = deployment;
  await token.connect(carol).approve(markets, 0n);
  const domain = {
    name: await token.name(),
    version: "1",
    chainId: (await ethers.provider.getNetwork()).chainId,
    verifyingContract: await token.getAddress(),
  };
  const types = {
    Permit: [
      { name: "owner", type: "address" },
      { name: "spender", type: "address" },
      { name: "value", type: "uint256" },
      { name: "nonce", type: "uint256" },
      { name: "deadline", type: "uint256" },
    ],
  };
  const message = {
    owner: carol.address,
    spender: await markets.getAddress(),
    value: 1000n * UNIT,
    nonce: 0n,
    deadline: DEADLINE,
  };
  const { r, s, v } = ethers.Signature.from(await carol.signTypedData(domain, types, message));
  return { ...deployment, value: message.value, r, s, v };
}

describe("Markets.report", function () {
  it("MK-30 the resolver's payouts should be stored, exactly, once", async function () {
    const deployment = await loadFixture(splitFixture);
    const { market, markets, sponsor } = deployment;
    await expect(report(deployment, market, W))
      .to.emit(markets, "Resolved")
      .withArgs(market, sponsor.address, ethers.isAddress);
    expect(await markets.getPayouts(market)).to.deep.equal(W);
    expect((await markets.getMarket(market)).resolved).to.equal(true);
    await expect(report(deployment, market, W))
      .to.be.revertedWithCustomError(markets, "Markets_AlreadyResolved")
      .withArgs(market);
  });

  it("MK-30 when the caller is not the resolver, it should revert", async function () {
    const { alice, market, markets, sponsor } = await loadFixture(splitFixture);
    await expect(markets.connect(alice).report(market, W))
      .to.be.revertedWithCustomError(markets, "Markets_NotResolver")
      .withArgs(market, alice.address, sponsor.address);
  });

  it("MK-30 when payouts have another length or sum, all zero among them, it should revert", async function () {
    const deployment = await loadFixture(splitFixture);
    const { market, markets } = deployment;
    const cases = [
      [[WAD / 2n, WAD / 2n], "Markets_WrongLength", [3n, 2n]],
      [[...W, 0n], "Markets_WrongLength", [3n, 4n]],
      [[], "Markets_WrongLength", [3n, 0n]],
      [[0n, 0n, 0n], "Markets_InvalidSum", [0n]],
      [[WAD, 1n, 0n], "Markets_InvalidSum", [WAD + 1n]],
      [[WAD - 1n, 0n, 0n], "Markets_InvalidSum", [WAD - 1n]],
      [[2n ** 256n - WAD, 2n * WAD, 0n], "Markets_InvalidSum", [2n ** 256n - 1n]],
      [[2n ** 255n, 2n ** 255n, WAD], "Markets_InvalidSum", [2n ** 256n - 1n]],
    ] as const;
    for (const [payouts, error, values] of cases) {
      await expect(report(deployment, market, payouts))
        .to.be.revertedWithCustomError(markets, error)
        .withArgs(...values);
    }
    await expect(report(deployment, market + 0x10000n, W)).to.be.revertedWithCustomError(
      markets,
      "Markets_UnknownMarket",
    );
    await expect(markets.getPayouts(market)).to.be.revertedWithCustomError(markets, "Markets_NotResolved");
  });
});

describe("Markets.redeem", function () {
  it("MK-31 before resolution it should revert", async function () {
    const { alice, market, markets } = await loadFixture(splitFixture);
    for (const call of [
      () => markets.connect(alice).redeem([market], [1n], alice),
      () => markets.connect(alice).redeemTo([market], [1n], alice),
    ]) {
      await expect(call()).to.be.revertedWithCustomError(markets, "Markets_NotResolved").withArgs(market);
    }
  });

  it("MK-31 it should burn the tokens and pay amount times weight to the receiver", async function () {
    const deployment = await loadFixture(splitFixture);
    const { alice, bob, market, markets, token } = deployment;
    await markets.connect(alice).splitPair(market, 1, 20n, alice);
    await report(deployment, market, [WAD / 2n, WAD / 4n, WAD / 4n]);
    const call = markets.connect(alice).redeem([market, market | (SHORT + 1n)], [10n, 20n], bob);
    await expect(call).to.changeTokenBalances(ethers, token, [bob, markets], [20n, -20n]);
    await expect(call).to.emit(markets, "Redeemed").withArgs(market, alice.address, bob.address, 20n);
    expect(await holdings(deployment, alice, market, 3)).to.deep.equal([90n, 120n, 100n, 0n, 0n, 0n]);
    expect((await markets.getMarket(market)).pot).to.equal(100n);
  });

  it("MK-31 it should round down once for a run, not once for an id", async function () {
    const deployment = await loadFixture(splitFixture);
    const { alice, market, markets } = deployment;
    await report(deployment, market, W);
    const m = markets.connect(alice);
    const other = await create(deployment, { alpha: 5 });
    await m.split(other, 10n, alice);
    await report(deployment, other, W);
    const ids = longs(market, 3);
    expect(await m.redeem.staticCall(ids, [1n, 1n, 1n], alice)).to.deep.equal([1n]);
    expect(await m.redeem.staticCall([must(ids[0]), must(ids[1])], [1n, 1n], alice)).to.deep.equal([0n]);
    // Another market in between: two runs, each rounded down.
    const parted = [must(ids[0]), other, must(ids[1]), must(ids[2])];
    expect(await m.redeem.staticCall(parted, [1n, 2n, 1n, 1n], alice)).to.deep.equal([0n, 1n, 0n]);
  });

  it("MK-31 given a market over a token of another, a later run should burn what an earlier one paid", async function () {
    const deployment = await loadFixture(nestedFixture);
    const { alice, child, markets, parent, token } = deployment;
    await report(deployment, child, W);
    await report(deployment, parent, [0n, WAD / 2n, WAD / 2n]);
    const paid = (1000n * must(W[2])) / WAD;
    const all = (await markets.balanceOf(alice, parent | 1n)) + paid;
    const call = markets.connect(alice).redeem([child | 2n, parent | 1n, parent | 2n], [1000n, all, 1000n], alice);
    await expect(call).to.changeTokenBalances(ethers, token, [alice], [(all + 1000n) / 2n]);
    await expect(call).to.emit(markets, "Redeemed").withArgs(child, alice.address, alice.address, paid);
    expect(await holdings(deployment, alice, parent, 3)).to.deep.equal([1000n, 0n, 0n, 0n, 0n, 0n]);
  });

  it("MK-2 when everybody redeems, rounding should leave less than a unit a run in the pot", async function () {
    const deployment = await loadFixture(splitFixture);
    const { alice, bob, market, markets } = deployment;
    await markets.connect(alice).splitPair(market, 0, 33n, bob);
    await markets.connect(alice).transferBatch(bob, longs(market, 3), [33n, 17n, 5n]);
    await report(deployment, market, W);
    for (const account of [alice, bob]) {
      const amounts = await holdings(deployment, account, market, 3);
      const ids = [...longs(market, 3), ...longs(market | SHORT, 3)];
      await markets.connect(account).redeem(ids, amounts, account);
      expect((await holdings(deployment, account, market, 3)).every((amount) => amount === 0n)).to.equal(true);
    }
    expect((await markets.getMarket(market)).pot).to.be.below(2n);
  });

  it("when ids are missing, uneven, too many, or none of the market's, it should revert", async function () {
    const deployment = await loadFixture(splitFixture);
    const { alice, market, markets } = deployment;
    await report(deployment, market, W);
    const m = markets.connect(alice);
    await expect(m.redeem([], [], alice)).to.be.revertedWithCustomError(markets, "Markets_NoIds");
    await expect(m.redeem([market, market], [1n], alice))
      .to.be.revertedWithCustomError(markets, "Markets_WrongLength")
      .withArgs(2n, 1n);
    await expect(m.redeem([market, market], [60n, 41n], alice))
      .to.be.revertedWithCustomError(markets, "ERC6909InsufficientBalance")
      .withArgs(alice.address, 40n, 41n, market);
    for (const index of [3n, 255n, SHORT + 3n]) {
      await expect(m.redeem([market | index], [0n], alice))
        .to.be.revertedWithCustomError(markets, "Markets_InvalidId")
        .withArgs(market | index);
    }
    await expect(m.redeem([market | SHARES], [1n], alice)).to.be.revertedWithCustomError(
      markets,
      "ERC6909InsufficientBalance",
    );
    await expect(m.redeem([market | 514n], [0n], alice)).to.be.revertedWithCustomError(
      markets,
      "ERC6909InsufficientBalance",
    );
    await expect(m.redeem([1n << 100n], [0n], alice)).to.be.revertedWithCustomError(markets, "Markets_UnknownMarket");
  });

  it("MK-31 the first redeemer should get his own and no more", async function () {
    const deployment = await loadFixture(splitFixture);
    const { alice, bob, market, markets, token } = deployment;
    await markets.connect(alice).split(market, 100n, bob);
    await report(deployment, market, [WAD, 0n, 0n]);
    const before = await token.balanceOf(bob);
    await markets.connect(bob).redeem([market], [100n], bob);
    expect((await token.balanceOf(bob)) - before).to.equal(100n);
    await markets.connect(alice).redeem([market], [100n], alice);
    expect((await markets.getMarket(market)).pot).to.equal(0n);
  });

  it("MK-33 shares should pay their part of sum(w inventory), whoever comes first", async function () {
    const deployment = await loadFixture(growingPoolFixture);
    const { alice, bob, carol, market, markets, sponsor, token } = deployment;
    await markets.connect(bob).join(market, 500n * UNIT, NO_LIMIT, [], DEADLINE, carol);
    await trade(deployment, alice, market, buy(0, 200n * UNIT), short(2, 100n * UNIT));
    const inventories = await inventoriesOf(markets, market);
    const value = inventories.reduce((sum, inventory, j) => sum + inventory * must(W[j]), 0n) / WAD;
    await report(deployment, market, W);
    const { totalShares } = await markets.getPool(market);
    const before = await Promise.all([carol, sponsor].map((account) => token.balanceOf(account)));
    const m = markets.connect(carol);
    await m.redeem([market | SHARES], [100n * UNIT], carol);
    await markets.redeem([market | FOUNDING], [1000n * UNIT - 1000n], sponsor);
    await m.redeem([market | SHARES], [400n * UNIT], carol);
    const after = await Promise.all([carol, sponsor].map((account) => token.balanceOf(account)));
    expect(must(after[0]) - must(before[0])).to.be.closeTo((value * 500n * UNIT) / totalShares, 3n);
    expect(must(after[1]) - must(before[1])).to.be.closeTo((value * (1000n * UNIT - 1000n)) / totalShares, 3n);
    expect(must(after[0]) - must(before[0]) + must(after[1]) - must(before[1])).to.be.at.most(value);
    expect((await markets.getPool(market)).totalShares).to.equal(1000n);
  });

  it("MK-2 when all tokens and shares are redeemed, the pot should keep the locked shares' part", async function () {
    const deployment = await loadFixture(growingPoolFixture);
    const { alice, market, markets, sponsor } = deployment;
    await trade(deployment, alice, market, buy(0, 200n * UNIT), short(2, 100n * UNIT));
    await report(deployment, market, W);
    const ids = [...longs(market, 3), ...longs(market | SHORT, 3)];
    await markets.connect(alice).redeem(ids, await holdings(deployment, alice, market, 3), alice);
    await markets.redeem([market | FOUNDING], [1000n * UNIT - 1000n], sponsor);
    const { cash } = await markets.getPool(market);
    expect((await markets.getMarket(market)).pot).to.be.closeTo(cash, 2n);
    expect(cash).to.be.within(1n, 10_000n);
  });
});

describe("Markets.redeemTo", function () {
  it("MK-32 it should go through three levels, rounded down at each", async function () {
    const deployment = await loadFixture(nestedFixture);
    const { alice, bob, child, grandchild, markets, parent, token } = deployment;
    await report(deployment, grandchild, [WAD / 3n, WAD - WAD / 3n]);
    await report(deployment, child, W);
    await report(deployment, parent, [0n, WAD / 2n, WAD / 2n]);
    // 1,000 / 3 = 333; times 1 - w_2 = 0.8333: 277; times 1/2: 138
    const amount = (333n * (WAD - must(W[2]))) / WAD / 2n;
    const call = markets.connect(alice).redeemTo([grandchild], [1000n], bob);
    await expect(call).to.changeTokenBalances(ethers, token, [bob, markets], [amount, -amount]);
    expect(amount).to.equal(138n);
    const pots = await Promise.all(
      [grandchild, child, parent].map(async (market) => (await markets.getMarket(market)).pot),
    );
    expect(pots).to.deep.equal([667n, 723n, 862n]);
    expect(await markets.balanceOf(alice, grandchild)).to.equal(0n);
  });

  it("MK-32 given a parent that is not resolved, it should revert", async function () {
    const deployment = await loadFixture(nestedFixture);
    const { alice, child, grandchild, markets } = deployment;
    const call = () => markets.connect(alice).redeemTo([grandchild], [1000n], alice);
    await expect(call()).to.be.revertedWithCustomError(markets, "Markets_NotResolved").withArgs(grandchild);
    await report(deployment, grandchild, [WAD / 3n, WAD - WAD / 3n]);
    await expect(call()).to.be.revertedWithCustomError(markets, "Markets_NotResolved").withArgs(child);
  });

  it("MK-32 given any parent that pays 0, it should pay 0, though nothing below is resolved", async function () {
    for (const worthless of ["child", "parent"] as const) {
      const deployment = await loadFixture(nestedFixture);
      const { alice, grandchild, markets, token } = deployment;
      // The child's SHORT_2 is worth 0 when outcome 2 pays all; the parent's LONG_1 when another does.
      await report(deployment, deployment[worthless], [0n, 0n, WAD]);
      const call = markets.connect(alice).redeemTo([grandchild, grandchild | 1n], [1000n, 400n], alice);
      await expect(call).to.changeTokenBalances(ethers, token, [alice, markets], [0n, 0n]);
      expect(await holdings(deployment, alice, grandchild, 2)).to.deep.equal([0n, 600n, 0n, 0n]);
      expect((await markets.getMarket(grandchild)).pot).to.equal(1000n);
    }
  });

  it("MK-32 it should add up several markets over one base asset, and refuse another", async function () {
    const deployment = await loadFixture(nestedFixture);
    const { alice, child, markets, parent, token } = deployment;
    const six = await ethers.deployContract("TestToken", ["Six", "SIX", 6]);
    const elsewhere = await create(deployment, { asset: await six.getAddress() });
    await report(deployment, parent, [WAD / 2n, WAD / 2n, 0n]);
    await report(deployment, child, W);
    await report(deployment, elsewhere, W);
    const m = markets.connect(alice);
    await expect(m.redeemTo([parent, elsewhere], [1n, 0n], alice))
      .to.be.revertedWithCustomError(markets, "Markets_DifferentBaseAsset")
      .withArgs(await token.getAddress(), await six.getAddress());
    const call = m.redeemTo([parent, child | 2n], [1000n, 1000n], alice);
    const value = 500n + (1000n * must(W[2])) / WAD / 2n;
    await expect(call).to.changeTokenBalances(ethers, token, [alice], [value]);
  });

  it("MK-33 it should redeem shares of a nested market's pool", async function () {
    const deployment = await loadFixture(nestedFixture);
    const { alice, markets, parent, sponsor, token } = deployment;
    const asset = await markets.getAddress();
    const market = await create(deployment, { asset, assetId: parent | 1n, opener: alice.address, alpha: 3 });
    await markets.connect(alice).split(parent, 10n ** 6n, alice);
    await markets.connect(alice).openPool(market, zipf(3), 10n ** 5n, alice);
    const value = (must((await inventoriesOf(markets, market))[0]) * (10n ** 5n - 1000n)) / 10n ** 5n / 2n;
    await report(deployment, market, [WAD, 0n, 0n]);
    await report(deployment, parent, [WAD / 2n, WAD / 2n, 0n]);
    const call = markets.connect(alice).redeemTo([market | FOUNDING], [10n ** 5n - 1000n], sponsor);
    await expect(call).to.changeTokenBalances(ethers, token, [sponsor], [value]);
  });
});

describe("Markets.permit and multicall", function () {
  it("it should create, open, split and trade in one transaction, on a signature", async function () {
    const deployment = await loadFixture(permitFixture);
    const { carol, markets, params, r, s, token, v, value } = deployment;
    const all = { ...params, opener: carol.address };
    const market = await markets.computeMarket(carol, all);
    const i = markets.interface;
    await markets
      .connect(carol)
      .multicall([
        i.encodeFunctionData("permit", [await token.getAddress(), value, DEADLINE, v, r, s]),
        i.encodeFunctionData("createMarket", [all]),
        i.encodeFunctionData("openPool", [market, zipf(3), 100n * UNIT, carol.address]),
        i.encodeFunctionData("split", [market, UNIT, carol.address]),
        i.encodeFunctionData("trade", [market, [buy(0, UNIT)], NO_LIMIT, DEADLINE, carol.address]),
      ]);
    expect(await markets.balanceOf(carol, market)).to.equal(2n * UNIT);
    expect((await markets.getMarket(market)).pooled).to.equal(true);
  });

  it("given that somebody has sent the signature first, it should go on with the allowance", async function () {
    const { alice, carol, markets, r, s, token, v, value } = await loadFixture(permitFixture);
    await token.connect(alice).permit(carol, markets, value, DEADLINE, v, r, s);
    await markets.connect(carol).permit(token, value, DEADLINE, v, r, s);
    expect(await token.allowance(carol, markets)).to.equal(value);
  });

  it("when the signature is another's and the allowance too small, it should revert with it", async function () {
    const { bob, carol, markets, r, s, stranger, token, v, value } = await loadFixture(permitFixture);
    await expect(markets.connect(stranger).permit(token, value, DEADLINE, v, r, s))
      .to.be.revertedWithCustomError(markets, "Markets_PermitFailed")
      .withArgs(await token.getAddress(), 0n, value);
    await token.connect(carol).approve(markets, value - 1n);
    await expect(markets.connect(carol).permit(token, value, 1n, v, r, s))
      .to.be.revertedWithCustomError(markets, "Markets_PermitFailed")
      .withArgs(await token.getAddress(), value - 1n, value);
    expect(await token.allowance(bob, markets)).to.equal(ethers.MaxUint256);
  });

  it("regression: a token without code should be a failed permit", async function () {
    const { carol, markets, r, s, stranger, v } = await loadFixture(permitFixture);
    await expect(markets.connect(carol).permit(stranger, 5n, DEADLINE, v, r, s))
      .to.be.revertedWithCustomError(markets, "Markets_PermitFailed")
      .withArgs(stranger.address, 0n, 5n);
  });

  it("when one call of a batch fails, none should have happened", async function () {
    const { alice, market, markets, params } = await loadFixture(plainPoolFixture);
    const i = markets.interface;
    const split = i.encodeFunctionData("split", [market, 5n, alice.address]);
    const expired = i.encodeFunctionData("trade", [market, [buy(0, 1n)], NO_LIMIT, 1n, alice.address]);
    await expect(markets.connect(alice).multicall([split, expired])).to.be.revertedWithCustomError(
      markets,
      "Markets_Expired",
    );
    expect(await markets.balanceOf(alice, market)).to.equal(0n);
    expect(await time.latest()).to.be.below(params.closesAt);
  });
});
