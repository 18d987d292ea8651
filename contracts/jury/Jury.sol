// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {ConnectedToRounds} from "../shared/ConnectedToRounds.sol";
import {IJury} from "../interfaces/IJury.sol";
import {IMarkets} from "../interfaces/IMarkets.sol";
import {IRounds} from "../interfaces/IRounds.sol";
import {Ballots} from "./Ballots.sol";
import {Comparisons} from "./Comparisons.sol";
import {MeasuredPull} from "../shared/MeasuredPull.sol";

/// @title Jury
/// @notice See {IJury}, which has the rules and the documentation.
/// @dev Proof of the hard end (JU-11). Postings of a market are numbered 0, 1, 2: `post` makes the first, `amend` the
/// others, and only out of the status Challenged. Let t_k be the time of posting k. JU-2: t_0 <= D. A posting is
/// challenged before t_k + W and amended before A has passed since, so t_{k+1} < t_k + W + A, hence
/// t_2 < D + 2 (W + A). Posting k is final at t_k + W if nobody challenged it and at the latest A after a challenge
/// otherwise, in both cases not later than t_k + W + A <= D + 3 (W + A); there is no posting 3. Waiting for ballots and
/// for who verifies them ends at D + W, before that. After the interval in which the Safe can act, no step needs it:
/// {finalize} is open to anyone, and reports payouts that {IMarkets} accepts (JU-3 was checked when they were posted
/// and neither the market's length nor its resolver can change).
///
/// Nobody can leave ballots out: they are published until D, a walk ends after D, and it takes each at its index.
/// Nobody can make a walk impossible: a call takes as few ballots as fit, each with at most 64 comparisons.
///
/// Money is in one of five places, and every function moves it between two of them or between one and the outside:
/// stakes of open challenges, credits, the reward pot, audits, and what a distribution has allotted.
contract Jury is IJury, ConnectedToRounds, EIP712, ReentrancyGuardTransient {
    using Ballots for Ballots.Tally;
    using Ballots for Ballots.Walk;
    using Math for uint256;
    using SafeCast for uint256;
    using MeasuredPull for IERC20;
    using SafeERC20 for IERC20;

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

    /// @dev One juror's ballot for one market. 16 + 8 = 24 bits.
    struct Slip {
        uint16 comparisons;
        bool claimed;
    }

    /// @dev What was paid for the audit of one seed.
    struct Audit {
        uint256 amount; // neither refunded nor collected
        bool collected;
        mapping(address payer => uint256) paid; // not refunded
    }

    /// @dev A round's rewards. Slot 0: 64 + 64 = 128 bits.
    struct Rewards {
        uint64 accepted; // comparisons
        uint64 claimed;
        uint256 perComparison;
    }

    /* CONSTANTS AND IMMUTABLES */

    uint256 private constant WAD = 1e18;

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
    uint256 private constant MAX_OUTCOMES = 256;

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

    mapping(uint256 market => Posting) private _postings;

    /// @inheritdoc IJury
    mapping(address account => uint256) public credits;

    /// @inheritdoc IJury
    uint256 public rewardPot;

    /// @inheritdoc IJury
    mapping(uint256 round => bytes32) public jurorsOf;

    mapping(uint256 market => Ballots.Tally) private _tallies;
    mapping(uint256 market => mapping(address juror => Slip)) private _slips;
    mapping(bytes32 key => Ballots.Walk) private _walks;
    mapping(uint256 round => mapping(IRounds.Kind kind => mapping(uint256 index => Audit))) private _audits;
    mapping(uint256 round => Rewards) private _rewards;

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
        uint256 reward = STAKE.min(rewardPot);
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
        uint256[] memory payouts = view_.pooled ? MARKETS.getTwap(market) : _equalParts(view_.outcomes);

        // Effects.
        posting.status = Status.Resolved;
        posting.since = block.timestamp.toUint40();
        emit FellBack(market, view_.pooled, payouts);

        // Interactions.
        MARKETS.report(market, payouts);
    }

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
        Slip storage slip = _slips[market][juror];
        if (slip.comparisons != 0) revert Jury_AlreadyPublished(market, juror);
        // Without a commitment the root is zero, which no proof leads to.
        if (!Ballots.isJuror(jurorsOf[round], juror, salt, proof)) revert Jury_NotJuror(round, juror);
        Ballots.check(ballot.comparisons, view_.outcomes);
        bytes32 digest = ballotDigest(ballot);
        if (!SignatureChecker.isValidSignatureNowCalldata(juror, digest, signature)) {
            revert Jury_InvalidSignature(juror, digest);
        }

        slip.comparisons = uint16(ballot.comparisons.length); // at most MAX_COMPARISONS
        index = _tallies[market].add(round, ballot.comparisons);
        emit BallotPublished(market, juror, index, ballot.comparisons);
    }

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

    /* REWARDS */

    /// @inheritdoc IJury
    function distributeRewards(uint256 round) external nonReentrant returns (uint256 perComparison) {
        if (round != lastDistributed + 1) revert Jury_OutOfTurn(round, lastDistributed + 1);
        uint256 from = _scheduleOf(round).settlesAt + REWARD_DELAY;
        if (block.timestamp < from) revert Jury_RoundTooEarly(round, from, block.timestamp);

        Rewards storage rewards = _rewards[round];
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

    /* MONEY */

    /// @inheritdoc IJury
    function gift(uint256 amount) external nonReentrant {
        rewardPot += amount;
        emit Gifted(msg.sender, amount);
        _receive(amount);
    }

    /// @inheritdoc IJury
    function withdraw(address receiver) external nonReentrant returns (uint256 amount) {
        return _withdraw(msg.sender, receiver);
    }

    /// @inheritdoc IJury
    function withdrawFor(address account) external nonReentrant returns (uint256 amount) {
        return _withdraw(account, account);
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

    /// @inheritdoc IJury
    function ballotDigest(Ballot calldata ballot) public view returns (bytes32 digest) {
        return _hashTypedDataV4(Ballots.structHash(ballot));
    }

    /// @inheritdoc IJury
    function tallyOf(uint256 market) external view returns (TallyView memory) {
        Ballots.Tally storage tally = _tallies[market];
        return TallyView(tally.round, tally.count, tally.comparisons, tally.accepted);
    }

    /// @inheritdoc IJury
    function ballotOf(uint256 market, address juror) external view returns (uint256 comparisons, bool claimed) {
        Slip storage slip = _slips[market][juror];
        return (slip.comparisons, slip.claimed);
    }

    /// @inheritdoc IJury
    function walkOf(uint256 market, address submitter, int256[] calldata x) external view returns (WalkView memory) {
        Ballots.Walk storage walk = _walks[_walkKey(market, submitter, _hash(x))];
        return WalkView(walk.cursor, walk.comparisons, walk.groups, walk.gradientsOf(x.length));
    }

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

    /// @inheritdoc IJury
    function rewardsOf(uint256 round) external view returns (RewardsView memory) {
        Rewards storage rewards = _rewards[round];
        bool distributed = round != 0 && round <= lastDistributed;
        return RewardsView(rewards.accepted, rewards.claimed, rewards.perComparison, distributed);
    }

    /* PRIVATE */

    /// @dev Counts the ballots of a market that a posting has resolved, unless their round's rewards are given away.
    function _accept(uint256 market) private {
        Ballots.Tally storage tally = _tallies[market];
        if (tally.count == 0 || tally.round <= lastDistributed || !_rounds.isEvaluated(market)) return;
        tally.accepted = true;
        _rewards[tally.round].accepted += tally.comparisons;
    }

    function _claim(uint256 market, address juror) private returns (uint256 amount) {
        Ballots.Tally storage tally = _tallies[market];
        Slip storage slip = _slips[market][juror];
        uint256 comparisons = slip.comparisons;
        if (!tally.accepted || comparisons == 0 || slip.claimed) revert Jury_NothingToClaim(market, juror);
        uint256 round = tally.round;
        if (round > lastDistributed) revert Jury_NotDistributed(round);

        Rewards storage rewards = _rewards[round];
        slip.claimed = true;
        rewards.claimed += uint64(comparisons); // read from a uint16
        amount = comparisons * rewards.perComparison;
        emit RewardClaimed(market, juror, comparisons, amount);
    }

    /// @dev Makes `payouts` the posting of `market`, from now. What it accepts, {IMarkets-report} accepts (JU-3).
    function _record(
        uint256 market,
        uint256 outcomes,
        uint256[] calldata payouts,
        bytes32 ballotsRoot,
        string calldata evidenceURI
    ) private {
        if (payouts.length != outcomes) revert Jury_WrongLength(outcomes, payouts.length);
        uint256 sum;
        for (uint256 i; i < payouts.length; ++i) {
            // Saturating: a sum that would overflow is reported as the largest number, it is wrong in any case.
            sum = sum.saturatingAdd(payouts[i]);
        }
        if (sum != WAD) revert Jury_InvalidSum(sum);

        Posting storage posting = _postings[market];
        posting.challenger = address(0);
        posting.since = block.timestamp.toUint40();
        posting.status = Status.Posted;
        posting.payoutsHash = _hash(payouts);
        posting.ballotsRoot = ballotsRoot;
        emit Posted(market, posting.amendments, ballotsRoot, payouts, evidenceURI, block.timestamp + CHALLENGE_WINDOW);
    }

    /// @dev The caller pays `amount`; a token that keeps a part of it, or pretends, is refused (JU-20).
    function _receive(uint256 amount) private {
        uint256 received = STAKE_TOKEN.pullMeasured(amount);
        if (received < amount) revert Jury_NotReceived(amount, received);
    }

    function _withdraw(address account, address receiver) private returns (uint256 amount) {
        amount = credits[account];
        if (amount == 0) revert Jury_NothingToWithdraw(account);
        credits[account] = 0;
        emit Withdrawn(account, receiver, amount);
        STAKE_TOKEN.safeTransfer(receiver, amount);
    }

    /// @dev From when the posting can be finalized if nothing else happens; 0: it cannot.
    function _finalFrom(uint256 market, Posting storage posting) private view returns (uint256) {
        Status status = posting.status;
        if (status == Status.None || status == Status.Resolved) return 0;
        uint256 from = posting.since;
        if (status == Status.Posted) from += CHALLENGE_WINDOW;
        if (status == Status.Challenged) from += ANSWER_PERIOD;
        return from.max(_ballotsUntil(market));
    }

    /// @dev Until when a posting has to wait for ballots, and for who verifies them; 0: not at all.
    function _ballotsUntil(uint256 market) private view returns (uint256) {
        if (jurorsOf[_roundOf(market)] == 0) return 0;
        uint256 last = _deadline(_marketOf(market));
        return last + (_tallies[market].count < MIN_BALLOTS ? 1 : CHALLENGE_WINDOW);
    }

    /// @dev After D, with enough ballots, while nothing is final.
    function _requireVerifiable(uint256 market, Posting storage posting) private view {
        _requireUnresolved(market);
        IMarkets.MarketView memory view_ = _marketOf(market);
        uint256 last = _deadline(view_);
        if (block.timestamp <= last) revert Jury_TooEarly(market, last + 1, block.timestamp);
        _requireBefore(market, posting.status == Status.None ? _hardEnd(view_) : _finalFrom(market, posting));
        uint256 count = _tallies[market].count;
        if (count < MIN_BALLOTS) revert Jury_TooFewBallots(market, count, MIN_BALLOTS);
    }

    /// @dev JU-51.
    function _isRefundable(uint256 round, IRounds.Kind kind, uint256 index) private view returns (bool) {
        if (!_rounds.isSelectionDone(round, kind)) return block.timestamp > _rounds.scheduleOf(round).evaluatedAt;
        if (!_rounds.isSelected(round, kind, index)) return true;
        uint256 market = _rounds.marketOf(round, kind, index);
        Status status = _postings[market].status;
        bool open = status != Status.None && status != Status.Resolved; // posted: anyone can finalize it
        return _rounds.phaseOf(round) == IRounds.Phase.Settled && !open && !_isJudged(market);
    }

    /// @dev Whether a posting, verified or not, has resolved the market: it did not fall back.
    function _isJudged(uint256 market) private view returns (bool) {
        Posting storage posting = _postings[market];
        return posting.status == Status.Resolved && posting.payoutsHash != 0;
    }

    /// @dev 0: none, or not connected. No jurors are ever committed for round 0.
    function _roundOf(uint256 market) private view returns (uint256) {
        return address(_rounds) == address(0) ? 0 : _rounds.roundOf(market);
    }

    function _scheduleOf(uint256 round) private view returns (IRounds.Schedule memory) {
        bool unknown = address(_rounds) == address(0) || _rounds.phaseOf(round) == IRounds.Phase.None;
        if (round == 0 || unknown) revert Jury_UnknownRound(round);
        return _rounds.scheduleOf(round);
    }

    function _loss() private view returns (Ballots.Loss memory) {
        return Ballots.Loss(HUBER_DELTA, ANCHOR, TOLERANCE);
    }

    /// @dev D.
    function _deadline(IMarkets.MarketView memory view_) private view returns (uint256) {
        return view_.closesAt + EVALUATION_PERIOD;
    }

    /// @dev D + 3 (W + A).
    function _hardEnd(IMarkets.MarketView memory view_) private view returns (uint256) {
        return _deadline(view_) + (MAX_AMENDMENTS + 1) * (CHALLENGE_WINDOW + ANSWER_PERIOD);
    }

    /// @dev From `closesAt` to D.
    function _requireEvaluation(uint256 market, IMarkets.MarketView memory view_) private view {
        if (block.timestamp < view_.closesAt) revert Jury_TooEarly(market, view_.closesAt, block.timestamp);
        uint256 last = _deadline(view_);
        if (block.timestamp > last) revert Jury_TooLate(market, last, block.timestamp);
    }

    function _requireUnresolved(uint256 market) private view {
        if (_postings[market].status == Status.Resolved) revert Jury_WrongStatus(market, Status.Resolved);
    }

    function _marketOf(uint256 market) private view returns (IMarkets.MarketView memory view_) {
        view_ = MARKETS.getMarket(market);
        if (view_.resolver != address(this)) revert Jury_NotResolver(market, view_.resolver);
    }

    function _requireAnswerable(uint256 market, Posting storage posting) private view {
        _requireStatus(market, posting, Status.Challenged);
        _requireBefore(market, posting.since + ANSWER_PERIOD);
    }

    function _requireStatus(uint256 market, Posting storage posting, Status expected) private view {
        Status status = posting.status;
        if (status != expected) revert Jury_WrongStatus(market, status);
    }

    function _requireBefore(uint256 market, uint256 end) private view {
        if (block.timestamp >= end) revert Jury_TooLate(market, end - 1, block.timestamp);
    }

    function _equalParts(uint256 outcomes) private pure returns (uint256[] memory payouts) {
        payouts = new uint256[](outcomes);
        uint256 part = WAD / outcomes; // rounds down; the remainder goes to the first `1e18 mod n`, one wei each
        uint256 remainder = WAD % outcomes;
        for (uint256 i; i < outcomes; ++i) {
            payouts[i] = i < remainder ? part + 1 : part;
        }
    }

    function _hash(uint256[] calldata payouts) private pure returns (bytes32) {
        return keccak256(abi.encode(payouts));
    }

    function _hash(int256[] calldata x) private pure returns (bytes32) {
        return keccak256(abi.encode(x));
    }

    function _walkKey(uint256 market, address submitter, bytes32 xHash) private pure returns (bytes32) {
        return keccak256(abi.encode(market, submitter, xHash));
    }

    /// @dev With delta there must be residuals that count for the certificate, whatever the number of outcomes.
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
