// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {EvaluationSet} from "../../contracts/libraries/EvaluationSet.sol";
import {FinalWeights} from "../../contracts/libraries/FinalWeights.sol";
import {PackedWeights} from "../../contracts/libraries/PackedWeights.sol";
import {FuzzTest} from "../utils/Cheats.sol";

/// @notice Audited seeds take the jury's weight, the others' prices share the rest (RO-21).
contract FinalWeightsTest is FuzzTest {
    using EvaluationSet for uint256;

    uint256 private constant WAD = 1e18;

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

    /// @dev Weights of all magnitudes, some of them zero.
    function _weights(uint256 seed, uint256 length) private pure returns (uint256[] memory) {
        uint256[] memory parts = new uint256[](length);
        for (uint256 i; i < length; ++i) {
            parts[i] = _spread(_random(seed, i), 0, 1e18);
        }
        ++parts[seed % length];
        return PackedWeights.normalise(parts);
    }
}
