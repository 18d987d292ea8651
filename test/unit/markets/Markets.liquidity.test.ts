import { expect } from "chai";

import {
  DEADLINE,
  FOUNDING,
  NO_LIMIT,
  SHARES,
  UNIT,
  WAD,
  buy,
  create,
  deployedFixture,
  ethers,
  expectClose,
  growingPoolFixture,
  holdings,
  inOneBlock,
  inventoriesOf,
  loadFixture,
  must,
  open,
  plainPoolFixture,
  pricesOf,
  report,
  short,
  time,
  toNumber,
  trade,
  zipf,
} from "../../utils/markets.ts";

/** Prices moved away from the opening, fees earned, b grown. */
async function movedPoolFixture() {
  const deployment = await growingPoolFixture();
  const { alice, market } = deployment;
  await trade(deployment, alice, market, buy(0, 300n * UNIT), short(1, 200n * UNIT));
  return deployment;
}

/** Half of the liquidity of a moved pool is bob's. */
async function joinedPoolFixture() {
  const deployment = await movedPoolFixture();
  const { bob, market, markets } = deployment;
  await markets.connect(bob).join(market, 1000n * UNIT, NO_LIMIT, [], DEADLINE, bob);
  return deployment;
}

/** The sponsor has given 100 units of extra reserve to a pool of b = 1,000. */
async function reservedPoolFixture() {
  const deployment = await plainPoolFixture();
  const { carol, market, markets } = deployment;
  const gift = await markets.connect(carol).addReserve(market, 100n * UNIT);
  const givenAt = (await gift.getBlock())?.timestamp ?? 0;
  return { ...deployment, givenAt };
}

