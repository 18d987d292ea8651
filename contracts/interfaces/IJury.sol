// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IMarkets} from "./IMarkets.sol";

/// @title Jury: what the jurors say, how it can be challenged, and when it is final
/// @notice The resolver of markets. The jurors' Safe posts the payouts of a market; anyone may challenge a posting
/// once, with a stake; the Safe affirms or amends; what stands is reported to {IMarkets}. Without any posting the
/// market resolves to its own time-weighted prices. Everything but posting, affirming and amending is callable by
/// anyone, and nobody can hold a market open beyond `deadline + 3 (CHALLENGE_WINDOW + ANSWER_PERIOD)`.
///
/// @dev Units. Stakes, credits and the reward pot are in the smallest units of `STAKE_TOKEN`; payouts in WAD (1e18);
/// times in unix seconds. An interval "from a, before b" includes the second a and excludes the second b.
///
/// Stake token. An ERC-20 that arrives in full (JU-20). Rebasing tokens are unsupported. What is sent here by a plain
/// transfer belongs to nobody.
///
/// Trust. The Safe decides; the challenge makes it look twice and in public, at a price to whoever asks in vain and
/// to the reward pot if the Safe was wrong. A Safe that is dishonest as a whole can ignore every challenge.
///
/// Rules. The tests quote these numbers. D = `closesAt + EVALUATION_PERIOD`, W = `CHALLENGE_WINDOW`,
/// A = `ANSWER_PERIOD`.
///
/// Posting
/// - JU-1 Only the Safe posts, affirms and amends.
/// - JU-2 A market is posted once, from `closesAt` to D, both included.
/// - JU-3 A posting that is accepted can be reported: this contract is the market's resolver, there is one payout for
///   each outcome and they sum to exactly 1e18.
/// - JU-4 Only hashes are kept; the event has the payouts in full, the ballots root and the evidence URI.
///
/// Challenge
/// - JU-5 Anyone may challenge a posting, once, from the posting and before W has passed, against `STAKE`.
/// - JU-6 The Safe answers a challenge from the challenge and before A has passed, once: it affirms or amends.
/// - JU-7 Affirmed: the stake is credited to `STAKE_RECIPIENT`; the posting is final at once.
/// - JU-8 Amended: the challenger is credited the stake and a reward, the smaller of `STAKE` and the reward pot; the
///   amendment is a new posting with a window of its own. At most 2 amendments a market.
/// - JU-9 Not answered: the posting stands and the challenger is credited the stake.
///
/// Finality
/// - JU-10 A posting is final when W has passed without a challenge, when it is affirmed, or when A has passed without
///   an answer. From then anyone may {finalize}; only the payouts that were posted are accepted.
/// - JU-11 Hard end: a posted market can be finalized at the latest from D + 3 (W + A).
/// - JU-12 Fallback: after D, and only without a posting, anyone may {fallBack}: to the time-weighted prices if the
///   market has a pool, else to 1/n each, the first `1e18 mod n` outcomes one wei more.
/// - JU-13 Final is final: a market is reported once, and nothing can be posted, challenged or answered after it.
///
/// Money
/// - JU-20 What is to be paid in arrives in full or the call reverts.
/// - JU-21 Money leaves by withdrawal only: no receiver, whatever it or the token does, can stop an answer or finality.
/// - JU-22 Balance = open stakes + credits + reward pot (+ what was sent by plain transfers), always.
/// - JU-23 Credits leave to their account, or by its own call to a receiver of its choice, and only once.
interface IJury {
    /* TYPES */

    /// @notice Where a market stands here. `None` also stands for markets that nobody has posted yet.
    enum Status {
        None,
        Posted,
        Challenged,
        Affirmed,
        Resolved
    }

    /// @notice The present posting of a market.
    /// @param status See {Status}.
    /// @param amendments Amendments so far, 0 to 2.
    /// @param since When it was posted, challenged or affirmed (whichever was last).
    /// @param finalFrom From when {finalize} works if nothing else happens; 0 if it cannot be called.
    /// @param challenger Who challenged this posting; zero if nobody did.
    /// @param payoutsHash `keccak256(abi.encode(payouts))`; zero if nothing was posted.
    /// @param ballotsRoot Merkle root of the ballots that the payouts were computed from.
    struct PostingView {
        Status status;
        uint8 amendments;
        uint40 since;
        uint256 finalFrom;
        address challenger;
        bytes32 payoutsHash;
        bytes32 ballotsRoot;
    }

