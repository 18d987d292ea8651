// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {LibSort} from "solady/src/utils/LibSort.sol";

import {WAD} from "../shared/Limits.sol";
import {ChildList} from "./ChildList.sol";

/// @title Who stays on a list
library TopWeights {
    /// @dev A candidate with less than this leaves: it is a hundredth of an equal share of the 128 (ER-21).
    uint256 internal constant LEAST = WAD / 12_800;

    /// @notice Returns a bitmap of those that stay: at most 128, the heaviest, ties to the lower index; no candidate
    /// below 1/12,800.
    /// @dev Never empty: the weights sum to 1e18 and are at most 256, so the heaviest is at least 1/256.
    /// @param weights Below 2^247, at most 256.
    /// @param funded How many are no candidates: they come first.
    function keep(uint256[] memory weights, uint256 funded) internal pure returns (uint256 kept) {
        uint256 staying;
        uint256[] memory keys = new uint256[](weights.length);
        for (uint256 i; i < weights.length; ++i) {
            if (i >= funded && weights[i] < LEAST) continue;
            // In order of weight, then of index from behind; bit 8 tells them from those that left.
            keys[staying++] = (weights[i] << 9) | 256 | (255 - i);
        }
        LibSort.sort(keys);
        uint256 last = keys.length < ChildList.MAX ? 0 : keys.length - ChildList.MAX;
        for (uint256 k = keys.length; k > last && keys[k - 1] != 0; --k) {
            kept |= 1 << (255 - (keys[k - 1] & 255));
        }
    }
}
