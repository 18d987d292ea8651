import { at } from "../utils/array.ts";

import { logGrowth, marginalUtility, wantedPrice } from "./growth.ts";
import { type ValueAndSlope, newtonRoot, risingRoot } from "./root.ts";

/** How one outcome can be traded. */
export type Side = {
  /** Buying is selling SHORT, and selling is buying SHORT: both exchange one asset a token as well. */
  readonly buysBySellingShort: boolean;
  readonly sellsByBuyingShort: boolean;
  /** The most to buy and to sell, in multiples of b. */
  readonly mostBought: number;
  readonly mostSold: number;
};

/**
 * Maximise expected profit, or the expected growth of wealth, over all trades for at most `budget`. In doubles, amounts
 * in multiples of b.
 */
export type Problem = {
  readonly prices: Float64Array;
  readonly targets: Float64Array;
  /** Share of turnover. */
  readonly feeRate: number;
  readonly budget: number;
  /** Share of what is traded by which the total may come out worse; that too has to be within the budget. */
  readonly slippage: number;
  /** The most that mu may be: 1 / (1 + the least return that the last unit must bring). */
  readonly mostMultiplier: number;
  /** What the trader has before the trade if everything goes to an outcome: to maximise its growth. */
  readonly wealth?: Float64Array | undefined;
  readonly sides: readonly Side[];
};

/** A trade, in multiples of b. */
export type Solution = {
  /** LONG to buy, by outcome; negative: to sell. */
  readonly amounts: Float64Array;
  /** Prices afterwards. */
  readonly prices: Float64Array;
  readonly total: number;
  /** The total, and the slippage that is accepted. */
  readonly outlay: number;
  /** Expected profit at the targets beyond the least return, or expected logarithm of wealth. */
  readonly value: number;
  /** mu, v and lambda of {@link solve}: where to look first for a similar problem's. */
  readonly multiplier: number;
  readonly scale: number;
  readonly utility: number;
};

/** mu, v and lambda. */
type Scalars = Pick<Solution, "multiplier" | "scale" | "utility">;

/** The fee, and its derivative: `kink` on either side of not trading an outcome, `tilt` by moving the other prices. */
type FeeSlope = { readonly kink: Float64Array; readonly tilt: Float64Array; readonly fee: number };

/** The factors by which buying and selling all there is moves a price. */
type Room = { readonly up: Float64Array; readonly down: Float64Array };

/** The price that is wanted of an outcome, when trading it has this effect on others and on what is paid. */
type Wanted = (outcome: number, shift: number) => number;

/** Prices as functions of the scale v: `price * v`, but bought up to `low` and sold down to `high`. */
type Bands = Room & { readonly price: Float64Array; readonly low: Float64Array; readonly high: Float64Array };

/** A full set costs what it pays: at a multiplier of exactly 1 the scale of S would be free. */
const MOST_MULTIPLIER = 1 - 1e-12;
/** Relative; what is spent too much is scaled away by the exact quote. */
const BUDGET_TOLERANCE = 1e-12;
/** For growth the utility of money is a root of its own: mu is further from 1, and less exact, than that is. */
const UTILITY_TOLERANCE = 1e-10;
const MOST_GROWTH_MULTIPLIER = 1 - 1e-9;
const GROWTH_TOLERANCE = 1e-8;
const MOST_REFRESHES = 12;
/** Moves of prices that no longer count: what they change of the profit is their square. */
const SETTLED = 1e-8;

/**
 * Returns the trades with the highest expected profit, or expected growth of wealth (DESIGN 11).
 *
 * Per outcome, with prices p' after the trade, multiplier mu <= 1 (1 / (1 + the shadow price of the budget)), target w
 * and fee slope f m: LONG is bought where p' < mu w - f m, up to that price, and sold above mu w + f m. SHORT ties up
 * one asset a token, which adds 1 - mu to both. The prices of what is not traded scale by v = S/S'; `sum p' = 1` gives
 * v, the budget gives mu. For growth `w_j / (lambda W_j)` takes the place of w, with W_j the wealth if everything goes
 * to j and lambda = sum w/W the utility of money. The fee's slope is frozen at a guess, which makes the problem convex,
 * and refreshed until it stands. As the fee falls with the price, buying one side and shorting the other can both be
 * local optima: there are two guesses, the prices now (few trades) and the targets (many).
 */
export function solve(problem: Problem, near?: Solution): Solution {
  const fromPrices = refresh(problem, problem.prices, near);
  if (problem.feeRate === 0) return fromPrices;
  const fromTargets = refresh(problem, problem.targets, fromPrices);
  return fromTargets.value > fromPrices.value ? fromTargets : fromPrices;
}

