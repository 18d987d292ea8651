import { AUCTION_PHASES, type AuctionPhase } from "../../types/auctionPhase.ts";
import { formatId, formatTime } from "../../utils/format.ts";
import { formatWad } from "../../utils/wad.ts";

import { ContractError, type ContractErrorParameters } from "./base.ts";

/** Thrown when a bid is for more than its deposit. */
export class OpeningAuctionBudgetAboveDepositError extends ContractError<"OpeningAuction_BudgetAboveDeposit"> {
  override readonly name = "OpeningAuctionBudgetAboveDepositError";
  constructor(parameters: ContractErrorParameters<"OpeningAuction_BudgetAboveDeposit">) {
    const { budget, deposit } = parameters;
    super(parameters, `The bid is for ${budget} units, but its deposit is ${deposit}.`, {
      docsPath: "/errors#openingauctionbudgetabovedepositerror",
      metaMessages: ["It cannot count any more. Next time let `commitBid` deposit what is missing of the budget."],
    });
  }
}

/** Thrown when the sponsor gives less than opening can cost. */
export class OpeningAuctionBudgetTooSmallError extends ContractError<"OpeningAuction_BudgetTooSmall"> {
  override readonly name = "OpeningAuctionBudgetTooSmallError";
  constructor(parameters: ContractErrorParameters<"OpeningAuction_BudgetTooSmall">) {
    const { budget, minimum } = parameters;
    super(parameters, `The sponsor gives ${budget} units; opening the pool can cost ${minimum}.`, {
      docsPath: "/errors#openingauctionbudgettoosmallerror",
      metaMessages: ["Pass a `budget` of `sponsorBudget(b)`, or a smaller b; what is not needed comes back."],
    });
  }
}

/** Thrown when a commitment is zero. */
export class OpeningAuctionEmptyCommitmentError extends ContractError<"OpeningAuction_EmptyCommitment"> {
  override readonly name = "OpeningAuctionEmptyCommitmentError";
  constructor(parameters: ContractErrorParameters<"OpeningAuction_EmptyCommitment">) {
    const { market } = parameters;
    super(parameters, `The commitment for market ${formatId(market)} is empty.`, {
      docsPath: "/errors#openingauctionemptycommitmenterror",
      metaMessages: ["Pass what `commitmentOf` returns for your bid."],
    });
  }
}

/** Thrown when the auction was prepared before. */
export class OpeningAuctionExistsError extends ContractError<"OpeningAuction_Exists"> {
  override readonly name = "OpeningAuctionExistsError";
  constructor(parameters: ContractErrorParameters<"OpeningAuction_Exists">) {
    const { market } = parameters;
    super(parameters, `The auction of market ${formatId(market)} was prepared before.`, {
      docsPath: "/errors#openingauctionexistserror",
      metaMessages: ["Read it with `getAuction`; a market has one auction."],
    });
  }
}

/** Thrown when an auction would not end between now and the end of trading. */
export class OpeningAuctionInvalidOpeningError extends ContractError<"OpeningAuction_InvalidOpening"> {
  override readonly name = "OpeningAuctionInvalidOpeningError";
  constructor(parameters: ContractErrorParameters<"OpeningAuction_InvalidOpening">) {
    const { opensAt, closesAt } = parameters;
    super(parameters, `A pool cannot open at ${formatTime(opensAt)}: trading ends at ${formatTime(closesAt)}.`, {
      docsPath: "/errors#openingauctioninvalidopeningerror",
      metaMessages: ["Pass an `opensAt` between now and the end of trading."],
    });
  }
}

/** Thrown when b is below what a pool needs. */
export class OpeningAuctionLiquidityTooLowError extends ContractError<"OpeningAuction_LiquidityTooLow"> {
  override readonly name = "OpeningAuctionLiquidityTooLowError";
  constructor(parameters: ContractErrorParameters<"OpeningAuction_LiquidityTooLow">) {
    const { b, minimum } = parameters;
    super(parameters, `b is ${b} units; a pool needs at least ${minimum}.`, {
      docsPath: "/errors#openingauctionliquiditytoolowerror",
      metaMessages: ["Pass a larger b, in the smallest units of the market's asset."],
    });
  }
}

