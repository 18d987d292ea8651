// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IJury} from "../interfaces/IJury.sol";
import {IMarkets} from "../interfaces/IMarkets.sol";
import {Ballots} from "./Ballots.sol";
import {Rewards} from "./Rewards.sol";
import {Signatures} from "../shared/Signatures.sol";

/// @title The jurors' ballots of a market, and the weights that are proved from all of them (JU-30 to JU-42)
abstract contract BallotBox is Rewards {
    using Ballots for Ballots.Tally;
    using Ballots for Ballots.Walk;
    using SafeCast for uint256;

    /* BALLOTS */

    /// @inheritdoc IJury
    function commitJurors(uint256 round, bytes32 root) external onlySafe {
        uint256 end = _scheduleOf(round).closesAt;
        if (block.timestamp >= end) revert Jury_RoundTooLate(round, end - 1, block.timestamp);
        if (jurorsOf[round] != 0) revert Jury_JurorsCommitted(round, jurorsOf[round]);
        if (root == 0) revert Jury_InvalidRoot(round);
        jurorsOf[round] = root;
        emit JurorsCommitted(round, root);
    }

    /// @inheritdoc IJury
    function publishBallot(
        Ballot calldata ballot,
        bytes calldata signature,
        bytes32 salt,
        bytes32[] calldata proof
    ) external returns (uint256 index) {
        (uint256 round, uint256 market, address juror) = (ballot.round, ballot.market, ballot.juror);
        _requireUnresolved(market);
        IMarkets.MarketView memory view_ = _marketOf(market);
        _requireEvaluation(market, view_);
        uint256 actual = _roundOf(market);
        if (round == 0 || round != actual) revert Jury_WrongRound(market, round, actual);
        BallotRecord storage record = _ballotRecords[market][juror];
        if (record.comparisons != 0) revert Jury_AlreadyPublished(market, juror);
        // Without a commitment the root is zero, which no proof leads to.
        if (!Ballots.isJuror(jurorsOf[round], juror, salt, proof)) revert Jury_NotJuror(round, juror);
        Ballots.check(ballot.comparisons, view_.outcomes);
        bytes32 digest = ballotDigest(ballot);
        if (!Signatures.isValid(juror, digest, signature)) {
            revert Jury_InvalidSignature(juror, digest);
        }

        record.comparisons = uint16(ballot.comparisons.length); // at most MAX_COMPARISONS
        index = _tallies[market].add(round, ballot.comparisons);
        emit BallotPublished(market, juror, index, ballot.comparisons);
    }

    /* VERIFICATION */

    /// @inheritdoc IJury
    function walkBallots(
        uint256 market,
        int256[] calldata x,
        Comparison[][] calldata ballots
    ) external returns (uint256 cursor) {
        _requireUnresolved(market);
        uint256 outcomes = _marketOf(market).outcomes;
        if (x.length != outcomes) revert Jury_WrongLength(outcomes, x.length);
        bytes32 xHash = _hash(x);
        Ballots.Walk storage walk = _walks[_walkKey(market, msg.sender, xHash)];
        cursor = walk.advance(_tallies[market], market, x, ballots, _loss());
        emit BallotsWalked(market, msg.sender, xHash, cursor);
    }

    /// @inheritdoc IJury
    function postVerified(uint256 market, int256[] calldata x) external returns (uint256[] memory payouts) {
        Posting storage posting = _postings[market];
        _requireVerifiable(market, posting);
        uint256 errorBound;
        Ballots.Walk storage walk = _walks[_walkKey(market, msg.sender, _hash(x))];
        (payouts, errorBound) = walk.finish(_tallies[market], market, x, _loss(), MARKETS);

        // Effects.
        if (posting.status == Status.Challenged) {
            credits[posting.challenger] += STAKE;
            emit Overtaken(market, posting.challenger, STAKE);
        }
        posting.since = block.timestamp.toUint40();
        posting.status = Status.Resolved;
        posting.payoutsHash = keccak256(abi.encode(payouts));
        posting.ballotsRoot = 0; // the ballots themselves are here
        emit Verified(market, msg.sender, payouts, _tallies[market].count, errorBound);
        _accept(market);

        // Interactions.
        MARKETS.report(market, payouts);
    }

    /* VIEWS */

    /// @inheritdoc IJury
    function tallyOf(uint256 market) external view returns (TallyView memory) {
        Ballots.Tally storage tally = _tallies[market];
        return TallyView(tally.round, tally.count, tally.comparisons, tally.accepted);
    }

    /// @inheritdoc IJury
    function ballotOf(uint256 market, address juror) external view returns (uint256 comparisons, bool claimed) {
        BallotRecord storage record = _ballotRecords[market][juror];
        return (record.comparisons, record.claimed);
    }

    /// @inheritdoc IJury
    function walkOf(uint256 market, address submitter, int256[] calldata x) external view returns (WalkView memory) {
        Ballots.Walk storage walk = _walks[_walkKey(market, submitter, _hash(x))];
        return WalkView(walk.cursor, walk.comparisons, walk.groups, walk.gradientsOf(x.length));
    }

    /// @inheritdoc IJury
    function ballotDigest(Ballot calldata ballot) public view returns (bytes32 digest) {
        return _hashTypedDataV4(Ballots.structHash(ballot));
    }

    /* PRIVATE */

    /// @dev Requires that the deadline has passed, that there are enough ballots, and that neither a posting is final
    /// nor the hard end reached (JU-41, JU-42).
    function _requireVerifiable(uint256 market, Posting storage posting) private view {
        _requireUnresolved(market);
        IMarkets.MarketView memory view_ = _marketOf(market);
        uint256 last = _deadline(view_);
        if (block.timestamp <= last) revert Jury_TooEarly(market, last + 1, block.timestamp);
        _requireBefore(market, posting.status == Status.None ? _hardEnd(view_) : _finalFrom(market, posting));
        uint256 count = _tallies[market].count;
        if (count < MIN_BALLOTS) revert Jury_TooFewBallots(market, count, MIN_BALLOTS);
    }

    function _loss() private view returns (Ballots.Loss memory) {
        return Ballots.Loss(HUBER_DELTA, ANCHOR, TOLERANCE);
    }

    function _hash(int256[] calldata x) private pure returns (bytes32) {
        return keccak256(abi.encode(x));
    }

    function _walkKey(uint256 market, address submitter, bytes32 xHash) private pure returns (bytes32) {
        return keccak256(abi.encode(market, submitter, xHash));
    }
}
