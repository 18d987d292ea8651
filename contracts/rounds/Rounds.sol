// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IRounds} from "../interfaces/IRounds.sol";
import {WAD} from "../shared/Limits.sol";
import {Evaluation} from "./Evaluation.sol";
import {EvaluationSet} from "./EvaluationSet.sol";
import {Openings} from "./Openings.sol";
import {RoundParameters} from "./RoundParameters.sol";
import {RoundState} from "./RoundState.sol";
import {Settlement} from "./Settlement.sol";
import {Sponsors} from "./Sponsors.sol";

/// @title Rounds
/// @notice See {IRounds}, which has the rules and the documentation.
/// @dev Made of what one deployment fixes ({RoundParameters}), the clock ({RoundClock}), the sponsors' money
/// ({Sponsors}) and the evaluation set ({Evaluation}); {Openings} and {Settlement} are linked, so that it stays below
/// the limit of a contract's size.
contract Rounds is Sponsors, Evaluation {
    using EvaluationSet for uint256;
    using RoundState for RoundState.State;
    using RoundState for Selection;
    using SafeCast for uint256;

    constructor(Config memory config_) RoundParameters(config_) {}

    /* STEPS */

    /// @inheritdoc IRounds
    function start() external returns (uint256 round) {
        uint256 last = _state.current;
        Phase phase = phaseOf(last);
        if (last != 0 && phase != Phase.Settled) revert Rounds_WrongPhase(last, phase);
        round = last + 1;
        _state.current = round;
        RoundState.Round storage r = _state.rounds[round];
        uint256 budget = r.budget;
        if (budget < _state.config.minBudget) revert Rounds_BudgetTooSmall(budget, _state.config.minBudget);
        if (!REGISTRY.isSealed() || REGISTRY.rosterSize(round, TARGET) == 0) revert Rounds_NoSeeds();
        _requireConnected();

        r.startedAt = block.timestamp.toUint40();
        uint256 rest = budget;
        for (uint256 k = 3; k > 0; --k) {
            Kind kind = Kind(k - 1);
            uint256 part = kind == Kind.Weight ? rest : (budget * _state.config.parts[k - 1]) / PARTS;
            rest -= part;
            _state.selections[round][kind].reserve = part;
            _state.selections[round][kind].b = (part * WAD) / _state.costOf(kind);
        }
        emit Started(round, budget, scheduleOf(round));
    }

    /// @inheritdoc IRounds
    function openSeeds() external nonReentrant returns (uint256 market) {
        return Openings.openSeeds(_state, _wiring(), _moment());
    }

    /// @inheritdoc IRounds
    function openSelection(Kind kind) external nonReentrant returns (uint256 market) {
        return Openings.openSelection(_state, _wiring(), _moment(), kind);
    }

    /// @inheritdoc IRounds
    function openNode(Kind kind, uint256 index) external nonReentrant returns (uint256 market) {
        (address asset, uint256 assetId) = assetOf(_state.current, kind, index);
        return Openings.openNode(_state, _wiring(), _moment(), kind, index, asset, assetId);
    }

    /// @inheritdoc IRounds
    function settleTarget(uint256 round) external nonReentrant {
        _requirePhase(round, Phase.Settled);
        Settlement.settleTarget(_state, _wiring(), round);
    }

    /// @inheritdoc IRounds
    function settleSeed(uint256 round, uint256 index) external nonReentrant {
        _requirePhase(round, Phase.Settled);
        Settlement.settleSeed(_state, _wiring(), round, index);
    }

    /* EXTERNAL VIEW */

    /// @inheritdoc IRounds
    function getRound(uint256 round) external view returns (RoundView memory) {
        RoundState.Round storage r = _state.rounds[round];
        return RoundView({schedule: scheduleOf(round), seeds: r.seeds, budget: r.budget, pot: r.pot, random: r.random});
    }

    /// @inheritdoc IRounds
    function getSelection(uint256 round, Kind kind) external view returns (Selection memory) {
        return _state.selections[round][kind];
    }

    /// @inheritdoc IRounds
    function liquidityOf(uint256 round, Kind kind) external view returns (uint256) {
        return _state.selections[round][kind].b;
    }

    /// @inheritdoc IRounds
    function marketOf(uint256 round, Kind kind, uint256 index) external view returns (uint256) {
        return _state.marketOf(round, kind, index);
    }

    /// @inheritdoc IRounds
    function roundOf(uint256 market) external view returns (uint256) {
        return _state.questions[market].round;
    }

    /// @inheritdoc IRounds
    function getReference(uint256 market) external view returns (uint256[] memory) {
        return Settlement.referenceOf(_state, _wiring(), market);
    }

    /// @inheritdoc IRounds
    function getEstimate(uint256 market) external view returns (uint256[] memory) {
        return Settlement.estimateOf(_state, _wiring(), market);
    }

    /// @inheritdoc IRounds
    function getFallbackPayouts(uint256 market) external view returns (uint256[] memory) {
        return Settlement.fallbackOf(_state, _wiring(), market);
    }

    /* PUBLIC VIEW */

    /// @inheritdoc IRounds
    function assetOf(uint256 round, Kind kind, uint256 index) public view returns (address asset, uint256 assetId) {
        Selection storage selection = _state.selections[round][kind];
        if (!selection.opened) revert Rounds_NotOpened(round, kind);
        if (kind == Kind.Weight || !selection.eligible.has(index)) revert Rounds_NotEligible(round, kind, index);
        if (selection.market == 0) return (address(MONEY), 0);
        return (address(MARKETS), selection.tokenOf(index));
    }

    /* PRIVATE */

    /// @dev Where the current round stands, for what opens in it.
    function _moment() private view returns (Openings.Moment memory) {
        uint256 round = _state.current;
        Schedule memory schedule = scheduleOf(round);
        return Openings.Moment(round, phaseOf(round), schedule.tradingAt, schedule.closesAt);
    }
}
