import { expect } from "chai";

import { klDivergence } from "../../sdk/src/math/index.ts";
import {
  DEADLINE,
  type Deployment,
  FOUNDING,
  NO_LIMIT,
  type Order,
  UNIT,
  WAD,
  buy,
  create,
  deployedFixture,
  ethers,
  expectClose,
  holdings,
  inventoriesOf,
  loadFixture,
  must,
  longs,
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
} from "../utils/markets.ts";
import { generator } from "../utils/random.ts";

const FEES = { feeRate: 1_000_000, alpha: 10_000_000 };

/** The call of a trade, for a batch. */
function encoded({ markets, alice }: Deployment, market: bigint, orders: readonly Order[]): string {
  return markets.interface.encodeFunctionData("trade", [market, [...orders], NO_LIMIT, DEADLINE, alice.address]);
}

const back = (orders: readonly Order[]): Order[] => orders.map((order) => ({ ...order, amount: -order.amount }));

/** Alice trades there and back in one block, `times` over, and must not gain; returns what she lost. */
async function loseInCircles(deployment: Deployment, market: bigint, orders: readonly Order[], times: number) {
  const { alice, markets } = deployment;
  const { asset } = await markets.getMarket(market);
  const token = await ethers.getContractAt("TestToken", asset);
  const before = await token.balanceOf(alice);
  const cycle = [encoded(deployment, market, orders), encoded(deployment, market, back(orders))];
  await markets.connect(alice).multicall(Array.from({ length: times }, () => cycle).flat());
  return before - (await token.balanceOf(alice));
}

/** What the pool keeps at the worst payouts, which no trader may ever lower. */
async function worstOf(markets: Deployment["markets"], market: bigint): Promise<bigint> {
  return (await inventoriesOf(markets, market)).reduce((a, c) => (a < c ? a : c));
}

describe("Attack: joining late for a sponsor's gift", function () {
  // Who joins with 99% of the shares as soon as there is a gift, when log prices stand `moved` from the opening, and is
  // paid at the prices as they are: without the founder's shares it was 990 of 1,000 wherever prices stood.
  for (const [moved, most] of [
    [0, 1],
    [0.5, 380],
    [1, 640],
    [1.5, 780],
  ] as const) {
    it(`MK-23 given log prices moved by ${moved}, a gift of 1,000 should bring at most ${most}`, async function () {
      const deployment = await loadFixture(deployedFixture);
      const { alice, bob, carol, markets, params, token } = deployment;
      const market = await open(deployment, [WAD / 4n, WAD / 4n, WAD / 4n, WAD / 4n], { b: 1000n * UNIT });
      const step = BigInt(moved * 1000) * UNIT;
      const away = [buy(0, step), buy(1, step), short(2, step), short(3, step)];
      if (moved > 0) await trade(deployment, alice, market, ...away);
      await markets.connect(carol).addReserve(market, 1000n * UNIT);
      const before = await token.balanceOf(bob);
      const shares = 99_000n * UNIT;
      const m = markets.connect(bob);
      await m.join(market, shares, NO_LIMIT, [], DEADLINE, bob);
      await time.increaseTo(params.closesAt + 1);
      await m.exit(market, shares, false, 0n, bob);

      const [first, ...rest] = await pricesOf(markets, market);
      const remainder = WAD - rest.reduce((sum, price) => sum + price, must(first));
      await report(deployment, market, [must(first) + remainder, ...rest]);
      const ids = longs(market, 4);
      await m.redeem(ids, await Promise.all(ids.map((id) => markets.balanceOf(bob, id))), bob);
      const gained = toNumber((await token.balanceOf(bob)) - before);
      expect(gained).to.be.at.most(most);
    });
  }
});

