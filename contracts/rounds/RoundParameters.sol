// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IConnectedToRounds} from "../interfaces/IConnectedToRounds.sol";
import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {IJury} from "../interfaces/IJury.sol";
import {IMarkets} from "../interfaces/IMarkets.sol";
import {IOpening} from "../interfaces/IOpening.sol";
import {IRandomness} from "../interfaces/IRandomness.sol";
import {IRounds} from "../interfaces/IRounds.sol";
import {MAX_FEE_RATE, MIN_LIQUIDITY, WAD} from "../shared/Limits.sol";
import {RoundState} from "./RoundState.sol";

/// @title What a deployment fixes for all its rounds, and where they are stored
abstract contract RoundParameters is IRounds {
    using RoundState for RoundState.State;

    /* CONSTANTS AND IMMUTABLES */

    uint256 internal constant PARTS = 10_000;
    /// @dev Half of what a market can hold, in units: pools can open, and traders join.
    uint256 internal constant MAX_BUDGET = 2 ** 95;
    /// @dev Beyond it the factor says nothing: no weight below 1e-5 counts.
    uint256 internal constant MAX_FACTOR = 1e5 * WAD;

    /// @inheritdoc IRounds
    IMarkets public immutable MARKETS;
    /// @inheritdoc IRounds
    IEdgeRegistry public immutable REGISTRY;
    /// @inheritdoc IRounds
    IJury public immutable JURY;
    /// @inheritdoc IRounds
    IERC20 public immutable MONEY;
    IRandomness internal immutable RANDOMNESS;
    IOpening internal immutable OPENING;
    bytes32 internal immutable TARGET;
    uint256 internal immutable EVALUATION_PERIOD;
    uint256 internal immutable CHALLENGE_PERIOD;

    /* STORAGE */

    RoundState.State internal _state;

    /* CONSTRUCTOR */

    constructor(Config memory config_) {
        MARKETS = config_.markets;
        REGISTRY = config_.registry;
        JURY = config_.jury;
        MONEY = config_.jury.STAKE_TOKEN();
        RANDOMNESS = config_.randomness;
        OPENING = config_.opening;
        TARGET = config_.registry.TARGET();
        EVALUATION_PERIOD = config_.jury.EVALUATION_PERIOD();
        // The jury's hard end: a posting and two amendments, each challenged and answered at the last moment.
        CHALLENGE_PERIOD = 3 * (config_.jury.CHALLENGE_WINDOW() + config_.jury.ANSWER_PERIOD());
        _checkConfig(config_);
        _state.config = config_;
        // Every time of every round fits 40 bits, of which the clock takes less than half until the year 19391.
        uint256 duration = EVALUATION_PERIOD + 1 + CHALLENGE_PERIOD;
        duration += uint256(config_.registration) + config_.openingPeriod + config_.trading;
        if (duration > type(uint40).max / 2) revert Rounds_InvalidConfig("trading", duration);
        for (uint256 k; k < 3; ++k) {
            uint256 part = (config_.minBudget * config_.parts[k]) / PARTS;
            if ((part * WAD) / _state.costOf(Kind(k)) < MIN_LIQUIDITY) revert Rounds_InvalidConfig("minBudget", k);
        }
    }

    /* EXTERNAL VIEW */

    /// @inheritdoc IRounds
    function config() external view returns (Config memory) {
        return _state.config;
    }

    /// @inheritdoc IRounds
    function knows(address part) external view returns (bool) {
        return part == address(REGISTRY) || part == address(JURY) || part == address(_state.config.fundingPool);
    }

    /* INTERNAL */

    /// @dev Requires that registry, jury and funding pool are connected to these rounds (RO-2).
    function _requireConnected() internal view {
        IConnectedToRounds[3] memory parts = [IConnectedToRounds(REGISTRY), JURY, _state.config.fundingPool];
        for (uint256 i; i < parts.length; ++i) {
            address rounds = parts[i].rounds();
            if (rounds != address(this)) revert Rounds_NotConnected(address(parts[i]), rounds);
        }
    }

    function _wiring() internal view returns (RoundState.Wiring memory) {
        return
            RoundState.Wiring({
                markets: MARKETS,
                registry: REGISTRY,
                jury: JURY,
                opening: OPENING,
                money: MONEY,
                target: TARGET
            });
    }

    /* PRIVATE */

    function _checkConfig(Config memory c) private view {
        if (address(c.jury.MARKETS()) != address(c.markets)) revert Rounds_InvalidConfig("jury", 0);
        if (address(c.registry.JURY()) != address(c.jury)) revert Rounds_InvalidConfig("registry", 0);
        if (address(c.fundingPool).code.length == 0) revert Rounds_InvalidConfig("fundingPool", 0);
        _checkOpening(c);
        if (c.registration == 0) revert Rounds_InvalidConfig("registration", 0);
        if (c.twapWindow == 0 || c.trading < c.twapWindow) revert Rounds_InvalidConfig("twapWindow", c.twapWindow);
        if (c.auditPeriod == 0 || c.auditPeriod >= EVALUATION_PERIOD) {
            revert Rounds_InvalidConfig("auditPeriod", c.auditPeriod);
        }
        if (c.policy == Policy.Blend) _checkBounds(c);
        _checkRandomness(c);
        _checkParts(c);
    }

    function _checkOpening(Config memory c) private view {
        bool opens = c.openingPeriod != 0 && address(c.opening) != address(0);
        if (c.openingKinds > 7 || (c.openingKinds != 0 && !opens)) {
            revert Rounds_InvalidConfig("openingKinds", c.openingKinds);
        }
        if (c.openingPeriod != 0 && (c.openingKinds == 0 || c.openingPeriod < c.opening.MIN_OPENING())) {
            revert Rounds_InvalidConfig("openingPeriod", c.openingPeriod);
        }
    }

    /// @dev Of what nobody judges.
    function _checkBounds(Config memory c) private pure {
        if (c.factor < WAD || c.factor > MAX_FACTOR) revert Rounds_InvalidConfig("factor", c.factor);
        if (c.step > WAD) revert Rounds_InvalidConfig("step", c.step);
    }

    /// @dev Nobody is to know the number while trading is open, and who is drawn is to be known before audits end.
    function _checkRandomness(Config memory c) private view {
        if (address(c.randomness).code.length == 0) revert Rounds_InvalidConfig("randomness", 0);
        uint256 delay = c.randomness.timeOf(c.randomness.next(block.timestamp)) - block.timestamp;
        if (delay == 0 || delay >= c.auditPeriod) revert Rounds_InvalidConfig("randomness", delay);
    }

    function _checkParts(Config memory c) private pure {
        uint256 sum;
        for (uint256 k; k < 3; ++k) {
            sum += c.parts[k];
            if (c.parts[k] == 0) revert Rounds_InvalidConfig("parts", k);
            // At least one seed of each kind is drawn, whatever the market and the payers do.
            bool weight = k == uint256(Kind.Weight);
            if (!weight && c.quotas[k].drawn == 0) revert Rounds_InvalidConfig("drawn", k);
            if (weight && c.quotas[k].drawn != 0) revert Rounds_InvalidConfig("drawn", k);
        }
        if (sum != PARTS) revert Rounds_InvalidConfig("parts", sum);
        if (c.feeRate > MAX_FEE_RATE) revert Rounds_InvalidConfig("feeRate", c.feeRate);
        if (c.minBudget > MAX_BUDGET) revert Rounds_InvalidConfig("minBudget", c.minBudget);
    }
}
