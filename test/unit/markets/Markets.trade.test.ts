import { expect } from "chai";

import {
  DEADLINE,
  NO_LIMIT,
  type Order,
  SHORT,
  UNIT,
  WAD,
  buy,
  create,
  deployedFixture,
  ethers,
  expectClose,
  growingPoolFixture,
  holdings,
  hostileFixture,
  loadFixture,
  must,
  open,
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

const B = 1000;
const PRICES = [0.5, 0.3, 0.2];

/** b ln(S'/S) in units of 1e18, for LONGs sold by the pool. */
function costOf(sold: readonly number[], b = B, prices: readonly number[] = PRICES): number {
  return b * Math.log(prices.reduce((sum, price, i) => sum + price * Math.exp((sold[i] ?? 0) / b), 0));
}

async function binaryPoolFixture() {
  const deployment = await deployedFixture();
  return { ...deployment, market: await open(deployment, [(3n * WAD) / 10n, (7n * WAD) / 10n]) };
}

/** The same pool twice: ids differ by their context. */
async function twinPoolsFixture() {
  const deployment = await deployedFixture();
  const prices = [WAD / 2n, (3n * WAD) / 10n, WAD / 5n];
  const fee = { feeRate: 1_000_000, alpha: 100_000 };
  const market = await open(deployment, prices, fee);
  const other = await open(deployment, prices, { ...fee, context: ethers.id("other") });
  return { ...deployment, market, other };
}

describe("Markets.trade", function () {
  it("MK-14 a purchase should cost b ln(S'/S) and give the receiver the tokens", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, bob, market, markets, token } = deployment;
    const q = await markets.quote(market, [buy(1, 400n * UNIT)]);
    const call = markets.connect(alice).trade(market, [buy(1, 400n * UNIT)], q.total, DEADLINE, bob);
    await expect(call).to.changeTokenBalances(ethers, token, [alice, bob, markets], [-q.total, 0n, q.total]);
    expectClose(toNumber(q.total), costOf([0, 400, 0]), 1e-9);
    expect([q.cost, q.fee, q.growth]).to.deep.equal([q.total, 0n, 0n]);
    expect(await holdings(deployment, bob, market, 3)).to.deep.equal([0n, 400n * UNIT, 0n, 0n, 0n, 0n]);
    const { b, cash, sum } = await markets.getPool(market);
    await expect(call).to.emit(markets, "Traded").withArgs(market, alice.address, q.total, 0n, b, sum);
    expect(b).to.equal(1000n * UNIT);
    const pot = (await markets.getMarket(market)).pot;
    expect(pot).to.equal(cash);
    const after = await pricesOf(markets, market);
    const odds = 0.3 * Math.exp(0.4);
    expectClose(Number(after[1]) / 1e18, odds / (0.7 + odds), 1e-12);
  });

  it("MK-14 a SHORT should cost 1 a token less what its LONG is sold for", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, market, markets } = deployment;
    const q = await markets.quote(market, [short(1, 400n * UNIT)]);
    expectClose(toNumber(q.total), 400 + costOf([0, -400, 0]), 1e-9);
    expect(q.total).to.equal(q.cost + 400n * UNIT);
    await trade(deployment, alice, market, short(1, 400n * UNIT));
    expect(await holdings(deployment, alice, market, 3)).to.deep.equal([0n, 0n, 0n, 0n, 400n * UNIT, 0n]);
    expect((await markets.getOutcomes(market))[1]?.sold).to.equal(-400n * UNIT);
  });

  it("MK-14 a SHORT should cost what the LONGs of all others cost, to the rounding", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { market, markets } = deployment;
    const amount = 123n * UNIT;
    const byShort = await markets.quote(market, [short(0, amount)]);
    const byLongs = await markets.quote(market, [buy(1, amount), buy(2, amount)]);
    expectClose(toNumber(byShort.total), toNumber(byLongs.total), 1e-12);
  });

  it("MK-14 given a binary market, SHORT_0 should be LONG_1: same token, same cost, mirrored fee", async function () {
    const deployment = await loadFixture(binaryPoolFixture);
    const { alice, market, markets } = deployment;
    const amount = 50n * UNIT;
    const byShort = await markets.quote(market, [short(0, amount)]);
    const byLong = await markets.quote(market, [buy(1, amount)]);
    expectClose(toNumber(byShort.total), toNumber(byLong.total), 1e-12);
    await trade(deployment, alice, market, short(0, amount));
    expect(await holdings(deployment, alice, market, 2)).to.deep.equal([0n, amount, 0n, 0n]);
    await trade(deployment, alice, market, sell(1, amount));
    expect(await holdings(deployment, alice, market, 2)).to.deep.equal([0n, 0n, 0n, 0n]);
  });

  it("the fee should be the rate times the amount times min(p, 1 - p), the same for LONG and SHORT", async function () {
    const { market, markets } = await loadFixture(growingPoolFixture);
    for (const [outcome, price] of PRICES.entries()) {
      const long = await markets.quote(market, [buy(outcome, UNIT)]);
      const mirrored = await markets.quote(market, [short(outcome, UNIT)]);
      expectClose(toNumber(long.fee), 0.01 * Math.min(price, 1 - price), 1e-5);
      expectClose(toNumber(mirrored.fee), 0.01 * Math.min(price, 1 - price), 1e-5);
    }
    const far = await markets.quote(market, [buy(0, 5000n * UNIT)]);
    const after = (0.5 * Math.exp(5)) / (0.5 * Math.exp(5) + 0.5);
    expectClose(toNumber(far.fee), 0.01 * 5000 * (1 - (0.5 + after) / 2), 1e-9);
    const tiny = await markets.quote(market, [buy(2, 1n)]);
    expect(tiny.fee, "rounded up").to.equal(1n);
  });

  it("the fee of buying a LONG should be that of the same trade mirrored back", async function () {
    const deployment = await loadFixture(twinPoolsFixture);
    const { alice, market, markets } = deployment;
    const there = await markets.quote(market, [buy(1, 300n * UNIT)]);
    await trade(deployment, alice, market, buy(1, 300n * UNIT));
    const back = await markets.quote(market, [sell(1, 300n * UNIT)]);
    expectClose(toNumber(back.fee) / toNumber(there.fee), 1, 1e-4);
  });

  it("given several legs, it should price them as one: one cost, one fee, any order of sides", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, bob, market, markets } = deployment;
    await trade(deployment, alice, market, buy(0, 30n * UNIT));
    const orders = [sell(0, 10n * UNIT), buy(1, 20n * UNIT), short(2, 5n * UNIT)];
    const q = await markets.quote(market, orders);
    expectClose(toNumber(q.total), 5 + costOf([20, 20, -5]) - costOf([30, 0, 0]), 1e-9);
    await markets.connect(alice).trade(market, orders, q.total, DEADLINE, bob);
    expect(await holdings(deployment, alice, market, 3)).to.deep.equal([20n * UNIT, 0n, 0n, 0n, 0n, 0n]);
    expect(await holdings(deployment, bob, market, 3)).to.deep.equal([0n, 20n * UNIT, 0n, 0n, 0n, 5n * UNIT]);
    const sold = (await markets.getOutcomes(market)).map((outcome) => outcome.sold);
    expect(sold).to.deep.equal([20n * UNIT, 20n * UNIT, -5n * UNIT]);
  });

  it("MK-7 a sale should burn the caller's tokens and pay the receiver", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, bob, market, markets, token } = deployment;
    await trade(deployment, alice, market, buy(0, 100n * UNIT));
    const q = await markets.quote(market, [sell(0, 40n * UNIT)]);
    const call = markets.connect(alice).trade(market, [sell(0, 40n * UNIT)], q.total, DEADLINE, bob);
    await expect(call).to.changeTokenBalances(ethers, token, [alice, bob, markets], [0n, -q.total, q.total]);
    expect(await markets.balanceOf(alice, market)).to.equal(60n * UNIT);
  });

  it("MK-13 a log weight should move by amount / b rounded up, for purchases and sales alike", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, market, markets } = deployment;
    const log = async () => must((await markets.getOutcomes(market))[0]).logWeight;
    const opening = await log();
    // b is 1,000 times 1e18: a thousandth of 1e-18 for each unit.
    for (const [amount, step] of [
      [1n, 1n],
      [1001n, 2n],
      [-1n, 0n],
      [-1001n, -1n],
    ] as const) {
      const before = await log();
      await trade(deployment, alice, market, buy(0, amount));
      expect((await log()) - before, `${amount}`).to.equal(step);
    }
    expect(await log()).to.equal(opening + 2n);
  });

  it("quote should be what the trade then costs, for any orders and after any trade", async function () {
    const deployment = await loadFixture(growingPoolFixture);
    const { alice, market, markets } = deployment;
    const steps: Order[][] = [
      [buy(0, 1n)],
      [buy(1, 777n * UNIT), short(2, 3n)],
      [sell(1, 776n * UNIT)],
      [short(0, 10n ** 21n), buy(1, 5n), buy(2, 12_345n)],
    ];
    for (const orders of steps) {
      const q = await markets.quote(market, orders);
      await expect(markets.connect(alice).trade(market, orders, q.total, DEADLINE, alice))
        .to.emit(markets, "Traded")
        .withArgs(
          market,
          alice.address,
          q.total,
          q.fee,
          (b: bigint) => b > 0n,
          (sum: bigint) => sum > 0n,
        );
    }
  });
});

