import { InvalidParameterError, LengthMismatchError } from "../errors/math.ts";
import { MAX_LOG, MIN_LOG, type PoolState, RATE_SCALE, prices } from "../math/lmsr.ts";
import { max } from "../math/rounding.ts";
import type { Holdings } from "../types/holdings.ts";
import { WAD } from "../utils/wad.ts";

import { type Caps, type Limits, limitsOf } from "./caps.ts";
import { logGrowth } from "./growth.ts";
import { withoutDust, withoutPairs, withoutShorts } from "./holdings.ts";
import type { Problem, Side } from "./solve.ts";
import { type Targets, fillTargets } from "./targets.ts";
import type { PlanContext } from "./tradePlan.ts";

/** Holdings below 1e-12 of b are dust: doubles cannot tell what selling them does to a price. */
const DUST = 10n ** 12n;

/** How much of a bankroll to risk. */
export type Kelly = {
  /** Part of the trade of the highest expected growth to make, in WAD, over 0 and at most 1e18. */
  readonly fraction: bigint;
  /** All the money that is to grow, in units of the market's asset, the budget included; the budget without it. */
  readonly bankroll?: bigint | undefined;
};

/** A market, what its trader believes, and how carefully to trade. */
export type TradeOptions = {
  /** The pool as it will be when the trade arrives: after `releaseReserve`, if the trade is the first of a block. */
  readonly pool: PoolState;
  /**
   * What the trader believes, in WAD: a weight for each outcome, summing to 1e18, or those of some outcomes; the others
   * then share the rest in proportion to their prices.
   */
  readonly targets: Targets;
  /**
   * What may be sold; nothing without it. Pairs of LONG_j and SHORT_j are left alone: `mergePair` pays them in full.
   */
  readonly holdings?: Holdings | undefined;
  /**
   * Whether to buy SHORTs; true without it. Without a fee and caps none is bought: they only save fees, and reach what
   * caps forbid to reach by buying all others.
   */
  readonly useShorts?: boolean | undefined;
  /** The most to hold after the trade, by outcome; without it there are no caps. */
  readonly caps?: Caps | undefined;
  /**
   * By how much prices may be worse when the trade arrives, as a share of what is bought and sold, in WAD; 0 without
   * it: then the trade happens as planned or not at all. It is kept free of the budget.
   */
  readonly slippage?: bigint | undefined;
};

/** A checked {@link TradeOptions}, with all that does not depend on the budget. */
export type Setup = PlanContext & {
  readonly sellable: Holdings;
  readonly useShorts: boolean;
  readonly limits: Limits;
  /** What the trader has if everything goes to an outcome, in units; undefined where profit is what counts. */
  readonly wealth: readonly bigint[] | undefined;
};

/** What to plan with. */
export type Means = {
  /** In units, positive. */
  readonly budget: number;
  /** 1 / (1 + the least return on the last unit). */
  readonly mostMultiplier: number;
};

/**
 * Checks what is to be planned.
 * @param budget What caps are shares of, in units.
 * @throws {InvalidTargetsError} @throws {LengthMismatchError}
 * @throws {InvalidParameterError} when a cap, the slippage or the Kelly fraction is out of its range.
 */
export function setUp(options: TradeOptions, budget: bigint, kelly?: Kelly): Setup {
  const { pool, slippage = 0n } = options;
  checkShare("slippage", slippage);
  const targets = fillTargets(pool, options.targets);
  // In a binary market the other LONG is the short: the same token, price and fee.
  const isBinary = pool.outcomes.length === 2;
  const isWorth = pool.feeRate > 0n || options.caps !== undefined;
  const all = checkHoldings(pool, options.holdings);
  const held = isBinary ? withoutShorts(all) : all;
  const wealth = kelly && wealthOf(held, checkKelly(kelly, budget));
  return {
    pool,
    pricesBefore: prices(pool),
    targets,
    held,
    slippage,
    sellable: withoutDust(pool.b / DUST, withoutPairs(held)),
    useShorts: (options.useShorts ?? true) && isWorth && !isBinary,
    limits: limitsOf(options.caps, targets, budget),
    wealth,
    growthOf: wealth && growthBetween(targets, wealth),
  };
}

