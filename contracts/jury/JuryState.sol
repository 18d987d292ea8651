// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IJury} from "../interfaces/IJury.sol";
import {IMarkets} from "../interfaces/IMarkets.sol";
import {IRounds} from "../interfaces/IRounds.sol";
import {ConnectedToRounds} from "../shared/ConnectedToRounds.sol";
import {Credits} from "../shared/Credits.sol";
import {MAX_OUTCOMES} from "../shared/Limits.sol";
import {Ballots} from "./Ballots.sol";
import {Comparisons} from "./Comparisons.sol";

/// @title What every part of a jury knows: its parameters, its storage, and when a market is judged
abstract contract JuryState is IJury, ConnectedToRounds, EIP712, Credits {
    using Math for uint256;

    /* TYPES */

    /// @dev Slot 0: 160 + 40 + 8 + 8 = 216 of 256 bits, read and written together by every step of a posting.
    struct Posting {
        address challenger;
        uint40 since; // when the status was reached, unix seconds
        uint8 amendments;
        Status status; // None is 0: a market that nobody posted
        bytes32 payoutsHash; // of a resolved market: zero if it fell back
        bytes32 ballotsRoot;
    }

    /// @dev What is known of one juror's ballot for one market. Slot 0: 16 + 8 = 24 bits.
    struct BallotRecord {
        uint16 comparisons;
        bool claimed;
    }

    /// @dev What was paid for the audit of one seed.
    struct Audit {
        uint256 amount; // neither refunded nor collected yet
        bool collected;
        mapping(address payer => uint256) paid; // and was not refunded
    }

    /// @dev How jurors share the reward pot for a round. Slot 0: 64 + 64 = 128 bits.
    struct RoundRewards {
        uint64 accepted; // comparisons that share the pot
        uint64 claimed; // of those, the ones that were credited
        uint256 perComparison;
    }

    /* CONSTANTS AND IMMUTABLES */

    /// @inheritdoc IJury
    uint256 public constant MAX_AMENDMENTS = 2;

    /// @inheritdoc IJury
    uint256 public constant MAX_PERIOD = 365 days;

    /// @inheritdoc IJury
    uint256 public constant MAX_COMPARISONS = Ballots.MAX_COMPARISONS;

    /// @inheritdoc IJury
    uint256 public constant REWARD_DELAY = 7 days;

    uint256 private constant MAX_TOLERANCE = 1e12;
    uint256 private constant MAX_HUBER_DELTA = 100e18;
    uint256 private constant MAX_ANCHOR = 1e24;

    /// @inheritdoc IJury
    IMarkets public immutable MARKETS;

    /// @inheritdoc IJury
    address public immutable SAFE;

    /// @inheritdoc IJury
    IERC20 public immutable STAKE_TOKEN;

    /// @inheritdoc IJury
    uint256 public immutable STAKE;

    /// @inheritdoc IJury
    address public immutable STAKE_RECIPIENT;

    /// @inheritdoc IJury
    uint256 public immutable EVALUATION_PERIOD;

    /// @inheritdoc IJury
    uint256 public immutable CHALLENGE_WINDOW;

    /// @inheritdoc IJury
    uint256 public immutable ANSWER_PERIOD;

    /// @inheritdoc IJury
    uint256 public immutable HUBER_DELTA;

    /// @inheritdoc IJury
    uint256 public immutable ANCHOR;

    /// @inheritdoc IJury
    uint256 public immutable TOLERANCE;

    /// @inheritdoc IJury
    uint256 public immutable MIN_BALLOTS;

    /* STORAGE */

    mapping(uint256 market => Posting) internal _postings;

    /// @inheritdoc IJury
    uint256 public rewardPot;

    /// @inheritdoc IJury
    mapping(uint256 round => bytes32) public jurorsOf;

    mapping(uint256 market => Ballots.Tally) internal _tallies;
    mapping(uint256 market => mapping(address juror => BallotRecord)) internal _ballotRecords;
    mapping(bytes32 key => Ballots.Walk) internal _walks;
    mapping(uint256 round => mapping(IRounds.Kind kind => mapping(uint256 index => Audit))) internal _audits;
    mapping(uint256 round => RoundRewards) internal _rewards;

    /// @inheritdoc IJury
    uint256 public lastDistributed;

    /* CONSTRUCTOR */

    constructor(Parameters memory p) ConnectedToRounds(p.deployer) EIP712("Deep Funding Jury", "1") {
        if (address(p.markets).code.length == 0) revert Jury_InvalidAddress(address(p.markets));
        if (address(p.stakeToken).code.length == 0) revert Jury_InvalidAddress(address(p.stakeToken));
        if (p.safe == address(0) || p.stakeRecipient == address(0)) revert Jury_InvalidAddress(address(0));
        if (p.stake == 0) revert Jury_ZeroStake();
        _checkPeriod(p.evaluationPeriod);
        _checkPeriod(p.challengeWindow);
        _checkPeriod(p.answerPeriod);
        _checkLoss(p);

        MARKETS = p.markets;
        SAFE = p.safe;
        STAKE_TOKEN = p.stakeToken;
        STAKE = p.stake;
        STAKE_RECIPIENT = p.stakeRecipient;
        EVALUATION_PERIOD = p.evaluationPeriod;
        CHALLENGE_WINDOW = p.challengeWindow;
        ANSWER_PERIOD = p.answerPeriod;
        HUBER_DELTA = p.huberDelta;
        ANCHOR = p.anchor;
        TOLERANCE = p.tolerance;
        MIN_BALLOTS = p.minBallots;
    }

    /* MODIFIERS */

    modifier onlySafe() {
        if (msg.sender != SAFE) revert Jury_NotSafe(msg.sender, SAFE);
        _;
    }

    /* INTERNAL: MARKETS AND TIME */

    function _marketOf(uint256 market) internal view returns (IMarkets.MarketView memory view_) {
        view_ = MARKETS.getMarket(market);
        if (view_.resolver != address(this)) revert Jury_NotResolver(market, view_.resolver);
    }

    /// @dev The last second in which the market is posted and its ballots are published (JU-2, JU-31).
    function _deadline(IMarkets.MarketView memory view_) internal view returns (uint256) {
        return view_.closesAt + EVALUATION_PERIOD;
    }

    /// @dev From when a posted market can be finalized at the latest: a window and an answer period for the posting and
    /// for each amendment, from the deadline on (JU-11).
    function _hardEnd(IMarkets.MarketView memory view_) internal view returns (uint256) {
        return _deadline(view_) + (MAX_AMENDMENTS + 1) * (CHALLENGE_WINDOW + ANSWER_PERIOD);
    }

    /// @dev Requires that the market is between the end of its trading and its deadline, both included.
    function _requireEvaluation(uint256 market, IMarkets.MarketView memory view_) internal view {
        if (block.timestamp < view_.closesAt) revert Jury_TooEarly(market, view_.closesAt, block.timestamp);
        uint256 last = _deadline(view_);
        if (block.timestamp > last) revert Jury_TooLate(market, last, block.timestamp);
    }

    function _requireBefore(uint256 market, uint256 end) internal view {
        if (block.timestamp >= end) revert Jury_TooLate(market, end - 1, block.timestamp);
    }

    /// @dev From when the posting can be finalized if nothing else happens; 0 if there is nothing to finalize (JU-10).
    function _finalFrom(uint256 market, Posting storage posting) internal view returns (uint256) {
        Status status = posting.status;
        if (status == Status.None || status == Status.Resolved) return 0;
        uint256 from = posting.since;
        if (status == Status.Posted) from += CHALLENGE_WINDOW;
        if (status == Status.Challenged) from += ANSWER_PERIOD;
        return from.max(_ballotsUntil(market));
    }

    /// @dev Until when a posting has to wait for ballots, and for who verifies them; 0 if no jurors were committed
    /// (JU-10).
    function _ballotsUntil(uint256 market) internal view returns (uint256) {
        if (jurorsOf[_roundOf(market)] == 0) return 0;
        uint256 last = _deadline(_marketOf(market));
        return last + (_tallies[market].count < MIN_BALLOTS ? 1 : CHALLENGE_WINDOW);
    }

    function _requireUnresolved(uint256 market) internal view {
        if (_postings[market].status == Status.Resolved) revert Jury_WrongStatus(market, Status.Resolved);
    }

    function _requireStatus(uint256 market, Posting storage posting, Status expected) internal view {
        Status status = posting.status;
        if (status != expected) revert Jury_WrongStatus(market, status);
    }

    /// @dev Whether a posting, verified or not, has resolved the market, which then did not fall back.
    function _isJudged(uint256 market) internal view returns (bool) {
        Posting storage posting = _postings[market];
        return posting.status == Status.Resolved && posting.payoutsHash != 0;
    }

    /// @dev The round that the market belongs to; 0, for which no jurors are ever committed, if it belongs to none or
    /// this jury is not connected.
    function _roundOf(uint256 market) internal view returns (uint256) {
        return address(_rounds) == address(0) ? 0 : _rounds.roundOf(market);
    }

    function _scheduleOf(uint256 round) internal view returns (IRounds.Schedule memory) {
        bool unknown = address(_rounds) == address(0) || _rounds.phaseOf(round) == IRounds.Phase.None;
        if (round == 0 || unknown) revert Jury_UnknownRound(round);
        return _rounds.scheduleOf(round);
    }

    /* INTERNAL: MONEY */

    /// @inheritdoc Credits
    function _token() internal view override returns (IERC20) {
        return STAKE_TOKEN;
    }

    /// @inheritdoc Credits
    function _revertNotReceived(uint256 expected, uint256 received) internal pure override {
        revert Jury_NotReceived(expected, received);
    }

    /// @inheritdoc Credits
    function _revertNothingToWithdraw(address account) internal pure override {
        revert Jury_NothingToWithdraw(account);
    }

    /* PRIVATE */

    /// @dev With Huber's loss there must be residuals that count for a proof, whatever the number of outcomes.
    function _checkLoss(Parameters memory p) private pure {
        bool bounded = p.tolerance != 0 && p.tolerance <= MAX_TOLERANCE && p.anchor <= MAX_ANCHOR;
        bool counted = p.minBallots != 0 && p.minBallots <= type(uint32).max;
        bool usable = p.huberDelta == 0;
        if (bounded && p.huberDelta <= MAX_HUBER_DELTA && !usable) {
            usable = Comparisons.certifiable(MAX_OUTCOMES, p.tolerance, p.huberDelta) > 0;
        }
        if (!bounded || !counted || !usable) {
            revert Jury_InvalidLoss(p.huberDelta, p.anchor, p.tolerance, p.minBallots);
        }
    }

    function _checkPeriod(uint256 period) private pure {
        if (period == 0 || period > MAX_PERIOD) revert Jury_InvalidPeriod(period, MAX_PERIOD);
    }
}
