export type { BookedAction, BookedTransfer, Booking } from "./journal.ts";
export * from "./points.ts";
export type { MarketProfit } from "./profit.ts";
export * from "./twap.ts";