describe("Attack: growth loop", function () {
  it("MK-15 pushing the price away, letting b grow and trading back should never gain within a block", async function () {
    const deployment = await loadFixture(deployedFixture);
    const prices = [WAD / 2n, (3n * WAD) / 10n, WAD / 5n];
    for (const [index, feeRate] of [1, 1000, 300_000, 1_000_000, 10_000_000].entries()) {
      const alpha = 16_000_000 - index;
      const market = await open(deployment, prices, { feeRate, alpha, b: 100n * UNIT });
      for (const orders of [
        [buy(0, 500n * UNIT)],
        [buy(2, 1000n * UNIT)],
        [short(2, 1000n * UNIT)],
        [buy(0, 300n * UNIT), short(1, 900n * UNIT), buy(2, 5n)],
      ]) {
        expect(await loseInCircles(deployment, market, orders, 3), `fee ${feeRate}`).to.be.above(0n);
      }
      expect((await deployment.markets.getPool(market)).b).to.be.above(100n * UNIT);
    }
  });

  it("MK-15 growing b at a far price by small trades, and going home on the deeper b, should not gain", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { alice, markets, token } = deployment;
    const market = await open(deployment, [WAD / 2n, WAD / 2n], { ...FEES, b: 100n * UNIT });
    const before = await token.balanceOf(alice);
    const wash = [buy(0, 20n * UNIT), sell(0, 20n * UNIT)].map((order) => encoded(deployment, market, [order]));
    const batch = Array.from({ length: 10 }, () => wash).flat();
    const push = encoded(deployment, market, [buy(1, 300n * UNIT)]);
    const home = encoded(deployment, market, [sell(1, 300n * UNIT)]);
    for (let i = 0; i < 5; ++i) await markets.connect(alice).multicall([push, ...batch, home, ...batch]);
    expect((await markets.getPool(market)).b).to.be.above(100n * UNIT);
    expect(await token.balanceOf(alice)).to.be.below(before);
    expect(await holdings(deployment, alice, market, 2)).to.deep.equal([0n, 0n, 0n, 0n]);
  });

  it("MK-15 a sponsor's extra reserve should not be looted within a block", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { alice, carol, markets, params, token } = deployment;
    const market = await open(deployment, [WAD / 2n, WAD / 2n], { b: 100n * UNIT, feeRate: 1, alpha: 16_000_000 });
    await markets.connect(carol).addReserve(market, 1000n * UNIT);
    const before = await token.balanceOf(alice);
    const now = await time.latest();
    for (let i = 1; i <= 8; ++i) {
      await time.setNextBlockTimestamp(now + Math.floor(((params.closesAt - now) * i) / 9));
      expect(await loseInCircles(deployment, market, [buy(0, 800n * UNIT)], 2)).to.be.at.least(0n);
      expect(await worstOf(markets, market)).to.be.at.least((await markets.getPool(market)).reserve);
    }
    expect((await markets.getPool(market)).b).to.be.above(500n * UNIT);
    expect(await token.balanceOf(alice)).to.be.at.most(before);
  });
});

describe("Attack: rounding cycles", function () {
  const pools = [
    { decimals: 18, b: 1000n * UNIT, prices: zipf(3) },
    { decimals: 6, b: 10_000n, prices: zipf(2) },
    { decimals: 6, b: 123_457n, prices: [WAD - 3n * 10n ** 9n, 10n ** 9n, 2n * 10n ** 9n] },
  ];
  for (const { decimals, b, prices } of pools) {
    it(`MK-12, MK-13 closed cycles should never gain: ${decimals} decimals, b = ${b}`, async function () {
      const deployment = await loadFixture(deployedFixture);
      const { alice, markets, sponsor } = deployment;
      const token = await ethers.deployContract("TestToken", ["Small", "SML", decimals]);
      for (const account of [alice, sponsor]) {
        await token.mint(account, 10n ** 24n);
        await token.connect(account).approve(markets, ethers.MaxUint256);
      }
      const market = await open(deployment, prices, { b, asset: await token.getAddress() });
      const random = generator(decimals);
      let worst = await worstOf(markets, market);
      for (let i = 0; i < 24; ++i) {
        const outcome = random(prices.length);
        const amount = i % 3 === 0 ? BigInt(1 + random(9)) : (b * BigInt(1 + random(5000))) / 1000n + 1n;
        const isShort = random(2) === 0;
        const order = isShort ? short(outcome, amount) : buy(outcome, amount);
        // The whole set but one is the other way round to the same price.
        const mirror = prices.flatMap((_, j) => (j === outcome ? [] : [{ ...order, outcome: j }]));
        for (const orders of i % 2 === 0 ? [[order]] : [[order], mirror]) {
          expect(await loseInCircles(deployment, market, orders, 6), `${amount} of ${outcome}`).to.be.at.least(0n);
        }
        const least = await worstOf(markets, market);
        expect(least).to.be.at.least(worst);
        worst = least;
      }
    });
  }

  it("MK-13 a cycle through LONGs, SHORTs, conversion and merging should not gain", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, market, markets, token } = deployment;
    const i = markets.interface;
    const before = await token.balanceOf(alice);
    for (const amount of [1n, 7n, 1_000_003n, UNIT + 1n, 900n * UNIT]) {
      for (let outcome = 0; outcome < 3; ++outcome) {
        const others = [0, 1, 2].filter((j) => j !== outcome);
        await markets.connect(alice).multicall([
          encoded(deployment, market, [short(outcome, amount)]),
          i.encodeFunctionData("convert", [market, outcome, amount, alice.address]),
          encoded(
            deployment,
            market,
            others.map((j) => sell(j, amount)),
          ),
          encoded(
            deployment,
            market,
            others.map((j) => buy(j, amount)),
          ),
          i.encodeFunctionData("convertBack", [market, outcome, amount, alice.address]),
          encoded(deployment, market, [buy(outcome, amount)]),
          i.encodeFunctionData("mergePair", [market, outcome, amount, alice.address]),
        ]);
        expect(await token.balanceOf(alice), `${amount} of ${outcome}`).to.be.at.most(before);
      }
    }
    expect(await holdings(deployment, alice, market, 3)).to.deep.equal([0n, 0n, 0n, 0n, 0n, 0n]);
  });

  it("MK-13 recentring between there and back should not gain", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, market, markets, token } = deployment;
    const before = await token.balanceOf(alice);
    const recentre = markets.interface.encodeFunctionData("recentre", [market]);
    for (const amount of [1n, 999n, 3000n * UNIT]) {
      const [there, home] = [[buy(1, amount)], [sell(1, amount)]].map((o) => encoded(deployment, market, o));
      const cycle = [must(there), recentre, must(home), recentre];
      await markets.connect(alice).multicall(Array.from({ length: 8 }, () => cycle).flat());
      expect(await token.balanceOf(alice)).to.be.at.most(before);
    }
  });
});

