// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IJury} from "./interfaces/IJury.sol";
import {IMarkets} from "./interfaces/IMarkets.sol";

/// @title Jury
/// @notice See {IJury}, which has the rules and the documentation.
/// @dev Proof of the hard end (JU-11). Postings of a market are numbered 0, 1, 2: `post` makes the first, `amend` the
/// others, and only out of the status Challenged. Let t_k be the time of posting k. JU-2: t_0 <= D. A posting is
/// challenged before t_k + W and amended before A has passed since, so t_{k+1} < t_k + W + A, hence
/// t_2 < D + 2 (W + A). Posting k is final at t_k + W if nobody challenged it and at the latest A after a challenge
/// otherwise, in both cases not later than t_k + W + A <= D + 3 (W + A); there is no posting 3. After the interval in
/// which the Safe can act, no step needs it: {finalize} is open to anyone, and reports payouts that {IMarkets} accepts
/// (JU-3 was checked when they were posted and neither the market's length nor its resolver can change).
contract Jury is IJury, ReentrancyGuardTransient {
    using Math for uint256;
    using SafeCast for uint256;
    using SafeERC20 for IERC20;

    /* TYPES */

    /// @dev Slot 0: 160 + 40 + 8 + 8 = 216 of 256 bits, read and written together by every step of a posting.
    struct Posting {
        address challenger;
        uint40 since; // when the status was reached, unix seconds
        uint8 amendments;
        Status status; // None is 0: a market that nobody posted
        bytes32 payoutsHash;
        bytes32 ballotsRoot;
    }

    /* CONSTANTS AND IMMUTABLES */

    uint256 private constant WAD = 1e18;

    /// @inheritdoc IJury
    uint256 public constant MAX_AMENDMENTS = 2;

    /// @inheritdoc IJury
    uint256 public constant MAX_PERIOD = 365 days;

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

    /* STORAGE */

    mapping(uint256 market => Posting) private _postings;

    /// @inheritdoc IJury
    mapping(address account => uint256) public credits;

    /// @inheritdoc IJury
    uint256 public rewardPot;

    /* CONSTRUCTOR */

    constructor(
        IMarkets markets,
        address safe,
        IERC20 stakeToken,
        uint256 stake,
        address stakeRecipient,
        uint256 evaluationPeriod,
        uint256 challengeWindow,
        uint256 answerPeriod
    ) {
        if (address(markets).code.length == 0) revert Jury_InvalidAddress(address(markets));
        if (address(stakeToken).code.length == 0) revert Jury_InvalidAddress(address(stakeToken));
        if (safe == address(0) || stakeRecipient == address(0)) revert Jury_InvalidAddress(address(0));
        if (stake == 0) revert Jury_ZeroStake();
        _checkPeriod(evaluationPeriod);
        _checkPeriod(challengeWindow);
        _checkPeriod(answerPeriod);

        MARKETS = markets;
        SAFE = safe;
        STAKE_TOKEN = stakeToken;
        STAKE = stake;
        STAKE_RECIPIENT = stakeRecipient;
        EVALUATION_PERIOD = evaluationPeriod;
        CHALLENGE_WINDOW = challengeWindow;
        ANSWER_PERIOD = answerPeriod;
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
        if (block.timestamp < view_.closesAt) revert Jury_TooEarly(market, view_.closesAt, block.timestamp);
        uint256 last = view_.closesAt + EVALUATION_PERIOD;
        if (block.timestamp > last) revert Jury_TooLate(market, last, block.timestamp);

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
        uint256 from = _finalFrom(posting);
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

        // Interactions.
        MARKETS.report(market, payouts);
    }

    /// @inheritdoc IJury
    function fallBack(uint256 market) external {
        Posting storage posting = _postings[market];
        _requireStatus(market, posting, Status.None);
        IMarkets.MarketView memory view_ = _marketOf(market);
        uint256 from = view_.closesAt + EVALUATION_PERIOD + 1;
        if (block.timestamp < from) revert Jury_TooEarly(market, from, block.timestamp);
        uint256[] memory payouts = view_.pooled ? MARKETS.getTwap(market) : _equalParts(view_.outcomes);

        // Effects.
        posting.status = Status.Resolved;
        posting.since = block.timestamp.toUint40();
        emit FellBack(market, view_.pooled, payouts);

        // Interactions.
        MARKETS.report(market, payouts);
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
                finalFrom: _finalFrom(posting),
                challenger: posting.challenger,
                payoutsHash: posting.payoutsHash,
                ballotsRoot: posting.ballotsRoot
            });
    }

    /// @inheritdoc IJury
    function deadline(uint256 market) external view returns (uint256) {
        return _marketOf(market).closesAt + EVALUATION_PERIOD;
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
        uint256 before = STAKE_TOKEN.balanceOf(address(this));
        STAKE_TOKEN.safeTransferFrom(msg.sender, address(this), amount);
        uint256 received = STAKE_TOKEN.balanceOf(address(this)).saturatingSub(before);
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
    function _finalFrom(Posting storage posting) private view returns (uint256) {
        Status status = posting.status;
        if (status == Status.Posted) return posting.since + CHALLENGE_WINDOW;
        if (status == Status.Challenged) return posting.since + ANSWER_PERIOD;
        if (status == Status.Affirmed) return posting.since;
        return 0;
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

    function _checkPeriod(uint256 period) private pure {
        if (period == 0 || period > MAX_PERIOD) revert Jury_InvalidPeriod(period, MAX_PERIOD);
    }
}
