// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC6909Metadata} from "@openzeppelin/contracts/interfaces/IERC6909.sol";

/// @title Markets: outcome tokens, pools and payouts
/// @notice A market turns one unit of an asset into a vector of claims on it. It resolves to payouts w_1..w_n in WAD
/// that sum to exactly 1e18. For outcome j there are two ERC-6909 tokens: LONG_j pays w_j of the asset, SHORT_j pays
/// 1 - w_j. A market may have one pool, a liquidity-sensitive logarithmic market scoring rule, that buys and sells
/// them.
///
/// @dev Units. "Units" are the smallest units of a market's asset. WAD is 1e18. Rates (`feeRate`, `alpha`) are in
/// 1e-8. Times are unix seconds. Outcomes are counted from 0. Amounts of outcome tokens have the asset's decimals.
///
/// Assets. An ERC-20, or a LONG or SHORT of another market of this contract (markets nest to any depth). An ERC-20
/// must arrive in full: one that takes a fee on transfer, claims a transfer that did not happen, or charges its sender
/// on top, is refused (MK-6). Rebasing tokens and tokens that seize balances are unsupported: a market over one pays
/// while it can and touches no other market's asset.
///
/// Ids. `market` is a hash with its low 16 bits zero. `market | j` is LONG_j, `market | 256 + j` is SHORT_j,
/// `market | 512` the market's LP shares and `market | 513` its founding shares. In a binary market (n = 2) the other
/// LONG is the short: SHORT_0 has the id of LONG_1 and the reverse, and ids 256 and 257 are not used.
///
/// Rules. The tests quote these numbers.
///
/// Tokens and exchanges
/// - MK-1 `split`/`merge`: 1 asset = every LONG. `splitPair`/`mergePair`: 1 asset = LONG_j + SHORT_j.
///   `convert`/`convertBack`: SHORT_j = every LONG_k, k != j. Both ways, 1 to 1, without fee, until resolution.
/// - MK-2 Solvency: a market's pot covers what its tokens and its pool are owed at every payout vector:
///   `pot - sum(w_j LONG_j) - sum((1 - w_j) SHORT_j) = sum(w_j inventory_j)`; until resolution, and at least that much
///   once tokens were burnt for nothing (MK-32).
/// - MK-3 Isolation: no call on one market changes the pot of another, except along the nesting of `redeemTo`.
/// - MK-4 An id is bound to its creator and to all parameters, so nobody can create, block or hijack another's market.
/// - MK-5 Donations to this contract belong to nobody and change no price, claim or pot.
/// - MK-6 What is to be paid in arrives in full or the call reverts; what is paid out takes no more than that from this
///   contract or the call reverts.
/// - MK-7 Money and tokens leave an account only by its own call, its allowance (ERC-6909) or its operator.
///
/// Pool
/// - MK-10 Prices are a distribution: they sum to 1 (to the rounding of their display).
/// - MK-11 S is a function of the log weights: equal to a fresh sum to the last bit, for ever.
/// - MK-12 `inventory_j + b ln p_j >= reserve >= 0` for every j, until shares are redeemed: the pool can pay any payout
///   vector at any time.
/// - MK-13 Rounding is against the trader: no sequence of trades that returns to its beginning gains.
/// - MK-14 A trade pays `b ln(S'/S)`, the fee, and one asset for every SHORT; not more than `maxCost`, not after
///   `deadline`.
/// - MK-15 But for `join`, b grows only out of the fee of the trade at hand, or a sponsor's extra reserve over time.
/// - MK-16 A change of b, by growth, `join` or `exit`, moves no price.
/// - MK-17 `join` and `exit` are pro rata in kind, but for extra reserve that is not due yet; contributions round up,
///   what is paid out rounds down.
/// - MK-18 `recentre` changes no price and no claim.
/// - MK-19 From `closesAt`, and from resolution, there is no `trade`, no `join`, no `addReserve`
///   and no new pool. From resolution there are no exchanges, no `exit` and no `recentre` either, but {redeem}.
/// - MK-20 Founding shares leave only from `closesAt`; a minimum of shares stays for ever.
/// - MK-21 The TWAP is the mean of the prices over the window before `closesAt`, weighted by time; it sums to 1e18.
///   Time in the window before the pool was opened counts at its opening prices.
/// - MK-22 Prices of listed outcomes can be read for a storage word each: log weights, ln S, and the block of the last
///   trade. Who needs a price that nobody has pushed within the block waits for a block without a trade.
/// - MK-23 Extra reserve is a gift to the founder, the receiver of the founding shares: its release mints him founding
///   shares, `totalShares growth / b` rounded down, and what is left is released when the market resolves.
///
/// Resolution
/// - MK-30 Only the resolver reports, once; payouts sum to exactly 1e18, one for each outcome.
/// - MK-31 `redeem` pays `floor(sum of amount * weight)` once for each run of ids of one market, and never before
///   resolution.
/// - MK-32 `redeemTo` pays the base asset through any nesting, rounded down at each level; through a parent that pays
///   0 it pays 0, whether or not the child was resolved.
/// - MK-33 After resolution an LP share pays its part of `sum(w_j inventory_j)`.
interface IMarkets is IERC6909Metadata {
    /* TYPES */

