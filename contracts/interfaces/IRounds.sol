// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IEdgeRegistry} from "./IEdgeRegistry.sol";
import {IFundingPool} from "./IFundingPool.sol";
import {IJury} from "./IJury.sol";
import {IMarkets} from "./IMarkets.sol";
import {IOpening} from "./IOpening.sol";
import {IRandomness} from "./IRandomness.sol";

/// @title Rounds: the clock, the markets of a round, the draw, and what they come to
/// @notice A round asks what every seed is worth to the target, how much of its credit it keeps, and how it shares the
/// rest among its children. Sponsors give the liquidity, traders the answers, the jury judges a few of them, and what
/// comes out are the weights by which the funding pool pays and with which the next round opens. Nobody owns a round:
/// every step can be called by anyone, and none by nobody else.
///
/// @dev Units. Money is in the smallest units of `MONEY`; weights, rates and payouts in WAD (1e18); times in unix
/// seconds. A phase includes the second in which it begins and excludes that in which the next begins. A seed is named
/// by its index in the target's roster of the round, which is also its outcome in the market of seed weights.
///
/// Markets. Seed weights in money. For each kind of question about single seeds a selection market in money, one
/// outcome for each eligible seed: its token pays 1/s if the seed is one of the s evaluated. The seed's own market has
/// this token as its asset, so that one unit of money, split once, backs the markets of all seeds. A lone eligible
/// seed has no selection market: its asset is money.
///
/// Rules. The tests quote these numbers.
///
/// Clock
/// - RO-1 Phases follow each other by the clock alone: Registration, Opening, Trading, Evaluation, Challenge, Settled.
/// - RO-2 A round starts when the one before it is settled, anybody calls {start} and the budget suffices; the first
///   one not before registry, jury and funding pool are connected to these rounds, which know them.
/// - RO-3 Starting and opening a round cost the same whatever the size of the graph below the seeds.
/// - RO-4 No step needs a certain account, and none can be refused to others by one account.
///
/// Liquidity
/// - RO-5 The budget of a round is fixed when it starts, and with it b of all its pools.
/// - RO-6 Pools open at the base rates with at most the budget of their kind; what is left goes back to the sponsors.
/// - RO-7 All money of sponsors comes back to them pro rata, less what their pools lost and rounding, plus what they
///   earned and what the bonds compensate.
///
/// Evaluation
/// - RO-10 The schedule fixes what the draw refers to: what comes next in the source of randomness
///   ({IRandomness-next}) after the second in which trading closes. No call changes it; whoever has the proof draws.
/// - RO-11 The evaluation set is filled in order: `drawn` of all eligible by the draw; `paid` of the rest by audit
///   payments. Scores of zero never qualify, ties go to the lower index.
/// - RO-12 A set that leaves out a better seed, or takes one too many or too few, is refused.
/// - RO-13 Selection tokens pay exactly 1 in total: 1/s each, the first `1e18 mod s` one wei more, the others 0;
///   without a set by the end of Evaluation 1/n each.
///
/// Final weights
/// - RO-20 A question is judged if its market was to be evaluated (the seeds' always is) and the jury has posted on it.
///   Without a pool and the jury's word nobody was asked: the references stay (ER-60), and candidates come to nothing
///   (ER-24). Declarations are in no final weight.
/// - RO-21 Final weights by the policy of the deployment. `Jury`: what is judged takes the jury's word, the rest E
///   (RO-25). `Market`: E, but audited seeds, and nodes that are judged, take the jury's word, and the others' share
///   the rest. `Blend`: RO-26 to RO-28. Payouts are the jury's alone: a price in them would pay who moved it.
/// - RO-22 Final weights of a node sum to exactly 1e18; at most 128 are not zero.
/// - RO-23 A node is settled once a round, and only from Settled.
/// - RO-24 Settling moves no token (ER-53), so no token can hold it up. What comes back later counts as what arrives.
/// - RO-25 The estimate of a market is `E = normalise(max(median(T_j, C_j, P_j), 1e-5))`: T its time-weighted prices, C
///   those at which trading closed, P the reference. Without a pool E = P. So a price counts beyond P only as far as it
///   was held through the window and at its end, where its position stays.
/// - RO-26 Blend, judged: audited outcomes that the jury has compared take J. Of what is left, the other compared ones
///   share by `sqrt(max(J_j, 1e-5) E_j)`, the others by E_j; together the compared get
///   `sqrt(mJ mE) / (sqrt(mJ mE) + sqrt((1 - mJ)(1 - mE)))`, mJ and mE their masses under J and E of what is left.
/// - RO-27 Blend, judged, and nothing compared: E.
/// - RO-28 Blend, not judged: `x = E` within `[P / factor, P factor]` and `[P - step, P + step]`; what the sum is above
///   1 is taken in proportion to what x is above its least, what it is below 1 given in proportion to what x is below
///   its most, rounded down, the rest to the outcome with the most room. Nothing that nobody judges costs anything, so
///   a price moves it by `step` at most.
interface IRounds {
    /* TYPES */