describe("Markets.trade, limits", function () {
  it("MK-14 maxCost should be the most that is paid, to the unit", async function () {
    const { alice, market, markets } = await loadFixture(plainPoolFixture);
    const orders = [buy(2, 7n * UNIT)];
    const { total } = await markets.quote(market, orders);
    await expect(markets.connect(alice).trade(market, orders, total - 1n, DEADLINE, alice))
      .to.be.revertedWithCustomError(markets, "Markets_CostAboveMaximum")
      .withArgs(total, total - 1n);
    await markets.connect(alice).trade(market, orders, total, DEADLINE, alice);
  });

  it("MK-14 a negative maxCost should be the least that is paid out, to the unit", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, market, markets } = deployment;
    await trade(deployment, alice, market, buy(2, 7n * UNIT));
    const orders = [sell(2, 6n * UNIT)];
    const { total } = await markets.quote(market, orders);
    expect(total).to.be.below(-UNIT);
    await expect(markets.connect(alice).trade(market, orders, total - 1n, DEADLINE, alice))
      .to.be.revertedWithCustomError(markets, "Markets_CostAboveMaximum")
      .withArgs(total, total - 1n);
    await markets.connect(alice).trade(market, orders, total, DEADLINE, alice);
  });

  it("MK-14 the deadline should be the last second", async function () {
    const { alice, market, markets } = await loadFixture(plainPoolFixture);
    const deadline = (await time.latest()) + 100;
    const call = () => markets.connect(alice).trade(market, [buy(0, UNIT)], NO_LIMIT, deadline, alice);
    await time.setNextBlockTimestamp(deadline);
    await call();
    await time.setNextBlockTimestamp(deadline + 1);
    await expect(call())
      .to.be.revertedWithCustomError(markets, "Markets_Expired")
      .withArgs(deadline, deadline + 1);
  });

  it("MK-19 it should go on until the second before closesAt and stop at it", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, market, markets, params } = deployment;
    await time.setNextBlockTimestamp(params.closesAt - 1);
    await trade(deployment, alice, market, buy(0, UNIT));
    for (const now of [params.closesAt, params.closesAt + 1]) {
      await time.setNextBlockTimestamp(now);
      await expect(trade(deployment, alice, market, sell(0, UNIT)))
        .to.be.revertedWithCustomError(markets, "Markets_Closed")
        .withArgs(market, params.closesAt);
    }
    await time.increaseTo(params.closesAt + 2);
    await expect(markets.quote(market, [buy(0, UNIT)]))
      .to.be.revertedWithCustomError(markets, "Markets_Closed")
      .withArgs(market, params.closesAt);
  });

  it("MK-19 given that the market is resolved, has no pool or does not exist, it should revert", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, market, markets } = deployment;
    const unpooled = await create(deployment, { alpha: 7 });
    await report(deployment, market, zipf(3));
    for (const [id, error] of [
      [market, "Markets_AlreadyResolved"],
      [unpooled, "Markets_NoPool"],
      [market + 0x10000n, "Markets_UnknownMarket"],
    ] as const) {
      await expect(trade(deployment, alice, id, buy(0, UNIT)))
        .to.be.revertedWithCustomError(markets, error)
        .withArgs(id);
    }
    await report(deployment, unpooled, zipf(3));
    await expect(trade(deployment, alice, unpooled, buy(0, UNIT)))
      .to.be.revertedWithCustomError(markets, "Markets_NoPool")
      .withArgs(unpooled);
  });

  it("when orders are empty, unordered, double, for nothing or for no outcome, it should revert", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, market, markets } = deployment;
    const cases = [
      [[], "Markets_NoOrders", []],
      [[buy(1, UNIT), buy(0, UNIT)], "Markets_UnorderedOutcomes", [1, 0]],
      [[buy(1, UNIT), short(1, UNIT)], "Markets_UnorderedOutcomes", [1, 1]],
      [[buy(0, UNIT), buy(2, 0n)], "Markets_ZeroAmount", [2]],
      [[buy(0, UNIT), buy(3, UNIT)], "Markets_InvalidOutcome", [market, 3]],
      [[short(65_535, UNIT)], "Markets_InvalidOutcome", [market, 65_535]],
    ] as const;
    for (const [orders, error, values] of cases) {
      await expect(trade(deployment, alice, market, ...orders))
        .to.be.revertedWithCustomError(markets, error)
        .withArgs(...values);
      await expect(markets.quote(market, [...orders])).to.be.revertedWithCustomError(markets, error);
    }
  });

  it("when a log weight would leave the range, it should revert with it", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, market, markets } = deployment;
    const isAbove = (log: bigint) => log > 60n * WAD;
    const isBelow = (log: bigint) => log < 1n;
    for (const [order, within] of [
      [buy(0, 20_694n * UNIT), isAbove],
      [short(0, 39_307n * UNIT), isBelow],
      [buy(0, 2n ** 127n - 1n), isAbove],
      [short(0, 2n ** 127n - 1n), isBelow],
      [sell(0, 2n ** 127n), isBelow],
      [{ outcome: 0, short: true, amount: -(2n ** 127n) }, isAbove],
    ] as const) {
      await expect(trade(deployment, alice, market, order))
        .to.be.revertedWithCustomError(markets, "Markets_OutOfRange")
        .withArgs(market, 0n, within);
    }
    await trade(deployment, alice, market, buy(0, 20_693n * UNIT));
  });

  it("when more is sold than is held, it should revert with the balance", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, bob, market, markets } = deployment;
    await trade(deployment, alice, market, buy(0, 10n * UNIT), short(1, 3n * UNIT));
    await expect(trade(deployment, alice, market, sell(0, 10n * UNIT + 1n)))
      .to.be.revertedWithCustomError(markets, "ERC6909InsufficientBalance")
      .withArgs(alice.address, 10n * UNIT, 10n * UNIT + 1n, market);
    await expect(trade(deployment, bob, market, short(1, -1n)))
      .to.be.revertedWithCustomError(markets, "ERC6909InsufficientBalance")
      .withArgs(bob.address, 0n, 1n, market | (SHORT + 1n));
    // Sold at the end of the range, where the money would not be there either: the balance is what is reported.
    await expect(trade(deployment, alice, market, sell(0, 39_000n * UNIT)))
      .to.be.revertedWithCustomError(markets, "ERC6909InsufficientBalance")
      .withArgs(alice.address, 10n * UNIT, 39_000n * UNIT, market);
    await trade(deployment, alice, market, sell(0, 10n * UNIT));
  });

  it("when the receiver is nobody, it should revert, for sales too", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, market, markets } = deployment;
    await trade(deployment, alice, market, buy(0, UNIT));
    for (const order of [buy(0, UNIT), sell(0, UNIT)]) {
      await expect(markets.connect(alice).trade(market, [order], NO_LIMIT, DEADLINE, ethers.ZeroAddress))
        .to.be.revertedWithCustomError(markets, "ERC6909InvalidReceiver")
        .withArgs(ethers.ZeroAddress);
    }
  });

  it("when the pot would reach 2^96, it should revert with it", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { alice, markets, sponsor, token } = deployment;
    for (const account of [sponsor, alice]) await token.mint(account, 2n ** 100n);
    const market = await open(deployment, [WAD / 2n, WAD / 2n], { b: 2n ** 95n });
    await expect(trade(deployment, alice, market, buy(0, 2n ** 96n)))
      .to.be.revertedWithCustomError(markets, "Markets_PotOverflow")
      .withArgs((pot: bigint) => pot >= 2n ** 96n, 2n ** 96n - 1n);
    await trade(deployment, alice, market, buy(0, 2n ** 94n));
  });
});

