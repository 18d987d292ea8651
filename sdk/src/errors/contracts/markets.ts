import { formatId, formatTime } from "../../utils/format.ts";
import { formatWad } from "../../utils/wad.ts";

import { contractError } from "./base.ts";

/** Thrown when the market is resolved. */
export class MarketsAlreadyResolvedError extends contractError("Markets_AlreadyResolved", {
  says: ({ market }) => `Market ${formatId(market)} is already resolved.`,
  next: "Its tokens can only be redeemed: call `redeem` or `redeemTo`.",
}) {}

/** Thrown when less of the asset arrived than was asked for. */
export class MarketsAssetNotReceivedError extends contractError("Markets_AssetNotReceived", {
  says: ({ asset, expected, received }) => `Of ${expected} units of the asset ${asset} only ${received} arrived.`,
  next: "Tokens that take a fee on transfer cannot be the asset of a market.",
}) {}

/** Thrown when a payment took more of the asset from `Markets` than was paid. */
export class MarketsAssetOverchargedError extends contractError("Markets_AssetOvercharged", {
  says: ({ asset, amount, charged }) => `A payment of ${amount} units of the asset ${asset} took ${charged} units.`,
  next: "Tokens that charge their sender on top cannot pay out of a market: what it took would be others'.",
}) {}

/** Thrown when joining would cost more than the caller accepts. */
export class MarketsAssetsAboveMaximumError extends contractError("Markets_AssetsAboveMaximum", {
  says: ({ assets, maximum }) => `Joining costs ${assets} units; you accept at most ${maximum}.`,
  next: "Others have traded since: read the snapshot again and raise `maxAssets`, or join with fewer shares.",
}) {}

/** Thrown when leaving would pay less than the caller accepts. */
export class MarketsAssetsBelowMinimumError extends contractError("Markets_AssetsBelowMinimum", {
  says: ({ assets, minimum }) => `Leaving pays ${assets} units; you accept no less than ${minimum}.`,
  next: "Others have traded since: read the snapshot again and lower `minAssets`. The rest is paid in LONGs.",
}) {}

/** Thrown when full sets that were traded in circles fill the pool's books. */
export class MarketsCashOverflowError extends contractError("Markets_CashOverflow", {
  says: ({ cash }) => `The pool's books would hold ${cash} units, which is more than they can.`,
  next: "Call `recentre`, which takes full sets out of the books, and try again.",
}) {}

/** Thrown when trading has ended. */
export class MarketsClosedError extends contractError("Markets_Closed", {
  says: ({ market, closesAt }) => `Trading in market ${formatId(market)} ended at ${formatTime(closesAt)}.`,
  next: "`split`, `merge`, `convert`, `transferBatch` and `exit` go on; wait for the resolution to redeem.",
}) {}

/** Thrown when a trade would cost more, or pay less, than the caller accepts. */
export class MarketsCostAboveMaximumError extends contractError("Markets_CostAboveMaximum", {
  says: ({ total, maxCost }) => `The trade costs ${total} units; you accept at most ${maxCost}.`,
  next: [
    "Prices have moved: read the snapshot again and plan anew, or raise `maxCost`.",
    "Negative costs are paid to you.",
  ],
}) {}

/** Thrown when ids lead to more than one ERC-20. */
export class MarketsDifferentBaseAssetError extends contractError("Markets_DifferentBaseAsset", {
  says: ({ first, other }) => `The tokens are worth different assets: ${first} and ${other}.`,
  next: "Call `redeemTo` once for each base asset.",
}) {}

/** Thrown when a trade has no orders. */
export class MarketsNoOrdersError extends contractError("Markets_NoOrders", {
  says: "The trade has no orders.",
  next: "Pass at least one of an amount that is not 0.",
}) {}

/** Thrown when liquidity is to be added or removed for no shares. */
export class MarketsNoSharesError extends contractError("Markets_NoShares", {
  says: "No liquidity is added or removed: `shares` is 0.",
  next: "Pass a number of shares above 0.",
}) {}

/** Thrown when there are no ids to redeem. */
export class MarketsNoIdsError extends contractError("Markets_NoIds", {
  says: "There are no ids to redeem.",
  next: "Pass the ids of the tokens that you hold; `getPositions` finds them.",
}) {}

/** Thrown when extra reserve is too little to be worth looking after. */
export class MarketsReserveTooSmallError extends contractError("Markets_ReserveTooSmall", {
  says: ({ amount, minimum }) => `Extra reserve of ${amount} units is below the least, ${minimum} units.`,
  next: "Give at least 1% of the pool's b: every block's first trade pays for looking after it.",
}) {}