describe("Attack: exhausting the range", function () {
  it("full sets should end in Markets_OutOfRange without a change of price, and recentring should mend it", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, bob, market, markets } = deployment;
    const prices = await pricesOf(markets, market);
    const sets = (amount: bigint) => [0, 1, 2].map((j) => buy(j, amount));
    await trade(deployment, alice, market, ...sets(20_500n * UNIT));
    await expect(trade(deployment, bob, market, buy(0, 200n * UNIT)))
      .to.be.revertedWithCustomError(markets, "Markets_OutOfRange")
      .withArgs(market, 0n, (log: bigint) => log > 60n * WAD);
    for (const [j, price] of (await pricesOf(markets, market)).entries()) {
      expect(price).to.be.closeTo(must(prices[j]), 10n);
    }
    await markets.connect(bob).recentre(market);
    await trade(deployment, bob, market, buy(0, 200n * UNIT));
    // And down: full sets sold back.
    await markets.connect(alice).split(market, 20_000n * UNIT, alice);
    await trade(deployment, alice, market, ...back(sets(38_000n * UNIT)));
    await expect(trade(deployment, bob, market, short(2, 2000n * UNIT)))
      .to.be.revertedWithCustomError(markets, "Markets_OutOfRange")
      .withArgs(market, 2n, (log: bigint) => log < 1n);
    await markets.connect(bob).recentre(market);
    await trade(deployment, bob, market, short(2, 2000n * UNIT));
  });

  it("a price below e^-40 should stop recentring until anybody buys that outcome, for nearly nothing", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, bob, market, markets } = deployment;
    await trade(deployment, alice, market, buy(0, 15_000n * UNIT), short(2, 38_000n * UNIT));
    await trade(deployment, alice, market, sell(0, 1n));
    await expect(markets.recentre(market)).to.be.revertedWithCustomError(markets, "Markets_OutOfRange");
    const q = await markets.quote(market, [buy(2, 20_000n * UNIT)]);
    expect(q.total).to.be.below(UNIT / 1000n);
    await trade(deployment, bob, market, buy(2, 20_000n * UNIT));
    await markets.recentre(market);
    await trade(deployment, bob, market, sell(2, 5000n * UNIT));
  });

  it("regression: full sets in circles should not wrap the cash, and recentring should bring it back", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { alice, markets, sponsor, token } = deployment;
    for (const account of [sponsor, alice]) await token.mint(account, 2n ** 100n);
    const b = 2n ** 90n;
    const market = await open(deployment, [WAD / 2n, WAD / 2n], { b });
    const i = markets.interface;
    const start = await inventoriesOf(markets, market);
    const sets = 19n * b;
    for (let round = 0; round < 4; ++round) {
      const calls = Array.from({ length: 20 }, () => [
        encoded(deployment, market, [buy(0, sets), buy(1, sets)]),
        i.encodeFunctionData("merge", [market, sets, alice.address]),
        i.encodeFunctionData("recentre", [market]),
      ]).flat();
      await markets.connect(alice).multicall(calls);
      const { cash } = await markets.getPool(market);
      expect(cash).to.be.within(0n, 2n ** 97n);
    }
    for (const [j, inventory] of (await inventoriesOf(markets, market)).entries()) {
      expect(inventory).to.be.at.least(must(start[j]));
    }
  });

  it("MK-15 a stale lower bound should throttle growth, cost its maker, and end with a recentring", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { alice, bob, markets, token } = deployment;
    const market = await open(deployment, [WAD / 2n, WAD / 2n], FEES);
    const growth = async () => (await markets.quote(market, [buy(0, UNIT)])).growth;
    const healthy = await growth();
    const before = await token.balanceOf(alice);
    const orders = [short(0, 39_000n * UNIT)];
    await trade(deployment, alice, market, ...orders);
    await trade(deployment, alice, market, ...back(orders));
    expect(await token.balanceOf(alice)).to.be.below(before);
    expect((await growth()) * 10n).to.be.below(healthy);
    await markets.connect(bob).recentre(market);
    expect((await growth()) * 10n).to.be.above(healthy * 8n);
  });
});

