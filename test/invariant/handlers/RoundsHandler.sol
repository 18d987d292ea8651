// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {ICredits} from "../../../contracts/interfaces/ICredits.sol";
import {IEdgeRegistry} from "../../../contracts/interfaces/IEdgeRegistry.sol";
import {IFundingPool} from "../../../contracts/interfaces/IFundingPool.sol";
import {IJury} from "../../../contracts/interfaces/IJury.sol";
import {IMarkets} from "../../../contracts/interfaces/IMarkets.sol";
import {IRounds} from "../../../contracts/interfaces/IRounds.sol";
import {MockRandomness} from "../../../contracts/mocks/MockRandomness.sol";
import {TestToken} from "../../../contracts/mocks/TestToken.sol";
import {vm} from "../../utils/Cheats.sol";
import {CallLog} from "./CallLog.sol";

/// @notice Attests whatever is asked.
contract AnyRegistrar {
    function isValidSignature(bytes32, bytes calldata) external pure returns (bytes4) {
        return this.isValidSignature.selector;
    }
}

/// @notice The contracts of an ecosystem.
struct System {
    TestToken money;
    IMarkets markets;
    IJury jury;
    IEdgeRegistry registry;
    IRounds rounds;
    IFundingPool pool;
    MockRandomness randomness;
}

