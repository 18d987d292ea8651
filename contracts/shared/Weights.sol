// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SSTORE2} from "solady/src/utils/SSTORE2.sol";

import {WAD} from "./Limits.sol";

/// @title Vectors of weights, in WAD: their form in code, their sum, and how parts become weights
/// @dev Packed, a weight is a uint64, four to a word. Written once into code they cost 200 gas a byte: a third of what
/// storage slots would, and 30 times cheaper to read. Assembly, because a loop over bytes costs half as much as the
/// vector itself.
library Weights {
    using Math for uint256;

    uint256 private constant BYTES_EACH = 8;

    /* PACKING */

    /// @notice Packs weights that must sum to exactly 1e18: the caller refuses any other `sum`.
    /// @return packed What was packed; worth nothing if the sum is wrong.
    /// @return sum Their sum; the largest number if a weight does not fit, which is wrong in any case.
    /// @return least The least of them.
    function packAndSum(
        uint256[] calldata weights
    ) internal pure returns (bytes memory packed, uint256 sum, uint256 least) {
        uint256 length = weights.length;
        // The loop writes whole words, so the last one needs room that is cut off again below.
        packed = new bytes(length * BYTES_EACH + 32);
        least = type(uint256).max;
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
        if (all > type(uint64).max) sum = type(uint256).max;
    }

    /// @notice Packs weights that are known to sum to 1e18.
    function pack(uint256[] memory weights) internal pure returns (bytes memory packed) {
        uint256 length = weights.length;
        // As above, the last whole word needs room that is cut off again.
        packed = new bytes(length * BYTES_EACH + 32);
        for (uint256 i; i < length; ++i) {
            uint256 weight = weights[i];
            // solhint-disable-next-line no-inline-assembly
            assembly ("memory-safe") {
                mstore(add(add(packed, 32), mul(i, 8)), shl(192, weight))
            }
        }
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            mstore(packed, mul(length, 8))
        }
    }

    /// @notice Returns weight `i` of packed weights; `i` must be below their number.
    /// @dev Weights that follow something else in `packed` count from its first 8 bytes on.
    function get(bytes memory packed, uint256 i) internal pure returns (uint256 weight) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            weight := and(mload(add(add(packed, 8), mul(i, 8))), 0xffffffffffffffff)
        }
    }

    /// @notice Unpacks all weights.
    function unpack(bytes memory packed) internal pure returns (uint256[] memory weights) {
        return unpackFrom(packed, 0);
    }

    /// @notice Unpacks all weights from number `first` on.
    function unpackFrom(bytes memory packed, uint256 first) internal pure returns (uint256[] memory weights) {
        weights = new uint256[](packed.length / BYTES_EACH - first);
        for (uint256 i; i < weights.length; ++i) {
            weights[i] = get(packed, first + i);
        }
    }

    /* CODE */

    /// @notice Writes packed weights into code and returns where.
    function store(bytes memory packed) internal returns (address pointer) {
        return SSTORE2.write(packed);
    }

    /// @notice Writes weights that {packAndSum} packed, and an address behind them, into code and returns where.
    /// @dev The address takes the room that packing left, and leaves it again: a copy would cost more than its bytes.
    function storeWith(bytes memory packed, address account) internal returns (address pointer) {
        uint256 length = packed.length;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            mstore(add(add(packed, 32), length), shl(96, account))
            mstore(packed, add(length, 20))
        }
        pointer = SSTORE2.write(packed);
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            mstore(packed, length)
        }
    }

    /// @notice Reads the address that {storeWith} wrote behind `count` weights.
    function loadAccount(address pointer, uint256 count) internal view returns (address) {
        uint256 start = count * BYTES_EACH;
        return address(bytes20(SSTORE2.read(pointer, start, start + 20)));
    }

    /// @notice Reads all weights, still packed.
    function load(address pointer) internal view returns (bytes memory packed) {
        return SSTORE2.read(pointer);
    }

    /// @notice Reads weight `i` alone.
    function loadOne(address pointer, uint256 i) internal view returns (uint256) {
        return get(SSTORE2.read(pointer, i * BYTES_EACH, (i + 1) * BYTES_EACH), 0);
    }

    /* ARITHMETIC */

    /// @notice Returns the sum of weights; the largest number if it does not fit, which is no vector's in any case.
    function sumOf(uint256[] memory weights) internal pure returns (uint256 sum) {
        for (uint256 i; i < weights.length; ++i) {
            sum = sum.saturatingAdd(weights[i]);
        }
    }

    /// @notice Turns `parts` into weights: floored, the remainder to the largest (lowest index first).
    /// @dev Requirements: the parts sum to more than 0 and to less than 2^196.
    function normalise(uint256[] memory parts) internal pure returns (uint256[] memory weights) {
        uint256 total;
        for (uint256 i; i < parts.length; ++i) {
            total += parts[i];
        }
        return normalise(parts, total);
    }

    /// @notice Turns `parts`, which sum to `total`, into weights, as above.
    /// @dev Unchecked: below 2^196 no product reaches 2^256, and the floors sum to at most 1e18.
    function normalise(uint256[] memory parts, uint256 total) internal pure returns (uint256[] memory weights) {
        weights = new uint256[](parts.length);
        uint256 rest = WAD;
        uint256 largest;
        unchecked {
            for (uint256 i; i < weights.length; ++i) {
                uint256 weight = (parts[i] * WAD) / total;
                rest -= weight;
                weights[i] = weight;
                if (parts[i] > parts[largest]) largest = i;
            }
            weights[largest] += rest;
        }
    }

    /// @notice Returns `1 / count`, `count` times: rounded down, and one unit more for the first `1e18 mod count`.
    function equalParts(uint256 count) internal pure returns (uint256[] memory weights) {
        weights = new uint256[](count);
        (uint256 part, uint256 remainder) = (WAD / count, WAD % count);
        for (uint256 i; i < count; ++i) {
            weights[i] = i < remainder ? part + 1 : part;
        }
    }
}
