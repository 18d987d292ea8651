// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {WAD} from "../shared/Limits.sol";
import {Weights} from "../shared/Weights.sol";

/// @title The arithmetic of sealed bids
/// @dev `m_j = floor(B a_j)`, in units; money of all bids together is below 2^96, so unchecked sums do not wrap and two
/// of them fit a word. Weights are packed uint64 WADs that sum to 1e18 ({Weights}).
library Bids {
    using Weights for bytes;

    /// @dev A vector of money, which is read and added to a word, two outcomes, at a time.
    struct Sums {
        uint256[128] words;
    }

    uint256 private constant HALF = type(uint128).max;
    /// @dev A deposit may exceed a bid by this factor without a forfeit.
    uint256 private constant COVER = 8;
    /// @dev No pool opens at a price below this, before prices are scaled to sum to 1 again.
    uint256 private constant FLOOR = 1e13;
    /// @dev This is what scaling leaves of FLOOR with 256 outcomes at it: 1e13 / (1 + 256e-5), rounded down. Prices
    /// that are above already stay as they are.
    uint256 private constant LEAST_PRICE = 9.974e12;

    /// @notice Adds a bid to the sums of all bids and returns its size.
    /// @dev Requirements: `budget` and all sums are below 2^96.
    function add(Sums storage sums, bytes memory weights, uint256 budget) internal returns (uint256 size) {
        uint256 outcomes = weights.length >> 3;
        unchecked {
            for (uint256 j; j < outcomes; j += 2) {
                uint256 low = (budget * weights.get(j)) / WAD;
                uint256 high = j + 1 < outcomes ? (budget * weights.get(j + 1)) / WAD : 0;
                if (low | high != 0) sums.words[j >> 1] += low | (high << 128);
                size += low + high;
            }
        }
    }

    /// @notice Returns the size of a bid, B', in units.
    /// @dev Requirements: `budget` is below 2^96.
    function sizeOf(bytes memory weights, uint256 budget) internal pure returns (uint256 size) {
        uint256 outcomes = weights.length >> 3;
        unchecked {
            for (uint256 j; j < outcomes; ++j) size += (budget * weights.get(j)) / WAD;
        }
    }

    /// @notice Returns what a revealed bid forfeits of its deposit, rounded up: half of what it exceeds the size by too
    /// much.
    /// @dev Requirements: both are below 2^96.
    function forfeitOf(uint256 deposit, uint256 size) internal pure returns (uint256) {
        uint256 covered = COVER * size;
        return deposit > covered ? (deposit - covered + 1) / 2 : 0;
    }

    /// @notice Returns M_j, the sums of all bids and the sponsor's bid of b on `rates`; their sum M; and the size of
    /// the sponsor's bid.
    function moneyOf(
        Sums storage sums,
        bytes memory rates,
        uint256 b
    ) internal view returns (uint256[] memory money, uint256 total, uint256 own) {
        money = new uint256[](rates.length >> 3);
        uint256 word;
        unchecked {
            for (uint256 j; j < money.length; ++j) {
                word = j & 1 == 0 ? sums.words[j >> 1] : word >> 128;
                uint256 m = (b * rates.get(j)) / WAD;
                own += m;
                m += word & HALF;
                total += m;
                money[j] = m;
            }
        }
    }

    /// @notice Returns the LONGs of a bid that are not zero, `floor(m_j sets / M_j)`, and its size.
    /// @dev The bid is one of those in `sums`, or the sponsor's, so where m_j > 0, M_j > 0. `sets` is below 2^96.
    function longsOf(
        Sums storage sums,
        bytes memory rates,
        uint256 b,
        uint256 sets,
        uint256 market,
        bytes memory weights,
        uint256 budget
    ) internal view returns (uint256[] memory ids, uint256[] memory amounts, uint256 size) {
        uint256 outcomes = rates.length >> 3;
        (ids, amounts) = (new uint256[](outcomes), new uint256[](outcomes));
        uint256 count;
        unchecked {
            for (uint256 j; j < outcomes; ++j) {
                uint256 m = (budget * weights.get(j)) / WAD;
                if (m == 0) continue;
                size += m;
                uint256 word = sums.words[j >> 1];
                uint256 money = (j & 1 == 0 ? word & HALF : word >> 128) + (b * rates.get(j)) / WAD;
                ids[count] = market | j;
                amounts[count++] = (m * sets) / money;
            }
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
        uint256 length = prices.length;
        uint256 least = WAD;
        for (uint256 j; j < length; ++j) {
            if (prices[j] < least) least = prices[j];
        }
        if (least >= LEAST_PRICE) return prices;
        uint256 total;
        for (uint256 j; j < length; ++j) {
            if (prices[j] < FLOOR) prices[j] = FLOOR;
            total += prices[j];
        }
        return Weights.normalise(prices, total);
    }
}
