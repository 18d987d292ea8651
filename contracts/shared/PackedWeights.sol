// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {SSTORE2} from "solady/src/utils/SSTORE2.sol";

import {IMarkets} from "../interfaces/IMarkets.sol";

/// @title Vectors of weights, written once into code as uint64 WADs
/// @dev Four to a word and 200 gas a byte: a third of what storage slots would cost, and 30 times cheaper to read.
/// Assembly, because a loop over bytes costs half as much as the vector itself.
library PackedWeights {
    uint256 private constant WAD = 1e18;
    uint256 private constant BYTES_EACH = 8;

    /// @notice Packs weights that must sum to exactly 1e18, and returns the least of them.
    function pack(uint256[] calldata weights) internal pure returns (bytes memory packed, uint256 least) {
        uint256 length = weights.length;
        // The loop writes whole words, so the last one needs room that is cut off again below.
        packed = new bytes(length * BYTES_EACH + 32);
        least = type(uint256).max;
        uint256 sum;
        uint256 all;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let out := add(packed, 32)
            let end := add(weights.offset, shl(5, length))
            for {
                let from := weights.offset
            } lt(from, end) {
                from := add(from, 32)
                out := add(out, 8)
            } {
                let weight := calldataload(from)
                mstore(out, shl(192, weight))
                sum := add(sum, weight)
                all := or(all, weight)
                if lt(weight, least) {
                    least := weight
                }
            }
            mstore(packed, shl(3, length))
        }
        // A sum that wraps has an entry above 64 bits, which `all` shows.
        if (sum != WAD || all > type(uint64).max) {
            revert IMarkets.Markets_InvalidSum(all > type(uint64).max ? type(uint256).max : sum);
        }
    }

    /// @notice Writes packed weights and returns where.
    function store(bytes memory packed) internal returns (address pointer) {
        return SSTORE2.write(packed);
    }

    /// @notice Reads all weights, still packed.
    function load(address pointer) internal view returns (bytes memory packed) {
        return SSTORE2.read(pointer);
    }

    /// @notice Reads weight `i` alone.
    function loadOne(address pointer, uint256 i) internal view returns (uint256) {
        return get(SSTORE2.read(pointer, i * BYTES_EACH, (i + 1) * BYTES_EACH), 0);
    }

    /// @notice Returns weight `i` of packed weights; `i` must be below their number.
    function get(bytes memory packed, uint256 i) internal pure returns (uint256 weight) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            weight := and(mload(add(add(packed, 8), mul(i, 8))), 0xffffffffffffffff)
        }
    }

    /// @notice Unpacks all weights.
    function unpack(bytes memory packed) internal pure returns (uint256[] memory weights) {
        weights = new uint256[](packed.length / BYTES_EACH);
        for (uint256 i; i < weights.length; ++i) {
            weights[i] = get(packed, i);
        }
    }

    /// @notice Turns `parts` into weights: floored, the remainder to the largest (lowest index first).
    /// @dev Requirements: the parts sum to more than 0 and to less than 2^196.
    function normalise(uint256[] memory parts) internal pure returns (uint256[] memory weights) {
        uint256 total;
        uint256 largest;
        for (uint256 i; i < parts.length; ++i) {
            total += parts[i];
            if (parts[i] > parts[largest]) largest = i;
        }
        weights = new uint256[](parts.length);
        uint256 rest = WAD;
        for (uint256 i; i < parts.length; ++i) {
            weights[i] = (parts[i] * WAD) / total;
            rest -= weights[i];
        }
        weights[largest] += rest;
    }
}