describe("Markets.join", function () {
  it("MK-16, MK-17 it should pay f max inventory, get the LONGs back, and move no price", async function () {
    const deployment = await loadFixture(movedPoolFixture);
    const { bob, carol, market, markets, token } = deployment;
    const [before, prices, old] = [
      await markets.getPool(market),
      await pricesOf(markets, market),
      await inventoriesOf(markets, market),
    ];
    const shares = 333n * UNIT + 7n;
    const most = old.reduce((a, c) => (a > c ? a : c));
    const ceil = (x: bigint) => (x * shares + before.totalShares - 1n) / before.totalShares;
    const floor = (x: bigint) => (x * shares) / before.totalShares;
    const call = markets.connect(bob).join(market, shares, ceil(most), [], DEADLINE, carol);
    await expect(call).to.changeTokenBalances(ethers, token, [bob, carol, markets], [-ceil(most), 0n, ceil(most)]);
    expect(await holdings(deployment, carol, market, 3)).to.deep.equal([
      ...old.map((inventory) => floor(most - inventory)),
      0n,
      0n,
      0n,
    ]);
    expect(await markets.balanceOf(carol, market | SHARES)).to.equal(shares);
    const after = await markets.getPool(market);
    await expect(call)
      .to.emit(markets, "LiquidityAdded")
      .withArgs(market, bob.address, carol.address, shares, ceil(most), after.b);
    expect(after.b).to.equal(before.b + floor(before.b));
    expect(after.reserve).to.equal(before.reserve + floor(before.reserve));
    expect(after.totalShares).to.equal(before.totalShares + shares);
    expect(after.sum).to.equal(before.sum);
    expect(await pricesOf(markets, market)).to.deep.equal(prices);
    const now = await inventoriesOf(markets, market);
    for (const [j, inventory] of now.entries())
      expect(inventory).to.be.at.least(must(old[j]) + ceil(must(old[j])) - 1n);
  });

  it("MK-17 the smallest join should cost at least a unit", async function () {
    const { bob, market, markets } = await loadFixture(movedPoolFixture);
    expect(await markets.connect(bob).join.staticCall(market, 1n, NO_LIMIT, [], DEADLINE, bob)).to.be.at.least(1n);
  });

  it("maxAssets should be the most that is paid, and minLongs the least that is got, to the unit", async function () {
    const deployment = await loadFixture(movedPoolFixture);
    const { bob, market, markets } = deployment;
    const m = markets.connect(bob);
    const shares = 100n * UNIT;
    const assets = await m.join.staticCall(market, shares, NO_LIMIT, [], DEADLINE, bob);
    await expect(m.join(market, shares, assets - 1n, [], DEADLINE, bob))
      .to.be.revertedWithCustomError(markets, "Markets_AssetsAboveMaximum")
      .withArgs(assets, assets - 1n);
    const old = await inventoriesOf(markets, market);
    const { totalShares } = await markets.getPool(market);
    const most = old.reduce((a, c) => (a > c ? a : c));
    const got = old.map((inventory) => ((most - inventory) * shares) / totalShares);
    for (const j of [0, 2]) {
      const minimum = got.map((amount, k) => (k === j ? amount + 1n : amount));
      await expect(m.join(market, shares, assets, minimum, DEADLINE, bob))
        .to.be.revertedWithCustomError(markets, "Markets_LongsBelowMinimum")
        .withArgs(j, got[j], must(got[j]) + 1n);
    }
    await expect(m.join(market, shares, assets, [0n, 0n], DEADLINE, bob))
      .to.be.revertedWithCustomError(markets, "Markets_WrongLength")
      .withArgs(3n, 2n);
    await m.join(market, shares, assets, got, DEADLINE, bob);
  });

  it("the deadline should be the last second", async function () {
    const { bob, market, markets } = await loadFixture(movedPoolFixture);
    const deadline = (await time.latest()) + 100;
    const call = () => markets.connect(bob).join(market, UNIT, NO_LIMIT, [], deadline, bob);
    await time.setNextBlockTimestamp(deadline);
    await call();
    await time.setNextBlockTimestamp(deadline + 1);
    await expect(call())
      .to.be.revertedWithCustomError(markets, "Markets_Expired")
      .withArgs(deadline, deadline + 1);
  });

  it("MK-19 it should go on until the second before closesAt and stop at it", async function () {
    const { bob, market, markets, params } = await loadFixture(movedPoolFixture);
    const call = () => markets.connect(bob).join(market, UNIT, NO_LIMIT, [], DEADLINE, bob);
    await time.setNextBlockTimestamp(params.closesAt - 1);
    await call();
    await time.setNextBlockTimestamp(params.closesAt);
    await expect(call()).to.be.revertedWithCustomError(markets, "Markets_Closed").withArgs(market, params.closesAt);
  });

  it("when there is no pool, nothing to add or too much, it should revert", async function () {
    const deployment = await loadFixture(movedPoolFixture);
    const { bob, market, markets, token } = deployment;
    const m = markets.connect(bob);
    await expect(m.join(market, 0n, NO_LIMIT, [], DEADLINE, bob)).to.be.revertedWithCustomError(
      markets,
      "Markets_NoShares",
    );
    const unpooled = await create(deployment);
    await expect(m.join(unpooled, 1n, NO_LIMIT, [], DEADLINE, bob))
      .to.be.revertedWithCustomError(markets, "Markets_NoPool")
      .withArgs(unpooled);
    await token.mint(bob, 2n ** 100n);
    await expect(m.join(market, 2n ** 96n, NO_LIMIT, [], DEADLINE, bob)).to.revert(ethers);
    await report(deployment, market, zipf(3));
    await expect(m.join(market, 1n, NO_LIMIT, [], DEADLINE, bob))
      .to.be.revertedWithCustomError(markets, "Markets_AlreadyResolved")
      .withArgs(market);
  });

  it("regression: a join after a push of the price should be stopped by minLongs, whatever it may pay", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, bob, carol, market, markets } = deployment;
    await trade(deployment, carol, market, buy(0, 300n * UNIT));
    // As many shares as there are: the LONGs that the pool has sold.
    const join = markets.connect(bob).join;
    await join.staticCall(market, 1000n * UNIT, NO_LIMIT, [300n * UNIT, 0n, 0n], DEADLINE, bob);
    await trade(deployment, alice, market, short(0, 200n * UNIT));
    await expect(join(market, 1000n * UNIT, NO_LIMIT, [300n * UNIT, 0n, 0n], DEADLINE, bob))
      .to.be.revertedWithCustomError(markets, "Markets_LongsBelowMinimum")
      .withArgs(0n, 100n * UNIT, 300n * UNIT);
  });
});

