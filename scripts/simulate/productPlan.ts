/**
 * What a trader with a prediction does with one constant-product pool per outcome: the counterpart of `planTrades`, so
 * that mechanisms are compared and not planners. The problem is convex: net purchases x_j and full sets c to split (or,
 * negative, to merge) for the highest `sum w_j x_j + c` with `c + cost(x)` within the budget and `x_j >= -h_j - c`.
 * With λ the value of money, an outcome is worth `w_j / λ` to the trader, or the marginal price at which it must be
 * bought or can only be sold, if that is more; sets are split while these sum to more than 1.
 */

/** A pool in doubles; `keep` is 1 - fee. */
type Pool = { readonly money: number; readonly long: number; readonly keep: number };

/** What to plan for, in tokens and shares of 1. */
export type ProductProblem = {
  readonly pools: readonly Pool[];
  readonly targets: readonly number[];
  readonly held: readonly number[];
  readonly budget: number;
};

/** Net purchases by outcome (negative: sales), and full sets to split (negative: to merge). */
export type ProductPlan = { readonly amounts: readonly number[]; readonly sets: number };

const STEPS = 44;
/** Nobody values money higher than this many times what its tokens promise. */
const MOST_VALUE = 1e9;

/** Plans the trades with the highest expected profit for at most the budget, to the precision of doubles. */
export function planProduct(problem: ProductProblem): ProductPlan {
  const free = planAt(problem, 1);
  if (costOf(problem, free) <= problem.budget) return free;
  let [low, high] = [0, Math.log(MOST_VALUE)];
  for (let step = 0; step < STEPS; ++step) {
    const middle = (low + high) / 2;
    if (costOf(problem, planAt(problem, Math.exp(middle))) > problem.budget) low = middle;
    else high = middle;
  }
  return planAt(problem, Math.exp(high));
}

function planAt({ pools, targets, held, budget }: ProductProblem, value: number): ProductPlan {
  const worth = targets.map((target) => target / value);
  const wanted = pools.map((pool, j) => wantedOf(pool, worth[j] ?? 0));
  const worthOfSet = (sets: number) =>
    pools.reduce((sum, pool, j) => {
      const least = -(held[j] ?? 0) - sets;
      return sum + ((wanted[j] ?? 0) > least ? (worth[j] ?? 0) : Math.max(worth[j] ?? 0, marginalAt(pool, least)));
    }, 0);
  // No more can be merged than the pools and the trader have, nor split than can be paid for.
  let low = -Math.min(...pools.map(({ long }, j) => 0.999 * long + (held[j] ?? 0)));
  let high = budget + pools.reduce((sum, { money }) => sum + money, 0);
  for (let step = 0; step < STEPS; ++step) {
    const middle = (low + high) / 2;
    if (worthOfSet(middle) > 1) low = middle;
    else high = middle;
  }
  return { sets: high, amounts: wanted.map((amount, j) => Math.max(amount, -(held[j] ?? 0) - high)) };
}

/** The purchase (negative: the sale) after which the marginal price is what an outcome is worth; 0 between both. */
function wantedOf({ money, long, keep }: Pool, worth: number): number {
  const spot = money / long;
  if (worth > spot / keep) return long - Math.sqrt((money * long) / (worth * keep));
  if (worth < spot * keep) return -(Math.sqrt((money * long * keep) / worth) - long) / keep;
  return 0;
}

/** What one LONG more costs after a purchase of `amount`, or one less brings after a sale. */
function marginalAt({ money, long, keep }: Pool, amount: number): number {
  if (amount > 0) return amount < long ? (money * long) / (keep * (long - amount) ** 2) : Infinity;
  return (keep * money * long) / (long - keep * amount) ** 2;
}

function costOf({ pools }: ProductProblem, { amounts, sets }: ProductPlan): number {
  return pools.reduce((sum, { money, long, keep }, j) => {
    const amount = amounts[j] ?? 0;
    if (amount > 0) return sum + (money * amount) / ((long - amount) * keep);
    return sum + (money * keep * amount) / (long - keep * amount);
  }, sets);
}
