// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IJury} from "../interfaces/IJury.sol";
import {IRounds} from "../interfaces/IRounds.sol";
import {JuryState} from "./JuryState.sol";

/// @title Payments for the judgment of a seed: refunded, or collected into the reward pot (JU-50 to JU-52)
abstract contract Audits is JuryState {
    /* AUDITS */

    /// @inheritdoc IJury
    function requestAudit(uint256 round, IRounds.Kind kind, uint256 index, uint256 amount) external nonReentrant {
        IRounds.Schedule memory schedule = _scheduleOf(round);
        if (block.timestamp < schedule.closesAt) {
            revert Jury_RoundTooEarly(round, schedule.closesAt, block.timestamp);
        }
        if (block.timestamp >= schedule.auditedAt) {
            revert Jury_RoundTooLate(round, schedule.auditedAt - 1, block.timestamp);
        }
        if (_rounds.isSelectionDone(round, kind)) revert Jury_SelectionDone(round, kind);
        if (!_rounds.isEligible(round, kind, index)) revert Jury_NotEligible(round, kind, index);

        // Effects.
        Audit storage audit = _audits[round][kind][index];
        audit.amount += amount;
        audit.paid[msg.sender] += amount;
        emit AuditRequested(round, kind, index, msg.sender, amount);

        // Interactions.
        _receive(amount);
    }

    /// @inheritdoc IJury
    function refundAudit(
        uint256 round,
        IRounds.Kind kind,
        uint256 index,
        address payer
    ) external nonReentrant returns (uint256 amount) {
        Audit storage audit = _audits[round][kind][index];
        amount = audit.paid[payer];
        if (amount == 0) revert Jury_NoAudit(round, kind, index);
        // Collected is never refunded, whatever the rounds say later.
        if (audit.collected || !_isRefundable(round, kind, index)) revert Jury_NotRefundable(round, kind, index);

        audit.paid[payer] = 0;
        audit.amount -= amount;
        credits[payer] += amount;
        emit AuditRefunded(round, kind, index, payer, amount);
    }

    /// @inheritdoc IJury
    function collectAudit(
        uint256 round,
        IRounds.Kind kind,
        uint256 index
    ) external nonReentrant returns (uint256 amount) {
        Audit storage audit = _audits[round][kind][index];
        amount = audit.amount;
        if (amount == 0) revert Jury_NoAudit(round, kind, index);
        bool judged = _isJudged(_rounds.marketOf(round, kind, index));
        if (!judged || !_rounds.isSelected(round, kind, index)) revert Jury_NotCollectable(round, kind, index);

        audit.amount = 0;
        audit.collected = true;
        rewardPot += amount;
        emit AuditCollected(round, kind, index, amount);
    }

    /* VIEWS */

    /// @inheritdoc IJury
    function auditOf(uint256 round, IRounds.Kind kind, uint256 index) external view returns (uint256 amount) {
        return _audits[round][kind][index].amount;
    }

    /// @inheritdoc IJury
    function auditsOf(
        uint256 round,
        IRounds.Kind kind,
        uint256 count
    ) external view returns (uint256[] memory payments) {
        payments = new uint256[](count);
        for (uint256 i; i < count; ++i) payments[i] = _audits[round][kind][i].amount;
    }

    /// @inheritdoc IJury
    function auditBy(
        uint256 round,
        IRounds.Kind kind,
        uint256 index,
        address payer
    ) external view returns (uint256 amount) {
        return _audits[round][kind][index].paid[payer];
    }

    /* PRIVATE */

    /// @dev Whether the seed was not judged and will never be: the set that is known is without it, no set was chosen
    /// in time, or the round is settled and nobody has posted or verified its market (JU-51).
    function _isRefundable(uint256 round, IRounds.Kind kind, uint256 index) private view returns (bool) {
        if (!_rounds.isSelectionDone(round, kind)) return block.timestamp > _rounds.scheduleOf(round).evaluatedAt;
        if (!_rounds.isSelected(round, kind, index)) return true;
        uint256 market = _rounds.marketOf(round, kind, index);
        Status status = _postings[market].status;
        bool open = status != Status.None && status != Status.Resolved; // posted: anyone can finalize it
        return _rounds.phaseOf(round) == IRounds.Phase.Settled && !open && !_isJudged(market);
    }
}