    /// @notice Where a round stands, by the clock.
    enum Phase {
        None,
        Registration,
        Opening,
        Trading,
        Evaluation,
        Challenge,
        Settled
    }

    /// @notice What is asked about a seed: its weight, its originality, the weights of its children.
    enum Kind {
        Weight,
        Originality,
        Children
    }

    /// @notice Whose word counts for final weights; see RO-21.
    enum Policy {
        Market,
        Jury,
        Blend
    }

    /// @notice How many seeds of a kind are evaluated, at most, and why.
    struct Quotas {
        uint16 drawn;
        uint16 paid;
    }

    /// @notice What a deployment fixes for all its rounds.
    /// @param markets The markets.
    /// @param registry The graph.
    /// @param jury The resolver of what is judged; its stake token is the money of the rounds.
    /// @param fundingPool What the weights of a round are for: it allots money by them.
    /// @param randomness Source of the draw; its delay is shorter than `auditPeriod`.
    /// @param opening How pools open that do not open at base rates; zero: all do.
    /// @param openingKinds Which kinds open by it: bit k for kind k.
    /// @param policy Whose word counts for final weights.
    /// @param factor What nobody judged may move by, as a factor of its reference, in WAD; for `Blend`.
    /// @param step What it may move by, as a difference, in WAD; for `Blend`.
    /// @param registration Length of the phase, in seconds.
    /// @param openingPeriod Length of the phase, in seconds; 0 unless `opening` is there, else at least its
    /// {IOpening-MIN_OPENING}.
    /// @param trading Length of the phase, in seconds.
    /// @param auditPeriod How long after trading has closed audits are paid for, in seconds; then the set is chosen.
    /// @param twapWindow See {IMarkets-MarketParams}.
    /// @param feeRate See {IMarkets-MarketParams}.
    /// @param alpha See {IMarkets-MarketParams}.
    /// @param minBudget The least that sponsors have to give for a round, in units.
    /// @param parts Parts of the budget for each kind, in 1e-4; they sum to 10,000.
    /// @param quotas Quotas for each kind; for `Weight` only `paid` counts.
    struct Config {
        IMarkets markets;
        IEdgeRegistry registry;
        IJury jury;
        IFundingPool fundingPool;
        IRandomness randomness;
        IOpening opening;
        uint8 openingKinds;
        Policy policy;
        uint96 factor;
        uint64 step;
        uint40 registration;
        uint40 openingPeriod;
        uint40 trading;
        uint40 auditPeriod;
        uint24 twapWindow;
        uint24 feeRate;
        uint24 alpha;
        uint256 minBudget;
        uint16[3] parts;
        Quotas[3] quotas;
    }

    /// @notice When the phases of a round begin, in unix seconds; each ends where the next begins.
    /// @param registrationAt Edges are proposed and declared.
    /// @param openingAt The roster is final; pools prepare to open.
    /// @param tradingAt Pools open and trade.
    /// @param closesAt Evaluation begins: draw and audits.
    /// @param auditedAt Within Evaluation: audits end, the evaluation set is chosen.
    /// @param evaluatedAt Challenge begins: the last second in which the jury posts.
    /// @param settlesAt Everything is final.
    struct Schedule {
        uint40 registrationAt;
        uint40 openingAt;
        uint40 tradingAt;
        uint40 closesAt;
        uint40 auditedAt;
        uint40 evaluatedAt;
        uint40 settlesAt;
    }

    /// @notice The state of a round, without what it has of each kind of question (see {Selection}).
    /// @param schedule Its clock.
    /// @param seeds Seeds in its roster; 0 before {openSeeds}.
    /// @param budget What its sponsors gave, in units.
    /// @param pot What came back for them so far, in units.
    /// @param random The random number; 0: not drawn.
    struct RoundView {
        Schedule schedule;
        uint256 seeds;
        uint256 budget;
        uint256 pot;
        bytes32 random;
    }

