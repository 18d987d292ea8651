import { formatId, formatTime } from "../../utils/format.ts";
import { formatWad } from "../../utils/wad.ts";

import { ContractError, type ContractErrorParameters } from "./base.ts";

/** Thrown when the market is resolved. */
export class MarketsAlreadyResolvedError extends ContractError<"Markets_AlreadyResolved"> {
  override readonly name = "MarketsAlreadyResolvedError";
  constructor(parameters: ContractErrorParameters<"Markets_AlreadyResolved">) {
    const { market } = parameters;
    super(parameters, `Market ${formatId(market)} is already resolved.`, {
      docsPath: "/errors#marketsalreadyresolvederror",
      metaMessages: ["Its tokens can only be redeemed: call `redeem` or `redeemTo`."],
    });
  }
}

/** Thrown when less of the asset arrived than was asked for. */
export class MarketsAssetNotReceivedError extends ContractError<"Markets_AssetNotReceived"> {
  override readonly name = "MarketsAssetNotReceivedError";
  constructor(parameters: ContractErrorParameters<"Markets_AssetNotReceived">) {
    const { asset, expected, received } = parameters;
    super(parameters, `Of ${expected} units of the asset ${asset} only ${received} arrived.`, {
      docsPath: "/errors#marketsassetnotreceivederror",
      metaMessages: ["Tokens that take a fee on transfer cannot be the asset of a market."],
    });
  }
}

/** Thrown when joining would cost more than the caller accepts. */
export class MarketsAssetsAboveMaximumError extends ContractError<"Markets_AssetsAboveMaximum"> {
  override readonly name = "MarketsAssetsAboveMaximumError";
  constructor(parameters: ContractErrorParameters<"Markets_AssetsAboveMaximum">) {
    const { assets, maximum } = parameters;
    super(parameters, `Joining costs ${assets} units; you accept at most ${maximum}.`, {
      docsPath: "/errors#marketsassetsabovemaximumerror",
      metaMessages: [
        "Others have traded since: read the snapshot again and raise `maxAssets`, or join with fewer shares.",
      ],
    });
  }
}

/** Thrown when leaving would pay less than the caller accepts. */
export class MarketsAssetsBelowMinimumError extends ContractError<"Markets_AssetsBelowMinimum"> {
  override readonly name = "MarketsAssetsBelowMinimumError";
  constructor(parameters: ContractErrorParameters<"Markets_AssetsBelowMinimum">) {
    const { assets, minimum } = parameters;
    super(parameters, `Leaving pays ${assets} units; you accept no less than ${minimum}.`, {
      docsPath: "/errors#marketsassetsbelowminimumerror",
      metaMessages: [
        "Others have traded since: read the snapshot again and lower `minAssets`. The rest is paid in LONGs.",
      ],
    });
  }
}

/** Thrown when full sets that were traded in circles fill the pool's books. */
export class MarketsCashOverflowError extends ContractError<"Markets_CashOverflow"> {
  override readonly name = "MarketsCashOverflowError";
  constructor(parameters: ContractErrorParameters<"Markets_CashOverflow">) {
    const { cash } = parameters;
    super(parameters, `The pool's books would hold ${cash} units, which is more than they can.`, {
      docsPath: "/errors#marketscashoverflowerror",
      metaMessages: ["Call `recentre`, which takes full sets out of the books, and try again."],
    });
  }
}

/** Thrown when trading has ended. */
export class MarketsClosedError extends ContractError<"Markets_Closed"> {
  override readonly name = "MarketsClosedError";
  constructor(parameters: ContractErrorParameters<"Markets_Closed">) {
    const { market, closesAt } = parameters;
    super(parameters, `Trading in market ${formatId(market)} ended at ${formatTime(closesAt)}.`, {
      docsPath: "/errors#marketsclosederror",
      metaMessages: [
        "`split`, `merge`, `convert`, `transferBatch` and `exit` go on; wait for the resolution to redeem.",
      ],
    });
  }
}

/** Thrown when a trade would cost more, or pay less, than the caller accepts. */
export class MarketsCostAboveMaximumError extends ContractError<"Markets_CostAboveMaximum"> {
  override readonly name = "MarketsCostAboveMaximumError";
  constructor(parameters: ContractErrorParameters<"Markets_CostAboveMaximum">) {
    const { total, maxCost } = parameters;
    super(parameters, `The trade costs ${total} units; you accept at most ${maxCost}.`, {
      docsPath: "/errors#marketscostabovemaximumerror",
      metaMessages: [
        "Prices have moved: read the snapshot again and plan anew, or raise `maxCost`.",
        "Negative costs are paid to you.",
      ],
    });
  }
}