    /// @notice What a market is; the id is bound to all of it and to the creator.
    /// @param asset ERC-20 that a full set stands for; this contract's own address if it is an outcome token.
    /// @param assetId Id of the outcome token that is the asset; 0 if the asset is an ERC-20.
    /// @param resolver Account that reports the payouts.
    /// @param opener Account that may open the pool; not zero: a stranger would open it at any prices.
    /// @param outcomes Number of outcomes, 2 to 256.
    /// @param closesAt When trading ends, in unix seconds.
    /// @param twapWindow Length of the TWAP window that ends at `closesAt`, in seconds, at least 1.
    /// @param feeRate Fee on turnover, in 1e-8; at most 10%.
    /// @param alpha Growth of b for each unit of turnover, in 1e-8; 0: the plain LMSR.
    /// @param context What the outcomes stand for, e.g. the hash of the ordered list of projects.
    struct MarketParams {
        address asset;
        uint256 assetId;
        address resolver;
        address opener;
        uint16 outcomes;
        uint40 closesAt;
        uint24 twapWindow;
        uint24 feeRate;
        uint24 alpha;
        bytes32 context;
    }

    /// @notice One entry of a trade.
    /// @param outcome Outcome, from 0.
    /// @param short False: LONG of the outcome; true: its SHORT.
    /// @param amount Tokens to buy (positive) or sell (negative), in units; not 0.
    struct Order {
        uint16 outcome;
        bool short;
        int128 amount;
    }

    /// @notice What a trade costs, part by part, in units.
    /// @param total Paid by the trader (negative: paid to the trader): cost + fee + one for each SHORT.
    /// @param cost `b ln(S'/S)`, rounded against the trader.
    /// @param fee Fee on turnover, rounded up.
    /// @param growth Growth of b out of this fee.
    struct Quote {
        int256 total;
        int256 cost;
        uint256 fee;
        uint256 growth;
    }

    /// @notice A market, as its creator and its resolver made it.
    /// @param asset See {MarketParams}.
    /// @param assetId See {MarketParams}.
    /// @param resolver See {MarketParams}.
    /// @param outcomes See {MarketParams}; 0: there is no such market.
    /// @param closesAt See {MarketParams}.
    /// @param twapWindow See {MarketParams}.
    /// @param feeRate See {MarketParams}.
    /// @param alpha See {MarketParams}.
    /// @param pooled Whether the pool is open, or was.
    /// @param resolved Whether the payouts were reported.
    /// @param pot Assets that this market holds, in units.
    struct MarketView {
        address asset;
        uint256 assetId;
        address resolver;
        uint16 outcomes;
        uint40 closesAt;
        uint24 twapWindow;
        uint24 feeRate;
        uint24 alpha;
        bool pooled;
        bool resolved;
        uint256 pot;
    }

