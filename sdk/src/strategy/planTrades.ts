import { InvalidBudgetError, InvalidTargetsError } from "../errors/strategy.ts";
import { LengthMismatchError } from "../errors/math.ts";
import {
  MAX_LOG,
  MIN_LOG,
  type Order,
  type PoolState,
  type Quote,
  RATE_SCALE,
  prices,
  profitAt,
  quote,
  worstCase,
} from "../math/lmsr.ts";
import { WAD, mulDiv } from "../math/rounding.ts";
import { floorWeights } from "../math/weights.ts";

import { type Holdings, withoutDust, withoutPairs, withoutShorts } from "./holdings.ts";
import { type Problem, type Side, type Solution, solve } from "./solve.ts";

/** Of 1e9 parts of a holding, all but one are all. */
const NEARLY = 10n ** 9n;
/** Holdings below 1e-12 of b are dust: doubles cannot tell what selling them does to a price. */
const DUST = 10n ** 12n;

/** How often to look again at what is sold out. */
const MOST_ATTEMPTS = 3;

/** What to plan for. */
export type PlanTradesParameters = {
  /** The pool as it will be when the trade arrives: after `releaseReserve`, if the trade is the first of a block. */
  readonly pool: PoolState;
  /**
   * What the trader believes, in WAD: a weight for each outcome, summing to 1e18, or those of some outcomes; the others
   * then share the rest in proportion to their prices.
   */
  readonly targets: readonly bigint[] | ReadonlyMap<number, bigint>;
  /** The most to pay, all included, in units. */
  readonly budget: bigint;
  /** What may be sold; nothing without it. Pairs of LONG_j and SHORT_j are left alone: `mergePair` pays them in full. */
  readonly holdings?: Holdings | undefined;
  /** Whether to buy SHORTs; true without it. They only save fees, so without a fee none is bought. */
  readonly useShorts?: boolean | undefined;
};

/** Trades, and what comes of them. */
export type TradePlan = {
  /** Orders as `trade` wants them; none if no trade has an expected profit. */
  readonly orders: readonly Order[];
  /** `b ln(S'/S)`, in units. */
  readonly cost: bigint;
  /** In units. */
  readonly fee: bigint;
  /** What the trader pays: cost + fee + one for each SHORT, in units; at most the budget, negative if it is paid. */
  readonly total: bigint;
  /** Prices after the trade, in WAD. */
  readonly pricesAfter: readonly bigint[];
  /** The pool after the trade: plan the next trade from here. */
  readonly after: PoolState;
  /** The targets with all outcomes filled in, in WAD, summing to 1e18. */
  readonly targets: readonly bigint[];
  /** Expected profit of the orders at the targets, in units; positive, or 0 without orders. */
  readonly expectedProfit: bigint;
  /** The least that the orders can earn, over all payouts, in units; negative: the most they can lose. */
  readonly worstCase: bigint;
  /** What the orders earn at payouts (WAD), in units; what is sold counts as a loss of what it would have paid. */
  readonly profitAt: (payouts: readonly bigint[]) => bigint;
};

/**
 * Plans the trades with the highest expected profit under one's own weights for at most a budget (DESIGN 11).
 *
 * Without a fee this is water-filling: with `R = e^{budget/b}` (at most `max p/target`) the prices afterwards are
 * `max(p, mu target R) / R`; only the most underpriced outcomes are bought, the rest is diluted. With a fee there is a
 * band of prices without trades around each target, and SHORTs where they are cheaper. What is planned in doubles is
 * then quoted exactly, and scaled until it costs at most the budget.
 *
 * A `trade` names each outcome once, so it cannot sell a holding and buy its opposite: where a holding is sold out, it
 * also plans with keeping the most promising of those (a few trials, not all), and returns the best. Afterwards
 * `mergePair` pays for holdings with their opposite. Tested against brute force for single trades: within 0.2% of the
 * profit without holdings, 2% with; splitting a trade into many can save a little of its fee.
 * @throws {InvalidBudgetError} when the budget is not positive.
 * @throws {InvalidTargetsError} @throws {LengthMismatchError}
 */
