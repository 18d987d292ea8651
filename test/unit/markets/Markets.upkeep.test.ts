import { expect } from "chai";

import {
  DEADLINE,
  NO_LIMIT,
  UNIT,
  WAD,
  WINDOW,
  buy,
  create,
  deployedFixture,
  expectClose,
  growingPoolFixture,
  inventoriesOf,
  loadFixture,
  must,
  plainPoolFixture,
  pricesOf,
  report,
  sell,
  short,
  time,
  toNumber,
  trade,
  zipf,
} from "../../utils/markets.ts";

const PRICES = [WAD / 2n, (3n * WAD) / 10n, WAD / 5n];

/** Price of outcome 0, opened at 50%, after `bought` of it at b = 1,000. */
const priceAfter = (bought: number) => 1 / (1 + Math.exp(-bought / 1000));

describe("Markets.recentre", function () {
  it("MK-18 it should change no price, no claim and no money, and bring ln S back to 40", async function () {
    const deployment = await loadFixture(growingPoolFixture);
    const { alice, market, markets } = deployment;
    const sets = [buy(0, 9000n * UNIT), buy(1, 9000n * UNIT), buy(2, 8000n * UNIT)];
    await trade(deployment, alice, market, ...sets);
    const before = await markets.getPool(market);
    const [prices, inventories] = [await pricesOf(markets, market), await inventoriesOf(markets, market)];
    const { pot } = await markets.getMarket(market);
    await expect(markets.recentre(market))
      .to.emit(markets, "Recentred")
      .withArgs(
        market,
        (shift: bigint) => shift < -8n * WAD,
        (sum: bigint) => sum < before.sum,
      );
    const after = await markets.getPool(market);
    expectClose(Math.log(Number(after.sum) / 1e18), 40, 1e-8);
    expect([after.b, after.reserve]).to.deep.equal([before.b, before.reserve]);
    expect(await inventoriesOf(markets, market)).to.deep.equal(inventories);
    expect((await markets.getMarket(market)).pot).to.equal(pot);
    for (const [j, price] of (await pricesOf(markets, market)).entries()) {
      expect(price, `price ${j}`).to.be.closeTo(must(prices[j]), 2n);
    }
  });

  it("MK-18 it should take full sets that went in circles out of the books", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, market, markets } = deployment;
    await trade(deployment, alice, market, buy(0, 900n * UNIT), buy(1, 800n * UNIT), buy(2, 700n * UNIT));
    const { cash } = await markets.getPool(market);
    await markets.recentre(market);
    expect((await markets.getOutcomes(market)).map(({ sold }) => sold)).to.deep.equal([200n * UNIT, 100n * UNIT, 0n]);
    expect((await markets.getPool(market)).cash).to.equal(cash - 700n * UNIT);
  });

  it("MK-11, MK-15 it should find the least log weight again, to its unit", async function () {
    const deployment = await loadFixture(growingPoolFixture);
    const { alice, market, markets } = deployment;
    const least = async () =>
      (await markets.getOutcomes(market)).map(({ logWeight }) => logWeight).reduce((a, c) => (a < c ? a : c));
    await trade(deployment, alice, market, short(2, 20_000n * UNIT));
    await trade(deployment, alice, market, short(2, -20_000n * UNIT));
    expect((await markets.getPool(market)).minLogWeight).to.be.below((await least()) - 15n * WAD);
    await markets.recentre(market);
    const { minLogWeight, sum } = await markets.getPool(market);
    const outcomes = await markets.getOutcomes(market);
    expect(minLogWeight).to.be.at.most(await least());
    expect((await least()) - minLogWeight).to.be.below(4n * 10n ** 12n);
    expect(sum).to.equal(outcomes.reduce((total, { weight }) => total + weight, 0n));
    expect(outcomes.every(({ touched }) => touched)).to.equal(true);
  });

  it("MK-18 when repeated, it should move nothing", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, market, markets } = deployment;
    await trade(deployment, alice, market, buy(0, 700n * UNIT));
    await markets.recentre(market);
    const [pool, outcomes] = [await markets.getPool(market), await markets.getOutcomes(market)];
    await markets.recentre(market);
    expect(await markets.getPool(market)).to.deep.equal(pool);
    expect(await markets.getOutcomes(market)).to.deep.equal(outcomes);
  });

  it("MK-18, MK-21 inside the window it should settle every outcome's TWAP at the prices until then", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, market, markets, params } = deployment;
    await trade(deployment, alice, market, buy(0, 9000n * UNIT), buy(1, 9000n * UNIT), buy(2, 9000n * UNIT));
    const start = params.closesAt - WINDOW;
    await time.setNextBlockTimestamp(start + WINDOW / 4);
    await trade(deployment, alice, market, buy(0, 500n * UNIT));
    await time.setNextBlockTimestamp(start + WINDOW / 2);
    await markets.recentre(market);
    await time.increaseTo(params.closesAt);
    const [p0] = await markets.getTwap(market);
    expectClose(toNumber(must(p0)), 0.25 * 0.5 + 0.75 * priceAfter(500), 1e-8);
    const areas = (await markets.getOutcomes(market)).map(({ twapArea }) => Number(twapArea / 2n ** 32n) / 2 ** 32);
    expectClose(
      areas.reduce((a, c) => a + c, 0),
      WINDOW / 2,
      1e-3,
    );
  });

  it("MK-19 it should go on after closesAt, until resolution", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { market, markets, params } = deployment;
    await time.increaseTo(params.closesAt + 1);
    await markets.recentre(market);
    await report(deployment, market, zipf(3));
    await expect(markets.recentre(market))
      .to.be.revertedWithCustomError(markets, "Markets_AlreadyResolved")
      .withArgs(market);
  });

  it("given no pool, it should revert", async function () {
    const deployment = await loadFixture(deployedFixture);
    const market = await create(deployment);
    const { markets } = deployment;
    for (const call of [
      () => markets.recentre(market),
      () => markets.getLogWeights(market, []),
      () => markets.getPool(market),
      () => markets.getOutcomes(market),
      () => markets.getTwap(market),
    ]) {
      await expect(call()).to.be.revertedWithCustomError(markets, "Markets_NoPool").withArgs(market);
    }
  });
});