    /* EVENTS */

    /// @notice The Safe posted `payouts`: the first time (`amendment` 0) or as amendment 1 or 2. It can be challenged
    /// before `challengeableUntil`.
    event Posted(
        uint256 indexed market,
        uint8 indexed amendment,
        bytes32 indexed ballotsRoot,
        uint256[] payouts,
        string evidenceURI,
        uint256 challengeableUntil
    );
    /// @notice The posting was challenged with `stake`. The Safe can answer before `answerableUntil`.
    event Challenged(
        uint256 indexed market,
        address indexed challenger,
        uint256 stake,
        string reasonURI,
        uint256 answerableUntil
    );
    /// @notice The Safe affirmed the posting: `stake` was credited to `recipient`.
    event Affirmed(uint256 indexed market, address indexed challenger, address indexed recipient, uint256 stake);
    /// @notice The Safe amended the posting: `stake` and `reward` were credited to the challenger. {Posted} follows.
    event Amended(uint256 indexed market, address indexed challenger, uint256 stake, uint256 reward);
    /// @notice The challenge was not answered in time: `stake` was credited to the challenger.
    event Unanswered(uint256 indexed market, address indexed challenger, uint256 stake);
    /// @notice The posting became final and was reported.
    event Finalized(uint256 indexed market, bytes32 payoutsHash);
    /// @notice Nothing was posted in time: the market was resolved to its prices (`pooled`) or to equal parts.
    event FellBack(uint256 indexed market, bool pooled, uint256[] payouts);
    /// @notice `amount` was given to the reward pot.
    event Gifted(address indexed giver, uint256 amount);
    /// @notice Credits of `account` were paid to `receiver`.
    event Withdrawn(address indexed account, address indexed receiver, uint256 amount);

    /* ERRORS */

    /// @notice Thrown at deployment when the Safe or the recipient of stakes is the zero address, or the markets or
    /// the stake token are not contracts.
    error Jury_InvalidAddress(address account);
    /// @notice Thrown at deployment when challenges would be free.
    error Jury_ZeroStake();
    /// @notice Thrown at deployment when a period is empty or longer than `maximum`.
    error Jury_InvalidPeriod(uint256 period, uint256 maximum);
    /// @notice Thrown when `caller` is not the jurors' Safe.
    error Jury_NotSafe(address caller, address safe);
    /// @notice Thrown when this contract does not resolve the market (`resolver` is zero if there is no such market).
    error Jury_NotResolver(uint256 market, address resolver);
    /// @notice Thrown when the call does not fit where the market stands.
    error Jury_WrongStatus(uint256 market, Status status);
    /// @notice Thrown when the call comes before the second `from`.
    error Jury_TooEarly(uint256 market, uint256 from, uint256 timestamp);
    /// @notice Thrown when the call comes after the second `last`.
    error Jury_TooLate(uint256 market, uint256 last, uint256 timestamp);
    /// @notice Thrown when there is not one payout for each outcome.
    error Jury_WrongLength(uint256 expected, uint256 actual);
    /// @notice Thrown when payouts do not sum to exactly 1e18.
    error Jury_InvalidSum(uint256 sum);
    /// @notice Thrown when the payouts are not those that were posted last; see the last {Posted} event.
    error Jury_WrongPayouts(bytes32 expected, bytes32 actual);
    /// @notice Thrown when the posting was amended `maximum` times: it can only be affirmed, or left to stand.
    error Jury_NoAmendmentLeft(uint256 market, uint256 maximum);
    /// @notice Thrown when less of the stake token arrived than was asked for.
    error Jury_NotReceived(uint256 expected, uint256 received);
    /// @notice Thrown when `account` has no credits.
    error Jury_NothingToWithdraw(address account);

    /* PARAMETERS */

    /// @notice The markets that this contract resolves.
    function MARKETS() external view returns (IMarkets);

    /// @notice The jurors' multisig.
    function SAFE() external view returns (address);

    /// @notice Token of stakes and rewards.
    function STAKE_TOKEN() external view returns (IERC20);

