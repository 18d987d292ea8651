// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {TransientSlot} from "@openzeppelin/contracts/utils/TransientSlot.sol";

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {IRounds} from "../interfaces/IRounds.sol";
import {ChildList} from "./ChildList.sol";
import {EdgeBonds} from "./EdgeBonds.sol";
import {EdgeSettlement} from "./EdgeSettlement.sol";
import {GraphState} from "./GraphState.sol";
import {Levels} from "./Levels.sol";
import {Weights} from "../shared/Weights.sol";
import {Roster} from "./Roster.sol";

/// @title What is handed in to the graph: the genesis, edges, challenges, declarations, opt-outs
/// @dev Linked, so that `EdgeRegistry` stays below the limit of a contract's size.
library EdgeIntake {
    using GraphState for GraphState.Graph;
    using Math for uint256;
    using SafeCast for uint256;
    using TransientSlot for *;

    uint256 private constant WAD = 1e18;
    uint256 private constant MAX_PROJECT_BYTES = 512;
    /// @dev As an originality: as before.
    uint256 private constant KEEP = type(uint256).max;

    /// @dev What bonds are for.
    struct Terms {
        uint256 bondBase;
        uint256 b; // of the roster's pool
        uint256 originalityB;
    }

    /* GENESIS */

    /// @notice See {IEdgeRegistry-importNodes}; returns the hash chain so far.
    function importNodes(
        GraphState.Graph storage g,
        bytes32 chain,
        IEdgeRegistry.Import[] calldata nodes
    ) external returns (bytes32) {
        for (uint256 i; i < nodes.length; ++i) {
            IEdgeRegistry.Import calldata entry = nodes[i];
            bytes32 node = entry.node;
            bool started = g.checkpoints[g.target].length != 0;
            // After the target only what an edge led to, once.
            if (started ? g.nodes[node].level == 0 || g.checkpoints[node].length != 0 : node != g.target) {
                revert IEdgeRegistry.EdgeRegistry_WrongOrder(node);
            }
            if (entry.originality > (started ? WAD : 0)) {
                revert IEdgeRegistry.EdgeRegistry_InvalidOriginality(entry.originality);
            }
            if (entry.children.length == 0) revert IEdgeRegistry.EdgeRegistry_WrongLength(1, 0);
            _takeList(g, node, 0, entry.originality, entry.children, entry.weights);
            chain = keccak256(abi.encode(chain, node, entry.originality, entry.children, entry.weights));
        }
        return chain;
    }

    /* EDGES */

    /// @notice See {IEdgeRegistry-proposeEdge}.
    function propose(
        GraphState.Graph storage g,
        uint256 round,
        Terms calldata terms,
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
        stake = EdgeSettlement.stakeOf(candidate);
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
        bool market = _hasMarket(g, round, parent);
        bool registering = phase == IRounds.Phase.Registration;
        if (phase < IRounds.Phase.Registration || phase > IRounds.Phase.Challenge || registering != market) {
            revert IEdgeRegistry.EdgeRegistry_WrongPhase(round, phase);
        }
        if (market) {
            _requireStays(g, round, parent);
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

    /* DECLARATIONS */

    /// @notice See {IEdgeRegistry-declare}.
    function declare(
        GraphState.Graph storage g,
        uint256 round,
        Terms calldata terms,
        bytes32 node,
        uint256[] calldata weights,
        uint256 originality
    ) external returns (uint256 bond) {
        if (node == g.target || !_hasMarket(g, round, node)) revert IEdgeRegistry.EdgeRegistry_NotSeed(node);
        _requireStays(g, round, node);
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
                EdgeSettlement.pair(Roster.lastOriginality(g, round, node)),
                EdgeSettlement.pair(originality)
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
        if (_hasMarket(g, round, node) || g.nodes[node].touched == round) {
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
            _takeList(g, node, round, originality, children, weights);
        }
    }

    /* VIEWS */

    /// @notice See {IEdgeRegistry-bondOf}.
    function bondOf(
        GraphState.Graph storage g,
        uint256 round,
        Terms calldata terms,
        bytes32 parent,
        uint256 rate
    ) public view returns (uint256 slotBond, uint256 rateBond) {
        uint256 least = _leastRate(g, round, parent);
        if (rate < least || rate > EdgeBonds.MAX_RATE) {
            revert IEdgeRegistry.EdgeRegistry_InvalidRate(rate, least, EdgeBonds.MAX_RATE);
        }
        GraphState.Intake storage intake = g.intakes[round][parent];
        slotBond = EdgeBonds.slotBond(terms.bondBase, intake.candidates.length + 1, intake.rates + rate);
        rateBond = EdgeBonds.rateBond(terms.b, rate);
    }

    /* PRIVATE */

    /// @dev ER-10, but for the rate.
    function _checkCandidate(GraphState.Graph storage g, uint256 round, bytes32 parent, bytes32 child) private view {
        if (parent == GraphState.UNKNOWN || !_hasMarket(g, round, parent)) {
            revert IEdgeRegistry.EdgeRegistry_NotSeed(parent);
        }
        _requireStays(g, round, parent);
        if (child == g.target || child == GraphState.UNKNOWN || child == parent) {
            revert IEdgeRegistry.EdgeRegistry_InvalidChild(parent, child);
        }
        if (g.nodes[child].optOut != 0) revert IEdgeRegistry.EdgeRegistry_OptedOut(child);
        if (Roster.contains(g, round, parent, child)) {
            revert IEdgeRegistry.EdgeRegistry_DuplicateChild(parent, child);
        }
        // Its free list holds from this round, its roster would be of the list before.
        if (parent == g.target && g.nodes[child].declared == round) {
            revert IEdgeRegistry.EdgeRegistry_AlreadyDeclared(child, round);
        }
    }

    /// @dev Whether `node` is the target or in its roster, as it is now.
    function _hasMarket(GraphState.Graph storage g, uint256 round, bytes32 node) private view returns (bool) {
        g.requireSettledBefore(g.target, round);
        return node == g.target || Roster.contains(g, round, g.target, node);
    }

    /// @dev A seed whose opt-out has begun may leave the roster at any moment, and nothing would settle it then: no
    /// bond and no opt-out of another may wait for it.
    function _requireStays(GraphState.Graph storage g, uint256 round, bytes32 node) private view {
        uint256 from = g.nodes[node].optOut;
        if (from != 0 && from <= round) revert IEdgeRegistry.EdgeRegistry_OptedOut(node);
    }

    /// @dev The least rate of a candidate: of 128 funded children none outranks it.
    function _leastRate(GraphState.Graph storage g, uint256 round, bytes32 parent) private view returns (uint256) {
        address list = g.checkpointBefore(parent, round).list;
        if (ChildList.count(list) < ChildList.MAX || g.intakes[round][parent].removed != 0) return EdgeBonds.MIN_RATE;
        (, uint256[] memory weights) = ChildList.read(list);
        uint256 least = WAD;
        for (uint256 i; i < weights.length; ++i) {
            least = Math.min(least, weights[i]);
        }
        return Math.max(least, EdgeBonds.MIN_RATE);
    }

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
            _requireStays(g, round, children[i]);
        }
        if (weights.length == 0) return 0;
        if (weights.length != children.length) {
            revert IEdgeRegistry.EdgeRegistry_WrongLength(children.length, weights.length);
        }
        _checkWeights(weights);
        g.intakes[round][node].declaration.weights = Weights.store(Weights.pack(weights));
        return EdgeBonds.changeBond(b, previous, Roster.floored(weights));
    }

    /// @dev Checks a list and makes it the node's from `round` on.
    function _takeList(
        GraphState.Graph storage g,
        bytes32 node,
        uint256 round,
        uint256 originality,
        bytes32[] memory children,
        uint256[] memory weights
    ) private {
        uint256 length = children.length;
        if (length > ChildList.MAX) revert IEdgeRegistry.EdgeRegistry_WrongLength(ChildList.MAX, length);
        if (weights.length != length) revert IEdgeRegistry.EdgeRegistry_WrongLength(length, weights.length);
        _checkWeights(weights);
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

    function _checkWeights(uint256[] memory weights) private pure {
        uint256 sum;
        for (uint256 i; i < weights.length; ++i) {
            if (weights[i] == 0) revert IEdgeRegistry.EdgeRegistry_ZeroWeight(i);
            // Saturating: a sum that would overflow is reported as the largest number, it is wrong in any case.
            sum = sum.saturatingAdd(weights[i]);
        }
        if (sum != WAD) revert IEdgeRegistry.EdgeRegistry_InvalidSum(sum);
    }
}
