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
        uint256[] verdict; // the jury's word; empty: it has none
        uint256 compared; // bitmap of the outcomes that the jury has compared
    }

    /// @notice See {IRounds-settleTarget}.
    function settleTarget(RoundState.State storage s, RoundState.Wiring calldata wiring, uint256 round) external {
        IRounds.Selection storage selection = s.selections[round][IRounds.Kind.Weight];
        IEdgeRegistry.Outcome memory outcome;
        outcome.liquidity = selection.b;
        outcome.share = WAD;
        outcome.originalityPayout = NO_PAYOUT;
        outcome.originalityVerdict = NO_PAYOUT;
        (outcome.weights, outcome.payouts) = FinalWeights.seeds(selection, _sources(wiring), s.config.policy);
        (outcome.verdict, outcome.compared) = FinalWeights.verdictOf(_sources(wiring), selection.market);
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
        (outcome.verdict, outcome.compared) = (children.verdict, children.compared);
        outcome.originalityVerdict = originality.compared == 3 ? originality.verdict[0] : NO_PAYOUT;
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
        FinalWeights.Sources memory sources = _sources(wiring);
        (answer.weights, answer.payouts, answer.share) = FinalWeights.node(selection, sources, market, index);
        if (answer.share != 0) (answer.verdict, answer.compared) = FinalWeights.verdictOf(sources, market);
    }

    /// @notice See {IRounds-getReference}.
    function referenceOf(
        RoundState.State storage s,
        RoundState.Wiring calldata wiring,
        uint256 market
    ) external view returns (uint256[] memory weights) {
        RoundState.Question memory question = s.questions[market];
        uint256 round = question.round;
        if (round == 0) revert IRounds.Rounds_UnknownMarket(market);
        bytes32 node = wiring.target;
        if (question.kind != IRounds.Kind.Weight) node = wiring.registry.rosterAt(round, node, question.index);
        if (question.kind != IRounds.Kind.Originality) return wiring.registry.references(round, node);
        weights = new uint256[](2);
        weights[0] = wiring.registry.originalityReference(round, node);
        weights[1] = WAD - weights[0];
    }

    function _sources(RoundState.Wiring calldata wiring) private pure returns (FinalWeights.Sources memory) {
        return FinalWeights.Sources(wiring.markets, wiring.jury);
    }
}
