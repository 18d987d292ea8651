// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {IRounds} from "../interfaces/IRounds.sol";
import {WAD} from "../shared/Limits.sol";
import {Estimate} from "./Estimate.sol";
import {FinalWeights} from "./FinalWeights.sol";
import {RoundState} from "./RoundState.sol";

/// @title What a round comes to: the answers of its markets and of the jury, handed to the graph (RO-20 to RO-23)
/// @dev Linked, so that `Rounds` stays below the limit of a contract's size.
library Settlement {
    using RoundState for IRounds.Selection;

    /// @dev Stands for the payout of a question that nobody was asked, which no payout reaches.
    uint256 private constant NO_PAYOUT = type(uint256).max;
    /// @dev Bitmap of the outcomes of an originality.
    uint256 private constant BOTH = 3;

    /* STEPS */

    /// @notice See {IRounds-settleTarget}.
    function settleTarget(RoundState.State storage s, RoundState.Wiring calldata wiring, uint256 round) external {
        IRounds.Selection storage selection = s.selections[round][IRounds.Kind.Weight];
        FinalWeights.Question memory question = _question(s, wiring, selection.market, true, selection.selected);
        FinalWeights.Answer memory seeds = FinalWeights.answer(_sources(wiring), _rules(s), question);
        IEdgeRegistry.Outcome memory outcome;
        outcome.liquidity = selection.b;
        outcome.share = WAD;
        outcome.originalityPayout = NO_PAYOUT;
        outcome.originalityVerdict = NO_PAYOUT;
        (outcome.weights, outcome.payouts) = (seeds.weights, seeds.payouts);
        (outcome.verdict, outcome.compared) = (seeds.verdict, seeds.compared);
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
        IEdgeRegistry.Outcome memory outcome;
        outcome.liquidity = s.selections[round][IRounds.Kind.Children].b;
        outcome.originalityLiquidity = s.selections[round][IRounds.Kind.Originality].b;

        FinalWeights.Answer memory answer;
        (answer, outcome.share) = _answerOf(s, wiring, round, IRounds.Kind.Children, index);
        (outcome.weights, outcome.payouts) = (answer.weights, answer.payouts);
        (outcome.verdict, outcome.compared) = (answer.verdict, answer.compared);

        (answer, outcome.originalityShare) = _answerOf(s, wiring, round, IRounds.Kind.Originality, index);
        outcome.originality =
            answer.weights.length == 0 ? wiring.registry.originalityReference(round, node) : answer.weights[0];
        outcome.originalityPayout = answer.payouts.length == 0 ? NO_PAYOUT : answer.payouts[0];
        outcome.originalityVerdict = answer.compared == BOTH ? answer.verdict[0] : NO_PAYOUT;
        _settle(wiring, round, node, outcome);
    }

    /* VIEWS */

    /// @notice See {IRounds-getReference}.
    function referenceOf(
        RoundState.State storage s,
        RoundState.Wiring calldata wiring,
        uint256 market
    ) public view returns (uint256[] memory weights) {
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

    /// @notice See {IRounds-getEstimate}.
    function estimateOf(
        RoundState.State storage s,
        RoundState.Wiring calldata wiring,
        uint256 market
    ) external view returns (uint256[] memory) {
        return Estimate.read(wiring.markets, market, referenceOf(s, wiring, market));
    }

    /// @notice See {IRounds-getFallbackPayouts}.
    function fallbackOf(
        RoundState.State storage s,
        RoundState.Wiring calldata wiring,
        uint256 market
    ) external view returns (uint256[] memory) {
        uint256[] memory references = referenceOf(s, wiring, market);
        return Estimate.geometricMean(references, Estimate.read(wiring.markets, market, references));
    }

    /* PRIVATE */

    function _settle(
        RoundState.Wiring calldata wiring,
        uint256 round,
        bytes32 node,
        IEdgeRegistry.Outcome memory outcome
    ) private {
        emit IRounds.NodeSettled(round, node, wiring.registry.settle(round, node, outcome));
    }

    /// @dev Returns the answer to a question about seed `index`, and what its selection token pays, in WAD; without a
    /// market nobody was asked (RO-20).
    function _answerOf(
        RoundState.State storage s,
        RoundState.Wiring calldata wiring,
        uint256 round,
        IRounds.Kind kind,
        uint256 index
    ) private view returns (FinalWeights.Answer memory answer, uint256 share) {
        uint256 market = s.nodeMarkets[round][kind][index];
        if (market == 0) return (answer, 0);
        IRounds.Selection storage selection = s.selections[round][kind];
        if (!selection.isFixed()) revert IRounds.Rounds_SelectionPending(round, kind);
        share = FinalWeights.shareOf(selection, wiring.markets, index);
        // By the policy `Market` a node that was judged takes the jury's word, as if all of it had been audited.
        uint256 audited = s.config.policy == IRounds.Policy.Market ? type(uint256).max : 0;
        FinalWeights.Question memory question = _question(s, wiring, market, share != 0, audited);
        answer = FinalWeights.answer(_sources(wiring), _rules(s), question);
    }

    function _question(
        RoundState.State storage s,
        RoundState.Wiring calldata wiring,
        uint256 market,
        bool evaluated,
        uint256 audited
    ) private view returns (FinalWeights.Question memory question) {
        question.market = market;
        if (market == 0) return question;
        question.references = referenceOf(s, wiring, market);
        (question.evaluated, question.audited) = (evaluated, audited);
    }

    function _rules(RoundState.State storage s) private view returns (FinalWeights.Rules memory) {
        return FinalWeights.Rules(s.config.policy, s.config.factor, s.config.step);
    }

    function _sources(RoundState.Wiring calldata wiring) private pure returns (FinalWeights.Sources memory) {
        return FinalWeights.Sources(wiring.markets, wiring.jury);
    }
}
