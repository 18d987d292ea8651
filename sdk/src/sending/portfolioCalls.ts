import type { Address } from "viem";

import { splitCall } from "../actions/markets/split.ts";
import { splitPairCall } from "../actions/markets/splitPair.ts";
import { tradeCall } from "../actions/markets/trade.ts";
import type { MarketsCall } from "../chain/contractCalls.ts";
import type { MarketPlan, PortfolioPlan } from "../strategy/planPortfolio.ts";

export type PortfolioCallsParameters = {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  readonly plan: Pick<PortfolioPlan, "plans" | "splits">;
  /** Who sends the calls: it pays, and gets the tokens and the proceeds. */
  readonly account: Address;
  /** Last second at which the trades may happen, in unix seconds. */
  readonly deadline: bigint;
};

/**
 * Describes what a portfolio's plan needs, in order, for `multicallMarkets` or one by one: trades that bring money, the
 * splits, all other trades. `Markets` must be allowed to take the plan's `approval` of the money; of tokens it needs
 * none.
 */
export function portfolioCalls({
  markets,
  plan: { plans, splits },
  account: receiver,
  deadline,
}: PortfolioCallsParameters): MarketsCall[] {
  const trades = (chosen: readonly MarketPlan[]) =>
    chosen
      .filter(({ orders }) => orders.length > 0)
      .map(({ market, orders, maxCost }) => tradeCall({ markets, market, orders, maxCost, deadline, receiver }));
  const brings = ({ maxCost, funding }: MarketPlan) => funding.kind === "money" && maxCost < 0n;
  return [
    ...trades(plans.filter(brings)),
    ...splits.map(({ selection: market, outcome, amount }) =>
      outcome === undefined
        ? splitCall({ markets, market, amount, receiver })
        : splitPairCall({ markets, market, outcome, amount, receiver }),
    ),
    ...trades(plans.filter((plan) => !brings(plan))),
  ];
}
