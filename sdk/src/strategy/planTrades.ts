import { InvalidParameterError } from "../errors/math.ts";
import { InvalidBudgetError } from "../errors/strategy.ts";
import { type Order, quote } from "../math/lmsr.ts";
import { min } from "../math/rounding.ts";
import type { Holdings } from "../types/holdings.ts";
import { WAD } from "../utils/wad.ts";

import { type Kelly, type Means, type Setup, type TradeOptions, buyable, problemOf, setUp } from "./setup.ts";
import { solve } from "./solve.ts";
import { type TradePlan, toEmptyPlan, toPlan } from "./tradePlan.ts";

/** Of 1e9 parts of a holding, all but one are all. */
const NEARLY = 10n ** 9n;

/** How often to look again at what is sold out. */
const MOST_ATTEMPTS = 3;

/** What to plan for. */
export type PlanTradesParameters = TradeOptions & {
  /** The most to pay, all included and less what sells bring, in units. */
  readonly budget: bigint;
  /** Trade for the growth of a bankroll instead of the highest expected profit; see {@link planTrades}. */
  readonly kelly?: Kelly | undefined;
  /** The least return that the last unit must be expected to bring, in WAD: 0.05e18 is 5%; 0 without it. */
  readonly hurdle?: bigint | undefined;
};

/**
 * Plans the trades with the highest expected profit under one's own weights for at most a budget (DESIGN 11).
 *
 * Without a fee this is water-filling: with `R = e^{budget/b}` (at most `max p/target`) the prices afterwards are
 * `max(p, mu target R) / R`; only the most underpriced outcomes are bought, the rest is diluted. With a fee there is a
 * band of prices without trades around each target, and SHORTs where they are cheaper. What is planned in doubles is
 * then quoted exactly, and cut until it costs at most the budget.
 *
 * The highest expected profit puts nearly everything on few outcomes. With `kelly` the trade has the highest expected
 * growth `sum_j w_j ln(W_j / W0_j)`: w the targets, W0_j and W_j what bankroll and holdings are worth before and after
 * it if everything goes to outcome j; of that trade the fraction is made. (Kelly, "A New Interpretation of Information
 * Rate", 1956, with the targets as probabilities; of all beliefs about payouts with these means none grows less, as
 * wealth is linear in payouts and the logarithm concave.) Without a fee its first-order condition is that `p'_j W_j` is
 * proportional to w_j, from which a bankroll of m moves prices about m / (m + b) of the way to targets near them.
 *
 * A `trade` names each outcome once, so it cannot sell a holding and buy its opposite: where a holding is sold out, it
 * also plans with keeping the most promising of those (a few trials, not all), and returns the best. Afterwards
 * `mergePair` pays for holdings with their opposite. Tested against brute force for single trades: within 0.2% of the
 * profit without holdings, 2% with; splitting a trade into many can save a little of its fee.
 * @throws {InvalidBudgetError} when the budget is not positive.
 * @throws {InvalidTargetsError} @throws {LengthMismatchError}
 * @throws {InvalidParameterError} when slippage, hurdle, a cap or a number of `kelly` is out of its range.
 */
export function planTrades(parameters: PlanTradesParameters): TradePlan {
  const { budget, kelly, hurdle = 0n } = parameters;
  if (budget <= 0n) throw new InvalidBudgetError({ budget });
  if (hurdle < 0n) throw new InvalidParameterError({ parameter: "hurdle", value: hurdle, expected: "0 or more" });
  const setup = setUp(parameters, budget, kelly);
  const plan = planSetup(setup, budget, 1 / (1 + Number(hurdle) / 1e18));
  return kelly === undefined ? plan : fit(setup, budget, partOf(plan.orders, kelly.fraction));
}

