// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {WAD} from "../shared/Limits.sol";

/// @dev It holds an outcome's part of the TWAP in one word: area (96 bits) above, G when it was settled (160 bits)
/// below.
type Accumulator is uint256;

using Twap for Accumulator global;

/// @title Time-weighted prices in O(1)
/// @notice The price of j is `e^l_j / S`. Between its own trades e^l_j stands still, so its price integrated over time
/// is e^l_j times the integral G of 1/S: one update of G a trade, one of the outcome's area when it trades itself.
/// @dev G is scaled by 2^128, an area is in seconds scaled by 2^64. With log weights in `[MIN_LOG, MAX_LOG]` neither
/// can overflow: 1/S < 1 and windows are below 2^24 seconds, so G < 2^152, and `weight * G` is below
/// `seconds * 2^128 * 1e18 < 2^212`.
library Twap {
    function area(Accumulator word) internal pure returns (uint256) {
        return Accumulator.unwrap(word) >> 160;
    }

    function integral(Accumulator word) internal pure returns (uint256) {
        return uint160(Accumulator.unwrap(word));
    }

    /// @notice Returns what `duration` seconds at `sum` add to G, rounded down.
    function integralOver(uint256 duration, uint256 sum) internal pure returns (uint256) {
        return ((duration << 128) * WAD) / sum;
    }

    /// @notice Returns the accumulator settled at `integralNow`, while the outcome weighed `weight`; rounded down.
    function settle(Accumulator word, uint256 weight, uint256 integralNow) internal pure returns (Accumulator) {
        uint256 added = (weight * (integralNow - integral(word))) / (WAD << 64);
        return Accumulator.wrap(((area(word) + added) << 160) | integralNow);
    }
}
