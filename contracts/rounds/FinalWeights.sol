// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IJury} from "../interfaces/IJury.sol";
import {IMarkets} from "../interfaces/IMarkets.sol";
import {IRounds} from "../interfaces/IRounds.sol";
import {WAD} from "../shared/Limits.sol";
import {Weights} from "../shared/Weights.sol";
import {Blend} from "./Blend.sol";
import {Estimate} from "./Estimate.sol";
import {EvaluationSet} from "./EvaluationSet.sol";

/// @title How the jury's word, the market's and the reference become final weights (RO-20, RO-21)
library FinalWeights {
    using EvaluationSet for uint256;

    /// @dev Whom prices and payouts are asked of, and who knows whether payouts are the jury's word.
    struct Sources {
        IMarkets markets;
        IJury jury;
    }

    /// @dev By what rules.
    struct Rules {
        IRounds.Policy policy;
        uint256 factor; // of the box, in WAD
        uint256 step; // of the box, in WAD
    }

    /// @dev A market and what is known of it.
    struct Question {
        uint256 market; // 0: nobody was asked
        uint256[] references; // P of its outcomes
        bool evaluated; // whether the jury was to judge it
        uint256 audited; // outcomes whose judgment somebody paid for
    }

    /// @dev What a question came to.
    struct Answer {
        uint256[] weights; // empty: nobody was asked
        uint256[] payouts; // what its market paid; empty: it had no pool to lose anything, or was not evaluated
        uint256[] verdict; // the jury's word; empty: it has none
        uint256 compared; // bitmap of the outcomes that the jury has compared
    }

    /// @notice Returns what a question came to.
    /// @dev Requirements: if it was evaluated, its market is resolved.
    function answer(
        Sources memory sources,
        Rules memory rules,
        Question memory question
    ) internal view returns (Answer memory a) {
        uint256 market = question.market;
        if (market == 0) return a;
        bool pooled = sources.markets.getMarket(market).pooled;
        if (question.evaluated) {
            uint256[] memory payouts = _payoutsOf(sources, market);
            if (pooled) a.payouts = payouts;
            if (_isJudged(sources, market)) {
                a.verdict = payouts;
                a.compared = type(uint256).max >> (256 - payouts.length);
            }
        }
        // Without pool and jury nobody has said anything.
        if (pooled || a.verdict.length != 0) a.weights = _weights(sources, rules, question, a);
    }

    function _weights(
        Sources memory sources,
        Rules memory rules,
        Question memory question,
        Answer memory a
    ) private view returns (uint256[] memory) {
        bool judged = a.verdict.length != 0;
        // Without a pool `Market` has no prices to prefer.
        bool alone =
            rules.policy == IRounds.Policy.Jury || (rules.policy == IRounds.Policy.Market && a.payouts.length == 0);
        if (judged && alone) return a.verdict;
        uint256[] memory estimate = Estimate.read(sources.markets, question.market, question.references);
        if (rules.policy != IRounds.Policy.Blend) {
            return judged ? withAudits(estimate, a.verdict, question.audited) : estimate;
        }
        if (judged) return Blend.judged(a.verdict, estimate, a.compared, question.audited);
        return Blend.within(question.references, estimate, rules.factor, rules.step);
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

    /// @dev Whether a resolved market has the jury's word; a fallback has none.
    function _isJudged(Sources memory sources, uint256 market) private view returns (bool) {
        return sources.jury.getPosting(market).payoutsHash != 0;
    }

    /// @notice Returns what one selection token of seed `index` pays, in WAD. A lone seed's token is money itself.
    function shareOf(
        IRounds.Selection storage selection,
        IMarkets markets,
        uint256 index
    ) internal view returns (uint256) {
        uint256 market = selection.market;
        if (market != 0) return markets.getPayouts(market)[selection.eligible.rank(index)];
        return selection.fellBack || selection.selected.has(index) ? WAD : 0;
    }
}
