// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {IRounds} from "../interfaces/IRounds.sol";

/// @title Rounds for the tests of the registry: the clock and the pools are what a test says
contract MockRoundsRegistry {
    IEdgeRegistry public registry;
    uint256 public current;
    IRounds.Phase public phase;
    uint40 private _openingAt = type(uint40).max;
    mapping(IRounds.Kind kind => uint256) private _liquidity;

    function setRegistry(IEdgeRegistry registry_) external {
        registry = registry_;
    }

    function set(uint256 round, IRounds.Phase phase_) external {
        (current, phase) = (round, phase_);
    }

    /// @notice Registration began at second 0 and ends at `openingAt`; by default it has hardly begun.
    function setOpeningAt(uint40 openingAt) external {
        _openingAt = openingAt;
    }

    function scheduleOf(uint256) external view returns (IRounds.Schedule memory schedule) {
        schedule.openingAt = _openingAt;
    }

    function setLiquidity(IRounds.Kind kind, uint256 b) external {
        _liquidity[kind] = b;
    }

    function touch(bytes32 node) external {
        registry.touch(node);
    }

    function settle(
        uint256 round,
        bytes32 node,
        IEdgeRegistry.Outcome calldata outcome
    ) external returns (uint256 compensation) {
        return registry.settle(round, node, outcome);
    }

    function collectCompensation(uint256 round) external returns (uint256 amount) {
        return registry.collectCompensation(round);
    }

    function phaseOf(uint256 round) external view returns (IRounds.Phase) {
        if (round == 0 || round > current) return IRounds.Phase.None;
        return round < current ? IRounds.Phase.Settled : phase;
    }

    function liquidityOf(uint256, IRounds.Kind kind) external view returns (uint256) {
        return _liquidity[kind];
    }

    /// @notice Any registry, jury or pool will do.
    function knows(address) external pure returns (bool) {
        return true;
    }
}
