// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IMarkets} from "../../../contracts/interfaces/IMarkets.sol";
import {IOpeningAuction} from "../../../contracts/interfaces/IOpeningAuction.sol";
import {Bids} from "../../../contracts/auction/Bids.sol";
import {Weights} from "../../../contracts/shared/Weights.sol";
import {TestToken} from "../../../contracts/mocks/TestToken.sol";
import {vm} from "../../utils/Cheats.sol";

/// @notice Bids in three auctions at once, as four actors in any order, and keeps what the rules say in plain sums:
/// 0 over money with five outcomes, 1 over LONG_1 of 0 with two, 2 over money with three and a b of dust. The handler
/// is the sponsor and the resolver of all.
contract AuctionHandler {
    /// @notice What an actor may reveal, if it committed to it.
    struct Opening {
        uint256 seed;
        uint256 budget;
        uint256 deposit;
        bool copied;
        bool revealed;
        bool done;
    }

    /// @notice What the rules say about an auction.
    /// @param paidIn Budget and deposits.
    /// @param paidOut Rests, withdrawals and refunds, but for redeemed LONGs.
    /// @param revealed Deposits of revealed bids.
    /// @param deposits All deposits.
    /// @param excesses What revealed bids forfeit of their deposits.
    /// @param funding What the pool cost.
    /// @param money M_j.
    /// @param claimed LONG_j that left, the sponsor's included.
    /// @param claims Bids that were claimed or withdrawn.
    struct Ghost {
        uint256 paidIn;
        uint256 paidOut;
        uint256 revealed;
        uint256 deposits;
        uint256 excesses;
        uint256 funding;
        uint256[] money;
        uint256[] claimed;
        uint256 claims;
        bool cleared;
        bool redeemed;
    }

    uint256 public constant ACTORS = 4;
    uint256 public constant AUCTIONS = 3;
    uint256 private constant WAD = 1e18;

    IMarkets private immutable MARKETS;
    IOpeningAuction private immutable AUCTION;
    TestToken private immutable TOKEN;

    uint256[3] public marketAt;
    uint256[3] public liquidityAt;
    uint256[][3] private _rates;
    Ghost[3] private _ghosts;
    mapping(uint256 which => mapping(uint256 who => Opening)) private _openings;

    /// @notice Given to the auction by plain transfer: money, and LONGs of auction 0.
    uint256 public donatedMoney;
    uint256[5] public donatedLongs;
    /// @notice The first rule that was seen broken, or nothing.
    string public broken;
    uint256 public cleared;
    uint256 public voided;

    constructor(IMarkets markets, IOpeningAuction auction, TestToken token) {
        (MARKETS, AUCTION, TOKEN) = (markets, auction, token);
        for (uint256 who; who < ACTORS; ++who) _fund(actorAt(who));
        TOKEN.approve(address(AUCTION), type(uint256).max);
        TOKEN.approve(address(MARKETS), type(uint256).max);
        TOKEN.mint(address(this), 1e20);
        MARKETS.setOperator(address(AUCTION), true);
        _prepare(0, address(TOKEN), 0, 5, 1e9);
        _splitForAll(marketAt[0]);
        _prepare(1, address(MARKETS), marketAt[0] | 1, 2, 1e8 + 7);
        _prepare(2, address(TOKEN), 0, 3, 101_011);
    }

    function actorAt(uint256 who) public pure returns (address) {
        return address(uint160(0xb1dde40 + (who % ACTORS)));
    }

    function ghostAt(uint256 which) external view returns (Ghost memory) {
        return _ghosts[which];
    }

    function openingOf(uint256 which, uint256 who) external view returns (Opening memory) {
        return _openings[which][who % ACTORS];
    }

    function ratesAt(uint256 which) external view returns (uint256[] memory) {
        return _rates[which];
    }

    /* BIDS */

    function commit(uint256 who, uint256 which, uint256 seed) external {
        (who, which) = (who % ACTORS, which % AUCTIONS);
        uint256 amount = _amount(seed);
        Opening storage o = _openings[which][who];
        // Mostly all of the deposit, or a part; sometimes more than there is.
        uint256 budget = ((o.deposit + amount) * ((seed >> 200) % 9)) / 7;
        bytes32 hash = _commitmentOf(which, who, seed, budget);
        if (_commit(which, who, hash, amount)) (o.seed, o.budget, o.copied) = (seed, budget, false);
    }

    /// @dev OA-3: copies what another has committed to.
    function copy(uint256 who, uint256 from, uint256 which, uint256 seed) external {
        (who, from, which) = (who % ACTORS, from % ACTORS, which % AUCTIONS);
        if (who == from) return;
        bytes32 hash = AUCTION.getBid(marketAt[which], actorAt(from)).commitment;
        if (_commit(which, who, hash, _amount(seed))) _openings[which][who].copied = true;
    }

    function reveal(uint256 who, uint256 which) external {
        (who, which) = (who % ACTORS, which % AUCTIONS);
        Opening storage o = _openings[which][who];
        uint256[] memory weights = _weightsOf(which, o.seed);
        (bool done, bytes memory result) = address(AUCTION).call(
            abi.encodeCall(IOpeningAuction.reveal, (marketAt[which], actorAt(who), o.budget, weights, bytes32(o.seed)))
        );
        if (!done) return;
        if (o.copied) _break("OA-3 copied");
        if (o.deposit == 0 || o.budget > o.deposit) _break("OA-5 counted");
        if (o.revealed) return; // without effect: the sums would show it
        o.revealed = true;
        Ghost storage g = _ghosts[which];
        g.revealed += o.deposit;
        uint256 size;
        for (uint256 j; j < weights.length; ++j) {
            uint256 part = (o.budget * weights[j]) / WAD;
            g.money[j] += part;
            size += part;
        }
        g.excesses += Bids.forfeitOf(o.deposit, size);
        if (abi.decode(result, (uint256)) != size) _break("OA-5 size");
    }

    /// @dev With the opening of another, or another auction: never.
    function revealWrongly(uint256 who, uint256 from, uint256 which, uint256 other) external {
        (who, from, which, other) = (who % ACTORS, from % ACTORS, which % AUCTIONS, other % AUCTIONS);
        Opening storage o = _openings[other][from];
        if (who == from && which == other) return;
        (bool done, ) = address(AUCTION).call(
            abi.encodeCall(
                IOpeningAuction.reveal,
                (marketAt[which], actorAt(who), o.budget, _weightsOf(which, o.seed), bytes32(o.seed))
            )
        );
        if (done && !_openings[which][who].revealed) _break("OA-3 replayed");
    }

    function clear(uint256 which) external {
        which %= AUCTIONS;
        (bool done, bytes memory result) = address(AUCTION).call(
            abi.encodeCall(IOpeningAuction.clear, (marketAt[which]))
        );
        if (!done) return;
        if (_ghosts[which].cleared) {
            if (abi.decode(result, (uint256)) != 0) _break("OA-5 cleared twice");
            return;
        }
        _ghosts[which].cleared = true;
        _ghosts[which].funding = abi.decode(result, (uint256));
        ++cleared;
    }

    /// @dev OA-7: what a claim gives is the formula of the rules, whenever it is made.
    function claim(uint256 who, uint256 which, bool wrong) external {
        (who, which) = (who % ACTORS, which % AUCTIONS);
        Opening storage o = _openings[which][who];
        uint256[] memory weights = _weightsOf(which, o.seed);
        if (wrong) (weights[0], weights[1]) = (weights[1], weights[0]);
        wrong = wrong && weights[0] != weights[1];
        vm.prank(actorAt(who));
        (bool done, bytes memory result) = address(AUCTION).call(
            abi.encodeCall(IOpeningAuction.claim, (marketAt[which], weights, actorAt(who)))
        );
        if (!done) return;
        if (!o.revealed || o.done || wrong) _break("OA-5 claimed");
        (uint256[] memory ids, uint256[] memory amounts, uint256 rest) = abi.decode(
            result,
            (uint256[], uint256[], uint256)
        );
        uint256 size = _checkClaim(which, weights, o.budget, _longsOf(which, ids, amounts));
        if (rest != o.deposit - size - Bids.forfeitOf(o.deposit, size)) _break("OA-10 rest");
        o.done = true;
        _ghosts[which].paidOut += rest;
        ++_ghosts[which].claims;
    }

    function withdraw(uint256 who, uint256 which) external {
        (who, which) = (who % ACTORS, which % AUCTIONS);
        Opening storage o = _openings[which][who];
        bool void = AUCTION.phaseOf(marketAt[which]) == IOpeningAuction.Phase.Void;
        vm.prank(actorAt(who));
        (bool done, bytes memory result) = address(AUCTION).call(
            abi.encodeCall(IOpeningAuction.withdraw, (marketAt[which], actorAt(who)))
        );
        if (!done) return;
        uint256 amount = abi.decode(result, (uint256));
        if (o.done || o.deposit == 0 || (o.revealed && !void)) _break("OA-9 withdrawn");
        bool whole = void || _ghosts[which].revealed == 0;
        if (amount != (whole ? o.deposit : o.deposit / 2)) _break(void ? "OA-12" : "OA-9");
        o.done = true;
        _ghosts[which].paidOut += amount;
        ++_ghosts[which].claims;
    }

    /// @dev It never reverts.
    function refund(uint256 which) external {
        which %= AUCTIONS;
        uint256 market = marketAt[which];
        IOpeningAuction.AuctionView memory before = AUCTION.getAuction(market);
        bool redeeming = MARKETS.getMarket(market).resolved && _ghosts[which].cleared && !_ghosts[which].redeemed;
        uint256 amount = AUCTION.refund(market);
        uint256 left = before.phase >= IOpeningAuction.Phase.Opened ? before.budget : 0;
        if (redeeming) {
            _ghosts[which].redeemed = true;
            amount -= _redeemedFor(which);
        }
        if (amount != left) _break("OA-11 refund");
        if (AUCTION.getAuction(market).budget != before.budget - left) _break("OA-11 budget");
        _ghosts[which].paidOut += amount;
    }

    /* WORLD */

    /// @dev A few hours, or to where the next phase of some auction begins: walks are short.
    function pass(uint256 time) external {
        uint256 next = type(uint256).max;
        for (uint256 which; which < AUCTIONS; ++which) {
            IOpeningAuction.AuctionView memory a = AUCTION.getAuction(marketAt[which]);
            if (a.revealsAt > block.timestamp && a.revealsAt < next) next = a.revealsAt;
            if (a.opensAt > block.timestamp && a.opensAt < next) next = a.opensAt;
        }
        bool hours_ = time % 4 == 0 || next == type(uint256).max;
        vm.warp(hours_ ? block.timestamp + (time % 5 hours) : next);
    }

    /// @dev Sometimes before anybody has cleared.
    function resolve(uint256 which, uint256 seed) external {
        which %= AUCTIONS;
        uint256 market = marketAt[which];
        bool early = !_ghosts[which].cleared;
        if (MARKETS.getMarket(market).resolved || (early && seed % 16 != 0)) return;
        MARKETS.report(market, _weightsOf(which, seed));
        if (early) ++voided;
    }

    function donate(uint256 who, uint256 amount, uint256 index) external {
        (amount, index) = (_amount(amount) / 100, index % 5);
        vm.prank(actorAt(who));
        if (TOKEN.transfer(address(AUCTION), amount)) donatedMoney += amount;
        vm.prank(actorAt(who));
        try MARKETS.transfer(address(AUCTION), marketAt[0] | index, amount) {
            donatedLongs[index] += amount;
        } catch {}
    }

    /// @notice Brings every auction to its end, in an order of its own: reveals and clears what can be, or nothing.
    function finish() external {
        if (block.timestamp % 4 != 0) {
            for (uint256 i; i < 2 * AUCTIONS; ++i) {
                for (uint256 which; which < AUCTIONS; ++which) {
                    for (uint256 who; who < ACTORS; ++who) this.reveal(who, which);
                    this.clear(which);
                }
                this.pass(1);
            }
        }
        vm.warp(block.timestamp + 10 days);
        for (uint256 which = AUCTIONS; which > 0; --which) {
            for (uint256 who; who < ACTORS; ++who) {
                this.claim(who, which - 1, false);
                this.withdraw(who, which - 1);
            }
            this.refund(which - 1);
            this.resolve(which - 1, 0);
            this.refund(which - 1);
        }
    }

    /* PRIVATE */

    function _commit(uint256 which, uint256 who, bytes32 hash, uint256 amount) private returns (bool done) {
        vm.prank(actorAt(who));
        (done, ) = address(AUCTION).call(abi.encodeCall(IOpeningAuction.commit, (marketAt[which], hash, amount, "")));
        if (!done) return false;
        Ghost storage g = _ghosts[which];
        if (_openings[which][who].revealed || g.cleared) _break("OA-2 committed");
        _openings[which][who].deposit += amount;
        g.deposits += amount;
        g.paidIn += amount;
    }

    /// @dev By outcome; ids are named once and in order, and none for nothing.
    function _longsOf(
        uint256 which,
        uint256[] memory ids,
        uint256[] memory amounts
    ) private returns (uint256[] memory longs) {
        longs = new uint256[](_rates[which].length);
        uint256 previous;
        for (uint256 i; i < ids.length; ++i) {
            if (ids[i] <= previous || amounts[i] == 0) _break("OA-7 ids");
            previous = ids[i];
            longs[ids[i] - marketAt[which]] = amounts[i];
        }
    }

    /// @dev The formula of the rules; returns B'.
    function _checkClaim(
        uint256 which,
        uint256[] memory weights,
        uint256 budget,
        uint256[] memory longs
    ) private returns (uint256 size) {
        Ghost storage g = _ghosts[which];
        uint256 sets = setsOf(which);
        for (uint256 j; j < weights.length; ++j) {
            uint256 part = (budget * weights[j]) / WAD;
            size += part;
            if (longs[j] != (part == 0 ? 0 : (part * sets) / g.money[j])) _break("OA-7 longs");
            g.claimed[j] += longs[j];
        }
    }

    /// @notice M + F, as the rules say.
    function setsOf(uint256 which) public view returns (uint256 sets) {
        Ghost storage g = _ghosts[which];
        uint256 unrevealed = g.revealed == 0 ? 0 : g.deposits - g.revealed;
        sets = g.excesses + unrevealed - unrevealed / 2;
        for (uint256 j; j < g.money.length; ++j) sets += g.money[j];
    }

    /// @dev What the sponsor's LONGs pay, which leave the auction.
    function _redeemedFor(uint256 which) private returns (uint256) {
        uint256[] memory payouts = MARKETS.getPayouts(marketAt[which]);
        Ghost storage g = _ghosts[which];
        uint256 sets = setsOf(which);
        uint256 value;
        for (uint256 j; j < payouts.length; ++j) {
            uint256 amount = (((liquidityAt[which] * _rates[which][j]) / WAD) * sets) / g.money[j];
            g.claimed[j] += amount;
            value += amount * payouts[j];
        }
        return value / WAD;
    }

    function _prepare(uint256 which, address asset, uint256 assetId, uint16 outcomes, uint256 b) private {
        IMarkets.MarketParams memory params = IMarkets.MarketParams({
            asset: asset,
            assetId: assetId,
            resolver: address(this),
            opener: address(AUCTION),
            outcomes: outcomes,
            closesAt: uint40(block.timestamp + 60 hours),
            twapWindow: 1 days,
            feeRate: 300_000,
            alpha: 12_500,
            context: bytes32(which)
        });
        (marketAt[which], liquidityAt[which]) = (MARKETS.createMarket(params), b);
        uint256[] memory parts = new uint256[](outcomes);
        for (uint256 j; j < outcomes; ++j) parts[j] = j * j + 1;
        _rates[which] = Weights.normalise(parts);
        _sponsor(which, outcomes);
    }

    function _sponsor(uint256 which, uint256 outcomes) private {
        (uint256 market, uint256 b) = (marketAt[which], liquidityAt[which]);
        uint256 budget = (b * 1253) / 100;
        uint256 opensAt = block.timestamp + 20 hours + which * 8 hours;
        AUCTION.prepare(market, bytes32(which), _rates[which], b, budget, opensAt);

        Ghost storage g = _ghosts[which];
        g.paidIn = budget;
        (g.money, g.claimed) = (new uint256[](outcomes), new uint256[](outcomes));
        for (uint256 j; j < outcomes; ++j) g.money[j] = (b * _rates[which][j]) / WAD;
    }

    function _fund(address actor) private {
        TOKEN.mint(actor, 1e20);
        vm.prank(actor);
        TOKEN.approve(address(AUCTION), type(uint256).max);
        vm.prank(actor);
        TOKEN.approve(address(MARKETS), type(uint256).max);
        vm.prank(actor);
        MARKETS.setOperator(address(AUCTION), true);
    }

    /// @dev The asset of auction 1.
    function _splitForAll(uint256 market) private {
        MARKETS.split(market, 1e15, address(this));
        for (uint256 who; who < ACTORS; ++who) MARKETS.split(market, 1e15, actorAt(who));
    }

    function _commitmentOf(uint256 which, uint256 who, uint256 seed, uint256 budget) private view returns (bytes32) {
        return AUCTION.commitmentOf(marketAt[which], actorAt(who), budget, _weightsOf(which, seed), bytes32(seed));
    }

    /// @dev All on one, some zeros, or anything.
    function _weightsOf(uint256 which, uint256 seed) private view returns (uint256[] memory) {
        uint256[] memory parts = new uint256[](_rates[which].length);
        for (uint256 j; j < parts.length; ++j) {
            uint256 dice = uint256(keccak256(abi.encode(seed, j)));
            if (dice % 3 != 0) parts[j] = dice >> (128 + (dice % 64));
        }
        parts[seed % parts.length] += 1;
        return Weights.normalise(parts);
    }

    /// @dev Amounts of all magnitudes.
    function _amount(uint256 seed) private pure returns (uint256) {
        return (seed >> 8) % (10 ** (1 + (seed % 12)));
    }

    function _break(string memory rule) private {
        if (bytes(broken).length == 0) broken = rule;
    }
}
