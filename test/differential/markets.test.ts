import { expect } from "chai";

import {
  DEADLINE,
  type Deployment,
  NO_LIMIT,
  SHARES,
  SHORT,
  WAD,
  WINDOW,
  type Order,
  deployedFixture,
  ethers,
  loadFixture,
  networkHelpers,
  open,
  time,
} from "../utils/markets.ts";
import { type Random, generator } from "../utils/random.ts";
import {
  ONE,
  type Real,
  type Sale,
  TimeWeighted,
  ULP,
  ZERO,
  costOf,
  fromWad,
  largest,
  leastCover,
  move,
  pricesOf,
  real,
  smallest,
  sum,
  sumOf,
  turnoverOf,
} from "./reference.ts";

/**
 * The bounds that are held, in units of 1e-18: of b for a cost, relative for a price and a time-weighted price.
 * A cost: a margin of 2, lnWad's error of 1.06, a ratio rounded by 1, and what the first touch of outcomes rounds their
 * log weights up by. A price: the same, a weight floored to 1e-18, and one for each rounding of a log weight since.
 */
const COST_BOUND = 9;
const PRICE_BOUND = (roundings: number): number => 6 + roundings;
/** A fee is off by the rounding of two prices; each is floored to 1e-18. */
const FEE_BOUND = 1;

const STEPS = 40;
/** Prices are taken to between 1e-9 and 1 - 1e-9: log odds of -20.7 to 20.7. */
const MOST_ODDS = 20.7;

type Case = { decimals: number; n: number; b: bigint; feeRate: number; alpha: number; extra?: bigint };
type Chain = Awaited<ReturnType<typeof read>>;

/** A pool as the chain has it, in exact numbers; log weights that were never traded are those of the opening. */
async function read({ markets }: Deployment, market: bigint) {
  const pool = await markets.getPool(market);
  const outcomes = await markets.getOutcomes(market);
  const logs = outcomes.map(({ touched, logWeight, openingPrice }) =>
    touched ? fromWad(logWeight) : fromWad(openingPrice).ln().plus(40),
  );
  return {
    b: real(pool.b),
    cash: real(pool.cash),
    reserve: real(pool.reserve),
    extraReserve: pool.extraReserve,
    minLog: fromWad(pool.minLogWeight),
    total: pool.totalShares,
    rawSum: pool.sum,
    weights: outcomes.map(({ weight }) => weight),
    prices: outcomes.map(({ weight }) => real(weight).div(real(pool.sum))),
    inventories: outcomes.map(({ sold }) => real(pool.cash - sold)),
    logs,
  };
}

/** What a walk measured: how far the contracts are from the exact numbers, in units of 1e-18. */
type Measured = { cost: number; price: number; twap: number; cover: number };

class Walk {
  readonly measured: Measured = { cost: 0, price: 0, twap: 0, cover: Infinity };
  private readonly deployment: Deployment;
  private readonly market: bigint;
  private readonly parameters: Case;
  private readonly random: Random;
  private readonly twap: TimeWeighted;
  /** Exact log weights, moved by d/b and by nothing else since the opening. */
  private logs: Real[];
  private roundings = 0;
  private maxSum = ZERO;
  private now: number;

  constructor(deployment: Deployment, market: bigint, parameters: Case, prices: readonly bigint[], random: Random) {
    this.deployment = deployment;
    this.market = market;
    this.parameters = parameters;
    this.random = random;
    this.logs = prices.map((price) => fromWad(price).ln().plus(40));
    const end = deployment.params.closesAt;
    this.twap = new TimeWeighted(prices.length, end - WINDOW, end);
    this.now = end - 10 * 86_400;
  }

  async run(): Promise<void> {
    this.now = (await time.latest()) + 1;
    const end = this.twap.end;
    for (let step = 0; step < STEPS; ++step) {
      // Half of the steps before the window, half in it.
      const until = step < STEPS / 2 ? this.twap.start : end - 60;
      this.now += Math.max(1, Math.floor(((until - this.now) * (1 + this.random(99))) / 600));
      await time.setNextBlockTimestamp(this.now);
      if (step % 8 === 3) await this.join();
      else if (step % 8 === 5) await this.exit();
      else if (step % 8 === 7) await this.recentre();
      else if (step === 4 && this.parameters.extra !== undefined) await this.addReserve(this.parameters.extra);
      else await this.trade();
      await this.compare();
    }
    await time.increaseTo(end + 1000);
    this.twap.advance(end, pricesOf(this.logs));
    await this.compareTwap();
  }

