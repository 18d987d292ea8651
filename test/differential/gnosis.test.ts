import { expect } from "chai";
import { encodeFunctionData, zeroHash, type Address, type Hex } from "viem";

import { conditionalTokensAbi, lmsrAbi } from "../../scripts/benchPeers/abis.ts";
import { createCondition, type Condition } from "../../scripts/benchPeers/conditionalTokens.ts";
import { openLmsr } from "../../scripts/benchPeers/lmsr.ts";
import { createStage, type Stage } from "../../scripts/benchPeers/stage.ts";
import { floorWeights } from "../../sdk/src/math/index.ts";
import { must, WAD } from "../utils/markets.ts";
import { type Random, generator } from "../utils/random.ts";
import { type Real, costOf, largest, move, pricesOf, real, ULP } from "./reference.ts";

const STEPS = 30;
const CLOSE = 3_000_000_000;
const DEADLINE = 4_000_000_000n;
const NO_LIMIT = 2n ** 255n - 1n;

/** A market of ours without fee, resolved by the sponsor. */
async function createMarket({ markets, money, accounts }: Stage, n: number, question: number): Promise<bigint> {
  const params = {
    asset: money.address,
    assetId: 0n,
    resolver: accounts.sponsor,
    opener: accounts.sponsor,
    outcomes: n,
    closesAt: CLOSE + question,
    twapWindow: 1,
    feeRate: 0,
    alpha: 0,
    context: zeroHash,
  } as const;
  await markets.write.createMarket([params]);
  return markets.read.computeMarket([accounts.sponsor, params]);
}

/** What a call pays to an account; negative: takes from it. */
async function paidBy({ money }: Stage, account: Address, call: () => Promise<unknown>): Promise<bigint> {
  const before = await money.read.balanceOf([account]);
  await call();
  return (await money.read.balanceOf([account])) - before;
}

/** The same calls on both, whose payments and balances must be the same. */
class Twins {
  private readonly stage: Stage;
  private readonly market: bigint;
  private readonly condition: Condition;
  private readonly n: number;

  constructor(stage: Stage, market: bigint, condition: Condition, n: number) {
    this.stage = stage;
    this.market = market;
    this.condition = condition;
    this.n = n;
  }

  static async create(stage: Stage, n: number, question: number): Promise<Twins> {
    const condition = await createCondition(stage, n, question);
    await condition.prepare();
    return new Twins(stage, await createMarket(stage, n, question), condition, n);
  }

  async split(account: Address, amount: bigint): Promise<void> {
    const { markets } = this.stage;
    const ours = () => markets.write.split([this.market, amount, account], { account });
    expect(await this.pay(account, ours, () => this.condition.split(account, amount))).to.equal(-amount);
  }

  async merge(account: Address, amount: bigint): Promise<void> {
    const { markets } = this.stage;
    const ours = () => markets.write.merge([this.market, amount, account], { account });
    expect(await this.pay(account, ours, () => this.condition.merge(account, amount))).to.equal(amount);
  }

  async refuseToMerge(account: Address, amount: bigint): Promise<void> {
    const { markets } = this.stage;
    const ours = markets.write.merge([this.market, amount, account], { account });
    await expect(ours).to.be.rejectedWith("ERC6909InsufficientBalance");
    await expect(this.condition.merge(account, amount)).to.be.rejectedWith("subtraction overflow");
  }

  /** Before anything is reported. */
  async refuseToRedeem(account: Address): Promise<void> {
    const ours = this.stage.markets.write.redeem([[this.market], [1n], account], { account });
    await expect(ours).to.be.rejectedWith("Markets_NotResolved");
    await expect(this.condition.redeem(account)).to.be.rejectedWith("result for condition not received yet");
  }

  async transfer(from: Address, to: Address, outcome: number, amount: bigint): Promise<void> {
    const { markets } = this.stage;
    await markets.write.transfer([to, this.market | BigInt(outcome), amount], { account: from });
    await this.condition.transfer(from, to, outcome, amount);
  }

