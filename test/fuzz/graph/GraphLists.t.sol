// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ChildList} from "../../../contracts/graph/ChildList.sol";
import {Roster} from "../../../contracts/graph/Roster.sol";
import {TopWeights} from "../../../contracts/graph/TopWeights.sol";
import {Weights} from "../../../contracts/shared/Weights.sol";
import {FuzzTest} from "../../utils/Cheats.sol";

/// @notice Lists in code, base rates, and who stays.
contract GraphListsTest is FuzzTest {
    uint256 private constant WAD = 1e18;

    /// @notice What is written is read, whole and by slices.
    function testFuzz_lists(uint256 seed, uint256 length) external {
        length = _bound(length, 1, 128);
        bytes32[] memory ids = new bytes32[](length);
        uint256[] memory weights = new uint256[](length);
        for (uint256 i; i < length; ++i) {
            (ids[i], weights[i]) = (bytes32(_random(seed, i)), _random(seed, ~i) >> 192);
        }
        address list = ChildList.write(ids, weights);
        (bytes32[] memory readIds, uint256[] memory readWeights) = ChildList.read(list);
        bytes32[] memory onlyIds = ChildList.readIds(list);
        _eq("count", ChildList.count(list), length);
        for (uint256 i; i < length; ++i) {
            _eq("id", uint256(readIds[i]), uint256(ids[i]));
            _eq("id alone", uint256(onlyIds[i]), uint256(ids[i]));
            _eq("weight", readWeights[i], weights[i]);
            _eq("idAt", uint256(ChildList.idAt(list, i)), uint256(ids[i]));
            _eq("weightAt", ChildList.weightAt(list, i), weights[i]);
            _eq("find", ChildList.find(list, ids[i]), i);
        }
        _eq("not found", ChildList.find(list, bytes32(_random(seed, 1000))), length);
        uint256[] memory decoded = Weights.unpack(Weights.pack(weights));
        _eq("decoded", uint256(keccak256(abi.encode(decoded))), uint256(keccak256(abi.encode(weights))));
    }

    /// @notice ER-6: rates sum to exactly 1e18 and none is below 0.99e-5, whatever the weights.
    function testFuzz_ER6_rates(uint256 seed, uint256 length) external pure {
        length = _bound(length, 1, 256);
        uint256[] memory weights = new uint256[](length);
        for (uint256 i; i < length; ++i) {
            weights[i] = _random(seed, i) % 3 == 0 ? 0 : _spread(_random(seed, i), 0, WAD);
        }
        uint256[] memory rates = Roster.floored(weights);
        uint256 sum;
        for (uint256 i; i < length; ++i) {
            sum += rates[i];
            _between("rate", rates[i], (99 * WAD) / 1e7, WAD);
        }
        _eq("sum", sum, WAD);
    }

    /// @notice ER-21: the same as counting, for each, how many outrank it.
    function testFuzz_ER21_keep(uint256 seed, uint256 length, uint256 funded) external pure {
        length = _bound(length, 1, 255);
        funded = _bound(funded, 0, length < 128 ? length : 128);
        uint256[] memory weights = new uint256[](length);
        for (uint256 i; i < length; ++i) {
            // Few different ones, so that there are ties, and some just around the floor.
            weights[i] = (_random(seed, i) % 5) * TopWeights.LEAST;
            if (_random(seed, ~i) % 7 == 0 && weights[i] != 0) --weights[i];
        }
        weights[_random(seed, 999) % length] = WAD / 256;
        uint256 kept = TopWeights.keep(weights, funded);
        uint256 staying;
        for (uint256 i; i < length; ++i) {
            uint256 weight = weights[i];
            bool stays = i < funded || weight >= TopWeights.LEAST;
            uint256 outranked;
            for (uint256 j; stays && j < length; ++j) {
                uint256 other = weights[j];
                if (other < weight || (other == weight && j >= i)) continue;
                if (j < funded || other >= TopWeights.LEAST) stays = ++outranked < 128;
            }
            _eq("stays", (kept >> i) & 1, stays ? 1 : 0);
            staying += (kept >> i) & 1;
        }
        _between("staying", staying, 1, 128);
        _eq("no more", length == 256 ? 0 : kept >> length, 0);
    }
}
