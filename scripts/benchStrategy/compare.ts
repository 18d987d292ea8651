/** What the planner and the incumbent's rule make of the same beliefs, money and pool. */
import { type PoolState, WAD } from "../../sdk/src/math/index.ts";
import { planTrades } from "../../sdk/src/strategy/index.ts";
import { worthAt, type Account } from "../simulate/account.ts";
import { type Spread, spreadOf } from "../simulate/statistics.ts";
import { followRule, tuneRule } from "./incumbent.ts";

/** Ways to trade, all with the same budget: the rule with M = budget, with the best M, and ours. */
export const WAYS = ["rule", "tuned", "planned", "kelly"] as const;
export type Way = (typeof WAYS)[number];

/** Profit for each unit of the budget: expected under the trader's weights, and at the jury's answer. */
export type Profit = { readonly expected: number; readonly realised: number };

/** One trader with one budget, alone in the pool as it opened. */
export type Case = {
  readonly trader: string;
  /** In tokens. */
  readonly budget: number;
  readonly profits: Readonly<Record<Way, Profit>>;
};

export type Believer = { readonly name: string; readonly weights: readonly bigint[] };

/**
 * Compares all ways for each trader and each budget (units).
 * @param answer What the jury says, in WAD.
 */
export function compare(
  pool: PoolState,
  traders: readonly Believer[],
  answer: readonly bigint[],
  budgets: readonly bigint[],
): Case[] {
  return budgets.flatMap((budget) =>
    traders.map(({ name, weights }) => {
      const profitOf = ({ account, profitAt }: Outcome): Profit => {
        if (account !== undefined && account.money < 0n) throw new Error(`${name} spends more than ${budget}.`);
        const share = (profit: bigint) => Number(profit) / Number(budget);
        return { expected: share(profitAt(weights)), realised: share(profitAt(answer)) };
      };
      const profits = {
        rule: profitOf(outcomeOf(followRule(pool, weights, budget, budget).account, budget)),
        tuned: profitOf(outcomeOf(tuneRule(pool, weights, budget).account, budget)),
        planned: profitOf(planTrades({ pool, targets: weights, budget })),
        kelly: profitOf(planTrades({ pool, targets: weights, budget, kelly: { fraction: WAD } })),
      };
      return { trader: name, budget: Number(budget) / 1e18, profits };
    }),
  );
}

/** By how many times one way's expected profit exceeds another's, where that expects any. */
export function ratiosOf(cases: readonly Case[], way: Way, to: Way): Spread | undefined {
  const ratios = cases
    .filter(({ profits }) => profits[to].expected > 0)
    .map(({ profits }) => profits[way].expected / profits[to].expected);
  return ratios.length > 0 ? spreadOf(ratios) : undefined;
}

type Outcome = { readonly account?: Account; readonly profitAt: (payouts: readonly bigint[]) => bigint };

function outcomeOf(account: Account, budget: bigint): Outcome {
  return { account, profitAt: (payouts) => worthAt(account, payouts) - budget };
}
