// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {LibBit} from "solady/src/utils/LibBit.sol";
import {SSTORE2} from "solady/src/utils/SSTORE2.sol";

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {WAD} from "../shared/Limits.sol";
import {Weights} from "../shared/Weights.sol";
import {ChildList} from "./ChildList.sol";
import {EdgeBonds} from "./EdgeBonds.sol";
import {GraphState} from "./GraphState.sol";

/// @title The outcomes of a node's market, and their base rates
library Roster {
    using GraphState for GraphState.Graph;

    uint256 private constant MIN_ORIGINALITY = WAD / 100;
    uint256 private constant MAX_ORIGINALITY = WAD - WAD / 100;

    /// @notice See {IEdgeRegistry-rosterSize}.
    function size(GraphState.Graph storage g, uint256 round, bytes32 node) internal view returns (uint256) {
        return fundedSize(g, round, node) + g.intakes[round][node].candidates.length;
    }

    /// @notice Returns how many of the roster are no candidates; `UNKNOWN` may stand for them.
    function fundedSize(GraphState.Graph storage g, uint256 round, bytes32 node) internal view returns (uint256) {
        uint256 listed = ChildList.count(g.checkpointBefore(node, round).list);
        uint256 remaining = listed - LibBit.popCount(g.intakes[round][node].removed);
        if (remaining != 0) return remaining;
        return listed == 0 && g.intakes[round][node].candidates.length == 0 ? 0 : 1;
    }

    /// @notice See {IEdgeRegistry-rosterAt}.
    function childAt(
        GraphState.Graph storage g,
        uint256 round,
        bytes32 node,
        uint256 index
    ) internal view returns (bytes32) {
        GraphState.Intake storage intake = g.intakes[round][node];
        uint256 funded_ = fundedSize(g, round, node);
        if (index >= funded_) {
            index -= funded_;
            uint256 length = intake.candidates.length;
            if (index >= length) revert IEdgeRegistry.EdgeRegistry_InvalidIndex(index + funded_, funded_ + length);
            return intake.candidates[index].child;
        }
        address list = g.checkpointBefore(node, round).list;
        uint256 removed = intake.removed;
        if (removed == 0) return list == address(0) ? GraphState.UNKNOWN : ChildList.idAt(list, index);
        return
            LibBit.popCount(removed) == ChildList.count(list) ? GraphState.UNKNOWN : _remaining(list, removed, index);
    }

    /// @notice Returns whether `child` is in the roster of `node`.
    function contains(
        GraphState.Graph storage g,
        uint256 round,
        bytes32 node,
        bytes32 child
    ) internal view returns (bool) {
        GraphState.Intake storage intake = g.intakes[round][node];
        if (intake.positions[child] != 0) return true;
        address list = g.checkpointBefore(node, round).list;
        uint256 i = ChildList.find(list, child);
        return i < ChildList.count(list) && (intake.removed >> i) & 1 == 0;
    }

    /// @notice Returns whether `node` has a market in the round: it is the target, or in its roster as it is now.
    function hasMarket(GraphState.Graph storage g, uint256 round, bytes32 node) internal view returns (bool) {
        g.requireSettledBefore(g.target, round);
        return node == g.target || contains(g, round, g.target, node);
    }

    /// @notice Requires that `node` cannot leave the roster that it is in.
    /// @dev A seed whose opt-out has begun may leave at any moment, and nothing would settle it then: no bond and no
    /// opt-out of another may wait for it.
    function requireStays(GraphState.Graph storage g, uint256 round, bytes32 node) internal view {
        uint256 from = g.nodes[node].optOut;
        if (from != 0 && from <= round) revert IEdgeRegistry.EdgeRegistry_OptedOut(node);
    }

    /// @notice Returns the funded children of the roster, with their references: floored at 1e-5 and normalised.
    function funded(
        GraphState.Graph storage g,
        uint256 round,
        bytes32 node
    ) internal view returns (bytes32[] memory ids, uint256[] memory rates) {
        GraphState.Checkpoint memory last = g.checkpointBefore(node, round);
        (ids, rates) = ChildList.read(last.list);
        address moved = g.references[node][last.round].weights;
        if (moved != address(0)) rates = Weights.unpack(Weights.load(moved));
        (ids, rates) = _remainingOf(g, round, node, ids, rates);
        if (ids.length != 0) rates = floored(rates);
    }

    /// @dev Returns those of a list that were not removed, with their values; `UNKNOWN` if nobody is left.
    function _remainingOf(
        GraphState.Graph storage g,
        uint256 round,
        bytes32 node,
        bytes32[] memory listed,
        uint256[] memory values
    ) private view returns (bytes32[] memory ids, uint256[] memory left) {
        uint256 length = fundedSize(g, round, node);
        if (length == 0) return (ids, left);
        uint256 removed = g.intakes[round][node].removed;
        ids = new bytes32[](length);
        left = new uint256[](length);
        uint256 k;
        for (uint256 i; i < listed.length; ++i) {
            if ((removed >> i) & 1 != 0) continue;
            (ids[k], left[k]) = (listed[i], values[i]);
            ++k;
        }
        if (k == 0) (ids[0], left[0]) = (GraphState.UNKNOWN, WAD);
    }

    /// @notice Returns the children of the roster.
    function children(
        GraphState.Graph storage g,
        uint256 round,
        bytes32 node
    ) internal view returns (bytes32[] memory ids) {
        (bytes32[] memory base, ) = funded(g, round, node);
        IEdgeRegistry.Candidate[] storage candidates = g.intakes[round][node].candidates;
        ids = new bytes32[](base.length + candidates.length);
        for (uint256 i; i < ids.length; ++i) {
            ids[i] = i < base.length ? base[i] : candidates[i - base.length].child;
        }
    }

    /// @notice See {IEdgeRegistry-roster}.
    function all(
        GraphState.Graph storage g,
        uint256 round,
        bytes32 node
    ) internal view returns (bytes32[] memory ids, uint256[] memory rates) {
        (bytes32[] memory base, uint256[] memory weights) = funded(g, round, node);
        address declaration = g.intakes[round][node].declaration.weights;
        if (declaration != address(0)) weights = declared(declaration);
        return (children(g, round, node), _withCandidates(g, round, node, weights, base.length));
    }

    /// @notice See {IEdgeRegistry-references}.
    function references(
        GraphState.Graph storage g,
        uint256 round,
        bytes32 node
    ) internal view returns (uint256[] memory) {
        (bytes32[] memory base, uint256[] memory weights) = funded(g, round, node);
        return _withCandidates(g, round, node, weights, base.length);
    }

    /// @dev Returns the rates of a whole roster: each candidate's, and what it leaves to all before it (ER-6).
    function _withCandidates(
        GraphState.Graph storage g,
        uint256 round,
        bytes32 node,
        uint256[] memory weights,
        uint256 funded_
    ) private view returns (uint256[] memory rates) {
        IEdgeRegistry.Candidate[] storage candidates = g.intakes[round][node].candidates;
        uint256 count = candidates.length;
        if (count == 0) return weights;
        rates = new uint256[](funded_ + count);
        uint256 left = WAD;
        for (uint256 i = count; i > 0; --i) {
            uint256 rate = candidates[i - 1].rate;
            rates[funded_ + i - 1] = (rate * left) / WAD;
            left = (left * (WAD - rate)) / WAD;
        }
        for (uint256 i; i < funded_; ++i) {
            rates[i] = (weights[i] * left) / WAD;
        }
        return floored(rates);
    }

    /// @notice Returns the rates that were declared, floored at 1e-5 and normalised.
    function declared(address weights) internal view returns (uint256[] memory) {
        return floored(Weights.unpack(SSTORE2.read(weights)));
    }

    /// @notice Returns the base rate of the node's originality, within [0.01, 0.99].
    function originality(GraphState.Graph storage g, uint256 round, bytes32 node) internal view returns (uint256) {
        uint256 rate = g.intakes[round][node].declaration.originality;
        return rate != 0 ? rate : lastOriginality(g, round, node);
    }

    /// @notice Returns the reference of the node's originality, within [0.01, 0.99]: its base rate without the
    /// declaration of the round.
    function lastOriginality(GraphState.Graph storage g, uint256 round, bytes32 node) internal view returns (uint256) {
        GraphState.Checkpoint memory last = g.checkpointBefore(node, round);
        if (last.list == address(0)) return clamped(WAD);
        GraphState.Reference memory moved = g.references[node][last.round];
        return clamped(moved.weights == address(0) ? last.originality : moved.originality);
    }

    /// @notice Returns an originality within [0.01, 0.99].
    function clamped(uint256 x) internal pure returns (uint256) {
        return Math.min(Math.max(x, MIN_ORIGINALITY), MAX_ORIGINALITY);
    }

    /// @notice Scales weights to a sum of 1e18, raises each to 1e-5, and normalises: none is below 0.99e-5.
    /// @dev At most 256 weights, of a sum below 2^196.
    function floored(uint256[] memory weights) internal pure returns (uint256[] memory rates) {
        uint256 total;
        for (uint256 i; i < weights.length; ++i) {
            total += weights[i];
        }
        rates = new uint256[](weights.length);
        for (uint256 i; i < weights.length; ++i) {
            // Weights that are all 0 become equal parts.
            rates[i] = Math.max((weights[i] * WAD) / Math.max(total, 1), EdgeBonds.MIN_RATE);
        }
        return Weights.normalise(rates);
    }

    /// @dev The child of `list` that is number `index` of those that were not removed.
    function _remaining(address list, uint256 removed, uint256 index) private view returns (bytes32) {
        uint256 i;
        for (uint256 left = index + 1; ; ++i) {
            if ((removed >> i) & 1 == 0 && --left == 0) return ChildList.idAt(list, i);
        }
        // solhint-disable-next-line no-unreachable-code
        return 0;
    }
}
