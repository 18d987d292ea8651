import { at, impactOf, sum } from "./prices.ts";

/**
 * How much a price of a fixed-product market moves by buying `q` of its outcome.
 *
 * With balances `x_j = c / p_j`, buying `dq` at `p_j` adds `p_j dq` to all balances and takes `dq` from `x_j`; prices
 * are `softmax(-ln x)`, so `dp_j/dq = p_j^2 (1 - 2 p_j + sum_k p_k^2) / c`.
 *
 * @param prices All prices.
 * @param c Each outcome's balance times its price, in tokens.
 */
export function fixedProductImpact(prices: readonly number[], c: number): number[] {
  const squares = sum(prices.map((price) => price ** 2));
  return prices.map((price) => (price ** 2 * (1 - 2 * price + squares)) / c);
}

/**
 * The least balances with which no price moves more than in an LMSR of `b`. One number, the product, must do for all
 * outcomes, so but for the one that decides they are deeper; at equal prices all are alike.
 *
 * @returns Balance of each outcome, in tokens.
 */
export function balancesFor(prices: readonly number[], b: number): number[] {
  const c = Math.max(...fixedProductImpact(prices, 1).map((impact, j) => impact / impactOf(at(prices, j), b)));
  return prices.map((price) => c / price);
}

/** Prices at given balances: `p_j` is in proportion to `1 / x_j`. */
export function fixedProductPrices(balances: readonly number[]): number[] {
  const total = sum(balances.map((balance) => 1 / balance));
  return balances.map((balance) => 1 / balance / total);
}

/**
 * The purchases, one after another, that take a fixed-product market to `targets`: all outcomes but the one of which
 * nothing is to be bought.
 *
 * The balances at the end are `x*_j = c* / target_j` with the product of now. What is paid in all, T, is what the
 * balance of the outcome that is not bought grows by. After some purchases, with R still to be paid, the bought ones
 * have `x*_j - R` and the others `x_j + T - R`, and the product is what it was: that gives R, by bisection.
 *
 * @param balances Balances now, in tokens.
 * @returns Outcomes with what to pay for each, without fee, in tokens.
 */
export function planPurchases(balances: readonly number[], targets: readonly number[]) {
  const logs = balances.map((balance) => Math.log(balance));
  const logC = sum(logs.map((log, j) => log + Math.log(at(targets, j)))) / balances.length;
  const goals = targets.map((target) => Math.exp(logC) / target);
  const growth = goals.map((goal, j) => goal - at(balances, j));
  const total = Math.max(...growth);
  const last = growth.indexOf(total);

  const bought = new Set<number>();
  const plan: { readonly outcome: number; readonly payment: number }[] = [];
  let rest = total;
  // The largest balances first: bought while much is still to be paid, a small one would be nearly emptied.
  const order = [...goals.keys()].filter((j) => j !== last).sort((i, j) => at(goals, j) - at(goals, i));
  for (const outcome of order) {
    bought.add(outcome);
    const excess = (left: number) =>
      sum(goals.map((goal, j) => Math.log(bought.has(j) ? goal - left : at(balances, j) + total - left) - at(logs, j)));
    const limit = Math.min(rest, ...[...bought].map((j) => at(goals, j)));
    const left = bought.size === balances.length - 1 ? 0 : findRoot(excess, limit);
    plan.push({ outcome, payment: rest - left });
    rest = left;
  }
  return plan;
}

/** Where a falling function crosses 0, between 0 and `limit`. */
function findRoot(falling: (x: number) => number, limit: number): number {
  let [low, high] = [0, limit];
  for (let step = 0; step < 100; ++step) {
    const middle = (low + high) / 2;
    // Beyond its range the function is no number.
    if (falling(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}