/// @notice Does to an ecosystem what anyone may try, as a few actors who are sponsors, traders, proposers, payers and
/// maintainers at once. A call that the rules refuse is caught: it must leave no trace, which the invariants then show.
contract RoundsHandler is CallLog {
    uint256 public constant ACTORS = 3;
    uint256 public constant NODES = 15;
    uint256 public constant NAMED = 9;
    /// @notice Indices of seeds stay below it: four at first, and a candidate for each name.
    uint256 public constant INDICES = 12;
    address public constant SAFE = address(0x5afe);
    uint256 private constant WAD = 1e18;
    uint256 private constant NO_LIMIT = type(uint128).max;

    System private _s;

    bytes32[] private _nodes;
    /// @notice Every market of a round, selections included.
    uint256[] private _markets;
    mapping(uint256 market => bool) private _isKnown;
    mapping(uint256 market => uint256[]) private _posted;
    mapping(address target => uint256) public donated;
    bool public clockBroken;
    uint256 public lastRound;
    IRounds.Phase public lastPhase;
    uint256 public settledRound;
    bytes32 public settledNode;

    constructor(System memory system) {
        _s = system;
        for (uint256 i; i < NODES; ++i) _nodes.push(keccak256(bytes(nameAt(i))));
        address[5] memory spenders = [
            address(_s.markets),
            address(_s.jury),
            address(_s.registry),
            address(_s.rounds),
            address(_s.pool)
        ];
        for (uint256 i; i < ACTORS; ++i) {
            _s.money.mint(actorAt(i), 1e24);
            for (uint256 k; k < spenders.length; ++k) {
                vm.prank(actorAt(i));
                _s.money.approve(spenders[k], type(uint256).max);
            }
        }
    }

    modifier observed() {
        _;
        _observe();
    }

    /* TIME */

    /// @notice To the next boundary, one second before or after it, or somewhere in between.
    function pass(uint256 seed) external observed {
        IRounds.Schedule memory s = _s.rounds.scheduleOf(_s.rounds.current());
        uint40[6] memory times = [s.openingAt, s.tradingAt, s.closesAt, s.auditedAt, s.evaluatedAt, s.settlesAt];
        uint256 next = block.timestamp + 1 days;
        for (uint256 i = times.length; i > 0; --i) {
            if (times[i - 1] > block.timestamp) next = times[i - 1];
        }
        uint256 how = seed % 8;
        if (how == 0 && next - 1 > block.timestamp) next -= 1;
        else if (how == 1) next += 1;
        else if (how < 4) next = block.timestamp + 1 + (seed % (next - block.timestamp));
        vm.warp(next);
        vm.roll(block.number + 1 + (seed % 100));
    }

    /* WHAT IS DONE */

    /// @notice A few things that are due in this phase.
    function act(uint256 seed) external observed {
        for (uint256 i; i < 6; ++i) _due(_hash(seed, i));
    }

    function work(uint256 seed) external observed {
        for (uint256 i; i < 6; ++i) _due(_hash(seed, 6 + i));
    }

    /// @notice Things that may be due in another phase, or never.
    function stray(uint256 seed) external observed {
        for (uint256 i; i < 2; ++i) {
            uint256 hash = _hash(seed, 12 + i);
            uint256 phase = hash % 4;
            if (phase == 0) _register(hash / 16);
            else if (phase == 1) _deal(hash / 16);
            else if (phase == 2) _evaluate(hash / 16);
            else _end(hash / 16);
        }
    }

    function _due(uint256 seed) private {
        IRounds.Phase phase = _s.rounds.phaseOf(_s.rounds.current());
        if (phase == IRounds.Phase.None) _sponsor(seed, seed / 16);
        else if (phase == IRounds.Phase.Registration) _register(seed);
        else if (phase == IRounds.Phase.Opening) _open(seed, seed / 16);
        else if (phase == IRounds.Phase.Trading) _deal(seed);
        else if (phase == IRounds.Phase.Evaluation) _evaluate(seed);
        else _end(seed);
    }

    function _register(uint256 seed) private {
        uint256 how = seed % 8;
        uint256 more = seed / 8;
        if (how < 3) _propose(more, _hash(more, 1));
        else if (how < 5) _challengeEdge(more);
        else if (how == 5) _maintain(more, _hash(more, 2));
        else if (how == 6) _sponsor(more, _hash(more, 3));
        else _donate(more, _hash(more, 4));
    }

    function _deal(uint256 seed) private {
        uint256 how = seed % 8;
        uint256 more = seed / 8;
        if (how < 3) _open(more, _hash(more, 1));
        else if (how < 6) _trade(more, _hash(more, 2));
        else if (how == 6) _exchange(more, _hash(more, 3), _hash(more, 4));
        else _fund(more, _hash(more, 5), _hash(more, 6));
    }

    function _evaluate(uint256 seed) private {
        uint256 how = seed % 8;
        uint256 more = seed / 8;
        if (how == 0) _draw(more);
        else if (how < 3) _select(more, _hash(more, 1));
        else if (how == 3) _audit(more, _hash(more, 3));
        else if (how == 4) _open(more, _hash(more, 4));
        else if (how < 7) _post(more, _hash(more, 5));
        else _answer(more);
    }

    function _end(uint256 seed) private {
        uint256 how = seed % 12;
        uint256 more = seed / 16;
        if (how < 3) _answer(more);
        else if (how < 5) _settle(more, _hash(more, 1));
        else if (how < 7) _collect(more, _hash(more, 2));
        else if (how == 7) _select(more - (more % 8), 0);
        else _cash(more);
    }

    function _cash(uint256 seed) private {
        uint256 how = seed % 5;
        uint256 more = seed / 8;
        if (how == 0) _redeem(more);
        else if (how == 1) _withdraw(more);
        else if (how == 2) _fund(more, _hash(more, 1), _hash(more, 2));
        else if (how == 3) _audit(more, _hash(more, 3));
        else _sponsor(more, _hash(more, 4));
    }

    /* SPONSORS */

    function _sponsor(uint256 seed, uint256 amount) private {
        IRounds rounds = _s.rounds;
        amount = 1e12 + (amount % 1e20);
        uint256 how = seed % 4;
        if (how == 0) _try(seed, address(rounds), abi.encodeCall(IRounds.unsponsor, (amount, actorAt(seed / 5))));
        else _try(seed, address(rounds), abi.encodeCall(IRounds.sponsor, (amount)));
        if (how < 2) return;
        // Mostly with everything settled: what waits keeps the next round from opening.
        if (how == 2 || seed % 16 == 3) _finish(seed, rounds.current());
        _try(seed, address(rounds), abi.encodeCall(IRounds.start, ()));
    }

    function _collect(uint256 seed, uint256 index) private {
        uint256 round = _roundAt(seed / 3);
        if (seed % 3 == 0) {
            _try(seed, address(_s.rounds), abi.encodeCall(IRounds.withdrawSponsorship, (round, actorAt(seed / 7))));
        } else {
            _try(seed, address(_s.rounds), abi.encodeCall(IRounds.collect, (round, _kindAt(seed / 9), index % 5)));
        }
    }

    /* OPENING AND TRADING */

    /// @dev What has to come first, first.
    function _open(uint256 seed, uint256 index) private {
        uint256 round = _s.rounds.current();
        IRounds.Kind kind = _kindAt(seed / 4);
        index %= 5;
        bytes memory call = abi.encodeCall(IRounds.openNode, (kind, index));
        bool isOpen = _s.rounds.getSelection(round, kind).opened;
        if (kind == IRounds.Kind.Weight) call = abi.encodeCall(IRounds.openSeeds, ());
        else if (!isOpen || seed % 16 == 0) call = abi.encodeCall(IRounds.openSelection, (kind));
        if (_try(seed, address(_s.rounds), call)) _remember(kind, index);
    }

    function _exchange(uint256 seed, uint256 amount, uint256 outcome) private {
        uint256 market = _marketAt(seed / 16);
        if (market == 0) return;
        address actor = actorAt(seed);
        amount = 1 + (amount % 1e19);
        outcome %= 6;
        uint256 how = (seed / 4) % 6;
        bytes memory call;
        if (how < 2) call = abi.encodeCall(IMarkets.splitPair, (market, outcome, amount, actor));
        else if (how == 2) call = abi.encodeCall(IMarkets.split, (market, amount, actor));
        else if (how == 3) call = abi.encodeCall(IMarkets.mergePair, (market, outcome, amount, actor));
        else if (how == 4) call = abi.encodeCall(IMarkets.convert, (market, outcome, amount, actor));
        else call = abi.encodeCall(IMarkets.recentre, (market));
        _try(seed, address(_s.markets), call);
    }

    function _trade(uint256 seed, uint256 amount) private {
        uint256 market = _questionAt(seed / 8);
        if (market == 0) return;
        address actor = actorAt(seed);
        int128 size = int128(int256(1 + (amount % 1e19)));
        uint256 assetId = _s.markets.getMarket(market).assetId;
        if (assetId != 0) {
            // With selection tokens, which are bought against their SHORT.
            (uint256 parent, uint256 outcome) = ((assetId >> 16) << 16, assetId & 255);
            uint256 sets = uint256(int256(size)) * 2;
            _try(seed, address(_s.markets), abi.encodeCall(IMarkets.splitPair, (parent, outcome, sets, actor)));
        }
        IMarkets.Order[] memory orders = new IMarkets.Order[](1);
        orders[0] = IMarkets.Order(uint16(_hash(seed, 1) % 4), amount % 3 == 0, amount % 5 == 0 ? -size : size);
        _try(
            seed,
            address(_s.markets),
            abi.encodeCall(IMarkets.trade, (market, orders, int256(NO_LIMIT), type(uint40).max, actor))
        );
    }

    function _redeem(uint256 seed) private {
        uint256 market = _marketAt(seed / 8);
        if (market == 0) return;
        (uint256[] memory ids, uint256[] memory amounts) = holdings(actorAt(seed), market);
        _try(seed, address(_s.markets), abi.encodeCall(IMarkets.redeemTo, (ids, amounts, actorAt(seed))));
    }

    /* THE GRAPH */

    function _propose(uint256 seed, uint256 rate) private {
        bytes32 parent = nodeAt((seed / 4) % 5);
        uint256 name = NAMED + ((seed / 64) % (NODES - NAMED));
        rate = 1e14 + (rate % 15_6e14);
        _try(
            seed,
            address(_s.registry),
            abi.encodeCall(IEdgeRegistry.proposeEdge, (parent, nameAt(name), rate, NO_LIMIT))
        );
    }

    function _challengeEdge(uint256 seed) private {
        bytes32 parent = nodeAt((seed / 4) % 5);
        IEdgeRegistry.Candidate[] memory candidates = _s.registry.getCandidates(_s.rounds.current(), parent);
        if (candidates.length == 0) return;
        bytes32 child = candidates[(seed / 64) % candidates.length].child;
        _try(seed, address(_s.registry), abi.encodeCall(IEdgeRegistry.challengeEdge, (parent, child, NO_LIMIT)));
    }

    function _maintain(uint256 seed, uint256 originality) private {
        uint256 how = seed % 8;
        bytes32 node = nodeAt(1 + ((seed / 8) % (how < 3 ? 4 : 8)));
        address registry = address(_s.registry);
        address maintainer = _s.registry.maintainerOf(node);
        uint256[] memory none = new uint256[](0);
        if (how < 3) {
            _as(maintainer, registry, abi.encodeCall(IEdgeRegistry.declare, (node, none, originality % WAD, NO_LIMIT)));
        } else if (how == 3) {
            if (seed % 5 == 0) _as(maintainer, registry, abi.encodeCall(IEdgeRegistry.optOut, (node)));
        } else {
            _try(seed, registry, abi.encodeCall(IEdgeRegistry.applyOptOut, (nodeAt((seed / 64) % 5), node)));
        }
    }

    /* EVALUATION */

    function _draw(uint256 seed) private {
        address rounds = address(_s.rounds);
        if (seed % 16 == 0) _s.randomness.miss();
        else _try(seed, rounds, abi.encodeCall(IRounds.draw, (abi.encode(keccak256(abi.encode(seed))))));
    }

    /// @notice Tries the right set, or any.
    function _select(uint256 seed, uint256 paid) private {
        uint256 round = _s.rounds.current();
        IRounds.Kind kind = _kindAt(seed / 8);
        if (seed % 8 == 0) {
            _try(seed, address(_s.rounds), abi.encodeCall(IRounds.fallBackSelection, (_roundAt(seed / 64), kind)));
            return;
        }
        if (seed % 8 > 1) {
            if (_s.rounds.getRound(round).random == 0 && kind != IRounds.Kind.Weight) return;
            paid = rightSet(round, kind);
        } else {
            paid %= 16;
        }
        _try(seed, address(_s.rounds), abi.encodeCall(IRounds.select, (kind, paid)));
    }

    function _audit(uint256 seed, uint256 amount) private {
        IRounds.Kind kind = _kindAt(seed / 16);
        uint256 index = (seed / 64) % 5;
        uint256 round = _roundAt(seed / 512);
        uint256 how = (seed / 4) % 4;
        address jury = address(_s.jury);
        amount = 1 + (amount % 1e6);
        if (how == 0) _try(seed, jury, abi.encodeCall(IJury.refundAudit, (round, kind, index, actorAt(seed / 7))));
        else if (how == 1) _try(seed, jury, abi.encodeCall(IJury.collectAudit, (round, kind, index)));
        else _try(seed, jury, abi.encodeCall(IJury.requestAudit, (_s.rounds.current(), kind, index, amount)));
    }

    /* THE JURY */

    function _post(uint256 seed, uint256 parts) private {
        uint256 market = _questionAt(seed / 32);
        if (market == 0) return;
        uint256[] memory payouts = _payouts(market, parts);
        bool amends = _s.jury.getPosting(market).status == IJury.Status.Challenged;
        bytes memory call =
            amends
                ? abi.encodeCall(IJury.amend, (market, payouts, bytes32(seed), ""))
                : abi.encodeCall(IJury.post, (market, payouts, bytes32(seed), ""));
        // One in eight is not the Safe.
        address caller = (seed / 3) % 8 == 0 ? actorAt(seed) : SAFE;
        if (_as(caller, address(_s.jury), call)) _posted[market] = payouts;
    }

    function _answer(uint256 seed) private {
        uint256 market = seed % 2 == 0 ? _marketAt(seed / 64) : _questionAt(seed / 64);
        if (market == 0) return;
        uint256 how = (seed / 4) % 5;
        address jury = address(_s.jury);
        if (how == 0) _as(SAFE, jury, abi.encodeCall(IJury.affirm, (market)));
        else if (how == 1) _try(seed, jury, abi.encodeCall(IJury.challenge, (market, "")));
        else if (how == 2) _try(seed, jury, abi.encodeCall(IJury.fallBack, (market)));
        else _try(seed, jury, abi.encodeCall(IJury.finalize, (market, _posted[market])));
    }

    /* SETTLEMENT AND MONEY */

    function _settle(uint256 seed, uint256 index) private {
        uint256 round = _roundAt(seed / 4);
        bool target = seed % 3 == 0;
        index %= 6;
        bytes memory call =
            target ? abi.encodeCall(IRounds.settleTarget, (round)) : abi.encodeCall(IRounds.settleSeed, (round, index));
        if (!_try(seed, address(_s.rounds), call)) return;
        settledRound = round;
        settledNode = target ? _s.registry.TARGET() : _s.registry.rosterAt(round, _s.registry.TARGET(), index);
    }

    /// @dev All that a round waits for, if it is over.
    function _finish(uint256 seed, uint256 round) private {
        address rounds = address(_s.rounds);
        if (_s.rounds.phaseOf(round) != IRounds.Phase.Settled) return;
        for (uint256 k; k < 3; ++k) {
            _try(seed, rounds, abi.encodeCall(IRounds.fallBackSelection, (round, IRounds.Kind(k))));
        }
        for (uint256 i; i < _markets.length; ++i) {
            uint256 market = _markets[i];
            if (_s.rounds.roundOf(market) != round || _s.markets.getMarket(market).resolved) continue;
            _try(seed, address(_s.jury), abi.encodeCall(IJury.fallBack, (market)));
            _try(seed, address(_s.jury), abi.encodeCall(IJury.finalize, (market, _posted[market])));
        }
        _try(seed, rounds, abi.encodeCall(IRounds.settleTarget, (round)));
        for (uint256 i; i < 6; ++i) _try(seed, rounds, abi.encodeCall(IRounds.settleSeed, (round, i)));
        for (uint256 i; i < 15; ++i) _endAudit(seed, round, IRounds.Kind(i % 3), i / 3);
    }

    function _endAudit(uint256 seed, uint256 round, IRounds.Kind kind, uint256 index) private {
        address jury = address(_s.jury);
        if (_s.jury.auditOf(round, kind, index) == 0) return;
        for (uint256 i; i < ACTORS; ++i) {
            _try(seed, jury, abi.encodeCall(IJury.refundAudit, (round, kind, index, actorAt(i))));
        }
        _try(seed, jury, abi.encodeCall(IJury.collectAudit, (round, kind, index)));
    }

    function _fund(uint256 seed, uint256 amount, uint256 index) private {
        address pool = address(_s.pool);
        address token = address(_s.money);
        uint256 round = _roundAt(seed / 8);
        uint256 how = seed % 6;
        // The target gives first.
        bytes32 node = nodeAt((seed / 64) % (how == 3 ? NODES : 3));
        bytes memory call;
        if (how == 0) call = abi.encodeCall(IFundingPool.fund, (token, 1 + (amount % 1e18)));
        else if (how == 1) call = abi.encodeCall(IFundingPool.record, (token));
        else if (how == 2) call = abi.encodeCall(IFundingPool.sweep, (round, token));
        else if (how == 3) call = abi.encodeCall(IFundingPool.claimFor, (round, token, node));
        else call = abi.encodeCall(IFundingPool.pull, (round, token, node, index % 4));
        _try(seed, pool, call);
    }

    function _withdraw(uint256 seed) private {
        address account = seed % 9 == 0 ? address(_s.pool) : actorAt(seed / 9);
        _try(seed, address(_s.registry), abi.encodeCall(ICredits.withdrawFor, (account)));
        _try(seed, address(_s.jury), abi.encodeCall(ICredits.withdrawFor, (account)));
        if (seed % 4 == 0) _try(seed, address(_s.jury), abi.encodeCall(IJury.gift, (seed % 1e9)));
        if (seed % 4 == 1) _try(seed, address(_s.registry), abi.encodeCall(IEdgeRegistry.collectSlashed, ()));
        uint256 round = _roundAt(seed / 16);
        if (seed % 4 == 2) _try(seed, address(_s.rounds), abi.encodeCall(IRounds.collectCompensation, (round)));
    }

    /// @notice Money that nobody asked for.
    function _donate(uint256 seed, uint256 amount) private {
        amount %= 1e9;
        uint256 which = (seed / 4) % 5;
        address receiver =
            which == 0
                ? address(_s.markets)
                : which == 1
                    ? address(_s.jury)
                    : which == 2
                        ? address(_s.registry)
                        : which == 3
                            ? address(_s.rounds)
                            : address(_s.pool);
        if (_try(seed, address(_s.money), abi.encodeCall(IERC20.transfer, (receiver, amount)))) {
            donated[receiver] += amount;
        }
    }

    /* VIEWS */

    function actorAt(uint256 i) public pure returns (address) {
        return address(uint160(0xac7000 + (i % ACTORS)));
    }

    /// @notice The target, its four seeds, their four children, and six that can be proposed.
    function nameAt(uint256 i) public pure returns (string memory) {
        string[NODES] memory names = ["target", "a", "b", "c", "d", "x", "y", "z", "u", "p", "q", "r", "s", "t", "v"];
        return names[i % NODES];
    }

    function nodeAt(uint256 i) public view returns (bytes32) {
        return _nodes[i % NODES];
    }

    function marketCount() external view returns (uint256) {
        return _markets.length;
    }

    function marketAt(uint256 i) external view returns (uint256) {
        return _markets[i];
    }

    function postedOf(uint256 market) external view returns (uint256[] memory) {
        return _posted[market];
    }

    /// @notice All LONGs and SHORTs of a market that an actor holds.
    function holdings(
        address actor,
        uint256 market
    ) public view returns (uint256[] memory ids, uint256[] memory amounts) {
        uint256 outcomes = _s.markets.getMarket(market).outcomes;
        uint256 kinds = outcomes == 2 ? 1 : 2;
        ids = new uint256[](kinds * outcomes);
        amounts = new uint256[](ids.length);
        for (uint256 i; i < ids.length; ++i) {
            ids[i] = market | (i < outcomes ? i : 256 + i - outcomes);
            amounts[i] = _s.markets.balanceOf(actor, ids[i]);
        }
    }

    /// @notice The set that RO-11 takes, of seeds that are not drawn.
    function rightSet(uint256 round, IRounds.Kind kind) public view returns (uint256 paid) {
        uint256 rest = _s.rounds.getSelection(round, kind).eligible;
        if (kind != IRounds.Kind.Weight) rest &= ~_s.rounds.drawnOf(round, kind);
        uint256 quota = _s.rounds.config().quotas[uint256(kind)].paid;
        paid = _best(rest, quota, _s.jury.auditsOf(round, kind, 256));
    }

    /* PRIVATE */

    function _best(uint256 rest, uint256 quota, uint256[] memory scores) private pure returns (uint256 set) {
        for (uint256 k; k < quota; ++k) {
            uint256 best = 256;
            uint256 score;
            for (uint256 i; i < INDICES; ++i) {
                if ((rest >> i) & 1 == 1 && scores[i] > score) (best, score) = (i, scores[i]);
            }
            if (best == 256) return set;
            set |= 1 << best;
            rest &= ~(1 << best);
        }
    }

    function _try(uint256 seed, address target, bytes memory call) private returns (bool ok) {
        return _as(actorAt(seed), target, call);
    }

    function _as(address caller, address target, bytes memory call) private returns (bool ok) {
        return _call(caller, target, 0, call);
    }

    function _remember(IRounds.Kind kind, uint256 index) private {
        uint256 round = _s.rounds.current();
        for (uint256 k; k < 3; ++k) _learn(_s.rounds.getSelection(round, IRounds.Kind(k)).market);
        _learn(_s.rounds.marketOf(round, kind, index));
    }

    function _learn(uint256 market) private {
        if (market == 0 || _isKnown[market]) return;
        _isKnown[market] = true;
        _markets.push(market);
    }

    function _observe() private {
        uint256 round = _s.rounds.current();
        IRounds.Phase phase = _s.rounds.phaseOf(round);
        if (round < lastRound || (round == lastRound && phase < lastPhase)) clockBroken = true;
        (lastRound, lastPhase) = (round, phase);
    }

    function _payouts(uint256 market, uint256 parts) private view returns (uint256[] memory payouts) {
        payouts = new uint256[](_s.markets.getMarket(market).outcomes);
        uint256 rest = WAD;
        for (uint256 i; i + 1 < payouts.length; ++i) {
            payouts[i] = uint256(keccak256(abi.encode(parts, i))) % (rest + 1);
            if (parts % 4 == 0) payouts[i] = i == (parts / 4) % payouts.length ? rest : 0;
            rest -= payouts[i];
        }
        payouts[payouts.length - 1] = rest;
    }

    /// @dev The market of a question of the round that runs, if it was opened.
    function _questionAt(uint256 seed) private view returns (uint256) {
        return _s.rounds.marketOf(_s.rounds.current(), _kindAt(seed), (seed / 3) % 5);
    }

    function _hash(uint256 seed, uint256 i) private pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, i)));
    }

    function _kindAt(uint256 seed) private pure returns (IRounds.Kind) {
        return IRounds.Kind(seed % 3);
    }

    function _roundAt(uint256 seed) private view returns (uint256) {
        uint256 current = _s.rounds.current();
        // Mostly the one that runs.
        return seed % 3 == 0 ? seed % (current + 2) : current;
    }

    function _marketAt(uint256 seed) private view returns (uint256) {
        uint256 count = _markets.length;
        if (count == 0) return 0;
        // Mostly one of the last ones.
        return seed % 4 == 0 ? _markets[seed % count] : _markets[count - 1 - (seed % (count < 8 ? count : 8))];
    }
}