    /// @notice What is asked of one kind in a round.
    /// @param opened Whether {openSeeds} (for `Weight`) or {openSelection} was called.
    /// @param done Whether the evaluation set is known.
    /// @param fellBack Whether it will never be known.
    /// @param eligible Seeds that can be selected, a bit for each index.
    /// @param selected The evaluation set, a bit for each index.
    /// @param market The market of seed weights, or the selection market; 0: none.
    /// @param b Liquidity of the kind's pools, in units of their asset.
    /// @param reserve Budget of the kind that is not in markets, in units.
    struct Selection {
        bool opened;
        bool done;
        bool fellBack;
        uint256 eligible;
        uint256 selected;
        uint256 market;
        uint256 b;
        uint256 reserve;
    }

    /* EVENTS */

    /// @notice `sponsor` gave `amount` for `round` (negative: took it back before it started).
    event Sponsored(uint256 indexed round, address indexed sponsor, int256 amount);
    /// @notice `round` started with `budget`.
    event Started(uint256 indexed round, uint256 budget, Schedule schedule);
    /// @notice The market of seed weights was created (0: a lone seed needs none).
    event SeedsOpened(uint256 indexed round, uint256 indexed market, uint256 seeds);
    /// @notice The selection market of `kind` was created (0: at most one seed is eligible).
    event SelectionOpened(uint256 indexed round, Kind indexed kind, uint256 indexed market, uint256 eligible);
    /// @notice The market of seed `index` was created; its pool opens with `b`, 0: without one.
    event NodeOpened(
        uint256 indexed round,
        Kind indexed kind,
        uint256 indexed market,
        uint256 index,
        bytes32 node,
        uint256 b
    );
    /// @notice The draw was made: `random` is the number of `drawReference`.
    event Drawn(uint256 indexed round, uint256 drawReference, bytes32 random);
    /// @notice The evaluation set is known: three disjoint sets of seeds, a bit for each index.
    event Selected(uint256 indexed round, Kind indexed kind, uint256 drawn, uint256 paid);
    /// @notice No set was chosen in time.
    event SelectionFellBack(uint256 indexed round, Kind indexed kind);
    /// @notice `node` has its final weights (the registry's event has them); its bonds owe `compensation`.
    event NodeSettled(uint256 indexed round, bytes32 indexed node, uint256 compensation);
    /// @notice `amount` came back for the sponsors.
    event Collected(uint256 indexed round, Kind indexed kind, uint256 index, uint256 amount);
    /// @notice `amount` of what bonds compensate arrived for the sponsors.
    event CompensationCollected(uint256 indexed round, uint256 amount);
    /// @notice A sponsor took `amount`.
    event SponsorPaid(uint256 indexed round, address indexed sponsor, address indexed receiver, uint256 amount);

    /* ERRORS */

    /// @notice Thrown when a market is not one of a round.
    error Rounds_UnknownMarket(uint256 market);
    /// @notice Thrown at deployment: what is wrong with the configuration, and its value.
    error Rounds_InvalidConfig(bytes32 what, uint256 value);
    /// @notice Thrown when the step does not fit the phase; see {scheduleOf}.
    error Rounds_WrongPhase(uint256 round, Phase phase);
    /// @notice Thrown when the step is for later.
    error Rounds_TooEarly(uint256 round, uint256 from, uint256 timestamp);
    /// @notice Thrown when the budget for the next round is below the minimum: call {sponsor}.
    error Rounds_BudgetTooSmall(uint256 budget, uint256 minimum);
    /// @notice Thrown when sponsors give more than the markets of a round could hold.
    error Rounds_BudgetTooLarge(uint256 budget, uint256 maximum);
    /// @notice Thrown when the graph has no seed: import and seal it first.
    error Rounds_NoSeeds();
    /// @notice Thrown when `part`, the registry, jury or funding pool, is connected to `rounds` and not to these; zero:
    /// to none.
    error Rounds_NotConnected(address part, address rounds);
    /// @notice Thrown when this was opened already.
    error Rounds_AlreadyOpened(uint256 round, Kind kind, uint256 market);
    /// @notice Thrown when `kind` was not opened: call {openSeeds} or {openSelection}.
    error Rounds_NotOpened(uint256 round, Kind kind);
    /// @notice Thrown when seed `index` has no question of this kind.
    error Rounds_NotEligible(uint256 round, Kind kind, uint256 index);
    /// @notice Thrown when the draw was made already.
    error Rounds_AlreadyDrawn(uint256 round, bytes32 random);
    /// @notice Thrown when the draw was not made: call {draw}.
    error Rounds_NotDrawn(uint256 round);
    /// @notice Thrown when the evaluation set is known already, or will never be.
    error Rounds_SelectionDone(uint256 round, Kind kind);
    /// @notice Thrown when the evaluation set is neither known nor given up: call {fallBackSelection}.
    error Rounds_SelectionPending(uint256 round, Kind kind);
    /// @notice Thrown when a market has to be resolved first: finalize it, or let it fall back, at the jury.
    error Rounds_MarketPending(uint256 market);
    /// @notice Thrown when less money arrived than was asked for.
    error Rounds_NotReceived(uint256 expected, uint256 received);
    /// @notice Thrown when there is nothing to do, to collect, or to pay.
    error Rounds_Nothing();
    /// @notice Thrown when a sponsor takes back more than it gave.
    error Rounds_SponsorshipTooSmall(uint256 available, uint256 amount);