describe("Markets.getLogWeights", function () {
  const priceOf = (logWeight: bigint, logSum: bigint) => Math.exp(Number(logWeight - logSum) / 1e18);

  it("MK-22 it should read listed outcomes, in any order, as they are, with ln S and the last block", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, market, markets } = deployment;
    const untouched = await markets.getLogWeights(market, [2n, 0n, 2n]);
    const [first, second, third] = untouched.logWeights.map((log) => priceOf(log, untouched.logSum));
    for (const [price, expected] of [
      [first, 0.2],
      [second, 0.5],
      [third, 0.2],
    ] as const) {
      expectClose(must(price), expected, 1e-12);
    }
    expect(untouched.tradedBlock).to.equal(0n);

    await trade(deployment, alice, market, buy(0, 300n * UNIT));
    const block = BigInt(await time.latestBlock());
    await time.increase(10);
    const { logWeights, logSum, tradedBlock } = await markets.getLogWeights(market, [0n, 1n]);
    const views = await markets.getOutcomes(market);
    expect(logWeights).to.deep.equal([must(views[0]).logWeight, must(views[1]).logWeight]);
    expectClose(priceOf(must(logWeights[0]), logSum), priceAfter(300), 1e-12);
    expect(tradedBlock).to.equal(block);
    // Neither recentring nor a change of liquidity is a trade.
    await markets.recentre(market);
    const after = await markets.getLogWeights(market, [0n]);
    expectClose(priceOf(must(after.logWeights[0]), after.logSum), priceAfter(300), 1e-12);
    expect(after.tradedBlock).to.equal(block);
  });

  it("MK-22 it should refuse what is no outcome, and read none if none is asked for", async function () {
    const { market, markets } = await loadFixture(plainPoolFixture);
    await expect(markets.getLogWeights(market, [0n, 3n]))
      .to.be.revertedWithCustomError(markets, "Markets_InvalidOutcome")
      .withArgs(market, 3n);
    expect((await markets.getLogWeights(market, [])).logWeights).to.deep.equal([]);
  });
});

