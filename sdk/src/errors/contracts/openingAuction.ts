import { AUCTION_PHASES, type AuctionPhase } from "../../types/auctionPhase.ts";
import { formatId, formatTime } from "../../utils/format.ts";
import { formatWad } from "../../utils/wad.ts";

import { contractError } from "./base.ts";

/** Thrown when a bid is for more than its deposit. */
export class OpeningAuctionBudgetAboveDepositError extends contractError("OpeningAuction_BudgetAboveDeposit", {
  says: ({ budget, deposit }) => `The bid is for ${budget} units, but its deposit is ${deposit}.`,
  next: "It cannot count any more. Next time let `commitBid` deposit what is missing of the budget.",
}) {}

/** Thrown when the sponsor gives less than opening can cost. */
export class OpeningAuctionBudgetTooSmallError extends contractError("OpeningAuction_BudgetTooSmall", {
  says: ({ budget, minimum }) => `The sponsor gives ${budget} units; opening the pool can cost ${minimum}.`,
  next: "Pass a `budget` of `sponsorBudget(b)`, or a smaller b; what is not needed comes back.",
}) {}

/** Thrown when a commitment is zero. */
export class OpeningAuctionEmptyCommitmentError extends contractError("OpeningAuction_EmptyCommitment", {
  says: ({ market }) => `The commitment for market ${formatId(market)} is empty.`,
  next: "Pass what `commitmentOf` returns for your bid.",
}) {}

/** Thrown when the auction was prepared before. */
export class OpeningAuctionExistsError extends contractError("OpeningAuction_Exists", {
  says: ({ market }) => `The auction of market ${formatId(market)} was prepared before.`,
  next: "Read it with `getAuction`; a market has one auction.",
}) {}

/** Thrown when b is below what the sponsor's bid needs, a unit of every outcome. */
export class OpeningAuctionLiquidityTooLowError extends contractError("OpeningAuction_LiquidityTooLow", {
  says: ({ b, minimum }) => `b is ${b} units; an auction needs at least ${minimum}.`,
  next: "Pass a larger b, in the smallest units of the market's asset.",
}) {}

/** Thrown when an account has no bid: it committed none, or has claimed or withdrawn it. */
export class OpeningAuctionNoBidError extends contractError("OpeningAuction_NoBid", {
  says: ({ market, bidder }) => `${bidder} has no bid for market ${formatId(market)}.`,
  next: "It committed none, or has claimed or withdrawn it already. Check the account and the market.",
}) {}

/** Thrown when a bid would be committed without a deposit. */
export class OpeningAuctionNoDepositError extends contractError("OpeningAuction_NoDeposit", {
  says: ({ market, bidder }) => `${bidder} has no deposit for market ${formatId(market)}, and adds none.`,
  next: "Pass a `deposit` of at least the budget.",
}) {}

/** Thrown when the caller did not create the market with this auction as its opener and this context. */
export class OpeningAuctionNotCreatorError extends contractError("OpeningAuction_NotCreator", {
  says: ({ market, caller, context }) =>
    `${caller} did not create market ${formatId(market)} for this auction with context ${context}.`,
  next: "Create the market with the auction's address as `opener`, and pass the same `context` here.",
}) {}

/** Thrown when less of the asset arrived than was asked for. */
export class OpeningAuctionNotReceivedError extends contractError("OpeningAuction_NotReceived", {
  says: ({ asset, expected, received }) => `Of ${expected} units of the asset ${asset} only ${received} arrived.`,
  next: "Tokens that take a fee on transfer cannot be the asset of a market.",
}) {}

/** Thrown when a bid that was not revealed is claimed. */
export class OpeningAuctionNotRevealedError extends contractError("OpeningAuction_NotRevealed", {
  says: ({ market, bidder }) => `The bid of ${bidder} for market ${formatId(market)} was not revealed.`,
  next: "Call `withdrawBid`: half of the deposit comes back.",
}) {}

/** Thrown when a note is longer than an auction emits. */
export class OpeningAuctionNoteTooLongError extends contractError("OpeningAuction_NoteTooLong", {
  says: ({ length, maximum }) => `The note has ${length} bytes; a commitment carries at most ${maximum}.`,
  next: "Pass a shorter `note`: an encrypted vector takes 8 bytes an outcome.",
}) {}

/** Thrown when the pool would open when trading has ended. */
export class OpeningAuctionOpensTooLateError extends contractError("OpeningAuction_OpensTooLate", {
  says: ({ opensAt, closesAt }) =>
    `A pool cannot open at ${formatTime(opensAt)}: trading ends at ${formatTime(closesAt)}.`,
  next: "Pass an `opensAt` before the end of trading.",
}) {}

