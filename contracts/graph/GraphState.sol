// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {WAD} from "../shared/Limits.sol";
import {ChildList} from "./ChildList.sol";

/// @title What is stored of the graph, and how to read it
library GraphState {
    using SafeCast for uint256;

    bytes32 internal constant UNKNOWN = keccak256("UNKNOWN");

    /// @dev One slot. A node whose last round touched is after its last round settled waits for its settlement.
    struct Node {
        uint64 level; // 0: the target, or not in the graph
        uint32 touched; // last round that it took part in
        uint32 settled; // last round that it was settled for
        uint32 optOut; // first round in which it can be taken off lists; 0: it did not opt out
        uint32 declared; // last round that its maintainer declared in
        bool isParent; // has or had children or candidates: who raises it has to look at them
    }

    /// @dev One slot: the children of a node from a round on, until the next.
    struct Checkpoint {
        uint32 round;
        uint64 originality;
        address list;
    }

    /// @dev One slot: the reference P of a node from a round on (ER-60), where it is not the list's own.
    struct Reference {
        uint64 originality;
        address weights; // of the list's children, in its order, as {Weights} packs them; zero: those of the list
    }

    /// @dev What the maintainer of a node declared in one round, against which bonds.
    struct Declaration {
        address declarer;
        uint64 originality; // 0: not declared, it stays what it was
        uint128 weightBond;
        uint128 originalityBond;
        address weights; // of the roster's funded children, in its order, 8 bytes each; zero: not declared
    }

    /// @dev What happened to a node in one round.
    struct Intake {
        uint128 removed; // bit i: child i of the list before the round was taken off
        uint64 rates; // sum of the candidates' nominal rates
        IEdgeRegistry.Candidate[] candidates;
        mapping(bytes32 child => uint256) positions; // in `candidates`, from 1
        Declaration declaration;
    }

    struct Graph {
        bytes32 target;
        mapping(bytes32 node => Node) nodes;
        mapping(bytes32 node => Checkpoint[]) checkpoints;
        mapping(bytes32 node => mapping(uint256 round => Reference)) references; // by the round of a checkpoint
        mapping(uint256 round => mapping(bytes32 node => Intake)) intakes;
    }

    /// @notice Returns whether `node` is in the graph.
    function isKnown(Graph storage g, bytes32 node) internal view returns (bool) {
        return g.nodes[node].level != 0 || node == g.target;
    }

    /// @notice Returns the last checkpoint before `round`; an empty one if there is none.
    function checkpointBefore(
        Graph storage g,
        bytes32 node,
        uint256 round
    ) internal view returns (Checkpoint memory found) {
        Checkpoint[] storage all = g.checkpoints[node];
        uint256 high = all.length;
        if (high == 0) return found;
        found = all[high - 1];
        if (found.round < round) return found;
        uint256 low;
        --high;
        // Those before `low` are before `round`, those from `high` on are not.
        while (low < high) {
            uint256 middle = (low + high) / 2;
            if (all[middle].round < round) low = middle + 1;
            else high = middle;
        }
        if (low == 0) return Checkpoint({round: 0, originality: 0, list: address(0)});
        return all[low - 1];
    }

    /// @notice Returns the last checkpoint; an empty one if there is none.
    function lastCheckpoint(Graph storage g, bytes32 node) internal view returns (Checkpoint memory last) {
        Checkpoint[] storage all = g.checkpoints[node];
        if (all.length != 0) last = all[all.length - 1];
    }

    /// @notice Makes a list the node's from `round` on. The weights must sum to 1e18, or the list be empty.
    function writeList(
        Graph storage g,
        bytes32 node,
        uint256 round,
        uint256 originality,
        bytes32[] memory children,
        uint256[] memory weights
    ) internal {
        if (node == g.target) originality = 0;
        else if (children.length == 0) originality = WAD;
        Checkpoint memory checkpoint = Checkpoint({
            round: round.toUint32(),
            originality: originality.toUint64(),
            list: ChildList.write(children, weights)
        });
        Checkpoint[] storage all = g.checkpoints[node];
        uint256 length = all.length;
        if (length != 0 && all[length - 1].round == round) all[length - 1] = checkpoint;
        else all.push(checkpoint);
        emit IEdgeRegistry.ListWritten(round, node, originality, children, weights);
    }

    /// @notice Marks `node` as taking part in `round`.
    function touch(Graph storage g, bytes32 node, uint256 round) internal {
        Node storage n = g.nodes[node];
        if (n.touched == round) return;
        requireSettled(g, node);
        n.touched = round.toUint32();
        emit IEdgeRegistry.Touched(round, node);
    }

    /// @notice Requires that `node` waits for no settlement of another round than `round`.
    function requireSettledBefore(Graph storage g, bytes32 node, uint256 round) internal view {
        if (g.nodes[node].touched != round) requireSettled(g, node);
    }

    /// @notice Requires that `node` waits for no settlement.
    function requireSettled(Graph storage g, bytes32 node) internal view {
        Node storage n = g.nodes[node];
        if (n.touched > n.settled) revert IEdgeRegistry.EdgeRegistry_NotSettled(node, n.touched);
    }
}