describe("Markets.exit", function () {
  it("MK-16, MK-17 it should pay f min inventory and the LONGs, round down, and move no price", async function () {
    const deployment = await loadFixture(joinedPoolFixture);
    const { bob, carol, market, markets, token } = deployment;
    const [before, prices, old] = [
      await markets.getPool(market),
      await pricesOf(markets, market),
      await inventoriesOf(markets, market),
    ];
    const shares = 77n * UNIT + 1n;
    const least = old.reduce((a, c) => (a < c ? a : c));
    const floor = (x: bigint) => (x * shares) / before.totalShares;
    const call = markets.connect(bob).exit(market, shares, false, floor(least), carol);
    await expect(call).to.changeTokenBalances(ethers, token, [carol, markets], [floor(least), -floor(least)]);
    expect((await holdings(deployment, carol, market, 3)).slice(0, 3)).to.deep.equal(
      old.map((inventory) => floor(inventory - least)),
    );
    const after = await markets.getPool(market);
    await expect(call)
      .to.emit(markets, "LiquidityRemoved")
      .withArgs(market, bob.address, carol.address, shares, floor(least), after.b);
    const rest = before.totalShares - shares;
    expect(after.b).to.equal((before.b * rest) / before.totalShares);
    expect(after.reserve).to.equal((before.reserve * rest) / before.totalShares);
    expect(after.totalShares).to.equal(rest);
    expect(await pricesOf(markets, market)).to.deep.equal(prices);
    await expect(markets.connect(bob).exit(market, shares, false, UNIT * 1000n, carol))
      .to.be.revertedWithCustomError(markets, "Markets_AssetsBelowMinimum")
      .withArgs((paid: bigint) => paid > 0n, UNIT * 1000n);
  });

  it("MK-13, MK-17 joining and leaving should never gain, in money and in any LONG", async function () {
    const deployment = await loadFixture(movedPoolFixture);
    const { bob, market, markets, token } = deployment;
    for (const shares of [1n, 2n, 999n, UNIT + 1n, 12_345n * UNIT + 77n]) {
      const before = await token.balanceOf(bob);
      await markets.connect(bob).join(market, shares, NO_LIMIT, [], DEADLINE, bob);
      await markets.connect(bob).exit(market, shares, false, 0n, bob);
      const paid = before - (await token.balanceOf(bob));
      const worst = (await holdings(deployment, bob, market, 3)).slice(0, 3).reduce((a, c) => (a < c ? a : c));
      expect(worst, `${shares} shares`).to.be.at.most(paid);
      for (const [j, amount] of (await holdings(deployment, bob, market, 3)).slice(0, 3).entries()) {
        await markets.connect(bob).transfer(deployment.carol, market | BigInt(j), amount);
        expect(amount, "what is got back of one outcome").to.be.at.most(paid);
      }
    }
  });

  it("MK-20 founding shares should leave from closesAt and not a second before", async function () {
    const { market, markets, params, sponsor } = await loadFixture(joinedPoolFixture);
    const call = () => markets.exit(market, UNIT, true, 0n, sponsor);
    await time.setNextBlockTimestamp(params.closesAt - 1);
    await expect(call())
      .to.be.revertedWithCustomError(markets, "Markets_SharesLocked")
      .withArgs(market, params.closesAt);
    await time.setNextBlockTimestamp(params.closesAt);
    await call();
    expect(await markets.balanceOf(sponsor, market | FOUNDING)).to.equal(999n * UNIT - 1000n);
  });

  it("MK-20 founding shares should not leave under the name of others, whoever holds them", async function () {
    const { carol, market, markets, params, sponsor } = await loadFixture(joinedPoolFixture);
    await markets.transfer(carol, market | FOUNDING, 5n);
    await expect(markets.connect(carol).exit(market, 5n, false, 0n, carol))
      .to.be.revertedWithCustomError(markets, "ERC6909InsufficientBalance")
      .withArgs(carol.address, 0n, 5n, market | SHARES);
    await expect(markets.connect(carol).exit(market, 5n, true, 0n, carol))
      .to.be.revertedWithCustomError(markets, "Markets_SharesLocked")
      .withArgs(market, params.closesAt);
    await expect(markets.exit(market, 1n, false, 0n, sponsor)).to.be.revertedWithCustomError(
      markets,
      "ERC6909InsufficientBalance",
    );
  });

  it("MK-20 when all leave, a minimum of shares and of b should stay", async function () {
    const { bob, market, markets, params, sponsor } = await loadFixture(joinedPoolFixture);
    await time.increaseTo(params.closesAt);
    await markets.connect(bob).exit(market, 1000n * UNIT, false, 0n, bob);
    await markets.exit(market, 1000n * UNIT - 1000n, true, 0n, sponsor);
    const { b, totalShares } = await markets.getPool(market);
    expect(totalShares).to.equal(1000n);
    expect(b).to.be.at.least(1000n);
    for (const inventory of await inventoriesOf(markets, market)) expect(inventory).to.be.above(0n);
  });

  it("when there is no pool, nothing to remove or the market is resolved, it should revert", async function () {
    const deployment = await loadFixture(joinedPoolFixture);
    const { bob, market, markets } = deployment;
    const m = markets.connect(bob);
    await expect(m.exit(market, 0n, false, 0n, bob)).to.be.revertedWithCustomError(markets, "Markets_NoShares");
    const unpooled = await create(deployment);
    await expect(m.exit(unpooled, 1n, false, 0n, bob))
      .to.be.revertedWithCustomError(markets, "Markets_NoPool")
      .withArgs(unpooled);
    await report(deployment, market, zipf(3));
    await expect(m.exit(market, 1n, false, 0n, bob))
      .to.be.revertedWithCustomError(markets, "Markets_AlreadyResolved")
      .withArgs(market);
  });

  it("MK-19 it should go on after closesAt", async function () {
    const { bob, market, markets, params } = await loadFixture(joinedPoolFixture);
    await time.increaseTo(params.closesAt + 1);
    await markets.connect(bob).exit(market, 1000n * UNIT, false, 0n, bob);
    expect(await markets.balanceOf(bob, market | SHARES)).to.equal(0n);
  });
});

