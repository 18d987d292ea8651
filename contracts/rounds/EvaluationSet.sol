// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {LibBit} from "solady/src/utils/LibBit.sol";

import {Weights} from "../shared/Weights.sol";

/// @title Sets of seeds, a bit for each index, and how they are chosen
library EvaluationSet {
    /// @notice Thrown when the set takes a seed that cannot be taken, or twice.
    error Rounds_InvalidSet(uint256 set, uint256 allowed);
    /// @notice Thrown when the set takes more seeds than the quota.
    error Rounds_QuotaExceeded(uint256 taken, uint256 quota);
    /// @notice Thrown when the set takes a seed without any score.
    error Rounds_ZeroScore(uint256 index);
    /// @notice Thrown when the set leaves out seed `index` with `score`, which is better than `least` of `weakest`
    /// (`weakest` is the greatest number if there was room left).
    error Rounds_BetterSeedLeftOut(uint256 index, uint256 score, uint256 weakest, uint256 least);

    /// @notice Returns whether seed `index` is in `set`.
    function has(uint256 set, uint256 index) internal pure returns (bool) {
        return index < 256 && (set >> index) & 1 == 1;
    }

    /// @notice Returns how many seeds are in `set`.
    function size(uint256 set) internal pure returns (uint256) {
        return LibBit.popCount(set);
    }

    /// @notice Returns the seed with the lowest index in `set`, which is not empty.
    function first(uint256 set) internal pure returns (uint256) {
        return LibBit.ffs(set);
    }

    /// @notice Returns how many seeds of `set` come before `index`, which is below 256.
    function rank(uint256 set, uint256 index) internal pure returns (uint256) {
        return size(set & ((1 << index) - 1));
    }

    /// @notice Returns the seeds of `set` in ascending order.
    function list(uint256 set) internal pure returns (uint256[] memory seeds) {
        seeds = new uint256[](size(set));
        for (uint256 i; set != 0; set &= set - 1) {
            seeds[i++] = first(set);
        }
    }

    /// @notice Draws `count` seeds of `eligible`, all of them if there are fewer: the first steps of a Fisher-Yates
    /// shuffle.
    function draw(uint256 eligible, uint256 count, bytes32 random) internal pure returns (uint256 set) {
        uint256[] memory seeds = list(eligible);
        if (count > seeds.length) count = seeds.length;
        for (uint256 i; i < count; ++i) {
            uint256 pick = i + (uint256(keccak256(abi.encode(random, i))) % (seeds.length - i));
            (seeds[i], seeds[pick]) = (seeds[pick], seeds[i]);
            set |= 1 << seeds[i];
        }
    }

    /// @notice Checks that `set` is what `quota` takes of `allowed` by their scores: the highest, ties to the lower
    /// index, never a score of zero.
    /// @param scores Score of each seed, by index; longer than the highest index in `allowed`.
    function check(uint256 set, uint256 allowed, uint256 quota, uint256[] memory scores) internal pure {
        if (set & ~allowed != 0) revert Rounds_InvalidSet(set, allowed);
        uint256 taken = size(set);
        if (taken > quota) revert Rounds_QuotaExceeded(taken, quota);

        (uint256 weakest, uint256 least) = _weakest(set, scores);
        // With room left, any score at all would have been enough.
        if (taken < quota) (weakest, least) = (type(uint256).max, 0);
        for (uint256 rest = allowed & ~set; rest != 0; rest &= rest - 1) {
            uint256 index = first(rest);
            uint256 score = scores[index];
            bool better = score > least || (score == least && index < weakest);
            if (score != 0 && better) {
                revert Rounds_BetterSeedLeftOut(index, score, weakest, least);
            }
        }
    }

    /// @dev Returns the seed of `set` that would be the first to leave it, and its score.
    function _weakest(uint256 set, uint256[] memory scores) private pure returns (uint256 weakest, uint256 least) {
        least = type(uint256).max;
        for (; set != 0; set &= set - 1) {
            uint256 index = first(set);
            uint256 score = scores[index];
            if (score == 0) revert Rounds_ZeroScore(index);
            // Ascending, so that of equal scores the highest index is the weakest.
            if (score <= least) (weakest, least) = (index, score);
        }
    }

    /// @notice Returns 1/s for each of the s seeds of `chosen`, in WAD, in the order of `eligible`; 0 for the others.
    /// The first `1e18 mod s` get one wei more, so that all sum to exactly 1e18.
    function equalParts(uint256 eligible, uint256 chosen) internal pure returns (uint256[] memory payouts) {
        uint256[] memory seeds = list(eligible);
        payouts = new uint256[](seeds.length);
        uint256[] memory parts = Weights.equalParts(size(chosen));
        uint256 given;
        for (uint256 i; i < seeds.length; ++i) {
            if (has(chosen, seeds[i])) payouts[i] = parts[given++];
        }
    }
}