/** Thrown when ids lead to more than one ERC-20. */
export class MarketsDifferentBaseAssetError extends ContractError<"Markets_DifferentBaseAsset"> {
  override readonly name = "MarketsDifferentBaseAssetError";
  constructor(parameters: ContractErrorParameters<"Markets_DifferentBaseAsset">) {
    const { first, other } = parameters;
    super(parameters, `The tokens are worth different assets: ${first} and ${other}.`, {
      docsPath: "/errors#marketsdifferentbaseasseterror",
      metaMessages: ["Call `redeemTo` once for each base asset."],
    });
  }
}

/** Thrown when there is nothing to work on. */
export class MarketsEmptyError extends ContractError<"Markets_Empty"> {
  override readonly name = "MarketsEmptyError";
  constructor(parameters: ContractErrorParameters<"Markets_Empty">) {
    super(parameters, "There is no order, id or amount to work on.", {
      docsPath: "/errors#marketsemptyerror",
      metaMessages: ["Pass at least one, and amounts above 0."],
    });
  }
}

/** Thrown when extra reserve is too little to be worth looking after. */
export class MarketsReserveTooSmallError extends ContractError<"Markets_ReserveTooSmall"> {
  override readonly name = "MarketsReserveTooSmallError";
  constructor(parameters: ContractErrorParameters<"Markets_ReserveTooSmall">) {
    const { amount, minimum } = parameters;
    super(parameters, `Extra reserve of ${amount} units is below the least, ${minimum} units.`, {
      docsPath: "/errors#marketsreservetoosmallerror",
      metaMessages: ["Give at least 1% of the pool's b: every block's first trade pays for looking after it."],
    });
  }
}

/** Thrown when a call comes after its deadline. */
export class MarketsExpiredError extends ContractError<"Markets_Expired"> {
  override readonly name = "MarketsExpiredError";
  constructor(parameters: ContractErrorParameters<"Markets_Expired">) {
    const { deadline, timestamp } = parameters;
    super(parameters, `The deadline was ${formatTime(deadline)}; the block's time is ${formatTime(timestamp)}.`, {
      docsPath: "/errors#marketsexpirederror",
      metaMessages: ["Send the trade again with a later `deadline`, in unix seconds."],
    });
  }
}

/** Thrown when a fee rate is above the maximum. */
export class MarketsFeeRateTooHighError extends ContractError<"Markets_FeeRateTooHigh"> {
  override readonly name = "MarketsFeeRateTooHighError";
  constructor(parameters: ContractErrorParameters<"Markets_FeeRateTooHigh">) {
    const { feeRate, maximum } = parameters;
    super(parameters, `The fee rate is ${feeRate}; the most is ${maximum} (in 1e-8).`, {
      docsPath: "/errors#marketsfeeratetoohigherror",
      metaMessages: ["0.03% is `30_000n`."],
    });
  }
}

/** Thrown when an asset is neither a contract nor an outcome token. */
export class MarketsInvalidAssetError extends ContractError<"Markets_InvalidAsset"> {
  override readonly name = "MarketsInvalidAssetError";
  constructor(parameters: ContractErrorParameters<"Markets_InvalidAsset">) {
    const { asset, assetId } = parameters;
    super(parameters, `${asset} with id ${formatId(assetId)} cannot be the asset of a market.`, {
      docsPath: "/errors#marketsinvalidasseterror",
      metaMessages: [
        "Pass the address of an ERC-20 and `assetId: 0n`, or the address of `Markets` and the id of a LONG or SHORT of an existing market.",
      ],
    });
  }
}

/** Thrown when an id is not a token of a market that can be redeemed. */
export class MarketsInvalidIdError extends ContractError<"Markets_InvalidId"> {
  override readonly name = "MarketsInvalidIdError";
  constructor(parameters: ContractErrorParameters<"Markets_InvalidId">) {
    const { id } = parameters;
    super(parameters, `${formatId(id)} is not a token of a market.`, {
      docsPath: "/errors#marketsinvalididerror",
      metaMessages: ["Compute ids with `longId`, `shortId`, `sharesId` or `foundingSharesId`."],
    });
  }
}

