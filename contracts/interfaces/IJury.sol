// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IConnectedToRounds} from "./IConnectedToRounds.sol";
import {ICredits} from "./ICredits.sol";
import {IMarkets} from "./IMarkets.sol";
import {IRounds} from "./IRounds.sol";

/// @title Jury: what the jurors say, how it can be challenged, and when it is final
/// @notice The resolver of markets. The jurors' Safe posts the payouts of a market; anyone may challenge a posting
/// once, with a stake; the Safe affirms or amends; what stands is reported to {IMarkets}. Without any posting the
/// market resolves to its own time-weighted prices. In a market of a round, the jurors' signed ballots are published
/// after trading, and whoever proves that weights are the optimum of all of them overrules the Safe. Everything but
/// posting, affirming, amending and committing the jurors is callable by anyone, and nobody can hold a market open
/// beyond `deadline + 3 (CHALLENGE_WINDOW + ANSWER_PERIOD)`.
///
/// Before it is connected to its rounds ({IConnectedToRounds}) a jury resolves markets that stand alone: JU-1 to JU-23
/// hold and there are no ballots, audits and rewards.
///
/// @dev Units. Stakes, credits, audits, rewards and the reward pot are in the smallest units of `STAKE_TOKEN`; payouts
/// and log weights in WAD (1e18); multipliers in 1e-6; times in unix seconds. An interval "from a, before b" includes
/// the second a and excludes the second b.
///
/// Stake token. An ERC-20 that arrives in full (JU-20). Rebasing tokens are unsupported. What is sent here by a plain
/// transfer belongs to nobody.
///
/// Trust. The Safe decides; the challenge makes it look twice and in public, at a price to whoever asks in vain and
/// to the reward pot if the Safe was wrong. A Safe that is dishonest as a whole can ignore every challenge; an
/// accomplice can use up a posting's one challenge and get the stake back when it is not answered; and by amending
/// what an accomplice challenges it can take up to two stakes a market out of the reward pot. Where at least
/// `MIN_BALLOTS` ballots are published the verified posting is the answer to the first two: it needs no Safe, takes no
/// regard of postings and challenges, and there is always time for it (JU-10). The third costs the pot, never a market.
/// The Safe also commits the jurors; who trades sees, before trading ends, whether it did. Between two ballots of one
/// juror for one market, the one published first counts. Who wants a ballot to count must see to its publication: a
/// verified posting takes all that are published, and only those.
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
/// - JU-8 Amended: the challenger is credited the stake and, once a market and only if a round has evaluated it, a
///   reward, the smaller of `STAKE` and the reward pot; the amendment is a new posting with a window of its own. At
///   most 2 amendments a market. So a Safe that challenges itself takes at most `STAKE` a market that the rounds
///   evaluate: `(1 + s + c) STAKE` a round, s and c the seats of originality and children, and nothing by markets it
///   invents.
/// - JU-9 Not answered, or overtaken by a verified posting: the challenger is credited the stake, and no reward: two
///   optima always differ in their last digits, so a difference proves nothing.
///
/// Finality
/// - JU-10 A posting is final when W has passed without a challenge, when it is affirmed, or when A has passed without
///   an answer; but where jurors were committed for the market's round not before D has passed, and with at least
///   `MIN_BALLOTS` ballots not before D + W: a hasty Safe leaves no less time to verify than a slow one. From then
///   anyone may {finalize}; only the payouts that were posted are accepted.
/// - JU-11 Hard end: a posted market can be finalized at the latest from D + 3 (W + A).
/// - JU-12 Fallback: after D, and only without a posting, anyone may {fallBack}: a market of a round to the root of
///   reference and estimate ({IRounds-getFallbackPayouts}); another one to the time-weighted prices if it has a pool,
///   else to 1/n each, the first `1e18 mod n` outcomes one wei more. With at least `MIN_BALLOTS`
///   ballots only from the hard end: until then somebody can verify.
/// - JU-13 Final is final: a market is reported once, and nothing can be posted, challenged or answered after it.
///
/// Money
/// - JU-20 What is to be paid in arrives in full or the call reverts.
/// - JU-21 Money leaves by withdrawal only: no receiver, whatever it or the token does, can stop an answer or finality.
/// - JU-22 Balance = open stakes + credits + reward pot + audits neither refunded nor collected + rewards allotted and
///   not claimed (+ what was sent by plain transfers), always.
/// - JU-23 Credits leave to their account, or by its own call to a receiver of its choice, and only once.
///
/// Ballots
/// - JU-30 The Safe commits the jurors of a round once, before the round's trading ends, by the root of a Merkle tree
///   of `keccak256(bytes.concat(keccak256(abi.encode(juror, salt))))`: salted, so that nobody knows them meanwhile.
/// - JU-31 Anyone publishes a ballot, from `closesAt` to D, both included: signed by EIP-712 for this chain and this
///   contract, by a juror of the market's round, one for each juror and market. An ECDSA signature has one form only;
///   a juror that is a contract signs by ERC-1271.
/// - JU-32 A ballot has 1 to `MAX_COMPARISONS` comparisons of two outcomes of the market, `a < b`, won by one of them
///   by a multiplier of 1 to 1000. A pair judged twice counts twice.
///
/// Verified posting
/// - JU-40 Anyone fixes log weights x and walks every published ballot of a market exactly once, in order, in as many
///   calls as it takes; what is walked belongs to the caller, the market and x, so nobody else can disturb it.
/// - JU-41 After D, with at least `MIN_BALLOTS` ballots, walked to the end, it counts if every coordinate of the loss's
///   gradient, with the error of its computation, is at most `TOLERANCE`; and, without an anchor, `sum x = 0` (within n
///   units) and comparisons connect all outcomes: with Huber's loss only those in its quadratic part, see
///   {Comparisons}. Flat optima are refused.
/// - JU-42 It resolves the market in the same call to softmax(x), whatever the Safe has posted, before a posting is
///   final and before the hard end. The first valid one wins; it cannot be challenged.
///
/// Audits
/// - JU-50 Anyone may pay for the judgment of an eligible seed, from the end of the round's trading and before
///   its `auditedAt`, from which the evaluation set is chosen.
/// - JU-51 A payer is refunded what was not judged: the seed is not in the set that is known, or no set is known after
///   `evaluatedAt`, or the round is settled and its market was never posted nor verified.
/// - JU-52 What was judged is collected into the reward pot, once, and never refunded.
///
/// Rewards
/// - JU-60 Rounds are distributed in order, each once, from `REWARD_DELAY` after it has settled. Its accepted
///   comparisons, those of published ballots in markets that were to be evaluated and were resolved by a posting,
///   the Safe's or a verified one, share the reward pot equally: `floor(pot / accepted)` for each comparison. The
///   rest stays in the pot, without accepted comparisons all of it.
/// - JU-61 A juror is credited that for its comparisons in such a market, once. What is resolved after the distribution
///   counts for nothing.
interface IJury is IConnectedToRounds, ICredits {
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

