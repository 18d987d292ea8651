// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Ledger} from "../../../contracts/markets/Ledger.sol";
import {OutcomeTokens} from "../../../contracts/markets/OutcomeTokens.sol";
import {FuzzTest, vm} from "../../utils/Cheats.sol";

/// @dev The ledger alone, open to everybody.
contract OpenLedger is OutcomeTokens {
    using Ledger for Ledger.Balances;

    function mint(address to, uint256 id, uint256 amount) external {
        _ledger.mint(to, id, amount);
    }

    function burn(address from, uint256 id, uint256 amount) external {
        _ledger.burn(from, id, amount);
    }

    function move(address from, address to, uint256 id, uint256 amount) external {
        _ledger.move(from, to, id, amount);
    }

    function mintRun(address to, uint256 market, uint256 count, uint256 except, uint256 amount) external {
        _ledger.mintRun(to, market, count, except, amount);
    }

    function burnRun(address from, uint256 market, uint256 count, uint256 except, uint256 amount) external {
        _ledger.burnRun(from, market, count, except, amount);
    }
}

/// @notice Two balances to a word: what is done to one is never seen in another.
contract OutcomeTokensTest is FuzzTest {
    address private constant ALICE = address(0xa11ce);
    address private constant BOB = address(0xb0b);
    uint256 private constant MAX = type(uint128).max;
    uint256 private constant LAST = 513;

    OpenLedger private _ledger;

    function setUp() external {
        _ledger = new OpenLedger();
    }

    /// @dev Mints to an outcome and to both sides of it, then mints, burns and moves: the sides stay.
    function testFuzz_neighboursStay(
        bytes32 hash,
        uint256 index,
        uint256 balance,
        uint256 neighbour,
        uint256 amount
    ) external {
        index = _bound(index, 1, LAST - 1);
        uint256 id = (uint256(hash) & ~uint256(0xffff)) | index;
        balance = _spread(balance, 0, MAX);
        neighbour = _edge(neighbour);
        _ledger.mint(ALICE, id - 1, neighbour);
        _ledger.mint(ALICE, id + 1, neighbour);
        _ledger.mint(BOB, id - 1, MAX - neighbour);
        _ledger.mint(BOB, id + 1, MAX - neighbour);

        _ledger.mint(ALICE, id, balance);
        _check(id, balance, 0, neighbour);
        amount = _spread(amount, 0, balance);
        _ledger.move(ALICE, BOB, id, amount);
        _check(id, balance - amount, amount, neighbour);
        _ledger.move(ALICE, ALICE, id, balance - amount);
        _check(id, balance - amount, amount, neighbour);
        _ledger.burn(ALICE, id, balance - amount);
        _check(id, 0, amount, neighbour);
        _ledger.mint(ALICE, id, MAX);
        _check(id, MAX, amount, neighbour);
        _ledger.burn(ALICE, id, MAX);
        _ledger.burn(BOB, id, amount);
        _check(id, 0, 0, neighbour);
    }

    function testFuzz_otherMarketsAndOwnersStay(bytes32 hash, uint256 index, uint256 bit, uint128 amount) external {
        uint256 id = (uint256(hash) & ~uint256(0xffff)) | _bound(index, 0, LAST);
        uint256 other = id ^ (1 << _bound(bit, 16, 255));
        _ledger.mint(ALICE, id, amount);
        _eq("balance", _ledger.balanceOf(ALICE, id), amount);
        _eq("other market", _ledger.balanceOf(ALICE, other), 0);
        _eq("other owner", _ledger.balanceOf(BOB, id), 0);
    }

    function testFuzz_overflowReverts(uint256 index, uint256 balance, uint256 amount, bool moves) external {
        uint256 id = _bound(index, 0, LAST);
        balance = _spread(balance, 1, MAX);
        amount = _spread(amount, MAX - balance + 1, moves ? MAX : type(uint256).max);
        _ledger.mint(ALICE, id, balance);
        if (moves) _ledger.mint(BOB, id, amount);
        bytes4 selector = Ledger.OutcomeTokens_BalanceOverflow.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, ALICE, id, amount));
        if (moves) _ledger.move(BOB, ALICE, id, amount);
        else _ledger.mint(ALICE, id, amount);
    }

    function testFuzz_whatIsNotThereCannotLeave(uint256 index, uint256 balance, uint256 amount, bool moves) external {
        uint256 id = _bound(index, 0, LAST);
        balance = _spread(balance, 0, MAX - 1);
        amount = _spread(amount, balance + 1, type(uint256).max);
        _ledger.mint(ALICE, id, balance);
        _ledger.mint(ALICE, id ^ 1, MAX); // nothing to borrow from
        bytes4 selector = Ledger.ERC6909InsufficientBalance.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, ALICE, balance, amount, id));
        if (moves) _ledger.move(ALICE, BOB, id, amount);
        else _ledger.burn(ALICE, id, amount);
    }

    function testFuzz_runs(uint256 count, uint256 except, uint128 amount, uint128 held) external {
        count = _bound(count, 1, 24);
        except = _bound(except, 0, 25);
        held = uint128(_bound(held, 0, MAX - amount));
        uint256 market = 0xabcd << 16;
        _ledger.mintRun(ALICE, market, count + 1, type(uint256).max, held);
        _ledger.mintRun(ALICE, market, count, except, amount);
        for (uint256 i; i < count + 3; ++i) {
            uint256 expected = (i <= count ? held : 0) + (i < count && i != except ? amount : 0);
            _eq("minted", _ledger.balanceOf(ALICE, market | i), expected);
        }
        _ledger.burnRun(ALICE, market, count, except, amount);
        for (uint256 i; i < count + 3; ++i) {
            _eq("burnt", _ledger.balanceOf(ALICE, market | i), i <= count ? held : 0);
        }
    }

    function testFuzz_thereAreNoTokensBehindTheLast(uint256 index, uint128 amount) external {
        uint256 id = _bound(index, LAST + 1, 0xffff);
        _eq("balance", _ledger.balanceOf(ALICE, id), 0);
        bytes4 selector = Ledger.ERC6909InsufficientBalance.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, ALICE, 0, amount, id));
        _ledger.burn(ALICE, id, amount);
    }

    function testFuzz_anAllowanceIsSpent(uint256 allowed, uint256 amount, uint256 index) external {
        uint256 id = _bound(index, 0, LAST);
        allowed = _spread(allowed, 1, MAX);
        amount = _spread(amount, 0, allowed);
        _ledger.mint(ALICE, id, MAX);
        vm.prank(ALICE);
        _ledger.approve(address(this), id, allowed);
        _ledger.transferFrom(ALICE, BOB, id, amount);
        _eq("allowance", _ledger.allowance(ALICE, address(this), id), allowed - amount);
        _eq("balance", _ledger.balanceOf(BOB, id), amount);
        bytes4 selector = OutcomeTokens.ERC6909InsufficientAllowance.selector;
        uint256 more = allowed - amount + 1;
        vm.expectRevert(abi.encodeWithSelector(selector, address(this), allowed - amount, more, id));
        _ledger.transferFrom(ALICE, BOB, id, more);
    }

    function _check(uint256 id, uint256 alice, uint256 bob, uint256 neighbour) private view {
        _eq("alice", _ledger.balanceOf(ALICE, id), alice);
        _eq("bob", _ledger.balanceOf(BOB, id), bob);
        _eq("alice, below", _ledger.balanceOf(ALICE, id - 1), neighbour);
        _eq("alice, above", _ledger.balanceOf(ALICE, id + 1), neighbour);
        _eq("bob, below", _ledger.balanceOf(BOB, id - 1), MAX - neighbour);
        _eq("bob, above", _ledger.balanceOf(BOB, id + 1), MAX - neighbour);
    }

    /// @dev Balances next to which a carry or a borrow would show.
    function _edge(uint256 x) private pure returns (uint256) {
        if (x % 3 == 0) return 0;
        return x % 3 == 1 ? MAX : _spread(x, 0, MAX);
    }
}
