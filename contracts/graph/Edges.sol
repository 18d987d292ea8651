// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {WAD} from "../shared/Limits.sol";
import {ChildList} from "./ChildList.sol";
import {EdgeBonds} from "./EdgeBonds.sol";
import {GraphState} from "./GraphState.sol";
import {Levels} from "./Levels.sol";
import {Roster} from "./Roster.sol";

/// @title Edges that are proposed and challenged in a round, and the levels that they need (ER-4, ER-10 to ER-14)
/// @dev Linked, so that `EdgeRegistry` stays below the limit of a contract's size.
library Edges {
    using GraphState for GraphState.Graph;
    using SafeCast for uint256;

    uint256 private constant MAX_PROJECT_BYTES = 512;

    /* EDGES */

    /// @notice See {IEdgeRegistry-proposeEdge}.
    function propose(
        GraphState.Graph storage g,
        uint256 round,
        EdgeBonds.Terms calldata terms,
        bytes32 parent,
        string calldata project,
        uint256 rate
    ) external returns (bytes32 child, uint256 bond) {
        uint256 length = bytes(project).length;
        if (length == 0 || length > MAX_PROJECT_BYTES) {
            revert IEdgeRegistry.EdgeRegistry_InvalidProject(length, MAX_PROJECT_BYTES);
        }
        child = keccak256(bytes(project));
        _checkCandidate(g, round, parent, child);
        (uint256 slotBond, uint256 rateBond) = bondOf(g, round, terms, parent, rate);
        bond = slotBond + rateBond;

        g.touch(parent, round);
        Levels.place(g, parent, child, true);
        GraphState.Intake storage intake = g.intakes[round][parent];
        intake.rates += rate.toUint64();
        intake.candidates.push(
            IEdgeRegistry.Candidate({
                child: child,
                proposer: msg.sender,
                rate: rate.toUint64(),
                slotBond: slotBond.toUint128(),
                rateBond: rateBond.toUint128(),
                challenger: address(0)
            })
        );
        uint256 position = intake.candidates.length;
        intake.positions[child] = position;
        emit IEdgeRegistry.EdgeProposed(
            round,
            parent,
            child,
            msg.sender,
            project,
            position - 1,
            rate,
            slotBond,
            rateBond
        );
    }

    /// @notice See {IEdgeRegistry-challengeEdge}.
    function challenge(
        GraphState.Graph storage g,
        uint256 round,
        bytes32 parent,
        bytes32 child
    ) external returns (uint256 stake) {
        GraphState.Intake storage intake = g.intakes[round][parent];
        uint256 position = intake.positions[child];
        if (position == 0) revert IEdgeRegistry.EdgeRegistry_NotCandidate(round, parent, child);
        IEdgeRegistry.Candidate storage candidate = intake.candidates[position - 1];
        address challenger = candidate.challenger;
        if (challenger != address(0)) {
            revert IEdgeRegistry.EdgeRegistry_AlreadyChallenged(parent, child, challenger);
        }
        candidate.challenger = msg.sender;
        stake = EdgeBonds.stakeOf(uint256(candidate.slotBond) + candidate.rateBond);
        emit IEdgeRegistry.EdgeChallenged(round, parent, child, msg.sender, stake);
    }

    /// @notice See {IEdgeRegistry-raiseLevel}.
    function raiseLevel(GraphState.Graph storage g, bytes32 node, bytes32 parent, uint256 steps) external {
        if (!g.isKnown(node)) revert IEdgeRegistry.EdgeRegistry_UnknownNode(node);
        if (!g.isKnown(parent)) revert IEdgeRegistry.EdgeRegistry_UnknownNode(parent);
        if (steps == 0 || steps > Levels.MAX_STEPS) {
            revert IEdgeRegistry.EdgeRegistry_InvalidSteps(steps, Levels.MAX_STEPS);
        }
        Levels.raise(g, node, g.nodes[parent].level + steps);
    }

    /* PUBLIC VIEW */

    /// @notice See {IEdgeRegistry-bondOf}.
    function bondOf(
        GraphState.Graph storage g,
        uint256 round,
        EdgeBonds.Terms calldata terms,
        bytes32 parent,
        uint256 rate
    ) public view returns (uint256 slotBond, uint256 rateBond) {
        uint256 least = _leastRate(g, round, parent);
        if (rate < least || rate > EdgeBonds.MAX_RATE) {
            revert IEdgeRegistry.EdgeRegistry_InvalidRate(rate, least, EdgeBonds.MAX_RATE);
        }
        GraphState.Intake storage intake = g.intakes[round][parent];
        (uint256 candidates, uint256 rates) = (intake.candidates.length + 1, intake.rates + rate);
        if (EdgeBonds.isFull(candidates, rates)) revert IEdgeRegistry.EdgeRegistry_QuotaFull(candidates, rates);
        slotBond = EdgeBonds.slotBond(terms.bondBase, candidates, rates);
        rateBond = EdgeBonds.rateBond(terms.b, rate);
    }

    /* PRIVATE */

    /// @dev Checks that `child` may be proposed under `parent`; its rate is checked by {bondOf} (ER-10).
    function _checkCandidate(GraphState.Graph storage g, uint256 round, bytes32 parent, bytes32 child) private view {
        if (parent == GraphState.UNKNOWN || !Roster.hasMarket(g, round, parent)) {
            revert IEdgeRegistry.EdgeRegistry_NotSeed(parent);
        }
        Roster.requireStays(g, round, parent);
        if (child == g.target || child == GraphState.UNKNOWN || child == parent) {
            revert IEdgeRegistry.EdgeRegistry_InvalidChild(parent, child);
        }
        if (g.nodes[child].optOut != 0) revert IEdgeRegistry.EdgeRegistry_OptedOut(child);
        if (Roster.contains(g, round, parent, child)) {
            revert IEdgeRegistry.EdgeRegistry_DuplicateChild(parent, child);
        }
        // A list that was declared freely holds from this round, the roster of a seed is that of the list before.
        if (parent == g.target && g.nodes[child].declared == round) {
            revert IEdgeRegistry.EdgeRegistry_AlreadyDeclared(child, round);
        }
    }

    /// @dev The least rate of a candidate, which none of 128 funded children may outrank (ER-10).
    function _leastRate(GraphState.Graph storage g, uint256 round, bytes32 parent) private view returns (uint256) {
        address list = g.checkpointBefore(parent, round).list;
        if (ChildList.count(list) < ChildList.MAX || g.intakes[round][parent].removed != 0) return EdgeBonds.MIN_RATE;
        (, uint256[] memory weights) = Roster.funded(g, round, parent);
        uint256 least = WAD;
        for (uint256 i; i < weights.length; ++i) {
            least = Math.min(least, weights[i]);
        }
        return Math.max(least, EdgeBonds.MIN_RATE);
    }
}
