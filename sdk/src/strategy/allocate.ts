import { risingRoot } from "./root.ts";
import { type Setup, problemOf } from "./setup.ts";
import { type Solution, solve } from "./solve.ts";

/** Relative to the budget: an error in the split costs profit by its square only. */
const TOLERANCE = 1e-7;
/** How many points of a shared market's curve of returns are computed, and the last relative to the first. */
const SAMPLES = 40;
const LEAST_RATE = 1e-5;

/** A market, as far as money is split between it and others. */
export type Candidate = {
  readonly setup: Setup;
  /** What one unit of its asset is expected to pay in money, from 0 to 1. */
  readonly worth: number;
  /** Units of its asset that the trader has and need not buy. */
  readonly assets: number;
};

/** Where money can go: a market of money, or a selection, whose tokens are bought once for all of its markets. */
export type Pocket = { readonly isShared: boolean; readonly candidates: readonly Candidate[] };

/** How much money goes where. */
export type Allocation = {
  /** By pocket, in units; negative: what selling brings. Together at most the budget. */
  readonly amounts: readonly number[];
  /** 1 / (1 + the expected return on the last unit), the same for all pockets that get money. */
  readonly multiplier: number;
};

/**
 * Splits a budget so that the last unit brings the same expected return everywhere: the condition of Lagrange, as the
 * highest profit of a market is concave in what is spent there. A unit of money split into a selection's tokens is a
 * unit of asset in every market of it at a time, so there the returns add up, each times what its token is expected to
 * pay.
 */
export function allocate(pockets: readonly Pocket[], budget: number, mostMultiplier: number): Allocation {
  const spenders = pockets.map(({ isShared, candidates }) =>
    isShared ? sharedSpender(candidates) : ownSpender(candidates),
  );
  const at = (multiplier: number): Allocation => ({ amounts: spenders.map((spend) => spend(multiplier)), multiplier });
  let over = at(mostMultiplier);
  if (sum(over.amounts) <= budget) return over;

  let under: Allocation | undefined;
  const excess = (multiplier: number) => {
    const allocation = at(multiplier);
    if (sum(allocation.amounts) <= budget) under = allocation;
    else over = allocation;
    return sum(allocation.amounts) - budget;
  };
  risingRoot(excess, 0, mostMultiplier, 0.5, TOLERANCE * budget);
  return under === undefined ? over : between(under, over, budget);
}

/** Spends what is left between two allocations: where a market takes any amount at the same return, there is a gap. */
function between(under: Allocation, over: Allocation, budget: number): Allocation {
  const share = (budget - sum(under.amounts)) / (sum(over.amounts) - sum(under.amounts));
  const amounts = under.amounts.map((amount, i) => amount + share * ((over.amounts[i] ?? 0) - amount));
  // Below may be the allocation of nothing, at 0, whose return has no end.
  return { amounts, multiplier: under.multiplier > 0 ? under.multiplier : over.multiplier };
}

type Spender = (multiplier: number) => number;

function ownSpender(candidates: readonly Candidate[]): Spender {
  const near: (Solution | undefined)[] = [];
  return (multiplier) =>
    candidates.reduce((total, candidate, i) => {
      const solution = solveWith(candidate, Infinity, multiplier, near[i]);
      near[i] = solution;
      return total + solution.outlay * Number(candidate.setup.pool.b);
    }, 0);
}

function sharedSpender(candidates: readonly Candidate[]): Spender {
  const curves = candidates.map(curveOf);
  const returnOf = (amount: number) =>
    candidates.reduce((total, { worth, assets }, i) => total + worth * returnAt(curves[i] ?? [], assets + amount), 0);
  const most = candidates.reduce((all, { assets }, i) => Math.max(all, (curves[i]?.at(-1)?.outlay ?? 0) - assets), 0);
  let guess = most / 2;
  return (multiplier) => {
    const least = 1 / multiplier - 1;
    if (most === 0 || returnOf(0) <= least) return 0;
    guess = risingRoot((amount) => least - returnOf(amount), 0, most, guess, TOLERANCE * least);
    return guess;
  };
}

/** What a market takes if the last unit has to bring a return: from the highest return that there is to none. */
type Curve = readonly { readonly outlay: number; readonly rate: number }[];

function curveOf(candidate: Candidate): Curve {
  const { pool, targets } = candidate.setup;
  const best = pool.outcomes.reduce((most, { weight }, j) => {
    const [price, target] = [Number(weight) / Number(pool.sum), Number(targets[j] ?? 0n) / 1e18];
    return Math.max(most, target / price - 1, (1 - target) / (1 - price) - 1);
  }, 0);
  const rates = Array.from({ length: SAMPLES }, (_, i) => best * LEAST_RATE ** (i / (SAMPLES - 1)));
  let near: Solution | undefined;
  return [...rates, 0].map((rate) => {
    near = solveWith(candidate, Infinity, 1 / (1 + rate), near);
    return { outlay: near.outlay * Number(pool.b), rate };
  });
}

/** Returns what the last unit brings if a market takes so much, by interpolation. */
function returnAt(curve: Curve, outlay: number): number {
  const next = curve.findIndex((sample) => sample.outlay > outlay);
  const [low, high] = [curve[next - 1], curve[next]];
  if (low === undefined || high === undefined) return high?.rate ?? 0;
  return low.rate + ((high.rate - low.rate) * (outlay - low.outlay)) / (high.outlay - low.outlay);
}

function solveWith({ setup }: Candidate, budget: number, mostMultiplier: number, near?: Solution): Solution {
  return solve(problemOf(setup, { budget, mostMultiplier }, setup.sellable), near);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