    /// @notice One judgment: of outcomes a and b `winner` is worth `multiplier` times the other.
    /// @param a Index of an outcome.
    /// @param b Index of another, above a.
    /// @param winner a or b.
    /// @param multiplier In 1e-6, from 1e6 to 1000e6.
    struct Comparison {
        uint16 a;
        uint16 b;
        uint16 winner;
        uint64 multiplier;
    }

    /// @notice What a juror signs, once for each market.
    /// @param round Round of the market.
    /// @param market Id of the market.
    /// @param juror The signer.
    /// @param comparisons The judgments.
    struct Ballot {
        uint256 round;
        uint256 market;
        address juror;
        Comparison[] comparisons;
    }

    /// @notice What a deployment is made of; see the getters of the same names. `deployer`: who may connect it.
    struct Parameters {
        address deployer;
        IMarkets markets;
        address safe;
        IERC20 stakeToken;
        uint256 stake;
        address stakeRecipient;
        uint256 evaluationPeriod;
        uint256 challengeWindow;
        uint256 answerPeriod;
        uint256 huberDelta;
        uint256 anchor;
        uint256 tolerance;
        uint256 minBallots;
    }

    /// @notice The published ballots of a market.
    /// @param round Round of the market; 0 without ballots.
    /// @param ballots How many were published.
    /// @param comparisons In all of them.
    /// @param accepted Whether they count for rewards (JU-60).
    struct TallyView {
        uint256 round;
        uint256 ballots;
        uint256 comparisons;
        bool accepted;
    }