    /* PARAMETERS */

    /// @notice Token that everything is paid in: trading, bonds, audits.
    function MONEY() external view returns (IERC20);

    /// @notice The markets.
    function MARKETS() external view returns (IMarkets);

    /// @notice The graph.
    function REGISTRY() external view returns (IEdgeRegistry);

    /// @notice The resolver of what is judged.
    function JURY() external view returns (IJury);

    /// @notice Returns what the deployment fixed for all rounds.
    function config() external view returns (Config memory);

    /// @notice Returns whether `part` is the registry, the jury or the funding pool of these rounds.
    function knows(address part) external view returns (bool);

    /* SPONSORS */

    /// @notice The caller gives `amount` units for the liquidity of the next round.
    /// @dev Requirements: it arrives in full; not 0; all sponsors of the round give at most 2^95 units.
    function sponsor(uint256 amount) external;

    /// @notice The caller takes back `amount` units that it gave for the round that has not started yet.
    /// @dev Requirements: it gave as much.
    function unsponsor(uint256 amount, address receiver) external;

    /// @notice Brings back what a question's markets owe the round: redeems the pool's founding shares and what is left
    /// of the selection token, and frees what was never used. Anyone may call it, any number of times.
    /// @dev Requirements: trading has closed; there is something. Rounds down.
    /// @param kind Kind of question.
    /// @param index Seed; any number for `Weight`.
    /// @return amount Units that came back.
    function collect(uint256 round, Kind kind, uint256 index) external returns (uint256 amount);

    /// @notice Brings back what the bonds of `round` owe its sponsors so far; nothing, if they owe nothing. Anyone may
    /// call it, any number of times.
    /// @return amount Units that arrived.
    function collectCompensation(uint256 round) external returns (uint256 amount);

    /// @notice Pays the caller its part of what came back for the sponsors of `round` so far, rounded down.
    /// @dev Requirements: there is something. It can be called again when more came back.
    function withdrawSponsorship(uint256 round, address receiver) external returns (uint256 amount);

    /* STEPS */

    /// @notice Starts the next round: its Registration begins now.
    /// @dev Requirements: the round before it is settled; the budget is at least the minimum; the graph has a seed;
    /// registry, jury and funding pool are connected to these rounds.
    function start() external returns (uint256 round);

    /// @notice Creates the market of seed weights and opens its pool (or prepares its opening).
    /// @dev Requirements: Trading, or Opening if this kind opens by {IOpening}; not opened before; the target is
    /// settled as to earlier rounds.
    function openSeeds() external returns (uint256 market);

    /// @notice Creates the selection market of `kind` and splits the budget of the kind into its tokens.
    /// @dev Requirements: Opening or Trading; not `Weight`; not opened before; the target is settled as to earlier
    /// rounds. Gas grows with the number of seeds.
    function openSelection(Kind kind) external returns (uint256 market);

    /// @notice Creates the market of seed `index` and opens its pool (or prepares its opening). In Evaluation: creates
    /// the market of a selected seed without a pool, so that the jury can judge it.
    /// @dev Requirements: Trading, or Opening if this kind opens by {IOpening}, or Evaluation if selected; the seed is
    /// eligible; not opened before; the node is settled as to earlier rounds.
    function openNode(Kind kind, uint256 index) external returns (uint256 market);

    /// @notice Makes the draw; `proof` is what the source of randomness asks for, see {IRandomness-randomOf}.
    /// @dev Requirements: Evaluation; not drawn; the time of the reference has come; the proof proves its number.
    function draw(bytes calldata proof) external returns (bytes32 random);

    /// @notice Fixes the evaluation set of `kind` and resolves its selection market.
    /// @dev Requirements: Evaluation, after audits have ended; opened; not fixed before; drawn (but for `Weight`); the
    /// sets follow RO-11.
    /// @param paid Seeds to take for their audit payments, a bit for each index.
    function select(Kind kind, uint256 paid) external;