describe("Markets.trade, growth", function () {
  it("MK-15 b should grow by what the trade's own fee pays for, the rest of it is reserve", async function () {
    const deployment = await loadFixture(growingPoolFixture);
    const { alice, market, markets } = deployment;
    const q = await markets.quote(market, [buy(0, 100n * UNIT)]);
    await trade(deployment, alice, market, buy(0, 100n * UNIT));
    const turnover = toNumber(q.fee) * 100;
    expectClose(toNumber(q.growth), turnover * 0.001, 1e-12);
    const pool = await markets.getPool(market);
    expect(pool.b).to.equal(1000n * UNIT + q.growth);
    const depth = Math.log(Number(pool.sum) / 1e18) - Number(pool.minLogWeight) / 1e18;
    expectClose(toNumber(q.fee - pool.reserve) / toNumber(q.growth), depth, 1e-6);
  });

  it("MK-15 when alpha asks for more than the fee pays, growth should be the fee over ln S - min l", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { alice, markets } = deployment;
    const prices = [WAD / 2n, (3n * WAD) / 10n, WAD / 5n];
    const market = await open(deployment, prices, { feeRate: 1_000_000, alpha: 10_000_000 });
    const q = await markets.quote(market, [buy(0, 100n * UNIT)]);
    await trade(deployment, alice, market, buy(0, 100n * UNIT));
    const { minLogWeight, reserve, sum } = await markets.getPool(market);
    const depth = Math.log(Number(sum) / 1e18) - Number(minLogWeight) / 1e18;
    expectClose(toNumber(q.growth), toNumber(q.fee) / depth, 1e-9);
    expect(reserve, "all but a rounding is spent").to.be.below(10n);
  });

  it("MK-15 a standing reserve should never become b", async function () {
    const deployment = await loadFixture(growingPoolFixture);
    const { alice, market, markets } = deployment;
    for (let i = 0; i < 5; ++i) await trade(deployment, alice, market, buy(0, 1000n * UNIT), buy(1, 500n * UNIT));
    const { b, reserve } = await markets.getPool(market);
    expect(reserve).to.be.above(UNIT);
    const { growth } = await markets.quote(market, [buy(2, 1n)]);
    await trade(deployment, alice, market, buy(2, 1n));
    const pool = await markets.getPool(market);
    expect(growth).to.equal(0n);
    expect(pool.b).to.equal(b);
    expect(pool.reserve).to.equal(reserve + 1n);
  });

  it("MK-15 given a standing reserve, growth should still be no more than the fee over ln S - min l", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { alice, carol, markets } = deployment;
    const market = await open(deployment, [WAD / 2n, WAD / 2n], { feeRate: 1_000_000, alpha: 10_000_000 });
    await markets.connect(carol).addReserve(market, 500n * UNIT);
    await trade(deployment, alice, market, buy(0, UNIT));
    const { fee, growth } = await markets.quote(market, [buy(0, 100n * UNIT)]);
    const { minLogWeight } = await markets.getPool(market);
    await trade(deployment, alice, market, buy(0, 100n * UNIT));
    const depth = Math.log(Number((await markets.getPool(market)).sum) / 1e18) - Number(minLogWeight) / 1e18;
    expectClose(toNumber(growth), toNumber(fee) / depth, 1e-6);
  });

  it("MK-15 given all the liquidity that there may be, b should not grow, and the fee become reserve", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { alice, markets, sponsor, token } = deployment;
    for (const account of [sponsor, alice]) await token.mint(account, 2n ** 100n);
    const top = 2n ** 96n - 1n;
    const fee = { feeRate: 1_000_000, alpha: 100_000 };
    const full = await open(deployment, [WAD / 2n, WAD / 2n], { ...fee, b: top });
    const almost = await open(deployment, [WAD / 2n, WAD / 2n], { ...fee, b: top - 5n, context: ethers.id("almost") });
    const order = buy(0, 1000n * UNIT);
    expect((await markets.quote(full, [order])).growth).to.equal(0n);
    expect((await markets.quote(almost, [order])).growth).to.equal(5n);
    const { fee: paid } = await markets.quote(full, [order]);
    await trade(deployment, alice, full, order);
    await trade(deployment, alice, almost, order);
    expect((await markets.getPool(full)).b).to.equal(top);
    expect((await markets.getPool(full)).reserve).to.equal(paid);
    expect((await markets.getPool(almost)).b).to.equal(top);
  });

  it("MK-4 trades should leave the parameters as they are", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { alice, markets } = deployment;
    const market = await open(deployment, [WAD / 2n, WAD / 2n], { feeRate: 9_999_999, alpha: 2 ** 23 + 1 });
    const before = await markets.getMarket(market);
    expect([before.feeRate, before.alpha]).to.deep.equal([9_999_999n, 2n ** 23n + 1n]);
    for (let i = 0; i < 2; ++i) await trade(deployment, alice, market, buy(0, UNIT));
    const after = await markets.getMarket(market);
    expect([after.feeRate, after.alpha, after.closesAt]).to.deep.equal([before.feeRate, before.alpha, before.closesAt]);
  });

  it("MK-16 growth should move no price", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { alice, markets } = deployment;
    const prices = [WAD / 2n, (3n * WAD) / 10n, WAD / 5n];
    const plain = await open(deployment, prices, { feeRate: 1_000_000 });
    const growing = await open(deployment, prices, { feeRate: 1_000_000, alpha: 1_000_000 });
    for (const market of [plain, growing]) await trade(deployment, alice, market, buy(2, 300n * UNIT));
    expect(await pricesOf(markets, growing)).to.deep.equal(await pricesOf(markets, plain));
    expect((await markets.getPool(growing)).b).to.be.above((await markets.getPool(plain)).b);
  });
});