    /// @notice How far a walk is.
    /// @param cursor Ballots walked.
    /// @param comparisons Comparisons in them.
    /// @param groups Groups of outcomes that are not connected yet; 0: not begun.
    /// @param gradients The gradient without its anchor, in WAD.
    struct WalkView {
        uint256 cursor;
        uint256 comparisons;
        uint256 groups;
        int256[] gradients;
    }

    /// @notice The rewards of a round.
    /// @param accepted Accepted comparisons; final when distributed.
    /// @param claimed Those of them that were claimed for.
    /// @param perComparison Units of the stake token for each.
    /// @param distributed Whether the pot was shared.
    struct RewardsView {
        uint256 accepted;
        uint256 claimed;
        uint256 perComparison;
        bool distributed;
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
    /// @notice Nothing was posted in time: the market was resolved to the root of reference and estimate, to
    /// its prices (`pooled`), or to equal parts.
    event FellBack(uint256 indexed market, bool pooled, uint256[] payouts);
    /// @notice `amount` was given to the reward pot.
    event Gifted(address indexed giver, uint256 amount);
    /// @notice The jurors of `round` were committed.
    event JurorsCommitted(uint256 indexed round, bytes32 root);
    /// @notice Ballot `index` of `market` was published, with all that a walk needs.
    event BallotPublished(uint256 indexed market, address indexed juror, uint256 index, Comparison[] comparisons);
    /// @notice `submitter` has walked the first `cursor` ballots of `market` for the log weights with hash `xHash`.
    event BallotsWalked(uint256 indexed market, address indexed submitter, bytes32 indexed xHash, uint256 cursor);
    /// @notice The market was resolved to what its ballots say; log weights are at most `errorBound` (WAD) from the
    /// optimum, log payouts twice that.
    event Verified(
        uint256 indexed market,
        address indexed submitter,
        uint256[] payouts,
        uint256 ballots,
        uint256 errorBound
    );
    /// @notice A challenge was open when its market was verified: `stake` was credited to the challenger.
    event Overtaken(uint256 indexed market, address indexed challenger, uint256 stake);
    /// @notice `payer` has paid `amount` for the judgment of seed `index`.
    event AuditRequested(
        uint256 indexed round,
        IRounds.Kind indexed kind,
        uint256 indexed index,
        address payer,
        uint256 amount
    );
    /// @notice `amount` was credited to `payer`: the seed is not judged.
    event AuditRefunded(
        uint256 indexed round,
        IRounds.Kind indexed kind,
        uint256 indexed index,
        address payer,
        uint256 amount
    );
    /// @notice The seed was judged: `amount` went to the reward pot.
    event AuditCollected(uint256 indexed round, IRounds.Kind indexed kind, uint256 indexed index, uint256 amount);
    /// @notice The pot was shared by `accepted` comparisons of `round`.
    event RewardsDistributed(uint256 indexed round, uint256 accepted, uint256 perComparison);
    /// @notice `amount` was credited to `juror` for `comparisons` in `market`.
    event RewardClaimed(uint256 indexed market, address indexed juror, uint256 comparisons, uint256 amount);

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
    /// @notice Thrown at deployment when `tolerance` is 0 or above 1e-6, delta is not 0 but too small to prove anything
    /// with it or above 100, the anchor is above 1e6, or no ballot would be needed.
    error Jury_InvalidLoss(uint256 huberDelta, uint256 anchor, uint256 tolerance, uint256 minBallots);
    /// @notice Thrown when there is no such round here; before the connection there is none.
    error Jury_UnknownRound(uint256 round);
    /// @notice Thrown when the root is zero.
    error Jury_InvalidRoot(uint256 round);
    /// @notice Thrown when the jurors of `round` were committed already.
    error Jury_JurorsCommitted(uint256 round, bytes32 root);
    /// @notice Thrown when `round` is not ready for the call before the second `from`.
    error Jury_RoundTooEarly(uint256 round, uint256 from, uint256 timestamp);
    /// @notice Thrown when for `round` the call was possible until the second `last`.
    error Jury_RoundTooLate(uint256 round, uint256 last, uint256 timestamp);
    /// @notice Thrown when `market` belongs to `actual` (0: to no round).
    error Jury_WrongRound(uint256 market, uint256 expected, uint256 actual);
    /// @notice Thrown when `juror`, with this salt and proof, is not one of the round's.
    error Jury_NotJuror(uint256 round, address juror);
    /// @notice Thrown when a ballot of `juror` for `market` was published already.
    error Jury_AlreadyPublished(uint256 market, address juror);
    /// @notice Thrown when the signature of `digest` is not the juror's.
    error Jury_InvalidSignature(address juror, bytes32 digest);
    /// @notice Thrown when a ballot has no comparison or more than `maximum`.
    error Jury_InvalidBallotSize(uint256 comparisons, uint256 maximum);
    /// @notice Thrown when comparison `index` breaks JU-32.
    error Jury_InvalidComparison(uint256 index);
    /// @notice Thrown when a walk goes beyond the last of `ballots`.
    error Jury_NoSuchBallot(uint256 market, uint256 ballots);
    /// @notice Thrown when what was passed as ballot `index` is not it.
    error Jury_WrongBallot(uint256 market, uint256 index, bytes32 expected, bytes32 actual);
    /// @notice Thrown when the caller's walk for this x has not come to the end.
    error Jury_BallotsLeft(uint256 market, uint256 cursor, uint256 ballots);
    /// @notice Thrown when fewer ballots were published than a verified posting needs.
    error Jury_TooFewBallots(uint256 market, uint256 ballots, uint256 minimum);
    /// @notice Thrown when log weight `index` is further from 0 than `maximum`.
    error Jury_LogWeightOutOfRange(uint256 index, int256 logWeight, int256 maximum);
    /// @notice Thrown when the log weights do not sum to 0, within one unit for each.
    error Jury_InvalidLogSum(int256 sum, uint256 maximum);
    /// @notice Thrown when coordinate `index` of the gradient, `uncertainty` units off at most, is above the tolerance.
    error Jury_NotOptimal(uint256 index, int256 gradient, uint256 uncertainty, uint256 tolerance);
    /// @notice Thrown when the optimum may not be the only one: what must connect all outcomes leaves `groups`.
    error Jury_NotUnique(uint256 market, uint256 groups);
    /// @notice Thrown when a seed cannot be audited.
    error Jury_NotEligible(uint256 round, IRounds.Kind kind, uint256 index);
    /// @notice Thrown when the evaluation set is known already.
    error Jury_SelectionDone(uint256 round, IRounds.Kind kind);
    /// @notice Thrown when an audit cannot be refunded, or not yet.
    error Jury_NotRefundable(uint256 round, IRounds.Kind kind, uint256 index);
    /// @notice Thrown when an audit cannot be collected, or not yet.
    error Jury_NotCollectable(uint256 round, IRounds.Kind kind, uint256 index);
    /// @notice Thrown when there is nothing to refund or to collect.
    error Jury_NoAudit(uint256 round, IRounds.Kind kind, uint256 index);
    /// @notice Thrown when `next` is to be distributed before, or `round` was.
    error Jury_OutOfTurn(uint256 round, uint256 next);
    /// @notice Thrown when `round` was not distributed yet.
    error Jury_NotDistributed(uint256 round);
    /// @notice Thrown when `juror` has no reward left in `market`.
    error Jury_NothingToClaim(uint256 market, address juror);

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

