export { convertHoldings, type Holdings } from "./holdings.ts";
export * from "./planTrades.ts";
