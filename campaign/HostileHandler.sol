// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IFundingPool} from "../contracts/interfaces/IFundingPool.sol";
import {IMarkets} from "../contracts/interfaces/IMarkets.sol";
import {IOpening} from "../contracts/interfaces/IOpening.sol";
import {IOpeningAuction} from "../contracts/interfaces/IOpeningAuction.sol";
import {OutcomeId} from "../contracts/markets/OutcomeId.sol";
import {HostilePayee} from "../contracts/mocks/HostilePayee.sol";
import {vm} from "../test/utils/Cheats.sol";
import {AnyToken} from "./AnyToken.sol";
import {CallLog} from "../test/invariant/handlers/CallLog.sol";
import {RoundsHandler, System} from "../test/invariant/handlers/RoundsHandler.sol";

/// @notice Uses the contracts of an ecosystem that runs for what it was not set up for: markets, auctions and
/// funding in tokens that misbehave, with payees that refuse and call back, by actors who copy, run ahead and give.
contract HostileHandler is CallLog {
    /// @notice What an actor has committed to in an auction.
    struct Bid {
        uint256 budget;
        uint256 weightSeed;
        bytes32 salt;
    }

    /// @notice What the parameters of a market were; its id binds them to the creator.
    struct Made {
        address creator;
        bytes32 context;
        uint256 token;
    }

    uint256 public constant TOKENS = 7;
    uint256 public constant HOLDERS = 9;
    uint256 private constant MAX_MARKETS = 9;
    uint256 private constant WAD = 1e18;
    uint256 private constant NEVER = type(uint256).max;

    System private _s;
    IOpeningAuction public immutable AUCTION;
    RoundsHandler public immutable OTHERS;

    AnyToken[] private _tokens;
    uint256[] private _markets;
    mapping(uint256 market => Made) private _made;
    mapping(uint256 market => mapping(address bidder => Bid)) private _bids;
    /// @notice By receiver and token, what arrived by plain transfers.
    mapping(address receiver => mapping(address token => uint256)) public donated;
    /// @notice How often an id turned out not to be bound to its creator.
    uint256 public hijacked;

    constructor(System memory system, IOpeningAuction auction, RoundsHandler others) payable {
        (_s, AUCTION, OTHERS) = (system, auction, others);
        uint8[7] memory decimals = [18, 18, 6, 18, 0, 6, 27];
        for (uint256 i; i < TOKENS; ++i) _tokens.push(new AnyToken(decimals[i], i == 5));
        address[3] memory spenders = [address(system.markets), address(auction), address(system.pool)];
        for (uint256 a; a < 3; ++a) {
            address actor = actorAt(a);
            vm.deal(actor, 1e24);
            vm.prank(actor);
            system.markets.setOperator(address(auction), true);
            vm.prank(actor);
            system.money.approve(address(auction), NEVER);
            for (uint256 i; i < TOKENS; ++i) {
                _tokens[i].mint(actor, 1e6 * scaleOf(i));
                for (uint256 k; k < spenders.length; ++k) {
                    vm.prank(actor);
                    _tokens[i].approve(spenders[k], NEVER);
                }
            }
        }
        // One of the actors is a contract that need not take what it is paid.
        vm.etch(payee(), address(new HostilePayee()).code);
    }

    /* WHAT IS DONE */

    function act(uint256 seed) external {
        uint256 how = seed % 32;
        uint256 more = seed / 32;
        if (how < 14) _auction(how, more);
        else if (how < 27) _market(how, more);
        else if (how == 27) _fund(more);
        else if (how == 28) _flow(more);
        else if (how == 29) _donate(more);
        else if (how == 30) _misbehave(more);
        else _hook(more);
    }

    function _auction(uint256 how, uint256 seed) private {
        if (how < 3) _create(seed);
        else if (how == 3) _open(seed);
        else if (how < 6) _prepare(seed);
        else if (how < 9) _commit(seed);
        else if (how < 12) _reveal(seed);
        else if (how == 12) _hurry(seed);
        else _quit(seed);
    }

    function _market(uint256 how, uint256 seed) private {
        uint256 market = how < 17 || how > 24 || seed % 8 == 0 ? marketFor(seed >> 8) : _pooledFor(seed >> 8);
        if (market == 0) return;
        if (how < 17) _exchange(seed, market);
        else if (how < 21) _trade(seed, market);
        else if (how == 21) _join(seed, market);
        else if (how == 22) _exit(seed, market);
        else if (how < 25) _upkeep(seed, market);
        else if (how == 25) _report(seed, market);
        else _redeem(seed, market);
    }

    /* CREATION */

    function _create(uint256 seed) private {
        if (_markets.length == MAX_MARKETS) return;
        address creator = actorAt(seed);
        IMarkets.MarketParams memory p = _params(seed >> 8);
        bytes memory call = abi.encodeCall(IMarkets.createMarket, (p));
        uint256 market = _s.markets.computeMarket(creator, p);
        // Somebody sees it coming, and creates the same first.
        address other = actorAt(seed + 1);
        if (seed % 4 == 0 && _call(other, address(_s.markets), 0, call)) {
            if (_s.markets.computeMarket(other, p) == market) ++hijacked;
        }
        bool taken = _s.markets.getMarket(market).outcomes != 0;
        if (_call(creator, address(_s.markets), 0, call)) {
            if (taken) ++hijacked;
            _markets.push(market);
            _made[market] = Made(creator, p.context, _tokenOf(p));
            if (seed % 8 == 0) return;
            if (p.opener == address(AUCTION)) _prepareOne(seed >> 8, market);
            else _openOne(p.opener, seed >> 8, market);
        }
    }

    function _params(uint256 seed) private view returns (IMarkets.MarketParams memory p) {
        p.asset = address(_tokens[(seed >> 8) % TOKENS]);
        if (seed % 3 == 0 && _markets.length != 0) {
            uint256 parent = _markets[(seed >> 16) % _markets.length];
            p.asset = address(_s.markets);
            p.assetId = parent | ((seed >> 24) % _s.markets.getMarket(parent).outcomes);
        }
        p.resolver = actorAt(seed >> 32);
        address[4] memory openers = [address(AUCTION), actorAt(seed >> 44), actorAt(seed >> 40), address(AUCTION)];
        p.opener = openers[(seed >> 48) % 4];
        p.outcomes = uint16(2 + ((seed >> 56) % 5));
        p.closesAt = uint40(block.timestamp + 2 days + ((seed >> 64) % 40 days));
        p.twapWindow = uint24(1 + ((seed >> 72) % 1 days));
        p.feeRate = uint24(seed % 4 == 0 ? 0 : (seed >> 80) % 1e6);
        p.alpha = uint24(seed % 5 == 0 ? 0 : (seed >> 88) % 5e6);
        p.context = bytes32(seed);
    }

    /// @dev The token that all claims on a market come down to.
    function _tokenOf(IMarkets.MarketParams memory p) private view returns (uint256 token) {
        if (p.assetId != 0) return _made[(p.assetId >> 16) << 16].token;
        while (address(_tokens[token]) != p.asset) ++token;
    }

    function _open(uint256 seed) private {
        uint256 market = marketFor(seed >> 8);
        if (market != 0) _openOne(actorAt(seed), seed, market);
    }

    function _openOne(address caller, uint256 seed, uint256 market) private {
        IMarkets.MarketView memory m = _s.markets.getMarket(market);
        uint256 b = 1e4 + ((seed >> 24) % scaleFor(market));
        if (m.assetId != 0) _get(caller, m.assetId, 24 * b);
        uint256[] memory rates = _positive(seed, m.outcomes);
        address receiver = actorAt(seed >> 3);
        _call(caller, address(_s.markets), 0, abi.encodeCall(IMarkets.openPool, (market, rates, b, receiver)));
    }

    function _prepare(uint256 seed) private {
        uint256 market = marketFor(seed >> 8);
        if (market != 0) _prepareOne(seed, market);
    }

    /// @dev Mostly by the market's creator, who may have to get the asset first.
    function _prepareOne(uint256 seed, uint256 market) private {
        Made memory made = _made[market];
        address caller = seed % 8 == 0 ? actorAt(seed >> 4) : made.creator;
        IMarkets.MarketView memory m = _s.markets.getMarket(market);
        uint256 b = 1e4 + ((seed >> 24) % scaleFor(market));
        uint256 budget = (b * 1253) / 100 + (seed % 3);
        if (m.assetId != 0) _get(caller, m.assetId, budget);
        uint256 opensAt = block.timestamp + 1 hours + ((seed >> 40) % 6 days);
        uint256[] memory rates = _positive(seed, m.outcomes);
        _call(
            caller,
            address(AUCTION),
            0,
            abi.encodeCall(IOpening.prepare, (market, made.context, rates, b, budget, opensAt))
        );
    }

    /// @dev Rates at which pools open, but for a few.
    function _positive(uint256 seed, uint256 outcomes) private pure returns (uint256[] memory rates) {
        rates = ratesOf(seed, outcomes);
        if (seed % 16 == 0) return rates;
        uint256 largest;
        for (uint256 i; i < outcomes; ++i) {
            rates[i] = rates[i] / 2 + WAD / (2 * outcomes);
            if (rates[i] > rates[largest]) largest = i;
        }
        uint256 rest = WAD;
        for (uint256 i; i < outcomes; ++i) rest -= rates[i];
        rates[largest] += rest;
    }

    /// @dev Splits a market's asset into outcome tokens, if it can be had.
    function _get(address caller, uint256 id, uint256 amount) private {
        uint256 market = (id >> 16) << 16;
        _call(caller, address(_s.markets), 0, abi.encodeCall(IMarkets.split, (market, amount, caller)));
    }

    /* BIDS */

    function _commit(uint256 seed) private {
        uint256 market = _auctionFor(seed >> 8, IOpeningAuction.Phase.Committing);
        if (market == 0) return;
        address bidder = actorAt(seed);
        IMarkets.MarketView memory m = _s.markets.getMarket(market);
        uint256 amount = seed % 5 == 0 ? 0 : 1 + ((seed >> 24) % scaleFor(market));
        if (m.assetId != 0 && amount != 0) _get(bidder, m.assetId, amount);
        Bid memory bid = Bid((amount * (seed % 11)) / 9, seed, bytes32(seed));
        bytes32 commitment = AUCTION.commitmentOf(
            market,
            bidder,
            bid.budget,
            ratesOf(bid.weightSeed, m.outcomes),
            bid.salt
        );
        // A copy of another's commitment; its opening is not the copyist's.
        if (seed % 13 == 0) commitment = AUCTION.getBid(market, actorAt(seed + 1)).commitment;
        bytes memory call = abi.encodeCall(IOpeningAuction.commit, (market, commitment, amount, ""));
        if (_call(bidder, address(AUCTION), 0, call)) _bids[market][bidder] = bid;
    }

    function _reveal(uint256 seed) private {
        uint256 market = _auctionFor(seed >> 8, IOpeningAuction.Phase.Revealing);
        if (market == 0) return;
        address bidder = actorAt(seed);
        Bid memory bid = _bids[market][bidder];
        if (seed % 9 == 0) ++bid.budget;
        uint256[] memory weights = ratesOf(bid.weightSeed, _s.markets.getMarket(market).outcomes);
        _call(
            actorAt(seed >> 4),
            address(AUCTION),
            0,
            abi.encodeCall(IOpeningAuction.reveal, (market, bidder, bid.budget, weights, bid.salt))
        );
    }

    /// @dev What is due in an auction, when it is due: all bids are revealed, or it is cleared.
    function _hurry(uint256 seed) private {
        bool revealing = seed % 2 == 0;
        IOpeningAuction.Phase before = revealing ? IOpeningAuction.Phase.Committing : IOpeningAuction.Phase.Revealing;
        uint256 market = _auctionFor(seed >> 8, before);
        if (market == 0) return;
        IOpeningAuction.AuctionView memory a = AUCTION.getAuction(market);
        uint256 due = revealing ? a.revealsAt : a.opensAt;
        if (a.phase == before && due > block.timestamp) vm.warp(due);
        if (!revealing) {
            _call(actorAt(seed), address(AUCTION), 0, abi.encodeCall(IOpeningAuction.clear, (market)));
            return;
        }
        uint256 outcomes = _s.markets.getMarket(market).outcomes;
        for (uint256 i; i < 3; ++i) {
            Bid memory bid = _bids[market][actorAt(i)];
            uint256[] memory weights = ratesOf(bid.weightSeed, outcomes);
            _call(
                actorAt(seed),
                address(AUCTION),
                0,
                abi.encodeCall(IOpeningAuction.reveal, (market, actorAt(i), bid.budget, weights, bid.salt))
            );
        }
    }

    function _quit(uint256 seed) private {
        uint256 market = _auctionFor(seed >> 8, IOpeningAuction.Phase.Opened);
        if (market == 0) return;
        address actor = actorAt(seed);
        if (seed % 4 == 0) _call(actor, address(AUCTION), 0, abi.encodeCall(IOpening.refund, (market)));
        else quit(actor, market, actorAt(seed >> 3));
    }

    /// @notice Claims or withdraws an actor's bid.
    function quit(address actor, uint256 market, address receiver) public returns (bool) {
        uint256[] memory weights = ratesOf(_bids[market][actor].weightSeed, _s.markets.getMarket(market).outcomes);
        bool revealed = AUCTION.getBid(market, actor).revealed;
        bool claims = revealed && AUCTION.phaseOf(market) != IOpeningAuction.Phase.Void;
        bytes memory call =
            claims
                ? abi.encodeCall(IOpeningAuction.claim, (market, weights, receiver))
                : abi.encodeCall(IOpeningAuction.withdraw, (market, receiver));
        return _call(actor, address(AUCTION), 0, call);
    }

    /* EXCHANGES AND POOLS */

    function _exchange(uint256 seed, uint256 market) private {
        address actor = actorAt(seed);
        address to = actorAt(seed >> 2);
        uint256 amount = _amount(seed >> 24, scaleFor(market));
        uint256 outcome = (seed >> 16) % (_s.markets.getMarket(market).outcomes + (seed % 8 == 0 ? 2 : 0));
        uint256 how = (seed >> 20) % 9;
        bytes memory call;
        if (how < 2) call = abi.encodeCall(IMarkets.split, (market, amount, to));
        else if (how == 2) call = abi.encodeCall(IMarkets.merge, (market, amount, to));
        else if (how < 5) call = abi.encodeCall(IMarkets.splitPair, (market, outcome, amount, to));
        else if (how == 5) call = abi.encodeCall(IMarkets.mergePair, (market, outcome, amount, to));
        else if (how == 6) call = abi.encodeCall(IMarkets.convert, (market, outcome, amount, to));
        else if (how == 7) call = abi.encodeCall(IMarkets.convertBack, (market, outcome, amount, to));
        else call = _transferring(market | (seed % 514), amount, to);
        _call(actor, address(_s.markets), 0, call);
    }

    function _transferring(uint256 id, uint256 amount, address to) private pure returns (bytes memory) {
        uint256[] memory ids = new uint256[](1);
        uint256[] memory amounts = new uint256[](1);
        (ids[0], amounts[0]) = (id, amount);
        return abi.encodeCall(IMarkets.transferBatch, (to, ids, amounts));
    }

    function _trade(uint256 seed, uint256 market) private {
        IMarkets.MarketView memory m = _s.markets.getMarket(market);
        IMarkets.Order[] memory orders = _orders(seed, market, m.outcomes);
        if (m.assetId != 0 && seed % 2 == 0) _get(actorAt(seed), m.assetId, scaleFor(market));
        int256 most = seed % 16 == 0 ? int256(0) : type(int256).max;
        bytes memory call = abi.encodeCall(IMarkets.trade, (market, orders, most, NEVER, actorAt(seed >> 5)));
        _call(actorAt(seed), address(_s.markets), 0, call);
    }

    /// @dev One or two, each a purchase or a sale of at most what is held.
    function _orders(
        uint256 seed,
        uint256 market,
        uint256 outcomes
    ) private view returns (IMarkets.Order[] memory orders) {
        orders = new IMarkets.Order[](1 + ((seed >> 16) % 2));
        uint256 outcome = (seed >> 20) % outcomes;
        for (uint256 i; i < orders.length; ++i) {
            uint256 dice = _hash(seed, i);
            bool short = dice % 3 == 0;
            int256 amount = int256(_amount(dice >> 16, 4 * scaleFor(market)));
            if ((dice >> 8) % 2 == 0) {
                uint256 id = OutcomeId.outcomeId(market, outcomes, outcome % outcomes, short);
                uint256 held = _s.markets.balanceOf(actorAt(seed), id);
                amount = held < uint256(amount) ? -int256(held) : -amount;
            }
            orders[i] = IMarkets.Order(uint16(outcome), short, int128(amount));
            outcome += 1 + ((dice >> 200) % 2);
        }
    }

    function _join(uint256 seed, uint256 market) private {
        address actor = actorAt(seed);
        uint256 shares = _amount(seed >> 24, scaleFor(market));
        uint256 assetId = _s.markets.getMarket(market).assetId;
        if (assetId != 0) _get(actor, assetId, 8 * shares);
        _call(
            actor,
            address(_s.markets),
            0,
            abi.encodeCall(IMarkets.join, (market, shares, NEVER, new uint256[](0), NEVER, actor))
        );
    }

    function _exit(uint256 seed, uint256 market) private {
        address actor = actorAt(seed);
        bool founding = seed % 3 == 0;
        uint256 id = market | (founding ? OutcomeId.FOUNDING_SHARES : OutcomeId.SHARES);
        uint256 held = _s.markets.balanceOf(actor, id);
        uint256 shares = held == 0 ? 1 : 1 + ((seed >> 24) % held);
        _call(actor, address(_s.markets), 0, abi.encodeCall(IMarkets.exit, (market, shares, founding, 0, actor)));
    }

    function _upkeep(uint256 seed, uint256 market) private {
        bytes memory call = abi.encodeCall(IMarkets.recentre, (market));
        if (seed % 2 == 1) call = abi.encodeCall(IMarkets.addReserve, (market, scaleFor(market)));
        _call(actorAt(seed), address(_s.markets), 0, call);
    }

    function _report(uint256 seed, uint256 market) private {
        // Not too often: a market that is resolved is over.
        if (seed % 4 != 0) return;
        IMarkets.MarketView memory m = _s.markets.getMarket(market);
        address caller = (seed >> 4) % 4 == 0 ? actorAt(seed) : m.resolver;
        uint256[] memory payouts = ratesOf(seed, m.outcomes);
        _call(caller, address(_s.markets), 0, abi.encodeCall(IMarkets.report, (market, payouts)));
    }

    function _redeem(uint256 seed, uint256 market) private {
        redeem(actorAt(seed), market, seed % 2 == 0);
    }

    /// @notice Redeems all that an actor has of a market.
    function redeem(address actor, uint256 market, bool throughAll) public returns (bool) {
        (uint256[] memory ids, uint256[] memory amounts) = OTHERS.holdings(actor, market);
        (ids, amounts) = _withShares(actor, market, ids, amounts);
        bytes memory call =
            throughAll
                ? abi.encodeCall(IMarkets.redeemTo, (ids, amounts, actor))
                : abi.encodeCall(IMarkets.redeem, (ids, amounts, actor));
        return _call(actor, address(_s.markets), 0, call);
    }

    function _withShares(
        address actor,
        uint256 market,
        uint256[] memory ids,
        uint256[] memory amounts
    ) private view returns (uint256[] memory allIds, uint256[] memory all) {
        uint256 n = ids.length;
        (allIds, all) = (new uint256[](n + 2), new uint256[](n + 2));
        for (uint256 i; i < n; ++i) (allIds[i], all[i]) = (ids[i], amounts[i]);
        (allIds[n], allIds[n + 1]) = (market | OutcomeId.SHARES, market | OutcomeId.FOUNDING_SHARES);
        all[n] = _s.markets.balanceOf(actor, allIds[n]);
        all[n + 1] = _s.markets.balanceOf(actor, allIds[n + 1]);
    }

    /* FUNDING */

    function _fund(uint256 seed) private {
        address token = tokenAt((seed >> 8) % (TOKENS + 1));
        address pool = address(_s.pool);
        uint256 round = (seed >> 16) % (_s.rounds.current() + 2);
        bytes32 node = OTHERS.nodeAt(seed >> 24);
        bytes32 parent = OTHERS.nodeAt((seed >> 24) % 3);
        uint256 amount = 1 + ((seed >> 40) % 1e18);
        uint256 how = seed % 8;
        bytes memory call;
        if (how == 0) call = abi.encodeCall(IFundingPool.fund, (token, amount));
        else if (how == 1) call = abi.encodeCall(IFundingPool.record, (token));
        else if (how == 2) call = abi.encodeCall(IFundingPool.sweep, (round, token));
        else if (how == 3) call = abi.encodeCall(IFundingPool.claimFor, (round, token, node));
        else if (how == 4) call = abi.encodeCall(IFundingPool.claim, (round, token, node, actorAt(seed >> 4)));
        else if (how == 5) call = abi.encodeCall(IFundingPool.fundETH, ());
        else call = abi.encodeCall(IFundingPool.pull, (round, token, parent, (seed >> 48) % 4));
        _call(actorAt(seed), pool, how == 5 ? amount : 0, call);
        // Ether that nobody announced.
        if (seed % 16 == 5) _call(actorAt(seed), pool, 1 + (seed % 1e9), "");
    }

    /// @dev All that has come to the target of a round flows down to a seed, and to its payee.
    function _flow(uint256 seed) private {
        address token = tokenAt((seed >> 8) % (TOKENS + 1));
        uint256 round = 1 + ((seed >> 16) % (_s.rounds.current() + 1));
        bytes32 target = OTHERS.nodeAt(0);
        for (uint256 i; i < 4; ++i) {
            _call(actorAt(seed), address(_s.pool), 0, abi.encodeCall(IFundingPool.pull, (round, token, target, i)));
        }
        bytes32 node = OTHERS.nodeAt(1 + ((seed >> 24) % 4));
        address payee_ = _s.registry.payeeOf(node);
        bytes memory call =
            seed % 2 == 0
                ? abi.encodeCall(IFundingPool.claimFor, (round, token, node))
                : abi.encodeCall(IFundingPool.claim, (round, token, node, actorAt(seed >> 32)));
        _call(seed % 8 == 1 || payee_ == address(0) ? actorAt(seed) : payee_, address(_s.pool), 0, call);
    }

    /* WHAT NOBODY SHOULD DO */

    /// @notice Tokens and outcomes that nobody asked for.
    function _donate(uint256 seed) private {
        uint256 i = (seed >> 8) % TOKENS;
        AnyToken token = _tokens[i];
        address to = holderAt(3 + ((seed >> 16) % 6));
        uint256 amount = 1 + ((seed >> 24) % scaleOf(i));
        token.setHook(address(0), "");
        uint256 before = token.balanceOf(to);
        _call(actorAt(seed), address(token), 0, abi.encodeCall(IERC20.transfer, (to, amount)));
        donated[to][address(token)] += token.balanceOf(to) - before;
        uint256 market = marketFor(seed >> 32);
        if (market == 0) return;
        _call(actorAt(seed), address(_s.markets), 0, _transferring(market | (seed % 6), amount / 1000, to));
    }

    function _misbehave(uint256 seed) private {
        bool again = seed % 2 == 0;
        uint256 more = seed >> 8;
        _tokens[1].setFee(again ? more % 700 : 0);
        if (seed % 16 == 0) _tokens[2].rebase(9_000 + (more % 3_000));
        _tokens[4].setRefusing(again && seed % 4 == 0);
        _tokens[4].setPretending(again && seed % 4 == 2);
        _tokens[6].setBlocked(again ? holderAt(more) : address(0));
        HostilePayee(payable(payee())).setRefusing(again);
    }

    /// @notice Calls back into what moves the token, or into another contract.
    function _hook(uint256 seed) private {
        uint256 market = marketFor(seed >> 8);
        uint256 how = (seed >> 16) % 8;
        address target =
            how < 4
                ? address(_s.markets)
                : how < 6
                    ? address(AUCTION)
                    : address(_s.pool);
        bytes memory call;
        uint256 other = _auctionFor(seed >> 24, IOpeningAuction.Phase.Clearing);
        if (how == 0) call = abi.encodeCall(IMarkets.recentre, (market));
        else if (how == 1) call = abi.encodeCall(IMarkets.split, (market, 0, actorAt(seed)));
        else if (how < 4) call = _transferring(market, 0, actorAt(seed));
        else if (how == 4) call = abi.encodeCall(IOpeningAuction.clear, (other));
        else if (how == 5) call = abi.encodeCall(IOpening.refund, (other));
        else call = abi.encodeCall(IFundingPool.record, (tokenAt(seed % (TOKENS + 1))));
        _tokens[seed % 2 == 0 ? 3 : 6].setHook(target, call);
        bytes32 node = OTHERS.nodeAt(seed >> 32);
        call = abi.encodeCall(IFundingPool.claimFor, (1 + (seed % 3), address(0), node));
        if (seed % 3 == 0) call = abi.encodeCall(IFundingPool.record, (address(0)));
        HostilePayee(payable(payee())).setHook(address(_s.pool), call);
    }

    /// @notice Everybody behaves from now on.
    function calmDown() external {
        for (uint256 i; i < TOKENS; ++i) {
            _tokens[i].setFee(0);
            _tokens[i].setRefusing(false);
            _tokens[i].setPretending(false);
            _tokens[i].setBlocked(address(0));
            _tokens[i].setHook(address(0), "");
        }
        HostilePayee(payable(payee())).setRefusing(false);
        HostilePayee(payable(payee())).setHook(address(0), "");
    }

    /* VIEWS */

    function actorAt(uint256 i) public view returns (address) {
        return OTHERS.actorAt(i);
    }

    /// @notice The actor that is a contract.
    function payee() public view returns (address) {
        return actorAt(2);
    }

    /// @notice Everybody who can hold a token: the actors and the contracts.
    function holderAt(uint256 i) public view returns (address) {
        i %= HOLDERS;
        if (i < 3) return actorAt(i);
        if (i == 3) return address(_s.markets);
        if (i == 4) return address(AUCTION);
        if (i == 5) return address(_s.pool);
        if (i == 6) return address(_s.rounds);
        return i == 7 ? address(_s.jury) : address(_s.registry);
    }

    /// @notice The tokens, and ether.
    function tokenAt(uint256 i) public view returns (address) {
        return i == TOKENS ? address(0) : address(_tokens[i]);
    }

    function marketCount() external view returns (uint256) {
        return _markets.length;
    }

    function marketAt(uint256 i) external view returns (uint256) {
        return _markets[i];
    }

    /// @notice The token that a market comes down to; none for those of rounds, which come down to money.
    function tokenUnder(uint256 market) public view returns (AnyToken) {
        return _made[market].creator == address(0) ? AnyToken(address(0)) : _tokens[_made[market].token];
    }

    /// @notice The size of an actor's bid, in units: `sum_j floor(B a_j)`.
    function sizeOf(uint256 market, address bidder) external view returns (uint256 size) {
        Bid memory bid = _bids[market][bidder];
        uint256[] memory weights = ratesOf(bid.weightSeed, _s.markets.getMarket(market).outcomes);
        for (uint256 j; j < weights.length; ++j) size += (bid.budget * weights[j]) / WAD;
    }

    /// @notice Any market, mostly one of those made here; 0 if there is none yet.
    function marketFor(uint256 seed) public view returns (uint256) {
        return _markets.length == 0 ? 0 : _markets[(seed % 256) % _markets.length];
    }

    /// @dev A market with an auction, made here or by a round, mostly in the phase that is wanted; 0 if there is none.
    function _auctionFor(uint256 seed, IOpeningAuction.Phase wanted) private view returns (uint256 found) {
        uint256 theirs = OTHERS.marketCount();
        uint256 all = _markets.length + theirs;
        for (uint256 i; i < all; ++i) {
            uint256 place = ((seed % 256) + i) % all;
            uint256 market = place < theirs ? OTHERS.marketAt(place) : _markets[place - theirs];
            IOpeningAuction.Phase phase = AUCTION.phaseOf(market);
            if (phase == IOpeningAuction.Phase.None) continue;
            if (phase == wanted || (seed >> 8) % 8 == 0) return market;
            found = market;
        }
    }

    /// @dev A market with a pool, if one is found.
    function _pooledFor(uint256 seed) private view returns (uint256 market) {
        for (uint256 i; i < _markets.length; ++i) {
            market = marketFor(seed + i);
            IMarkets.MarketView memory m = _s.markets.getMarket(market);
            if (m.pooled && !m.resolved && block.timestamp < m.closesAt) return market;
        }
    }

    /// @notice What amounts of a token are about; for a token without decimals a pool needs many.
    function scaleOf(uint256 token) public view returns (uint256) {
        uint256 decimals = _tokens[token].decimals();
        return
            10 **
            (
                decimals < 6
                    ? 6
                    : decimals > 26
                        ? 26
                        : decimals
            );
    }

    function scaleFor(uint256 market) public view returns (uint256) {
        return _made[market].creator == address(0) ? 1e12 : scaleOf(_made[market].token);
    }

    /// @notice Weights that sum to exactly 1e18; some are 0, or all in one place.
    function ratesOf(uint256 seed, uint256 outcomes) public pure returns (uint256[] memory rates) {
        rates = new uint256[](outcomes);
        uint256 rest = WAD;
        for (uint256 i; i + 1 < outcomes; ++i) {
            uint256 dice = _hash(seed, 100 + i);
            rates[i] =
                dice % 11 == 0
                    ? rest
                    : dice % 13 == 0
                        ? 0
                        : ((dice >> 8) % (2 * rest + 1)) / outcomes;
            rest -= rates[i];
        }
        if (outcomes != 0) rates[outcomes - 1] = rest;
    }

    /// @dev All magnitudes: most bugs of rounding need small amounts.
    function _amount(uint256 seed, uint256 most) private pure returns (uint256) {
        return
            1 +
            ((seed >> 8) %
                (
                    seed % 3 == 0
                        ? 20
                        : seed % 3 == 1
                            ? most / 1000
                            : most
                ));
    }

    function _hash(uint256 seed, uint256 i) private pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, i)));
    }
}
