// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {ChildList} from "./ChildList.sol";
import {GraphState} from "./GraphState.sol";

/// @title Levels: what keeps the graph free of cycles
/// @dev Invariant: every edge of a last list, and of a candidate that waits for its settlement, goes to a deeper level.
/// - A level changes only by growing, which breaks no edge that leads to the node.
/// - {raise} looks at all edges that leave the node: each child is deeper, or has no edges itself and is pushed.
/// - An edge is accepted after the parent was marked as one and its child put below it; so if raising the child pushed
///   the parent's parent or the parent, the check at the end would see it.
/// A list that is replaced by a later one counts no more; those of one round hold together at the end of its
/// Registration, so there is no cycle in what a round pays by.
library Levels {
    using GraphState for GraphState.Graph;
    using SafeCast for uint256;

    uint256 internal constant MAX_STEPS = 256;

    /// @notice Puts `child` below `parent`, so that there can be an edge; raises it if need be and possible.
    /// @param push Whether a child that is a parent itself may be raised too, with up to 256 of its own.
    function place(GraphState.Graph storage g, bytes32 parent, bytes32 child, bool push) internal {
        if (child == GraphState.UNKNOWN) return;
        g.nodes[parent].isParent = true;
        uint256 level = uint256(g.nodes[parent].level) + 1;
        if (g.nodes[child].level < level) {
            if (g.nodes[child].isParent && !push) _violate(g, parent, child);
            raise(g, child, level);
        }
        if (g.nodes[child].level <= g.nodes[parent].level) _violate(g, parent, child);
    }

    /// @notice Raises `node` to `level`, and its children that have none themselves to the next.
    function raise(GraphState.Graph storage g, bytes32 node, uint256 level) internal {
        if (node == g.target) revert IEdgeRegistry.EdgeRegistry_InvalidChild(node, node);
        GraphState.Node storage n = g.nodes[node];
        if (n.level >= level) return;
        n.level = level.toUint64();
        emit IEdgeRegistry.LevelRaised(node, level);
        if (!n.isParent) return;

        bytes32[] memory children = ChildList.readIds(g.lastCheckpoint(node).list);
        for (uint256 i; i < children.length; ++i) {
            _push(g, node, children[i], level);
        }
        if (n.touched == n.settled) return;
        IEdgeRegistry.Candidate[] storage candidates = g.intakes[n.touched][node].candidates;
        uint256 length = candidates.length;
        for (uint256 i; i < length; ++i) {
            _push(g, node, candidates[i].child, level);
        }
    }

    function _push(GraphState.Graph storage g, bytes32 parent, bytes32 child, uint256 level) private {
        GraphState.Node storage n = g.nodes[child];
        if (n.level > level || child == GraphState.UNKNOWN) return;
        if (n.isParent) _violate(g, parent, child);
        n.level = (level + 1).toUint64();
        emit IEdgeRegistry.LevelRaised(child, level + 1);
    }

    function _violate(GraphState.Graph storage g, bytes32 parent, bytes32 child) private view {
        revert IEdgeRegistry.EdgeRegistry_LevelViolation(parent, child, g.nodes[parent].level, g.nodes[child].level);
    }
}