    /// @notice delta of Huber's loss, in WAD; 0: squares.
    function HUBER_DELTA() external view returns (uint256);

    /// @notice tau: how strongly log weights are drawn to those of the base rates, in WAD; 0: not at all, and 1e18: as
    /// much as by one comparison.
    function ANCHOR() external view returns (uint256);

    /// @notice epsilon: the largest gradient of a verified posting, in WAD.
    function TOLERANCE() external view returns (uint256);

    /// @notice How many ballots a verified posting needs, so that no juror alone overrules the Safe.
    function MIN_BALLOTS() external view returns (uint256);

    /// @notice How many comparisons a ballot may have.
    function MAX_COMPARISONS() external view returns (uint256);

    /// @notice Seconds from a round's `settlesAt` until its rewards can be distributed: time to finalize its markets,
    /// to collect its audits and for slashed bonds to arrive.
    function REWARD_DELAY() external view returns (uint256);

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

    /// @notice Reports the posting of `market`, once it is final (JU-10), to {IMarkets}; its ballots count for rewards.
    /// @dev Requirements: posted; final; `payouts` are the payouts of the last {Posted} event.
    function finalize(uint256 market, uint256[] calldata payouts) external;

    /// @notice Resolves `market` without the jury: to its time-weighted prices if it has a pool, else to equal parts.
    /// @dev Requirements: this contract resolves the market; never posted; not resolved; after D, with at least
    /// `MIN_BALLOTS` ballots from D + 3 (W + A).
    function fallBack(uint256 market) external;

