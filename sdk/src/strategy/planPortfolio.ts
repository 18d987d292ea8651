import { InvalidParameterError } from "../errors/math.ts";
import { InvalidBudgetError } from "../errors/strategy.ts";
import { floorDiv, max, min } from "../math/rounding.ts";
import { WAD } from "../utils/wad.ts";

import { type Allocation, type Candidate, type Pocket, allocate } from "./allocate.ts";
import { planSetup } from "./planTrades.ts";
import { type Setup, type TradeOptions, setUp } from "./setup.ts";
import type { TradePlan } from "./tradePlan.ts";

/**
 * What a market's asset is. A market of money takes it as it is. The originality and the children of a project are
 * traded in that project's token of a selection market (DESIGN 5): one unit of money is split into the tokens of all
 * projects, and is then a unit of asset in the markets of all of them at a time.
 */
export type Funding =
  | { readonly kind: "money" }
  | {
      readonly kind: "selection";
      /** Id of the selection market. */
      readonly selection: bigint;
      /** The project's outcome in it: the market's asset is its LONG. */
      readonly outcome: number;
      /**
       * What one such token is expected to pay, in WAD of money: the probability that the project is evaluated, divided
       * by the number of projects that are. Of all of a selection's together at most 1e18; without a clue 1e18 /
       * outcomes.
       */
      readonly expectedPayout: bigint;
      /** Such tokens that the trader already has, in units; none without it. `assets` of `getSnapshot`. */
      readonly assets?: bigint | undefined;
    };

/** A market to trade in. Shares of `caps` are of the whole portfolio's budget. */
export type PortfolioMarket = TradeOptions & {
  /** Its id. */
  readonly market: bigint;
  readonly funding: Funding;
};

export type PlanPortfolioParameters = {
  readonly markets: readonly PortfolioMarket[];
  /** The most money to pay for all of it, splits included and less what sells bring, in units. */
  readonly budget: bigint;
  /** The least return that the last unit must be expected to bring, in WAD: 0.05e18 is 5%; 0 without it. */
  readonly hurdle?: bigint | undefined;
};

/** The plan of one market, in units of its asset. */
export type MarketPlan = TradePlan & {
  readonly market: bigint;
  readonly funding: Funding;
};

/** Money to exchange for selection tokens first. */
export type PlannedSplit = {
  /** Id of the selection market. */
  readonly selection: bigint;
  /** The one project whose token is needed: `splitPair`; undefined: those of several, `split`. */
  readonly outcome: number | undefined;
  /** In units. */
  readonly amount: bigint;
};

/** Trades in several markets, and what comes of them. Amounts are units of money. */
export type PortfolioPlan = {
  /** One for each market, in the order given. */
  readonly plans: readonly MarketPlan[];
  readonly splits: readonly PlannedSplit[];
  /**
   * What the trader pays: the totals of the markets of money, and the splits; at most the budget, negative if it is
   * paid.
   */
  readonly total: bigint;
  /** What it may cost at the most, with the slippage of each market; at most the budget. */
  readonly maxCost: bigint;
  /** What `Markets` must be allowed to take of the money: what sells bring does not count. */
  readonly approval: bigint;
  /**
   * Expected profit; that of a selection's markets times what their tokens are expected to pay. Splits earn nothing.
   */
  readonly expectedProfit: bigint;
  /** The least that all orders can earn; negative: the most they can lose. A split is never lost: the set pays 1. */
  readonly worstCase: bigint;
  /** Expected return on the last unit of the budget, 0.05 for 5%; 0 if not all of it is worth spending. */
  readonly marginalReturn: number;
};