  async report(weights: readonly bigint[], numerators: readonly bigint[]): Promise<void> {
    await this.stage.markets.write.report([this.market, weights]);
    await this.condition.report(numerators);
    const again = this.stage.markets.write.report([this.market, weights]);
    await expect(again).to.be.rejectedWith("Markets_AlreadyResolved");
    await expect(this.condition.report(numerators)).to.be.rejectedWith("payout denominator already set");
  }

  /** Redeems all of some outcomes; what each of the two pays. */
  async redeem(account: Address, outcomes: readonly number[]): Promise<{ ours: bigint; theirs: bigint }> {
    const { markets } = this.stage;
    const ids = outcomes.map((j) => this.market | BigInt(j));
    const amounts = await Promise.all(ids.map((id) => markets.read.balanceOf([account, id])));
    const ours = await paidBy(this.stage, account, () => markets.write.redeem([ids, amounts, account], { account }));
    const theirs = await paidBy(this.stage, account, () => this.condition.redeem(account, outcomes));
    return { ours, theirs };
  }

  /** Of all outcomes; the same on both. */
  async balances(account: Address): Promise<readonly bigint[]> {
    const ids = Array.from({ length: this.n }, (_, j) => this.market | BigInt(j));
    const ours = await Promise.all(ids.map((id) => this.stage.markets.read.balanceOf([account, id])));
    expect(ours).to.deep.equal(await this.condition.balances(account));
    return ours;
  }

  private async pay(account: Address, ours: () => Promise<unknown>, theirs: () => Promise<unknown>): Promise<bigint> {
    const paid = await paidBy(this.stage, account, ours);
    expect(paid).to.equal(await paidBy(this.stage, account, theirs));
    return paid;
  }
}

/** Splits, merges and transfers between two accounts, by amounts of any size. */
async function walk(twins: Twins, [alice, bob]: readonly [Address, Address], n: number, random: Random) {
  await twins.split(alice, WAD);
  await twins.split(bob, WAD);
  for (let step = 0; step < STEPS; ++step) {
    const [from, to] = random(2) === 0 ? [alice, bob] : [bob, alice];
    const amount = BigInt(1 + random(2 ** 31)) ** BigInt(1 + random(2));
    const held = await twins.balances(from);
    const least = held.reduce((a, x) => (x < a ? x : a));
    const kind = random(4);
    if (kind === 0) await twins.split(from, amount);
    else if (kind === 1 && least > 0n) await twins.merge(from, 1n + (amount % least));
    else if (kind === 2) await twins.refuseToMerge(from, least + amount);
    else {
      const outcome = random(n);
      await twins.transfer(from, to, outcome, amount % (must(held[outcome]) + 1n));
    }
  }
  await Promise.all([twins.balances(alice), twins.balances(bob)]);
}

/** Payouts that both can say exactly: theirs are numerators over their sum, ours WADs. */
const PAYOUTS = [
  { name: "7 WADs", n: 7, numerators: (random: Random) => wads(7, random) },
  { name: "16 multiples of 1/1000", n: 16, numerators: (random: Random) => parts(16, 1000, random) },
  { name: "one winner of 4", n: 4, numerators: () => [0n, 0n, 1n, 0n] },
  { name: "2 halves", n: 2, numerators: () => [1n, 1n] },
  { name: "45 WADs", n: 45, numerators: (random: Random) => wads(45, random) },
];

function wads(n: number, random: Random): bigint[] {
  return floorWeights(Array.from({ length: n }, () => (random(4) === 0 ? 0n : BigInt(1 + random(2 ** 31)))));
}

function parts(n: number, total: number, random: Random): bigint[] {
  const counts = Array.from({ length: n }, () => 0n);
  for (let i = 0; i < total; ++i) {
    const j = random(n);
    counts[j] = must(counts[j]) + 1n;
  }
  return counts;
}