/** Thrown when b is out of its range. */
export class MarketsInvalidLiquidityError extends ContractError<"Markets_InvalidLiquidity"> {
  override readonly name = "MarketsInvalidLiquidityError";
  constructor(parameters: ContractErrorParameters<"Markets_InvalidLiquidity">) {
    const { b, minimum, maximum } = parameters;
    super(parameters, `The liquidity b is ${b} units; it must be ${minimum} to ${maximum}.`, {
      docsPath: "/errors#marketsinvalidliquidityerror",
      metaMessages: ["b is in the smallest units of the asset: 1000 USDC is `1000_000000n`."],
    });
  }
}

/** Thrown when a market has no such outcome. */
export class MarketsInvalidOutcomeError extends ContractError<"Markets_InvalidOutcome"> {
  override readonly name = "MarketsInvalidOutcomeError";
  constructor(parameters: ContractErrorParameters<"Markets_InvalidOutcome">) {
    const { market, outcome } = parameters;
    super(parameters, `Market ${formatId(market)} has no outcome ${outcome}.`, {
      docsPath: "/errors#marketsinvalidoutcomeerror",
      metaMessages: ["Outcomes are counted from 0 to one less than their number."],
    });
  }
}

/** Thrown when a market would have too few or too many outcomes. */
export class MarketsInvalidOutcomeCountError extends ContractError<"Markets_InvalidOutcomeCount"> {
  override readonly name = "MarketsInvalidOutcomeCountError";
  constructor(parameters: ContractErrorParameters<"Markets_InvalidOutcomeCount">) {
    const { outcomes } = parameters;
    super(parameters, `A market cannot have ${outcomes} outcomes.`, {
      docsPath: "/errors#marketsinvalidoutcomecounterror",
      metaMessages: ["Pass 2 to 256."],
    });
  }
}

/** Thrown when a market would have no resolver. */
export class MarketsInvalidResolverError extends ContractError<"Markets_InvalidResolver"> {
  override readonly name = "MarketsInvalidResolverError";
  constructor(parameters: ContractErrorParameters<"Markets_InvalidResolver">) {
    super(parameters, "The resolver is the zero address: such a market could never pay.", {
      docsPath: "/errors#marketsinvalidresolvererror",
      metaMessages: ["Pass the address of a `Jury`, or of whoever reports the payouts."],
    });
  }
}

/** Thrown when weights do not sum to exactly 1. */
export class MarketsInvalidSumError extends ContractError<"Markets_InvalidSum"> {
  override readonly name = "MarketsInvalidSumError";
  constructor(parameters: ContractErrorParameters<"Markets_InvalidSum">) {
    const { sum } = parameters;
    super(parameters, `The weights sum to ${formatWad(sum)}, not to exactly 1.`, {
      docsPath: "/errors#marketsinvalidsumerror",
      metaMessages: ["Scale them with `floorWeights`: they must sum to 1000000000000000000."],
    });
  }
}

/** Thrown when the TWAP window is empty or begins before time 0. */
export class MarketsInvalidTwapWindowError extends ContractError<"Markets_InvalidTwapWindow"> {
  override readonly name = "MarketsInvalidTwapWindowError";
  constructor(parameters: ContractErrorParameters<"Markets_InvalidTwapWindow">) {
    const { twapWindow, closesAt } = parameters;
    super(parameters, `A TWAP window of ${twapWindow} seconds does not fit before ${formatTime(closesAt)}.`, {
      docsPath: "/errors#marketsinvalidtwapwindowerror",
      metaMessages: ["Pass at least 1 second, and `closesAt` in unix seconds."],
    });
  }
}

/** Thrown when joining would give fewer LONGs of an outcome than the caller accepts. */
export class MarketsLongsBelowMinimumError extends ContractError<"Markets_LongsBelowMinimum"> {
  override readonly name = "MarketsLongsBelowMinimumError";
  constructor(parameters: ContractErrorParameters<"Markets_LongsBelowMinimum">) {
    const { outcome, amount, minimum } = parameters;
    super(parameters, `Joining gives ${amount} LONG of outcome ${outcome}; you accept no less than ${minimum}.`, {
      docsPath: "/errors#marketslongsbelowminimumerror",
      metaMessages: ["Prices have moved: read the snapshot again, check that they are sound, and pass new `minLongs`."],
    });
  }
}

