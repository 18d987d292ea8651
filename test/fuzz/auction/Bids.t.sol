// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Bids} from "../../../contracts/auction/Bids.sol";
import {Lmsr} from "../../../contracts/markets/Lmsr.sol";
import {Weights} from "../../../contracts/shared/Weights.sol";
import {FuzzTest} from "../../utils/Cheats.sol";

/// @notice The arithmetic of bids against the same in plain loops, checked and one number to a word.
contract BidsTest is FuzzTest {
    uint256 private constant WAD = 1e18;
    uint256 private constant MAX_MONEY = type(uint96).max / 2;
    uint256 private constant LEAST_PRICE = 9.974e12;
    uint256 private constant MAX_BIDS = 6;
    /// @dev Any market: its low two bytes are free for the outcome.
    uint256 private constant MARKET = uint256(keccak256("a market")) & ~uint256(0xffff);

    /// @dev What a test draws: the sponsor's rates and b, and bids.
    struct Draw {
        uint256[] rates;
        uint256 b;
        uint256[][] weights;
        uint256[] budgets;
    }

    Bids.Sums private _sums;

    function pack(uint256[] calldata weights) external pure returns (bytes memory packed) {
        (packed, , ) = Weights.packAndSum(weights);
    }

    /* SUMS */

    function testFuzz_addIsThePlainSum(uint256 seed, uint256 outcomes, uint256 count) external {
        Draw memory d = _draw(seed, outcomes, count);
        uint256[] memory expected = _parts(d.rates, d.b);
        for (uint256 i; i < d.budgets.length; ++i) {
            uint256[] memory parts = _parts(d.weights[i], d.budgets[i]);
            bytes memory packed = this.pack(d.weights[i]);
            _eq("size", Bids.add(_sums, packed, d.budgets[i]), _total(parts));
            for (uint256 j; j < parts.length; ++j) expected[j] += parts[j];
        }
        (uint256[] memory money, uint256 total, uint256 own) = Bids.moneyOf(_sums, this.pack(d.rates), d.b);
        _eq("outcomes", money.length, d.rates.length);
        for (uint256 j; j < money.length; ++j) _eq("money", money[j], expected[j]);
        _eq("all money", total, _total(expected));
        _eq("the sponsor's", own, _total(_parts(d.rates, d.b)));
        for (uint256 word = (money.length + 1) / 2; word < 128; ++word) _eq("beyond", _sums.words[word], 0);
        if (money.length % 2 == 1) _eq("half of the last word", _sums.words[money.length / 2] >> 128, 0);
    }

    function testFuzz_theOrderOfBidsDoesNotMatter(uint256 seed, uint256 outcomes, uint256 count) external {
        Draw memory d = _draw(seed, outcomes, count);
        for (uint256 i; i < d.budgets.length; ++i) Bids.add(_sums, this.pack(d.weights[i]), d.budgets[i]);
        bytes memory rates = this.pack(d.rates);
        (uint256[] memory forwards, , ) = Bids.moneyOf(_sums, rates, d.b);
        for (uint256 word; word < 128; ++word) _sums.words[word] = 0;
        for (uint256 i = d.budgets.length; i > 0; --i) Bids.add(_sums, this.pack(d.weights[i - 1]), d.budgets[i - 1]);
        (uint256[] memory backwards, , ) = Bids.moneyOf(_sums, rates, d.b);
        for (uint256 j; j < forwards.length; ++j) _eq("money", backwards[j], forwards[j]);
    }

    /* CLAIMS */

    /// @dev OA-8: together at most the sets, and less than one unit a claim is left.
    function testFuzz_claimsShareTheSets(uint256 seed, uint256 outcomes, uint256 count, uint256 forfeits) external {
        Draw memory d = _draw(seed, outcomes, count);
        for (uint256 i; i < d.budgets.length; ++i) Bids.add(_sums, this.pack(d.weights[i]), d.budgets[i]);
        (uint256[] memory money, uint256 sets, ) = Bids.moneyOf(_sums, this.pack(d.rates), d.b);
        sets += _spread(forfeits, 0, type(uint96).max - sets);

        uint256[] memory claimed = new uint256[](money.length);
        _claim(d, d.rates, d.b, money, sets, claimed);
        for (uint256 i; i < d.budgets.length; ++i) _claim(d, d.weights[i], d.budgets[i], money, sets, claimed);
        for (uint256 j; j < claimed.length; ++j) {
            uint256 bids = d.budgets.length + 1;
            // Nobody put money on it: nobody claims it.
            uint256 least = money[j] == 0 ? 0 : sets + 1 - (sets < bids ? sets + 1 : bids);
            _between("claimed", claimed[j], least, money[j] == 0 ? 0 : sets);
        }
    }

    /// @dev Claims a bid, holds each of its tokens against the plain quotient, zeros left out, and adds them up.
    function _claim(
        Draw memory d,
        uint256[] memory weights,
        uint256 budget,
        uint256[] memory money,
        uint256 sets,
        uint256[] memory claimed
    ) private view {
        uint256[] memory parts = _parts(weights, budget);
        (uint256[] memory ids, uint256[] memory amounts, uint256 size) = Bids.longsOf(
            _sums,
            this.pack(d.rates),
            d.b,
            sets,
            MARKET,
            this.pack(weights),
            budget
        );
        _eq("size", size, _total(parts));
        _eq("lengths", ids.length, amounts.length);
        uint256 next;
        for (uint256 j; j < parts.length; ++j) {
            if (parts[j] == 0) continue;
            if (ids[next] != MARKET + j) revert FuzzTest_NotEqual("id", int256(ids[next]), int256(MARKET + j));
            _eq("longs", amounts[next], (parts[j] * sets) / money[j]);
            claimed[j] += amounts[next++];
        }
        _eq("count", next, ids.length);
    }

    /* PRICES */

    /// @dev OA-6, OA-11: a distribution, above the least price, that a pool opens at for at most 11.52 b.
    function testFuzz_bounded(uint256 seed, uint256 outcomes, uint256 b) external pure {
        uint256[] memory prices = _weights(seed, _bound(outcomes, 2, 256));
        _checkBounded(prices, _spread(b, 1e4, MAX_MONEY));
    }

    function test_boundedAtTheCorner() external pure {
        for (uint256 outcomes = 2; outcomes <= 256; ++outcomes) {
            uint256[] memory prices = new uint256[](outcomes);
            prices[outcomes / 2] = WAD;
            _checkBounded(prices, outcomes % 2 == 0 ? 1e4 : MAX_MONEY);
        }
    }

    /// @dev Just below and above the bound, where it begins to work.
    function testFuzz_boundedAtTheEdge(uint256 seed, uint256 outcomes) external pure {
        uint256[] memory prices = new uint256[](_bound(outcomes, 2, 256));
        uint256 rest = WAD;
        for (uint256 j = 1; j < prices.length; ++j) {
            prices[j] = LEAST_PRICE - 1 + (_random(seed, j) % 0.0262e13);
            rest -= prices[j];
        }
        prices[0] = rest;
        _checkBounded(prices, 1e18);
    }

    function _checkBounded(uint256[] memory prices, uint256 b) private pure {
        uint256[] memory before = new uint256[](prices.length);
        uint256 least = WAD;
        for (uint256 j; j < prices.length; ++j) {
            before[j] = prices[j];
            if (prices[j] < least) least = prices[j];
        }
        uint256[] memory bounded = Bids.bounded(prices);
        uint256 lowest = WAD;
        for (uint256 j; j < bounded.length; ++j) {
            if (bounded[j] < lowest) lowest = bounded[j];
            if (least >= LEAST_PRICE)
                _eq("as it was", bounded[j], before[j]);
                // Scaling takes at most 256e-5 of a price, and none is raised above 1e-5 but for the remainder.
            else if (before[j] > 1e13) _between("scaled", bounded[j], (before[j] * 9974) / 10_000, before[j] + 256);
        }
        _eq("sum", _total(bounded), WAD);
        _between("least", lowest, LEAST_PRICE, WAD / bounded.length);
        _between("cost", Lmsr.openingFunds(b, Lmsr.ln(lowest)), 1, (b * 1152) / 100);
    }

    /* DRAWS */

    /// @dev Half of the room for the sponsor, half for all bids, as in the auction; some draws fill it.
    function _draw(uint256 seed, uint256 outcomes, uint256 count) private pure returns (Draw memory d) {
        outcomes = _bound(outcomes, 2, 256);
        count = _bound(count, 0, MAX_BIDS);
        d.rates = _weights(_random(seed, 1000), outcomes);
        d.b = _spread(_random(seed, 1001), 1e4, MAX_MONEY);
        (d.weights, d.budgets) = (new uint256[][](count), new uint256[](count));
        uint256 room = MAX_MONEY;
        for (uint256 i; i < count; ++i) {
            d.weights[i] = _weights(_random(seed, 2000 + i), outcomes);
            d.budgets[i] = seed % 4 == 0 && i == count - 1 ? room : _spread(_random(seed, 3000 + i), 0, room);
            room -= d.budgets[i];
        }
    }

    /// @dev Weights of any shape that sum to 1e18: all on one, equal, of all magnitudes, with zeros.
    function _weights(uint256 seed, uint256 outcomes) private pure returns (uint256[] memory weights) {
        weights = new uint256[](outcomes);
        uint256 rest = WAD;
        uint256 shape = _random(seed, 0) % 4;
        for (uint256 j; j + 1 < outcomes && shape != 0; ++j) {
            if (shape == 1) weights[j] = WAD / outcomes;
            else if (shape == 2) weights[j] = _spread(_random(seed, j), 0, rest);
            else weights[j] = _random(seed, j) % 2 == 0 ? 0 : _bound(_random(seed, ~j), 0, (2 * WAD) / outcomes);
            if (weights[j] > rest) weights[j] = rest;
            rest -= weights[j];
        }
        weights[_random(seed, outcomes) % outcomes] += rest;
    }

    function _parts(uint256[] memory weights, uint256 budget) private pure returns (uint256[] memory parts) {
        parts = new uint256[](weights.length);
        for (uint256 j; j < parts.length; ++j) parts[j] = (weights[j] * budget) / WAD;
    }

    function _total(uint256[] memory parts) private pure returns (uint256 total) {
        for (uint256 i; i < parts.length; ++i) total += parts[i];
    }
}
