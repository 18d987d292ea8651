/** What it costs to move a TWAP by one percentage point in a plain LMSR: in closed form, and by the exact twins. */
import { openTwap, settleTwap, twapWeights } from "../../sdk/src/math/index.ts";
import { DEFAULT_MARKET } from "../utils/defaults.ts";
import { openAccount, worthAt } from "./account.ts";
import { LmsrVenue } from "./lmsrVenue.ts";

const WAD = 10n ** 18n;
const FEE_RATE = BigInt(DEFAULT_MARKET.feeRate);
/** The window, in seconds; the simulated market is all window. */
const WINDOW = BigInt(DEFAULT_MARKET.twapWindow);
/** What a TWAP is moved by, as a share of 1. */
const POINT = 0.01;
/** How often somebody who believes the weights of before trades back, half-way to the next raise. */
export const ANSWERS = 10;
const ANSWERING_MONEY = 1_000_000n * WAD;

/** Liquidity in tokens, and the part of the window for which the price is held up, until its end. */
export const LIQUIDITIES = [200, 1000, 5000] as const;
export const HELD = [1, 0.5, 0.1] as const;

/** One line of the table. Money in tokens; weights in percentage points. */
export type TwapCost = {
  readonly b: number;
  readonly held: number;
  /** By how much the weight must be raised. */
  readonly raised: number;
  /** `b KL(p‖p') + fee`: the loss of one who knows that the weight p was right, in closed form. */
  readonly closedForm: number;
  readonly simulated: number;
  /** What the TWAP gained, by its twin. */
  readonly gained: number;
  /** The same where the raise is answered ANSWERS times. */
  readonly answered: { readonly cost: number; readonly gained: number };
};

/**
 * Returns what raising a price from p to p' loses one who believes p, in the units of b: `b KL(p‖p')` of the two
 * outcomes "it" and "not it", as a trade that moves prices away from w earns `b (KL(w‖p) - KL(w‖p'))` (DESIGN 4), and
 * the fee on `d = b ln(p' (1 - p) / (p (1 - p')))` at the mean price.
 */
export function raiseCost(b: number, from: number, to: number, feeRate: number): number {
  const divergence = from * Math.log(from / to) + (1 - from) * Math.log((1 - from) / (1 - to));
  const amount = b * Math.log((to * (1 - from)) / (from * (1 - to)));
  const mean = (from + to) / 2;
  return b * divergence + feeRate * amount * Math.min(mean, 1 - mean);
}

/** Measures a market that opens at some rates, which are taken to be right, for the outcome with the median rate. */
export function measureTwapCosts(rates: readonly bigint[]): TwapCost[] {
  const target = rates.map((_, j) => j).sort((a, c) => Number((rates[a] ?? 0n) - (rates[c] ?? 0n)))[rates.length >> 1];
  if (target === undefined) throw new RangeError("A market needs outcomes.");
  return LIQUIDITIES.flatMap((b) => HELD.map((held) => measure(rates, target, b, held)));
}

function measure(rates: readonly bigint[], target: number, b: number, held: number): TwapCost {
  const price = Number(rates[target]) / 1e18;
  const raised = price + POINT / held;
  const { cost, gained } = raise(rates, target, b, raised, [{ from: 1 - held, until: 1 }]);
  // Half of the time the price is back, so it is raised twice as far.
  const parts = Array.from({ length: ANSWERS }, (_, i) => ({
    from: 1 - held + (held * i) / ANSWERS,
    until: 1 - held + (held * (i + 0.5)) / ANSWERS,
  }));
  return {
    b,
    held,
    raised: (raised - price) * 100,
    closedForm: raiseCost(b, price, raised, Number(FEE_RATE) / 1e8),
    simulated: cost,
    gained,
    answered: raise(rates, target, b, price + (2 * POINT) / held, parts),
  };
}

/** Raises a weight for parts of the window; at the end of each part but for that of the window somebody trades back. */
function raise(
  rates: readonly bigint[],
  target: number,
  b: number,
  weight: number,
  parts: readonly { readonly from: number; readonly until: number }[],
): { cost: number; gained: number } {
  const venue = new LmsrVenue({ prices: rates, b: BigInt(b) * WAD, feeRate: FEE_RATE, alpha: 0n });
  const all = rates.map((_, j) => j);
  // Times from 1, as a TWAP takes 0 for never.
  const timeOf = (share: number) => 1n + (WINDOW * BigInt(Math.round(share * 1e6))) / 1_000_000n;
  let twap = openTwap(rates.length, 1n, 1n + WINDOW);
  let account = openAccount(0n, rates.length);
  let answering = openAccount(ANSWERING_MONEY, rates.length);
  for (const { from, until } of parts) {
    twap = settleTwap(twap, venue.state, all, timeOf(from));
    account = venue.raise(account, target, weight);
    if (until === 1) continue;
    twap = settleTwap(twap, venue.state, all, timeOf(until));
    answering = venue.trade(answering, rates);
  }
  const gained = Number((twapWeights(twap, venue.state, timeOf(1))[target] ?? 0n) - (rates[target] ?? 0n)) / 1e16;
  return { cost: -Number(worthAt(account, rates)) / 1e18, gained };
}
