// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {FixedPointMathLib} from "solady/src/utils/FixedPointMathLib.sol";

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {WAD} from "../shared/Limits.sol";
import {Weights} from "../shared/Weights.sol";
import {EdgeBonds} from "./EdgeBonds.sol";
import {GraphState} from "./GraphState.sol";
import {Roster} from "./Roster.sol";

/// @title The reference P of a node: what all juries so far have made of the import (ER-60, ER-61)
/// @dev Prices and declarations never enter it. The root of P and J, rather than J: one jury moves it half of the way,
/// so that a few colluders need many rounds for what one would have brought them.
library References {
    /// @notice Returns the references of a roster after a round, before the list is cut: `sqrt(P_j J_j)` for what the
    /// jury has compared, P_j for the others. They sum to no more than 1e18; who writes them normalises.
    function settled(
        GraphState.Graph storage g,
        uint256 round,
        bytes32 node,
        IEdgeRegistry.Outcome calldata outcome
    ) internal view returns (uint256[] memory references) {
        references = Roster.references(g, round, node);
        if (outcome.verdict.length == 0) return references;
        for (uint256 j; j < references.length; ++j) {
            if ((outcome.compared >> j) & 1 != 0) references[j] = _mean(references[j], outcome.verdict[j]);
        }
    }

    /// @notice Makes `weights`, floored and normalised, the references of the list that a round has written.
    function write(
        GraphState.Graph storage g,
        uint256 round,
        bytes32 node,
        IEdgeRegistry.Outcome calldata outcome,
        uint256[] memory weights
    ) internal {
        GraphState.Reference storage moved = g.references[node][round];
        moved.originality = uint64(_originality(g, round, node, outcome)); // at most 1e18
        moved.weights = Weights.store(Weights.pack(Roster.floored(weights)));
    }

    function _originality(
        GraphState.Graph storage g,
        uint256 round,
        bytes32 node,
        IEdgeRegistry.Outcome calldata outcome
    ) private view returns (uint256) {
        uint256 before = Roster.lastOriginality(g, round, node);
        if (outcome.originalityVerdict > WAD) return before;
        uint256[] memory both = EdgeBonds.pair(before);
        uint256[] memory verdict = EdgeBonds.pair(outcome.originalityVerdict);
        for (uint256 j; j < 2; ++j) {
            both[j] = _mean(both[j], verdict[j]);
        }
        return Roster.floored(both)[0];
    }

    function _mean(uint256 x, uint256 y) private pure returns (uint256) {
        return FixedPointMathLib.sqrt(x * y); // in WAD, as both are; rounded down
    }
}
