import { expect } from "chai";

import {
  type Order,
  type PoolState,
  type TwapState,
  floorWeights,
  openPool,
  openTwap,
  quote,
  quoteJoin,
  quoteExit,
  recentre,
  releaseReserve,
  sharesAfterRelease,
  settleTwap,
  twapWeights,
} from "../../sdk/src/math/index.ts";
import {
  DEADLINE,
  NO_LIMIT,
  SHARES,
  type Deployment,
  WINDOW,
  deployedFixture,
  loadFixture,
  networkHelpers,
  open,
  time,
} from "../utils/markets.ts";
import { generator, type Random } from "../utils/random.ts";

/** The chain's market and the SDK's picture of it, which must stay equal to the unit. */
class Twin {
  pool: PoolState;
  twap: TwapState;
  shares: bigint;
  readonly deployment: Deployment;
  readonly market: bigint;
  readonly closesAt: bigint;

  constructor(deployment: Deployment, market: bigint, prices: readonly bigint[], b: bigint, rates: [bigint, bigint]) {
    const [feeRate, alpha] = rates;
    this.deployment = deployment;
    this.market = market;
    this.closesAt = BigInt(deployment.params.closesAt);
    this.pool = openPool({ prices, b, feeRate, alpha });
    this.twap = openTwap(prices.length, this.closesAt - BigInt(WINDOW), this.closesAt);
    this.shares = b;
  }

  /** Trades on both sides; the block and its time are the same. */
  async trade(orders: readonly Order[], now: number): Promise<void> {
    const { alice, markets } = this.deployment;
    await time.setNextBlockTimestamp(now);
    const before = this.release(now);
    const expected = quote(before, orders);
    const transaction = markets.connect(alice).trade(this.market, [...orders], NO_LIMIT, DEADLINE, alice);
    await expect(transaction)
      .to.emit(markets, "Traded")
      .withArgs(this.market, alice.address, expected.total, expected.fee, expected.after.b, expected.after.sum);
    const traded = orders.map(({ outcome }) => outcome);
    this.twap = settleTwap(this.twap, before, traded, BigInt(now));
    this.pool = expected.after;
  }

  private release(now: number): PoolState {
    const before = releaseReserve(this.pool, BigInt(now), this.closesAt);
    this.shares = sharesAfterRelease(this.pool, before, this.shares);
    return before;
  }

  async join(shares: bigint, now: number): Promise<void> {
    const { bob, markets } = this.deployment;
    await time.setNextBlockTimestamp(now);
    const before = this.release(now);
    const { assets, received, after } = quoteJoin(before, shares, this.shares);
    const join = markets.connect(bob).getFunction("join");
    const args = [this.market, bob.address, bob.address, shares, assets] as const;
    await expect(join(this.market, shares, assets, [...received], DEADLINE, bob))
      .to.emit(markets, "LiquidityAdded")
      .withArgs(...args, after.b);
    [this.pool, this.shares] = [after, this.shares + shares];
  }

  async exit(shares: bigint, now: number): Promise<void> {
    const { bob, markets } = this.deployment;
    await time.setNextBlockTimestamp(now);
    const before = this.release(now);
    const { assets, after } = quoteExit(before, shares, this.shares);
    await expect(markets.connect(bob).exit(this.market, shares, false, assets, bob))
      .to.emit(markets, "LiquidityRemoved")
      .withArgs(this.market, bob.address, bob.address, shares, assets, after.b);
    [this.pool, this.shares] = [after, this.shares - shares];
  }

  /** Outside the window only: inside, recentring settles the TWAP of every outcome, which {@link settleTwap} can do. */
  async recentre(now: number): Promise<void> {
    await time.setNextBlockTimestamp(now);
    await this.deployment.markets.recentre(this.market);
    const all = this.pool.outcomes.map((_, outcome) => outcome);
    this.twap = settleTwap(this.twap, this.pool, all, BigInt(now));
    this.pool = recentre(this.pool);
  }

  async compare(): Promise<void> {
    const { markets } = this.deployment;
    const chain = await markets.getPool(this.market);
    const outcomes = await markets.getOutcomes(this.market);
    const { b, cash, extraReserve, minLogWeight, reserve, sum } = this.pool;
    expect([chain.b, chain.cash, chain.reserve, chain.extraReserve, chain.sum, chain.minLogWeight]).to.deep.equal([
      b,
      cash,
      reserve,
      extraReserve,
      sum,
      minLogWeight,
    ]);
    expect(chain.totalShares).to.equal(this.shares);
    expect(
      outcomes.map(({ touched, logWeight, weight, sold }) => ({ touched, logWeight, weight, sold })),
    ).to.deep.equal(this.pool.outcomes);
    const now = BigInt(await time.latest());
    expect(await markets.getTwap(this.market)).to.deep.equal(twapWeights(this.twap, this.pool, now));
  }
}

