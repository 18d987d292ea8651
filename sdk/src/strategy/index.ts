export type { Cap, Caps } from "./caps.ts";
export { convertHoldings } from "./holdings.ts";
export type { Holdings } from "../types/holdings.ts";
export {
  planPortfolio,
  type Funding,
  type MarketPlan,
  type PlannedSplit,
  type PlanPortfolioParameters,
  type PortfolioMarket,
  type PortfolioPlan,
} from "./planPortfolio.ts";
export { planTrades, type PlanTradesParameters } from "./planTrades.ts";
export type { Kelly, TradeOptions } from "./setup.ts";
export type { Leg, TradePlan } from "./tradePlan.ts";
export type { Targets } from "./targets.ts";
