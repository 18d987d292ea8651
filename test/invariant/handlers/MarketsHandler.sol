// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IMarkets} from "../../../contracts/interfaces/IMarkets.sol";
import {OutcomeId} from "../../../contracts/markets/OutcomeId.sol";
import {TestToken} from "../../../contracts/mocks/TestToken.sol";
import {vm} from "../../utils/Cheats.sol";

/// @notice Does anything to two pools, one nested in the other, as three actors. A call that the rules refuse is
/// caught: whatever is refused must leave no trace, which the invariants then show.
contract MarketsHandler {
    uint256 public constant ACTORS = 3;
    uint256 private constant MONEY = 1e15;
    uint256 private constant MAX_AMOUNT = 1e12;

    IMarkets public immutable MARKETS;
    TestToken public immutable TOKEN;
    uint256 public immutable PARENT;
    uint256 public immutable CHILD;

    /// @notice Assets given to `Markets` by plain transfer, which belong to nobody.
    uint256 public donatedMoney;
    uint256 public donatedTokens;
    uint256 public calls;
    uint256 public refused;
    uint256 public tradesDone;

    constructor(IMarkets markets, TestToken token, uint256 parent, uint256 child) {
        (MARKETS, TOKEN, PARENT, CHILD) = (markets, token, parent, child);
        for (uint256 i; i < ACTORS; ++i) {
            TOKEN.mint(actorAt(i), MONEY);
            vm.prank(actorAt(i));
            TOKEN.approve(address(MARKETS), type(uint256).max);
            vm.prank(actorAt(i));
            MARKETS.split(PARENT, MONEY / 4, actorAt(i));
        }
    }

    function actorAt(uint256 i) public pure returns (address) {
        return address(uint160(0xac7040 + (i % ACTORS)));
    }

    /* EXCHANGES */

    function split(uint256 who, bool child, uint256 amount) external {
        _call(who, abi.encodeCall(IMarkets.split, (_market(child), _bound(amount), actorAt(who / 7))));
    }

    function merge(uint256 who, bool child, uint256 amount) external {
        _call(who, abi.encodeCall(IMarkets.merge, (_market(child), _bound(amount), actorAt(who / 7))));
    }

    function splitPair(uint256 who, bool child, uint256 outcome, uint256 amount) external {
        _call(who, abi.encodeCall(IMarkets.splitPair, (_market(child), outcome % 4, _bound(amount), actorAt(who / 7))));
    }

    function mergePair(uint256 who, bool child, uint256 outcome, uint256 amount) external {
        _call(who, abi.encodeCall(IMarkets.mergePair, (_market(child), outcome % 4, _bound(amount), actorAt(who))));
    }

    function convert(uint256 who, bool child, uint256 outcome, uint256 amount, bool back) external {
        uint256 market = _market(child);
        bytes memory data =
            back
                ? abi.encodeCall(IMarkets.convertBack, (market, outcome % 4, _bound(amount), actorAt(who)))
                : abi.encodeCall(IMarkets.convert, (market, outcome % 4, _bound(amount), actorAt(who)));
        _call(who, data);
    }

    function transfer(uint256 who, bool child, uint256 index, uint256 amount) external {
        uint256[] memory ids = new uint256[](1);
        uint256[] memory amounts = new uint256[](1);
        (ids[0], amounts[0]) = (_market(child) | (index % 514), _bound(amount));
        _call(who, abi.encodeCall(IMarkets.transferBatch, (actorAt(who / 7), ids, amounts)));
    }

    /* POOL */

    /// @dev Up to three legs: a buy, a sale of what the actor holds, a short.
    function trade(uint256 who, bool child, uint256 seed) external {
        uint256 outcomes = child ? 2 : 4;
        uint256 legs = 1 + (seed % (child ? 2 : 3));
        IMarkets.Order[] memory orders = new IMarkets.Order[](legs);
        for (uint256 i; i < legs; ++i) {
            uint256 dice = uint256(keccak256(abi.encode(seed, i)));
            uint256 outcome = legs == 1 ? dice % outcomes : i;
            bool short = (dice >> 8) % 3 == 0;
            int128 amount = int128(uint128(_bound(dice >> 16)));
            if ((dice >> 96) % 2 == 0) amount = -_clampSale(who, _market(child), outcomes, outcome, short, amount);
            orders[i] = IMarkets.Order(uint16(outcome), short, amount == 0 ? int128(1) : amount);
        }
        uint256 before = calls - refused;
        _call(
            who,
            abi.encodeCall(
                IMarkets.trade,
                (_market(child), orders, type(int256).max, type(uint256).max, actorAt(who / 7))
            )
        );
        tradesDone += calls - refused - before;
    }

    function join(uint256 who, bool child, uint256 shares) external {
        uint256 market = _market(child);
        uint256 most = type(uint256).max;
        _call(who, abi.encodeCall(IMarkets.join, (market, _bound(shares), most, new uint256[](0), most, actorAt(who))));
    }

    function exit(uint256 who, bool child, bool founding, uint256 shares) external {
        uint256 market = _market(child);
        uint256 held = MARKETS.balanceOf(
            actorAt(who),
            market | (founding ? OutcomeId.FOUNDING_SHARES : OutcomeId.SHARES)
        );
        uint256 amount = held == 0 ? 1 : 1 + (shares % held);
        _call(who, abi.encodeCall(IMarkets.exit, (market, amount, founding, 0, actorAt(who))));
    }

    function addReserve(uint256 who, bool child, uint256 amount) external {
        uint256 least = MARKETS.getPool(_market(child)).b / 100;
        _call(who, abi.encodeCall(IMarkets.addReserve, (_market(child), least + _bound(amount) / 1000)));
    }

    function recentre(bool child) external {
        _call(0, abi.encodeCall(IMarkets.recentre, (_market(child))));
    }

    /* WORLD */

    function pass(uint256 time, bool block_) external {
        vm.warp(block.timestamp + (time % 6 hours));
        if (block_) vm.roll(block.number + 1);
    }

    function donate(uint256 who, uint256 amount) external {
        amount = _bound(amount) / 100;
        vm.prank(actorAt(who));
        if (TOKEN.transfer(address(MARKETS), amount)) donatedMoney += amount;
        vm.prank(actorAt(who));
        try MARKETS.transfer(address(MARKETS), PARENT | 0, amount) {
            donatedTokens += amount;
        } catch {}
    }

    /* INTERNAL */

    function _call(uint256 who, bytes memory data) private {
        ++calls;
        vm.prank(actorAt(who));
        (bool done, ) = address(MARKETS).call(data);
        if (!done) ++refused;
    }

    function _clampSale(
        uint256 who,
        uint256 market,
        uint256 outcomes,
        uint256 outcome,
        bool short,
        int128 amount
    ) private view returns (int128) {
        uint256 held = MARKETS.balanceOf(actorAt(who), OutcomeId.outcomeId(market, outcomes, outcome, short));
        return held < uint128(amount) ? int128(uint128(held)) : amount;
    }

    function _market(bool child) private view returns (uint256) {
        return child ? CHILD : PARENT;
    }

    /// @dev Amounts of all magnitudes: most bugs of rounding need small ones.
    function _bound(uint256 amount) private pure returns (uint256) {
        uint256 magnitude = 10 ** (amount % 13);
        return 1 + ((amount >> 8) % (magnitude < MAX_AMOUNT ? magnitude : MAX_AMOUNT));
    }
}
