// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IMarkets} from "../interfaces/IMarkets.sol";
import {MAX_LIQUIDITY, WAD} from "../shared/Limits.sol";
import {Lmsr} from "./Lmsr.sol";
import {MarketState} from "./MarketState.sol";
import {Ledger} from "./Ledger.sol";
import {OutcomeId} from "./OutcomeId.sol";
import {OutcomeState, pack} from "./OutcomeState.sol";

/// @title Trading with a market's pool
/// @dev A trade is drafted (read only: this is the quote), priced, then stored. Tokens and money are the caller's
/// matter. Arithmetic is unchecked where the bounds make overflow impossible: amounts are below 2^127, b below 2^96,
/// logarithms below 2^66, weights and S below 2^155, there are at most 256 legs; no product reaches 2^230.
library Pool {
    using MarketState for MarketState.Market;
    using MarketState for MarketState.Sums;
    using MarketState for MarketState.Money;
    using MarketState for MarketState.Depth;
    using Ledger for Ledger.Balances;
    using SafeCast for int256;
    using SafeCast for uint256;

    /// @dev One order, as it is before and after the trade. `sold` is what it sells of LONG: a SHORT is bought by
    /// selling LONG back.
    struct Leg {
        uint256 outcome;
        bool short;
        int256 amount;
        int256 sold;
        OutcomeState state;
        uint256 weightBefore;
        int256 log;
        uint256 weight;
    }

    /// @dev A trade that is not stored yet. Every slot is read once, into here; `b`, `reserve` and `minLog` move on
    /// with the trade.
    struct Draft {
        Leg[] legs;
        uint256 outcomes;
        uint256 windowStart;
        bool releases;
        uint256 sumBefore;
        uint256 sum;
        int256 logSum;
        int256 cash;
        uint256 pot;
        uint256 feeRate;
        uint256 alpha;
        uint256 b;
        uint256 reserve;
        uint256 minLog;
        int256 shorts;
    }

    /* DRAFT */

    /// @notice Computes a trade's effect on prices, without its price.
    function draft(
        MarketState.Market storage m,
        uint256 market,
        IMarkets.Order[] calldata orders
    ) internal view returns (Draft memory d) {
        if (orders.length == 0) revert IMarkets.Markets_NoOrders();
        _load(m, d);
        if (d.releases) {
            (uint256 growth, uint256 charge) = _due(m, block.timestamp);
            (d.b, d.reserve) = (d.b + growth, d.reserve - charge);
        }

        Leg[] memory legs = new Leg[](orders.length);
        uint256 sum = d.sumBefore;
        uint256 least; // the least outcome that may follow
        for (uint256 i; i < legs.length; ++i) {
            Leg memory leg = legs[i];
            _read(leg, market, d.outcomes, orders[i]);
            unchecked {
                if (leg.outcome < least) revert IMarkets.Markets_UnorderedOutcomes(least - 1, leg.outcome);
                least = leg.outcome + 1;
                _moveLeg(m, d, leg, market);
                sum = sum - leg.weightBefore + leg.weight;
            }
        }
        d.legs = legs;
        d.sum = sum;
    }

    function _load(MarketState.Market storage m, Draft memory d) private view {
        uint256 flags = m.flags;
        unchecked {
            // Creation checked that a market's window does not begin before time 0.
            (d.outcomes, d.windowStart) = (m.outcomes, m.closesAt - m.twapWindow);
        }
        d.sumBefore = m.sumOf();
        d.logSum = Lmsr.ln(d.sumBefore);
        d.releases = flags & MarketState.EXTRA_RESERVE != 0 && m.sums.tradedBlock != block.number;
        (d.cash, d.pot, d.feeRate, d.alpha) = (m.money.cash, m.money.pot, m.money.feeRate, m.money.alpha);
        (d.b, d.reserve, d.minLog) = (m.depth.b, m.depth.reserve, m.depth.minLog);
    }

    function _read(Leg memory leg, uint256 market, uint256 outcomes, IMarkets.Order calldata order) private pure {
        (uint256 outcome, int256 amount) = (order.outcome, order.amount);
        if (outcome >= outcomes) revert IMarkets.Markets_InvalidOutcome(market, outcome);
        if (amount == 0) revert IMarkets.Markets_ZeroAmount(outcome);
        (leg.outcome, leg.short, leg.amount) = (outcome, order.short, amount);
        leg.sold = leg.short ? -amount : amount;
    }

    function _moveLeg(MarketState.Market storage m, Draft memory d, Leg memory leg, uint256 market) private view {
        OutcomeState state = m.states[leg.outcome];
        (int256 log, uint256 weight) = m.logAndWeightOf(state, leg.outcome);
        (leg.state, leg.weightBefore) = (state, weight);
        unchecked {
            log += Lmsr.logStep(leg.sold, d.b);
            if (leg.short) d.shorts += leg.amount;
        }
        if (log < Lmsr.MIN_LOG || log > Lmsr.MAX_LOG) revert IMarkets.Markets_OutOfRange(market, leg.outcome, log);
        (leg.log, leg.weight) = (log, Lmsr.weightOf(log));
        uint256 minLog = MarketState.toMinLog(log);
        if (minLog < d.minLog) d.minLog = minLog;
    }

    /* PRICE */

    /// @notice Computes what a drafted trade costs and how b grows, and moves the draft's liquidity accordingly.
    function price(Draft memory d, IMarkets.Quote memory q) internal pure {
        uint256 turnover = _turnoverUp(d);
        unchecked {
            int256 ratio = Lmsr.logRatio(d.sumBefore, d.sum);
            int256 cost = Lmsr.cost(d.b, ratio);
            uint256 fee = Lmsr.ceilDiv(turnover * d.feeRate, Lmsr.RATE_SCALE);
            (q.cost, q.fee, q.total) = (cost, fee, cost + int256(fee) + d.shorts);
            uint256 limit = (turnover * d.alpha) / Lmsr.RATE_SCALE;
            if (limit > MAX_LIQUIDITY - d.b) limit = MAX_LIQUIDITY - d.b;
            d.reserve += fee;
            if (limit == 0) return;
            uint256 charge;
            (q.growth, charge) = Lmsr.growth(fee, d.logSum + ratio, MarketState.fromMinLog(d.minLog), limit);
            d.b += q.growth;
            d.reserve -= charge;
        }
    }

    /// @dev Returns the amounts of all legs, each times its {Lmsr-feeBase}, in units.
    function _turnoverUp(Draft memory d) private pure returns (uint256 turnover) {
        Leg[] memory legs = d.legs;
        (uint256 sumBefore, uint256 sum) = (d.sumBefore, d.sum);
        unchecked {
            for (uint256 i; i < legs.length; ++i) {
                Leg memory leg = legs[i];
                uint256 amount = uint256(leg.amount < 0 ? -leg.amount : leg.amount);
                turnover += amount * Lmsr.feeBase(leg.weightBefore, sumBefore, leg.weight, sum);
            }
            return Lmsr.ceilDiv(turnover, WAD);
        }
    }

    /* STORE */

    /// @notice Stores a drafted and priced trade.
    function store(
        MarketState.Market storage m,
        Ledger.Balances storage ledger,
        uint256 market,
        Draft memory d,
        IMarkets.Quote memory q
    ) internal {
        (bool inWindow, uint256 integral) = _integrate(m, d);
        if (d.releases) _storeRelease(m, ledger, market, block.timestamp);

        Leg[] memory legs = d.legs;
        for (uint256 i; i < legs.length; ++i) {
            Leg memory leg = legs[i];
            unchecked {
                m.states[leg.outcome] = pack(leg.log, leg.state.sold() + leg.sold);
            }
            if (inWindow) m.areas[leg.outcome] = m.areas[leg.outcome].settle(leg.weightBefore, integral);
        }

        unchecked {
            int256 cash = MarketState.checkCash(d.cash + q.cost + int256(q.fee));
            uint256 pot = MarketState.checkPot(int256(d.pot) + q.total);
            m.sums.store(MarketState.toSumOffset(d.sum), block.number);
            m.money.store(cash, pot, d.feeRate, d.alpha);
            m.depth.store(d.b, d.reserve, d.minLog);
        }
    }

    /// @dev Brings G up to now; `inWindow` says whether outcomes have to settle theirs.
    function _integrate(
        MarketState.Market storage m,
        Draft memory d
    ) private returns (bool inWindow, uint256 integral) {
        if (block.timestamp <= d.windowStart) return (false, 0);
        (integral, ) = m.integralAt(block.timestamp);
        if (m.twapUpdatedAt != block.timestamp) {
            m.twapIntegral = integral.toUint160();
            m.twapUpdatedAt = uint40(block.timestamp);
        }
        return (true, integral);
    }

    /* EXTRA RESERVE */

    /// @notice Releases what is due of the extra reserve, unless this block's first trade did: who joins must not get a
    /// part of it, who leaves must not leave it behind.
    function release(MarketState.Market storage m, Ledger.Balances storage ledger, uint256 market) internal {
        if (!m.has(MarketState.EXTRA_RESERVE) || m.sums.tradedBlock == block.number) return;
        _releaseUntil(m, ledger, market, block.timestamp);
    }

    /// @notice Releases all that is left of the extra reserve.
    function releaseRest(MarketState.Market storage m, Ledger.Balances storage ledger, uint256 market) internal {
        _releaseUntil(m, ledger, market, m.closesAt);
    }

    function _releaseUntil(
        MarketState.Market storage m,
        Ledger.Balances storage ledger,
        uint256 market,
        uint256 time
    ) private {
        (uint256 growth, uint256 charge) = _storeRelease(m, ledger, market, time);
        m.depth.b += uint96(growth); // at most MAX_LIQUIDITY - b
        m.depth.reserve -= uint96(charge); // part of the extra reserve
    }

    /// @dev Returns the growth that is due at `time` and its charge. It is linear over the time that is left, so that
    /// what rounding keeps back is spread over the rest; once trading has ended it is all of it.
    function _due(MarketState.Market storage m, uint256 time) private view returns (uint256 growth, uint256 charge) {
        uint256 releasedAt = m.releasedAt;
        uint256 left = releasedAt < m.closesAt ? m.closesAt - releasedAt : 0;
        uint256 passed = time > releasedAt ? time - releasedAt : 0;
        uint256 due = passed < left ? (m.extraReserve * passed) / left : m.extraReserve;
        int256 minLog = MarketState.fromMinLog(m.depth.minLog);
        return Lmsr.growth(due, Lmsr.ln(m.sumOf()), minLog, MAX_LIQUIDITY - m.depth.b);
    }

    /// @dev Takes what is due at `time` out of the extra reserve, and gives the founder the shares that it makes;
    /// `depth` is the caller's to store. A trade computes it twice, for its draft and here: keeping it in every draft
    /// would make all trades dearer for the sake of few.
    function _storeRelease(
        MarketState.Market storage m,
        Ledger.Balances storage ledger,
        uint256 market,
        uint256 time
    ) private returns (uint256 growth, uint256 charge) {
        (growth, charge) = _due(m, time);
        m.extraReserve -= uint96(charge); // at most what is due of it
        m.releasedAt = uint40(time);
        if (charge == 0) return (growth, charge);
        uint256 shares = (m.totalShares * growth) / m.depth.b;
        m.totalShares = (m.totalShares + shares).toUint96();
        if (shares != 0) ledger.mint(m.founderOf(), market | OutcomeId.FOUNDING_SHARES, shares);
        emit IMarkets.ReserveReleased(market, growth, charge, shares);
    }
}