/**
 * Plans trades in several markets with one budget: the split with the highest expected profit, at which the last unit
 * brings the same return everywhere, and each market's trades by {@link planTrades}.
 *
 * Markets over a selection share one split: it costs the most that one of them needs, not the sum, and what they are
 * expected to earn is worth what their token is expected to pay. What of the tokens is not traded is still the
 * trader's, and worth what it cost: the full set pays exactly 1. Each market's expected profit counts, not the risk of
 * all together: caps are the way to spread.
 * @throws {InvalidBudgetError} when the budget is not positive.
 * @throws {InvalidTargetsError} @throws {LengthMismatchError}
 * @throws {InvalidParameterError} when a market or a selection's outcome comes twice, when expected payouts are
 * negative or exceed 1e18 together, or when slippage, hurdle or a cap is out of its range.
 */
export function planPortfolio({ markets, budget, hurdle = 0n }: PlanPortfolioParameters): PortfolioPlan {
  if (budget <= 0n) throw new InvalidBudgetError({ budget });
  if (hurdle < 0n) throw new InvalidParameterError({ parameter: "hurdle", value: hurdle, expected: "0 or more" });
  checkMarkets(markets);
  const groups = groupsOf(markets.map((market) => toEntry(market, budget)));
  const mostMultiplier = 1 / (1 + Number(hurdle) / 1e18);
  const allocation = allocate(groups.map(toPocket), Number(budget), mostMultiplier);
  const planned = planGroups(groups, allocation, budget, mostMultiplier);
  return toPortfolio(markets, planned, allocation.multiplier);
}

/** A market, checked. */
type Entry = PortfolioMarket & { readonly setup: Setup };

/** A market of money, or all of a selection's. */
type Group = { readonly selection: bigint | undefined; readonly entries: readonly Entry[] };

/** A group with the plans of its markets, and what it costs in money: at the most, and as planned. */
type PlannedGroup = {
  readonly plans: readonly MarketPlan[];
  readonly split: PlannedSplit | undefined;
  readonly total: bigint;
  readonly maxCost: bigint;
};

function checkMarkets(markets: readonly PortfolioMarket[]): void {
  const seen = new Set<string>();
  const payouts = new Map<bigint, bigint>();
  const check = (parameter: string, value: bigint | string, expected: string, isFine: boolean) => {
    if (!isFine) throw new InvalidParameterError({ parameter, value, expected });
  };
  const checkOnce = (parameter: string, key: string) => {
    check(parameter, key, "named once", !seen.has(key));
    seen.add(key);
  };
  for (const { market, funding } of markets) {
    checkOnce("market", `market ${market}`);
    if (funding.kind === "money") continue;
    const { selection, outcome, expectedPayout, assets = 0n } = funding;
    checkOnce("funding", `outcome ${outcome} of selection ${selection}`);
    const all = (payouts.get(selection) ?? 0n) + expectedPayout;
    check("expectedPayout", expectedPayout, "0 or more", expectedPayout >= 0n);
    check("expectedPayout", all, "at most 1e18 for all outcomes of a selection together", all <= WAD);
    check("assets", assets, "0 or more", assets >= 0n);
    payouts.set(selection, all);
  }
}

/** Shares of caps are of the portfolio's budget: as many selection tokens as are expected to be worth it. */
function toEntry(market: PortfolioMarket, budget: bigint): Entry {
  const { funding } = market;
  const isWorthless = funding.kind === "money" || funding.expectedPayout === 0n;
  const assets = isWorthless ? budget : (budget * WAD) / funding.expectedPayout;
  return { ...market, setup: setUp(market, assets) };
}

