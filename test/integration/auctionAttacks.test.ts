import { expect } from "chai";

import { klDivergence } from "../../sdk/src/math/index.ts";
import { B, type Bid, claim, houseFixture, type House, outcomeOf, prepare, run, sumOf } from "../utils/auction.ts";
import {
  create,
  DEADLINE,
  ethers,
  expectClose,
  FOUNDING,
  loadFixture,
  longs,
  must,
  NO_LIMIT,
  type Order,
  pricesOf,
  SHORT,
  time,
  toNumber,
  UNIT,
  WAD,
} from "../utils/markets.ts";
import { generator } from "../utils/random.ts";
import { thousandths } from "../utils/settle.ts";

/** What rounding may give or take, of amounts of 18 decimals. */
const ROUNDING = 1e-9;

/** Runs `use` and takes back all that it did. */
async function aside<T>(use: () => Promise<T>): Promise<T> {
  const snapshot: unknown = await ethers.provider.send("evm_snapshot", []);
  try {
    return await use();
  } finally {
    await ethers.provider.send("evm_revert", [snapshot]);
  }
}

/** The trades that bring a pool with constant b to these prices: LONGs where they rise, SHORTs where they fall. */
function ordersTo(prices: readonly bigint[], target: readonly bigint[], b: bigint): Order[] {
  return prices.flatMap((price, outcome) => {
    const step = Math.log(Number(must(target[outcome])) / Number(price));
    const amount = (b * BigInt(Math.round(Math.abs(step) * 1e12))) / 10n ** 12n;
    return amount === 0n ? [] : [{ outcome, short: step < 0, amount }];
  });
}

/** Brings the pool's prices to the truth, which the market then resolves to, and redeems all that the account has. */
async function tradeBack(house: House, account: House["alice"], market: bigint, truth: readonly bigint[]) {
  const { markets, sponsor } = house;
  const { b } = await markets.getPool(market);
  const orders = ordersTo(await pricesOf(markets, market), truth, b);
  if (orders.length !== 0) await markets.connect(account).trade(market, orders, NO_LIMIT, DEADLINE, account);
  await redeemAt(house, account, market, truth);
  return markets.connect(sponsor);
}

async function redeemAt(
  { markets, sponsor }: House,
  account: House["alice"],
  market: bigint,
  truth: readonly bigint[],
) {
  await markets.connect(sponsor).report(market, [...truth]);
  // In a binary market the other LONG is the SHORT.
  const ids =
    truth.length === 2 ? longs(market, 2) : [...longs(market, truth.length), ...longs(market | SHORT, truth.length)];
  const amounts = await Promise.all(ids.map((id) => markets.balanceOf(account, id)));
  await markets.connect(account).redeem(ids, amounts, account);
}

type Attack = {
  readonly rates: readonly bigint[];
  readonly truth: readonly bigint[];
  readonly bid: Pick<Bid, "budget" | "weights">;
  /** What others bid at the truth. */
  readonly honest?: bigint;
};

/** Alice bids, claims and trades the pool to the truth: what she has afterwards, less what she had. */
async function profitOf(house: House, { rates, truth, bid, honest = 0n }: Attack): Promise<number> {
  return aside(async () => {
    const { alice, bob, token } = house;
    const market = await prepare(house, { rates });
    const before = await token.balanceOf(alice);
    const mine: Bid = { ...bid, bidder: alice };
    await run(house, market, honest === 0n ? [mine] : [mine, { bidder: bob, budget: honest, weights: truth }]);
    await claim(house, market, mine);
    await tradeBack(house, alice, market, truth);
    return toNumber((await token.balanceOf(alice)) - before);
  });
}