    /// @notice What a challenge costs until it is answered, in units of the stake token.
    function STAKE() external view returns (uint256);

    /// @notice Who is credited the stake of a challenge in vain. Not the jury, which judged itself.
    function STAKE_RECIPIENT() external view returns (address);

    /// @notice Seconds from a market's `closesAt` to its deadline D.
    function EVALUATION_PERIOD() external view returns (uint256);

    /// @notice W: seconds in which a posting can be challenged.
    function CHALLENGE_WINDOW() external view returns (uint256);

    /// @notice A: seconds in which the Safe can answer a challenge.
    function ANSWER_PERIOD() external view returns (uint256);

    /// @notice How often a market's posting can be amended.
    function MAX_AMENDMENTS() external view returns (uint256);

    /// @notice Longest period that a deployment accepts, in seconds.
    function MAX_PERIOD() external view returns (uint256);

    /* POSTING */

    /// @notice Posts the payouts of `market`.
    /// @dev Requirements: the caller is the Safe; this contract resolves the market; from `closesAt` to D, both
    /// included; not posted before, nor resolved; one payout for each outcome; their sum is exactly 1e18.
    /// @param market Id of the market.
    /// @param payouts Weights of the outcomes, in WAD.
    /// @param ballotsRoot Merkle root of the jurors' ballots.
    /// @param evidenceURI Where ballots, parameters and reasons can be read.
    function post(
        uint256 market,
        uint256[] calldata payouts,
        bytes32 ballotsRoot,
        string calldata evidenceURI
    ) external;

    /// @notice Challenges the present posting of `market`; the caller pays `STAKE`.
    /// @dev Requirements: posted and not challenged; before W has passed since the posting; the stake arrives in full.
    /// @param market Id of the market.
    /// @param reasonURI Where the reasons can be read.
    function challenge(uint256 market, string calldata reasonURI) external;

    /// @notice Answers the challenge: the posting is right. It is final; the stake goes to `STAKE_RECIPIENT`.
    /// @dev Requirements: the caller is the Safe; challenged; before A has passed since the challenge.
    function affirm(uint256 market) external;

    /// @notice Answers the challenge: `payouts` are right instead. They can be challenged like a first posting.
    /// @dev Requirements: the caller is the Safe; challenged; before A has passed since the challenge; fewer than
    /// {MAX_AMENDMENTS} amendments before; one payout for each outcome; their sum is exactly 1e18.
    /// How much an amendment must change is left to the Safe.
    function amend(
        uint256 market,
        uint256[] calldata payouts,
        bytes32 ballotsRoot,
        string calldata evidenceURI
    ) external;

    /* FINALITY */

    /// @notice Reports the posting of `market`, once it is final (JU-10), to {IMarkets}.
    /// @dev Requirements: posted; final; `payouts` are the payouts of the last {Posted} event.
    function finalize(uint256 market, uint256[] calldata payouts) external;

    /// @notice Resolves `market` without the jury: to its time-weighted prices if it has a pool, else to equal parts.
    /// @dev Requirements: this contract resolves the market; after D; never posted; not resolved.
    function fallBack(uint256 market) external;

    /* MONEY */

    /// @notice The caller gives `amount` to the reward pot.
    /// @dev Requirements: it arrives in full.
    function gift(uint256 amount) external;

    /// @notice Pays the caller's credits to `receiver`.
    /// @dev Requirements: the caller has credits.
    /// @return amount Units of the stake token paid.
    function withdraw(address receiver) external returns (uint256 amount);

    /// @notice Pays the credits of `account` to `account`. Anyone may call it, e.g. for a contract that cannot.
    /// @dev Requirements: the account has credits.
    /// @return amount Units of the stake token paid.
    function withdrawFor(address account) external returns (uint256 amount);

    /* VIEWS */

    /// @notice Returns the present posting of `market`.
    function getPosting(uint256 market) external view returns (PostingView memory);

    /// @notice Returns D, the last second in which `market` can be posted.
    /// @dev Requirements: this contract resolves the market.
    function deadline(uint256 market) external view returns (uint256);

    /// @notice Returns what `account` can withdraw, in units of the stake token.
    function credits(address account) external view returns (uint256);

    /// @notice Returns what is left for rewards, in units of the stake token.
    function rewardPot() external view returns (uint256);
}
