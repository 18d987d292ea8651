// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IConnected} from "./IConnected.sol";

/// @title EdgeRegistry: who depends on whom, by how much, and who answers for it
interface IEdgeRegistry is IConnected {
    /// @notice How a node's market went, for its bonds and its next weights; given by {IRounds}.
    /// @param weights Weights of all outcomes of the node's roster in this round, in WAD, sum exactly 1e18.
    /// @param payouts What the market of the roster was resolved to by a report, in WAD; empty: never opened or never
    /// reported.
    /// @param originality The node's originality from now, in WAD (ignored for the target and for childless nodes).
    /// @param originalityPayout What its originality market was resolved to (o), in WAD; type(uint256).max: never
    /// opened or never reported.
    /// @param liquidity b of the roster's pool, in units of money or of its selection token.
    /// @param share What one unit of the pool's asset was worth in money, in WAD: 1e18 for the target, 1e18 / c for
    /// others.
    /// @param originalityLiquidity b of the originality pool, in units.
    /// @param originalityShare 1e18 / s.
    struct Outcome {
        uint256[] weights;
        uint256[] payouts;
        uint256 originality;
        uint256 originalityPayout;
        uint256 liquidity;
        uint256 share;
        uint256 originalityLiquidity;
        uint256 originalityShare;
    }

    /* FOR ROUNDS */

    /// @notice Marks `node` as taking part in the current round, so that its weights are unknown until {settle}.
    /// @dev Requirements: the caller is the rounds; the node is settled as to earlier rounds. Idempotent in a round.
    function touch(bytes32 node) external;

    /// @notice Writes the final weights of `node` for `round`, settles the round's bonds of its edges and declarations,
    /// cuts to the top 128 and makes the result the base rates of the next round.
    /// @dev Requirements: the caller is the rounds; touched in `round`; not settled before.
    /// @return compensation What the round's sponsors are paid, in units of money; sent to the rounds.
    function settle(uint256 round, bytes32 node, Outcome calldata outcome) external returns (uint256 compensation);

    /* VIEWS */

    /// @notice The node whose credit is 1: what the graph is for.
    function TARGET() external view returns (bytes32);

    /// @notice Returns how many outcomes the roster of `node` has in `round`: funded children that did not opt out,
    /// then this round's candidates in order of acceptance. Final when Registration has ended.
    function rosterSize(uint256 round, bytes32 node) external view returns (uint256);

    /// @notice Returns the child that is outcome `index` of the roster.
    function rosterAt(uint256 round, bytes32 node, uint256 index) external view returns (bytes32 child);

    /// @notice Returns all children of the roster with their base rates, in WAD, floored at 1e-5 and normalised to
    /// exactly 1e18.
    function roster(
        uint256 round,
        bytes32 node
    ) external view returns (bytes32[] memory children, uint256[] memory rates);

    /// @notice Returns the base rate of the node's originality in `round`, in WAD, within [0.01, 0.99].
    function originalityRate(uint256 round, bytes32 node) external view returns (uint256);

    /// @notice Returns whether the final weights of `node` for `round` are known: the round has settled, and the node
    /// did not take part in it or was settled.
    function isSettled(uint256 round, bytes32 node) external view returns (bool);

    /// @notice Returns the originality of `node` by the final weights of `round`, in WAD: 0 for the target, 1e18 for a
    /// node without children.
    /// @dev Requirements: {isSettled}.
    function originalityAt(uint256 round, bytes32 node) external view returns (uint256);

    /// @notice Returns the number of children of `node` by the final weights of `round`, at most 128.
    /// @dev Requirements: {isSettled}.
    function childCountAt(uint256 round, bytes32 node) external view returns (uint256);

    /// @notice Returns child `index` of `node` and its weight, in WAD, by the final weights of `round`.
    /// @dev Requirements: {isSettled}; `index` below {childCountAt}.
    function childAt(uint256 round, bytes32 node, uint256 index) external view returns (bytes32 child, uint256 weight);

    /// @notice Returns all children of `node` and their weights, in WAD, sum exactly 1e18, by the final weights of
    /// `round`.
    /// @dev Requirements: {isSettled}.
    function childrenAt(
        uint256 round,
        bytes32 node
    ) external view returns (bytes32[] memory children, uint256[] memory weights);

    /// @notice The child that stands for dependencies nobody listed: its share goes back to the funding pool.
    function UNKNOWN() external view returns (bytes32);

    /// @notice Returns who is paid for `node`; zero: nobody yet.
    function payeeOf(bytes32 node) external view returns (address);
}