  private async trade(): Promise<void> {
    const { alice, markets } = this.deployment;
    const before = await read(this.deployment, this.market);
    const orders = await this.orders(before);
    this.twap.advance(this.now, pricesOf(this.logs));
    const receipt = await (await markets.connect(alice).trade(this.market, orders, NO_LIMIT, DEADLINE, alice)).wait();
    const traded = receipt?.logs.map((log) => markets.interface.parseLog(log)).find((log) => log?.name === "Traded");
    if (!traded) throw new Error("There was no trade.");
    const { total, fee } = traded.args as unknown as { total: bigint; fee: bigint };
    const after = await read(this.deployment, this.market);

    const sales = orders.map(({ outcome, short, amount }) => ({ outcome, amount: real(short ? -amount : amount) }));
    const released = await this.release(before, after);
    const shorts = sum(orders.filter(({ short }) => short).map(({ amount }) => real(amount)));
    this.checkCost(before, sales, released, real(total - fee).minus(shorts));
    this.checkFee(before, sales, released, real(fee), after);
    this.logs = move(this.logs, sales, released);
    this.roundings += 1;
  }

  /** b as the trade found it: what the first trade of a block releases of an extra reserve comes before it. */
  private async release(before: Chain, after: Chain): Promise<Real> {
    if (before.extraReserve === after.extraReserve) return before.b;
    const { markets } = this.deployment;
    const [event] = await markets.queryFilter(markets.filters.ReserveReleased(this.market), "latest");
    if (!event) throw new Error("Nothing was released.");
    const [growth, charge] = [real(event.args[1]), real(event.args[2])];
    const lambda = sumOf(before.logs).ln().minus(before.minLog);
    expect(charge.gte(growth.times(lambda)), "what b grew by is paid for").to.be.true;
    return before.b.plus(growth);
  }

  private checkCost(before: Chain, sales: readonly Sale[], b: Real, cost: Real): void {
    const exact = costOf(before.logs, move(before.logs, sales, b), b);
    const excess = cost.minus(exact);
    expect(excess.gte(0), `cost ${cost} is at least ${exact}`).to.be.true;
    const bound = b.times(ULP).times(COST_BOUND).plus(1);
    expect(excess.lt(bound), `cost ${cost} exceeds ${exact} by ${excess}, less than ${bound}`).to.be.true;
    const ulps = excess.minus(1).div(b.times(ULP)).toNumber();
    if (b.gt("1e19")) this.measured.cost = Math.max(this.measured.cost, ulps);
  }

  private checkFee(before: Chain, sales: readonly Sale[], b: Real, fee: Real, after: Chain): void {
    const [rate, alpha] = [real(this.parameters.feeRate).div("1e8"), real(this.parameters.alpha).div("1e8")];
    const turnover = turnoverOf(before.logs, move(before.logs, sales, b), sales);
    const off = sum(sales.map(({ amount }) => amount.abs()))
      .times(ULP)
      .times(FEE_BOUND);
    expect(fee.minus(turnover.times(rate)).abs().lte(off.plus(1).times(rate).plus(1)), `fee ${fee}`).to.be.true;

    // b grows by at most what the fee pays for, and by as much of that as lMin lets it.
    const grown = after.b.minus(b);
    const logSum = sumOf(after.logs).ln();
    const least = smallest(after.logs);
    const limit = turnover.plus(off).plus(1).times(alpha);
    expect(grown.lte(limit) && grown.times(logSum.minus(least)).lte(fee), `b grew by ${grown}`).to.be.true;
    const affordable = fee.div(logSum.minus(after.minLog).plus(ULP.times(20)));
    const lower = turnover.minus(off).times(alpha);
    expect(grown.gte((affordable.lt(lower) ? affordable : lower).minus(2)), `b grew only by ${grown}`).to.be.true;
  }

  private async join(): Promise<void> {
    const { bob, markets } = this.deployment;
    const { total } = await read(this.deployment, this.market);
    const shares = (total * BigInt(1 + this.random(50))) / 100n;
    this.twap.advance(this.now, pricesOf(this.logs));
    await markets.connect(bob).join(this.market, shares, NO_LIMIT, [], DEADLINE, bob);
  }

