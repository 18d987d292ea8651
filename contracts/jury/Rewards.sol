// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IJury} from "../interfaces/IJury.sol";
import {Ballots} from "./Ballots.sol";
import {JuryState} from "./JuryState.sol";

/// @title What the reward pot holds, and how jurors share it (JU-60, JU-61)
abstract contract Rewards is JuryState {
    /* REWARDS */

    /// @inheritdoc IJury
    function gift(uint256 amount) external nonReentrant {
        rewardPot += amount;
        emit Gifted(msg.sender, amount);
        _receive(amount);
    }

    /// @inheritdoc IJury
    function distributeRewards(uint256 round) external nonReentrant returns (uint256 perComparison) {
        if (round != lastDistributed + 1) revert Jury_OutOfTurn(round, lastDistributed + 1);
        uint256 from = _scheduleOf(round).settlesAt + REWARD_DELAY;
        if (block.timestamp < from) revert Jury_RoundTooEarly(round, from, block.timestamp);

        RoundRewards storage rewards = _rewards[round];
        uint256 accepted = rewards.accepted;
        if (accepted != 0) {
            perComparison = rewardPot / accepted; // rounds down; the rest stays in the pot
            rewardPot -= perComparison * accepted;
            rewards.perComparison = perComparison;
        }
        lastDistributed = round;
        emit RewardsDistributed(round, accepted, perComparison);
    }

    /// @inheritdoc IJury
    function claimRewards(address juror, uint256[] calldata markets) external nonReentrant returns (uint256 amount) {
        for (uint256 i; i < markets.length; ++i) amount += _claim(markets[i], juror);
        credits[juror] += amount;
    }

    /* VIEWS */

    /// @inheritdoc IJury
    function rewardsOf(uint256 round) external view returns (RewardsView memory) {
        RoundRewards storage rewards = _rewards[round];
        bool distributed = round != 0 && round <= lastDistributed;
        return RewardsView(rewards.accepted, rewards.claimed, rewards.perComparison, distributed);
    }

    /* INTERNAL */

    /// @dev Counts the ballots of a market that a posting has just resolved, if the market was to be evaluated and the
    /// rewards of its round are not distributed yet (JU-60, JU-61).
    function _accept(uint256 market) internal {
        Ballots.Tally storage tally = _tallies[market];
        if (tally.count == 0 || tally.round <= lastDistributed || !_rounds.isEvaluated(market)) return;
        tally.accepted = true;
        _rewards[tally.round].accepted += tally.comparisons;
    }

    /* PRIVATE */

    /// @dev What a juror is credited for its comparisons in a market, which are marked as claimed (JU-61).
    function _claim(uint256 market, address juror) private returns (uint256 amount) {
        Ballots.Tally storage tally = _tallies[market];
        BallotRecord storage ballot = _ballotRecords[market][juror];
        uint256 comparisons = ballot.comparisons;
        if (!tally.accepted || comparisons == 0 || ballot.claimed) revert Jury_NothingToClaim(market, juror);
        uint256 round = tally.round;
        if (round > lastDistributed) revert Jury_NotDistributed(round);

        RoundRewards storage rewards = _rewards[round];
        ballot.claimed = true;
        rewards.claimed += uint64(comparisons); // read from a uint16
        amount = comparisons * rewards.perComparison;
        emit RewardClaimed(market, juror, comparisons, amount);
    }
}