describe("Markets.getTwap", function () {
  it("MK-21 before the window it should be the prices now", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, market, markets, params } = deployment;
    await trade(deployment, alice, market, buy(0, 500n * UNIT));
    for (const now of [0, params.closesAt - WINDOW - 1, params.closesAt - WINDOW]) {
      if (now > 0) await time.increaseTo(now);
      const [p0] = await markets.getTwap(market);
      expectClose(toNumber(must(p0)), priceAfter(500), 1e-12);
    }
  });

  it("MK-21 inside it should be the mean by time, and stand still after closesAt", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, market, markets, params } = deployment;
    const start = params.closesAt - WINDOW;
    await trade(deployment, alice, market, buy(0, 100n * UNIT));
    await time.setNextBlockTimestamp(start + WINDOW / 2);
    await trade(deployment, alice, market, buy(0, 400n * UNIT));
    await time.setNextBlockTimestamp(start + (WINDOW * 3) / 4);
    await trade(deployment, alice, market, sell(0, 200n * UNIT), buy(1, 1n));
    const means = [0.5 * priceAfter(100), 0.25 * priceAfter(500), 0.25 * priceAfter(300)];
    const expected = means.reduce((a, c) => a + c, 0);
    for (const now of [params.closesAt, params.closesAt + 86_400]) {
      await time.increaseTo(now);
      const twap = await markets.getTwap(market);
      expectClose(toNumber(must(twap[0])), expected, 1e-10);
      expect(twap.reduce((a, c) => a + c, 0n)).to.equal(WAD);
    }
    await markets.recentre(market);
    expectClose(toNumber(must((await markets.getTwap(market))[0])), expected, 1e-9);
  });

  it("MK-21 time before a pool opened inside the window should count at its opening prices", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { alice, markets, params } = deployment;
    const market = await create(deployment);
    const start = params.closesAt - WINDOW;
    await time.setNextBlockTimestamp(start + WINDOW / 2);
    await markets.openPool(market, PRICES, 1000n * UNIT, alice);
    for (const [j, mean] of (await markets.getTwap(market)).entries()) expect(mean).to.be.closeTo(must(PRICES[j]), 10n);
    await time.setNextBlockTimestamp(start + (WINDOW * 3) / 4);
    await trade(deployment, alice, market, buy(0, 1000n * UNIT));
    await time.increaseTo(params.closesAt);
    const [p0] = await markets.getTwap(market);
    expectClose(toNumber(must(p0)), 0.75 * 0.5 + 0.25 * priceAfter(1000), 1e-10);
  });

  it("MK-21 a purchase in the last minute should barely move it, though it moves the price to the end", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, market, markets, params } = deployment;
    await time.setNextBlockTimestamp(params.closesAt - 60);
    await trade(deployment, alice, market, buy(2, 15_000n * UNIT));
    await time.increaseTo(params.closesAt);
    expect((await pricesOf(markets, market))[2]).to.be.above((WAD * 999n) / 1000n);
    const [, , p2] = await markets.getTwap(market);
    expectClose(toNumber(must(p2)), 0.2 + (0.8 * 60) / WINDOW, 1e-6);
  });

  it("MK-21 a push and its way back within one block should leave no trace in it", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, market, markets, params } = deployment;
    const encode = (amount: bigint) =>
      markets.interface.encodeFunctionData("trade", [market, [buy(0, amount)], NO_LIMIT, DEADLINE, alice.address]);
    await time.setNextBlockTimestamp(params.closesAt - WINDOW / 2);
    await markets.connect(alice).multicall([encode(10_000n * UNIT), encode(-10_000n * UNIT)]);
    await time.increaseTo(params.closesAt);
    const twap = await markets.getTwap(market);
    for (const [j, price] of PRICES.entries()) expect(twap[j]).to.be.closeTo(price, 10n ** 6n);
  });
});