    /// @notice A pool, but for its outcomes.
    /// @param b Liquidity parameter, in units.
    /// @param reserve Fees and extra reserve that do not back b yet, in units.
    /// @param cash Signed cash of the pool, in units: `inventory_j = cash - q_j`; once shares have been redeemed, what
    /// is left for the others.
    /// @param sum S, the sum of the weights e^l, in WAD.
    /// @param minLogWeight A lower bound of all log weights, in WAD.
    /// @param totalShares LP shares, those locked for ever included.
    /// @param extraReserve Part of `reserve` that a sponsor gave to become b over time, in units.
    /// @param releasedAt Until when the extra reserve was released.
    /// @param tradedBlock Last block with a trade; 0 if there was none.
    /// @param twapIntegral G, the integral of 1/S over the TWAP window, scaled by 2^128.
    /// @param twapUpdatedAt Until when G was integrated; 0: nothing yet.
    struct PoolView {
        uint256 b;
        uint256 reserve;
        int256 cash;
        uint256 sum;
        int256 minLogWeight;
        uint256 totalShares;
        uint256 extraReserve;
        uint40 releasedAt;
        uint64 tradedBlock;
        uint256 twapIntegral;
        uint40 twapUpdatedAt;
    }

    /// @notice One outcome of a pool.
    /// @param touched Whether it has a log weight of its own, by a trade or recentring; before, its weight is its
    /// opening price times floor(e^40).
    /// @param openingPrice Opening price, in WAD.
    /// @param logWeight l, in WAD.
    /// @param weight e^l, in WAD; the price is `weight / sum`.
    /// @param sold q, net LONG sold by the pool, in units; liquidity and recentring move it together with `cash`.
    /// @param twapArea Time-weighted price settled so far, in seconds scaled by 2^64.
    /// @param twapIntegral G at that time.
    struct OutcomeView {
        bool touched;
        uint256 openingPrice;
        int256 logWeight;
        uint256 weight;
        int256 sold;
        uint256 twapArea;
        uint256 twapIntegral;
    }

    /* EVENTS */

    /// @notice A market was created.
    event MarketCreated(uint256 indexed market, address indexed creator, bytes32 indexed context, MarketParams params);
    /// @notice A pool was opened at `prices` (packed uint64 WADs) with `funding` units, of which b is the liquidity.
    event PoolOpened(uint256 indexed market, address indexed sponsor, uint256 b, uint256 funding, bytes prices);
    /// @notice Full sets were minted (`amount` positive) or merged (negative).
    event SetsChanged(uint256 indexed market, address indexed account, address indexed receiver, int256 amount);
    /// @notice Pairs of LONG and SHORT of `outcome` were minted (`amount` positive) or merged (negative).
    event PairsChanged(
        uint256 indexed market,
        address indexed account,
        address indexed receiver,
        uint256 outcome,
        int256 amount
    );
    /// @notice SHORTs became the LONGs of the other outcomes (`amount` positive) or the reverse (negative).
    event Converted(
        uint256 indexed market,
        address indexed account,
        address indexed receiver,
        uint256 outcome,
        int256 amount
    );
    /// @notice A trade. Its amounts are the ERC-6909 `Transfer`s of the market's tokens from and to the zero address
    /// before it, in the same call. `b` and `sum` are those after it.
    event Traded(uint256 indexed market, address indexed trader, int256 total, uint256 fee, uint256 b, uint256 sum);
    /// @notice Liquidity was added for `assets` units.
    event LiquidityAdded(
        uint256 indexed market,
        address indexed provider,
        address indexed receiver,
        uint256 shares,
        uint256 assets,
        uint256 b
    );
    /// @notice Liquidity was removed for `assets` units and LONGs.
    event LiquidityRemoved(
        uint256 indexed market,
        address indexed provider,
        address indexed receiver,
        uint256 shares,
        uint256 assets,
        uint256 b
    );
    /// @notice A sponsor gave `amount` units that become liquidity linearly until `closesAt`.
    event ReserveAdded(uint256 indexed market, address indexed sponsor, uint256 amount);
    /// @notice Extra reserve of `charge` units became `growth` of b, for which the founder got `shares`.
    event ReserveReleased(uint256 indexed market, uint256 growth, uint256 charge, uint256 shares);
    /// @notice All log weights moved by `shift`, in WAD; no price moved.
    event Recentred(uint256 indexed market, int256 shift, uint256 sum);
    /// @notice The market resolved; the payouts are the code of `payouts` (packed uint64 WADs after one byte).
    event Resolved(uint256 indexed market, address indexed resolver, address payouts);
    /// @notice Tokens of `market` were burnt for `payout` of its asset; in {redeemTo} the last such event of a nesting
    /// says what `receiver` gets.
    event Redeemed(uint256 indexed market, address indexed account, address indexed receiver, uint256 payout);