const B = 1000n * WAD;
/**
 * What Fixed192x64Math states: `log2Bounds` are 4 apart and `pow2Bounds` 8 (relative), in units of 2^-64; the LMSR takes
 * the upper ones. A cost is `log2(sum 2^x) / log2(n) * funding`: off by 4 of the logarithm, 8/ln 2 of the powers,
 * 2 for exponents cut off, and twice 4 by log2 n, which stands for b and for where the prices begin; of all that,
 * times b ln 2. Cutting off the quotient takes 2^-64 of the funding, and the result is rounded up to a unit; another
 * is for the funding, which is rounded too.
 */
const PEER_ULP = real(2).pow(-64);
const peerBound = (n: number): Real =>
  real(B)
    .times(PEER_ULP)
    .times(real(2).ln().times(14).plus(8).plus(real(n).ln()))
    .plus(2);
/** Ours, as the test of the mathematics has it, and what l was rounded up by in every trade before. */
const ourBound = (trades: number): Real =>
  real(B)
    .times(ULP)
    .times(9 + trades)
    .plus(1);

class Traders {
  private readonly stage: Stage;
  private readonly market: bigint;
  private readonly maker: Address;
  private readonly n: number;
  private readonly sold: bigint[];
  private trades = 0;

  constructor(stage: Stage, market: bigint, maker: Address, n: number) {
    this.stage = stage;
    this.market = market;
    this.maker = maker;
    this.n = n;
    this.sold = Array.from({ length: n }, () => 0n);
  }

  static async create(stage: Stage, n: number, question: number): Promise<Traders> {
    const { accounts, markets, spend, conditionalTokens } = stage;
    const condition = await createCondition(stage, n, question);
    await condition.prepare();
    const funding = BigInt(real(B).times(real(n).ln()).toFixed(0));
    const { maker } = await openLmsr(stage, condition.id, funding, 0n);
    const approval = { abi: conditionalTokensAbi, functionName: "setApprovalForAll", args: [maker, true] } as const;
    await spend(accounts.first, conditionalTokens, encodeFunctionData(approval));
    const market = await createMarket(stage, n, question);
    const equal = Array.from({ length: n }, () => WAD / BigInt(n));
    await markets.write.openPool([market, equal, B, accounts.sponsor]);
    return new Traders(stage, market, maker, n);
  }

  /** Buys (positive) and sells of both; what ours takes. */
  async trade(amounts: readonly bigint[]): Promise<bigint> {
    const { accounts, markets, spend } = this.stage;
    const account = accounts.first;
    const orders = amounts.map((amount, outcome) => ({ outcome, short: false, amount }));
    const nonzero = orders.filter(({ amount }) => amount !== 0n);
    const args = [this.market, nonzero, NO_LIMIT, DEADLINE, account] as const;
    const data: Hex = encodeFunctionData({ abi: lmsrAbi, functionName: "trade", args: [amounts, 0n] });
    const ours = -(await paidBy(this.stage, account, () => markets.write.trade(args, { account })));
    const theirs = -(await paidBy(this.stage, account, () => spend(account, this.maker, data)));
    this.compare(amounts, real(ours), real(theirs));
    amounts.forEach((amount, j) => (this.sold[j] = must(this.sold[j]) + amount));
    this.trades += 1;
    return ours;
  }

  /** Marginal prices of both, as far as 1e-15 of each. */
  async comparePrices(): Promise<void> {
    const { client, markets } = this.stage;
    const { sum } = await markets.read.getPool([this.market]);
    const exact = pricesOf(this.logs());
    for (const [j, { weight }] of (await markets.read.getOutcomes([this.market])).entries()) {
      const read = { address: this.maker, abi: lmsrAbi, functionName: "calcMarginalPrice", args: [j] } as const;
      const theirs = real(await client.readContract(read)).times(PEER_ULP);
      const ours = real(weight).div(real(sum));
      const errors = [ours, theirs].map((price) => price.minus(must(exact[j])).abs());
      expect(largest(errors).lt(1e-15), `price ${j}: ${ours}, ${theirs}`).to.be.true;
    }
  }