/** Thrown when a call comes after its deadline. */
export class MarketsExpiredError extends contractError("Markets_Expired", {
  says: ({ deadline, timestamp }) =>
    `The deadline was ${formatTime(deadline)}; the block's time is ${formatTime(timestamp)}.`,
  next: "Send the trade again with a later `deadline`, in unix seconds.",
}) {}

/** Thrown when a fee rate is above the maximum. */
export class MarketsFeeRateTooHighError extends contractError("Markets_FeeRateTooHigh", {
  says: ({ feeRate, maximum }) => `The fee rate is ${feeRate}; the most is ${maximum} (in 1e-8).`,
  next: "0.03% is `30_000n`.",
}) {}

/** Thrown when an asset is neither a contract nor an outcome token. */
export class MarketsInvalidAssetError extends contractError("Markets_InvalidAsset", {
  says: ({ asset, assetId }) => `${asset} with id ${formatId(assetId)} cannot be the asset of a market.`,
  next: "Pass the address of an ERC-20 and `assetId: 0n`, or the address of `Markets` and the id of a LONG or SHORT of an existing market.",
}) {}

/** Thrown when an id is not a token of a market that can be redeemed. */
export class MarketsInvalidIdError extends contractError("Markets_InvalidId", {
  says: ({ id }) => `${formatId(id)} is not a token of a market.`,
  next: "Compute ids with `longId`, `shortId`, `sharesId` or `foundingSharesId`.",
}) {}

/** Thrown when b is out of its range. */
export class MarketsInvalidLiquidityError extends contractError("Markets_InvalidLiquidity", {
  says: ({ b, minimum, maximum }) => `The liquidity b is ${b} units; it must be ${minimum} to ${maximum}.`,
  next: "b is in the smallest units of the asset: 1000 USDC is `1000_000000n`.",
}) {}

/** Thrown when a market has no such outcome. */
export class MarketsInvalidOutcomeError extends contractError("Markets_InvalidOutcome", {
  says: ({ market, outcome }) => `Market ${formatId(market)} has no outcome ${outcome}.`,
  next: "Outcomes are counted from 0 to one less than their number.",
}) {}

/** Thrown when a market would have too few or too many outcomes. */
export class MarketsInvalidOutcomeCountError extends contractError("Markets_InvalidOutcomeCount", {
  says: ({ outcomes }) => `A market cannot have ${outcomes} outcomes.`,
  next: "Pass 2 to 256.",
}) {}

/** Thrown when a market would have no resolver. */
export class MarketsInvalidResolverError extends contractError("Markets_InvalidResolver", {
  says: "The resolver is the zero address: such a market could never pay.",
  next: "Pass the address of a `Jury`, or of whoever reports the payouts.",
}) {}

/** Thrown when a market would have no opener. */
export class MarketsInvalidOpenerError extends contractError("Markets_InvalidOpener", {
  says: "The opener is the zero address: a stranger could open the pool at any prices.",
  next: "Pass the address of whoever is to open it: yourself, or an `OpeningAuction`.",
}) {}

/** Thrown when weights do not sum to exactly 1. */
export class MarketsInvalidSumError extends contractError("Markets_InvalidSum", {
  says: ({ sum }) => `The weights sum to ${formatWad(sum)}, not to exactly 1.`,
  next: "Scale them with `floorWeights`: they must sum to 1000000000000000000.",
}) {}

/** Thrown when the TWAP window is empty or begins before time 0. */
export class MarketsInvalidTwapWindowError extends contractError("Markets_InvalidTwapWindow", {
  says: ({ twapWindow, closesAt }) =>
    `A TWAP window of ${twapWindow} seconds does not fit before ${formatTime(closesAt)}.`,
  next: "Pass at least 1 second, and `closesAt` in unix seconds.",
}) {}

/** Thrown when joining would give fewer LONGs of an outcome than the caller accepts. */
export class MarketsLongsBelowMinimumError extends contractError("Markets_LongsBelowMinimum", {
  says: ({ outcome, amount, minimum }) =>
    `Joining gives ${amount} LONG of outcome ${outcome}; you accept no less than ${minimum}.`,
  next: "Prices have moved: read the snapshot again, check that they are sound, and pass new `minLongs`.",
}) {}

/** Thrown when the caller has created the same market already. */
export class MarketsMarketExistsError extends contractError("Markets_MarketExists", {
  says: ({ market }) => `You have created market ${formatId(market)} already.`,
  next: "Use it, or change a parameter, for instance `context`, to create another.",
}) {}