/** The same where the sponsor bids little and opens a deep pool: the auction's prices, at a pool of another market. */
async function profitBeforeADeepPool(house: House, attack: Attack, small: bigint): Promise<number> {
  return aside(async () => {
    const { alice, auction, bob, markets, sponsor, token } = house;
    const { bid, honest = 0n, rates, truth } = attack;
    const market = await prepare(house, { rates, b: small });
    const closesAt = (await time.latest()) + 10 * 86_400;
    const deep = await create(house, { outcomes: rates.length, opener: sponsor.address, closesAt });
    const before = await token.balanceOf(alice);
    const mine: Bid = { ...bid, bidder: alice };
    await run(house, market, [mine, { bidder: bob, budget: honest, weights: truth }]);
    await claim(house, market, mine);
    await markets.connect(sponsor).openPool(deep, [...(await auction.pricesOf(market))], B, sponsor);
    await redeemAt(house, alice, market, truth);
    await tradeBack(house, alice, deep, truth);
    return toNumber((await token.balanceOf(alice)) - before);
  });
}

/** Budgets from a hundredth of b to a hundred times b. */
const SIZES = [B / 100n, B / 10n, B / 2n, B, 2n * B, 9n * B, 100n * B];

const FEW = thousandths(500n, 300n, 200n);
const SURE = thousandths(980n, 10n, 10n);

/** All on one outcome, or on all others alike. */
function corners(outcomes: number): bigint[][] {
  const indexes = Array.from({ length: outcomes }, (_, j) => j);
  const share = WAD / BigInt(outcomes - 1);
  const spread = (j: number) =>
    indexes.map((k) => (k === j ? 0n : k === (j === 0 ? 1 : 0) ? WAD - share * BigInt(outcomes - 2) : share));
  return indexes.flatMap((j) => [indexes.map((k) => (k === j ? WAD : 0n)), spread(j)]);
}

describe("Attack: distorting the opening", function () {
  it("with a small bid of the sponsor before a deep pool it should pay: why the sponsor bids b", async function () {
    const house = await loadFixture(houseFixture);
    // Honest money M, a pool of 10 M, and hardly anything of the sponsor's.
    const honest = B / 10n;
    let most = 0;
    for (const weights of corners(3)) {
      for (const budget of [honest, 4n * honest, 9n * honest, 20n * honest]) {
        const attack = { rates: SURE, truth: SURE, bid: { budget, weights }, honest };
        most = Math.max(most, await profitBeforeADeepPool(house, attack, UNIT / 1000n));
      }
    }
    // Out of 100 of honest money.
    expect(most / toNumber(honest)).to.be.within(12, 14.5);
  });

  it("OA-11 the same with the sponsor's bid of b should cost the attacker, whatever the size", async function () {
    const house = await loadFixture(houseFixture);
    let best = -Infinity;
    for (const weights of corners(3)) {
      for (const budget of SIZES) {
        const profit = await profitOf(house, { rates: SURE, truth: SURE, bid: { budget, weights }, honest: B / 10n });
        best = Math.max(best, profit);
        expect(profit, `${budget} on ${weights}`).to.be.below(ROUNDING);
      }
    }
    expect(best).to.be.below(0);
  });

  it("the attacker's result should be b KL(p0 || p) less b chi-square(p0 || p), at every distortion", async function () {
    const house = await loadFixture(houseFixture);
    const random = generator(5);
    for (let i = 0; i < 24; i++) {
      const weights = must(corners(3)[random(6)]);
      const part = BigInt(1 + random(1000));
      // Towards a corner by a part, so that distortions of all sizes come.
      const bid = {
        budget: (must(SIZES[random(SIZES.length)]) * BigInt(1 + random(100))) / 100n,
        weights: FEW.map((rate, j) => (rate * (1000n - part) + must(weights[j]) * part) / 1000n),
      };
      bid.weights[0] = must(bid.weights[0]) + WAD - sumOf(bid.weights);
      const { prices } = outcomeOf({ budget: B, weights: FEW }, [bid]);
      const chiSquare = FEW.reduce((sum, rate, j) => sum + Number(rate) ** 2 / Number(must(prices[j])), 0) / 1e18 - 1;
      const expected = toNumber(B) * (toNumber(klDivergence(FEW, prices)) - chiSquare);
      const profit = await profitOf(house, { rates: FEW, truth: FEW, bid });
      expectClose(profit, expected, 1e-6);
      expect(profit).to.be.below(ROUNDING);
    }
  });

  it("who knows better than the base rates should earn no more by distorting than by trading", async function () {
    const house = await loadFixture(houseFixture);
    const truths = [thousandths(200n, 300n, 500n), thousandths(10n, 980n, 10n), thousandths(499n, 301n, 200n)];
    for (const truth of truths) {
      const honest = toNumber(B) * toNumber(klDivergence(truth, FEW));
      for (const weights of [...corners(3), truth, FEW]) {
        for (const budget of [B / 10n, B, 9n * B]) {
          const profit = await profitOf(house, { rates: FEW, truth, bid: { budget, weights } });
          expect(profit, `${budget} on ${weights}`).to.be.below(honest + ROUNDING);
        }
      }
    }
  });

  it("OA-6 where prices are stopped at 1e-5 it should not pay either", async function () {
    const house = await loadFixture(houseFixture);
    // Nineteen base rates just above where prices are stopped: a bid of any size pushes them below.
    const low = 12n * 10n ** 12n;
    const rates = Array.from({ length: 20 }, (_, j) => (j === 0 ? WAD - 19n * low : low));
    const onFirst = rates.map((_, j) => (j === 0 ? WAD : 0n));
    const onSecond = rates.map((_, j) => (j === 1 ? WAD : 0n));
    for (const weights of [onFirst, onSecond]) {
      for (const budget of [B / 100n, B / 5n, B, 100n * B]) {
        const profit = await profitOf(house, { rates, truth: rates, bid: { budget, weights } });
        expect(profit, `${budget}`).to.be.below(ROUNDING);
      }
    }
  });

  it("two outcomes: in a search over distortions and sizes the best attack should be none", async function () {
    const house = await loadFixture(houseFixture);
    let best = -Infinity;
    for (const rates of [thousandths(500n, 500n), thousandths(990n, 10n)]) {
      for (const first of [0n, 100n, 495n, 505n, 985n, 995n, 1000n]) {
        for (const budget of SIZES) {
          const bid = { budget, weights: thousandths(first, 1000n - first) };
          best = Math.max(best, await profitOf(house, { rates, truth: rates, bid }));
        }
      }
    }
    expect(best).to.be.within(-0.1, ROUNDING);
  });
});

