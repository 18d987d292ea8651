// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {IRounds} from "../interfaces/IRounds.sol";
import {Edges} from "./Edges.sol";
import {GraphState} from "./GraphState.sol";
import {GraphViews} from "./GraphViews.sol";
import {RegistryState} from "./RegistryState.sol";

/// @title What can be read of the graph: rosters of a round, lists that a round has settled, bonds
abstract contract RegistryViews is RegistryState {
    /* ROSTERS */

    /// @inheritdoc IEdgeRegistry
    function rosterSize(uint256 round, bytes32 node) external view returns (uint256) {
        return GraphViews.rosterSize(_graph, round, node);
    }

    /// @inheritdoc IEdgeRegistry
    function rosterAt(uint256 round, bytes32 node, uint256 index) external view returns (bytes32 child) {
        return GraphViews.rosterAt(_graph, round, node, index);
    }

    /// @inheritdoc IEdgeRegistry
    function roster(
        uint256 round,
        bytes32 node
    ) external view returns (bytes32[] memory children, uint256[] memory rates) {
        return GraphViews.roster(_graph, round, node);
    }

    /// @inheritdoc IEdgeRegistry
    function references(uint256 round, bytes32 node) external view returns (uint256[] memory) {
        return GraphViews.references(_graph, round, node);
    }

    /// @inheritdoc IEdgeRegistry
    function originalityReference(uint256 round, bytes32 node) external view returns (uint256) {
        return GraphViews.originalityReference(_graph, round, node);
    }

    /// @inheritdoc IEdgeRegistry
    function originalityRate(uint256 round, bytes32 node) external view returns (uint256) {
        return GraphViews.originalityRate(_graph, round, node);
    }

    /// @inheritdoc IEdgeRegistry
    function isSeed(uint256 round, bytes32 node) external view returns (bool) {
        return GraphViews.isSeed(_graph, round, node);
    }

    /// @inheritdoc IEdgeRegistry
    function getCandidates(uint256 round, bytes32 parent) external view returns (Candidate[] memory) {
        return _graph.intakes[round][parent].candidates;
    }

    /// @inheritdoc IEdgeRegistry
    function getDeclaration(uint256 round, bytes32 node) external view returns (DeclarationView memory) {
        return GraphViews.getDeclaration(_graph, round, node);
    }

    /// @inheritdoc IEdgeRegistry
    function bondOf(bytes32 parent, uint256 rate) external view returns (uint256 slotBond, uint256 rateBond) {
        uint256 round = _rounds.current();
        return Edges.bondOf(_graph, round, _terms(round, parent), parent, rate);
    }

    /* LISTS */

    /// @inheritdoc IEdgeRegistry
    function originalityAt(uint256 round, bytes32 node) external view returns (uint256) {
        _requireSettled(round, node);
        return GraphViews.originalityAt(_graph, round, node);
    }

    /// @inheritdoc IEdgeRegistry
    function childCountAt(uint256 round, bytes32 node) external view returns (uint256) {
        _requireSettled(round, node);
        return GraphViews.childCountAt(_graph, round, node);
    }

    /// @inheritdoc IEdgeRegistry
    function childAt(uint256 round, bytes32 node, uint256 index) external view returns (bytes32 child, uint256 weight) {
        _requireSettled(round, node);
        return GraphViews.childAt(_graph, round, node, index);
    }

    /// @inheritdoc IEdgeRegistry
    function childrenAt(
        uint256 round,
        bytes32 node
    ) external view returns (bytes32[] memory children, uint256[] memory weights) {
        _requireSettled(round, node);
        return GraphViews.childrenAt(_graph, round, node);
    }

    /// @inheritdoc IEdgeRegistry
    function getNode(bytes32 node) external view returns (NodeView memory) {
        return GraphViews.getNode(_graph, node);
    }

    /// @inheritdoc IEdgeRegistry
    function isSettled(uint256 round, bytes32 node) public view returns (bool) {
        if (round == 0) return isSealed;
        GraphState.Node storage n = _graph.nodes[node];
        // What waits for the settlement of a round leaves the rounds after it open too: its list is written for all.
        if (n.touched <= round && n.settled < n.touched) return false;
        return _rounds.phaseOf(round) == IRounds.Phase.Settled;
    }

    /* PRIVATE */

    function _requireSettled(uint256 round, bytes32 node) private view {
        if (!isSettled(round, node)) revert EdgeRegistry_NotSettled(node, round);
    }
}
