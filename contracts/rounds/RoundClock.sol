// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IRounds} from "../interfaces/IRounds.sol";
import {RoundParameters} from "./RoundParameters.sol";

/// @title Where a round stands: its phases follow each other by the clock alone (RO-1)
abstract contract RoundClock is RoundParameters {
    /// @inheritdoc IRounds
    function current() external view returns (uint256) {
        return _state.current;
    }

    /// @inheritdoc IRounds
    function unsettled() external view returns (uint256 round) {
        round = _state.current;
        if (round == 0 || phaseOf(round) == Phase.Settled) ++round;
    }

    /// @inheritdoc IRounds
    function phaseOf(uint256 round) public view returns (Phase) {
        if (_state.rounds[round].startedAt == 0) return Phase.None;
        Schedule memory s = scheduleOf(round);
        if (block.timestamp >= s.settlesAt) return Phase.Settled;
        if (block.timestamp >= s.evaluatedAt) return Phase.Challenge;
        if (block.timestamp >= s.closesAt) return Phase.Evaluation;
        if (block.timestamp >= s.tradingAt) return Phase.Trading;
        return block.timestamp >= s.openingAt ? Phase.Opening : Phase.Registration;
    }

    /// @inheritdoc IRounds
    function scheduleOf(uint256 round) public view returns (Schedule memory s) {
        // The constructor bounds the sum of the periods: every time fits 40 bits.
        uint256 time = _state.rounds[round].startedAt;
        if (time == 0) return s;
        s.registrationAt = uint40(time);
        s.openingAt = uint40(time += _state.config.registration);
        s.tradingAt = uint40(time += _state.config.openingPeriod);
        s.closesAt = uint40(time += _state.config.trading);
        s.auditedAt = uint40(time + _state.config.auditPeriod);
        // The jury posts in the last second of its period too.
        s.evaluatedAt = uint40(time += EVALUATION_PERIOD + 1);
        s.settlesAt = uint40(time += CHALLENGE_PERIOD);
    }

    function _requirePhase(uint256 round, Phase expected) internal view {
        Phase phase = phaseOf(round);
        if (phase != expected) revert Rounds_WrongPhase(round, phase);
    }
}