/** Plans what was checked; see {@link planTrades}. */
export function planSetup(setup: Setup, budget: bigint, mostMultiplier: number): TradePlan {
  const means = { budget: Number(budget), mostMultiplier };
  const attempt = (sellable: Holdings): Attempt => ({
    sellable,
    plan: fit(setup, budget, ordersFor(setup, means, sellable)),
  });
  let best = attempt(setup.sellable);
  for (let i = 0; i < MOST_ATTEMPTS; ++i) {
    const soldOut = soldOutBy(best, setup.useShorts);
    const others = prefixes(soldOut).map((kept) => attempt(withoutOutcomes(best.sellable, kept)));
    const better = others.reduce((a, b) => (valueOf(b.plan) > valueOf(a.plan) ? b : a), best);
    if (better === best) break;
    best = better;
  }
  return best.plan;
}

/** A plan, and the holdings that it was free to sell. */
type Attempt = { readonly plan: TradePlan; readonly sellable: Holdings };

/** What a plan is for: growth or profit. */
function valueOf({ expectedGrowth, expectedProfit }: TradePlan): number | bigint {
  return expectedGrowth ?? expectedProfit;
}

/** Returns the first one, two, four, … of a list, and all of it. */
function prefixes<Item>(list: readonly Item[]): (readonly Item[])[] {
  const lengths = Array.from({ length: 9 }, (_, i) => Math.min(2 ** i, list.length));
  return [...new Set(lengths)].filter((length) => length > 0).map((length) => list.slice(0, length));
}

function ordersFor(setup: Setup, means: Means, sellable: Holdings): Order[] {
  const problem = problemOf(setup, means, sellable);
  const { amounts } = solve(problem);
  return problem.sides.flatMap((side, outcome) => {
    const multiple = amounts[outcome] ?? 0;
    const short = multiple > 0 ? side.buysBySellingShort : side.sellsByBuyingShort;
    const planned = BigInt(Math.trunc((short ? -multiple : multiple) * Number(setup.pool.b)));
    const amount = clamp(planned, buyable(setup, outcome, short), (short ? sellable.short : sellable.long)[outcome]);
    return amount === 0n ? [] : [{ outcome, short, amount }];
  });
}

/** Doubles round either way: returns an amount that is not above what may be bought, and all of what is nearly sold. */
function clamp(amount: bigint, most: bigint | undefined, held = 0n): bigint {
  if (isAll(amount, held)) return -held;
  return most === undefined ? amount : min(amount, most);
}

function isAll(amount: bigint, held: bigint): boolean {
  return amount < 0n && -amount * NEARLY > held * (NEARLY - 1n);
}

/** Quotes orders exactly, buys less until they cost at most the budget, and drops them if they do not pay. */
function fit(setup: Setup, budget: bigint, planned: readonly Order[]): TradePlan {
  let orders = planned;
  for (let margin = 1n; orders.length > 0; margin *= 2n) {
    const plan = toPlan(setup, orders, quote(setup.pool, orders));
    if (plan.maxCost <= budget) return valueOf(plan) > 0 ? plan : toEmptyPlan(setup);
    orders = buyLess(plan, plan.maxCost - budget + margin);
  }
  return toEmptyPlan(setup);
}

/**
 * Returns the orders of a plan with so much less bought that it costs about `excess` less; sells stay, to pay for them.
 */
function buyLess({ orders, legs }: TradePlan, excess: bigint): Order[] {
  const bought = legs.reduce((sum, { amount, value }) => (amount > 0n ? sum + value : sum), 0n);
  if (bought === 0n) return [];
  const left = bought > excess ? bought - excess : 0n;
  return orders
    .map((order) => (order.amount < 0n ? order : { ...order, amount: (order.amount * left) / bought }))
    .filter(({ amount }) => amount !== 0n);
}

function partOf(orders: readonly Order[], fraction: bigint): Order[] {
  return orders
    .map((order) => ({ ...order, amount: (order.amount * fraction) / WAD }))
    .filter(({ amount }) => amount !== 0n);
}

/**
 * Returns the outcomes that a plan sells to the last unit, first those whose opposite token promises the most for its
 * price: there, keeping what is held and buying the opposite may be better.
 */
function soldOutBy(
  { plan: { orders, targets, pricesAfter }, sellable: { long, short } }: Attempt,
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