describe("Attack: knowing more than the market may", function () {
  it("MK-19 trading and joining on a known resolution should be impossible, before and after the report", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, bob, market, markets, params } = deployment;
    await trade(deployment, alice, market, buy(2, UNIT));
    await time.increaseTo(params.closesAt);
    for (const error of ["Markets_Closed", "Markets_AlreadyResolved"]) {
      await expect(trade(deployment, alice, market, buy(0, UNIT))).to.be.revertedWithCustomError(markets, error);
      await expect(trade(deployment, alice, market, sell(2, UNIT))).to.be.revertedWithCustomError(markets, error);
      await expect(markets.connect(bob).join(market, UNIT, NO_LIMIT, [], DEADLINE, bob)).to.be.revertedWithCustomError(
        markets,
        error,
      );
      if (error === "Markets_Closed") await report(deployment, market, [WAD, 0n, 0n]);
    }
  });

  it("a report before closesAt should end trading in its block", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, market, markets } = deployment;
    await report(deployment, market, [WAD, 0n, 0n]);
    await expect(trade(deployment, alice, market, buy(0, UNIT)))
      .to.be.revertedWithCustomError(markets, "Markets_AlreadyResolved")
      .withArgs(market);
  });
});

describe("Attack: donation and hijack", function () {
  it("MK-3, MK-5 gifts of money, outcomes and shares to the contract should change no price, claim or pot", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, bob, market, markets, token } = deployment;
    await trade(deployment, alice, market, buy(0, 10n * UNIT));
    const nested = await open(deployment, zipf(2), { alpha: 9, b: UNIT });
    const child = await create(deployment, { asset: await markets.getAddress(), assetId: market | 0n });
    const state = async () =>
      Promise.all([
        markets.getPool(market),
        markets.getOutcomes(market),
        markets.getMarket(market),
        markets.getMarket(nested),
        markets.getMarket(child),
      ]);
    const before = await state();
    await token.connect(alice).transfer(markets, 1000n * UNIT);
    await markets.connect(alice).transfer(markets, market, 4n * UNIT);
    await markets.transfer(markets, market | FOUNDING, 5n);
    expect(await state()).to.deep.equal(before);
    // The gift is in the contract's name, and cannot be split into the child by anybody else.
    await expect(markets.connect(bob).split(child, 4n * UNIT, bob))
      .to.be.revertedWithCustomError(markets, "ERC6909InsufficientBalance")
      .withArgs(bob.address, 0n, 4n * UNIT, market);
    await trade(deployment, alice, market, sell(0, 6n * UNIT));
  });

  it("MK-4 creating, opening and resolving another's market in advance should be impossible", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { alice, bob, markets, params, sponsor } = deployment;
    const target = await markets.computeMarket(sponsor, params);
    for (const changes of [{}, { resolver: bob.address }, { opener: bob.address }]) {
      const mine = await markets.connect(bob).createMarket.staticCall({ ...params, ...changes });
      await markets.connect(bob).createMarket({ ...params, ...changes });
      expect(mine).to.not.equal(target);
    }
    for (const call of [
      () => markets.connect(bob).split(target, 1n, bob),
      () => markets.connect(bob).report(target, zipf(3)),
      () => markets.connect(bob).openPool(target, zipf(3), UNIT, bob),
    ]) {
      await expect(call()).to.be.revertedWithCustomError(markets, "Markets_UnknownMarket").withArgs(target);
    }
    expect(await create(deployment)).to.equal(target);
    await expect(markets.connect(alice).openPool(target, zipf(3), UNIT, alice)).to.be.revertedWithCustomError(
      markets,
      "Markets_NotOpener",
    );
    await expect(markets.connect(bob).report(target, zipf(3))).to.be.revertedWithCustomError(
      markets,
      "Markets_NotResolver",
    );
  });
});

