// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IJury} from "../interfaces/IJury.sol";
import {IRounds} from "../interfaces/IRounds.sol";
import {Weights} from "../shared/Weights.sol";

/// @title What a jury asks of its rounds, set at will; the phases are by the clock
contract MockRoundsJury {
    mapping(uint256 round => IRounds.Schedule) private _schedules;
    mapping(uint256 market => uint256 round) public roundOf;
    mapping(uint256 market => IRounds.Kind) private _kinds;
    mapping(uint256 market => uint256 index) private _indices;
    mapping(uint256 round => mapping(IRounds.Kind kind => mapping(uint256 index => uint256))) public marketOf;
    mapping(uint256 round => mapping(IRounds.Kind kind => mapping(uint256 index => bool))) public isEligible;
    mapping(uint256 round => mapping(IRounds.Kind kind => bool)) public isSelectionDone;
    mapping(uint256 round => mapping(IRounds.Kind kind => mapping(uint256 index => bool))) public isSelected;

    function setSchedule(uint256 round, IRounds.Schedule calldata schedule) external {
        _schedules[round] = schedule;
    }

    /// @notice Makes `market` the one in which seed `index` is judged as to `kind`.
    function addMarket(uint256 round, IRounds.Kind kind, uint256 index, uint256 market) external {
        (roundOf[market], _kinds[market], _indices[market]) = (round, kind, index);
        marketOf[round][kind][index] = market;
        isEligible[round][kind][index] = true;
    }

    /// @notice Makes the evaluation set known, with `indices` in it.
    function select(uint256 round, IRounds.Kind kind, uint256[] calldata indices) external {
        isSelectionDone[round][kind] = true;
        for (uint256 i; i < indices.length; ++i) isSelected[round][kind][indices[i]] = true;
    }

    function isEvaluated(uint256 market) external view returns (bool) {
        IRounds.Kind kind = _kinds[market];
        return kind == IRounds.Kind.Weight || isSelected[roundOf[market]][kind][_indices[market]];
    }

    function scheduleOf(uint256 round) external view returns (IRounds.Schedule memory) {
        return _schedules[round];
    }

    function phaseOf(uint256 round) external view returns (IRounds.Phase) {
        IRounds.Schedule memory s = _schedules[round];
        if (s.registrationAt == 0) return IRounds.Phase.None;
        uint40[5] memory ends = [s.openingAt, s.tradingAt, s.closesAt, s.evaluatedAt, s.settlesAt];
        uint8 phase = 1;
        for (uint256 i; i < 5 && block.timestamp >= ends[i]; ++i) ++phase;
        return IRounds.Phase(phase);
    }

    /// @notice Equal parts for the jury that asks.
    function getFallbackPayouts(uint256 market) external view returns (uint256[] memory) {
        return Weights.equalParts(IJury(msg.sender).MARKETS().getMarket(market).outcomes);
    }

    /// @notice Any registry, jury or pool will do.
    function knows(address) external pure returns (bool) {
        return true;
    }
}
