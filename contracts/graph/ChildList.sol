// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {SSTORE2} from "solady/src/utils/SSTORE2.sol";

import {Weights} from "../shared/Weights.sol";

/// @title Lists of children with their weights, written once into code
/// @dev First all ids, 32 bytes each, then all weights as {Weights} packs them, 8 bytes each: one read of a slice gives
/// an id or a weight, and an edge costs 8,000 gas instead of two slots. An empty list has no pointer.
library ChildList {
    uint256 internal constant MAX = 128;
    uint256 private constant ID_BYTES = 32;
    uint256 private constant ENTRY_BYTES = ID_BYTES + 8;
    /// @dev An id takes the room of so many weights.
    uint256 private constant WEIGHTS_PER_ID = 4;

    /// @notice Writes a list and returns where. The weights must be below 2^64.
    function write(bytes32[] memory children, uint256[] memory weights) internal returns (address pointer) {
        if (children.length == 0) return address(0);
        return SSTORE2.write(bytes.concat(abi.encodePacked(children), Weights.pack(weights)));
    }

    /// @notice Returns the number of children.
    function count(address pointer) internal view returns (uint256) {
        // The first byte of the code stops whoever calls it.
        return pointer == address(0) ? 0 : (pointer.code.length - 1) / ENTRY_BYTES;
    }

    /// @notice Returns all children and their weights.
    function read(address pointer) internal view returns (bytes32[] memory children, uint256[] memory weights) {
        if (pointer == address(0)) return (children, weights);
        bytes memory data = SSTORE2.read(pointer);
        uint256 length = data.length / ENTRY_BYTES;
        children = new bytes32[](length);
        for (uint256 i; i < length; ++i) {
            children[i] = _wordAt(data, i * ID_BYTES);
        }
        weights = Weights.unpackFrom(data, length * WEIGHTS_PER_ID);
    }

    /// @notice Returns all children.
    function readIds(address pointer) internal view returns (bytes32[] memory children) {
        uint256 length = count(pointer);
        if (length == 0) return children;
        bytes memory data = SSTORE2.read(pointer, 0, length * ID_BYTES);
        children = new bytes32[](length);
        for (uint256 i; i < length; ++i) {
            children[i] = _wordAt(data, i * ID_BYTES);
        }
    }

    /// @notice Returns child `i`, which must be below the number of children.
    function idAt(address pointer, uint256 i) internal view returns (bytes32) {
        return _wordAt(SSTORE2.read(pointer, i * ID_BYTES, (i + 1) * ID_BYTES), 0);
    }

    /// @notice Returns the weight of child `i`, which must be below the number of children.
    function weightAt(address pointer, uint256 i) internal view returns (uint256) {
        return Weights.loadOne(pointer, count(pointer) * WEIGHTS_PER_ID + i);
    }

    /// @notice Returns the position of `child`; the number of children if it is not there.
    function find(address pointer, bytes32 child) internal view returns (uint256 i) {
        bytes32[] memory children = readIds(pointer);
        while (i < children.length && children[i] != child) ++i;
    }

    /// @dev Returns the 32 bytes of `data` from `from` on, without a check that they are there.
    function _wordAt(bytes memory data, uint256 from) private pure returns (bytes32 word) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            word := mload(add(add(data, 32), from))
        }
    }
}