/** Returns the problem in doubles and multiples of b, if only `sellable` may be sold. */
export function problemOf(setup: Setup, { budget, mostMultiplier }: Means, sellable: Holdings): Problem {
  const { pool, targets } = setup;
  const [b, sum] = [Number(pool.b), Number(pool.sum)];
  return {
    prices: Float64Array.from(pool.outcomes, ({ weight }) => Number(weight) / sum),
    targets: Float64Array.from(targets, toNumber),
    feeRate: Number(pool.feeRate) / Number(RATE_SCALE),
    budget: budget / b,
    slippage: toNumber(setup.slippage),
    mostMultiplier,
    wealth: setup.wealth && Float64Array.from(setup.wealth, (units) => Number(units) / b),
    sides: pool.outcomes.map((_, outcome) => sideOf(setup, sellable, outcome)),
  };
}

/** Returns how much of a token its cap allows to buy, in units; undefined: as much as one likes. */
export function buyable({ held, limits }: Setup, outcome: number, short: boolean): bigint | undefined {
  const limit = (short ? limits.short : limits.long)[outcome];
  return limit === undefined ? undefined : max(limit - ((short ? held.short : held.long)[outcome] ?? 0n), 0n);
}

function sideOf(setup: Setup, { long, short }: Holdings, outcome: number): Side {
  const { pool, useShorts } = setup;
  const b = Number(pool.b);
  const logWeight = pool.outcomes[outcome]?.logWeight ?? 0n;
  const [longs, shorts] = [Number(long[outcome] ?? 0n) / b, Number(short[outcome] ?? 0n) / b];
  const buysBySellingShort = shorts > 0;
  const sellsByBuyingShort = longs === 0 && useShorts;
  // A little less than the pool's range, as doubles round either way.
  const room = (logs: bigint) => Math.max(0, (Number(logs) / 1e18) * (1 - 1e-9) - 1e-9);
  const mostOf = (isShort: boolean) => Number(buyable(setup, outcome, isShort) ?? Infinity) / b;
  return {
    buysBySellingShort,
    sellsByBuyingShort,
    mostBought: Math.min(room(MAX_LOG - logWeight), buysBySellingShort ? shorts : mostOf(false)),
    mostSold: Math.min(room(logWeight - MIN_LOG), sellsByBuyingShort ? mostOf(true) : longs),
  };
}

function checkShare(parameter: string, value: bigint): void {
  if (value < 0n || value > WAD) {
    throw new InvalidParameterError({ parameter, value, expected: "a share in WAD, from 0 to 1e18" });
  }
}

/** Returns the bankroll. */
function checkKelly({ fraction, bankroll }: Kelly, budget: bigint): bigint {
  checkShare("kelly.fraction", fraction);
  if (fraction === 0n) {
    throw new InvalidParameterError({ parameter: "kelly.fraction", value: fraction, expected: "positive" });
  }
  if (bankroll !== undefined && bankroll < budget) {
    throw new InvalidParameterError({
      parameter: "kelly.bankroll",
      value: bankroll,
      expected: `the budget of ${budget} or more`,
    });
  }
  return bankroll ?? budget;
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

/** Returns money and what holdings pay if everything goes to an outcome: its LONG and all other SHORTs, for each. */
function wealthOf({ long, short }: Holdings, money: bigint): bigint[] {
  const shorts = short.reduce((sum, amount) => sum + amount, 0n);
  return long.map((amount, j) => money + amount + shorts - (short[j] ?? 0n));
}

/** Returns the function that tells by how much orders let the expected logarithm of wealth grow. */
function growthBetween(targets: readonly bigint[], wealth: readonly bigint[]): PlanContext["growthOf"] {
  const [weights, before] = [Float64Array.from(targets, toNumber), Float64Array.from(wealth, Number)];
  return (orders, total) => {
    const shorts = orders.reduce((sum, { short, amount }) => (short ? sum + amount : sum), 0n);
    const after = before.map((has) => has + Number(shorts - total));
    for (const { outcome, short, amount } of orders) {
      after[outcome] = (after[outcome] ?? 0) + Number(short ? -amount : amount);
    }
    return logGrowth(
      weights,
      after.map((has, j) => has / (before[j] ?? 1)),
    );
  };
}

function toNumber(wad: bigint): number {
  return Number(wad) / 1e18;
}
