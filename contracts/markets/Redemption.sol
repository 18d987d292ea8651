// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IMarkets} from "../interfaces/IMarkets.sol";
import {WAD} from "../shared/Limits.sol";
import {MeasuredTransfers} from "../shared/MeasuredTransfers.sol";
import {Weights} from "../shared/Weights.sol";
import {Ledger} from "./Ledger.sol";
import {MarketLookup} from "./MarketLookup.sol";
import {MarketState} from "./MarketState.sol";
import {OutcomeId} from "./OutcomeId.sol";

/// @title What tokens of resolved markets pay
/// @dev It is linked, so that `Markets` stays below the limit of a contract's size, and runs under its guard. Every
/// ERC-20 leaves last, when all tokens are burnt and all pots are what they will be.
library Redemption {
    using Ledger for Ledger.Balances;
    using Ledger for Ledger.Words;
    using MarketLookup for mapping(uint256 market => MarketState.Market);
    using MarketState for MarketState.Market;
    using SafeCast for int256;
    using SafeCast for uint256;
    using MeasuredTransfers for IERC20;

    /* PAYING */

    /// @notice Pays `amount` of an ERC-20; one that takes more than that from this contract would take it from other
    /// markets' pots.
    function pay(IERC20 asset, address receiver, uint256 amount) internal {
        uint256 charged = asset.pushMeasured(receiver, amount);
        if (charged > amount) revert IMarkets.Markets_AssetOvercharged(address(asset), amount, charged);
    }

    /* ONE LEVEL */

    /// @notice See {IMarkets-redeem}.
    function redeem(
        mapping(uint256 market => MarketState.Market) storage markets,
        Ledger.Balances storage ledger,
        uint256[] calldata ids,
        uint256[] calldata amounts,
        address receiver
    ) external returns (uint256[] memory payouts) {
        payouts = new uint256[](_countRuns(ids, amounts));
        IERC20[] memory assets = new IERC20[](payouts.length);
        uint256 next;
        for (uint256 run; run < payouts.length; ++run) {
            uint256 market = OutcomeId.marketOf(ids[next]);
            MarketState.Market storage m = markets.resolved(market);
            IERC20 asset = IERC20(m.asset);
            uint256 payout;
            (payout, next) = _redeemRun(m, ledger, market, ids, amounts, next);
            payouts[run] = payout;
            emit IMarkets.Redeemed(market, msg.sender, receiver, payout);

            if (payout == 0) continue; // some tokens refuse to transfer nothing
            if (address(asset) == address(this)) ledger.move(address(this), receiver, m.assetId, payout);
            else assets[run] = asset;
        }
        for (uint256 run; run < payouts.length; ++run) {
            if (address(assets[run]) != address(0)) pay(assets[run], receiver, payouts[run]);
        }
    }

    /// @dev Burns a run of neighbouring ids of one resolved market and takes their value out of its pot.
    function _redeemRun(
        MarketState.Market storage m,
        Ledger.Balances storage ledger,
        uint256 market,
        uint256[] calldata ids,
        uint256[] calldata amounts,
        uint256 next
    ) private returns (uint256 payout, uint256) {
        bytes memory payouts = Weights.load(m.payouts);
        uint256 outcomes = m.outcomes;
        Ledger.Words storage words = ledger.wordsOf(msg.sender, market);
        uint256 shares;
        uint256 value;
        for (; next < ids.length && OutcomeId.marketOf(ids[next]) == market; ++next) {
            (uint256 id, uint256 amount) = (ids[next], amounts[next]);
            words.burn(msg.sender, id, amount);
            unchecked {
                // What was burnt is below 2^128 and a payout below 2^60: no call has ids enough for a sum to wrap.
                if (OutcomeId.indexOf(id) >= OutcomeId.SHARES) shares += amount;
                else value += amount * _payoutOf(payouts, outcomes, id);
            }
        }
        payout = value / WAD;
        if (shares != 0) payout += _redeemShares(m, shares);
        m.takeFromPot(payout);
        return (payout, next);
    }

    /// @dev Returns what one unit of a LONG or SHORT pays, in WAD.
    function _payoutOf(bytes memory payouts, uint256 outcomes, uint256 id) private pure returns (uint256) {
        uint256 index = OutcomeId.indexOf(id);
        if (!OutcomeId.isOutcome(index, outcomes)) revert IMarkets.Markets_InvalidId(id);
        if (index < OutcomeId.SHORT) return Weights.get(payouts, index);
        return WAD - Weights.get(payouts, index - OutcomeId.SHORT);
    }

    function _redeemShares(MarketState.Market storage m, uint256 shares) private returns (uint256 payout) {
        if (!m.has(MarketState.SETTLED)) _settlePool(m);
        uint256 value = uint256(int256(m.money.cash));
        uint256 total = m.totalShares;
        payout = (value * shares) / total;
        // Both only fall.
        m.money.cash = int104(uint104(value - payout));
        m.totalShares = uint96(total - shares); // shares are part of total
    }

    /// @dev Turns the pool of a resolved market into its value, `sum(w_j inventory_j)` rounded down, once.
    function _settlePool(MarketState.Market storage m) private {
        bytes memory payouts = Weights.load(m.payouts);
        uint256 value;
        for (uint256 j; j < m.outcomes; ++j) {
            value += Weights.get(payouts, j) * uint256(m.money.cash - m.states[j].sold());
        }
        m.money.cash = (value / WAD).toInt256().toInt104();
        m.flags |= MarketState.SETTLED;
    }

    /* ALL LEVELS */

    /// @notice See {IMarkets-redeemTo}.
    function redeemTo(
        mapping(uint256 market => MarketState.Market) storage markets,
        Ledger.Balances storage ledger,
        uint256[] calldata ids,
        uint256[] calldata amounts,
        address receiver
    ) external returns (uint256 payout) {
        uint256 runs = _countRuns(ids, amounts);
        uint256 next;
        address base;
        for (uint256 run; run < runs; ++run) {
            uint256 market = OutcomeId.marketOf(ids[next]);
            (address asset, bool worthless) = _rootOf(markets, market);
            if (run == 0) base = asset;
            if (asset != base) revert IMarkets.Markets_DifferentBaseAsset(base, asset);
            uint256 paid;
            if (worthless) {
                next = _burnRun(ledger, market, ids, amounts, next);
            } else {
                (paid, next) = _redeemRun(markets.resolved(market), ledger, market, ids, amounts, next);
                emit IMarkets.Redeemed(market, msg.sender, receiver, paid);
                paid = _climb(markets, ledger, market, paid, receiver);
            }
            payout += paid;
        }
        if (payout != 0) pay(IERC20(base), receiver, payout);
    }

    /// @dev Returns a market's base ERC-20, and whether some asset on the way to it pays 0.
    function _rootOf(
        mapping(uint256 market => MarketState.Market) storage markets,
        uint256 market
    ) private view returns (address base, bool worthless) {
        MarketState.Market storage m = markets.existing(market);
        while (m.isNested()) {
            uint256 id = m.assetId;
            m = markets.parentOf(m);
            if (m.has(MarketState.RESOLVED) && _payoutOf(Weights.load(m.payouts), m.outcomes, id) == 0) {
                worthless = true;
            }
        }
        base = m.asset;
    }

    /// @dev Redeems `amount` of a market's asset, held by this contract for it, through all its parents.
    function _climb(
        mapping(uint256 market => MarketState.Market) storage markets,
        Ledger.Balances storage ledger,
        uint256 market,
        uint256 amount,
        address receiver
    ) private returns (uint256) {
        MarketState.Market storage m = markets[market];
        while (m.isNested()) {
            uint256 id = m.assetId;
            market = OutcomeId.marketOf(id);
            m = markets.resolved(market);
            ledger.burn(address(this), id, amount);
            amount = (amount * _payoutOf(Weights.load(m.payouts), m.outcomes, id)) / WAD;
            m.takeFromPot(amount);
            emit IMarkets.Redeemed(market, address(this), receiver, amount);
        }
        return amount;
    }

    /// @dev Burns a run of neighbouring ids of one market for nothing.
    function _burnRun(
        Ledger.Balances storage ledger,
        uint256 market,
        uint256[] calldata ids,
        uint256[] calldata amounts,
        uint256 next
    ) private returns (uint256) {
        for (; next < ids.length && OutcomeId.marketOf(ids[next]) == market; ++next) {
            ledger.burn(msg.sender, ids[next], amounts[next]);
        }
        return next;
    }

    /// @notice See {IMarkets-getPayouts}.
    function payoutsOf(
        mapping(uint256 market => MarketState.Market) storage markets,
        uint256 market
    ) external view returns (uint256[] memory) {
        return Weights.unpack(Weights.load(markets.resolved(market).payouts));
    }

    /* RUNS */

    /// @dev Returns how many runs of neighbouring ids of one market there are.
    function _countRuns(uint256[] calldata ids, uint256[] calldata amounts) private pure returns (uint256 runs) {
        if (ids.length == 0) revert IMarkets.Markets_NoIds();
        if (amounts.length != ids.length) revert IMarkets.Markets_WrongLength(ids.length, amounts.length);
        runs = 1;
        for (uint256 i = 1; i < ids.length; ++i) {
            if (OutcomeId.marketOf(ids[i]) != OutcomeId.marketOf(ids[i - 1])) ++runs;
        }
    }
}
