// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IRounds} from "../interfaces/IRounds.sol";
import {OutcomeId} from "../markets/OutcomeId.sol";
import {MeasuredTransfers} from "../shared/MeasuredTransfers.sol";
import {RoundedMath} from "../shared/RoundedMath.sol";
import {EvaluationSet} from "./EvaluationSet.sol";
import {RoundClock} from "./RoundClock.sol";
import {RoundState} from "./RoundState.sol";

/// @title What sponsors give for a round, and what comes back for them from its markets (RO-5 to RO-7)
abstract contract Sponsors is RoundClock, ReentrancyGuardTransient {
    using EvaluationSet for uint256;
    using RoundedMath for uint256;
    using Math for uint256;
    using MeasuredTransfers for IERC20;
    using RoundState for RoundState.State;
    using RoundState for Selection;
    using SafeCast for uint256;
    using SafeERC20 for IERC20;

    /* SPONSORS */

    /// @inheritdoc IRounds
    function sponsor(uint256 amount) external nonReentrant {
        if (amount == 0) revert Rounds_Nothing();
        uint256 round = _state.current + 1;
        uint256 budget = _state.rounds[round].budget + amount;
        if (budget > MAX_BUDGET) revert Rounds_BudgetTooLarge(budget, MAX_BUDGET);
        _state.rounds[round].budget = budget;
        _state.sponsorships[round][msg.sender].given += amount;
        emit Sponsored(round, msg.sender, amount.toInt256());

        uint256 received = MONEY.pullMeasured(amount);
        if (received < amount) revert Rounds_NotReceived(amount, received);
    }

    /// @inheritdoc IRounds
    function unsponsor(uint256 amount, address receiver) external nonReentrant {
        if (amount == 0) revert Rounds_Nothing();
        uint256 round = _state.current + 1;
        RoundState.Sponsorship storage sponsorship = _state.sponsorships[round][msg.sender];
        if (amount > sponsorship.given) revert Rounds_SponsorshipTooSmall(sponsorship.given, amount);
        sponsorship.given -= amount;
        _state.rounds[round].budget -= amount;
        emit Sponsored(round, msg.sender, -amount.toInt256());
        MONEY.safeTransfer(receiver, amount);
    }

    /// @inheritdoc IRounds
    function withdrawSponsorship(uint256 round, address receiver) external nonReentrant returns (uint256 amount) {
        RoundState.Round storage r = _state.rounds[round];
        RoundState.Sponsorship storage sponsorship = _state.sponsorships[round][msg.sender];
        if (r.startedAt == 0 || sponsorship.given == 0) revert Rounds_Nothing();
        amount = r.pot.mulDivDown(sponsorship.given, r.budget) - sponsorship.paid;
        if (amount == 0) revert Rounds_Nothing();
        sponsorship.paid += amount;
        emit SponsorPaid(round, msg.sender, receiver, amount);
        MONEY.safeTransfer(receiver, amount);
    }

    /// @inheritdoc IRounds
    function collect(uint256 round, Kind kind, uint256 index) external nonReentrant returns (uint256 amount) {
        Phase phase = phaseOf(round);
        if (phase < Phase.Evaluation) revert Rounds_WrongPhase(round, phase);
        Selection storage selection = _state.selections[round][kind];
        uint256 market = _state.marketOf(round, kind, index);

        uint256 reserve = selection.reserve;
        selection.reserve = 0;
        uint256 before = MONEY.balanceOf(address(this));
        // What the auction did not need may be selection tokens, which are redeemed with the others.
        if (market != 0 && _state.opensByAuction(kind)) OPENING.refund(market);
        _redeem(selection, kind, index, market);
        amount = reserve + _arrivedSince(before);
        if (amount == 0) revert Rounds_Nothing();
        _state.rounds[round].pot += amount;
        emit Collected(round, kind, index, amount);
    }

    /// @inheritdoc IRounds
    function collectCompensation(uint256 round) external nonReentrant returns (uint256 amount) {
        uint256 before = MONEY.balanceOf(address(this));
        REGISTRY.collectCompensation(round);
        amount = _arrivedSince(before);
        if (amount == 0) return 0;
        _state.rounds[round].pot += amount;
        emit CompensationCollected(round, amount);
    }

    /* EXTERNAL VIEW */

    /// @inheritdoc IRounds
    function sponsorshipOf(uint256 round, address account) external view returns (uint256 given, uint256 paid) {
        RoundState.Sponsorship storage sponsorship = _state.sponsorships[round][account];
        return (sponsorship.given, sponsorship.paid);
    }

    /* PRIVATE */

    /// @dev Returns by how much the balance grew: a money that has begun to take a fee costs the sponsors of this round
    /// and not those of others.
    function _arrivedSince(uint256 before) private view returns (uint256) {
        return MONEY.balanceOf(address(this)).saturatingSub(before);
    }

    /// @dev Redeems what the round holds: the founding shares of the question's pool, once its market is resolved, and
    /// the selection tokens that were not needed. Both wait for the selection, if there is one.
    function _redeem(Selection storage selection, Kind kind, uint256 index, uint256 market) private {
        bool nested = kind != Kind.Weight && selection.market != 0;
        if (nested) {
            if (!selection.eligible.has(index) || !selection.isFixed()) return;
            _redeemAll(selection.tokenOf(index));
        }
        if (market != 0 && MARKETS.getMarket(market).resolved) _redeemAll(market | OutcomeId.FOUNDING_SHARES);
    }

    function _redeemAll(uint256 id) private {
        uint256[] memory ids = new uint256[](1);
        uint256[] memory amounts = new uint256[](1);
        (ids[0], amounts[0]) = (id, MARKETS.balanceOf(address(this), id));
        if (amounts[0] != 0) MARKETS.redeemTo(ids, amounts, address(this));
    }
}
