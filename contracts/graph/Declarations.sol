// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {WAD} from "../shared/Limits.sol";
import {Weights} from "../shared/Weights.sol";
import {EdgeBonds} from "./EdgeBonds.sol";
import {GraphState} from "./GraphState.sol";
import {ListRules} from "./ListRules.sol";
import {Roster} from "./Roster.sol";

/// @title What maintainers declare: weights of their children, and their originality (ER-30, ER-32)
/// @dev Linked, so that `EdgeRegistry` stays below the limit of a contract's size.
library Declarations {
    using GraphState for GraphState.Graph;
    using SafeCast for uint256;

    /// @dev Declared as an originality, it leaves the originality as it was.
    uint256 private constant KEEP = type(uint256).max;

    /* DECLARATIONS */

    /// @notice See {IEdgeRegistry-declare}.
    function declare(
        GraphState.Graph storage g,
        uint256 round,
        EdgeBonds.Terms calldata terms,
        bytes32 node,
        uint256[] calldata weights,
        uint256 originality
    ) external returns (uint256 bond) {
        if (node == g.target || !Roster.hasMarket(g, round, node)) revert IEdgeRegistry.EdgeRegistry_NotSeed(node);
        Roster.requireStays(g, round, node);
        _markDeclared(g, round, node);
        g.touch(node, round);
        GraphState.Declaration storage declaration = g.intakes[round][node].declaration;
        declaration.declarer = msg.sender;

        bond = _declareWeights(g, round, node, terms.b, weights);
        declaration.weightBond = bond.toUint128();
        uint256 originalityBond;
        if (originality != KEEP) {
            if (originality > WAD) revert IEdgeRegistry.EdgeRegistry_InvalidOriginality(originality);
            originality = Roster.clamped(originality);
            originalityBond = EdgeBonds.changeBond(
                terms.originalityB,
                EdgeBonds.pair(Roster.lastOriginality(g, round, node)),
                EdgeBonds.pair(originality)
            );
            declaration.originality = originality.toUint64();
            declaration.originalityBond = originalityBond.toUint128();
        }
        emit IEdgeRegistry.Declared(round, node, msg.sender, weights, declaration.originality, bond, originalityBond);
        bond += originalityBond;
    }

    /// @notice See {IEdgeRegistry-declareChildren}.
    function declareChildren(
        GraphState.Graph storage g,
        uint256 round,
        bytes32 node,
        bytes32[] calldata children,
        uint256[] calldata weights,
        uint256 originality
    ) external {
        if (!g.isKnown(node)) revert IEdgeRegistry.EdgeRegistry_UnknownNode(node);
        if (Roster.hasMarket(g, round, node) || g.nodes[node].touched == round) {
            revert IEdgeRegistry.EdgeRegistry_HasMarket(node);
        }
        g.requireSettled(node);
        _markDeclared(g, round, node);
        if (originality > WAD) revert IEdgeRegistry.EdgeRegistry_InvalidOriginality(originality);
        for (uint256 i; i < children.length; ++i) {
            if (g.nodes[children[i]].optOut != 0) revert IEdgeRegistry.EdgeRegistry_OptedOut(children[i]);
        }
        if (children.length + weights.length == 0) {
            g.writeList(node, round, WAD, children, weights);
        } else {
            ListRules.take(g, node, round, originality, children, weights);
        }
    }

    /* PRIVATE */

    function _markDeclared(GraphState.Graph storage g, uint256 round, bytes32 node) private {
        GraphState.Node storage n = g.nodes[node];
        if (n.declared == round) revert IEdgeRegistry.EdgeRegistry_AlreadyDeclared(node, round);
        n.declared = round.toUint32();
    }

    /// @dev Stores declared weights of the funded children; returns their bond. With all opt-outs of the round applied,
    /// nobody leaves the roster any more, so the weights stay in line with it.
    function _declareWeights(
        GraphState.Graph storage g,
        uint256 round,
        bytes32 node,
        uint256 b,
        uint256[] memory weights
    ) private returns (uint256 bond) {
        (bytes32[] memory children, uint256[] memory previous) = Roster.funded(g, round, node);
        if (children.length == 0) revert IEdgeRegistry.EdgeRegistry_NoChildren(node);
        for (uint256 i; i < children.length; ++i) {
            Roster.requireStays(g, round, children[i]);
        }
        if (weights.length == 0) return 0;
        if (weights.length != children.length) {
            revert IEdgeRegistry.EdgeRegistry_WrongLength(children.length, weights.length);
        }
        ListRules.checkWeights(weights);
        g.intakes[round][node].declaration.weights = Weights.store(Weights.pack(weights));
        return EdgeBonds.changeBond(b, previous, Roster.floored(weights));
    }
}
