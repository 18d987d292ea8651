import { WAD, floorWeights } from "../../sdk/src/math/index.ts";
import { mergeSets, type Account } from "./account.ts";
import { buyLong, sellLong, spotOf, type ProductPool, type Swap } from "./constantProduct.ts";
import { planProduct, type ProductPlan } from "./productPlan.ts";
import type { Venue } from "./venue.ts";

/** Doubles round either way: this much of the money is not planned with, and amounts below this are not traded. */
const MARGIN = 1e-9;

/** One Uniswap pool for every outcome, as the incumbents have; prices need not sum to 1, so weights are normalised. */
export class ProductVenue implements Venue {
  readonly capital: bigint;
  private pools: readonly ProductPool[];

  /**
   * Splits half of the capital into full sets, of which each pool gets its LONGs, and with them money at the opening
   * price: nothing is left over.
   * @param prices Opening prices, in WAD, summing to 1e18.
   * @param capital In units.
   * @param feeRate In 1e-8.
   */
  constructor(prices: readonly bigint[], capital: bigint, feeRate: bigint) {
    const sets = capital / 2n;
    this.pools = prices.map((price) => ({ money: (sets * price) / WAD, long: sets, feeRate }));
    this.capital = this.pools.reduce((sum, { money }) => sum + money, sets);
  }

  copy(): ProductVenue {
    return Object.assign(Object.create(ProductVenue.prototype) as ProductVenue, this);
  }

  weights(): bigint[] {
    return floorWeights(this.pools.map(({ money, long }) => (money * WAD * WAD) / long));
  }

  /** Prices as they are, without making them sum to 1. */
  spots(): number[] {
    return this.pools.map(spotOf);
  }

  passTime(): void {
    // Nothing of it depends on time.
  }

  trade(account: Account, targets: readonly bigint[]): Account {
    const start = mergeSets(account);
    const budget = (Number(start.money) / 1e18) * (1 - MARGIN);
    const plan = planProduct({
      pools: this.pools.map(({ money, long, feeRate }) => ({
        money: Number(money) / 1e18,
        long: Number(long) / 1e18,
        keep: 1 - Number(feeRate) / 1e8,
      })),
      targets: targets.map((target) => Number(target) / 1e18),
      held: start.long.map((amount) => Number(amount) / 1e18),
      budget,
    });
    const before = this.pools;
    const after = this.execute(start, plan);
    if (after.money >= 0n) return mergeSets(after);
    this.pools = before;
    return start;
  }

  /** Splits, sells and buys in one transaction: money may be short in between. */
  private execute(start: Account, { amounts, sets }: ProductPlan): Account {
    const split = sets > 0 ? toUnits(sets) : 0n;
    let money = start.money - split;
    const long = start.long.map((amount) => amount + split);
    const pools = [...this.pools];
    amounts.forEach((amount, j) => {
      const swap = swapOf(pools[j], amount, long[j] ?? 0n);
      if (!swap) return;
      pools[j] = swap.after;
      money += amount > 0 ? -swap.paid : swap.received;
      long[j] = (long[j] ?? 0n) + (amount > 0 ? swap.received : -swap.paid);
    });
    this.pools = pools;
    return { money, long };
  }

  raise(account: Account, outcome: number, target: number): Account {
    const pool = this.pools[outcome];
    if (!pool) throw new RangeError(`There is no outcome ${outcome}.`);
    const spot = spotOf(pool);
    const others = this.spots().reduce((sum, price) => sum + price, -spot);
    // The weight is the share of its price in all prices. Spot after a purchase: (money + paid) / (long - amount), of
    // which the fee is a part, so that a little less is enough; bisected as the exact swap rounds.
    const aim = (target * others) / (1 - target);
    if (aim <= spot) return account;
    let [low, high] = [0n, pool.long - 1n];
    while (high - low > 1n) {
      const middle = (low + high) / 2n;
      if (spotOf(buyLong(pool, middle).after) < aim) low = middle;
      else high = middle;
    }
    const { paid, received, after } = buyLong(pool, high);
    this.pools = this.pools.map((before, j) => (j === outcome ? after : before));
    return {
      money: account.money - paid,
      long: account.long.map((held, j) => (j === outcome ? held + received : held)),
    };
  }

  redeem(payouts: readonly bigint[]): bigint {
    return this.pools.reduce((sum, { money, long }, j) => sum + money * WAD + long * (payouts[j] ?? 0n), 0n) / WAD;
  }
}

function swapOf(pool: ProductPool | undefined, amount: number, held: bigint): Swap | undefined {
  if (!pool || Math.abs(amount) < MARGIN) return undefined;
  if (amount > 0) return buyLong(pool, toUnits(amount));
  const sold = toUnits(-amount);
  const most = sold < held ? sold : held;
  return most > 0n ? sellLong(pool, most) : undefined;
}

function toUnits(tokens: number): bigint {
  return BigInt(Math.trunc(tokens * 1e9)) * 10n ** 9n;
}
