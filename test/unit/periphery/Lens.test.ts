import { expect } from "chai";

import {
  SHORT,
  SHARES,
  UNIT,
  WAD,
  buy,
  deployedFixture,
  ethers,
  loadFixture,
  nestedFixture,
  open,
  report,
  short,
  trade,
} from "../../utils/markets.ts";

async function lensFixture() {
  const deployment = await deployedFixture();
  const { alice, markets, sponsor } = deployment;
  const lens = await ethers.deployContract("Lens", [markets]);
  const market = await open(deployment, [WAD / 2n, (3n * WAD) / 10n, WAD / 5n]);
  await trade(deployment, alice, market, buy(0, 7n * UNIT), short(2, 5n * UNIT));
  await markets.connect(sponsor).transfer(alice, market | (SHARES + 1n), 3n);
  return { ...deployment, lens, market };
}

describe("Lens.getSnapshot", function () {
  it("should return what each read of the market returns, and all that an account holds of it", async function () {
    const { alice, lens, market, markets, token } = await loadFixture(lensFixture);
    const s = await lens.getSnapshot(market, alice);
    expect(s.market).to.deep.equal(await markets.getMarket(market));
    expect(s.pool).to.deep.equal(await markets.getPool(market));
    expect(s.outcomes).to.deep.equal(await markets.getOutcomes(market));
    expect(s.twap).to.deep.equal(await markets.getTwap(market));
    expect(s.payouts).to.deep.equal([]);
    expect(s.baseAsset).to.equal(await token.getAddress());
    expect(s.decimals).to.equal(18n);
    expect(s.longs).to.deep.equal([7n * UNIT, 0n, 0n]);
    expect(s.shorts).to.deep.equal([0n, 0n, 5n * UNIT]);
    expect(s.shares).to.equal(0n);
    expect(s.foundingShares).to.equal(3n);
    expect(s.assets).to.equal(await token.balanceOf(alice));
    expect(s.allowance).to.equal(await token.allowance(alice, markets));
  });

  it("should tell a holder of shares from one of founding shares", async function () {
    const { bob, lens, market, markets } = await loadFixture(lensFixture);
    await markets.connect(bob).join(market, 11n, UNIT, [0n, 0n, 0n], 2n ** 40n, bob);
    const s = await lens.getSnapshot(market, bob);
    expect(s.shares).to.equal(11n);
    expect(s.foundingShares).to.equal(0n);
  });

  it("should return the payouts once there are some", async function () {
    const deployment = await loadFixture(lensFixture);
    const payouts = [WAD / 4n, WAD / 4n, WAD / 2n];
    await report(deployment, deployment.market, payouts);
    const s = await deployment.lens.getSnapshot(deployment.market, deployment.alice);
    expect(s.payouts).to.deep.equal(payouts);
  });

  it("given a market over a token of a market over a token, it should find the money below, and no pool", async function () {
    const { alice, child, grandchild, markets, token } = await loadFixture(nestedFixture);
    const lens = await ethers.deployContract("Lens", [markets]);
    const s = await lens.getSnapshot(grandchild, alice);
    expect(s.baseAsset).to.equal(await token.getAddress());
    expect(s.outcomes).to.deep.equal([]);
    expect(s.twap).to.deep.equal([]);
    expect(s.longs).to.deep.equal([1000n, 1000n]);
    expect(s.assets).to.equal(await markets.balanceOf(alice, child | (SHORT + 2n)));
    expect(s.allowance).to.equal(ethers.MaxUint256);
  });

  it("given no such market, it should revert", async function () {
    const { alice, lens } = await loadFixture(lensFixture);
    await expect(lens.getSnapshot(1n << 16n, alice))
      .to.be.revertedWithCustomError(lens, "Lens_UnknownMarket")
      .withArgs(1n << 16n);
  });
});