    /* ERRORS */

    /// @notice Thrown when there is no such market; create it first.
    error Markets_UnknownMarket(uint256 market);
    /// @notice Thrown when this creator has created a market with these parameters already.
    error Markets_MarketExists(uint256 market);
    /// @notice Thrown when the number of outcomes is not between 2 and 256.
    error Markets_InvalidOutcomeCount(uint256 outcomes);
    /// @notice Thrown when the asset is neither a contract nor a LONG or SHORT of an existing market.
    error Markets_InvalidAsset(address asset, uint256 assetId);
    /// @notice Thrown when the resolver is the zero address: such a market could never pay.
    error Markets_InvalidResolver();
    /// @notice Thrown when the opener is the zero address: a stranger could open the pool at any prices.
    error Markets_InvalidOpener();
    /// @notice Thrown when the TWAP window is empty or longer than the time before `closesAt`.
    error Markets_InvalidTwapWindow(uint256 twapWindow, uint256 closesAt);
    /// @notice Thrown when the fee rate is above the maximum.
    error Markets_FeeRateTooHigh(uint256 feeRate, uint256 maximum);
    /// @notice Thrown when `caller` may not open the pool.
    error Markets_NotOpener(uint256 market, address caller, address opener);
    /// @notice Thrown when the market has a pool already.
    error Markets_PoolExists(uint256 market);
    /// @notice Thrown when the market has no pool.
    error Markets_NoPool(uint256 market);
    /// @notice Thrown when b is below the minimum or above the maximum.
    error Markets_InvalidLiquidity(uint256 b, uint256 minimum, uint256 maximum);
    /// @notice Thrown when a vector has another length than the market has outcomes.
    error Markets_WrongLength(uint256 expected, uint256 actual);
    /// @notice Thrown when an opening price is below the minimum, 1e-9.
    error Markets_PriceTooLow(uint256 outcome, uint256 price, uint256 minimum);
    /// @notice Thrown when weights do not sum to exactly 1e18; the greatest number stands for a sum far beyond.
    error Markets_InvalidSum(uint256 sum);
    /// @notice Thrown from `closesAt` on.
    error Markets_Closed(uint256 market, uint256 closesAt);
    /// @notice Thrown when the market is resolved, so that its tokens can only be redeemed.
    error Markets_AlreadyResolved(uint256 market);
    /// @notice Thrown when the market is not resolved yet.
    error Markets_NotResolved(uint256 market);
    /// @notice Thrown when `caller` is not the market's resolver.
    error Markets_NotResolver(uint256 market, address caller, address resolver);
    /// @notice Thrown when an outcome is not below the number of outcomes.
    error Markets_InvalidOutcome(uint256 market, uint256 outcome);
    /// @notice Thrown when an id is not a token of a market that can be redeemed.
    error Markets_InvalidId(uint256 id);
    /// @notice Thrown when an order's outcome is not above that of the order before it.
    error Markets_UnorderedOutcomes(uint256 previous, uint256 outcome);
    /// @notice Thrown when an order is for nothing.
    error Markets_ZeroAmount(uint256 outcome);
    /// @notice Thrown when a trade has no orders.
    error Markets_NoOrders();
    /// @notice Thrown when liquidity is to be added or removed for no shares.
    error Markets_NoShares();
    /// @notice Thrown when there are no ids to redeem.
    error Markets_NoIds();
    /// @notice Thrown when a log weight would leave the range in which the arithmetic is exact. Call {recentre} if
    /// others moved the scale; otherwise the trade asks for a price beyond what the pool can quote.
    error Markets_OutOfRange(uint256 market, uint256 outcome, int256 logWeight);
    /// @notice Thrown when the trade would cost more, or pay less, than the caller accepts.
    error Markets_CostAboveMaximum(int256 total, int256 maxCost);
    /// @notice Thrown when the call comes after its deadline.
    error Markets_Expired(uint256 deadline, uint256 timestamp);
    /// @notice Thrown when less of the asset arrived than was asked for (a fee on transfer, or no transfer at all).
    error Markets_AssetNotReceived(address asset, uint256 expected, uint256 received);
    /// @notice Thrown when a payment of `amount` took more than that from this contract (a fee on top of a transfer).
    error Markets_AssetOvercharged(address asset, uint256 amount, uint256 charged);
    /// @notice Thrown when extra reserve is below 1% of b: every block's first trade pays for looking after it.
    error Markets_ReserveTooSmall(uint256 amount, uint256 minimum);
    /// @notice Thrown when full sets that were traded in circles fill the pool's books. Call {recentre}, then it fits.
    error Markets_CashOverflow(int256 cash);
    /// @notice Thrown when a market would hold 2^96 units or more.
    error Markets_PotOverflow(uint256 pot, uint256 maximum);
    /// @notice Thrown when `join` would cost more than the caller accepts.
    error Markets_AssetsAboveMaximum(uint256 assets, uint256 maximum);
    /// @notice Thrown when `join` would give fewer LONGs of an outcome than the caller accepts.
    error Markets_LongsBelowMinimum(uint256 outcome, uint256 amount, uint256 minimum);
    /// @notice Thrown when `exit` would pay less than the caller accepts.
    error Markets_AssetsBelowMinimum(uint256 assets, uint256 minimum);
    /// @notice Thrown when founding shares would leave before `closesAt`.
    error Markets_SharesLocked(uint256 market, uint256 closesAt);
    /// @notice Thrown when a permit was refused and the allowance does not suffice without it.
    error Markets_PermitFailed(address token, uint256 allowance, uint256 amount);
    /// @notice Thrown when `redeemTo` meets ids that lead to another base asset than the first.
    error Markets_DifferentBaseAsset(address first, address other);

