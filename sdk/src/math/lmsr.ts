import {
  InvalidParameterError,
  LengthMismatchError,
  NoOrdersError,
  OutOfRangeError,
  UnknownOutcomeError,
  UnorderedOutcomesError,
  ZeroAmountError,
} from "../errors/math.ts";
import { WAD } from "../utils/wad.ts";

import { expWad, lnWad } from "./exponential.ts";
import { abs, ceilDiv, floorDiv, max, min, mulDiv } from "./rounding.ts";
import { assertWeights } from "./weights.ts";

/** Rates (`feeRate`, `alpha`) are in 1e-8. */
export const RATE_SCALE = 10n ** 8n;
/** ln S at opening, in WAD. */
export const CENTRE = 40n * WAD;
/** floor(e^40): an outcome that never traded weighs exactly `opening price * OPENING_WEIGHT`. */
export const OPENING_WEIGHT = 235385266837019985n;
/** Least log weight of an outcome that trades, in WAD. */
export const MIN_LOG = 1n;
/** Greatest log weight of an outcome that trades, in WAD. */
export const MAX_LOG = 60n * WAD;

/** Covers the error of lnWad, in units of 1e-18. */
const MARGIN = 2n;
/** What rounding the first log weights up may take from others in S, in units of 1e-18 of b. */
const TOUCH_MARGIN = 4n;
/** The bound of the log weights is stored in steps of 4e-6. */
const MIN_LOG_UNIT = 4n * 10n ** 12n;
const MAX_B = 2n ** 96n - 1n;
/** Far above what rounding leaves of ln S, so that a second {@link recentre} moves nothing. */
const SHIFT_UNIT = 10n ** 9n;

/** One outcome of a pool. */
export type PoolOutcome = {
  /** Whether it has traded; before, its weight is its opening price times {@link OPENING_WEIGHT}. */
  readonly touched: boolean;
  /** l, in WAD. */
  readonly logWeight: bigint;
  /** e^l, in WAD; the price is `weight / sum`. */
  readonly weight: bigint;
  /** q, LONG sold by the pool less bought, in units. */
  readonly sold: bigint;
};

/** All of a pool that quotes need; one read of the Lens gives it. */
export type PoolState = {
  /** Liquidity parameter, in units: a price moves by the factor e when b tokens are bought. */
  readonly b: bigint;
  /** Fee on turnover, in 1e-8. */
  readonly feeRate: bigint;
  /** Growth of b for each unit of turnover, in 1e-8; 0: the plain LMSR. */
  readonly alpha: bigint;
  /** S, the sum of the weights, in WAD. */
  readonly sum: bigint;
  /** Signed cash, in units: `inventory_j = cash - sold_j`. */
  readonly cash: bigint;
  /** Fees and sponsor's money that do not back b, in units. */
  readonly reserve: bigint;
  /** A lower bound of all log weights, in WAD. */
  readonly minLogWeight: bigint;
  /** Part of `reserve` that a sponsor gave to become b over time, in units. */
  readonly extraReserve: bigint;
  /** Until when the extra reserve was released, in unix seconds. */
  readonly releasedAt: bigint;
  /** The weight of each outcome, and what was sold of it. */
  readonly outcomes: readonly PoolOutcome[];
};

/** One entry of a trade. */
export type Order = {
  /** Outcome, from 0. */
  readonly outcome: number;
  /** False: LONG of the outcome; true: its SHORT. */
  readonly short: boolean;
  /** Tokens to buy (positive) or sell (negative), in units; not 0. */
  readonly amount: bigint;
};

/** What a trade costs, part by part. */
export type Quote = {
  /** Paid by the trader (negative: paid to the trader): cost + fee + one for each SHORT, in units. */
  readonly total: bigint;
  /** `b ln(S'/S)`, rounded against the trader, in units. */
  readonly cost: bigint;
  /** Fee on turnover, rounded up, in units. */
  readonly fee: bigint;
  /** Growth of b out of this fee, in units. */
  readonly growth: bigint;
  /** The pool after the trade. */
  readonly after: PoolState;
};