    /* BALLOTS */

    /// @notice Commits the jurors of `round`.
    /// @dev Requirements: connected; the caller is the Safe; the round has started and its trading has not ended; not
    /// committed before; the root is not zero.
    /// @param root Root of a Merkle tree, of sorted pairs, over the leaves of JU-30.
    function commitJurors(uint256 round, bytes32 root) external;

    /// @notice Publishes a ballot. Anyone may who has it.
    /// @dev Requirements: the market belongs to the ballot's round and this contract resolves it; from `closesAt` to D,
    /// both included; not resolved; the juror's first for this market; `salt` and `proof` show that it is one of the
    /// round's; the signature is the juror's; JU-32.
    /// @return index Its place in the market.
    function publishBallot(
        Ballot calldata ballot,
        bytes calldata signature,
        bytes32 salt,
        bytes32[] calldata proof
    ) external returns (uint256 index);

    /// @notice Adds the next ballots to the caller's walk for the log weights `x`; may begin before D.
    /// @dev Requirements: this contract resolves the market, which is not resolved; one log weight for each outcome,
    /// each within 2000; `ballots` are the comparisons of the next published ballots, in order.
    /// @param x Log weights, in WAD.
    /// @param ballots Comparisons by ballot.
    /// @return cursor Ballots walked so far.
    function walkBallots(
        uint256 market,
        int256[] calldata x,
        Comparison[][] calldata ballots
    ) external returns (uint256 cursor);

    /// @notice Resolves `market` to softmax(x), floored, the remainder to the largest, if the caller's walk proves it.
    /// @dev Requirements: JU-41, JU-42. The error of x is at most `sqrt(n) TOLERANCE / ANCHOR`, without an anchor
    /// `TOLERANCE n^2.5 / 4`, in Euclidean norm.
    /// @return payouts What was reported, in WAD.
    function postVerified(uint256 market, int256[] calldata x) external returns (uint256[] memory payouts);

    /* AUDITS */