function groupsOf(entries: readonly Entry[]): Group[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { funding, market } = entry;
    const key = funding.kind === "money" ? `market ${market}` : `selection ${funding.selection}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].map((members) => {
    const funding = members[0]?.funding;
    return { selection: funding?.kind === "selection" ? funding.selection : undefined, entries: members };
  });
}

function toPocket({ selection, entries }: Group): Pocket {
  const candidates = entries.map(({ setup, funding }): Candidate => {
    if (funding.kind === "money") return { setup, worth: 1, assets: 0 };
    return { setup, worth: Number(funding.expectedPayout) / 1e18, assets: Number(funding.assets ?? 0n) };
  });
  return { isShared: selection !== undefined, candidates };
}

/** Plans groups that bring money first, exactly, so that the others can spend it. */
function planGroups(
  groups: readonly Group[],
  { amounts, multiplier }: Allocation,
  budget: bigint,
  mostMultiplier: number,
): PlannedGroup[] {
  const shares = groups.map((group, i) => ({ group, amount: BigInt(Math.floor(amounts[i] ?? 0)) }));
  const planned: PlannedGroup[] = [];
  let left = budget;
  const add = (group: PlannedGroup) => {
    planned.push(group);
    left -= group.maxCost;
  };
  for (const { group, amount } of shares) {
    // At the return that money brings elsewhere, without a budget of its own.
    if (amount <= 0n) add(planGroup(group, min(left, 1n), multiplier));
  }
  const buyers = shares.filter(({ amount }) => amount > 0n);
  const wanted = buyers.reduce((sum, { amount }) => sum + amount, 0n);
  const available = min(left, wanted);
  for (const { group, amount } of buyers) add(planGroup(group, (amount * available) / wanted, mostMultiplier));
  return planned;
}

function planGroup({ selection, entries }: Group, budget: bigint, mostMultiplier: number): PlannedGroup {
  const plans = entries.map(({ market, funding, setup }): MarketPlan => {
    // What is left of tokens is worth what it cost: there is no return to miss.
    const plan =
      funding.kind === "money"
        ? planSetup(setup, budget, mostMultiplier)
        : planSetup(setup, budget + (funding.assets ?? 0n), 1);
    return { ...plan, market, funding };
  });
  if (selection !== undefined) return splitFor(selection, plans);
  const add = (of: "total" | "maxCost") => plans.reduce((sum, plan) => sum + plan[of], 0n);
  return { plans, split: undefined, total: add("total"), maxCost: add("maxCost") };
}

function splitFor(selection: bigint, plans: readonly MarketPlan[]): PlannedGroup {
  const needs = plans.flatMap(({ maxCost, funding }) => {
    if (funding.kind === "money") return [];
    const amount = maxCost - (funding.assets ?? 0n);
    return amount > 0n ? [{ outcome: funding.outcome, amount }] : [];
  });
  const amount = needs.reduce((most, need) => max(most, need.amount), 0n);
  const outcome = needs.length === 1 ? needs[0]?.outcome : undefined;
  return { plans, split: amount > 0n ? { selection, outcome, amount } : undefined, total: amount, maxCost: amount };
}

function toPortfolio(
  markets: readonly PortfolioMarket[],
  groups: readonly PlannedGroup[],
  multiplier: number,
): PortfolioPlan {
  const sumOf = (value: (group: PlannedGroup) => bigint) => groups.reduce((sum, group) => sum + value(group), 0n);
  const byMarket = new Map(groups.flatMap(({ plans }) => plans.map((plan) => [plan.market, plan] as const)));
  return {
    plans: markets.flatMap(({ market }) => byMarket.get(market) ?? []),
    splits: groups.flatMap(({ split }) => split ?? []),
    total: sumOf(({ total }) => total),
    maxCost: sumOf(({ maxCost }) => maxCost),
    approval: sumOf(({ maxCost }) => max(maxCost, 0n)),
    expectedProfit: sumOf(({ plans }) => plans.reduce((sum, plan) => sum + expectedMoney(plan), 0n)),
    worstCase: sumOf(worstMoney),
    marginalReturn: 1 / multiplier - 1,
  };
}

function expectedMoney({ expectedProfit, funding }: MarketPlan): bigint {
  if (funding.kind === "money") return expectedProfit;
  return floorDiv(expectedProfit * funding.expectedPayout, WAD);
}

/** A selection's tokens pay 1 together, so its markets' worst results do not add up. */
function worstMoney({ plans }: PlannedGroup): bigint {
  return plans.reduce(
    (worst, { worstCase, funding }) => (funding.kind === "money" ? worst + worstCase : min(worst, worstCase)),
    0n,
  );
}