/** Opening parameters of a pool. */
export type OpenPoolParameters = {
  /** Opening prices (the base rates), in WAD, summing to exactly 1e18, none 0. */
  readonly prices: readonly bigint[];
  /** Liquidity parameter, in units. */
  readonly b: bigint;
  /** Fee on turnover, in 1e-8. */
  readonly feeRate: bigint;
  /** Growth of b for each unit of turnover, in 1e-8. */
  readonly alpha: bigint;
};

/**
 * Returns what opening a pool costs: `b ln(1 / min price)`, rounded up; the most that the pool can lose (DESIGN 4).
 * @param b Liquidity parameter, in units.
 * @param leastPrice The lowest opening price, in WAD.
 * @throws {LnUndefinedError} when the price is 0.
 */
export function openingFunds(b: bigint, leastPrice: bigint): bigint {
  return mulDiv(b, 1n + TOUCH_MARGIN - lnWad(leastPrice), WAD, "Up");
}

/** Returns an outcome that never traded, at its opening price, in WAD. @throws {LnUndefinedError} when it is 0. */
export function openingOutcome(price: bigint): PoolOutcome {
  const logWeight = lnWad(price) + MARGIN + CENTRE;
  return { touched: false, logWeight, weight: price * OPENING_WEIGHT, sold: 0n };
}

/**
 * Returns a pool as `openPool` leaves it; its cash is the funding that the sponsor pays.
 * @throws {InvalidSumError} when the prices do not sum to exactly 1e18.
 * @throws {LnUndefinedError} when a price is 0.
 * @throws {InvalidParameterError} when `b` is not positive.
 */
export function openPool({ prices, b, feeRate, alpha }: OpenPoolParameters): PoolState {
  assertWeights(prices);
  if (b <= 0n) throw new InvalidParameterError({ parameter: "b", value: b, expected: "positive" });
  const least = prices.reduce(min);
  const outcomes = prices.map(openingOutcome);
  return {
    b,
    feeRate,
    alpha,
    sum: WAD * OPENING_WEIGHT,
    cash: openingFunds(b, least),
    reserve: 0n,
    minLogWeight: roundMinLog(lnWad(least) + CENTRE),
    extraReserve: 0n,
    releasedAt: 0n,
    outcomes,
  };
}

/**
 * Returns a pool with its scale and books moved back to where they opened, as `recentre` leaves it: ln S is 40 again
 * to 1e-9, the least q is 0, the bound of the log weights is exact; no price moves but by rounding, no inventory does.
 * @throws {OutOfRangeError} when a log weight is too far below the others.
 */
export function recentre(pool: PoolState): PoolState {
  const distance = CENTRE - lnWad(pool.sum);
  const shift = distance - (distance % SHIFT_UNIT); // both languages round towards zero
  const least = pool.outcomes.map(({ sold }) => sold).reduce(min);
  const outcomes = pool.outcomes.map(({ logWeight: before, sold }, outcome) => {
    const logWeight = before + shift;
    if (logWeight < MIN_LOG) throw new OutOfRangeError({ outcome, logWeight });
    return { touched: true, logWeight, weight: expWad(logWeight), sold: sold - least };
  });
  return {
    ...pool,
    cash: pool.cash - least,
    sum: outcomes.reduce((sum, { weight }) => sum + weight, 0n),
    minLogWeight: roundMinLog(outcomes.map(({ logWeight }) => logWeight).reduce(min)),
    outcomes,
  };
}

/** Returns the prices, `floor(weight * 1e18 / sum)`, in WAD: they sum to 1e18 less at most one unit an outcome. */
export function prices(pool: PoolState): bigint[] {
  return pool.outcomes.map(({ weight }) => (weight * WAD) / pool.sum);
}

/** Returns what the pool is worth if all goes to outcome j, for each j, in units: `cash - sold_j`. */
export function inventories(pool: PoolState): bigint[] {
  return pool.outcomes.map(({ sold }) => pool.cash - sold);
}

/**
 * Returns what a trade costs and the pool after it, equal to the contract's `quote` and `trade` to the unit (in the
 * block of an earlier trade; see {@link releaseReserve} for a block's first).
 *
 * The formulas are those of `Lmsr.sol` and `Pool.sol` (DESIGN 4): log weights move by `amount / b` rounded towards
 * +infinity, the cost is `b ln(S'/S)` with the ratio taken >= 1 and a margin over the error of lnWad.
 * @throws {NoOrdersError} @throws {UnknownOutcomeError} @throws {UnorderedOutcomesError} @throws {ZeroAmountError}
 * @throws {OutOfRangeError} when a log weight would leave the exact range.
 */