describe("Markets.addReserve", function () {
  it("MK-15 it should be held in reserve and become b linearly until closesAt", async function () {
    const deployment = await loadFixture(reservedPoolFixture);
    const { alice, givenAt, market, markets, params } = deployment;
    const given = await markets.getPool(market);
    expect([given.b, given.reserve, given.extraReserve, given.releasedAt]).to.deep.equal([
      1000n * UNIT,
      100n * UNIT,
      100n * UNIT,
      BigInt(givenAt),
    ]);
    for (const quarter of [1, 2, 3]) {
      const now = givenAt + Math.floor(((params.closesAt - givenAt) * quarter) / 4);
      const before = await markets.getPool(market);
      await time.setNextBlockTimestamp(now);
      const call = trade(deployment, alice, market, buy(0, 1n));
      const { b, extraReserve, reserve } = await markets.getPool(market).then(async () => {
        await call;
        return markets.getPool(market);
      });
      await expect(call)
        .to.emit(markets, "ReserveReleased")
        .withArgs(
          market,
          b - before.b,
          before.extraReserve - extraReserve,
          (before.totalShares * (b - before.b)) / before.b,
        );
      expectClose(toNumber(extraReserve), 100 * (1 - quarter / 4), 1e-3);
      expect(reserve).to.equal(extraReserve);
      const depth = Math.log(Number(before.sum) / 1e18) - Number(before.minLogWeight) / 1e18;
      expectClose(toNumber(b - before.b), toNumber(before.extraReserve - extraReserve) / depth, 1e-6);
    }
  });

  it("MK-15 after closesAt all of it should be released, and a second exit in the block find nothing", async function () {
    const deployment = await loadFixture(reservedPoolFixture);
    const { alice, market, markets, params, sponsor } = deployment;
    await time.increaseTo(params.closesAt);
    await inOneBlock(async () => {
      const options = { gasLimit: 1_000_000n };
      await markets.connect(sponsor).exit(market, UNIT, true, 0n, alice, options);
      await markets.connect(sponsor).exit(market, UNIT, true, 0n, alice, options);
    });
    const block = await time.latestBlock();
    expect(await markets.queryFilter(markets.filters.LiquidityRemoved(), block, block)).to.have.length(2);
    expect(await markets.queryFilter(markets.filters.ReserveReleased(), block, block)).to.have.length(1);
    expect((await markets.getPool(market)).extraReserve, "all but roundings").to.be.below(1000n);
  });

  it("MK-15 the least that may be added should be a hundredth of b, rounded down", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { carol, markets } = deployment;
    const market = await open(deployment, [WAD / 2n, WAD / 2n], { b: 100_099n });
    await expect(markets.connect(carol).addReserve(market, 999n))
      .to.be.revertedWithCustomError(markets, "Markets_ReserveTooSmall")
      .withArgs(999n, 1000n);
    await markets.connect(carol).addReserve(market, 1000n);
    expect((await markets.getPool(market)).extraReserve).to.equal(1000n);
  });

  it("MK-15 it should be released once a block, before the block's first trade, and quoted so", async function () {
    const deployment = await loadFixture(reservedPoolFixture);
    const { alice, bob, givenAt, market, markets } = deployment;
    await time.setNextBlockTimestamp(givenAt + 86_400);
    await inOneBlock(async () => {
      await markets.connect(alice).trade(market, [buy(0, UNIT)], NO_LIMIT, DEADLINE, alice, { gasLimit: 1_000_000n });
      await markets.connect(bob).trade(market, [buy(1, UNIT)], NO_LIMIT, DEADLINE, bob, { gasLimit: 1_000_000n });
    });
    const block = await time.latestBlock();
    expect(await markets.queryFilter(markets.filters.ReserveReleased(), block, block)).to.have.length(1);
    const [first, second] = await markets.queryFilter(markets.filters.Traded(), block, block);
    expect(first?.args.b).to.equal(second?.args.b);
    expect(first?.args.b).to.be.above(1000n * UNIT);
  });

  it("MK-16 a release should move no price", async function () {
    const deployment = await loadFixture(reservedPoolFixture);
    const { alice, givenAt, market, markets, params } = deployment;
    await trade(deployment, alice, market, buy(1, 10n * UNIT));
    const prices = await pricesOf(markets, market);
    await time.setNextBlockTimestamp(givenAt + Math.floor((params.closesAt - givenAt) / 2));
    const { b } = await markets.getPool(market);
    await markets.connect(alice).addReserve(market, 20n * UNIT);
    expect((await markets.getPool(market)).b).to.be.above(b);
    expect(await pricesOf(markets, market)).to.deep.equal(prices);
  });

  it("regression: what is due should be released before a join, so that it cannot be bought for a moment", async function () {
    const deployment = await loadFixture(reservedPoolFixture);
    const { bob, givenAt, market, markets, params, token } = deployment;
    await time.increaseTo(givenAt + Math.floor((params.closesAt - givenAt) / 2));
    const { b } = await markets.getPool(market);
    const before = await token.balanceOf(bob);
    const m = markets.connect(bob);
    await m.join(market, 99_000n * UNIT, NO_LIMIT, [], DEADLINE, bob);
    await trade(deployment, bob, market, buy(1, 1n));
    await m.exit(market, 99_000n * UNIT, false, 0n, bob);
    // Half of the gift deepened the pool of those who were there, and nothing went to the visitor.
    expect((await markets.getPool(market)).b).to.be.above(b + UNIT);
    expect((await token.balanceOf(bob)) - before).to.be.at.most(UNIT / 1000n);
  });

  it("regression: who leaves after the end of trading should not leave a part of the gift behind", async function () {
    const deployment = await loadFixture(reservedPoolFixture);
    const { market, markets, params, sponsor } = deployment;
    await time.increaseTo(params.closesAt);
    const shares = await markets.balanceOf(sponsor, market | FOUNDING);
    await markets.connect(sponsor).exit(market, shares, true, 0n, sponsor);
    const { extraReserve, reserve } = await markets.getPool(market);
    expect(extraReserve).to.equal(reserve);
    expect(reserve).to.be.below(1_000n);
  });

  it("when the gift is below 1% of b, it should revert: each block's first trade pays for looking after it", async function () {
    const { alice, market, markets } = await loadFixture(plainPoolFixture);
    await expect(markets.connect(alice).addReserve(market, 10n * UNIT - 1n))
      .to.be.revertedWithCustomError(markets, "Markets_ReserveTooSmall")
      .withArgs(10n * UNIT - 1n, 10n * UNIT);
  });

  it("regression: what is not released should be neither bought into nor carried away", async function () {
    const deployment = await loadFixture(reservedPoolFixture);
    const { bob, market, markets, token } = deployment;
    const before = await token.balanceOf(bob);
    const m = markets.connect(bob);
    // 99.8% of the shares for a moment.
    await m.join(market, 499_000n * UNIT, NO_LIMIT, [], DEADLINE, bob);
    await m.exit(market, 499_000n * UNIT, false, 0n, bob);
    const { extraReserve, reserve } = await markets.getPool(market);
    expect(extraReserve).to.equal(reserve);
    // But for what was due in the seconds between: 100 in ten days are 1.2e-4 a second.
    expectClose(toNumber(extraReserve), 100, 1e-3);
    expect((await token.balanceOf(bob)) - before).to.be.at.most(UNIT / 1000n);
    for (const inventory of await inventoriesOf(markets, market)) expect(inventory).to.be.at.least(extraReserve);
  });

  it("when there is no pool, nothing is given or trading has ended, it should revert", async function () {
    const deployment = await loadFixture(reservedPoolFixture);
    const { carol, market, markets, params } = deployment;
    const m = markets.connect(carol);
    await expect(m.addReserve(market, 0n)).to.be.revertedWithCustomError(markets, "Markets_ReserveTooSmall");
    const unpooled = await create(deployment, { alpha: 7 });
    await expect(m.addReserve(unpooled, 1n))
      .to.be.revertedWithCustomError(markets, "Markets_NoPool")
      .withArgs(unpooled);
    await expect(m.addReserve(market, 2n ** 200n)).to.be.revertedWithCustomError(markets, "Markets_PotOverflow");
    await time.setNextBlockTimestamp(params.closesAt);
    await expect(m.addReserve(market, 1n))
      .to.be.revertedWithCustomError(markets, "Markets_Closed")
      .withArgs(market, params.closesAt);
  });

  it("MK-23 a release should mint its shares to the founder, whoever holds the others", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { alice, bob, carol, markets, params } = deployment;
    const market = await create(deployment, { opener: alice.address });
    await markets.connect(alice).openPool(market, zipf(3), 1000n * UNIT, bob);
    await markets.connect(bob).transfer(carol, market | FOUNDING, 400n * UNIT);
    await markets.connect(carol).join(market, 3000n * UNIT, NO_LIMIT, [], DEADLINE, carol);
    await markets.connect(carol).addReserve(market, 100n * UNIT);
    const before = await markets.getPool(market);
    const founding = await markets.balanceOf(bob, market | FOUNDING);
    await time.increaseTo(params.closesAt - 86_400);
    await trade(deployment, alice, market, buy(0, 1n));
    const after = await markets.getPool(market);
    const minted = (before.totalShares * (after.b - before.b)) / before.b;
    expect(minted).to.be.above(10n * UNIT);
    expect((await markets.balanceOf(bob, market | FOUNDING)) - founding).to.equal(minted);
    expect(after.totalShares - before.totalShares).to.equal(minted);
    expect(await markets.balanceOf(carol, market | FOUNDING)).to.equal(400n * UNIT);
  });

  it("MK-23, MK-33 what was not released should be the founder's at resolution", async function () {
    const deployment = await loadFixture(reservedPoolFixture);
    const { bob, market, markets, sponsor, token } = deployment;
    const m = markets.connect(bob);
    await m.join(market, 1000n * UNIT, NO_LIMIT, [], DEADLINE, bob);
    const [w0] = await inventoriesOf(markets, market);
    await report(deployment, market, zipf(3));
    // All but roundings, and the founder has the shares for it.
    expect((await markets.getPool(market)).extraReserve).to.be.below(1000n);
    const before = [await token.balanceOf(sponsor), await token.balanceOf(bob)] as const;
    const shares = await markets.balanceOf(sponsor, market | FOUNDING);
    await markets.redeem([market | FOUNDING], [shares], sponsor);
    await m.redeem([market | SHARES], [1000n * UNIT], bob);
    const paid = [(await token.balanceOf(sponsor)) - before[0], (await token.balanceOf(bob)) - before[1]] as const;
    const pot = (await markets.getPool(market)).cash;
    expect(pot, "the locked shares'").to.be.below(10_000n);
    // Who joined after the gift gets back what was paid, no more but what was due in the seconds
    // before, where no price has moved.
    expectClose(toNumber(paid[1]), (toNumber(must(w0)) - 100) / 2, 1e-3);
    expectClose(toNumber(paid[0]), (toNumber(must(w0)) - 100) / 2 + 100, 1e-3);
  });
});

describe("Markets, a pool of the smallest size", function () {
  it("MK-12, MK-20 b = 10,000 units should survive all of it", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { alice, bob, markets } = deployment;
    const market = await open(deployment, [WAD / 2n, WAD / 2n], { b: 10_000n, feeRate: 10_000_000, alpha: 10_000_000 });
    for (let i = 0; i < 20; ++i) {
      await markets.connect(bob).join(market, 1n, NO_LIMIT, [], DEADLINE, bob);
      await trade(deployment, alice, market, buy(i % 2, BigInt(i * 100 + 1)));
      await markets.connect(bob).exit(market, 1n, false, 0n, bob);
    }
    const { b, reserve } = await markets.getPool(market);
    expect(b).to.be.above(9_950n);
    for (const inventory of await inventoriesOf(markets, market)) expect(inventory).to.be.at.least(reserve);
  });
});