  /** All that was sold comes back. */
  async close(): Promise<bigint> {
    return this.trade(this.sold.map((amount) => -amount));
  }

  /** A few outcomes, bought or sold up to b; nothing that the trader does not have. */
  draw(random: Random): bigint[] {
    const chosen = new Set(Array.from({ length: 1 + random(4) }, () => random(this.n)));
    return this.sold.map((held, j) => {
      if (!chosen.has(j)) return 0n;
      const amount = ((B / 2n ** 31n) * BigInt(1 + random(2 ** 31))) / 10n ** BigInt(random(6));
      return random(2) === 0 && held > 0n ? -(amount < held ? amount : held) : amount;
    });
  }

  private logs(): Real[] {
    return this.sold.map((amount) => real(amount).div(real(B)));
  }

  private compare(amounts: readonly bigint[], ours: Real, theirs: Real): void {
    const sales = amounts.map((amount, outcome) => ({ outcome, amount: real(amount) }));
    const exact = costOf(this.logs(), move(this.logs(), sales, real(B)), real(B));
    const [ourError, theirError] = [ours.minus(exact), theirs.minus(exact)];
    const [most, theirMost] = [ourBound(this.trades), peerBound(this.n)];
    expect(theirError.abs().lte(theirMost), `theirs is off by ${theirError}, more than ${theirMost}`).to.be.true;
    expect(ourError.abs().lte(most), `ours is off by ${ourError}, more than ${most}`).to.be.true;
    expect(ours.minus(theirs).abs().lte(most.plus(theirMost))).to.be.true;
  }
}

describe("The differential against Gnosis", function () {
  let stage: Stage;

  before(async function () {
    stage = await createStage();
  });

  describe("its Conditional Tokens", function () {
    for (const [question, { name, n, numerators: draw }] of PAYOUTS.entries()) {
      it(`should take and pay the same: ${name} (MK-1, MK-30, MK-31)`, async function () {
        const random = generator(question);
        const { first: alice, buyer: bob, second: carol } = stage.accounts;
        const twins = await Twins.create(stage, n, 100 + question);
        await walk(twins, [alice, bob], n, random);
        await twins.split(carol, 7n * WAD);

        const outcomes = Array.from({ length: n }, (_, j) => j);
        await twins.refuseToRedeem(carol);
        const numerators = draw(random);
        const sum = numerators.reduce((total, numerator) => total + numerator, 0n);
        const weights = numerators.map((numerator) => (numerator * WAD) / sum);
        await twins.report(weights, numerators);

        // One outcome at a time: the same to the unit.
        for (const outcome of outcomes) {
          const { ours, theirs } = await twins.redeem(alice, [outcome]);
          expect(ours, `outcome ${outcome}`).to.equal(theirs);
        }
        // Together: they round down each outcome, we the sum, so we pay less than a unit an outcome more.
        const together = await twins.redeem(bob, outcomes);
        expect(together.ours >= together.theirs && together.ours - together.theirs < BigInt(n)).to.be.true;
        // Whole tokens leave nothing to round, and full sets are worth themselves.
        expect(await twins.redeem(carol, outcomes)).to.deep.equal({ ours: 7n * WAD, theirs: 7n * WAD });
      });
    }
  });

  describe("its LMSR", function () {
    for (const [n, trades] of [
      [2, 40],
      [5, 40],
      [16, 30],
      [128, 5],
    ] as const) {
      it(`should cost the same at alpha 0, no fee and ${n} equal prices (MK-10, MK-13, MK-14)`, async function () {
        const random = generator(n);
        const traders = await Traders.create(stage, n, 200 + n);
        let paid = 0n;
        for (let i = 0; i < trades; ++i) paid += await traders.trade(traders.draw(random));
        await traders.comparePrices();
        paid += await traders.close();
        expect(paid >= 0n, `a closed cycle costs ${paid}`).to.be.true;
      });
    }
  });
});