export function quote(pool: PoolState, orders: readonly Order[]): Quote {
  checkOrders(orders, pool.outcomes.length);
  const outcomes = [...pool.outcomes];
  let { sum, minLogWeight } = pool;
  let shorts = 0n;
  for (const order of orders) {
    const before = outcomeAt(pool, order.outcome);
    const moved = move(before, order, pool.b);
    outcomes[order.outcome] = moved;
    sum += moved.weight - before.weight;
    minLogWeight = min(minLogWeight, roundMinLog(moved.logWeight));
    if (order.short) shorts += order.amount;
  }

  const ratio = logRatio(pool.sum, sum);
  const cost = costOf(pool.b, ratio);
  const turnover = ceilDiv(turnoverWad({ ...pool, outcomes, sum }, pool, orders), WAD);
  const fee = mulDiv(turnover, pool.feeRate, RATE_SCALE, "Up");
  const limit = min((turnover * pool.alpha) / RATE_SCALE, MAX_B - pool.b);
  const { growth, charge } = growthFrom(fee, lnWad(pool.sum) + ratio, minLogWeight, limit);
  const after = {
    ...pool,
    b: pool.b + growth,
    sum,
    cash: pool.cash + cost + fee,
    reserve: pool.reserve + fee - charge,
    minLogWeight,
    outcomes,
  };
  return { total: cost + fee + shorts, cost, fee, growth, after };
}

/**
 * Returns by how much b may grow out of `funds` and what is charged for it: growth rounded down, `growth * Lambda` up,
 * with `Lambda >= ln S - min l`, so that `inventory_j + b ln p_j >= reserve` stays true (DESIGN 4).
 * @param funds What may be spent, in units.
 * @param logSum ln S, in WAD, at most two errors of lnWad off.
 * @param minLogWeight A lower bound of all log weights, in WAD.
 * @param limit The most that b may grow, in units.
 */
export function growthFrom(
  funds: bigint,
  logSum: bigint,
  minLogWeight: bigint,
  limit: bigint,
): { readonly growth: bigint; readonly charge: bigint } {
  if (limit <= 0n || funds <= 0n) return { growth: 0n, charge: 0n };
  const lambda = logSum - minLogWeight + 2n * MARGIN + TOUCH_MARGIN;
  const growth = min((funds * WAD) / lambda, limit);
  return { growth, charge: mulDiv(growth, lambda, WAD, "Up") };
}

/**
 * Releases a sponsor's extra reserve into b, linearly over the time that is left: what the contract does before a
 * block's first trade, `join` or `exit`, at most once a block (DESIGN 4).
 * @param now Time of the block, in unix seconds, not before `releasedAt`.
 * @param closesAt When trading ends, in unix seconds; from then on all is due.
 * @throws {InvalidParameterError} when `now` is before `releasedAt`.
 */
export function releaseReserve(pool: PoolState, now: bigint, closesAt: bigint): PoolState {
  const { extraReserve, releasedAt } = pool;
  if (now < releasedAt) {
    throw new InvalidParameterError({ parameter: "now", value: now, expected: `${releasedAt} or later` });
  }
  if (extraReserve === 0n) return pool;
  const left = max(closesAt - releasedAt, 0n);
  const passed = now - releasedAt;
  const due = passed < left ? (extraReserve * passed) / left : extraReserve;
  const { growth, charge } = growthFrom(due, lnWad(pool.sum), pool.minLogWeight, MAX_B - pool.b);
  return {
    ...pool,
    b: pool.b + growth,
    reserve: pool.reserve - charge,
    extraReserve: extraReserve - charge,
    releasedAt: now,
  };
}

/**
 * Returns the LP shares after a release: the founder gets `totalShares growth / b` of them, rounded down, so that the
 * gift is not shared with those who joined later (DESIGN 4).
 * @param before The pool before {@link releaseReserve}.
 * @param after The pool after it.
 * @param totalShares LP shares before it, those locked for ever included.
 */
export function sharesAfterRelease(before: PoolState, after: PoolState, totalShares: bigint): bigint {
  return totalShares + (totalShares * (after.b - before.b)) / before.b;
}