  private async exit(): Promise<void> {
    const { bob, markets } = this.deployment;
    const held = await markets.balanceOf(bob, this.market | SHARES);
    this.twap.advance(this.now, pricesOf(this.logs));
    await markets.connect(bob).exit(this.market, held / BigInt(2 + this.random(5)) + 1n, false, 0n, bob);
  }

  /** What costs less than e^-40 is out of range at the opening's scale: then the scale stays. */
  private async recentre(): Promise<void> {
    const { markets } = this.deployment;
    const { logs } = await read(this.deployment, this.market);
    this.twap.advance(this.now, pricesOf(this.logs));
    if (smallest(logs).minus(sumOf(logs).ln()).lt(-40)) {
      const refused = markets.recentre(this.market);
      await expect(refused).to.be.revertedWithCustomError(markets, "Markets_OutOfRange");
      await networkHelpers.mine();
      return;
    }
    await markets.recentre(this.market);
    this.roundings += 3; // outcomes that never traded get their log weight here
  }

  private async addReserve(amount: bigint): Promise<void> {
    this.twap.advance(this.now, pricesOf(this.logs));
    await this.deployment.markets.connect(this.deployment.bob).addReserve(this.market, amount);
  }

  /** One outcome to any price between 1e-9 and 1 - 1e-9, or a few by small amounts. */
  private async orders({ logs, b }: Chain): Promise<Order[]> {
    const { n } = this.parameters;
    if (this.random(2) === 0) {
      const outcome = this.random(n);
      const log = logs[outcome] ?? ZERO;
      const others = sumOf(logs.filter((_, j) => j !== outcome)).ln();
      const odds = (MOST_ODDS * (this.random(2001) - 1000)) / 1000;
      // Inside the range of log weights.
      const target = Math.min(59.9, Math.max(0.1, others.plus(odds).toNumber()));
      const amount = BigInt(b.times(real(target).minus(log)).toFixed(0));
      return amount === 0n ? [this.short(outcome, 1n)] : [await this.order(outcome, amount)];
    }
    const chosen = new Set(Array.from({ length: 1 + this.random(5) }, () => this.random(n)));
    const orders: Order[] = [];
    for (const outcome of [...chosen].sort((x, y) => x - y)) {
      const log = (logs[outcome] ?? ZERO).toNumber();
      const magnitude =
        BigInt(
          b
            .times(1 + this.random(999))
            .div(10 ** (3 + this.random(12)))
            .toFixed(0),
        ) + 1n;
      orders.push(await this.order(outcome, this.random(2) === 0 && log > 2 ? -magnitude : magnitude));
    }
    return orders;
  }

  /** Sells what alice holds of either token before she buys the other. */
  private async order(outcome: number, amount: bigint): Promise<Order> {
    const { alice, markets } = this.deployment;
    const other = this.parameters.n === 2 ? BigInt(1 - outcome) : SHORT + BigInt(outcome);
    if (amount < 0n) {
      const held = await markets.balanceOf(alice, this.market | BigInt(outcome));
      return held >= -amount ? { outcome, short: false, amount } : this.short(outcome, -amount);
    }
    const held = await markets.balanceOf(alice, this.market | other);
    return held >= amount && this.random(2) === 0 ? this.short(outcome, -amount) : { outcome, short: false, amount };
  }

  private short(outcome: number, amount: bigint): Order {
    return { outcome, short: true, amount };
  }

  private async compare(): Promise<void> {
    const chain = await read(this.deployment, this.market);
    this.maxSum = largest([this.maxSum, fromWad(chain.rawSum)]);
    expect(chain.rawSum, "MK-11").to.equal(chain.weights.reduce((total, weight) => total + weight, 0n));

    const cover = leastCover(chain.inventories, chain.logs, chain.b).minus(chain.reserve);
    expect(cover.gte(0), `MK-12: ${cover}`).to.be.true;
    this.measured.cover = Math.min(this.measured.cover, cover.toNumber());

    const exact = pricesOf(this.logs);
    const errors = chain.prices.map((price, j) =>
      price
        .div(exact[j] ?? ONE)
        .minus(1)
        .abs(),
    );
    const error = largest(errors).div(ULP).toNumber();
    expect(error, "relative error of prices").to.be.below(PRICE_BOUND(this.roundings));
    this.measured.price = Math.max(this.measured.price, error / PRICE_BOUND(this.roundings));
    await this.compareTwap();
  }