    /// @notice Pays `amount` for the judgment of seed `index`.
    /// @dev Requirements: the seed is eligible; from the round's `closesAt`, before its `auditedAt`; the money arrives
    /// in full. So nobody can change the order of payments while the evaluation set is chosen.
    function requestAudit(uint256 round, IRounds.Kind kind, uint256 index, uint256 amount) external;

    /// @notice Credits `payer` what it paid for a seed that is not judged (JU-51). Anyone may call it.
    /// @return amount Units of the stake token.
    function refundAudit(
        uint256 round,
        IRounds.Kind kind,
        uint256 index,
        address payer
    ) external returns (uint256 amount);

    /// @notice Moves what was paid for a seed that was judged into the reward pot. Anyone may call it.
    /// @dev Requirements: the seed is in the evaluation set; its market was resolved by a posting, verified or not; not
    /// collected before.
    /// @return amount Units of the stake token.
    function collectAudit(uint256 round, IRounds.Kind kind, uint256 index) external returns (uint256 amount);

    /* REWARDS */

    /// @notice Shares the reward pot among the accepted comparisons of `round` (JU-60). Anyone may call it.
    /// @dev Requirements: all rounds before were distributed, this one was not; settled for `REWARD_DELAY`.
    /// @return perComparison Units of the stake token for each comparison, rounded down.
    function distributeRewards(uint256 round) external returns (uint256 perComparison);

    /// @notice Credits `juror` its rewards in `markets`. Anyone may call it.
    /// @dev Requirements: in each market a ballot of the juror was published and accepted, the round is distributed,
    /// and it was not claimed before.
    /// @return amount Units of the stake token.
    function claimRewards(address juror, uint256[] calldata markets) external returns (uint256 amount);

    /* MONEY */

    /// @notice The caller gives `amount` to the reward pot.
    /// @dev Requirements: it arrives in full.
    function gift(uint256 amount) external;

    /* VIEWS */

    /// @notice Returns the present posting of `market`.
    function getPosting(uint256 market) external view returns (PostingView memory);

    /// @notice Returns D, the last second in which `market` can be posted.
    /// @dev Requirements: this contract resolves the market.
    function deadline(uint256 market) external view returns (uint256);

    /// @notice Returns what is left for rewards, in units of the stake token.
    function rewardPot() external view returns (uint256);

    /// @notice Returns the root of the jurors of `round`; zero: not committed.
    function jurorsOf(uint256 round) external view returns (bytes32 root);

    /// @notice Returns what a juror signs for a ballot, by EIP-712.
    function ballotDigest(Ballot calldata ballot) external view returns (bytes32 digest);

    /// @notice Returns the published ballots of `market`, but for their contents, which are in {BallotPublished}.
    function tallyOf(uint256 market) external view returns (TallyView memory);

    /// @notice Returns how many comparisons the ballot of `juror` for `market` has (0: not published), and whether its
    /// reward was claimed.
    function ballotOf(uint256 market, address juror) external view returns (uint256 comparisons, bool claimed);

    /// @notice Returns how far `submitter` is with `x`.
    function walkOf(uint256 market, address submitter, int256[] calldata x) external view returns (WalkView memory);

    /// @notice Returns what is paid for the audit of one seed, in units, neither refunded nor collected.
    function auditOf(uint256 round, IRounds.Kind kind, uint256 index) external view returns (uint256 amount);

    /// @notice Returns {auditOf} of seeds 0 to `count - 1`.
    function auditsOf(
        uint256 round,
        IRounds.Kind kind,
        uint256 count
    ) external view returns (uint256[] memory payments);

    /// @notice Returns what `payer` has paid for it and was not refunded, in units, whether or not it was collected.
    function auditBy(
        uint256 round,
        IRounds.Kind kind,
        uint256 index,
        address payer
    ) external view returns (uint256 amount);

    /// @notice Returns the last round that was distributed; they are in order, from 1.
    function lastDistributed() external view returns (uint256 round);

    /// @notice Returns the rewards of `round`.
    function rewardsOf(uint256 round) external view returns (RewardsView memory);
}
