// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {WAD} from "../shared/Limits.sol";
import {GraphState} from "./GraphState.sol";
import {ListRules} from "./ListRules.sol";

/// @title The graph that a registry starts from (ER-1)
/// @dev Linked, so that `EdgeRegistry` stays below the limit of a contract's size.
library Genesis {
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
            ListRules.take(g, node, 0, entry.originality, entry.children, entry.weights);
            chain = keccak256(abi.encode(chain, node, entry.originality, entry.children, entry.weights));
        }
        return chain;
    }
}