    /// @notice Gives up the evaluation set of `kind`, which nobody fixed in time: its selection tokens pay 1/n each.
    /// @dev Requirements: Evaluation has ended; opened; not fixed.
    function fallBackSelection(uint256 round, Kind kind) external;

    /// @notice Computes the final weights of the seeds and settles the target's bonds.
    /// @dev Requirements: Settled; the market of seed weights, if there is one, is resolved; not settled before.
    function settleTarget(uint256 round) external;

    /// @notice Computes the final weights and originality of seed `index` and settles its bonds.
    /// @dev Requirements: Settled; its selections are resolved; its markets, if it was selected, are resolved; it took
    /// part in the round (nothing is to be settled otherwise); not settled before.
    function settleSeed(uint256 round, uint256 index) external;

    /* VIEWS */

    /// @notice Returns the number of the last round that was started, from 1; 0: none yet.
    function current() external view returns (uint256 round);

    /// @notice Returns the round whose settlement comes next: the current one, or the one after it once it is settled.
    function unsettled() external view returns (uint256 round);

    /// @notice Returns where `round` stands now; `None` if it was not started.
    function phaseOf(uint256 round) external view returns (Phase);

    /// @notice Returns the clock of `round`; all zero if it was not started.
    function scheduleOf(uint256 round) external view returns (Schedule memory);

    /// @notice Returns a round.
    function getRound(uint256 round) external view returns (RoundView memory);

    /// @notice Returns what is asked of `kind` in `round`.
    function getSelection(uint256 round, Kind kind) external view returns (Selection memory);

    /// @notice Returns b of the pools of `kind` in `round`, fixed before its Registration: in units of money for
    /// `Weight`, of the selection tokens for the others.
    function liquidityOf(uint256 round, Kind kind) external view returns (uint256 b);

    /// @notice Returns what `account` gave for `round`, and what it was paid of it so far, in units.
    function sponsorshipOf(uint256 round, address account) external view returns (uint256 given, uint256 paid);

    /// @notice Returns the market in which seed `index` is judged as to `kind`; for `Weight` that of all seeds. 0 if it
    /// was not created.
    function marketOf(uint256 round, Kind kind, uint256 index) external view returns (uint256 market);

    /// @notice Returns the asset of the market of seed `index`: an ERC-20, or this chain's {IMarkets} and an id.
    /// @dev Requirements: the kind was opened; the seed is eligible.
    function assetOf(uint256 round, Kind kind, uint256 index) external view returns (address asset, uint256 assetId);

    /// @notice Returns what a market says of its outcomes as trading stands, in WAD, sum exactly 1e18: E (RO-25); once
    /// trading has closed it does not change any more.
    /// @dev Requirements: the market is one of a round.
    function getEstimate(uint256 market) external view returns (uint256[] memory);

    /// @notice Returns what a market pays that the jury is silent about, in WAD, sum exactly 1e18: `sqrt(P_j E_j)`,
    /// each at least 1e-5, normalised. Half of a push is erased, so that it does not pay to push before a silent jury.
    /// @dev Requirements: the market is one of a round.
    function getFallbackPayouts(uint256 market) external view returns (uint256[] memory);

    /// @notice Returns the reference P of a market's outcomes, in WAD, sum exactly 1e18: what all juries so far have
    /// made of the import, without prices and declarations (ER-60). It is final when Registration has ended.
    /// @dev Requirements: the market is one of a round.
    function getReference(uint256 market) external view returns (uint256[] memory);

    /// @notice Returns the round that `market` belongs to; 0 if it is not one of a round.
    function roundOf(uint256 market) external view returns (uint256 round);

    /// @notice Returns whether the jury's word on `market` counts: it is the one of seed weights, or its seed is in the
    /// evaluation set.
    function isEvaluated(uint256 market) external view returns (bool);

    /// @notice Returns whether seed `index` is of `kind`'s eligible ones: any for `Weight`, those with children for
    /// `Originality`, those with at least two for `Children`. Not before the kind was opened.
    function isEligible(uint256 round, Kind kind, uint256 index) external view returns (bool);

    /// @notice Returns whether the evaluation set of `kind` is known.
    function isSelectionDone(uint256 round, Kind kind) external view returns (bool);

    /// @notice Returns whether seed `index` is in the evaluation set of `kind`; for `Weight`: whether it was audited.
    function isSelected(uint256 round, Kind kind, uint256 index) external view returns (bool);

    /// @notice Returns the seeds that the draw takes, a bit for each index.
    /// @dev Requirements: drawn; the kind was opened.
    function drawnOf(uint256 round, Kind kind) external view returns (uint256 set);
}
