// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IJury} from "../interfaces/IJury.sol";
import {IMarkets} from "../interfaces/IMarkets.sol";
import {WAD} from "../shared/Limits.sol";
import {Weights} from "../shared/Weights.sol";
import {Rewards} from "./Rewards.sol";

/// @title What the Safe says of a market, how it is challenged and answered, and when it is final (JU-1 to JU-13)
abstract contract Postings is Rewards {
    using Math for uint256;
    using SafeCast for uint256;

    /* POSTING */

    /// @inheritdoc IJury
    function post(
        uint256 market,
        uint256[] calldata payouts,
        bytes32 ballotsRoot,
        string calldata evidenceURI
    ) external onlySafe {
        Posting storage posting = _postings[market];
        _requireStatus(market, posting, Status.None);
        IMarkets.MarketView memory view_ = _marketOf(market);
        _requireEvaluation(market, view_);

        _record(market, view_.outcomes, payouts, ballotsRoot, evidenceURI);
    }

    /// @inheritdoc IJury
    function challenge(uint256 market, string calldata reasonURI) external nonReentrant {
        Posting storage posting = _postings[market];
        _requireStatus(market, posting, Status.Posted);
        _requireBefore(market, posting.since + CHALLENGE_WINDOW);

        // Effects.
        posting.challenger = msg.sender;
        posting.since = block.timestamp.toUint40();
        posting.status = Status.Challenged;
        emit Challenged(market, msg.sender, STAKE, reasonURI, block.timestamp + ANSWER_PERIOD);

        // Interactions.
        _receive(STAKE);
    }

    /// @inheritdoc IJury
    function affirm(uint256 market) external onlySafe {
        Posting storage posting = _postings[market];
        _requireAnswerable(market, posting);

        posting.since = block.timestamp.toUint40();
        posting.status = Status.Affirmed;
        credits[STAKE_RECIPIENT] += STAKE;
        emit Affirmed(market, posting.challenger, STAKE_RECIPIENT, STAKE);
    }

    /// @inheritdoc IJury
    function amend(
        uint256 market,
        uint256[] calldata payouts,
        bytes32 ballotsRoot,
        string calldata evidenceURI
    ) external onlySafe {
        Posting storage posting = _postings[market];
        _requireAnswerable(market, posting);
        if (posting.amendments == MAX_AMENDMENTS) revert Jury_NoAmendmentLeft(market, MAX_AMENDMENTS);

        address challenger = posting.challenger;
        uint256 reward = posting.amendments == 0 && _isEvaluated(market) ? STAKE.min(rewardPot) : 0;
        rewardPot -= reward;
        credits[challenger] += STAKE + reward;
        ++posting.amendments;
        emit Amended(market, challenger, STAKE, reward);

        _record(market, _marketOf(market).outcomes, payouts, ballotsRoot, evidenceURI);
    }

    /* FINALITY */

    /// @inheritdoc IJury
    function finalize(uint256 market, uint256[] calldata payouts) external {
        Posting storage posting = _postings[market];
        Status status = posting.status;
        uint256 from = _finalFrom(market, posting);
        if (from == 0) revert Jury_WrongStatus(market, status);
        if (block.timestamp < from) revert Jury_TooEarly(market, from, block.timestamp);
        bytes32 payoutsHash = _hash(payouts);
        if (payoutsHash != posting.payoutsHash) revert Jury_WrongPayouts(posting.payoutsHash, payoutsHash);

        // Effects.
        posting.status = Status.Resolved;
        posting.since = block.timestamp.toUint40();
        if (status == Status.Challenged) {
            address challenger = posting.challenger;
            credits[challenger] += STAKE;
            emit Unanswered(market, challenger, STAKE);
        }
        emit Finalized(market, payoutsHash);
        _accept(market);

        // Interactions.
        MARKETS.report(market, payouts);
    }

    /// @inheritdoc IJury
    function fallBack(uint256 market) external {
        Posting storage posting = _postings[market];
        _requireStatus(market, posting, Status.None);
        IMarkets.MarketView memory view_ = _marketOf(market);
        uint256 from = _tallies[market].count < MIN_BALLOTS ? _deadline(view_) + 1 : _hardEnd(view_);
        if (block.timestamp < from) revert Jury_TooEarly(market, from, block.timestamp);
        uint256[] memory payouts = _fallback(market, view_);

        // Effects.
        posting.status = Status.Resolved;
        posting.since = block.timestamp.toUint40();
        emit FellBack(market, view_.pooled, payouts);

        // Interactions.
        MARKETS.report(market, payouts);
    }

    function _fallback(uint256 market, IMarkets.MarketView memory view_) private view returns (uint256[] memory) {
        if (_roundOf(market) != 0) return _rounds.getFallbackPayouts(market);
        return view_.pooled ? MARKETS.getTwap(market) : Weights.equalParts(view_.outcomes);
    }

    /* VIEWS */

    /// @inheritdoc IJury
    function getPosting(uint256 market) external view returns (PostingView memory) {
        Posting storage posting = _postings[market];
        return
            PostingView({
                status: posting.status,
                amendments: posting.amendments,
                since: posting.since,
                finalFrom: _finalFrom(market, posting),
                challenger: posting.challenger,
                payoutsHash: posting.payoutsHash,
                ballotsRoot: posting.ballotsRoot
            });
    }

    /// @inheritdoc IJury
    function deadline(uint256 market) external view returns (uint256) {
        return _deadline(_marketOf(market));
    }

    /* PRIVATE */

    /// @dev Makes `payouts` the posting of `market`, from now. What it accepts, {IMarkets-report} accepts (JU-3).
    function _record(
        uint256 market,
        uint256 outcomes,
        uint256[] calldata payouts,
        bytes32 ballotsRoot,
        string calldata evidenceURI
    ) private {
        if (payouts.length != outcomes) revert Jury_WrongLength(outcomes, payouts.length);
        uint256 sum = Weights.sumOf(payouts);
        if (sum != WAD) revert Jury_InvalidSum(sum);

        Posting storage posting = _postings[market];
        posting.challenger = address(0);
        posting.since = block.timestamp.toUint40();
        posting.status = Status.Posted;
        posting.payoutsHash = _hash(payouts);
        posting.ballotsRoot = ballotsRoot;
        emit Posted(market, posting.amendments, ballotsRoot, payouts, evidenceURI, block.timestamp + CHALLENGE_WINDOW);
    }

    /// @dev Whether a round has chosen `market` to be judged. Markets that anyone may create earn nobody a reward
    /// (JU-8).
    function _isEvaluated(uint256 market) private view returns (bool) {
        return _roundOf(market) != 0 && _rounds.isEvaluated(market);
    }

    function _requireAnswerable(uint256 market, Posting storage posting) private view {
        _requireStatus(market, posting, Status.Challenged);
        _requireBefore(market, posting.since + ANSWER_PERIOD);
    }

    function _hash(uint256[] calldata payouts) private pure returns (bytes32) {
        return keccak256(abi.encode(payouts));
    }
}