export function planTrades(parameters: PlanTradesParameters): TradePlan {
  const { pool, budget } = parameters;
  if (budget <= 0n) throw new InvalidBudgetError({ budget });
  const targets = fillTargets(pool, parameters.targets);
  // In a binary market the other LONG is the short: the same token, price and fee.
  const isBinary = pool.outcomes.length === 2;
  const useShorts = (parameters.useShorts ?? true) && pool.feeRate > 0n && !isBinary;
  const held = checkHoldings(pool, parameters.holdings);
  const sellable = isBinary ? withoutShorts(held) : withoutPairs(held);
  const holdings = withoutDust(pool.b / DUST, sellable);

  let best: Attempt = { plan: planWith(pool, targets, budget, holdings, useShorts), sellable: holdings };
  for (let i = 0; i < MOST_ATTEMPTS; ++i) {
    const soldOut = soldOutBy(best.plan, best.sellable, useShorts);
    const sellables = prefixes(soldOut).map((kept) => withoutOutcomes(best.sellable, kept));
    const attempts = sellables.map((sellable) => ({
      plan: planWith(pool, targets, budget, sellable, useShorts),
      sellable,
    }));
    const better = attempts.reduce((a, b) => (b.plan.expectedProfit > a.plan.expectedProfit ? b : a), best);
    if (better === best) break;
    best = better;
  }
  return best.plan;
}

/** A plan, and the holdings that it was free to sell. */
type Attempt = { readonly plan: TradePlan; readonly sellable: Holdings };

/** Returns the first one, two, four, … of a list, and all of it. */
function prefixes<Item>(list: readonly Item[]): (readonly Item[])[] {
  const lengths = Array.from({ length: 9 }, (_, i) => Math.min(2 ** i, list.length));
  return [...new Set(lengths)].filter((length) => length > 0).map((length) => list.slice(0, length));
}

function planWith(
  pool: PoolState,
  targets: readonly bigint[],
  budget: bigint,
  holdings: Holdings,
  useShorts: boolean,
): TradePlan {
  const b = Number(pool.b);
  const sum = Number(pool.sum);
  const problem: Problem = {
    prices: Float64Array.from(pool.outcomes, ({ weight }) => Number(weight) / sum),
    targets: Float64Array.from(targets, (target) => Number(target) / 1e18),
    feeRate: Number(pool.feeRate) / Number(RATE_SCALE),
    budget: Number(budget) / b,
    sides: pool.outcomes.map(({ logWeight }, j) =>
      sideOf(logWeight, Number(holdings.long[j] ?? 0n) / b, Number(holdings.short[j] ?? 0n) / b, useShorts),
    ),
  };
  const orders = toOrders(solve(problem), problem.sides, b, holdings);
  return fit(pool, targets, budget, orders);
}

function sideOf(logWeight: bigint, long: number, short: number, useShorts: boolean): Side {
  const buysBySellingShort = short > 0;
  const sellsByBuyingShort = long === 0 && useShorts;
  // A little less than the pool's range, as doubles round either way.
  const room = (logs: bigint) => Math.max(0, (Number(logs) / 1e18) * (1 - 1e-9) - 1e-9);
  return {
    buysBySellingShort,
    sellsByBuyingShort,
    mostBought: Math.min(room(MAX_LOG - logWeight), buysBySellingShort ? short : Infinity),
    mostSold: Math.min(room(logWeight - MIN_LOG), sellsByBuyingShort ? Infinity : long),
  };
}

function toOrders({ amounts }: Solution, sides: readonly Side[], b: number, { long, short }: Holdings): Order[] {
  return [...amounts].flatMap((multiple, outcome) => {
    const side = sides[outcome];
    const isShort = multiple > 0 ? side?.buysBySellingShort : side?.sellsByBuyingShort;
    const amount = BigInt(Math.trunc((isShort ? -multiple : multiple) * b));
    const held = (isShort ? short : long)[outcome] ?? 0n;
    // Nearly all is all: doubles round either way, and the rest would be dust.
    const sold = isAll(amount, held) ? -held : amount;
    return sold === 0n ? [] : [{ outcome, short: isShort ?? false, amount: sold }];
  });
}

function isAll(amount: bigint, held: bigint): boolean {
  return amount < 0n && -amount * NEARLY > held * (NEARLY - 1n);
}

/** Quotes orders exactly, scales them down until they cost at most the budget, and drops them if they do not pay. */
function fit(pool: PoolState, targets: readonly bigint[], budget: bigint, planned: readonly Order[]): TradePlan {
  let orders = planned;
  for (let margin = 1n; orders.length > 0; margin *= 2n) {
    const quoted = quote(pool, orders);
    if (quoted.total <= budget) return toPlan(pool, targets, orders, quoted);
    // The cost is convex, and 0 for nothing: scaled so, it is at most the budget but for rounding, hence the margin.
    orders = scaled(orders, budget, quoted.total + margin);
  }
  return nothing(pool, targets);
}