/** Thrown when an account has no bid: it committed none, or has claimed or withdrawn it. */
export class OpeningAuctionNoBidError extends ContractError<"OpeningAuction_NoBid"> {
  override readonly name = "OpeningAuctionNoBidError";
  constructor(parameters: ContractErrorParameters<"OpeningAuction_NoBid">) {
    const { market, bidder } = parameters;
    super(parameters, `${bidder} has no bid for market ${formatId(market)}.`, {
      docsPath: "/errors#openingauctionnobiderror",
      metaMessages: ["It committed none, or has claimed or withdrawn it already. Check the account and the market."],
    });
  }
}

/** Thrown when a bid would be committed without a deposit. */
export class OpeningAuctionNoDepositError extends ContractError<"OpeningAuction_NoDeposit"> {
  override readonly name = "OpeningAuctionNoDepositError";
  constructor(parameters: ContractErrorParameters<"OpeningAuction_NoDeposit">) {
    const { market, bidder } = parameters;
    super(parameters, `${bidder} has no deposit for market ${formatId(market)}, and adds none.`, {
      docsPath: "/errors#openingauctionnodepositerror",
      metaMessages: ["Pass a `deposit` of at least the budget."],
    });
  }
}

/** Thrown when the caller did not create the market with this auction as its opener and this context. */
export class OpeningAuctionNotCreatorError extends ContractError<"OpeningAuction_NotCreator"> {
  override readonly name = "OpeningAuctionNotCreatorError";
  constructor(parameters: ContractErrorParameters<"OpeningAuction_NotCreator">) {
    const { market, caller, context } = parameters;
    super(parameters, `${caller} did not create market ${formatId(market)} for this auction with context ${context}.`, {
      docsPath: "/errors#openingauctionnotcreatorerror",
      metaMessages: ["Create the market with the auction's address as `opener`, and pass the same `context` here."],
    });
  }
}

/** Thrown when less of the asset arrived than was asked for. */
export class OpeningAuctionNotReceivedError extends ContractError<"OpeningAuction_NotReceived"> {
  override readonly name = "OpeningAuctionNotReceivedError";
  constructor(parameters: ContractErrorParameters<"OpeningAuction_NotReceived">) {
    const { asset, expected, received } = parameters;
    super(parameters, `Of ${expected} units of the asset ${asset} only ${received} arrived.`, {
      docsPath: "/errors#openingauctionnotreceivederror",
      metaMessages: ["Tokens that take a fee on transfer cannot be the asset of a market."],
    });
  }
}

/** Thrown when a bid that was not revealed is claimed. */
export class OpeningAuctionNotRevealedError extends ContractError<"OpeningAuction_NotRevealed"> {
  override readonly name = "OpeningAuctionNotRevealedError";
  constructor(parameters: ContractErrorParameters<"OpeningAuction_NotRevealed">) {
    const { market, bidder } = parameters;
    super(parameters, `The bid of ${bidder} for market ${formatId(market)} was not revealed.`, {
      docsPath: "/errors#openingauctionnotrevealederror",
      metaMessages: ["Call `withdrawBid`: half of the deposit comes back."],
    });
  }
}

/** Thrown when the sponsor's bid would hold less than one unit of an outcome. */
export class OpeningAuctionPriceTooLowError extends ContractError<"OpeningAuction_PriceTooLow"> {
  override readonly name = "OpeningAuctionPriceTooLowError";
  constructor(parameters: ContractErrorParameters<"OpeningAuction_PriceTooLow">) {
    const { outcome, price, minimum } = parameters;
    super(parameters, `The base rate of outcome ${outcome} is ${formatWad(price)}, below ${formatWad(minimum)}.`, {
      docsPath: "/errors#openingauctionpricetoolowerror",
      metaMessages: ["Raise the rate, or b: the sponsor's bid must hold one unit of every outcome."],
    });
  }
}

