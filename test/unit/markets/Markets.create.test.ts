import { expect } from "chai";

import {
  FOUNDING,
  UNIT,
  WAD,
  create,
  deployedFixture,
  ethers,
  loadFixture,
  open,
  plainPoolFixture,
  pricesOf,
  time,
  zipf,
} from "../../utils/markets.ts";

describe("Markets.createMarket", function () {
  it("MK-4 it should give an id that only this creator and these parameters have", async function () {
    const { alice, markets, params, sponsor } = await loadFixture(deployedFixture);
    const market = await markets.computeMarket(sponsor, params);
    expect(market & 0xffffn).to.equal(0n);
    expect(await markets.computeMarket(alice, params)).to.not.equal(market);
    for (const change of [
      { closesAt: params.closesAt + 1 },
      { resolver: alice.address },
      { feeRate: 1 },
      { alpha: 1 },
    ]) {
      expect(await markets.computeMarket(sponsor, { ...params, ...change })).to.not.equal(market);
    }
    await expect(markets.createMarket(params))
      .to.emit(markets, "MarketCreated")
      .withArgs(market, sponsor.address, params.context, Object.values(params));
    const view = await markets.getMarket(market);
    expect([view.asset, view.outcomes, view.resolver, view.pooled, view.resolved, view.pot]).to.deep.equal([
      params.asset,
      3n,
      sponsor.address,
      false,
      false,
      0n,
    ]);
  });

  it("MK-4 it should keep every parameter, the smallest rates too", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { alice, markets, params, sponsor } = deployment;
    const all = { ...params, resolver: alice.address, feeRate: 1, alpha: 1 };
    const market = await create(deployment, all);
    const view = await markets.getMarket(market);
    expect([view.feeRate, view.alpha, view.closesAt, view.twapWindow]).to.deep.equal([
      1n,
      1n,
      BigInt(params.closesAt),
      BigInt(params.twapWindow),
    ]);
    expect(view.resolver).to.equal(alice.address);
    await markets.connect(sponsor).openPool(market, [WAD / 2n, WAD / 4n, WAD / 4n], UNIT, sponsor);
  });

  it("MK-4 given that somebody front-runs with the same parameters, it should create both", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { alice, markets, params, sponsor } = deployment;
    await markets.connect(alice).createMarket(params);
    const market = await create(deployment);
    expect((await markets.getMarket(market)).resolver).to.equal(sponsor.address);
  });

  it("when it exists already, it should revert", async function () {
    const deployment = await loadFixture(deployedFixture);
    const market = await create(deployment);
    await expect(deployment.markets.createMarket(deployment.params))
      .to.be.revertedWithCustomError(deployment.markets, "Markets_MarketExists")
      .withArgs(market);
  });

  it("when a parameter is invalid, it should revert with its value", async function () {
    const { alice, markets, params } = await loadFixture(deployedFixture);
    const cases = [
      [{ outcomes: 1 }, "Markets_InvalidOutcomeCount", [1]],
      [{ outcomes: 257 }, "Markets_InvalidOutcomeCount", [257]],
      [{ resolver: ethers.ZeroAddress }, "Markets_InvalidResolver", []],
      [{ opener: ethers.ZeroAddress }, "Markets_InvalidOpener", []],
      [{ twapWindow: 0 }, "Markets_InvalidTwapWindow", [0, params.closesAt]],
      [{ closesAt: 5, twapWindow: 6 }, "Markets_InvalidTwapWindow", [6, 5]],
      [{ feeRate: 10_000_001 }, "Markets_FeeRateTooHigh", [10_000_001, 10_000_000]],
      [{ asset: alice.address }, "Markets_InvalidAsset", [alice.address, 0]],
      [{ assetId: 1n }, "Markets_InvalidAsset", [params.asset, 1]],
    ] as const;
    for (const [change, error, values] of cases) {
      await expect(markets.createMarket({ ...params, ...change }))
        .to.be.revertedWithCustomError(markets, error)
        .withArgs(...values);
    }
  });

  it("given an outcome token as the asset, it should accept LONGs and SHORTs of existing markets only", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { markets, params } = deployment;
    const parent = await create(deployment);
    const asset = await markets.getAddress();
    const binary = await create(deployment, { outcomes: 2 });
    await create(deployment, { asset, assetId: parent | 2n });
    await create(deployment, { asset, assetId: parent | 258n });
    for (const assetId of [parent | 3n, parent | 259n, parent | 512n, binary | 256n, 1n << 200n]) {
      await expect(markets.createMarket({ ...params, asset, assetId }))
        .to.be.revertedWithCustomError(markets, "Markets_InvalidAsset")
        .withArgs(asset, assetId);
    }
  });
});