describe("Attack: not revealing", function () {
  /** Bob has two bids, his own and carol's: those of `revealed` are revealed. What he has then, less what he had. */
  async function withTwoBids(house: House, revealed: readonly string[], sizes: { alice: bigint; bob: bigint }) {
    return aside(async () => {
      const { alice, auction, bob, carol, markets, sponsor, token } = house;
      const truth = thousandths(200n, 300n, 500n);
      const market = await prepare(house, { rates: FEW });
      const bids = {
        alice: { bidder: alice, budget: sizes.alice, weights: truth },
        better: { bidder: bob, budget: sizes.bob, weights: thousandths(0n, 0n, 1000n) },
        worse: { bidder: carol, budget: sizes.bob, weights: thousandths(1000n, 0n, 0n) },
      };
      const worth = async () => (await token.balanceOf(bob)) + (await token.balanceOf(carol));
      const before = await worth();
      const { opensAt, revealsAt } = await auction.getAuction(market);
      for (const { bidder, budget, weights } of Object.values(bids)) {
        const hash = await auction.commitmentOf(market, bidder, budget, weights, ethers.ZeroHash);
        await auction.connect(bidder).commit(market, hash, budget, "0x");
      }
      await time.increaseTo(revealsAt);
      for (const [name, { bidder, budget, weights }] of Object.entries(bids)) {
        if (revealed.includes(name)) await auction.reveal(market, bidder, budget, weights, ethers.ZeroHash);
      }
      await time.increaseTo(opensAt);
      await auction.clear(market);
      for (const name of ["better", "worse"] as const) {
        const bid = bids[name];
        if (revealed.includes(name)) await claim(house, market, bid);
        else await auction.connect(bid.bidder).withdraw(market, bid.bidder);
      }
      await redeemAt(house, bob, market, truth);
      if (revealed.includes("worse"))
        await markets.connect(carol).redeem([market], [await markets.balanceOf(carol, market)], carol);
      expect((await markets.connect(sponsor).getMarket(market)).resolved).to.equal(true);
      return toNumber((await worth()) - before);
    });
  }

  /** What bob's better bid is worth for each unit of B' at M + F = M, if it alone of the two is revealed. */
  const valueOf = (alice: bigint, bob: bigint) => {
    const money = 0.2 * toNumber(B) + 0.5 * toNumber(alice) + toNumber(bob);
    return (0.5 * (toNumber(B) + toNumber(alice) + toNumber(bob))) / money;
  };

  it("OA-9 who reveals only the better of two bids should pay half of the other, but for its share", async function () {
    const house = await loadFixture(houseFixture);
    for (const [alice, bob] of [
      [500n * UNIT, 100n * UNIT],
      [500n * UNIT, 10n * UNIT],
      [10n * UNIT, 20_000n * UNIT],
    ] as const) {
      const only = await withTwoBids(house, ["alice", "better"], { alice, bob });
      const size = toNumber(bob);
      const money = toNumber(B) + toNumber(alice) + size;
      // The better bid alone, half of the other's deposit, and what of it comes back to the better.
      const value = valueOf(alice, bob);
      const expected = size * (value - 1) - size / 2 + (size / 2) * (size / money) * value;
      expectClose(only, expected, 1e-6);
      // Had he known, and made the better bid alone, he would have more.
      expect(only).to.be.below(size * (value - 1));
    }
  });

  it("OA-9 to reveal both, or none, should be as the rules say, and none be the dearest", async function () {
    const house = await loadFixture(houseFixture);
    const sizes = { alice: 500n * UNIT, bob: 100n * UNIT };
    const none = await withTwoBids(house, ["alice"], sizes);
    expectClose(none, -100, ROUNDING);
    const both = await withTwoBids(house, ["alice", "better", "worse"], sizes);
    expect(both).to.be.above(none);
  });
});