/** Thrown when a bid was revealed already. */
export class OpeningAuctionRevealedError extends ContractError<"OpeningAuction_Revealed"> {
  override readonly name = "OpeningAuctionRevealedError";
  constructor(parameters: ContractErrorParameters<"OpeningAuction_Revealed">) {
    const { market, bidder } = parameters;
    super(parameters, `The bid of ${bidder} for market ${formatId(market)} is revealed already.`, {
      docsPath: "/errors#openingauctionrevealederror",
      metaMessages: ["Once the auction is cleared, call `claimBid`."],
    });
  }
}

/** Thrown when an auction would hold more than a market can. */
export class OpeningAuctionTooMuchMoneyError extends ContractError<"OpeningAuction_TooMuchMoney"> {
  override readonly name = "OpeningAuctionTooMuchMoneyError";
  constructor(parameters: ContractErrorParameters<"OpeningAuction_TooMuchMoney">) {
    const { amount, maximum } = parameters;
    super(parameters, `The auction cannot take ${amount} units; at most ${maximum} more.`, {
      docsPath: "/errors#openingauctiontoomuchmoneyerror",
      metaMessages: ["Pass a smaller amount, in the smallest units of the market's asset."],
    });
  }
}

/** Thrown when a vector has another length than the market has outcomes. */
export class OpeningAuctionWrongLengthError extends ContractError<"OpeningAuction_WrongLength"> {
  override readonly name = "OpeningAuctionWrongLengthError";
  constructor(parameters: ContractErrorParameters<"OpeningAuction_WrongLength">) {
    const { expected, actual } = parameters;
    super(parameters, `The market has ${expected} outcomes; ${actual} numbers were given.`, {
      docsPath: "/errors#openingauctionwronglengtherror",
      metaMessages: ["Pass one for each outcome, in the order of the market."],
    });
  }
}

/** Thrown when budget, weights and salt are not what the bidder committed to. */
export class OpeningAuctionWrongOpeningError extends ContractError<"OpeningAuction_WrongOpening"> {
  override readonly name = "OpeningAuctionWrongOpeningError";
  constructor(parameters: ContractErrorParameters<"OpeningAuction_WrongOpening">) {
    const { market, bidder, committed, given } = parameters;
    super(parameters, `${bidder} committed to ${committed} in market ${formatId(market)}; this bid is ${given}.`, {
      docsPath: "/errors#openingauctionwrongopeningerror",
      metaMessages: [
        "Pass exactly the budget, weights and salt of the last `commitBid`, for the same chain, market and account.",
        "A salt of `deriveBidSalt` depends on the `counter` too.",
      ],
    });
  }
}

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

/** Thrown when the auction is in another phase than the call needs. */
export class OpeningAuctionWrongPhaseError extends ContractError<"OpeningAuction_WrongPhase"> {
  override readonly name = "OpeningAuctionWrongPhaseError";
  /** Where the auction stands. */
  readonly phase: AuctionPhase;
  constructor(parameters: ContractErrorParameters<"OpeningAuction_WrongPhase">) {
    const phase = AUCTION_PHASES[parameters.phase] ?? "none";
    const [state, next] = WRONG_PHASE[phase];
    super(parameters, `The auction of market ${formatId(parameters.market)} ${state}.`, {
      docsPath: "/errors#openingauctionwrongphaseerror",
      metaMessages: [next],
    });
    this.phase = phase;
  }
}

/** Thrown when a claim is made with other weights than were revealed. */
export class OpeningAuctionWrongWeightsError extends ContractError<"OpeningAuction_WrongWeights"> {
  override readonly name = "OpeningAuctionWrongWeightsError";
  constructor(parameters: ContractErrorParameters<"OpeningAuction_WrongWeights">) {
    const { market, bidder, revealed, given } = parameters;
    super(
      parameters,
      `${bidder} revealed weights with hash ${revealed} in market ${formatId(market)}, not with ${given}.`,
      {
        docsPath: "/errors#openingauctionwrongweightserror",
        metaMessages: ["Leave `weights` out: `claimBid` then finds those that were revealed."],
      },
    );
  }
}
