// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {PackedWeights} from "./PackedWeights.sol";

/// @title The arithmetic of sealed bids
/// @dev `m_j = floor(B a_j)`, in units; money of all bids together is below 2^96, so unchecked sums do not wrap and two
/// of them fit a word. Weights are packed uint64 WADs that sum to 1e18 ({PackedWeights}).
library Bids {
    using PackedWeights for bytes;

    uint256 private constant WAD = 1e18;
    uint256 private constant HALF = type(uint128).max;
    /// @dev No pool opens at a price below this, before prices are scaled to sum to 1 again.
    uint256 private constant FLOOR = 1e13;
    /// @dev What scaling leaves of FLOOR with 256 outcomes at it: 1e13 / (1 + 256e-5), rounded down. Prices that are
    /// above already stay as they are.
    uint256 private constant LEAST_PRICE = 9.974e12;

    /// @notice Adds a bid to the sums of all bids, two to a word, and returns its size.
    /// @dev Requirements: `budget` and all sums are below 2^96.
    function add(uint256[128] storage sums, bytes memory weights, uint256 budget) internal returns (uint256 size) {
        uint256 outcomes = weights.length >> 3;
        unchecked {
            for (uint256 j; j < outcomes; j += 2) {
                uint256 low = (budget * weights.get(j)) / WAD;
                uint256 high = j + 1 < outcomes ? (budget * weights.get(j + 1)) / WAD : 0;
                if (low | high != 0) sums[j >> 1] += low | (high << 128);
                size += low + high;
            }
        }
    }

    /// @notice Returns B', the size of a bid.
    function sizeOf(bytes memory weights, uint256 budget) internal pure returns (uint256 size) {
        uint256 outcomes = weights.length >> 3;
        unchecked {
            for (uint256 j; j < outcomes; ++j) {
                size += (budget * weights.get(j)) / WAD;
            }
        }
    }

    /// @notice Returns M_j: the sums of all bids and the sponsor's bid of b on `rates`.
    function moneyOf(
        uint256[128] storage sums,
        bytes memory rates,
        uint256 b
    ) internal view returns (uint256[] memory money) {
        money = new uint256[](rates.length >> 3);
        unchecked {
            for (uint256 j; j < money.length; j += 2) {
                uint256 word = sums[j >> 1];
                money[j] = (word & HALF) + (b * rates.get(j)) / WAD;
                if (j + 1 < money.length) money[j + 1] = (word >> 128) + (b * rates.get(j + 1)) / WAD;
            }
        }
    }

    function sumOf(uint256[] memory money) internal pure returns (uint256 sum) {
        unchecked {
            for (uint256 j; j < money.length; ++j) {
                sum += money[j];
            }
        }
    }

    /// @notice Returns what a bid gets of every LONG, `floor(m_j sets / M_j)`, and its size.
    /// @dev The bid is one of those in `money`, so where m_j > 0, M_j > 0. `sets` is below 2^96.
    function longsOf(
        bytes memory weights,
        uint256 budget,
        uint256[] memory money,
        uint256 sets
    ) internal pure returns (uint256[] memory longs, uint256 size) {
        longs = new uint256[](money.length);
        unchecked {
            for (uint256 j; j < longs.length; ++j) {
                uint256 m = (budget * weights.get(j)) / WAD;
                if (m == 0) continue;
                size += m;
                longs[j] = (m * sets) / money[j];
            }
        }
    }

    /// @notice Returns ids and amounts of the LONGs that are not zero.
    function tokensOf(
        uint256 market,
        uint256[] memory longs
    ) internal pure returns (uint256[] memory ids, uint256[] memory amounts) {
        (ids, amounts) = (new uint256[](longs.length), new uint256[](longs.length));
        uint256 count;
        for (uint256 j; j < longs.length; ++j) {
            if (longs[j] == 0) continue;
            (ids[count], amounts[count]) = (market | j, longs[j]);
            ++count;
        }
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            mstore(ids, count)
            mstore(amounts, count)
        }
    }

    /// @notice Returns prices none of which is below LEAST_PRICE.
    /// @dev It writes into `prices`. Requirements: they sum to 1e18.
    function bounded(uint256[] memory prices) internal pure returns (uint256[] memory) {
        uint256 least = WAD;
        for (uint256 j; j < prices.length; ++j) {
            if (prices[j] < least) least = prices[j];
        }
        if (least >= LEAST_PRICE) return prices;
        for (uint256 j; j < prices.length; ++j) {
            if (prices[j] < FLOOR) prices[j] = FLOOR;
        }
        return PackedWeights.normalise(prices);
    }
}