/** Solves with the fee's slope at a guess of the prices, then at the prices that gives, until they stand. */
function refresh(problem: Problem, guess: Float64Array, near?: Solution): Solution {
  const solveFrozen = frozen(problem);
  let solution = solveFrozen(feeSlope(problem, guess, new Float64Array(guess.length)), near);
  let best = solution;
  for (let i = 0, moved = 1; i < MOST_REFRESHES && moved > SETTLED && problem.feeRate > 0; ++i) {
    const next = solveFrozen(feeSlope(problem, solution.prices, solution.amounts), solution);
    moved = distance(solution.prices, next.prices);
    solution = next;
    // The slope jumps where a mean price crosses one half: there refreshing may swing to and fro.
    if (solution.value > best.value) best = solution;
  }
  return best;
}

/** Returns the solver for a frozen slope of the fee, starting near another solution. */
function frozen(problem: Problem): (slope: FeeSlope, near?: Solution) => Solution {
  const { budget, sides, wealth } = problem;
  const room = {
    up: Float64Array.from(sides, ({ mostBought }) => Math.exp(mostBought)),
    down: Float64Array.from(sides, ({ mostSold }) => Math.exp(-mostSold)),
  };
  const [solveAt, limit, tolerance] =
    wealth === undefined
      ? ([solveForProfit, MOST_MULTIPLIER, BUDGET_TOLERANCE] as const)
      : ([solveForGrowth, MOST_GROWTH_MULTIPLIER, GROWTH_TOLERANCE] as const);
  const most = Math.min(problem.mostMultiplier, limit);
  return (slope, near) => {
    let over = solveAt(problem, slope, room, most, near);
    if (over.outlay <= budget) return over;
    let under: Solution | undefined;
    const excess = (multiplier: number) => {
      const solution = solveAt(problem, slope, room, multiplier, under ?? over);
      if (solution.outlay <= budget) under = solution;
      else over = solution;
      return solution.outlay - budget;
    };
    risingRoot(excess, 0, most, near?.multiplier ?? 0.5, tolerance * budget, tolerance / 1e3);
    return under === undefined ? over : blend(problem, under, over);
  };
}

/**
 * Spends the budget between a trade below it and one above. There can be a gap between them: where LONGs of all others
 * and the SHORT of one cost the same fee, mu does not tell how much of which.
 */
function blend(problem: Problem, under: Solution, over: Solution): Solution {
  const share = (problem.budget - under.outlay) / (over.outlay - under.outlay);
  // The total is convex, so this one is within the budget.
  const amounts = under.amounts.map((amount, j) => amount + share * (at(over.amounts, j) - amount));
  return evaluate(problem, amounts, under);
}

function solveForProfit(problem: Problem, slope: FeeSlope, room: Room, multiplier: number, near?: Scalars): Solution {
  const wanted: Wanted = (j, shift) => multiplier * at(problem.targets, j) + shift;
  return solveWanted(problem, slope, room, wanted, { multiplier, scale: near?.scale ?? 1, utility: 0 });
}

function solveForGrowth(problem: Problem, slope: FeeSlope, room: Room, multiplier: number, near?: Scalars): Solution {
  const { prices, targets } = problem;
  // Without the logarithms of the prices after and before, which `wantedPrice` adds.
  const wealth = (problem.wealth ?? targets).map((has) => has - slope.fee);
  const scale = near?.scale ?? 1;
  const solutionAt = (utility: number) => {
    const wanted: Wanted = (j, shift) =>
      wantedPrice(at(prices, j), at(wealth, j), (multiplier * at(targets, j)) / utility, shift);
    return solveWanted(problem, slope, room, wanted, { multiplier, scale, utility });
  };
  const excess = (utility: number) => {
    const after = solutionAt(utility).prices;
    const left = wealth.map((has, j) => has + Math.log(at(after, j) / at(prices, j)));
    return utility - marginalUtility(targets, left);
  };
  const guess = near?.utility ?? marginalUtility(targets, wealth);
  const root = risingRoot(excess, guess * 1e-6, guess * 1e6, guess, UTILITY_TOLERANCE * guess);
  return solutionAt(root);
}

