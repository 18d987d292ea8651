// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IJury} from "../../../contracts/interfaces/IJury.sol";
import {IMarkets} from "../../../contracts/interfaces/IMarkets.sol";
import {IRounds} from "../../../contracts/interfaces/IRounds.sol";
import {Estimate} from "../../../contracts/rounds/Estimate.sol";
import {EvaluationSet} from "../../../contracts/rounds/EvaluationSet.sol";
import {FinalWeights} from "../../../contracts/rounds/FinalWeights.sol";
import {Weights} from "../../../contracts/shared/Weights.sol";
import {FuzzTest} from "../../utils/Cheats.sol";

/// @notice One market, pooled and resolved, that nobody judged.
contract OneMarket {
    uint256[] private _payouts;
    uint256[] private _twap;

    constructor(uint256[] memory payouts, uint256[] memory twap) {
        (_payouts, _twap) = (payouts, twap);
    }

    function getMarket(uint256) external pure returns (IMarkets.MarketView memory market) {
        (market.pooled, market.resolved) = (true, true);
    }

    function getPayouts(uint256) external view returns (uint256[] memory) {
        return _payouts;
    }

    function getTwap(uint256) external view returns (uint256[] memory) {
        return _twap;
    }

    /// @notice The prices at which trading closed: all of it for each, which no median takes.
    function getLogWeights(
        uint256,
        uint256[] calldata outcomes
    ) external pure returns (int256[] memory logs, int256 logSum, uint256 tradedBlock) {
        return (new int256[](outcomes.length), logSum, tradedBlock);
    }

    /// @notice The jury's part: it has posted nothing.
    function getPosting(uint256) external pure returns (IJury.PostingView memory posting) {
        return posting;
    }
}

/// @notice Audited seeds take the jury's weight, the others' prices share the rest (RO-21).
contract FinalWeightsTest is FuzzTest {
    using EvaluationSet for uint256;

    uint256 private constant WAD = 1e18;

    IRounds.Selection private _selection;

    function testFuzz_withAudits(uint256 seed, uint256 length, uint256 audited) external pure {
        length = _bound(length, 2, 256);
        uint256[] memory prices = _weights(seed, length);
        uint256[] memory payouts = _weights(~seed, length);
        uint256[] memory weights = FinalWeights.withAudits(prices, payouts, audited);

        (uint256 sum, uint256 judged, uint256 priced, uint256 largest) = (0, 0, 0, 0);
        for (uint256 j; j < length; ++j) {
            sum += weights[j];
            if (weights[j] > weights[largest]) largest = j;
            if (audited.has(j)) judged += payouts[j];
            else priced += prices[j];
        }
        _eq("sum", sum, WAD);
        for (uint256 j; j < length; ++j) {
            uint256 expected = audited.has(j) || priced == 0 ? payouts[j] : (prices[j] * (WAD - judged)) / priced;
            // What flooring takes from all, at most one wei each and the sums' own, is the largest's.
            uint256 more = j == largest ? 2 * length : 0;
            _between("weight", weights[j], expected == 0 ? 0 : expected - 1, expected + more);
        }
    }

    function testFuzz_withoutAuditsThePricesStand(uint256 seed, uint256 length) external pure {
        uint256[] memory prices = _weights(seed, _bound(length, 2, 256));
        uint256[] memory weights = FinalWeights.withAudits(prices, _weights(~seed, prices.length), 0);
        _eq("prices", uint256(keccak256(abi.encode(weights))), uint256(keccak256(abi.encode(prices))));
    }

    function testFuzz_allAuditedIsTheJurysWord(uint256 seed, uint256 length) external pure {
        uint256[] memory prices = _weights(seed, _bound(length, 2, 256));
        uint256[] memory payouts = _weights(~seed, prices.length);
        uint256[] memory weights = FinalWeights.withAudits(prices, payouts, type(uint256).max);
        _eq("payouts", uint256(keccak256(abi.encode(weights))), uint256(keccak256(abi.encode(payouts))));
    }

    /// @dev RO-20, RO-21: what nobody judged is worth its estimate; what was not selected, its token pays nothing, and
    /// so nobody reports what the market paid. In a selection without market, which has a lone seed, the tokens of the
    /// selected are money.
    function testFuzz_nodeOfALoneSeed(uint256 seed, uint256 index, uint8 state) external {
        index = _bound(index, 0, 255);
        uint256[] memory prices = _weights(~seed, 2);
        OneMarket market = new OneMarket(_weights(seed, 2), prices);
        _selection.fellBack = state % 3 == 1;
        _selection.selected = state % 3 == 2 ? 1 << index : ~(1 << index);
        FinalWeights.Sources memory sources = FinalWeights.Sources(IMarkets(address(market)), IJury(address(market)));
        bool counts = state % 3 != 0;
        _eq("share", FinalWeights.shareOf(_selection, sources.markets, index), counts ? WAD : 0);

        FinalWeights.Answer memory answer = FinalWeights.answer(
            sources,
            FinalWeights.Rules(IRounds.Policy.Market, 0, 0),
            FinalWeights.Question(1, prices, counts, type(uint256).max)
        );
        _eq("paid", answer.payouts.length, counts ? 2 : 0);
        _eq("verdict", answer.verdict.length, 0);
        uint256[] memory estimate = Estimate.median(prices, prices, prices);
        _eq("weight", answer.weights[0], estimate[0]);
        _eq("other weight", answer.weights[1], estimate[1]);
    }

    /// @dev Weights of all magnitudes, some of them zero.
    function _weights(uint256 seed, uint256 length) private pure returns (uint256[] memory) {
        uint256[] memory parts = new uint256[](length);
        for (uint256 i; i < length; ++i) {
            parts[i] = _spread(_random(seed, i), 0, 1e18);
        }
        ++parts[seed % length];
        return Weights.normalise(parts);
    }
}
