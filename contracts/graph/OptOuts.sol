// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {IRounds} from "../interfaces/IRounds.sol";
import {Weights} from "../shared/Weights.sol";
import {ChildList} from "./ChildList.sol";
import {GraphState} from "./GraphState.sol";
import {Roster} from "./Roster.sol";

/// @title Projects that leave the lists of their parents at the wish of their maintainers (ER-43)
/// @dev Linked, so that `EdgeRegistry` stays below the limit of a contract's size.
library OptOuts {
    using GraphState for GraphState.Graph;

    /// @notice See {IEdgeRegistry-applyOptOut}.
    function applyOptOut(
        GraphState.Graph storage g,
        uint256 round,
        IRounds.Phase phase,
        bytes32 parent,
        bytes32 child
    ) external {
        uint256 from = g.nodes[child].optOut;
        if (from == 0 || from > round) revert IEdgeRegistry.EdgeRegistry_NotOptedOut(child, from);
        bool hasMarket = Roster.hasMarket(g, round, parent);
        bool registering = phase == IRounds.Phase.Registration;
        if (phase < IRounds.Phase.Registration || phase > IRounds.Phase.Challenge || registering != hasMarket) {
            revert IEdgeRegistry.EdgeRegistry_WrongPhase(round, phase);
        }
        if (hasMarket) {
            Roster.requireStays(g, round, parent);
            g.touch(parent, round);
            address list = g.checkpointBefore(parent, round).list;
            uint256 i = ChildList.find(list, child);
            uint128 removed = g.intakes[round][parent].removed;
            if (i == ChildList.count(list) || (removed >> i) & 1 != 0) {
                revert IEdgeRegistry.EdgeRegistry_NotChild(parent, child);
            }
            g.intakes[round][parent].removed = removed | uint128(1 << i); // i is below 128
        } else {
            _takeOff(g, round, parent, child);
        }
        emit IEdgeRegistry.OptOutApplied(round, parent, child);
    }

    /// @dev Takes a child off the list of a node without market, from `round` on; its weight is spread in proportion.
    function _takeOff(GraphState.Graph storage g, uint256 round, bytes32 parent, bytes32 child) private {
        if (g.nodes[parent].touched == round) revert IEdgeRegistry.EdgeRegistry_HasMarket(parent);
        g.requireSettled(parent);
        GraphState.Checkpoint memory last = g.lastCheckpoint(parent);
        (bytes32[] memory listed, uint256[] memory weights) = ChildList.read(last.list);
        uint256 out = ChildList.find(last.list, child);
        if (out == listed.length) revert IEdgeRegistry.EdgeRegistry_NotChild(parent, child);

        uint256 length = listed.length - 1;
        bytes32[] memory children = new bytes32[](length);
        uint256[] memory left = new uint256[](length);
        uint256 sum;
        for (uint256 i; i < length; ++i) {
            uint256 from = i < out ? i : i + 1;
            (children[i], left[i]) = (listed[from], weights[from]);
            sum += left[i];
        }
        if (length != 0) left = sum == 0 ? Roster.floored(left) : Weights.normalise(left);
        g.writeList(parent, round, last.originality, children, left);
    }
}