function solveWanted(
  problem: Problem,
  { kink, tilt }: FeeSlope,
  room: Room,
  wanted: Wanted,
  scalars: Scalars,
): Solution {
  const { prices: price, sides } = problem;
  const n = price.length;
  const [low, high] = [new Float64Array(n), new Float64Array(n)];
  const tied = 1 - scalars.multiplier;
  sides.forEach((side, j) => {
    low[j] = wanted(j, -at(tilt, j) - at(kink, j) + (side.buysBySellingShort ? tied : 0));
    high[j] = wanted(j, -at(tilt, j) + at(kink, j) + (side.sellsByBuyingShort ? tied : 0));
  });
  const bands = { price, low, high, ...room };
  const v = scaleOf(bands, scalars.scale);

  const amounts = price.map((before, j) => {
    const [free, after] = [before * v, priceAt(bands, j, v)];
    // Exactly 0 for what does not trade: rounding in the logarithm would make dust of it.
    return after === free ? 0 : Math.log(after / free);
  });
  return evaluate(problem, amounts, { ...scalars, scale: v });
}

/** Returns the trade of these amounts. */
function evaluate(problem: Problem, amounts: Float64Array, { multiplier, scale, utility }: Scalars): Solution {
  const weights = amounts.map((amount, j) => at(problem.prices, j) * Math.exp(amount));
  const sum = weights.reduce((a, b) => a + b, 0);
  const prices = weights.map((weight) => weight / sum);
  let [fee, assets, worth, volume] = [0, 0, 0, 0];
  problem.sides.forEach((side, j) => {
    const amount = at(amounts, j);
    const mean = (at(problem.prices, j) + at(prices, j)) / 2;
    const isShort = amount > 0 ? side.buysBySellingShort : side.sellsByBuyingShort;
    fee += problem.feeRate * Math.abs(amount) * Math.min(mean, 1 - mean);
    // SHORT is one asset less LONG, in what it costs and in what it pays.
    if (isShort) assets -= amount;
    worth += at(problem.targets, j) * amount;
    volume += Math.abs(amount) * (isShort ? 1 - mean : mean);
  });
  const paid = Math.log(sum) + fee;
  const left = problem.wealth?.map((has, j) => has + at(amounts, j) - paid);
  const outlay = paid + assets + problem.slippage * volume;
  const leastProfit = (1 / problem.mostMultiplier - 1) * outlay;
  return {
    amounts,
    prices,
    total: paid + assets,
    outlay,
    value: left === undefined ? worth - paid - leastProfit : logGrowth(problem.targets, left),
    multiplier,
    scale,
    utility,
  };
}

function priceAt({ price, low, high, up, down }: Bands, j: number, v: number): number {
  const free = at(price, j) * v;
  if (free < at(low, j)) return Math.min(at(low, j), free * at(up, j));
  return free > at(high, j) ? Math.max(at(high, j), free * at(down, j)) : free;
}

/** Finds v such that the prices sum to 1. The sum rises with v in straight pieces. */
function scaleOf(bands: Bands, guess: number): number {
  return newtonRoot((v) => excessAt(bands, v), 0, Infinity, guess);
}

/** The sum of the prices less 1, and its derivative by v. */
function excessAt(bands: Bands, v: number): ValueAndSlope {
  let [sum, slope] = [0, 0];
  for (let j = 0; j < bands.price.length; ++j) {
    const after = priceAt(bands, j, v);
    sum += after;
    if (after !== at(bands.low, j) && after !== at(bands.high, j)) slope += after / v;
  }
  return { value: sum - 1, slope };
}

/** The fee, `f sum |d_j| min(mean_j, 1 - mean_j)`, and its derivative by the amounts d, at a solution. */
function feeSlope({ prices, feeRate }: Problem, after: Float64Array, amounts: Float64Array): FeeSlope {
  const means = prices.map((price, j) => (price + at(after, j)) / 2);
  const kink = means.map((mean) => feeRate * Math.min(mean, 1 - mean));
  // d mean_j / d d_k = p'_j (1{j = k} - p'_k) / 2, and min(mean, 1 - mean) falls again above one half.
  const pushes = amounts.map(
    (amount, j) => (feeRate * Math.abs(amount) * Math.sign(0.5 - at(means, j)) * at(after, j)) / 2,
  );
  const all = pushes.reduce((sum, push) => sum + push, 0);
  const fee = kink.reduce((sum, rate, j) => sum + rate * Math.abs(at(amounts, j)), 0);
  return { kink, tilt: pushes.map((push, j) => push - all * at(after, j)), fee };
}

function distance(a: Float64Array, b: Float64Array): number {
  return a.reduce((most, value, j) => Math.max(most, Math.abs(value - at(b, j))), 0);
}
