// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IJury} from "../interfaces/IJury.sol";
import {IMarkets} from "../interfaces/IMarkets.sol";
import {IRounds} from "../interfaces/IRounds.sol";
import {WAD} from "../shared/Limits.sol";
import {Weights} from "../shared/Weights.sol";
import {EvaluationSet} from "./EvaluationSet.sol";

/// @title How the jury's word and the market's prices become final weights (RO-20, RO-21)
library FinalWeights {
    using EvaluationSet for uint256;

    /// @dev Whom the prices and payouts are asked of, and who knows whether payouts are the jury's word.
    struct Sources {
        IMarkets markets;
        IJury jury;
    }

    /// @notice Returns the weights of the seeds (empty: nobody was asked), and what their market paid (empty: it had no
    /// pool to lose anything).
    function seeds(
        IRounds.Selection storage selection,
        Sources memory sources,
        IRounds.Policy policy
    ) internal view returns (uint256[] memory weights, uint256[] memory payouts) {
        uint256 market = selection.market;
        if (market == 0) return (weights, payouts);
        payouts = _payoutsOf(sources, market);
        bool judged = _isJudged(sources, market);
        if (!sources.markets.getMarket(market).pooled) return (judged ? payouts : weights, new uint256[](0));
        weights = payouts;
        if (judged && policy == IRounds.Policy.Market) {
            weights = withAudits(sources.markets.getTwap(market), payouts, selection.selected);
        }
    }

    /// @notice Returns the answer of `market`, which is about seed `index` (empty: there is none), what it paid (empty:
    /// no pool, or not selected) and what its selection token pays, in WAD.
    /// @dev Requirements: the selection is known or given up; if the token pays anything, the market is resolved.
    function node(
        IRounds.Selection storage selection,
        Sources memory sources,
        uint256 market,
        uint256 index
    ) internal view returns (uint256[] memory weights, uint256[] memory payouts, uint256 share) {
        bool pooled = sources.markets.getMarket(market).pooled;
        share = _shareOf(selection, sources.markets, index);
        if (share == 0) return (pooled ? sources.markets.getTwap(market) : weights, payouts, 0);
        uint256[] memory paid = _payoutsOf(sources, market);
        if (pooled) return (paid, paid, share);
        // Without a pool the fallback knows no prices, and equal parts are nobody's answer.
        if (_isJudged(sources, market)) weights = paid;
    }

    /// @notice Returns the market's `prices`, but the jury's `payouts` for the `audited`; the others' prices share what
    /// is left in proportion. All in WAD, both sum to exactly 1e18, and so does the result: floored, the remainder to
    /// the largest.
    /// @dev If all that were not audited have a price of zero, the jury's word stands for all.
    function withAudits(
        uint256[] memory prices,
        uint256[] memory payouts,
        uint256 audited
    ) internal pure returns (uint256[] memory weights) {
        (uint256 judged, uint256 priced) = _sums(prices, payouts, audited);
        if (priced == 0) return payouts;
        weights = new uint256[](prices.length);
        for (uint256 j; j < weights.length; ++j) {
            // Both in 1e-36 of 1e18 * priced: exact but for the division in `normalise`.
            weights[j] = audited.has(j) ? payouts[j] * priced : prices[j] * (WAD - judged);
        }
        return Weights.normalise(weights);
    }

    function _sums(
        uint256[] memory prices,
        uint256[] memory payouts,
        uint256 audited
    ) private pure returns (uint256 judged, uint256 priced) {
        for (uint256 j; j < prices.length; ++j) {
            if (audited.has(j)) judged += payouts[j];
            else priced += prices[j];
        }
    }

    function _payoutsOf(Sources memory sources, uint256 market) private view returns (uint256[] memory) {
        if (!sources.markets.getMarket(market).resolved) revert IRounds.Rounds_MarketPending(market);
        return sources.markets.getPayouts(market);
    }

    /// @notice Returns the jury's word on `market` and which outcomes it has compared; empty and 0 if it has none.
    function verdictOf(
        Sources memory sources,
        uint256 market
    ) internal view returns (uint256[] memory verdict, uint256 compared) {
        if (market == 0 || !_isJudged(sources, market)) return (verdict, 0);
        verdict = _payoutsOf(sources, market);
        compared = type(uint256).max >> (256 - verdict.length);
    }

    /// @dev Whether a resolved market has the jury's word; a fallback has none.
    function _isJudged(Sources memory sources, uint256 market) private view returns (bool) {
        return sources.jury.getPosting(market).payoutsHash != 0;
    }

    /// @dev What one selection token of seed `index` pays, in WAD. A lone seed's token is money itself.
    function _shareOf(
        IRounds.Selection storage selection,
        IMarkets markets,
        uint256 index
    ) private view returns (uint256) {
        uint256 market = selection.market;
        if (market != 0) return markets.getPayouts(market)[selection.eligible.rank(index)];
        return selection.fellBack || selection.selected.has(index) ? WAD : 0;
    }
}
