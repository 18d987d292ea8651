import { InvalidParameterError, LengthMismatchError } from "../errors/math.ts";
import { ceilDiv } from "../math/rounding.ts";
import { assertWeights, floorPrices, floorWeights } from "../math/weights.ts";
import { WAD } from "../utils/wad.ts";

import type { AuctionView } from "./views.ts";

/** What an account bids. */
export type Bid = {
  /** B, in units of the market's asset. */
  readonly budget: bigint;
  /** a: one for each outcome, in WAD, summing to exactly 1e18. */
  readonly weights: readonly bigint[];
};

/** What a bid gets. */
export type BidResult = {
  /** LONG_j, in units, for each outcome. */
  readonly longs: readonly bigint[];
  /** B', in units: what of the budget was used; the rest returns. */
  readonly size: bigint;
};

/** What a pool's sponsor gives for b = 1: the bid of b and the most that opening can cost, in WAD. */
const COST = 12_520_000_000_000_000_000n;
/** What scaling leaves of `PRICE_FLOOR` with 256 outcomes at the floor; prices above already stay as they are. */
const LEAST_PRICE = 9_974_000_000_000n;
/** A deposit may exceed a bid by this factor without a forfeit. */
const COVER = 8n;

/**
 * Returns the least that a sponsor gives when it prepares an auction, `12.52 b` rounded up: its bid of b, and
 * `b ln(1e5)` with a margin for opening (OA-11).
 * @param b Liquidity of the pool, in units.
 */
export function sponsorBudget(b: bigint): bigint {
  return ceilDiv(b * COST, WAD);
}

/**
 * Returns `m_j = floor(B a_j)`, what a bid puts on each outcome, in units.
 * @throws {InvalidWeightsError} @throws {InvalidSumError} when the weights are none.
 * @throws {InvalidParameterError} when the budget is negative.
 */
export function moneyOfBid({ budget, weights }: Bid): bigint[] {
  assertWeights(weights);
  if (budget < 0n) throw new InvalidParameterError({ parameter: "budget", value: budget, expected: "not negative" });
  return weights.map((weight) => (budget * weight) / WAD);
}

/**
 * Adds a bid to M, the money of all bids on each outcome; the order of bids makes no difference (OA-7). The sponsor's
 * bid is `{ budget: b, weights: rates }`, the first to add.
 * @param money M_j so far, in units; nothing yet: zeros.
 * @returns M_j with the bid, in units.
 * @throws {LengthMismatchError} @throws {InvalidWeightsError} @throws {InvalidSumError} @throws {InvalidParameterError}
 */
export function addBid(money: readonly bigint[], bid: Bid): bigint[] {
  checkLength("Weights", bid.weights, money.length);
  const added = moneyOfBid(bid);
  return money.map((sum, j) => sum + (added[j] ?? 0n));
}

/**
 * Returns the clearing prices `M_j / M`: the mean of all predictions, weighted by money (OA-6). Rounded down, what is
 * missing goes to the largest, as the contract does.
 * @param money M_j, the sponsor's included, in units.
 * @returns In WAD, summing to exactly 1e18.
 * @throws {InvalidWeightsError} when there is no money, or less than none.
 */
export function clearingPrices(money: readonly bigint[]): bigint[] {
  return floorWeights(money);
}

/**
 * Returns the prices at which a pool opens, as the contract's `pricesOf`, to the last digit: the clearing prices, none
 * below 1e-5 before they are scaled to sum to 1 again (OA-6).
 * @param money M_j, the sponsor's included, in units; `undefined` if no bid was revealed.
 * @param rates The base rates, in WAD: the prices without bids.
 * @returns In WAD, summing to exactly 1e18.
 * @throws {LengthMismatchError} @throws {InvalidWeightsError} @throws {InvalidSumError}
 */
export function openingPrices(money: readonly bigint[] | undefined, rates: readonly bigint[]): bigint[] {
  assertWeights(rates);
  if (money !== undefined) checkLength("Money", money, rates.length);
  const prices = money === undefined ? [...rates] : clearingPrices(money);
  if (prices.every((price) => price >= LEAST_PRICE)) return prices;
  return floorPrices(prices);
}

/**
 * Returns what a bid gets, `floor(m_j sets / M_j)` of every LONG: all claims on an outcome together are at most the
 * sets (OA-8).
 * @param bid One of the bids in `money`.
 * @param money M_j of all bids, in units.
 * @param sets M + F, in units: `sets` of `getAuction`, or the sum of `money` and the forfeits.
 * @throws {LengthMismatchError} @throws {InvalidWeightsError} @throws {InvalidSumError}
 * @throws {InvalidParameterError} when the bid is not in `money`.
 */
export function longsOf(bid: Bid, money: readonly bigint[], sets: bigint): BidResult {
  checkLength("Weights", bid.weights, money.length);
  const own = moneyOfBid(bid);
  const longs = own.map((amount, j) => {
    const total = money[j] ?? 0n;
    if (amount > total) {
      throw new InvalidParameterError({
        parameter: `money[${j}]`,
        value: total,
        expected: `at least the bid's ${amount}`,
      });
    }
    return amount === 0n ? 0n : (amount * sets) / total;
  });
  return { longs, size: sumOf(own) };
}

/**
 * Returns what a revealed bid forfeits of its deposit, in units, rounded up: half of what that exceeds eight times its
 * size by (OA-9).
 * @param size B', in units, as `longsOf` returns it.
 */
export function forfeitOf(deposit: bigint, size: bigint): bigint {
  const excess = deposit - COVER * size;
  return excess > 0n ? ceilDiv(excess, 2n) : 0n;
}

/**
 * Returns what comes back of a deposit whose bid was not revealed, in units: half of it, rounded down, and all of it if
 * the auction is void or if nobody revealed (OA-9, OA-12).
 */
export function withdrawableOf({ phase, revealed }: Pick<AuctionView, "phase" | "revealed">, deposit: bigint): bigint {
  return phase === "void" || revealed === 0n ? deposit : deposit / 2n;
}

/** Adds up. */
export function sumOf(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

function checkLength(what: string, list: readonly bigint[], expected: number): void {
  if (list.length !== expected) throw new LengthMismatchError({ what, expected, actual: list.length });
}