    /* MARKETS */

    /// @notice Creates a market; its pool, if any, is opened by {openPool}.
    /// @dev Requirements: 2 to 256 outcomes; the asset is a contract, or a LONG or SHORT of an existing market; a
    /// resolver and an opener; `1 <= twapWindow <= closesAt`; `feeRate` at most 10%; not created before by this caller.
    /// @param params What the market is; see {MarketParams}.
    /// @return market Its id: {computeMarket} of the caller and the parameters.
    function createMarket(MarketParams calldata params) external returns (uint256 market);

    /// @notice Returns the id of the market that `creator` creates, or created, with `params`.
    function computeMarket(address creator, MarketParams calldata params) external view returns (uint256 market);

    /// @notice Opens the market's pool at `prices`; the caller pays `b ln(1 / min price)`, rounded up, at most what
    /// the pool can lose, and gets founding shares.
    /// @dev Requirements: the caller is the opener; not opened before; before `closesAt`; not
    /// resolved; prices of at least 1e-9 that sum to exactly 1e18; b between 1e4 and 2^96 - 1.
    /// @param market Id of the market.
    /// @param prices Opening prices (the base rates), in WAD, one for each outcome.
    /// @param b Liquidity parameter, in units: a price moves by the factor e when b tokens are bought.
    /// @param receiver Account that gets the founding shares, b less the locked minimum, and those that released
    /// reserve makes later.
    /// @return funding Assets paid by the caller, in units.
    function openPool(
        uint256 market,
        uint256[] calldata prices,
        uint256 b,
        address receiver
    ) external returns (uint256 funding);

    /* EXCHANGES */

