// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {TransientSlot} from "@openzeppelin/contracts/utils/TransientSlot.sol";

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {WAD} from "../shared/Limits.sol";
import {Weights} from "../shared/Weights.sol";
import {ChildList} from "./ChildList.sol";
import {GraphState} from "./GraphState.sol";
import {Levels} from "./Levels.sol";

/// @title What a list of children must be, whoever writes it (ER-2)
library ListRules {
    using GraphState for GraphState.Graph;
    using TransientSlot for *;

    /// @notice Checks a list and makes it the node's from `round` on.
    function take(
        GraphState.Graph storage g,
        bytes32 node,
        uint256 round,
        uint256 originality,
        bytes32[] memory children,
        uint256[] memory weights
    ) internal {
        uint256 length = children.length;
        if (length > ChildList.MAX) revert IEdgeRegistry.EdgeRegistry_WrongLength(ChildList.MAX, length);
        if (weights.length != length) revert IEdgeRegistry.EdgeRegistry_WrongLength(length, weights.length);
        checkWeights(weights);
        for (uint256 i; i < length; ++i) {
            bytes32 child = children[i];
            if (child == g.target || child == node) revert IEdgeRegistry.EdgeRegistry_InvalidChild(node, child);
            // A slot of its own for each child, whatever ids strangers choose: it remembers the last list it was on.
            TransientSlot.Bytes32Slot seen = keccak256(abi.encode(child, "ChildList")).asBytes32();
            if (seen.tload() == node) revert IEdgeRegistry.EdgeRegistry_DuplicateChild(node, child);
            seen.tstore(node);
            Levels.place(g, node, child, false);
        }
        g.writeList(node, round, originality, children, weights);
    }

    /// @notice Checks that no weight is zero and that they sum to exactly 1e18.
    function checkWeights(uint256[] memory weights) internal pure {
        for (uint256 i; i < weights.length; ++i) {
            if (weights[i] == 0) revert IEdgeRegistry.EdgeRegistry_ZeroWeight(i);
        }
        uint256 sum = Weights.sumOf(weights);
        if (sum != WAD) revert IEdgeRegistry.EdgeRegistry_InvalidSum(sum);
    }
}