/** Thrown when there would be no hour to commit and another one to reveal. */
export class OpeningAuctionOpensTooSoonError extends contractError("OpeningAuction_OpensTooSoon", {
  says: ({ opensAt, earliest }) =>
    `A pool cannot open at ${formatTime(opensAt)}: bids need until ${formatTime(earliest)} at the least.`,
  next: "Pass a later `opensAt`: there is an hour to commit and another one to reveal.",
}) {}

/** Thrown when a base rate is below what any rate of a round is. */
export class OpeningAuctionPriceTooLowError extends contractError("OpeningAuction_PriceTooLow", {
  says: ({ outcome, price, minimum }) =>
    `The base rate of outcome ${outcome} is ${formatWad(price)}, below ${formatWad(minimum)}.`,
  next: "Raise the rate: the sponsor's bid must hold a unit of every outcome.",
}) {}

/** Thrown when a bid was revealed already, and not as it is given. */
export class OpeningAuctionRevealedError extends contractError("OpeningAuction_Revealed", {
  says: ({ market, bidder }) =>
    `The bid of ${bidder} for market ${formatId(market)} was revealed with another budget or other weights.`,
  next: "Once the auction is cleared, call `claimBid`.",
}) {}

/** Thrown when an auction would hold more than a market can. */
export class OpeningAuctionTooMuchMoneyError extends contractError("OpeningAuction_TooMuchMoney", {
  says: ({ amount, maximum }) => `The auction cannot take ${amount} units; at most ${maximum} more.`,
  next: "Pass a smaller amount, in the smallest units of the market's asset.",
}) {}

/** Thrown when a vector has another length than the market has outcomes. */
export class OpeningAuctionWrongLengthError extends contractError("OpeningAuction_WrongLength", {
  says: ({ expected, actual }) => `The market has ${expected} outcomes; ${actual} numbers were given.`,
  next: "Pass one for each outcome, in the order of the market.",
}) {}

/** Thrown when budget, weights and salt are not what the bidder committed to. */
export class OpeningAuctionWrongOpeningError extends contractError("OpeningAuction_WrongOpening", {
  says: ({ market, bidder, committed, given }) =>
    `${bidder} committed to ${committed} in market ${formatId(market)}; this bid is ${given}.`,
  next: [
    "Pass exactly the budget, weights and salt of the last `commitBid`, for the same chain, market and account.",
    "A salt of `deriveBidSalt` depends on the `counter` too.",
  ],
}) {}

/** Where an auction stands, and what can be done there. */
const WRONG_PHASE: Readonly<Record<AuctionPhase, readonly [state: string, next: string]>> = {
  none: ["has not been prepared", "Its market's creator calls `prepareAuction`; check the id of the market."],
  committing: [
    "is taking commitments",
    "Read `getAuction`: bids are revealed from `revealsAt`, cleared from `opensAt`.",
  ],
  revealing: ["is taking reveals", "New bids come too late; call `revealBid` for yours. Clearing begins at `opensAt`."],
  clearing: ["waits to be cleared", "Anyone may call `clearAuction` now; bids can be neither committed nor revealed."],
  opened: ["is over: the pool is open", "Call `claimBid`, or `withdrawBid` if the bid was not revealed; or `trade`."],
  void: [
    "is void",
    "Its market closed or resolved before it was cleared: `withdrawBid` and `refundAuction` pay all back.",
  ],
};

function phaseOf(phase: number): AuctionPhase {
  return AUCTION_PHASES[phase] ?? "none";
}

/** Thrown when the auction is in another phase than the call needs. */
export class OpeningAuctionWrongPhaseError extends contractError("OpeningAuction_WrongPhase", {
  says: ({ market, phase }) => `The auction of market ${formatId(market)} ${WRONG_PHASE[phaseOf(phase)][0]}.`,
  next: ({ phase }) => [WRONG_PHASE[phaseOf(phase)][1]],
}) {
  /** Where the auction stands. */
  readonly phase = phaseOf(this.values.phase);
}

/** Thrown when a claim is made with other weights than were revealed. */
export class OpeningAuctionWrongWeightsError extends contractError("OpeningAuction_WrongWeights", {
  says: ({ market, bidder, revealed, given }) =>
    `${bidder} revealed weights with hash ${revealed} in market ${formatId(market)}, not with ${given}.`,
  next: "Leave `weights` out: `claimBid` then finds those that were revealed.",
}) {}
