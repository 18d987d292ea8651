// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {MockFundingGraph} from "../../contracts/mocks/MockFundingGraph.sol";

/// @notice Random acyclic graphs for the tests of funding. Node 0 is the target, node `UNKNOWN_INDEX` UNKNOWN; children
/// have higher indices than their parents.
library RandomGraph {
    uint256 internal constant NODES = 7;
    uint256 internal constant UNKNOWN_INDEX = NODES - 1;
    uint256 private constant WAD = 1e18;

    function nodeAt(MockFundingGraph graph, uint256 index) internal view returns (bytes32) {
        if (index == 0) return graph.TARGET();
        return index == UNKNOWN_INDEX ? graph.UNKNOWN() : bytes32(index);
    }

    /// @notice Writes the final weights of `round`.
    function write(MockFundingGraph graph, uint256 round, uint256 seed) internal {
        for (uint256 i; i < UNKNOWN_INDEX; ++i) {
            _writeNode(graph, round, i, uint256(keccak256(abi.encode(seed, i))));
        }
    }

    function _writeNode(MockFundingGraph graph, uint256 round, uint256 i, uint256 random) private {
        uint256 mask = random | (i == 0 ? 2 : 0); // the target has children
        uint256 count;
        for (uint256 j = i + 1; j < NODES; ++j) count += (mask >> j) & 1;
        bytes32[] memory children = new bytes32[](count);
        uint256[] memory weights = new uint256[](count);
        uint256 left = WAD;
        uint256 at_;
        for (uint256 j = i + 1; j < NODES; ++j) {
            if ((mask >> j) & 1 == 0) continue;
            children[at_] = nodeAt(graph, j);
            uint256 part = uint256(keccak256(abi.encode(random, j)));
            weights[at_] = at_ + 1 == count ? left : (part % 8 == 0 ? 0 : part % (left + 1));
            left -= weights[at_++];
        }
        graph.setNode(round, nodeAt(graph, i), _originality(i, random >> 128), children, weights);
    }

    /// @dev Often at one of its bounds.
    function _originality(uint256 i, uint256 random) private pure returns (uint256) {
        if (i == 0 || random % 5 == 0) return 0;
        return random % 5 == 1 ? WAD : random % (WAD + 1);
    }
}
