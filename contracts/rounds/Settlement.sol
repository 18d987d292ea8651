// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {IRounds} from "../interfaces/IRounds.sol";
import {WAD} from "../shared/Limits.sol";
import {FinalWeights} from "./FinalWeights.sol";
import {RoundState} from "./RoundState.sol";

/// @title What a round comes to: the answers of its markets and of the jury, handed to the graph (RO-20 to RO-23)
/// @dev Linked, so that `Rounds` stays below the limit of a contract's size.
library Settlement {
    using RoundState for IRounds.Selection;

    /// @dev Stands for the payout of a question that nobody was asked, which no payout reaches.
    uint256 private constant NO_PAYOUT = type(uint256).max;

    /// @dev What a question came to.
    struct Answer {
        uint256[] weights; // empty: nobody was asked
        uint256[] payouts; // what its market paid; empty: it had no pool to lose anything, or was not selected
        uint256 share; // what its selection token pays, in WAD
    }

    /// @notice See {IRounds-settleTarget}.
    function settleTarget(RoundState.State storage s, RoundState.Wiring calldata wiring, uint256 round) external {
        IRounds.Selection storage selection = s.selections[round][IRounds.Kind.Weight];
        IEdgeRegistry.Outcome memory outcome;
        outcome.liquidity = selection.b;
        outcome.share = WAD;
        outcome.originalityPayout = NO_PAYOUT;
        (outcome.weights, outcome.payouts) = FinalWeights.seeds(selection, _sources(wiring), s.config.policy);
        _settle(wiring, round, wiring.target, outcome);
    }

    /// @notice See {IRounds-settleSeed}.
    function settleSeed(
        RoundState.State storage s,
        RoundState.Wiring calldata wiring,
        uint256 round,
        uint256 index
    ) external {
        bytes32 node = wiring.registry.rosterAt(round, wiring.target, index);
        Answer memory children = _answerOf(s, wiring, round, IRounds.Kind.Children, index);
        Answer memory originality = _answerOf(s, wiring, round, IRounds.Kind.Originality, index);
        IEdgeRegistry.Outcome memory outcome;
        outcome.liquidity = s.selections[round][IRounds.Kind.Children].b;
        outcome.originalityLiquidity = s.selections[round][IRounds.Kind.Originality].b;
        (outcome.weights, outcome.payouts, outcome.share) = (children.weights, children.payouts, children.share);
        outcome.originality =
            originality.weights.length == 0 ? wiring.registry.originalityRate(round, node) : originality.weights[0];
        outcome.originalityPayout = originality.payouts.length == 0 ? NO_PAYOUT : originality.payouts[0];
        outcome.originalityShare = originality.share;
        _settle(wiring, round, node, outcome);
    }

    function _settle(
        RoundState.Wiring calldata wiring,
        uint256 round,
        bytes32 node,
        IEdgeRegistry.Outcome memory outcome
    ) private {
        emit IRounds.NodeSettled(round, node, wiring.registry.settle(round, node, outcome));
    }

    /// @dev Returns the answer to a question about seed `index`; without a market nobody was asked (RO-20).
    function _answerOf(
        RoundState.State storage s,
        RoundState.Wiring calldata wiring,
        uint256 round,
        IRounds.Kind kind,
        uint256 index
    ) private view returns (Answer memory answer) {
        uint256 market = s.nodeMarkets[round][kind][index];
        if (market == 0) return answer;
        IRounds.Selection storage selection = s.selections[round][kind];
        if (!selection.isFixed()) revert IRounds.Rounds_SelectionPending(round, kind);
        (answer.weights, answer.payouts, answer.share) = FinalWeights.node(selection, _sources(wiring), market, index);
    }

    function _sources(RoundState.Wiring calldata wiring) private pure returns (FinalWeights.Sources memory) {
        return FinalWeights.Sources(wiring.markets, wiring.jury);
    }
}