function scaled(orders: readonly Order[], numerator: bigint, denominator: bigint): Order[] {
  return orders
    .map((order) => ({ ...order, amount: (order.amount * numerator) / denominator }))
    .filter(({ amount }) => amount !== 0n);
}

function toPlan(pool: PoolState, targets: readonly bigint[], orders: readonly Order[], quoted: Quote): TradePlan {
  const { cost, fee, total, after } = quoted;
  const expectedProfit = profitAt(orders, total, targets);
  if (expectedProfit <= 0n) return nothing(pool, targets);
  return {
    orders,
    cost,
    fee,
    total,
    pricesAfter: prices(after),
    after,
    targets,
    expectedProfit,
    worstCase: worstCase(orders, total, pool.outcomes.length),
    profitAt: (payouts) => profitAt(orders, total, payouts),
  };
}

function nothing(pool: PoolState, targets: readonly bigint[]): TradePlan {
  return {
    orders: [],
    cost: 0n,
    fee: 0n,
    total: 0n,
    pricesAfter: prices(pool),
    after: pool,
    targets,
    expectedProfit: 0n,
    worstCase: 0n,
    profitAt: () => 0n,
  };
}

/**
 * Returns the outcomes that a plan sells to the last unit, first those whose opposite token promises the most for its
 * price: there, keeping what is held and buying the opposite may be better.
 */
function soldOutBy(
  { orders, targets, pricesAfter }: TradePlan,
  { long, short }: Holdings,
  useShorts: boolean,
): number[] {
  return orders
    .filter((order) => order.short || useShorts)
    .filter((order) => isAll(order.amount, (order.short ? short : long)[order.outcome] ?? 0n))
    .map((order) => {
      const [target, price] = [Number(targets[order.outcome]) / 1e18, Number(pricesAfter[order.outcome]) / 1e18];
      return { outcome: order.outcome, promise: order.short ? target / price : (1 - target) / (1 - price) };
    })
    .sort((a, b) => b.promise - a.promise)
    .map(({ outcome }) => outcome);
}

function withoutOutcomes({ long, short }: Holdings, outcomes: readonly number[]): Holdings {
  const gone = new Set(outcomes);
  const kept = (amount: bigint, outcome: number) => (gone.has(outcome) ? 0n : amount);
  return { long: long.map(kept), short: short.map(kept) };
}

function checkHoldings(pool: PoolState, holdings: Holdings | undefined): Holdings {
  const expected = pool.outcomes.length;
  if (holdings === undefined) {
    const none = pool.outcomes.map(() => 0n);
    return { long: none, short: none };
  }
  for (const [what, { length }] of [
    ["LONG holdings", holdings.long] as const,
    ["SHORT holdings", holdings.short] as const,
  ]) {
    if (length !== expected) throw new LengthMismatchError({ what, expected, actual: length });
  }
  return holdings;
}

function fillTargets(pool: PoolState, targets: PlanTradesParameters["targets"]): readonly bigint[] {
  const outcomes = pool.outcomes.length;
  if (isList(targets)) {
    if (targets.length !== outcomes) {
      throw new LengthMismatchError({ what: "Targets", expected: outcomes, actual: targets.length });
    }
    const sum = sumOf(targets);
    if (sum !== WAD) throw new InvalidTargetsError({ reason: `sum to ${sum}` });
    return targets;
  }
  return fillOthers(pool, targets);
}

function fillOthers({ outcomes }: PoolState, targets: ReadonlyMap<number, bigint>): bigint[] {
  for (const outcome of targets.keys()) {
    if (outcomes[outcome] === undefined) {
      throw new InvalidTargetsError({ reason: `name outcome ${outcome}; the market has ${outcomes.length}` });
    }
  }
  const given = sumOf([...targets.values()]);
  const others = outcomes.reduce((sum, { weight }, j) => (targets.has(j) ? sum : sum + weight), 0n);
  if (given > WAD || (others === 0n && given !== WAD)) throw new InvalidTargetsError({ reason: `sum to ${given}` });
  return floorWeights(outcomes.map(({ weight }, j) => targets.get(j) ?? mulDiv(WAD - given, weight, others, "Down")));
}

function sumOf(targets: readonly bigint[]): bigint {
  return targets.reduce((sum, target) => {
    if (target < 0n) throw new InvalidTargetsError({ reason: `include ${target}` });
    return sum + target;
  }, 0n);
}

/** Tells arrays from maps: `Array.isArray` does not know readonly ones. */
function isList(targets: PlanTradesParameters["targets"]): targets is readonly bigint[] {
  return Array.isArray(targets);
}
