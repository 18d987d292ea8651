import { openPool, floorWeights, inventories, prices, quote, releaseReserve } from "../../sdk/src/math/index.ts";
import {
  OPENING_WEIGHT,
  WAD,
  mulDiv,
  recentre,
  type OpenPoolParameters,
  type PoolState,
} from "../../sdk/src/math/index.ts";
import { planTrades } from "../../sdk/src/strategy/index.ts";
import { mergeSets, type Account } from "./account.ts";
import type { Venue } from "./venue.ts";

/** When a simulated market closes; it opens at 0. In seconds, as far as time matters: the extra reserve's release. */
const CLOSES_AT = 1_000_000n;

/** Above this sum of weights the pool is recentred, as anyone may on the contract: buying full sets walks it up. */
const HIGH = OPENING_WEIGHT * WAD * 150n;

/** The pool of the contract, by the SDK's exact twins, with traders who plan with the SDK's planner. */
export class LmsrVenue implements Venue {
  readonly capital: bigint;
  private pool: PoolState;

  /**
   * @param parameters How the pool opens; see `openPool`.
   * @param extraReserve What the sponsor adds to become liquidity over the trading time, in units.
   */
  constructor(parameters: OpenPoolParameters, extraReserve: bigint = 0n) {
    const pool = openPool(parameters);
    this.capital = pool.cash + extraReserve;
    this.pool = { ...pool, cash: this.capital, reserve: extraReserve, extraReserve };
  }

  copy(): LmsrVenue {
    return Object.assign(Object.create(LmsrVenue.prototype) as LmsrVenue, this);
  }

  get state(): PoolState {
    return this.pool;
  }

  weights(): bigint[] {
    return floorWeights(this.pool.outcomes.map(({ weight }) => weight));
  }

  passTime(share: number): void {
    const now = (CLOSES_AT * BigInt(Math.round(share * 1e6))) / 1_000_000n;
    this.pool = releaseReserve(this.pool, now, CLOSES_AT);
  }

  trade(account: Account, targets: readonly bigint[]): Account {
    const held = mergeSets(account);
    const holdings = { long: held.long, short: held.long.map(() => 0n) };
    // The planner wants a positive budget, also of somebody who only has something to sell.
    const budget = held.money > 0n ? held.money : 1n;
    const { orders, total, after } = planTrades({ pool: this.pool, targets, budget, holdings, useShorts: false });
    if (total > held.money) return held;
    this.settle(after);
    const long = [...held.long];
    for (const { outcome, amount } of orders) long[outcome] = (long[outcome] ?? 0n) + amount;
    return { money: held.money - total, long };
  }

  raise(account: Account, outcome: number, target: number): Account {
    const price = Number(prices(this.pool)[outcome] ?? 0n) / 1e18;
    if (target <= price) return account;
    // p' = p e^{d/b} / (1 + p (e^{d/b} - 1)).
    const logs = Math.log((target * (1 - price)) / (price * (1 - target)));
    const amount = mulDiv(this.pool.b, BigInt(Math.round(logs * 1e15)), 10n ** 15n, "Up");
    const { total, after } = quote(this.pool, [{ outcome, short: false, amount }]);
    this.settle(after);
    return {
      money: account.money - total,
      long: account.long.map((held, j) => (j === outcome ? held + amount : held)),
    };
  }

  redeem(payouts: readonly bigint[]): bigint {
    return inventories(this.pool).reduce((sum, stock, j) => sum + stock * (payouts[j] ?? 0n), 0n) / WAD;
  }

  private settle(pool: PoolState): void {
    this.pool = pool.sum > HIGH ? recentre(pool) : pool;
  }
}