/** Thrown when the caller has created the same market already. */
export class MarketsMarketExistsError extends ContractError<"Markets_MarketExists"> {
  override readonly name = "MarketsMarketExistsError";
  constructor(parameters: ContractErrorParameters<"Markets_MarketExists">) {
    const { market } = parameters;
    super(parameters, `You have created market ${formatId(market)} already.`, {
      docsPath: "/errors#marketsmarketexistserror",
      metaMessages: ["Use it, or change a parameter, for instance `context`, to create another."],
    });
  }
}

/** Thrown when a market has no pool. */
export class MarketsNoPoolError extends ContractError<"Markets_NoPool"> {
  override readonly name = "MarketsNoPoolError";
  constructor(parameters: ContractErrorParameters<"Markets_NoPool">) {
    const { market } = parameters;
    super(parameters, `Market ${formatId(market)} has no pool.`, {
      docsPath: "/errors#marketsnopoolerror",
      metaMessages: ["Open one with `openPool`; `split` and `merge` work without."],
    });
  }
}

/** Thrown when trading still goes on. */
export class MarketsNotClosedError extends ContractError<"Markets_NotClosed"> {
  override readonly name = "MarketsNotClosedError";
  constructor(parameters: ContractErrorParameters<"Markets_NotClosed">) {
    const { market, closesAt } = parameters;
    super(parameters, `Trading in market ${formatId(market)} goes on until ${formatTime(closesAt)}.`, {
      docsPath: "/errors#marketsnotclosederror",
      metaMessages: ["Call again from then on."],
    });
  }
}

/** Thrown when the pool is somebody else's to open. */
export class MarketsNotOpenerError extends ContractError<"Markets_NotOpener"> {
  override readonly name = "MarketsNotOpenerError";
  constructor(parameters: ContractErrorParameters<"Markets_NotOpener">) {
    const { market, caller, opener } = parameters;
    super(parameters, `Only ${opener} may open the pool of market ${formatId(market)}; you are ${caller}.`, {
      docsPath: "/errors#marketsnotopenererror",
      metaMessages: ["Send the call from that account, or create a market of your own."],
    });
  }
}

/** Thrown when a market is not resolved yet. */
export class MarketsNotResolvedError extends ContractError<"Markets_NotResolved"> {
  override readonly name = "MarketsNotResolvedError";
  constructor(parameters: ContractErrorParameters<"Markets_NotResolved">) {
    const { market } = parameters;
    super(parameters, `Market ${formatId(market)} is not resolved yet.`, {
      docsPath: "/errors#marketsnotresolvederror",
      metaMessages: ["Until its resolver reports, leave it with `trade`, `merge` or `mergePair`."],
    });
  }
}

/** Thrown when the caller is not the resolver. */
export class MarketsNotResolverError extends ContractError<"Markets_NotResolver"> {
  override readonly name = "MarketsNotResolverError";
  constructor(parameters: ContractErrorParameters<"Markets_NotResolver">) {
    const { market, caller, resolver } = parameters;
    super(parameters, `Only ${resolver} may report the payouts of market ${formatId(market)}; you are ${caller}.`, {
      docsPath: "/errors#marketsnotresolvererror",
      metaMessages: ["If the resolver is a `Jury`, its Safe posts the payouts with `post`."],
    });
  }
}

/** Thrown when a price would leave the range in which the arithmetic is exact. */
export class MarketsOutOfRangeError extends ContractError<"Markets_OutOfRange"> {
  override readonly name = "MarketsOutOfRangeError";
  constructor(parameters: ContractErrorParameters<"Markets_OutOfRange">) {
    const { market, outcome, logWeight } = parameters;
    super(
      parameters,
      `Outcome ${outcome} of market ${formatId(market)} would get the log weight ${formatWad(logWeight)}, out of the range up to 60.`,
      {
        docsPath: "/errors#marketsoutofrangeerror",
        metaMessages: ["Call `recentre` if others have moved the scale; otherwise trade less of it."],
      },
    );
  }
}

/** Thrown when a permit was refused and the allowance does not suffice. */
export class MarketsPermitFailedError extends ContractError<"Markets_PermitFailed"> {
  override readonly name = "MarketsPermitFailedError";
  constructor(parameters: ContractErrorParameters<"Markets_PermitFailed">) {
    const { token, allowance, amount } = parameters;
    super(parameters, `${token} refused the permit; the allowance is ${allowance} of ${amount} units.`, {
      docsPath: "/errors#marketspermitfailederror",
      metaMessages: ["Sign again with the present nonce and a later deadline, or call `approveAsset`."],
    });
  }
}

