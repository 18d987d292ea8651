export * from "./bidFromCsv.ts";
export * from "./bidReminder.ts";
export {
  addBid,
  type Bid,
  type BidResult,
  clearingPrices,
  forfeitOf,
  longsOf,
  moneyOfBid,
  openingPrices,
  sponsorBudget,
  withdrawableOf,
} from "./bids.ts";
export * from "./commitment.ts";
export * from "./expectedBid.ts";
export * from "../types/auctionPhase.ts";
export * from "./salt.ts";
export * from "./toCalendar.ts";
export * from "./views.ts";