    /// @notice Pays `amount` of the asset and mints `amount` of every LONG to `receiver`.
    /// @dev Requirements: the market exists and is not resolved. Gas grows with the number of outcomes.
    function split(uint256 market, uint256 amount, address receiver) external;

    /// @notice Burns `amount` of every LONG of the caller and pays `amount` of the asset to `receiver`.
    function merge(uint256 market, uint256 amount, address receiver) external;

    /// @notice Pays `amount` of the asset and mints `amount` of LONG and SHORT of `outcome` to `receiver`.
    function splitPair(uint256 market, uint256 outcome, uint256 amount, address receiver) external;

    /// @notice Burns `amount` of LONG and SHORT of `outcome` of the caller and pays `amount` of the asset.
    function mergePair(uint256 market, uint256 outcome, uint256 amount, address receiver) external;

    /// @notice Burns `amount` of the caller's SHORT of `outcome` and mints `amount` of every other LONG.
    function convert(uint256 market, uint256 outcome, uint256 amount, address receiver) external;

    /// @notice Burns `amount` of every LONG but that of `outcome` and mints `amount` of its SHORT.
    function convertBack(uint256 market, uint256 outcome, uint256 amount, address receiver) external;

    /// @notice Moves `amounts[i]` of `ids[i]` from the caller to `receiver`.
    /// @dev Requirements: as many amounts as ids.
    function transferBatch(address receiver, uint256[] calldata ids, uint256[] calldata amounts) external;

    /* POOL */

    /// @notice Buys and sells outcomes of one market in one step.
    /// @dev The caller pays `total` (negative: `receiver` is paid `-total`), the receiver gets what is bought, the
    /// caller's tokens are sold. Rounded against the trader. Requirements: a pool; before `closesAt`; not resolved;
    /// orders strictly ascending by outcome, none for 0; every log weight stays in range; `total <= maxCost`; not
    /// after `deadline`.
    /// @param market Id of the market.
    /// @param orders What to buy and sell; see {Order}.
    /// @param maxCost The most that the caller pays, in units; negative: the least that is to be paid out.
    /// @param deadline Last second at which the trade may happen.
    /// @param receiver Account that gets the tokens bought and the proceeds.
    /// @return quote_ What it cost; see {Quote}.
    function trade(
        uint256 market,
        Order[] calldata orders,
        int256 maxCost,
        uint256 deadline,
        address receiver
    ) external returns (Quote memory quote_);

    /// @notice Returns what {trade} would cost now.
    function quote(uint256 market, Order[] calldata orders) external view returns (Quote memory);

    /// @notice Adds liquidity: with `f = shares / totalShares`, pays `f max inventory` (rounded up) and gets
    /// `f (max - inventory_j)` of every LONG_j back (rounded down) with the shares.
    /// @dev Joining moves no price, but joining at a price that somebody has just pushed away lets him trade back on
    /// the joiner's liquidity. `maxAssets` and `minLongs` together bound where prices can be. Extra reserve that is due
    /// is released first; what is not due yet stays out of inventories here and in {exit}.
    /// Requirements: a pool; before `closesAt`; not resolved; at most `maxAssets` paid, at least `minLongs` got; not
    /// after `deadline`.
    /// @param minLongs The least LONG_j to get, in units, for each outcome; empty: no matter how many.
    /// @return assets Assets paid, in units.
    function join(
        uint256 market,
        uint256 shares,
        uint256 maxAssets,
        uint256[] calldata minLongs,
        uint256 deadline,
        address receiver
    ) external returns (uint256 assets);

    /// @notice Removes liquidity: with `f = shares / totalShares`, gets `f min inventory` of the asset and
    /// `f (inventory_j - min)` of every LONG_j, all rounded down.
    /// @dev Requirements: a pool; not resolved (after that {redeem} the shares); founding shares only from
    /// `closesAt`; at least `minAssets` paid.
    /// @param founding Whether to burn founding shares rather than LP shares.
    /// @return assets Assets paid out, in units.
    function exit(
        uint256 market,
        uint256 shares,
        bool founding,
        uint256 minAssets,
        address receiver
    ) external returns (uint256 assets);