async function start(prices: readonly bigint[], b: bigint, rates: [bigint, bigint]): Promise<Twin> {
  const deployment = await loadFixture(deployedFixture);
  const market = await open(deployment, prices, { b, feeRate: Number(rates[0]), alpha: Number(rates[1]) });
  return new Twin(deployment, market, prices, b, rates);
}

/** Up to four legs of any magnitude; sales only of what the trader holds. */
async function randomOrders({ deployment, market, pool }: Twin, random: Random): Promise<Order[]> {
  const outcomes = pool.outcomes.length;
  const chosen = new Set(Array.from({ length: 1 + random(4) }, () => random(outcomes)));
  const orders: Order[] = [];
  for (const outcome of [...chosen].sort((a, c) => a - c)) {
    const short = random(3) === 0;
    const id = short
      ? outcomes === 2
        ? market | BigInt(1 - outcome)
        : market | BigInt(256 + outcome)
      : market | BigInt(outcome);
    const held = await deployment.markets.balanceOf(deployment.alice, id);
    const magnitude = (pool.b * BigInt(1 + random(999))) / 10n ** BigInt(3 + random(7)) + 1n;
    const sale = random(2) === 0 && held > 0n;
    orders.push({ outcome, short, amount: sale ? -(held < magnitude ? held : magnitude) : magnitude });
  }
  return orders;
}

describe("The SDK's mathematics and the contracts'", function () {
  const cases = [
    { n: 2, b: 10n ** 21n, rates: [300_000n, 12_500n] },
    { n: 3, b: 10n ** 9n, rates: [1_000_000n, 5_000_000n] },
    { n: 7, b: 10n ** 21n, rates: [0n, 0n] },
    { n: 40, b: 123_456_789n, rates: [10_000_000n, 16_000_000n] },
  ] as const;
  for (const [seed, { n, b, rates }] of cases.entries()) {
    it(`MK-11, MK-14 to MK-18, MK-21 it should agree to the unit: ${n} outcomes, b = ${b}`, async function () {
      const random = generator(seed + 1);
      const prices = floorWeights(Array.from({ length: n }, () => 10n ** BigInt(random(8)) * BigInt(1 + random(9))));
      const twin = await start(prices, b, [...rates]);
      let now = (await time.latest()) + 1;
      await twin.join(b / 3n, now);
      const end = Number(twin.closesAt);
      for (let step = 0; step < 60; ++step) {
        now += 1 + Math.floor(((end - now) * (1 + random(99))) / 1200);
        await twin.trade(await randomOrders(twin, random), now);
        if (step % 7 === 3) {
          now += 1;
          await twin.exit(b / 100n + BigInt(random(50)), now);
        }
        if (step % 11 === 5) await twin.recentre((now += 2));
        if (step % 5 === 0) await twin.compare();
      }
      await networkHelpers.time.increaseTo(end + 100);
      await twin.compare();
      expect(await twin.deployment.markets.balanceOf(twin.deployment.bob, twin.market | SHARES)).to.be.above(0n);
    });
  }

  it("MK-15 it should agree on the release of extra reserve", async function () {
    const twin = await start(floorWeights([5n, 3n, 2n]), 10n ** 20n, [300_000n, 12_500n]);
    const { bob, markets } = twin.deployment;
    let now = (await time.latest()) + 100;
    await time.setNextBlockTimestamp(now);
    await markets.connect(bob).addReserve(twin.market, 10n ** 20n);
    twin.pool = {
      ...twin.pool,
      cash: twin.pool.cash + 10n ** 20n,
      reserve: twin.pool.reserve + 10n ** 20n,
      extraReserve: 10n ** 20n,
      releasedAt: BigInt(now),
    };
    for (let step = 0; step < 8; ++step) {
      if (step === 3) await twin.join(10n ** 19n, (now += 20_000));
      if (step === 5) await twin.exit(10n ** 18n, (now += 20_000));
      now += 40_000;
      await twin.trade([{ outcome: step % 3, short: step % 2 === 0, amount: 10n ** 18n }], now);
      await twin.compare();
    }
    expect(twin.pool.extraReserve).to.be.below(10n ** 20n);
  });
});
