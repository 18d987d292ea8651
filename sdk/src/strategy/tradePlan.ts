import { type Order, type PoolState, type Quote, prices, profitAt, worstCase } from "../math/lmsr.ts";
import { abs, mulDiv } from "../math/rounding.ts";
import type { Holdings } from "../types/holdings.ts";
import { WAD } from "../utils/wad.ts";

/** One order of a plan, and what it does. */
export type Leg = Order & {
  /** Price of the token before and after the whole trade, in WAD; of a SHORT 1 less the price of its outcome. */
  readonly priceBefore: bigint;
  readonly priceAfter: bigint;
  /** The amount at the mean of both prices, in units, rounded up; negative: about what a sale brings. */
  readonly value: bigint;
  /** What the trader then holds of the token, in units. */
  readonly heldAfter: bigint;
};

/** Trades, and what comes of them. */
export type TradePlan = {
  /** Orders as `trade` wants them; none if no trade promises anything. */
  readonly orders: readonly Order[];
  /** The same orders, sells first: they pay for what is bought, as all of them are one call. */
  readonly legs: readonly Leg[];
  /** `b ln(S'/S)`, in units. */
  readonly cost: bigint;
  /** In units. */
  readonly fee: bigint;
  /** What the trader pays: cost + fee + one for each SHORT, in units; at most the budget, negative if it is paid. */
  readonly total: bigint;
  /** What `trade` may cost at the most: the total and the accepted slippage, in units; at most the budget. */
  readonly maxCost: bigint;
  /** Prices after the trade, in WAD. */
  readonly pricesAfter: readonly bigint[];
  /** The pool after the trade: plan the next trade from here. */
  readonly after: PoolState;
  /** The targets with all outcomes filled in, in WAD, summing to 1e18. */
  readonly targets: readonly bigint[];
  /**
   * Expected profit of the orders at the targets, in units; positive, or 0 without orders. With `kelly` a trade may
   * also cost something that makes holdings less risky.
   */
  readonly expectedProfit: bigint;
  /** Expected growth of the logarithm of wealth, by the cautious belief of `kelly`; undefined without it. */
  readonly expectedGrowth: number | undefined;
  /** The least that the orders can earn, over all payouts, in units; negative: the most they can lose. */
  readonly worstCase: bigint;
  /** What the orders earn at payouts (WAD), in units; what is sold counts as a loss of what it would have paid. */
  readonly profitAt: (payouts: readonly bigint[]) => bigint;
};

/** What is the same for all plans of a market. */
export type PlanContext = {
  readonly pool: PoolState;
  /** Prices now, in WAD. */
  readonly pricesBefore: readonly bigint[];
  readonly targets: readonly bigint[];
  /** All that the trader has. */
  readonly held: Holdings;
  /** In WAD. */
  readonly slippage: bigint;
  /** Expected growth by orders and their total; undefined where profit is what counts. */
  readonly growthOf: ((orders: readonly Order[], total: bigint) => number) | undefined;
};

/** Returns the plan of orders that were quoted. */
export function toPlan(context: PlanContext, orders: readonly Order[], quoted: Quote): TradePlan {
  const { pool, targets, growthOf } = context;
  const { cost, fee, total, after } = quoted;
  const pricesAfter = prices(after);
  const legs = legsOf(context, orders, pricesAfter);
  return {
    orders,
    legs: [...legs.filter(({ amount }) => amount < 0n), ...legs.filter(({ amount }) => amount > 0n)],
    cost,
    fee,
    total,
    maxCost: total + mulDiv(context.slippage, volumeOf(legs), WAD, "Up"),
    pricesAfter,
    after,
    targets,
    expectedProfit: profitAt(orders, total, targets),
    expectedGrowth: growthOf?.(orders, total),
    worstCase: worstCase(orders, total, pool.outcomes.length),
    profitAt: (payouts) => profitAt(orders, total, payouts),
  };
}

/** Returns the plan not to trade. */
export function toEmptyPlan({ pool, pricesBefore, targets, growthOf }: PlanContext): TradePlan {
  return {
    orders: [],
    legs: [],
    cost: 0n,
    fee: 0n,
    total: 0n,
    maxCost: 0n,
    pricesAfter: pricesBefore,
    after: pool,
    targets,
    expectedProfit: 0n,
    expectedGrowth: growthOf && 0,
    worstCase: 0n,
    profitAt: () => 0n,
  };
}

/** Returns the value of all that is traded, in units: what is paid for buys, and what sells bring. */
export function volumeOf(legs: readonly Leg[]): bigint {
  return legs.reduce((sum, { value }) => sum + abs(value), 0n);
}

function legsOf({ held, pricesBefore }: PlanContext, orders: readonly Order[], pricesAfter: readonly bigint[]): Leg[] {
  return orders.map((order) => {
    const { outcome, short, amount } = order;
    const tokenPrice = (price: bigint | undefined) => (short ? WAD - (price ?? 0n) : (price ?? 0n));
    const [priceBefore, priceAfter] = [tokenPrice(pricesBefore[outcome]), tokenPrice(pricesAfter[outcome])];
    const value = mulDiv(amount, priceBefore + priceAfter, 2n * WAD, "Up");
    const heldAfter = ((short ? held.short : held.long)[outcome] ?? 0n) + amount;
    return { ...order, priceBefore, priceAfter, value, heldAfter };
  });
}
