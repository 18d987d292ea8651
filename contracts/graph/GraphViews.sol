// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {SSTORE2} from "solady/src/utils/SSTORE2.sol";

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {WAD} from "../shared/Limits.sol";
import {Weights} from "../shared/Weights.sol";
import {ChildList} from "./ChildList.sol";
import {GraphState} from "./GraphState.sol";
import {Roster} from "./Roster.sol";

/// @title The views of `EdgeRegistry`: see {IEdgeRegistry}
/// @dev Linked, so that `EdgeRegistry` stays below the limit of a contract's size.
library GraphViews {
    using GraphState for GraphState.Graph;

    function rosterSize(GraphState.Graph storage g, uint256 round, bytes32 node) external view returns (uint256) {
        return Roster.size(g, round, node);
    }

    function rosterAt(
        GraphState.Graph storage g,
        uint256 round,
        bytes32 node,
        uint256 index
    ) external view returns (bytes32) {
        return Roster.childAt(g, round, node, index);
    }

    function roster(
        GraphState.Graph storage g,
        uint256 round,
        bytes32 node
    ) external view returns (bytes32[] memory, uint256[] memory) {
        return Roster.all(g, round, node);
    }

    function references(
        GraphState.Graph storage g,
        uint256 round,
        bytes32 node
    ) external view returns (uint256[] memory) {
        return Roster.references(g, round, node);
    }

    function originalityReference(
        GraphState.Graph storage g,
        uint256 round,
        bytes32 node
    ) external view returns (uint256) {
        return Roster.lastOriginality(g, round, node);
    }

    function originalityRate(GraphState.Graph storage g, uint256 round, bytes32 node) external view returns (uint256) {
        return Roster.originality(g, round, node);
    }

    function originalityAt(GraphState.Graph storage g, uint256 round, bytes32 node) external view returns (uint256) {
        if (node == g.target) return 0;
        GraphState.Checkpoint memory checkpoint = g.checkpointBefore(node, round + 1);
        return checkpoint.list == address(0) ? WAD : checkpoint.originality;
    }

    function childCountAt(GraphState.Graph storage g, uint256 round, bytes32 node) external view returns (uint256) {
        return ChildList.count(g.checkpointBefore(node, round + 1).list);
    }

    function childAt(
        GraphState.Graph storage g,
        uint256 round,
        bytes32 node,
        uint256 index
    ) external view returns (bytes32 child, uint256 weight) {
        address list = g.checkpointBefore(node, round + 1).list;
        uint256 length = ChildList.count(list);
        if (index >= length) revert IEdgeRegistry.EdgeRegistry_InvalidIndex(index, length);
        return (ChildList.idAt(list, index), ChildList.weightAt(list, index));
    }

    function childrenAt(
        GraphState.Graph storage g,
        uint256 round,
        bytes32 node
    ) external view returns (bytes32[] memory, uint256[] memory) {
        return ChildList.read(g.checkpointBefore(node, round + 1).list);
    }

    function isSeed(GraphState.Graph storage g, uint256 round, bytes32 node) external view returns (bool) {
        return Roster.contains(g, round, g.target, node);
    }

    function getNode(GraphState.Graph storage g, bytes32 node) external view returns (IEdgeRegistry.NodeView memory) {
        GraphState.Node storage n = g.nodes[node];
        return
            IEdgeRegistry.NodeView({
                known: g.isKnown(node),
                level: n.level,
                touchedRound: n.touched,
                settledRound: n.settled,
                optOutRound: n.optOut,
                declaredRound: n.declared
            });
    }

    function getDeclaration(
        GraphState.Graph storage g,
        uint256 round,
        bytes32 node
    ) external view returns (IEdgeRegistry.DeclarationView memory) {
        GraphState.Declaration storage declaration = g.intakes[round][node].declaration;
        address weights = declaration.weights;
        return
            IEdgeRegistry.DeclarationView({
                declarer: declaration.declarer,
                originality: declaration.originality,
                weights: weights == address(0) ? new uint256[](0) : Weights.unpack(SSTORE2.read(weights)),
                weightBond: declaration.weightBond,
                originalityBond: declaration.originalityBond
            });
    }
}