/** Thrown when the pool is open already. */
export class MarketsPoolExistsError extends ContractError<"Markets_PoolExists"> {
  override readonly name = "MarketsPoolExistsError";
  constructor(parameters: ContractErrorParameters<"Markets_PoolExists">) {
    const { market } = parameters;
    super(parameters, `Market ${formatId(market)} has a pool already.`, {
      docsPath: "/errors#marketspoolexistserror",
      metaMessages: ["Add liquidity to it with `join`."],
    });
  }
}

/** Thrown when a market would hold too much. */
export class MarketsPotOverflowError extends ContractError<"Markets_PotOverflow"> {
  override readonly name = "MarketsPotOverflowError";
  constructor(parameters: ContractErrorParameters<"Markets_PotOverflow">) {
    const { pot, maximum } = parameters;
    super(parameters, `The market would hold ${pot} units; the most is ${maximum}.`, {
      docsPath: "/errors#marketspotoverflowerror",
      metaMessages: ["Use a smaller amount."],
    });
  }
}

/** Thrown when an opening price is below the minimum. */
export class MarketsPriceTooLowError extends ContractError<"Markets_PriceTooLow"> {
  override readonly name = "MarketsPriceTooLowError";
  constructor(parameters: ContractErrorParameters<"Markets_PriceTooLow">) {
    const { outcome, price, minimum } = parameters;
    super(
      parameters,
      `The opening price of outcome ${outcome} is ${formatWad(price)}; the least is ${formatWad(minimum)}.`,
      {
        docsPath: "/errors#marketspricetoolowerror",
        metaMessages: ["Floor the base rates, for instance at 1e-5, and scale them with `floorWeights`."],
      },
    );
  }
}

/** Thrown when founding shares would leave before trading ends. */
export class MarketsSharesLockedError extends ContractError<"Markets_SharesLocked"> {
  override readonly name = "MarketsSharesLockedError";
  constructor(parameters: ContractErrorParameters<"Markets_SharesLocked">) {
    const { market, closesAt } = parameters;
    super(parameters, `The founding shares of market ${formatId(market)} are locked until ${formatTime(closesAt)}.`, {
      docsPath: "/errors#marketsshareslockederror",
      metaMessages: ["Call `exit` from then on. Shares from `join` are not locked."],
    });
  }
}

/** Thrown when there is no such market. */
export class MarketsUnknownMarketError extends ContractError<"Markets_UnknownMarket"> {
  override readonly name = "MarketsUnknownMarketError";
  constructor(parameters: ContractErrorParameters<"Markets_UnknownMarket">) {
    const { market } = parameters;
    super(parameters, `There is no market ${formatId(market)}.`, {
      docsPath: "/errors#marketsunknownmarketerror",
      metaMessages: ["Check the id and the chain, or create the market with `createMarket`."],
    });
  }
}

/** Thrown when orders are not strictly ascending by outcome. */
export class MarketsUnorderedOutcomesError extends ContractError<"Markets_UnorderedOutcomes"> {
  override readonly name = "MarketsUnorderedOutcomesError";
  constructor(parameters: ContractErrorParameters<"Markets_UnorderedOutcomes">) {
    const { previous, outcome } = parameters;
    super(parameters, `The order for outcome ${outcome} comes after the one for outcome ${previous}.`, {
      docsPath: "/errors#marketsunorderedoutcomeserror",
      metaMessages: ["Sort the orders by outcome and name each outcome once."],
    });
  }
}

/** Thrown when a list has the wrong length. */
export class MarketsWrongLengthError extends ContractError<"Markets_WrongLength"> {
  override readonly name = "MarketsWrongLengthError";
  constructor(parameters: ContractErrorParameters<"Markets_WrongLength">) {
    const { expected, actual } = parameters;
    super(parameters, `${actual} entries were passed where there must be ${expected}.`, {
      docsPath: "/errors#marketswronglengtherror",
      metaMessages: ["Pass one for each outcome, in the order of the market; one amount for each id."],
    });
  }
}

/** Thrown when an order is for nothing. */
export class MarketsZeroAmountError extends ContractError<"Markets_ZeroAmount"> {
  override readonly name = "MarketsZeroAmountError";
  constructor(parameters: ContractErrorParameters<"Markets_ZeroAmount">) {
    const { outcome } = parameters;
    super(parameters, `The order for outcome ${outcome} is for 0.`, {
      docsPath: "/errors#marketszeroamounterror",
      metaMessages: ["Leave it out, or give it an amount: positive buys, negative sells."],
    });
  }
}