describe("Markets.openPool", function () {
  it("MK-10, MK-12 it should open at the prices, for at most b ln(1 / least price) and a unit", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { markets, sponsor, token } = deployment;
    const prices = zipf(128);
    const market = await create(deployment, { outcomes: 128 });
    const before = await token.balanceOf(sponsor);
    await markets.openPool(market, prices, 1000n * UNIT, sponsor);
    const funding = before - (await token.balanceOf(sponsor));
    const expected = 1000 * Math.log(1e18 / Number(prices[127]));
    expect(Math.abs(Number(funding) / 1e18 - expected)).to.be.below(1e-9);
    expect(await pricesOf(markets, market)).to.deep.equal(prices);
    expect((await markets.getMarket(market)).pot).to.equal(funding);
    expect(await markets.getTwap(market)).to.deep.equal(prices);
    expect(await markets.balanceOf(sponsor, market | FOUNDING)).to.equal(1000n * UNIT - 1000n);
  });

  it("MK-4 given an opener, when another account opens, it should revert", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { alice, bob, markets } = deployment;
    const market = await create(deployment, { opener: alice.address });
    await expect(markets.connect(bob).openPool(market, zipf(3), UNIT, bob))
      .to.be.revertedWithCustomError(markets, "Markets_NotOpener")
      .withArgs(market, bob.address, alice.address);
    await markets.connect(alice).openPool(market, zipf(3), UNIT, bob);
  });

  it("it should be opened once", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { bob, markets } = deployment;
    const market = await create(deployment, { opener: bob.address });
    await markets.connect(bob).openPool(market, zipf(3), UNIT, bob);
    await expect(markets.connect(bob).openPool(market, zipf(3), UNIT, bob))
      .to.be.revertedWithCustomError(markets, "Markets_PoolExists")
      .withArgs(market);
  });

  it("when an argument is invalid, it should revert with its value", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { markets, sponsor } = deployment;
    const market = await create(deployment);
    const low = WAD / 10n ** 9n - 1n;
    const cases = [
      [zipf(2), UNIT, "Markets_WrongLength", [3, 2]],
      [[WAD / 2n, WAD / 4n, WAD / 4n + 1n], UNIT, "Markets_InvalidSum", [WAD + 1n]],
      [[WAD / 2n, WAD / 4n, WAD / 4n - 1n], UNIT, "Markets_InvalidSum", [WAD - 1n]],
      [[2n ** 256n - 1n, WAD, 1n], UNIT, "Markets_InvalidSum", [2n ** 256n - 1n]],
      [[WAD / 2n, low, WAD / 2n - low], UNIT, "Markets_PriceTooLow", [1, low, low + 1n]],
      [zipf(3), 9_999n, "Markets_InvalidLiquidity", [9_999n, 10_000n, 2n ** 96n - 1n]],
      [zipf(3), 2n ** 96n, "Markets_InvalidLiquidity", [2n ** 96n, 10_000n, 2n ** 96n - 1n]],
    ] as const;
    for (const [prices, b, error, values] of cases) {
      await expect(markets.openPool(market, [...prices], b, sponsor))
        .to.be.revertedWithCustomError(markets, error)
        .withArgs(...values);
    }
    await expect(markets.openPool(market, zipf(3), UNIT, ethers.ZeroAddress)).to.be.revertedWithCustomError(
      markets,
      "ERC6909InvalidReceiver",
    );
    await expect(markets.openPool(0x10000n, zipf(3), UNIT, sponsor))
      .to.be.revertedWithCustomError(markets, "Markets_UnknownMarket")
      .withArgs(0x10000n);
  });

  it("MK-19 given that trading has ended or the market is resolved, it should revert", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { markets, params, sponsor } = deployment;
    const market = await create(deployment);
    const resolved = await create(deployment, { alpha: 1 });
    await markets.report(resolved, zipf(3));
    await expect(markets.openPool(resolved, zipf(3), UNIT, sponsor))
      .to.be.revertedWithCustomError(markets, "Markets_AlreadyResolved")
      .withArgs(resolved);
    await time.setNextBlockTimestamp(params.closesAt);
    await expect(markets.openPool(market, zipf(3), UNIT, sponsor))
      .to.be.revertedWithCustomError(markets, "Markets_Closed")
      .withArgs(market, params.closesAt);
  });
});

describe("Markets metadata", function () {
  it("it should name tokens and take decimals from the base asset", async function () {
    const { markets, market } = await loadFixture(plainPoolFixture);
    const hex = ethers.toBeHex(market, 32).slice(0, 18);
    expect(await markets.name(market | 2n)).to.equal(`Deep Funding LONG 2 of ${hex}`);
    expect(await markets.symbol(market | 258n)).to.equal("SHORT-2");
    expect(await markets.symbol(market | 512n)).to.equal("LP");
    expect(await markets.symbol(market | FOUNDING)).to.equal("LP-F");
    expect(await markets.decimals(market)).to.equal(18n);
    await expect(markets.symbol(market | 3n)).to.be.revertedWithCustomError(markets, "Markets_InvalidId");
    for (const id of ["0x01ffc9a7", "0x0f632fb3"]) expect(await markets.supportsInterface(id)).to.equal(true);
  });

  it("given a nested market, it should have the base asset's decimals", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { markets } = deployment;
    const token = await ethers.deployContract("TestToken", ["Six", "SIX", 6]);
    const parent = await create(deployment, { asset: await token.getAddress() });
    const child = await create(deployment, { asset: await markets.getAddress(), assetId: parent | 1n });
    expect(await markets.decimals(child | 1n)).to.equal(6n);
    await open(deployment, zipf(2));
  });

  it("given an asset that does not say its decimals, it should have 18", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { markets } = deployment;
    const silent = await ethers.deployContract("RefusingMarkets"); // any contract without `decimals`
    const market = await create(deployment, { asset: await silent.getAddress() });
    expect(await markets.decimals(market)).to.equal(18n);
  });
});
