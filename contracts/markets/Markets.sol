// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IMarkets} from "../interfaces/IMarkets.sol";
import {MAX_FEE_RATE, MAX_LIQUIDITY, MAX_OUTCOMES, MIN_LIQUIDITY, WAD} from "../shared/Limits.sol";
import {MeasuredTransfers} from "../shared/MeasuredTransfers.sol";
import {Permits} from "../shared/Permits.sol";
import {Weights} from "../shared/Weights.sol";
import {Ledger} from "./Ledger.sol";
import {Lmsr} from "./Lmsr.sol";
import {MarketLookup} from "./MarketLookup.sol";
import {MarketState} from "./MarketState.sol";
import {OutcomeId} from "./OutcomeId.sol";
import {OutcomeTokens} from "./OutcomeTokens.sol";
import {Pool} from "./Pool.sol";
import {PoolUpkeep} from "./PoolUpkeep.sol";
import {Redemption} from "./Redemption.sol";
import {TokenMetadata} from "./TokenMetadata.sol";

/// @title Markets: outcome tokens, pools and payouts
/// @notice The singleton everything stands on. It has no owner, no upgrade, no privileged caller but the resolvers.
/// @dev Every function that moves an asset checks, then changes state, then moves it; all of these share one guard, so
/// that a hostile asset cannot re-enter. The mathematics are in {Lmsr}, trading in {Pool}, the rest of the pool in
/// {PoolUpkeep}, what tokens pay in {Redemption}, the balances in {Ledger}.
contract Markets is IMarkets, OutcomeTokens, ReentrancyGuardTransient, Multicall {
    using Ledger for Ledger.Balances;
    using Ledger for Ledger.Words;
    using MarketLookup for mapping(uint256 market => MarketState.Market);
    using MarketState for MarketState.Depth;
    using MarketState for MarketState.Market;
    using MarketState for MarketState.Money;
    using MeasuredTransfers for IERC20;

    /* CONSTANTS */

    uint256 private constant MIN_OPENING_PRICE = 1e9;
    /// @dev So many are locked for ever at opening, so that a pool is never empty and a share never has two meanings.
    uint256 private constant LOCKED_SHARES = 1000;
    /// @dev It is no outcome: nothing is left out of a run.
    uint256 private constant NO_OUTCOME = type(uint256).max;

    /* STORAGE */

    mapping(uint256 market => MarketState.Market) private _markets;

    /* MARKETS */

    /// @inheritdoc IMarkets
    function createMarket(MarketParams calldata params) external nonReentrant returns (uint256 market) {
        _checkParams(params);
        market = computeMarket(msg.sender, params);
        MarketState.Market storage m = _markets[market];
        if (m.outcomes != 0) revert Markets_MarketExists(market);

        m.asset = params.asset;
        m.closesAt = params.closesAt;
        m.twapWindow = params.twapWindow;
        m.outcomes = params.outcomes;
        m.resolver = params.resolver;
        m.openerOrPrices = params.opener;
        if (params.assetId != 0) m.assetId = params.assetId;
        if (params.feeRate != 0) m.money.feeRate = params.feeRate;
        if (params.alpha != 0) m.money.alpha = params.alpha;
        emit MarketCreated(market, msg.sender, params.context, params);
    }

    function _checkParams(MarketParams calldata params) private view {
        if (params.outcomes < 2 || params.outcomes > MAX_OUTCOMES) revert Markets_InvalidOutcomeCount(params.outcomes);
        if (params.resolver == address(0)) revert Markets_InvalidResolver();
        if (params.opener == address(0)) revert Markets_InvalidOpener();
        if (params.twapWindow == 0 || params.twapWindow > params.closesAt) {
            revert Markets_InvalidTwapWindow(params.twapWindow, params.closesAt);
        }
        if (params.feeRate > MAX_FEE_RATE) revert Markets_FeeRateTooHigh(params.feeRate, MAX_FEE_RATE);
        bool valid =
            params.asset == address(this)
                ? OutcomeId.isOutcome(
                    OutcomeId.indexOf(params.assetId),
                    _markets[OutcomeId.marketOf(params.assetId)].outcomes
                )
                : params.assetId == 0 && params.asset.code.length != 0;
        if (!valid) revert Markets_InvalidAsset(params.asset, params.assetId);
    }

    /// @inheritdoc IMarkets
    function computeMarket(address creator, MarketParams calldata params) public view returns (uint256) {
        return OutcomeId.toMarket(keccak256(abi.encode(block.chainid, address(this), creator, params)));
    }

    /// @inheritdoc IMarkets
    function openPool(
        uint256 market,
        uint256[] calldata prices,
        uint256 b,
        address receiver
    ) external nonReentrant returns (uint256 funding) {
        MarketState.Market storage m = _markets.unresolved(market);
        if (m.has(MarketState.POOLED)) revert Markets_PoolExists(market);
        address opener = m.openerOrPrices;
        if (opener != msg.sender) revert Markets_NotOpener(market, msg.sender, opener);
        if (block.timestamp >= m.closesAt) revert Markets_Closed(market, m.closesAt);
        if (prices.length != m.outcomes) revert Markets_WrongLength(m.outcomes, prices.length);
        if (b < MIN_LIQUIDITY || b > MAX_LIQUIDITY) revert Markets_InvalidLiquidity(b, MIN_LIQUIDITY, MAX_LIQUIDITY);
        (bytes memory packed, uint256 least) = _packWeights(prices);
        if (least < MIN_OPENING_PRICE) _revertLowPrice(prices);

        int256 leastLog = Lmsr.ln(least);
        funding = Lmsr.openingFunds(b, leastLog);
        m.flags |= MarketState.POOLED;
        m.openerOrPrices = Weights.storeWith(packed, receiver);
        m.totalShares = uint96(b);
        uint256 pot = MarketState.checkPot(int256(uint256(m.money.pot) + funding)); // funding is below 46 b
        m.money.store(int256(funding), pot, m.money.feeRate, m.money.alpha);
        m.depth.store(b, 0, MarketState.toMinLog(leastLog + Lmsr.CENTRE));
        _ledger.mint(receiver, market | OutcomeId.FOUNDING_SHARES, b - LOCKED_SHARES);
        emit PoolOpened(market, msg.sender, b, funding, packed);

        _pull(m, funding);
    }

    function _revertLowPrice(uint256[] calldata prices) private pure {
        for (uint256 j; j < prices.length; ++j) {
            if (prices[j] < MIN_OPENING_PRICE) revert Markets_PriceTooLow(j, prices[j], MIN_OPENING_PRICE);
        }
    }

    /* EXCHANGES */

    /// @inheritdoc IMarkets
    function split(uint256 market, uint256 amount, address receiver) external nonReentrant {
        MarketState.Market storage m = _markets.unresolved(market);
        m.addToPot(amount);
        _ledger.mintRun(receiver, market, m.outcomes, NO_OUTCOME, amount);
        emit SetsChanged(market, msg.sender, receiver, int256(amount));
        _pull(m, amount);
    }

    /// @inheritdoc IMarkets
    function merge(uint256 market, uint256 amount, address receiver) external nonReentrant {
        MarketState.Market storage m = _markets.unresolved(market);
        _ledger.burnRun(msg.sender, market, m.outcomes, NO_OUTCOME, amount);
        m.takeFromPot(amount);
        emit SetsChanged(market, msg.sender, receiver, -int256(amount));
        _push(m, receiver, amount);
    }

    /// @inheritdoc IMarkets
    function splitPair(uint256 market, uint256 outcome, uint256 amount, address receiver) external nonReentrant {
        (MarketState.Market storage m, , uint256 short) = _pairOf(market, outcome);
        m.addToPot(amount);
        _ledger.mint(receiver, market | outcome, amount);
        _ledger.mint(receiver, short, amount);
        emit PairsChanged(market, msg.sender, receiver, outcome, int256(amount));
        _pull(m, amount);
    }

    /// @inheritdoc IMarkets
    function mergePair(uint256 market, uint256 outcome, uint256 amount, address receiver) external nonReentrant {
        (MarketState.Market storage m, , uint256 short) = _pairOf(market, outcome);
        _ledger.burn(msg.sender, market | outcome, amount);
        _ledger.burn(msg.sender, short, amount);
        m.takeFromPot(amount);
        emit PairsChanged(market, msg.sender, receiver, outcome, -int256(amount));
        _push(m, receiver, amount);
    }

    /// @inheritdoc IMarkets
    function convert(uint256 market, uint256 outcome, uint256 amount, address receiver) external nonReentrant {
        (, uint256 outcomes, uint256 short) = _pairOf(market, outcome);
        _ledger.burn(msg.sender, short, amount);
        _ledger.mintRun(receiver, market, outcomes, outcome, amount);
        emit Converted(market, msg.sender, receiver, outcome, int256(amount));
    }

    /// @inheritdoc IMarkets
    function convertBack(uint256 market, uint256 outcome, uint256 amount, address receiver) external nonReentrant {
        (, uint256 outcomes, uint256 short) = _pairOf(market, outcome);
        _ledger.burnRun(msg.sender, market, outcomes, outcome, amount);
        _ledger.mint(receiver, short, amount);
        emit Converted(market, msg.sender, receiver, outcome, -int256(amount));
    }

    /// @inheritdoc IMarkets
    function transferBatch(address receiver, uint256[] calldata ids, uint256[] calldata amounts) external nonReentrant {
        if (amounts.length != ids.length) revert Markets_WrongLength(ids.length, amounts.length);
        _ledger.moveBatch(msg.sender, receiver, ids, amounts);
    }

    /* POOL */

    /// @inheritdoc IMarkets
    function trade(
        uint256 market,
        Order[] calldata orders,
        int256 maxCost,
        uint256 deadline,
        address receiver
    ) external nonReentrant returns (Quote memory q) {
        if (block.timestamp > deadline) revert Markets_Expired(deadline, block.timestamp);
        MarketState.Market storage m = _markets.trading(market);
        Pool.Draft memory d = Pool.draft(m, market, orders);
        Pool.price(d, q);
        if (q.total > maxCost) revert Markets_CostAboveMaximum(q.total, maxCost);

        _deliver(market, d.outcomes, d.legs, receiver);
        Pool.store(m, _ledger, market, d, q);
        emit Traded(market, msg.sender, q.total, q.fee, d.b, d.sum);

        if (q.total > 0) _pull(m, uint256(q.total));
        else if (q.total < 0) _push(m, receiver, uint256(-q.total));
    }

    /// @dev Mints what was bought to the receiver, burns what the caller sold.
    function _deliver(uint256 market, uint256 outcomes, Pool.Leg[] memory legs, address receiver) private {
        Ledger.Words storage bought = _ledger.mintableWordsOf(receiver, market);
        Ledger.Words storage sold = receiver == msg.sender ? bought : _ledger.wordsOf(msg.sender, market);
        for (uint256 i; i < legs.length; ++i) {
            Pool.Leg memory leg = legs[i];
            int256 amount = leg.amount;
            uint256 id = OutcomeId.outcomeId(market, outcomes, leg.outcome, leg.short);
            if (amount > 0) bought.mint(receiver, id, uint256(amount));
            else sold.burn(msg.sender, id, uint256(-amount));
        }
    }

    /// @inheritdoc IMarkets
    function quote(uint256 market, Order[] calldata orders) external view returns (Quote memory q) {
        Pool.price(Pool.draft(_markets.trading(market), market, orders), q);
    }

    /// @inheritdoc IMarkets
    function join(
        uint256 market,
        uint256 shares,
        uint256 maxAssets,
        uint256[] calldata minLongs,
        uint256 deadline,
        address receiver
    ) external nonReentrant returns (uint256 assets) {
        if (block.timestamp > deadline) revert Markets_Expired(deadline, block.timestamp);
        MarketState.Market storage m = _markets.trading(market);
        if (shares == 0) revert Markets_NoShares();
        uint256[] memory longs;
        (assets, longs) = PoolUpkeep.join(m, _ledger, market, shares, minLongs);
        if (assets > maxAssets) revert Markets_AssetsAboveMaximum(assets, maxAssets);

        _mintLongs(receiver, market, longs);
        _ledger.mint(receiver, market | OutcomeId.SHARES, shares);
        emit LiquidityAdded(market, msg.sender, receiver, shares, assets, m.depth.b);
        _pull(m, assets);
    }

    /// @inheritdoc IMarkets
    function exit(
        uint256 market,
        uint256 shares,
        bool founding,
        uint256 minAssets,
        address receiver
    ) external nonReentrant returns (uint256 assets) {
        MarketState.Market storage m = _markets.unresolved(market);
        if (!m.has(MarketState.POOLED)) revert Markets_NoPool(market);
        if (shares == 0) revert Markets_NoShares();
        if (founding && block.timestamp < m.closesAt) revert Markets_SharesLocked(market, m.closesAt);
        _ledger.burn(msg.sender, market | (founding ? OutcomeId.FOUNDING_SHARES : OutcomeId.SHARES), shares);
        uint256[] memory longs;
        (assets, longs) = PoolUpkeep.exit(m, _ledger, market, shares);
        if (assets < minAssets) revert Markets_AssetsBelowMinimum(assets, minAssets);

        _mintLongs(receiver, market, longs);
        emit LiquidityRemoved(market, msg.sender, receiver, shares, assets, m.depth.b);
        _push(m, receiver, assets);
    }

    function _mintLongs(address receiver, uint256 market, uint256[] memory longs) private {
        Ledger.Words storage words = _ledger.mintableWordsOf(receiver, market);
        for (uint256 j; j < longs.length; ++j) {
            if (longs[j] != 0) words.mint(receiver, market | j, longs[j]);
        }
    }

    /// @inheritdoc IMarkets
    function addReserve(uint256 market, uint256 amount) external nonReentrant {
        MarketState.Market storage m = _markets.trading(market);
        PoolUpkeep.addReserve(m, _ledger, market, amount);
        emit ReserveAdded(market, msg.sender, amount);
        _pull(m, amount);
    }

    /// @inheritdoc IMarkets
    function recentre(uint256 market) external nonReentrant {
        MarketState.Market storage m = _markets.pooled(market);
        if (m.has(MarketState.RESOLVED)) revert Markets_AlreadyResolved(market);
        PoolUpkeep.recentre(m, market);
    }

    /* RESOLUTION */

    /// @inheritdoc IMarkets
    function report(uint256 market, uint256[] calldata payouts) external nonReentrant {
        MarketState.Market storage m = _markets.unresolved(market);
        if (msg.sender != m.resolver) revert Markets_NotResolver(market, msg.sender, m.resolver);
        if (payouts.length != m.outcomes) revert Markets_WrongLength(m.outcomes, payouts.length);
        (bytes memory packed, ) = _packWeights(payouts);
        if (m.has(MarketState.EXTRA_RESERVE)) PoolUpkeep.releaseRest(m, _ledger, market);
        m.flags |= MarketState.RESOLVED;
        m.payouts = Weights.store(packed);
        emit Resolved(market, msg.sender, m.payouts);
    }

    /// @inheritdoc IMarkets
    function redeem(
        uint256[] calldata ids,
        uint256[] calldata amounts,
        address receiver
    ) external nonReentrant returns (uint256[] memory payouts) {
        return Redemption.redeem(_markets, _ledger, ids, amounts, receiver);
    }

    /// @inheritdoc IMarkets
    function redeemTo(
        uint256[] calldata ids,
        uint256[] calldata amounts,
        address receiver
    ) external nonReentrant returns (uint256 payout) {
        return Redemption.redeemTo(_markets, _ledger, ids, amounts, receiver);
    }

    /* HELPERS */

    /// @inheritdoc IMarkets
    function permit(address token, uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external {
        if (token.code.length == 0) revert Markets_PermitFailed(token, 0, amount);
        uint256 allowance_ = Permits.permit(token, amount, deadline, v, r, s);
        if (allowance_ < amount) revert Markets_PermitFailed(token, allowance_, amount);
    }

    /* VIEWS */

    /// @inheritdoc IMarkets
    function getMarket(uint256 market) external view returns (MarketView memory v) {
        MarketState.Market storage m = _markets[market];
        v.asset = m.asset;
        v.assetId = m.assetId;
        v.resolver = m.resolver;
        v.outcomes = m.outcomes;
        v.closesAt = m.closesAt;
        v.twapWindow = m.twapWindow;
        v.feeRate = m.money.feeRate;
        v.alpha = m.money.alpha;
        v.pooled = m.has(MarketState.POOLED);
        v.resolved = m.has(MarketState.RESOLVED);
        v.pot = m.money.pot;
    }

    /// @inheritdoc IMarkets
    function getPool(uint256 market) external view returns (PoolView memory) {
        return PoolUpkeep.viewPool(_markets.pooled(market));
    }

    /// @inheritdoc IMarkets
    function getOutcomes(uint256 market) external view returns (OutcomeView[] memory) {
        return PoolUpkeep.viewOutcomes(_markets.pooled(market));
    }

    /// @inheritdoc IMarkets
    function getLogWeights(
        uint256 market,
        uint256[] calldata outcomes
    ) external view returns (int256[] memory logWeights, int256 logSum, uint256 tradedBlock) {
        return PoolUpkeep.logWeights(_markets.pooled(market), market, outcomes);
    }

    /// @inheritdoc IMarkets
    function getTwap(uint256 market) external view returns (uint256[] memory) {
        return PoolUpkeep.twap(_markets.pooled(market));
    }

    /// @inheritdoc IMarkets
    function getPayouts(uint256 market) external view returns (uint256[] memory) {
        return Redemption.payoutsOf(_markets, market);
    }

    /// @notice Returns the name of a token, e.g. "Deep Funding LONG 3 of 0x0123456789abcdef".
    function name(uint256 id) external view returns (string memory) {
        return TokenMetadata.name(_markets, id);
    }

    /// @notice Returns the symbol of a token, e.g. "LONG-3".
    function symbol(uint256 id) external view returns (string memory) {
        return TokenMetadata.symbol(_markets, id);
    }

    /// @notice Returns the decimals of a token: those of its base asset.
    function decimals(uint256 id) external view returns (uint8) {
        return TokenMetadata.decimals(_markets, id);
    }

    /* INTERNAL */

    function _packWeights(uint256[] calldata weights) private pure returns (bytes memory packed, uint256 least) {
        uint256 sum;
        (packed, sum, least) = Weights.packAndSum(weights);
        if (sum != WAD) revert Markets_InvalidSum(sum);
    }

    /// @dev Returns an unresolved market, how many outcomes it has, and the SHORT of `outcome`, which is one of them.
    function _pairOf(
        uint256 market,
        uint256 outcome
    ) private view returns (MarketState.Market storage m, uint256 outcomes, uint256 short) {
        m = _markets.unresolved(market);
        outcomes = m.outcomes;
        if (outcome >= outcomes) revert Markets_InvalidOutcome(market, outcome);
        short = OutcomeId.outcomeId(market, outcomes, outcome, true);
    }

    /// @dev Takes `amount` of a market's asset from the caller; it arrives in full or the call reverts.
    function _pull(MarketState.Market storage m, uint256 amount) private {
        IERC20 asset = IERC20(m.asset);
        if (address(asset) == address(this)) {
            _ledger.move(msg.sender, address(this), m.assetId, amount);
            return;
        }
        uint256 received = asset.pullMeasured(amount);
        if (received < amount) revert Markets_AssetNotReceived(address(asset), amount, received);
    }

    function _push(MarketState.Market storage m, address receiver, uint256 amount) private {
        if (amount == 0) return; // some tokens refuse to transfer nothing
        IERC20 asset = IERC20(m.asset);
        if (address(asset) == address(this)) _ledger.move(address(this), receiver, m.assetId, amount);
        else Redemption.pay(asset, receiver, amount);
    }
}