    /// @notice Gives `amount` of the asset to the pool; it becomes liquidity linearly until `closesAt`, at most once
    /// a block, before the block's first trade, `join` or `exit`, and what is left at resolution. Each release mints
    /// founding shares to the pool's founder (MK-23): who joins later gets little of the gift, more of it the further
    /// prices have moved since the opening.
    /// @dev How much liquidity it becomes depends on the bound of the log weights: {recentre} after a price has been
    /// far down. Requirements: a pool; before `closesAt`; not resolved; at least 1% of b.
    function addReserve(uint256 market, uint256 amount) external;

    /// @notice Moves the pool's scale and books back to where they opened, settles the TWAP and recomputes the lower
    /// bound of the log weights. Anyone may call it, until resolution; no price and no claim changes.
    /// @dev Requirements: a pool; not resolved; no price below e^-40 (buy such an outcome first: it costs nearly
    /// nothing).
    function recentre(uint256 market) external;

    /* RESOLUTION */

    /// @notice Resolves the market to `payouts`, in WAD.
    /// @dev Requirements: the caller is the resolver; not resolved before; one payout for each outcome; their sum is
    /// exactly 1e18.
    function report(uint256 market, uint256[] calldata payouts) external;

    /// @notice Burns the caller's tokens of resolved markets and pays each market's asset to `receiver`. LP and
    /// founding shares are redeemed like outcomes.
    /// @dev Rounds down, once for each run of neighbouring ids of one market: sort the ids by market. Requirements: as
    /// many amounts as ids; each id's market is resolved.
    /// @return payouts Units of its market's asset paid for each run.
    function redeem(
        uint256[] calldata ids,
        uint256[] calldata amounts,
        address receiver
    ) external returns (uint256[] memory payouts);

    /// @notice Burns the caller's tokens and pays the base ERC-20 to `receiver`, through any nesting of markets.
    /// @dev Rounds down at each level. An id whose market's asset pays 0 is burnt for nothing, resolved or not.
    /// Requirements: as many amounts as ids; every market on the way is resolved; all ids lead to one ERC-20.
    /// @return payout Units of the base asset paid.
    function redeemTo(
        uint256[] calldata ids,
        uint256[] calldata amounts,
        address receiver
    ) external returns (uint256 payout);

    /* HELPERS */

    /// @notice Uses an EIP-2612 signature of the caller so that a call after it, in the same {multicall}, can be
    /// paid. A signature that somebody else has already used does no harm.
    /// @dev Requirements: the token is a contract; afterwards the allowance is at least `amount`, if the permit fails.
    function permit(address token, uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external;

    /* VIEWS */

    /// @notice Returns a market; `outcomes` is 0 if there is none.
    function getMarket(uint256 market) external view returns (MarketView memory);

    /// @notice Returns a market's pool.
    /// @dev Requirements: a pool.
    function getPool(uint256 market) external view returns (PoolView memory);

    /// @notice Returns all outcomes of a market's pool.
    /// @dev Requirements: a pool.
    function getOutcomes(uint256 market) external view returns (OutcomeView[] memory);

    /// @notice Returns the log weights of `outcomes`, in WAD, which may be in any order; ln S, in WAD; and the last
    /// block with a trade, 0 if there was none. The log price of an outcome is its log weight less ln S.
    /// @dev A storage word an outcome and no exponential. Requirements: a pool; every outcome is one of the market's.
    function getLogWeights(
        uint256 market,
        uint256[] calldata outcomes
    ) external view returns (int256[] memory logWeights, int256 logSum, uint256 tradedBlock);

    /// @notice Returns the time-weighted mean prices of the window, up to now or `closesAt`, in WAD: floored, the
    /// remainder to the largest, so that they sum to exactly 1e18. Before the window: the prices now.
    /// @dev Requirements: a pool.
    function getTwap(uint256 market) external view returns (uint256[] memory weights);

    /// @notice Returns the reported payouts, in WAD.
    /// @dev Requirements: resolved.
    function getPayouts(uint256 market) external view returns (uint256[] memory payouts);
}
