// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IRounds} from "../interfaces/IRounds.sol";
import {EvaluationSet} from "./EvaluationSet.sol";
import {RoundClock} from "./RoundClock.sol";
import {RoundState} from "./RoundState.sol";

/// @title Which seeds of a round are evaluated: by the draw and by audit payments (RO-10 to RO-13)
abstract contract Evaluation is RoundClock, ReentrancyGuardTransient {
    using EvaluationSet for uint256;
    using RoundState for Selection;

    /* DRAW */

    /// @inheritdoc IRounds
    function draw(bytes calldata proof) external returns (bytes32 random) {
        uint256 round = _state.current;
        _requirePhase(round, Phase.Evaluation);
        RoundState.Round storage r = _state.rounds[round];
        if (r.random != 0) revert Rounds_AlreadyDrawn(round, r.random);
        uint256 drawReference = RANDOMNESS.next(scheduleOf(round).closesAt);
        random = RANDOMNESS.randomOf(drawReference, proof);
        r.random = random;
        emit Drawn(round, drawReference, random);
    }

    /* EVALUATION SET */

    /// @inheritdoc IRounds
    function select(Kind kind, uint256 paid) external nonReentrant {
        uint256 round = _state.current;
        _requirePhase(round, Phase.Evaluation);
        uint256 from = scheduleOf(round).auditedAt;
        if (block.timestamp < from) revert Rounds_TooEarly(round, from, block.timestamp);
        Selection storage selection = _state.selections[round][kind];
        if (!selection.opened) revert Rounds_NotOpened(round, kind);
        if (selection.done) revert Rounds_SelectionDone(round, kind);

        uint256 eligible = selection.eligible;
        uint256 drawn = kind == Kind.Weight ? 0 : drawnOf(round, kind);
        uint256 quota = _state.config.quotas[uint256(kind)].paid;
        paid.check(eligible & ~drawn, quota, JURY.auditsOf(round, kind, 256));

        selection.done = true;
        selection.selected = drawn | paid;
        emit Selected(round, kind, drawn, paid);
        if (kind != Kind.Weight) _reportSelection(selection, selection.selected);
    }

    /// @inheritdoc IRounds
    function fallBackSelection(uint256 round, Kind kind) external nonReentrant {
        Phase phase = phaseOf(round);
        if (phase != Phase.Challenge && phase != Phase.Settled) revert Rounds_WrongPhase(round, phase);
        Selection storage selection = _state.selections[round][kind];
        if (!selection.opened) revert Rounds_NotOpened(round, kind);
        if (selection.isFixed()) revert Rounds_SelectionDone(round, kind);

        selection.fellBack = true;
        emit SelectionFellBack(round, kind);
        if (kind != Kind.Weight) _reportSelection(selection, selection.eligible);
    }

    /* EXTERNAL VIEW */

    /// @inheritdoc IRounds
    function isEligible(uint256 round, Kind kind, uint256 index) external view returns (bool) {
        return _state.selections[round][kind].eligible.has(index);
    }

    /// @inheritdoc IRounds
    function isSelectionDone(uint256 round, Kind kind) external view returns (bool) {
        return _state.selections[round][kind].done;
    }

    /// @inheritdoc IRounds
    function isSelected(uint256 round, Kind kind, uint256 index) external view returns (bool) {
        return _state.selections[round][kind].selected.has(index);
    }

    /// @inheritdoc IRounds
    function isEvaluated(uint256 market) external view returns (bool) {
        RoundState.Question storage question = _state.questions[market];
        if (question.kind == Kind.Weight) return question.round != 0;
        return _state.selections[question.round][question.kind].selected.has(question.index);
    }

    /* PUBLIC VIEW */

    /// @inheritdoc IRounds
    function drawnOf(uint256 round, Kind kind) public view returns (uint256 set) {
        bytes32 random = _state.rounds[round].random;
        if (random == 0) revert Rounds_NotDrawn(round);
        uint256 quota = _state.config.quotas[uint256(kind)].drawn;
        return _state.selections[round][kind].eligible.draw(quota, keccak256(abi.encode(random, kind)));
    }

    /* PRIVATE */

    function _reportSelection(Selection storage selection, uint256 chosen) private {
        uint256 market = selection.market;
        if (market != 0) MARKETS.report(market, EvaluationSet.equalParts(selection.eligible, chosen));
    }
}