/** Thrown when a market has no pool. */
export class MarketsNoPoolError extends contractError("Markets_NoPool", {
  says: ({ market }) => `Market ${formatId(market)} has no pool.`,
  next: "Open one with `openPool`; `split` and `merge` work without.",
}) {}

/** Thrown when the pool is somebody else's to open. */
export class MarketsNotOpenerError extends contractError("Markets_NotOpener", {
  says: ({ market, caller, opener }) =>
    `Only ${opener} may open the pool of market ${formatId(market)}; you are ${caller}.`,
  next: "Send the call from that account, or create a market of your own.",
}) {}

/** Thrown when a market is not resolved yet. */
export class MarketsNotResolvedError extends contractError("Markets_NotResolved", {
  says: ({ market }) => `Market ${formatId(market)} is not resolved yet.`,
  next: "Until its resolver reports, leave it with `trade`, `merge` or `mergePair`.",
}) {}

/** Thrown when the caller is not the resolver. */
export class MarketsNotResolverError extends contractError("Markets_NotResolver", {
  says: ({ market, caller, resolver }) =>
    `Only ${resolver} may report the payouts of market ${formatId(market)}; you are ${caller}.`,
  next: "If the resolver is a `Jury`, its Safe posts the payouts with `post`.",
}) {}

/** Thrown when a price would leave the range in which the arithmetic is exact. */
export class MarketsOutOfRangeError extends contractError("Markets_OutOfRange", {
  says: ({ market, outcome, logWeight }) =>
    `Outcome ${outcome} of market ${formatId(market)} would get the log weight ${formatWad(logWeight)}, out of the range up to 60.`,
  next: "Call `recentre` if others have moved the scale; otherwise trade less of it.",
}) {}

/** Thrown when a permit was refused and the allowance does not suffice. */
export class MarketsPermitFailedError extends contractError("Markets_PermitFailed", {
  says: ({ token, allowance, amount }) =>
    `${token} refused the permit; the allowance is ${allowance} of ${amount} units.`,
  next: "Sign again with the present nonce and a later deadline, or call `approveAsset`.",
}) {}

/** Thrown when the pool is open already. */
export class MarketsPoolExistsError extends contractError("Markets_PoolExists", {
  says: ({ market }) => `Market ${formatId(market)} has a pool already.`,
  next: "Add liquidity to it with `join`.",
}) {}

/** Thrown when a market would hold too much. */
export class MarketsPotOverflowError extends contractError("Markets_PotOverflow", {
  says: ({ pot, maximum }) => `The market would hold ${pot} units; the most is ${maximum}.`,
  next: "Use a smaller amount.",
}) {}

/** Thrown when an opening price is below the minimum. */
export class MarketsPriceTooLowError extends contractError("Markets_PriceTooLow", {
  says: ({ outcome, price, minimum }) =>
    `The opening price of outcome ${outcome} is ${formatWad(price)}; the least is ${formatWad(minimum)}.`,
  next: "Floor the base rates, for instance at 1e-5, and scale them with `floorWeights`.",
}) {}

/** Thrown when founding shares would leave before trading ends. */
export class MarketsSharesLockedError extends contractError("Markets_SharesLocked", {
  says: ({ market, closesAt }) =>
    `The founding shares of market ${formatId(market)} are locked until ${formatTime(closesAt)}.`,
  next: "Call `exit` from then on. Shares from `join` are not locked.",
}) {}

/** Thrown when there is no such market. */
export class MarketsUnknownMarketError extends contractError("Markets_UnknownMarket", {
  says: ({ market }) => `There is no market ${formatId(market)}.`,
  next: "Check the id and the chain, or create the market with `createMarket`.",
}) {}

/** Thrown when orders are not strictly ascending by outcome. */
export class MarketsUnorderedOutcomesError extends contractError("Markets_UnorderedOutcomes", {
  says: ({ previous, outcome }) => `The order for outcome ${outcome} comes after the one for outcome ${previous}.`,
  next: "Sort the orders by outcome and name each outcome once.",
}) {}

/** Thrown when a list has the wrong length. */
export class MarketsWrongLengthError extends contractError("Markets_WrongLength", {
  says: ({ expected, actual }) => `${actual} entries were passed where there must be ${expected}.`,
  next: "Pass one for each outcome, in the order of the market; one amount for each id.",
}) {}

/** Thrown when an order is for nothing. */
export class MarketsZeroAmountError extends contractError("Markets_ZeroAmount", {
  says: ({ outcome }) => `The order for outcome ${outcome} is for 0.`,
  next: "Leave it out, or give it an amount: positive buys, negative sells.",
}) {}
