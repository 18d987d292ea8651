// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IMarkets} from "../../../contracts/interfaces/IMarkets.sol";
import {Lmsr} from "../../../contracts/markets/Lmsr.sol";
import {OutcomeId} from "../../../contracts/markets/OutcomeId.sol";

/// @notice The rules of one market and its pool that must hold at any time until it resolves.
abstract contract PoolChecks {
    error PoolChecks_Broken(string rule, uint256 market, uint256 outcome, int256 expected, int256 actual);

    function _solvent(IMarkets markets, uint256 market, uint256 outcomes) internal view {
        bool pooled = markets.getMarket(market).pooled;
        IMarkets.PoolView memory pool;
        IMarkets.OutcomeView[] memory views = new IMarkets.OutcomeView[](outcomes);
        if (pooled) (pool, views) = (markets.getPool(market), markets.getOutcomes(market));
        int256 pot = int256(markets.getMarket(market).pot);
        int256 shorts;
        for (uint256 j; outcomes > 2 && j < outcomes; ++j) {
            shorts += int256(_supply(market | (OutcomeId.SHORT + j)));
        }
        for (uint256 j; j < outcomes; ++j) {
            int256 owed = shorts + int256(_supply(market | j));
            if (outcomes > 2) owed -= int256(_supply(market | (OutcomeId.SHORT + j)));
            _equal("MK-2", market, j, pool.cash - views[j].sold, pot - owed);
        }
    }

    function _sums(IMarkets markets, uint256 market) internal view {
        IMarkets.PoolView memory pool = markets.getPool(market);
        IMarkets.OutcomeView[] memory views = markets.getOutcomes(market);
        uint256 sum;
        uint256 prices;
        for (uint256 j; j < views.length; ++j) {
            uint256 weight =
                views[j].touched ? Lmsr.weightOf(views[j].logWeight) : views[j].openingPrice * Lmsr.OPENING_WEIGHT;
            sum += weight;
            prices += (weight * 1e18) / pool.sum;
            if (views[j].logWeight < pool.minLogWeight) {
                revert PoolChecks_Broken("minLog", market, j, views[j].logWeight, pool.minLogWeight);
            }
        }
        _equal("MK-11", market, 0, sum, pool.sum);
        if (prices > 1e18 || prices + views.length <= 1e18) {
            revert PoolChecks_Broken("MK-10", market, 0, 1e18, int256(prices));
        }
    }

    function _funded(IMarkets markets, uint256 market) internal view {
        IMarkets.PoolView memory pool = markets.getPool(market);
        IMarkets.OutcomeView[] memory views = markets.getOutcomes(market);
        // lnWad may be 0.06 units too high and 1.06 too low, and l of an untouched outcome 3 too high.
        int256 logSum = Lmsr.ln(pool.sum) + 2;
        for (uint256 j; j < views.length; ++j) {
            int256 logPrice = views[j].logWeight - logSum - (views[j].touched ? int256(0) : int256(4));
            int256 backed = (pool.cash - views[j].sold) * 1e18 + int256(pool.b) * logPrice;
            if (backed < int256(pool.reserve) * 1e18) {
                revert PoolChecks_Broken("MK-12", market, j, int256(pool.reserve), backed / 1e18);
            }
        }
    }

    /// @dev All that there is of a token, whoever holds it.
    function _supply(uint256 id) internal view virtual returns (uint256);

    function _equal(string memory rule, uint256 market, uint256 j, uint256 expected, uint256 actual) internal pure {
        _equal(rule, market, j, int256(expected), int256(actual));
    }

    function _equal(string memory rule, uint256 market, uint256 j, int256 expected, int256 actual) internal pure {
        if (expected != actual) revert PoolChecks_Broken(rule, market, j, expected, actual);
    }
}