/**
 * Returns what orders pay at a payout vector, less what they cost, in units. With payouts = one's own weights it is
 * the expected profit. Redemption floors once for all of a market's tokens, and so does this.
 * @param orders What is bought and sold; what is sold is a loss of what it would have paid.
 * @param total What the orders cost, in units (see {@link Quote}).
 * @param payouts Payouts or weights, in WAD, one for each outcome.
 * @throws {LengthMismatchError} when an order's outcome has no payout.
 */
export function profitAt(orders: readonly Order[], total: bigint, payouts: readonly bigint[]): bigint {
  const paid = orders.reduce((sum, { outcome, short, amount }) => {
    const payout = payouts[outcome];
    if (payout === undefined) {
      throw new LengthMismatchError({ what: "Payouts", expected: outcome + 1, actual: payouts.length });
    }
    return sum + amount * (short ? WAD - payout : payout);
  }, 0n);
  return floorDiv(paid, WAD) - total;
}

/**
 * Returns the least profit of orders over all payout vectors, in units. Payouts are linear, so the least is where
 * everything goes to one outcome.
 * @param outcomes How many outcomes the market has.
 */
export function worstCase(orders: readonly Order[], total: bigint, outcomes: number): bigint {
  // Every SHORT pays 1 but that of the winner; the winner's LONG pays 1.
  const shorts = orders.reduce((sum, { short, amount }) => (short ? sum + amount : sum), 0n);
  const wins = orders.map(({ short, amount }) => (short ? -amount : amount));
  const untraded = orders.length < outcomes ? [0n] : [];
  return shorts + [...wins, ...untraded].reduce(min) - total;
}

function checkOrders(orders: readonly Order[], outcomes: number): void {
  if (orders.length === 0) throw new NoOrdersError();
  let previous = -1;
  for (const { outcome, amount } of orders) {
    if (!Number.isInteger(outcome) || outcome < 0 || outcome >= outcomes) {
      throw new UnknownOutcomeError({ outcome, outcomes });
    }
    if (outcome <= previous) throw new UnorderedOutcomesError({ previous, outcome });
    if (amount === 0n) throw new ZeroAmountError({ outcome });
    previous = outcome;
  }
}

function move(before: PoolOutcome, order: Order, b: bigint): PoolOutcome {
  const amount = order.short ? -order.amount : order.amount;
  const logWeight = before.logWeight + mulDiv(amount, WAD, b, "Up");
  if (logWeight < MIN_LOG || logWeight > MAX_LOG) throw new OutOfRangeError({ outcome: order.outcome, logWeight });
  return { touched: true, logWeight, weight: expWad(logWeight), sold: before.sold + amount };
}

/** Returns ln(S'/S), in WAD, before its margin; the ratio is taken >= 1 and rounded against the trader. */
function logRatio(before: bigint, after: bigint): bigint {
  return after >= before ? lnWad(mulDiv(after, WAD, before, "Up")) : -lnWad((before * WAD) / after);
}

function costOf(b: bigint, ratio: bigint): bigint {
  if (ratio >= 0n) return mulDiv(b, ratio + MARGIN, WAD, "Up");
  return -mulDiv(b, max(-ratio - MARGIN, 0n), WAD, "Down");
}

/** Sum of |amount| min(p, 1 - p), p the mean of the outcome's prices before and after: LONG and SHORT pay the same. */
function turnoverWad(after: PoolState, before: PoolState, orders: readonly Order[]): bigint {
  return orders.reduce((turnover, { outcome, amount }) => {
    const priceBefore = (outcomeAt(before, outcome).weight * WAD) / before.sum;
    const priceAfter = (outcomeAt(after, outcome).weight * WAD) / after.sum;
    const mean = ceilDiv(priceBefore + priceAfter, 2n);
    return turnover + abs(amount) * min(mean, WAD - mean);
  }, 0n);
}

function outcomeAt(pool: PoolState, outcome: number): PoolOutcome {
  const found = pool.outcomes[outcome];
  if (found === undefined) throw new UnknownOutcomeError({ outcome, outcomes: pool.outcomes.length });
  return found;
}

function roundMinLog(logWeight: bigint): bigint {
  return (logWeight / MIN_LOG_UNIT) * MIN_LOG_UNIT;
}
