// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Lmsr} from "../../../contracts/markets/Lmsr.sol";
import {Accumulator, Twap} from "../../../contracts/markets/Twap.sol";
import {FuzzTest} from "../../utils/Cheats.sol";

/// @notice MK-21: the time-weighted prices are what they are said to be, and fit.
contract TwapTest is FuzzTest {
    uint256 private constant WAD = 1e18;
    uint256 private constant MAX_WINDOW = type(uint24).max;

    /// @dev A window of trades: at each, the weight of one outcome changes and its area is settled.
    struct Window {
        uint256[] weights;
        Accumulator[] areas;
        uint256 sum;
        uint256 integral;
        uint256 duration;
        uint256 slack;
    }

    function testFuzz_wordIsAreaAndIntegral(uint96 area, uint160 integral) external pure {
        Accumulator word = Accumulator.wrap((uint256(area) << 160) | integral);
        _eq("area", word.area(), area);
        _eq("integral", word.integral(), integral);
    }

    function testFuzz_integralFits(uint256 duration, uint256 logWeight, uint256 outcomes) external pure {
        duration = _spread(duration, 0, MAX_WINDOW);
        uint256 sum = _bound(outcomes, 2, 256) * _weight(logWeight);
        uint256 integral = Twap.integralOver(duration, sum);
        _between("integral", integral, 0, (1 << 152) - 1);
        uint256 dividend = duration * (1 << 128) * WAD;
        _between("rounding", dividend - integral * sum, 0, sum - 1);
    }

    /// @dev At the ends of the range, all that a window can hold: the longest, and the highest price.
    function testFuzz_areaFits(uint256 logWeight, uint256 others, uint256 duration) external pure {
        duration = _spread(duration, 1, MAX_WINDOW);
        uint256 weight = _weight(logWeight);
        uint256 sum = weight + _spread(others, WAD, 255 * Lmsr.weightOf(Lmsr.MAX_LOG));
        uint256 integral = Twap.integralOver(duration, sum);
        Accumulator word = Twap.settle(Accumulator.wrap(0), weight, integral);
        _eq("integral", word.integral(), integral);
        // area <= duration * price, less at most one for its rounding and weight / 2^64 for the integral's.
        uint256 exact = ((duration << 64) * weight) / sum;
        _between("area", word.area(), exact - _min(exact, ((weight / WAD) >> 64) + 2), exact);
        _eq("settled twice", Accumulator.unwrap(word.settle(weight, integral)), Accumulator.unwrap(word));
    }

    function testFuzz_areasSumToTheDuration(uint256 seed, uint256 outcomes, uint256 trades) external pure {
        Window memory w;
        w.weights = new uint256[](_bound(outcomes, 2, 12));
        w.areas = new Accumulator[](w.weights.length);
        for (uint256 j; j < w.weights.length; ++j) {
            w.weights[j] = _weight(_random(seed, j));
            w.sum += w.weights[j];
        }
        trades = _bound(trades, 0, 15);
        for (uint256 i; i <= trades; ++i) {
            _pass(w, _spread(_random(seed, 1000 + i), 0, MAX_WINDOW / 16));
            if (i < trades) _trade(w, _random(seed, 2000 + i));
        }

        uint256 total;
        for (uint256 j; j < w.weights.length; ++j) {
            Accumulator before = w.areas[j];
            Accumulator settled = before.settle(w.weights[j], w.integral);
            _between("area grows", settled.area(), before.area(), w.duration << 64);
            total += settled.area();
        }
        uint256 slack = w.slack + trades + w.weights.length;
        _between("sum of areas", total, (w.duration << 64) - _min(w.duration << 64, slack), w.duration << 64);
    }

    function _pass(Window memory w, uint256 duration) private pure {
        w.duration += duration;
        w.integral += Twap.integralOver(duration, w.sum);
        // Rounding the integral down loses less than sum / 2^64 of all areas together.
        w.slack += ((w.sum / WAD) >> 64) + 1;
    }

    function _trade(Window memory w, uint256 seed) private pure {
        uint256 j = seed % w.weights.length;
        w.areas[j] = w.areas[j].settle(w.weights[j], w.integral);
        uint256 weight = _weight(_random(seed, 0));
        w.sum = w.sum - w.weights[j] + weight;
        w.weights[j] = weight;
    }

    function _weight(uint256 x) private pure returns (uint256) {
        return Lmsr.weightOf(int256(_bound(x, uint256(Lmsr.MIN_LOG), uint256(Lmsr.MAX_LOG))));
    }

    function _min(uint256 x, uint256 y) private pure returns (uint256) {
        return x < y ? x : y;
    }
}