  /** Up to now. Time-weighted prices are floored, and the largest gets the rest. */
  private async compareTwap(): Promise<void> {
    const means = this.twap.means();
    if (means === undefined) return;
    const chain = await this.deployment.markets.getTwap(this.market);
    expect(chain.reduce((total, weight) => total + weight, 0n)).to.equal(WAD);
    const errors = means.map((mean, j) =>
      fromWad(chain[j] ?? 0n)
        .minus(mean)
        .abs(),
    );
    // The integral of 1/S is floored to 2^-128 at each step, which counts S times.
    const integrals = this.maxSum
      .times(STEPS)
      .div(real(2n ** 128n))
      .div(this.twap.seconds());
    const bounds = means.map((mean) => ULP.times(PRICE_BOUND(this.roundings)).plus(integrals).times(mean).plus(ULP));
    const first = means.indexOf(largest(means));
    for (const [j, error] of errors.entries()) {
      const bound = (bounds[j] ?? ZERO).plus(j === first ? ULP.times(means.length) : 0);
      expect(error.lt(bound), `time-weighted price of ${j}: ${error}, bound ${bound}`).to.be.true;
    }
    this.measured.twap = Math.max(this.measured.twap, largest(errors).div(ULP).toNumber());
  }
}

/** The last at 1e-9, the others of any magnitude above; the first gets the rest, at n = 2 it is 1 - 1e-9. */
function openingPrices(n: number, random: Random): bigint[] {
  const others = Array.from({ length: n - 2 }, () => 10n ** BigInt(9 + random(7)) * BigInt(1 + random(9)));
  const rest = [...others, 10n ** 9n];
  return [rest.reduce((left, price) => left - price, WAD), ...rest];
}

async function walk(parameters: Case, seed: number): Promise<Measured> {
  const { b, n, decimals, feeRate, alpha } = parameters;
  const deployment = await loadFixture(deployedFixture);
  const { alice, bob, markets, sponsor } = deployment;
  const token = await ethers.deployContract("TestToken", ["Money", "MNY", decimals]);
  for (const account of [alice, bob, sponsor]) {
    await token.mint(account, b * 1_000_000n);
    await token.connect(account).approve(markets, ethers.MaxUint256);
  }
  const random = generator(seed);
  const prices = openingPrices(n, random);
  const asset = await token.getAddress();
  const market = await open(deployment, prices, { asset, b, feeRate, alpha });
  const walk = new Walk(deployment, market, parameters, prices, random);
  await walk.run();
  return walk.measured;
}

describe("The contracts and 60 digits", function () {
  const units = (amount: number, decimals: number): bigint => BigInt(amount) * 10n ** BigInt(decimals);
  const cases: Case[] = [
    { decimals: 18, n: 2, b: units(1000, 18), feeRate: 0, alpha: 0 },
    { decimals: 18, n: 3, b: units(1000, 18), feeRate: 300_000, alpha: 12_500, extra: units(700, 18) },
    { decimals: 18, n: 7, b: units(20, 18), feeRate: 1_000_000, alpha: 0 },
    { decimals: 18, n: 40, b: units(1000, 18), feeRate: 300_000, alpha: 5_000_000 },
    { decimals: 6, n: 2, b: units(5000, 6), feeRate: 300_000, alpha: 12_500 },
    { decimals: 6, n: 3, b: units(1, 6), feeRate: 0, alpha: 0 },
    { decimals: 6, n: 7, b: units(123_456, 6), feeRate: 10_000_000, alpha: 16_000_000, extra: units(10_000, 6) },
    { decimals: 6, n: 40, b: units(5000, 6), feeRate: 0, alpha: 16_000_000 },
  ];
  for (const [seed, parameters] of cases.entries()) {
    const { alpha, decimals, feeRate, n } = parameters;
    const title = `${n} outcomes, ${decimals} decimals, fee ${feeRate / 1e8}, alpha ${alpha / 1e8}`;
    it(`MK-10 to MK-18, MK-21 it should stay within the bounds: ${title}`, async function () {
      const measured = await walk(parameters, seed + 1);
      if (process.env["SHOW_BOUNDS"] !== undefined) console.log(measured);
    });
  }
});
