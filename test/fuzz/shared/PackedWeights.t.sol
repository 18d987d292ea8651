// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IMarkets} from "../../../contracts/interfaces/IMarkets.sol";
import {PackedWeights} from "../../../contracts/shared/PackedWeights.sol";
import {FuzzTest, vm} from "../../utils/Cheats.sol";

/// @notice Vectors of weights: exactly 1e18 goes in, and comes out again weight by weight.
contract PackedWeightsTest is FuzzTest {
    uint256 private constant WAD = 1e18;

    function pack(uint256[] calldata weights) external pure returns (bytes memory packed, uint256 least) {
        return PackedWeights.pack(weights);
    }

    /// @dev What comes after the packed weights in memory must not be overwritten by them, nor overwrite them.
    function packBetween(uint256[] calldata weights) external pure returns (bytes memory, bytes32, bytes32) {
        bytes memory before = abi.encode(weights.length);
        bytes32 hash = keccak256(before);
        (bytes memory packed, ) = PackedWeights.pack(weights);
        bytes memory behind = abi.encode(type(uint256).max, weights);
        return (packed, keccak256(before) ^ hash, keccak256(behind));
    }

    function testFuzz_packAndUnpack(uint256 seed, uint256 length) external view {
        uint256[] memory weights = _weights(seed, length);
        (bytes memory packed, uint256 least) = this.pack(weights);
        _eq("length", packed.length, weights.length * 8);
        uint256[] memory unpacked = PackedWeights.unpack(packed);
        _eq("number", unpacked.length, weights.length);
        uint256 leastWeight = type(uint256).max;
        for (uint256 i; i < weights.length; ++i) {
            _eq("weight", unpacked[i], weights[i]);
            _eq("single weight", PackedWeights.get(packed, i), weights[i]);
            if (weights[i] < leastWeight) leastWeight = weights[i];
        }
        _eq("least", least, leastWeight);
    }

    function testFuzz_packKeepsToItsMemory(uint256 seed, uint256 length) external view {
        uint256[] memory weights = _weights(seed, length);
        (bytes memory packed, bytes32 before, bytes32 behind) = this.packBetween(weights);
        (bytes memory alone, ) = this.pack(weights);
        _eq("packed", uint256(keccak256(packed)), uint256(keccak256(alone)));
        _eq("before", uint256(before), 0);
        _eq("behind", uint256(behind), uint256(keccak256(abi.encode(type(uint256).max, weights))));
    }

    function testFuzz_storeAndLoad(uint256 seed, uint256 length) external {
        uint256[] memory weights = _weights(seed, length);
        (bytes memory packed, ) = this.pack(weights);
        address pointer = PackedWeights.store(packed);
        _eq("loaded", uint256(keccak256(PackedWeights.load(pointer))), uint256(keccak256(packed)));
        uint256 i = _random(seed, weights.length) % weights.length;
        _eq("single weight", PackedWeights.loadOne(pointer, i), weights[i]);
        _eq("last weight", PackedWeights.loadOne(pointer, weights.length - 1), weights[weights.length - 1]);
    }

    function testFuzz_aWrongSumReverts(uint256 seed, uint256 length, uint256 i, uint256 by, bool more) external {
        uint256[] memory weights = _weights(seed, length);
        i = i % weights.length;
        by = _spread(
            by,
            1,
            more
                ? WAD
                : weights[i] == 0
                    ? 1
                    : weights[i]
        );
        vm.assume(more || weights[i] >= by);
        weights[i] = more ? weights[i] + by : weights[i] - by;
        vm.expectRevert(abi.encodeWithSelector(IMarkets.Markets_InvalidSum.selector, more ? WAD + by : WAD - by));
        this.pack(weights);
    }

    /// @dev Sums that are 1e18 only modulo 2^256; the error shows the largest number for them.
    function testFuzz_aSumThatWrapsReverts(uint256 seed, uint256 length, uint256 i, uint256 by) external {
        uint256[] memory weights = _weights(seed, length);
        (i, by) = (i % (weights.length - 1), _spread(by, WAD + 1, type(uint256).max - WAD));
        unchecked {
            weights[i] += by;
            weights[i + 1] -= by;
        }
        vm.expectRevert(abi.encodeWithSelector(IMarkets.Markets_InvalidSum.selector, type(uint256).max));
        this.pack(weights);
    }

    function testFuzz_normalise(uint256 seed, uint256 length, uint256 bits) external pure {
        uint256[] memory parts = _parts(seed, length, bits);
        uint256 total;
        for (uint256 i; i < parts.length; ++i) {
            total += parts[i];
        }
        uint256[] memory weights = PackedWeights.normalise(parts);
        _eq("number", weights.length, parts.length);

        uint256 sum;
        uint256 floors;
        uint256 largest = parts.length;
        for (uint256 i; i < parts.length; ++i) {
            sum += weights[i];
            floors += (parts[i] * WAD) / total;
            if (largest == parts.length || parts[i] > parts[largest]) largest = i;
        }
        _eq("sum", sum, WAD);
        _between("remainder", WAD - floors, 0, parts.length - 1);
        for (uint256 i; i < parts.length; ++i) {
            uint256 floor = (parts[i] * WAD) / total;
            _eq("weight", weights[i], i == largest ? floor + WAD - floors : floor);
        }
    }

    /// @dev Of equal parts the first gets the remainder.
    function testFuzz_normaliseEqualParts(uint256 part, uint256 length) external pure {
        uint256[] memory parts = new uint256[](_bound(length, 1, 256));
        part = _spread(part, 1, 1 << 188);
        for (uint256 i; i < parts.length; ++i) {
            parts[i] = part;
        }
        uint256[] memory weights = PackedWeights.normalise(parts);
        for (uint256 i; i < parts.length; ++i) {
            _eq("weight", weights[i], WAD / parts.length + (i == 0 ? WAD % parts.length : 0));
        }
    }

    function _weights(uint256 seed, uint256 length) private pure returns (uint256[] memory) {
        return PackedWeights.normalise(_parts(seed, length, seed));
    }

    /// @dev Parts that sum to less than 2^196; the first is not 0. Few bits: equal parts, and zeros.
    function _parts(uint256 seed, uint256 length, uint256 bits) private pure returns (uint256[] memory parts) {
        parts = new uint256[](_bound(length, 2, 256));
        bits = _bound(bits, 1, 187);
        for (uint256 i; i < parts.length; ++i) {
            parts[i] = _random(seed, i) >> (256 - bits);
            if (seed % 2 == 0) parts[i] >>= _random(seed, i) % bits;
        }
        if (parts[0] == 0) parts[0] = 1;
    }
}
