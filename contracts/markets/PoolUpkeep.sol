// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IMarkets} from "../interfaces/IMarkets.sol";
import {Ledger} from "./Ledger.sol";
import {Lmsr} from "./Lmsr.sol";
import {MarketState} from "./MarketState.sol";
import {OutcomeState, pack} from "./OutcomeState.sol";
import {RoundedMath} from "../shared/RoundedMath.sol";
import {Weights} from "../shared/Weights.sol";
import {Pool} from "./Pool.sol";
import {Twap} from "./Twap.sol";

/// @title What a pool needs less often than trades: liquidity, recentring and views
/// @dev It is linked, so that `Markets` stays below the limit of a contract's size. Each function walks all outcomes
/// once.
library PoolUpkeep {
    using MarketState for MarketState.Market;
    using SafeCast for uint256;

    /// @dev Extra reserve makes every block's first trade dearer: 1% of b is the least, so that nobody does it for fun.
    uint256 private constant MIN_RESERVE_PART = 100;
    /// @dev Far above what rounding leaves of ln S, so that a second {recentre} moves nothing.
    int256 private constant SHIFT_UNIT = 1e9;

    /* LIQUIDITY */

    /// @notice Adds `shares` of liquidity; returns the assets to pay and the LONGs to mint.
    /// @dev inventory_j = cash - q_j, so max inventory - inventory_j = q_j - min q. Paying up and minting down
    /// leaves every inventory at least `1 + f` times what it was, but for the extra reserve, which stays as it is.
    function join(
        MarketState.Market storage m,
        Ledger.Balances storage ledger,
        uint256 market,
        uint256 shares,
        uint256[] calldata minLongs
    ) external returns (uint256 assets, uint256[] memory longs) {
        Pool.release(m, ledger, market);
        uint256 total = m.totalShares;
        (int256 least, ) = _soldRange(m);
        uint256 most = uint256(m.money.cash - least) - m.extraReserve;
        assets = RoundedMath.mulDivUp(most, shares, total);

        longs = _sellLongs(m, least, shares, total);
        _checkLongs(longs, minLongs);
        _scaleRoundedDown(m, total + shares, total);
        m.money.cash = int104(MarketState.checkCash(m.money.cash + int256(assets)));
        m.addToPot(assets);
        m.totalShares = (total + shares).toUint96();
    }

    /// @notice Removes `shares` of liquidity; returns the assets to pay out and the LONGs to mint, all rounded down.
    function exit(
        MarketState.Market storage m,
        Ledger.Balances storage ledger,
        uint256 market,
        uint256 shares
    ) external returns (uint256 assets, uint256[] memory longs) {
        Pool.release(m, ledger, market);
        uint256 total = m.totalShares;
        (, int256 most) = _soldRange(m);
        assets = RoundedMath.mulDivDown(uint256(m.money.cash - most) - m.extraReserve, shares, total);

        longs = _sellLongs(m, most, shares, total);
        _scaleRoundedDown(m, total - shares, total);
        m.money.cash = int104(MarketState.checkCash(m.money.cash - int256(assets)));
        m.takeFromPot(assets);
        m.totalShares = uint96(total - shares); // at most total, which was one
    }

    function _soldRange(MarketState.Market storage m) private view returns (int256 least, int256 most) {
        (least, most) = (type(int256).max, type(int256).min);
        for (uint256 j; j < m.outcomes; ++j) {
            int256 sold = m.states[j].sold();
            if (sold < least) least = sold;
            if (sold > most) most = sold;
        }
    }

    /// @dev Gives a provider `shares / total` of what every inventory is away from that of `edge`, an end of the range
    /// of q, as LONGs.
    function _sellLongs(
        MarketState.Market storage m,
        int256 edge,
        uint256 shares,
        uint256 total
    ) private returns (uint256[] memory longs) {
        longs = new uint256[](m.outcomes);
        for (uint256 j; j < longs.length; ++j) {
            OutcomeState state = m.states[j];
            int256 sold = state.sold();
            longs[j] = RoundedMath.mulDivDown(uint256(sold > edge ? sold - edge : edge - sold), shares, total);
            if (longs[j] != 0) m.states[j] = state.withSold(sold + int256(longs[j]));
        }
    }

    function _checkLongs(uint256[] memory longs, uint256[] calldata minLongs) private pure {
        if (minLongs.length == 0) return;
        if (minLongs.length != longs.length) revert IMarkets.Markets_WrongLength(longs.length, minLongs.length);
        for (uint256 j; j < longs.length; ++j) {
            if (longs[j] < minLongs[j]) revert IMarkets.Markets_LongsBelowMinimum(j, longs[j], minLongs[j]);
        }
    }

    /// @dev Multiplies b and the reserve, but for the extra reserve, by `factor / total`.
    function _scaleRoundedDown(MarketState.Market storage m, uint256 factor, uint256 total) private {
        uint256 extra = m.extraReserve;
        m.depth.b = RoundedMath.mulDivDown(m.depth.b, factor, total).toUint96();
        m.depth.reserve = (RoundedMath.mulDivDown(m.depth.reserve - extra, factor, total) + extra).toUint96();
    }

    /// @notice Adds extra reserve, after releasing what is due of the earlier.
    function addReserve(
        MarketState.Market storage m,
        Ledger.Balances storage ledger,
        uint256 market,
        uint256 amount
    ) external {
        Pool.release(m, ledger, market);
        uint256 minimum = m.depth.b / MIN_RESERVE_PART;
        if (amount < minimum) revert IMarkets.Markets_ReserveTooSmall(amount, minimum);
        m.flags |= MarketState.EXTRA_RESERVE;
        m.releasedAt = uint40(block.timestamp);
        m.addToPot(amount); // so `amount` is below 2^96 from here on
        m.extraReserve += uint96(amount);
        m.depth.reserve += uint96(amount);
        m.money.cash = int104(MarketState.checkCash(m.money.cash + int256(amount)));
    }

    /// @notice Releases all that is left of the extra reserve, when the market resolves: the gift is the founder's.
    function releaseRest(MarketState.Market storage m, Ledger.Balances storage ledger, uint256 market) external {
        Pool.releaseRest(m, ledger, market);
    }

    /* UPKEEP */

    /// @notice Moves all log weights so that ln S is CENTRE again, settles every outcome's TWAP, and finds the least
    /// log weight.
    /// @dev All move by one shift, so no exact price moves. Outcomes that never traded get their log weight here,
    /// rounded up; TOUCH_MARGIN has paid for it at opening. (Otherwise the shift would have to be kept for them.) Full
    /// sets that were traded in circles leave the books: the least q_j becomes 0, and no inventory changes.
    function recentre(MarketState.Market storage m, uint256 market) external {
        (uint256 integral, uint256 end) = m.integralAt(block.timestamp);
        int256 shift = Lmsr.CENTRE - Lmsr.ln(m.sumOf());
        shift -= shift % SHIFT_UNIT;
        (int256 least, ) = _soldRange(m);
        uint256 sum;
        int256 minLog = type(int256).max;
        for (uint256 j; j < m.outcomes; ++j) {
            OutcomeState state = m.states[j];
            if (end != 0) m.areas[j] = Twap.settle(m.areas[j], m.weightOf(state, j), integral);
            int256 logWeight = m.logOf(state, j) + shift;
            if (logWeight < Lmsr.MIN_LOG) revert IMarkets.Markets_OutOfRange(market, j, logWeight);
            m.states[j] = pack(logWeight, state.sold() - least);
            sum += Lmsr.weightOf(logWeight);
            if (logWeight < minLog) minLog = logWeight;
        }
        if (end != 0) (m.twapIntegral, m.twapUpdatedAt) = (integral.toUint160(), uint40(end)); // at most `closesAt`
        m.money.cash = int104(m.money.cash - least); // the largest inventory, at most the pot
        m.sums.offset = MarketState.toSumOffset(sum);
        m.depth.minLog = MarketState.toMinLog(minLog);
        emit IMarkets.Recentred(market, shift, sum);
    }

    /* VIEWS */

    /// @notice See {IMarkets-getLogWeights}.
    function logWeights(
        MarketState.Market storage m,
        uint256 market,
        uint256[] calldata outcomes
    ) external view returns (int256[] memory logs, int256 logSum, uint256 tradedBlock) {
        logs = new int256[](outcomes.length);
        for (uint256 i; i < logs.length; ++i) {
            uint256 j = outcomes[i];
            if (j >= m.outcomes) revert IMarkets.Markets_InvalidOutcome(market, j);
            logs[i] = m.logOf(m.states[j], j);
        }
        (logSum, tradedBlock) = (Lmsr.ln(m.sumOf()), m.sums.tradedBlock);
    }

    /// @notice See {IMarkets-getTwap}.
    function twap(MarketState.Market storage m) external view returns (uint256[] memory) {
        (uint256 integral, uint256 end) = m.integralAt(block.timestamp);
        uint256[] memory parts = new uint256[](m.outcomes);
        for (uint256 j; j < parts.length; ++j) {
            uint256 weight = m.weightOf(m.states[j], j);
            parts[j] = end == 0 ? weight : Twap.settle(m.areas[j], weight, integral).area();
        }
        return Weights.normalise(parts);
    }

    /// @notice See {IMarkets-getPool}.
    function viewPool(MarketState.Market storage m) external view returns (IMarkets.PoolView memory v) {
        v.b = m.depth.b;
        v.reserve = m.depth.reserve;
        v.cash = m.money.cash;
        v.sum = m.sumOf();
        v.minLogWeight = MarketState.fromMinLog(m.depth.minLog);
        v.totalShares = m.totalShares;
        v.extraReserve = m.extraReserve;
        v.releasedAt = m.releasedAt;
        v.tradedBlock = m.sums.tradedBlock;
        v.twapIntegral = m.twapIntegral;
        v.twapUpdatedAt = m.twapUpdatedAt;
    }

    /// @notice See {IMarkets-getOutcomes}.
    function viewOutcomes(MarketState.Market storage m) external view returns (IMarkets.OutcomeView[] memory all) {
        all = new IMarkets.OutcomeView[](m.outcomes);
        for (uint256 j; j < all.length; ++j) {
            OutcomeState state = m.states[j];
            IMarkets.OutcomeView memory v = all[j];
            v.touched = state.logWeight() != 0;
            v.openingPrice = m.openingPriceOf(j);
            v.logWeight = m.logOf(state, j);
            v.weight = m.weightOf(state, j);
            v.sold = state.sold();
            v.twapArea = m.areas[j].area();
            v.twapIntegral = m.areas[j].integral();
        }
    }
}