describe("Attack: copying a bid", function () {
  it("OA-3 a commitment copied from the mempool should earn its copier nothing but a loss", async function () {
    const house = await loadFixture(houseFixture);
    const { alice, auction, bob, markets, sponsor, token } = house;
    const truth = thousandths(200n, 300n, 500n);
    const before = await token.balanceOf(bob);
    const market = await prepare(house, { rates: FEW });
    const { opensAt, revealsAt } = await auction.getAuction(market);
    const hash = await auction.commitmentOf(market, alice, 100n * UNIT, truth, ethers.ZeroHash);
    await auction.connect(bob).commit(market, hash, 100n * UNIT, "0x");
    await auction.connect(alice).commit(market, hash, 100n * UNIT, "0x");
    await time.increaseTo(revealsAt);
    // Revealing alice's in her place does her a service.
    await auction.connect(bob).reveal(market, alice, 100n * UNIT, truth, ethers.ZeroHash);
    await expect(
      auction.connect(bob).reveal(market, bob, 100n * UNIT, truth, ethers.ZeroHash),
    ).to.be.revertedWithCustomError(auction, "OpeningAuction_WrongOpening");
    await time.increaseTo(opensAt);
    await auction.clear(market);
    await auction.connect(bob).withdraw(market, bob);
    expect(before - (await token.balanceOf(bob))).to.equal(50n * UNIT);
    // His half is alice's and the sponsor's.
    const mine = { bidder: alice, budget: 100n * UNIT, weights: truth };
    const had = await token.balanceOf(alice);
    await claim(house, market, mine);
    await redeemAt(house, alice, market, truth);
    const { longsOf } = outcomeOf({ budget: B, weights: FEW }, [mine], 50n * UNIT);
    const value = longsOf(mine).reduce((sum, amount, j) => sum + amount * must(truth[j]), 0n) / WAD;
    expect((await token.balanceOf(alice)) - had).to.equal(value);
    expect(value).to.be.above(100n * UNIT);
    expect(await markets.balanceOf(sponsor, market | FOUNDING)).to.equal(B - 1000n);
  });
});
