// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Weights} from "../../../contracts/shared/Weights.sol";
import {FuzzTest} from "../../utils/Cheats.sol";

/// @notice Vectors of weights: exactly 1e18 goes in, and comes out again weight by weight.
contract WeightsTest is FuzzTest {
    uint256 private constant WAD = 1e18;

    function pack(uint256[] calldata weights) external pure returns (bytes memory packed, uint256 sum, uint256 least) {
        return Weights.packAndSum(weights);
    }

    /// @dev What comes after the packed weights in memory must not be overwritten by them, nor overwrite them.
    function packBetween(uint256[] calldata weights) external pure returns (bytes memory, bytes32, bytes32) {
        bytes memory before = abi.encode(weights.length);
        bytes32 hash = keccak256(before);
        (bytes memory packed, , ) = Weights.packAndSum(weights);
        bytes memory behind = abi.encode(type(uint256).max, weights);
        return (packed, keccak256(before) ^ hash, keccak256(behind));
    }

    function testFuzz_packAndUnpack(uint256 seed, uint256 length) external view {
        uint256[] memory weights = _weights(seed, length);
        (bytes memory packed, uint256 sum, uint256 least) = this.pack(weights);
        _eq("sum", sum, WAD);
        _eq("packed from memory", uint256(keccak256(Weights.pack(weights))), uint256(keccak256(packed)));
        _eq("length", packed.length, weights.length * 8);
        uint256[] memory unpacked = Weights.unpack(packed);
        _eq("number", unpacked.length, weights.length);
        uint256 leastWeight = type(uint256).max;
        for (uint256 i; i < weights.length; ++i) {
            _eq("weight", unpacked[i], weights[i]);
            _eq("single weight", Weights.get(packed, i), weights[i]);
            if (weights[i] < leastWeight) leastWeight = weights[i];
        }
        _eq("least", least, leastWeight);
    }

    function testFuzz_packKeepsToItsMemory(uint256 seed, uint256 length) external view {
        uint256[] memory weights = _weights(seed, length);
        (bytes memory packed, bytes32 before, bytes32 behind) = this.packBetween(weights);
        (bytes memory alone, , ) = this.pack(weights);
        _eq("packed", uint256(keccak256(packed)), uint256(keccak256(alone)));
        _eq("before", uint256(before), 0);
        _eq("behind", uint256(behind), uint256(keccak256(abi.encode(type(uint256).max, weights))));
    }

    function testFuzz_storeAndLoad(uint256 seed, uint256 length) external {
        uint256[] memory weights = _weights(seed, length);
        (bytes memory packed, , ) = this.pack(weights);
        address pointer = Weights.store(packed);
        _eq("loaded", uint256(keccak256(Weights.load(pointer))), uint256(keccak256(packed)));
        uint256 i = _random(seed, weights.length) % weights.length;
        _eq("single weight", Weights.loadOne(pointer, i), weights[i]);
        _eq("last weight", Weights.loadOne(pointer, weights.length - 1), weights[weights.length - 1]);
    }

    function testFuzz_aWrongSumShows(uint256 seed, uint256 length, uint256 i, uint256 by, bool more) external view {
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
        if (!more && weights[i] < by) by = weights[i];
        weights[i] = more ? weights[i] + by : weights[i] - by;
        uint256 expected = more ? WAD + by : WAD - by;
        (, uint256 sum, ) = this.pack(weights);
        _eq("sum", sum, expected);
        _eq("sum alone", Weights.sumOf(weights), expected);
    }

    /// @dev Sums that are 1e18 only modulo 2^256: the largest number stands for them.
    function testFuzz_aSumThatWrapsShows(uint256 seed, uint256 length, uint256 i, uint256 by) external view {
        uint256[] memory weights = _weights(seed, length);
        (i, by) = (i % (weights.length - 1), _spread(by, WAD + 1, type(uint256).max - WAD));
        unchecked {
            weights[i] += by;
            weights[i + 1] -= by;
        }
        (, uint256 sum, ) = this.pack(weights);
        _eq("sum", sum, type(uint256).max);
        _eq("sum alone", Weights.sumOf(weights), type(uint256).max);
    }

    function testFuzz_normalise(uint256 seed, uint256 length, uint256 bits) external pure {
        uint256[] memory parts = _parts(seed, length, bits);
        uint256 total;
        for (uint256 i; i < parts.length; ++i) {
            total += parts[i];
        }
        uint256[] memory weights = Weights.normalise(parts);
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
        uint256[] memory weights = Weights.normalise(parts);
        for (uint256 i; i < parts.length; ++i) {
            _eq("weight", weights[i], WAD / parts.length + (i == 0 ? WAD % parts.length : 0));
        }
    }

    /// @notice Equal parts differ by one unit at most, the larger ones first, and sum to 1e18.
    function testFuzz_equalParts(uint256 count) external pure {
        count = _bound(count, 1, 256);
        uint256[] memory weights = Weights.equalParts(count);
        _eq("number", weights.length, count);
        _eq("sum", Weights.sumOf(weights), WAD);
        for (uint256 i = 1; i < count; ++i) {
            _between("difference", weights[i - 1] - weights[i], 0, 1);
        }
        _between("spread", weights[0] - weights[count - 1], 0, 1);
    }

    function _weights(uint256 seed, uint256 length) private pure returns (uint256[] memory) {
        return Weights.normalise(_parts(seed, length, seed));
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