describe("Failures of peers", function () {
  it("one redeemer should not take the pot of all markets, nor more than his tokens are worth", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { alice, bob, markets, token } = deployment;
    const [mine, other] = [await create(deployment), await create(deployment, { alpha: 1 })];
    await markets.connect(alice).split(mine, 10n, alice);
    await markets.connect(bob).split(other, 1000n, bob);
    await report(deployment, mine, [WAD, 0n, 0n]);
    const before = await token.balanceOf(alice);
    await markets.connect(alice).redeem(longs(mine, 3), [10n, 10n, 10n], alice);
    expect((await token.balanceOf(alice)) - before).to.equal(10n);
    expect((await markets.getMarket(other)).pot).to.equal(1000n);
  });

  it("all liquidity should be able to leave at any price, with the outcome as good as known", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, bob, market, markets, params } = deployment;
    await markets.connect(bob).join(market, 1000n * UNIT, NO_LIMIT, [], DEADLINE, bob);
    await trade(deployment, alice, market, buy(0, 35_000n * UNIT), short(1, 60_000n * UNIT));
    await markets.connect(bob).exit(market, 1000n * UNIT, false, 0n, bob);
    await time.increaseTo(params.closesAt);
    await markets.exit(market, 1000n * UNIT - 1000n, true, 0n, deployment.sponsor);
    for (const inventory of await inventoriesOf(markets, market)) expect(inventory).to.be.at.least(0n);
  });

  it("dust sent to a trader should not stop him from selling all that he bought", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, bob, market, markets } = deployment;
    await trade(deployment, alice, market, buy(1, 50n * UNIT));
    await trade(deployment, bob, market, buy(1, 3n));
    await markets.connect(bob).transfer(alice, market | 1n, 3n);
    await trade(deployment, alice, market, sell(1, await markets.balanceOf(alice, market | 1n)));
    expect(await markets.balanceOf(alice, market | 1n)).to.equal(0n);
  });

  it("buying and then selling the maximum should not be off by a unit", async function () {
    const deployment = await loadFixture(plainPoolFixture);
    const { alice, market, markets } = deployment;
    for (const amount of [1n, 3n, UNIT - 1n, 7777n * UNIT + 7n]) {
      await trade(deployment, alice, market, buy(0, amount));
      await trade(deployment, alice, market, sell(0, amount));
    }
    expect(await markets.balanceOf(alice, market)).to.equal(0n);
  });
});

describe("What accuracy earns", function () {
  const base = [WAD / 2n, (3n * WAD) / 10n, WAD / 5n];
  const jury = [WAD / 4n, WAD / 4n, WAD / 2n];

  it("a trader's profit should be b (KL(w|p) - KL(w|p*)), the pool's result its negative", async function () {
    for (const orders of [
      [short(0, 400n * UNIT), buy(2, 900n * UNIT)],
      [buy(0, 700n * UNIT)],
      [buy(1, 20n * UNIT), short(2, 5000n * UNIT)],
    ]) {
      const deployment = await loadFixture(plainPoolFixture);
      const { alice, market, markets, sponsor, token } = deployment;
      const before = await token.balanceOf(alice);
      const { pot: funding } = await markets.getMarket(market);
      await trade(deployment, alice, market, ...orders);
      const end = await pricesOf(markets, market);
      await report(deployment, market, jury);
      const ids = [...longs(market, 3), ...longs(market | 256n, 3)];
      await markets.connect(alice).redeem(ids, await holdings(deployment, alice, market, 3), alice);
      const profit = (await token.balanceOf(alice)) - before;
      const expected = 1000n * (klDivergence(jury, base) - klDivergence(jury, end));
      expectClose(toNumber(profit), toNumber(expected), 1e-9);
      const received = await token.balanceOf(sponsor);
      await markets.redeem([market | FOUNDING], [1000n * UNIT - 1000n], sponsor);
      const result = (await token.balanceOf(sponsor)) - received - funding;
      expectClose(toNumber(result), -toNumber(expected), 1e-9);
    }
  });
});