describe("Markets.trade over hostile tokens", function () {
  it("MK-6 given a fee on transfer, it should revert with what arrived", async function () {
    const deployment = await loadFixture(hostileFixture);
    const { alice, hostile, market, markets } = deployment;
    const { total } = await markets.quote(market, [buy(0, 10n * UNIT)]);
    await hostile.setFee(100);
    await expect(trade(deployment, alice, market, buy(0, 10n * UNIT)))
      .to.be.revertedWithCustomError(markets, "Markets_AssetNotReceived")
      .withArgs(await hostile.getAddress(), total, total - total / 100n);
    await expect(markets.connect(alice).split(market, 1000n, alice))
      .to.be.revertedWithCustomError(markets, "Markets_AssetNotReceived")
      .withArgs(await hostile.getAddress(), 1000n, 990n);
  });

  it("MK-6 given a token that charges its sender on top, nothing should be paid out of others' money", async function () {
    const deployment = await loadFixture(hostileFixture);
    const { alice, hostile, market, markets, sponsor } = deployment;
    const other = await create(deployment, { asset: await hostile.getAddress(), alpha: 1 });
    await markets.connect(sponsor).split(other, 50n * UNIT, sponsor);
    await trade(deployment, alice, market, buy(0, 10n * UNIT));
    await markets.connect(alice).split(market, UNIT, alice);
    await markets.connect(alice).splitPair(market, 0n, UNIT, alice);
    const m = markets.connect(alice);
    await hostile.setSurcharge(100);
    const asset = await hostile.getAddress();
    const refused = async (call: Promise<unknown>, amount: bigint) =>
      expect(call)
        .to.be.revertedWithCustomError(markets, "Markets_AssetOvercharged")
        .withArgs(asset, amount, amount + amount / 100n);
    const { total } = await markets.quote(market, [sell(0, 5n * UNIT)]);
    await refused(trade(deployment, alice, market, sell(0, 5n * UNIT)), -total);
    await refused(m.merge(market, UNIT, alice), UNIT);
    await refused(m.mergePair(market, 0n, UNIT, alice), UNIT);
    await report(deployment, market, [WAD, 0n, 0n]);
    await refused(m.redeem([market], [UNIT], alice), UNIT);
    await refused(m.redeemTo([market], [UNIT], alice), UNIT);
    // Nothing is lost: it pays again as soon as the token does.
    await hostile.setSurcharge(0);
    await m.redeem([market], [UNIT], alice);
    await markets.connect(sponsor).merge(other, 50n * UNIT, sponsor);
  });

  it("MK-6 given a token that lies, every call that takes money should revert with 0 received", async function () {
    const deployment = await loadFixture(hostileFixture);
    const { alice, hostile, market, markets, sponsor } = deployment;
    const other = await create(deployment, { asset: await hostile.getAddress(), alpha: 1 });
    await hostile.setLying(true);
    const m = markets.connect(alice);
    for (const call of [
      () => trade(deployment, alice, market, buy(0, UNIT)),
      () => m.split(market, UNIT, alice),
      () => m.splitPair(market, 0, UNIT, alice),
      () => m.join(market, UNIT, NO_LIMIT, [], DEADLINE, alice),
      () => m.addReserve(market, 100n * UNIT),
      () => markets.connect(sponsor).openPool(other, zipf(3), UNIT, sponsor),
    ]) {
      await expect(call())
        .to.be.revertedWithCustomError(markets, "Markets_AssetNotReceived")
        .withArgs(await hostile.getAddress(), (expected: bigint) => expected > 0n, 0n);
    }
    expect(await markets.balanceOf(alice, market)).to.equal(0n);
  });

  it("MK-3, MK-6 what already lies in the contract should not count as received", async function () {
    const deployment = await loadFixture(hostileFixture);
    const { alice, hostile, market, markets } = deployment;
    await hostile.mint(markets, 10n ** 24n);
    await hostile.setLying(true);
    await expect(markets.connect(alice).split(market, UNIT, alice))
      .to.be.revertedWithCustomError(markets, "Markets_AssetNotReceived")
      .withArgs(await hostile.getAddress(), UNIT, 0n);
  });

  it("a token that calls back should find every entry closed, and change nothing", async function () {
    const deployment = await loadFixture(hostileFixture);
    const { alice, hostile, market, markets, params } = deployment;
    const i = markets.interface;
    const a = alice.address;
    const calls = [
      i.encodeFunctionData("trade", [market, [buy(0, UNIT)], NO_LIMIT, DEADLINE, a]),
      i.encodeFunctionData("split", [market, 0n, a]),
      i.encodeFunctionData("merge", [market, 0n, a]),
      i.encodeFunctionData("splitPair", [market, 0n, 0n, a]),
      i.encodeFunctionData("mergePair", [market, 0n, 0n, a]),
      i.encodeFunctionData("convert", [market, 0n, 0n, a]),
      i.encodeFunctionData("convertBack", [market, 0n, 0n, a]),
      i.encodeFunctionData("transferBatch", [a, [], []]),
      i.encodeFunctionData("createMarket", [{ ...params, alpha: 99 }]),
      i.encodeFunctionData("openPool", [market, zipf(3), UNIT, a]),
      i.encodeFunctionData("join", [market, 1n, NO_LIMIT, [], DEADLINE, a]),
      i.encodeFunctionData("exit", [market, 1n, false, 0n, a]),
      i.encodeFunctionData("addReserve", [market, 1n]),
      i.encodeFunctionData("recentre", [market]),
      i.encodeFunctionData("report", [market, zipf(3)]),
      i.encodeFunctionData("redeem", [[market], [0n], a]),
      i.encodeFunctionData("redeemTo", [[market], [0n], a]),
    ];
    const guard = ethers.id("ReentrancyGuardReentrantCall()").slice(0, 10);
    for (const call of calls) {
      await hostile.setHook(markets, call);
      await markets.connect(alice).split(market, 1n, alice);
      expect(await hostile.hookSucceeded()).to.equal(false);
      expect((await hostile.hookResult()).slice(0, 10), i.parseTransaction({ data: call })?.name).to.equal(guard);
      await hostile.setHook(markets, i.encodeFunctionData("multicall", [[call]]));
      await markets.connect(alice).merge(market, 1n, alice);
      expect((await hostile.hookResult()).slice(0, 10), "through multicall").to.equal(guard);
    }
  });

  it("MK-3 given an account that the token blocks, everybody else should be paid", async function () {
    const deployment = await loadFixture(hostileFixture);
    const { alice, bob, hostile, market, markets } = deployment;
    await markets.connect(alice).split(market, UNIT, alice);
    await markets.connect(alice).split(market, UNIT, bob);
    await hostile.setBlocked(bob, true);
    await expect(markets.connect(bob).merge(market, UNIT, bob))
      .to.be.revertedWithCustomError(hostile, "HostileToken_Blocked")
      .withArgs(bob.address);
    await markets.connect(alice).merge(market, UNIT, alice);
    await markets.connect(bob).merge(market, UNIT, alice);
    expect(await hostile.balanceOf(alice)).to.equal(10n ** 24n);
  });

  it("regression: nothing to pay should not be pushed", async function () {
    const deployment = await loadFixture(hostileFixture);
    const { alice, hostile, market, markets } = deployment;
    // The token refuses every transfer out of the contract, of 0 too.
    await hostile.setBlocked(markets, true);
    await markets.connect(alice).merge(market, 0n, alice);
    await markets.connect(alice).mergePair(market, 0, 0n, alice);
    await report(deployment, market, [WAD, 0n, 0n]);
    await markets.connect(alice).redeem([market, market | 1n], [0n, 0n], alice);
    await markets.connect(alice).redeemTo([market, market | 1n], [0n, 0n], alice);
  });
});
