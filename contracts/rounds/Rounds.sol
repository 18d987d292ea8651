// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {IJury} from "../interfaces/IJury.sol";
import {IMarkets} from "../interfaces/IMarkets.sol";
import {IOpening} from "../interfaces/IOpening.sol";
import {IRandomness} from "../interfaces/IRandomness.sol";
import {IRounds} from "../interfaces/IRounds.sol";
import {EvaluationSet} from "./EvaluationSet.sol";
import {FinalWeights} from "./FinalWeights.sol";
import {MeasuredPull} from "../shared/MeasuredPull.sol";
import {OutcomeId} from "../markets/OutcomeId.sol";

/// @title Rounds
/// @notice See {IRounds}, which has the rules and the documentation.
contract Rounds is IRounds, ReentrancyGuardTransient {
    using EvaluationSet for uint256;
    using Math for uint256;
    using SafeCast for uint256;
    using MeasuredPull for IERC20;
    using SafeERC20 for IERC20;

    /// @dev A round, but for its kinds.
    struct Round {
        uint40 startedAt;
        uint16 seeds;
        bytes32 random;
        uint256 budget;
        uint256 pot;
    }

    /// @dev What a market asks. One slot.
    struct Question {
        uint32 round;
        Kind kind;
        uint16 index;
    }

    struct Sponsorship {
        uint256 given;
        uint256 paid;
    }

    /* CONSTANTS */

    uint256 private constant WAD = 1e18;
    uint256 private constant PARTS = 10_000;
    /// @dev Half of what a market can hold, in units: pools can open, and traders join.
    uint256 private constant MAX_BUDGET = 2 ** 95;
    /// @dev The least b and the highest fee rate that {IMarkets} takes.
    uint256 private constant MIN_LIQUIDITY = 1e4;
    uint256 private constant MAX_FEE_RATE = 1e7;
    /// @dev What opening a pool with b = 1 costs at the least base rate there can be, rounded up: ln(1 / 0.99e-5) for
    /// weights, ln(1 / 0.01) for originality. See {IEdgeRegistry} for the bounds of rates.
    uint256 private constant WEIGHTS_COST = 11.53e18;
    uint256 private constant ORIGINALITY_COST = 4.61e18;
    /// @dev Bids move prices to where {IOpening} stops them, 1e-5 for every kind; one more is the sponsor's own bid.
    uint256 private constant PREPARED_COST = 12.53e18;

    /// @inheritdoc IRounds
    IMarkets public immutable MARKETS;
    /// @inheritdoc IRounds
    IEdgeRegistry public immutable REGISTRY;
    /// @inheritdoc IRounds
    IJury public immutable JURY;
    /// @inheritdoc IRounds
    IERC20 public immutable MONEY;
    IRandomness private immutable RANDOMNESS;
    IOpening private immutable OPENING;
    bytes32 private immutable TARGET;
    uint256 private immutable EVALUATION_PERIOD;
    uint256 private immutable CHALLENGE_PERIOD;

    /* STORAGE */

    /// @inheritdoc IRounds
    uint256 public current;

    /// @dev Written by the constructor alone.
    Config private _config;
    mapping(uint256 round => Round) private _rounds;
    mapping(uint256 market => Question) private _questions;
    mapping(uint256 round => mapping(Kind kind => Selection)) private _selections;
    mapping(uint256 round => mapping(Kind kind => mapping(uint256 index => uint256 market))) private _nodeMarkets;
    mapping(uint256 round => mapping(address account => Sponsorship)) private _sponsorships;

    /* CONSTRUCTOR */

    constructor(Config memory config_) {
        MARKETS = config_.markets;
        REGISTRY = config_.registry;
        JURY = config_.jury;
        MONEY = config_.jury.STAKE_TOKEN();
        RANDOMNESS = config_.randomness;
        OPENING = config_.opening;
        TARGET = config_.registry.TARGET();
        EVALUATION_PERIOD = config_.jury.EVALUATION_PERIOD();
        // The jury's hard end: a posting and two amendments, each challenged and answered at the last moment.
        CHALLENGE_PERIOD = 3 * (config_.jury.CHALLENGE_WINDOW() + config_.jury.ANSWER_PERIOD());
        _checkConfig(config_);
        _config = config_;
        // Every time of every round fits 40 bits, of which the clock takes less than half until the year 19391.
        uint256 duration = EVALUATION_PERIOD + 1 + CHALLENGE_PERIOD;
        duration += uint256(config_.registration) + config_.openingPeriod + config_.trading;
        if (duration > type(uint40).max / 2) revert Rounds_InvalidConfig("trading", duration);
        for (uint256 k; k < 3; ++k) {
            uint256 part = (config_.minBudget * config_.parts[k]) / PARTS;
            if ((part * WAD) / _costOf(Kind(k)) < MIN_LIQUIDITY) revert Rounds_InvalidConfig("minBudget", k);
        }
    }

    function _checkConfig(Config memory c) private view {
        if (address(c.jury.MARKETS()) != address(c.markets)) revert Rounds_InvalidConfig("jury", 0);
        if (address(c.registry.JURY()) != address(c.jury)) revert Rounds_InvalidConfig("registry", 0);
        bool opens = c.openingPeriod != 0 && address(c.opening) != address(0);
        if (c.openingKinds > 7 || (c.openingKinds != 0 && !opens)) {
            revert Rounds_InvalidConfig("openingKinds", c.openingKinds);
        }
        if (c.openingPeriod != 0 && c.openingKinds == 0) {
            revert Rounds_InvalidConfig("openingPeriod", c.openingPeriod);
        }
        if (c.registration == 0) revert Rounds_InvalidConfig("registration", 0);
        if (c.twapWindow == 0 || c.trading < c.twapWindow) revert Rounds_InvalidConfig("twapWindow", c.twapWindow);
        if (c.auditPeriod == 0 || c.auditPeriod >= EVALUATION_PERIOD) {
            revert Rounds_InvalidConfig("auditPeriod", c.auditPeriod);
        }
        _checkRandomness(c);
        _checkParts(c);
    }

    /// @dev Nobody is to know the number while trading is open, and who is drawn is to be known before audits end.
    function _checkRandomness(Config memory c) private view {
        if (address(c.randomness).code.length == 0) revert Rounds_InvalidConfig("randomness", 0);
        uint256 delay = c.randomness.timeOf(c.randomness.next(block.timestamp)) - block.timestamp;
        if (delay == 0 || delay >= c.auditPeriod) revert Rounds_InvalidConfig("randomness", delay);
    }

    function _checkParts(Config memory c) private pure {
        uint256 sum;
        for (uint256 k; k < 3; ++k) {
            sum += c.parts[k];
            if (c.parts[k] == 0) revert Rounds_InvalidConfig("parts", k);
            // s and c are at least 1, whatever the market and the payers do.
            bool weight = k == uint256(Kind.Weight);
            if (!weight && c.quotas[k].drawn == 0) revert Rounds_InvalidConfig("drawn", k);
            if (weight && (c.quotas[k].drawn | c.quotas[k].byVolatility) != 0) {
                revert Rounds_InvalidConfig("drawn", k);
            }
        }
        if (sum != PARTS) revert Rounds_InvalidConfig("parts", sum);
        if (c.feeRate > MAX_FEE_RATE) revert Rounds_InvalidConfig("feeRate", c.feeRate);
        if (c.minBudget > MAX_BUDGET) revert Rounds_InvalidConfig("minBudget", c.minBudget);
    }

    /* SPONSORS */

    /// @inheritdoc IRounds
    function sponsor(uint256 amount) external nonReentrant {
        if (amount == 0) revert Rounds_Nothing();
        uint256 round = current + 1;
        uint256 budget = _rounds[round].budget + amount;
        if (budget > MAX_BUDGET) revert Rounds_BudgetTooLarge(budget, MAX_BUDGET);
        _rounds[round].budget = budget;
        _sponsorships[round][msg.sender].given += amount;
        emit Sponsored(round, msg.sender, amount.toInt256());

        uint256 received = MONEY.pullMeasured(amount);
        if (received < amount) revert Rounds_NotReceived(amount, received);
    }

    /// @inheritdoc IRounds
    function unsponsor(uint256 amount, address receiver) external nonReentrant {
        if (amount == 0) revert Rounds_Nothing();
        uint256 round = current + 1;
        Sponsorship storage sponsorship = _sponsorships[round][msg.sender];
        if (amount > sponsorship.given) revert Rounds_SponsorshipTooSmall(sponsorship.given, amount);
        sponsorship.given -= amount;
        _rounds[round].budget -= amount;
        emit Sponsored(round, msg.sender, -amount.toInt256());
        MONEY.safeTransfer(receiver, amount);
    }

    /// @inheritdoc IRounds
    function collect(uint256 round, Kind kind, uint256 index) external nonReentrant returns (uint256 amount) {
        Phase phase = phaseOf(round);
        if (phase < Phase.Evaluation) revert Rounds_WrongPhase(round, phase);
        Selection storage selection = _selections[round][kind];
        uint256 market = marketOf(round, kind, index);

        amount = selection.reserve;
        selection.reserve = 0;
        if (market != 0 && _isPrepared(kind)) amount += _refund(market);
        amount += _redeem(selection, kind, index, market);
        if (amount == 0) revert Rounds_Nothing();
        _rounds[round].pot += amount;
        emit Collected(round, kind, index, amount);
    }

    /// @dev What the opening of `market` did not need; selection tokens are redeemed with the others.
    function _refund(uint256 market) private returns (uint256 amount) {
        amount = OPENING.refund(market);
        if (MARKETS.getMarket(market).assetId != 0) amount = 0;
    }

    /// @dev Redeems what the round holds: the founding shares of the question's pool, once its market is resolved, and
    /// the selection tokens that were not needed. Both wait for the selection, if there is one.
    function _redeem(
        Selection storage selection,
        Kind kind,
        uint256 index,
        uint256 market
    ) private returns (uint256 amount) {
        bool nested = kind != Kind.Weight && selection.market != 0;
        if (nested) {
            if (!selection.eligible.has(index) || !_isFixed(selection)) return 0;
            amount = _redeemAll(_tokenOf(selection, index));
        }
        if (market != 0 && _isResolved(market)) amount += _redeemAll(market | OutcomeId.FOUNDING_SHARES);
    }

    function _redeemAll(uint256 id) private returns (uint256) {
        uint256[] memory ids = new uint256[](1);
        uint256[] memory amounts = new uint256[](1);
        (ids[0], amounts[0]) = (id, MARKETS.balanceOf(address(this), id));
        return amounts[0] == 0 ? 0 : MARKETS.redeemTo(ids, amounts, address(this));
    }

    /// @inheritdoc IRounds
    function withdrawSponsorship(uint256 round, address receiver) external nonReentrant returns (uint256 amount) {
        Round storage r = _rounds[round];
        Sponsorship storage sponsorship = _sponsorships[round][msg.sender];
        if (r.startedAt == 0 || sponsorship.given == 0) revert Rounds_Nothing();
        amount = r.pot.mulDiv(sponsorship.given, r.budget) - sponsorship.paid;
        if (amount == 0) revert Rounds_Nothing();
        sponsorship.paid += amount;
        emit SponsorPaid(round, msg.sender, receiver, amount);
        MONEY.safeTransfer(receiver, amount);
    }

    /* STEPS */

    /// @inheritdoc IRounds
    function start() external returns (uint256 round) {
        Phase phase = phaseOf(current);
        if (current != 0 && phase != Phase.Settled) revert Rounds_WrongPhase(current, phase);
        round = ++current;
        Round storage r = _rounds[round];
        uint256 budget = r.budget;
        if (budget < _config.minBudget) revert Rounds_BudgetTooSmall(budget, _config.minBudget);
        if (!REGISTRY.isSealed() || REGISTRY.rosterSize(round, TARGET) == 0) revert Rounds_NoSeeds();

        r.startedAt = block.timestamp.toUint40();
        uint256 rest = budget;
        for (uint256 k = 3; k > 0; --k) {
            Kind kind = Kind(k - 1);
            uint256 part = kind == Kind.Weight ? rest : (budget * _config.parts[k - 1]) / PARTS;
            rest -= part;
            _selections[round][kind].reserve = part;
            _selections[round][kind].b = (part * WAD) / _costOf(kind);
        }
        emit Started(round, budget, scheduleOf(round));
    }

    /// @dev What a pool with b = 1 may cost to open, in WAD.
    function _costOf(Kind kind) private view returns (uint256) {
        if (_isPrepared(kind)) return PREPARED_COST;
        return kind == Kind.Originality ? ORIGINALITY_COST : WEIGHTS_COST;
    }

    /// @dev Whether pools of `kind` open by {IOpening}.
    function _isPrepared(Kind kind) private view returns (bool) {
        return (_config.openingKinds >> uint256(kind)) & 1 == 1;
    }

    /// @inheritdoc IRounds
    function openSeeds() external nonReentrant returns (uint256 market) {
        uint256 round = current;
        Selection storage selection = _selections[round][Kind.Weight];
        _requireOpen(round, Kind.Weight);
        if (selection.opened) revert Rounds_AlreadyOpened(round, Kind.Weight, selection.market);
        // Seeds are named by their index, so the roster must be final: the target is settled as to earlier rounds.
        REGISTRY.touch(TARGET);
        (bytes32[] memory seeds, uint256[] memory rates) = REGISTRY.roster(round, TARGET);

        selection.opened = true;
        selection.eligible = type(uint256).max >> (256 - seeds.length);
        _rounds[round].seeds = uint16(seeds.length); // at most 255
        if (seeds.length > 1) {
            market = _createMarket(round, Kind.Weight, 0, TARGET, address(MONEY), 0, seeds.length);
            selection.market = market;
            selection.reserve -= _openPool(round, Kind.Weight, market, TARGET, 0, rates);
        }
        emit SeedsOpened(round, market, seeds.length);
    }

    /// @inheritdoc IRounds
    function openSelection(Kind kind) external nonReentrant returns (uint256 market) {
        uint256 round = current;
        if (kind == Kind.Weight) revert Rounds_NotEligible(round, kind, 0);
        Phase phase = phaseOf(round);
        if (phase != Phase.Opening && phase != Phase.Trading) revert Rounds_WrongPhase(round, phase);
        Selection storage selection = _selections[round][kind];
        if (selection.opened) revert Rounds_AlreadyOpened(round, kind, selection.market);

        REGISTRY.touch(TARGET); // as in {openSeeds}
        uint256 eligible = _eligible(round, kind);
        selection.opened = true;
        selection.eligible = eligible;
        uint256 outcomes = eligible.size();
        if (outcomes > 1) {
            // Nobody else is to report, or to open a pool.
            market = MARKETS.createMarket(
                _params(round, kind, TARGET, address(MONEY), 0, outcomes, address(this), address(this))
            );
            selection.market = market;
            uint256 amount = selection.reserve;
            selection.reserve = 0;
            MONEY.forceApprove(address(MARKETS), amount);
            MARKETS.split(market, amount, address(this));
        }
        emit SelectionOpened(round, kind, market, eligible);
    }

    /// @dev Seeds with children, for `Children` with at least two.
    function _eligible(uint256 round, Kind kind) private view returns (uint256 eligible) {
        uint256 least = kind == Kind.Children ? 2 : 1;
        (bytes32[] memory seeds, ) = REGISTRY.roster(round, TARGET);
        for (uint256 j; j < seeds.length; ++j) {
            if (REGISTRY.rosterSize(round, seeds[j]) >= least) eligible |= 1 << j;
        }
    }

    /// @inheritdoc IRounds
    function openNode(Kind kind, uint256 index) external nonReentrant returns (uint256 market) {
        uint256 round = current;
        (address asset, uint256 assetId) = assetOf(round, kind, index);
        // In Evaluation it is too late for a pool, but the jury needs a market to judge.
        bool pooled = phaseOf(round) != Phase.Evaluation || !_selections[round][kind].selected.has(index);
        if (pooled) _requireOpen(round, kind);
        market = _nodeMarkets[round][kind][index];
        if (market != 0) revert Rounds_AlreadyOpened(round, kind, market);
        bytes32 node = REGISTRY.rosterAt(round, TARGET, index);
        REGISTRY.touch(node);
        uint256[] memory rates = _ratesOf(round, kind, node);
        // A child may have left while the node waited for an earlier settlement.
        if (rates.length < 2) revert Rounds_Nothing();

        market = _createMarket(round, kind, index, node, asset, assetId, rates.length);
        _nodeMarkets[round][kind][index] = market;
        if (pooled) {
            uint256 spent = _openPool(round, kind, market, node, assetId, rates);
            if (assetId == 0) _selections[round][kind].reserve -= spent;
        }
        emit NodeOpened(round, kind, market, index, node, pooled ? _selections[round][kind].b : 0);
    }

    /// @inheritdoc IRounds
    function draw(bytes calldata proof) external returns (bytes32 random) {
        uint256 round = current;
        _requirePhase(round, Phase.Evaluation);
        Round storage r = _rounds[round];
        if (r.random != 0) revert Rounds_AlreadyDrawn(round, r.random);
        uint256 drawReference = RANDOMNESS.next(scheduleOf(round).closesAt);
        random = RANDOMNESS.randomOf(drawReference, proof);
        r.random = random;
        emit Drawn(round, drawReference, random);
    }

    /// @inheritdoc IRounds
    function select(Kind kind, uint256 byVolatility, uint256 paid) external nonReentrant {
        uint256 round = current;
        _requirePhase(round, Phase.Evaluation);
        uint256 from = scheduleOf(round).auditedAt;
        if (block.timestamp < from) revert Rounds_TooEarly(round, from, block.timestamp);
        Selection storage selection = _selections[round][kind];
        if (!selection.opened) revert Rounds_NotOpened(round, kind);
        if (selection.done) revert Rounds_SelectionDone(round, kind);

        uint256 eligible = selection.eligible;
        uint256 drawn = kind == Kind.Weight ? 0 : drawnOf(round, kind);
        Quotas memory quotas = _config.quotas[uint256(kind)];
        uint256 rest = eligible & ~drawn;
        byVolatility.check(rest, quotas.byVolatility, volatilitiesOf(round, kind));
        rest &= ~byVolatility;
        paid.check(rest, quotas.paid, JURY.auditsOf(round, kind, 256));

        selection.done = true;
        selection.selected = drawn | byVolatility | paid;
        emit Selected(round, kind, drawn, byVolatility, paid);
        if (kind != Kind.Weight) _reportSelection(selection, selection.selected);
    }

    /// @inheritdoc IRounds
    function fallBackSelection(uint256 round, Kind kind) external nonReentrant {
        Phase phase = phaseOf(round);
        if (phase != Phase.Challenge && phase != Phase.Settled) revert Rounds_WrongPhase(round, phase);
        Selection storage selection = _selections[round][kind];
        if (!selection.opened) revert Rounds_NotOpened(round, kind);
        if (_isFixed(selection)) revert Rounds_SelectionDone(round, kind);

        selection.fellBack = true;
        emit SelectionFellBack(round, kind);
        if (kind != Kind.Weight) _reportSelection(selection, selection.eligible);
    }

    function _reportSelection(Selection storage selection, uint256 chosen) private {
        uint256 market = selection.market;
        if (market != 0) MARKETS.report(market, EvaluationSet.equalParts(selection.eligible, chosen));
    }

    /// @inheritdoc IRounds
    function settleTarget(uint256 round) external nonReentrant {
        _requirePhase(round, Phase.Settled);
        Selection storage selection = _selections[round][Kind.Weight];
        IEdgeRegistry.Outcome memory outcome;
        outcome.liquidity = selection.b;
        outcome.share = WAD;
        outcome.originalityPayout = type(uint256).max;
        (outcome.weights, outcome.payouts) = FinalWeights.seeds(selection, _sources(), _config.policy);
        _settle(round, TARGET, outcome);
    }

    /// @inheritdoc IRounds
    function settleSeed(uint256 round, uint256 index) external nonReentrant {
        _requirePhase(round, Phase.Settled);
        bytes32 node = REGISTRY.rosterAt(round, TARGET, index);
        IEdgeRegistry.Outcome memory outcome;
        outcome.liquidity = _selections[round][Kind.Children].b;
        outcome.originalityLiquidity = _selections[round][Kind.Originality].b;
        (outcome.weights, outcome.payouts, outcome.share) = _answer(round, Kind.Children, index);
        uint256[] memory kept;
        uint256[] memory payouts;
        (kept, payouts, outcome.originalityShare) = _answer(round, Kind.Originality, index);
        outcome.originality = kept.length == 0 ? REGISTRY.originalityRate(round, node) : kept[0];
        outcome.originalityPayout = payouts.length == 0 ? type(uint256).max : payouts[0];
        _settle(round, node, outcome);
    }

    /// @dev RO-20 for a question about seed `index`; no weights: nobody was asked. `share`: what its selection token
    /// pays, in WAD.
    function _answer(
        uint256 round,
        Kind kind,
        uint256 index
    ) private view returns (uint256[] memory weights, uint256[] memory payouts, uint256 share) {
        uint256 market = _nodeMarkets[round][kind][index];
        if (market == 0) return (weights, payouts, 0);
        Selection storage selection = _selections[round][kind];
        if (!_isFixed(selection)) revert Rounds_SelectionPending(round, kind);
        return FinalWeights.node(selection, _sources(), market, index);
    }

    function _sources() private view returns (FinalWeights.Sources memory) {
        return FinalWeights.Sources(MARKETS, JURY);
    }

    function _settle(uint256 round, bytes32 node, IEdgeRegistry.Outcome memory outcome) private {
        uint256 compensation = REGISTRY.settle(round, node, outcome);
        _rounds[round].pot += compensation;
        emit NodeSettled(round, node, compensation);
    }

    /* VIEWS */

    /// @inheritdoc IRounds
    function config() external view returns (Config memory) {
        return _config;
    }

    /// @inheritdoc IRounds
    function unsettled() external view returns (uint256 round) {
        round = current;
        if (round == 0 || phaseOf(round) == Phase.Settled) ++round;
    }

    /// @inheritdoc IRounds
    function phaseOf(uint256 round) public view returns (Phase) {
        if (_rounds[round].startedAt == 0) return Phase.None;
        Schedule memory s = scheduleOf(round);
        if (block.timestamp >= s.settlesAt) return Phase.Settled;
        if (block.timestamp >= s.evaluatedAt) return Phase.Challenge;
        if (block.timestamp >= s.closesAt) return Phase.Evaluation;
        if (block.timestamp >= s.tradingAt) return Phase.Trading;
        return block.timestamp >= s.openingAt ? Phase.Opening : Phase.Registration;
    }

    /// @inheritdoc IRounds
    function scheduleOf(uint256 round) public view returns (Schedule memory s) {
        // The constructor bounds the sum of the periods: every time fits 40 bits.
        uint256 time = _rounds[round].startedAt;
        if (time == 0) return s;
        s.registrationAt = uint40(time);
        s.openingAt = uint40(time += _config.registration);
        s.tradingAt = uint40(time += _config.openingPeriod);
        s.closesAt = uint40(time += _config.trading);
        s.auditedAt = uint40(time + _config.auditPeriod);
        // The jury posts in the last second of its period too.
        s.evaluatedAt = uint40(time += EVALUATION_PERIOD + 1);
        s.settlesAt = uint40(time += CHALLENGE_PERIOD);
    }

    /// @inheritdoc IRounds
    function getRound(uint256 round) external view returns (RoundView memory) {
        Round storage r = _rounds[round];
        return RoundView({schedule: scheduleOf(round), seeds: r.seeds, budget: r.budget, pot: r.pot, random: r.random});
    }

    /// @inheritdoc IRounds
    function getSelection(uint256 round, Kind kind) external view returns (Selection memory) {
        return _selections[round][kind];
    }

    /// @inheritdoc IRounds
    function liquidityOf(uint256 round, Kind kind) external view returns (uint256) {
        return _selections[round][kind].b;
    }

    /// @inheritdoc IRounds
    function sponsorshipOf(uint256 round, address account) external view returns (uint256 given, uint256 paid) {
        Sponsorship storage sponsorship = _sponsorships[round][account];
        return (sponsorship.given, sponsorship.paid);
    }

    /// @inheritdoc IRounds
    function marketOf(uint256 round, Kind kind, uint256 index) public view returns (uint256) {
        return kind == Kind.Weight ? _selections[round][kind].market : _nodeMarkets[round][kind][index];
    }

    /// @inheritdoc IRounds
    function assetOf(uint256 round, Kind kind, uint256 index) public view returns (address asset, uint256 assetId) {
        Selection storage selection = _selections[round][kind];
        if (!selection.opened) revert Rounds_NotOpened(round, kind);
        if (kind == Kind.Weight || !selection.eligible.has(index)) revert Rounds_NotEligible(round, kind, index);
        if (selection.market == 0) return (address(MONEY), 0);
        return (address(MARKETS), _tokenOf(selection, index));
    }

    /// @inheritdoc IRounds
    function isEligible(uint256 round, Kind kind, uint256 index) external view returns (bool) {
        return _selections[round][kind].eligible.has(index);
    }

    /// @inheritdoc IRounds
    function isSelectionDone(uint256 round, Kind kind) external view returns (bool) {
        return _selections[round][kind].done;
    }

    /// @inheritdoc IRounds
    function isSelected(uint256 round, Kind kind, uint256 index) external view returns (bool) {
        return _selections[round][kind].selected.has(index);
    }

    /// @inheritdoc IRounds
    function roundOf(uint256 market) external view returns (uint256) {
        return _questions[market].round;
    }

    /// @inheritdoc IRounds
    function isEvaluated(uint256 market) external view returns (bool) {
        Question storage question = _questions[market];
        if (question.kind == Kind.Weight) return question.round != 0;
        return _selections[question.round][question.kind].selected.has(question.index);
    }

    /// @inheritdoc IRounds
    function drawnOf(uint256 round, Kind kind) public view returns (uint256 set) {
        bytes32 random = _rounds[round].random;
        if (random == 0) revert Rounds_NotDrawn(round);
        uint256 quota = _config.quotas[uint256(kind)].drawn;
        return _selections[round][kind].eligible.draw(quota, keccak256(abi.encode(random, kind)));
    }

    /// @inheritdoc IRounds
    function volatilitiesOf(uint256 round, Kind kind) public view returns (uint256[] memory volatilities) {
        volatilities = new uint256[](256);
        if (kind == Kind.Weight) return volatilities;
        mapping(uint256 index => uint256 market) storage markets = _nodeMarkets[round][kind];
        for (uint256 set = _selections[round][kind].eligible; set != 0; set &= set - 1) {
            uint256 index = set.first();
            uint256 market = markets[index];
            if (market != 0 && _isPooled(market)) volatilities[index] = MARKETS.getPool(market).volatility;
        }
    }

    /* PRIVATE: OPENING */

    function _params(
        uint256 round,
        Kind kind,
        bytes32 node,
        address asset,
        uint256 assetId,
        uint256 outcomes,
        address resolver,
        address opener
    ) private view returns (IMarkets.MarketParams memory) {
        return
            IMarkets.MarketParams({
                asset: asset,
                assetId: assetId,
                resolver: resolver,
                opener: opener,
                outcomes: uint16(outcomes), // at most 256
                closesAt: scheduleOf(round).closesAt,
                twapWindow: _config.twapWindow,
                feeRate: _config.feeRate,
                alpha: _config.alpha,
                context: _contextOf(round, kind, node)
            });
    }

    function _contextOf(uint256 round, Kind kind, bytes32 node) private pure returns (bytes32) {
        return keccak256(abi.encode(round, kind, node));
    }

    /// @dev Creates a market that the jury resolves. Whoever is to open its pool is bound to the id.
    function _createMarket(
        uint256 round,
        Kind kind,
        uint256 index,
        bytes32 node,
        address asset,
        uint256 assetId,
        uint256 outcomes
    ) private returns (uint256 market) {
        address opener = _isPreparing(round, kind) ? address(OPENING) : address(this);
        market = MARKETS.createMarket(_params(round, kind, node, asset, assetId, outcomes, address(JURY), opener));
        // A round takes longer than a second; an index is that of a seed.
        _questions[market] = Question(uint32(round), kind, uint16(index));
    }

    /// @dev Opens the pool at `rates`, or gives its budget to who will. Returns what was spent, in units of its asset.
    function _openPool(
        uint256 round,
        Kind kind,
        uint256 market,
        bytes32 node,
        uint256 assetId,
        uint256[] memory rates
    ) private returns (uint256 spent) {
        uint256 b = _selections[round][kind].b;
        uint256 budget = (b * _costOf(kind)) / WAD;
        bool preparing = _isPreparing(round, kind);
        address spender = preparing ? address(OPENING) : address(MARKETS);
        if (assetId == 0) MONEY.forceApprove(spender, budget);
        else if (preparing) MARKETS.approve(spender, assetId, budget);

        if (preparing) {
            OPENING.prepare(market, _contextOf(round, kind, node), rates, b, budget, scheduleOf(round).tradingAt);
            spent = budget;
        } else {
            spent = MARKETS.openPool(market, rates, b, address(this));
            if (assetId == 0) MONEY.forceApprove(spender, 0);
        }
    }

    /// @dev Whether pools of `kind` that are opened now open by {IOpening}. If nobody called in time they open as all.
    function _isPreparing(uint256 round, Kind kind) private view returns (bool) {
        return _isPrepared(kind) && phaseOf(round) == Phase.Opening;
    }

    /// @dev Base rates of a question about a single seed.
    function _ratesOf(uint256 round, Kind kind, bytes32 node) private view returns (uint256[] memory rates) {
        if (kind == Kind.Children) {
            (, rates) = REGISTRY.roster(round, node);
            return rates;
        }
        rates = new uint256[](2);
        rates[0] = REGISTRY.originalityRate(round, node);
        rates[1] = WAD - rates[0];
    }

    /* PRIVATE: STATE */

    function _tokenOf(Selection storage selection, uint256 index) private view returns (uint256) {
        return selection.market | selection.eligible.rank(index);
    }

    function _isFixed(Selection storage selection) private view returns (bool) {
        return selection.done || selection.fellBack;
    }

    function _isResolved(uint256 market) private view returns (bool) {
        return MARKETS.getMarket(market).resolved;
    }

    function _isPooled(uint256 market) private view returns (bool) {
        return MARKETS.getMarket(market).pooled;
    }

    /// @dev Pools open in Trading, or are prepared in Opening.
    function _requireOpen(uint256 round, Kind kind) private view {
        Phase phase = phaseOf(round);
        if (phase != Phase.Trading && !_isPreparing(round, kind)) revert Rounds_WrongPhase(round, phase);
    }

    function _requirePhase(uint256 round, Phase expected) private view {
        Phase phase = phaseOf(round);
        if (phase != expected) revert Rounds_WrongPhase(round, phase);
    }
}
