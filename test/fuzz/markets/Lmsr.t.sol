// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Lmsr} from "../../../contracts/markets/Lmsr.sol";
import {FuzzTest} from "../../utils/Cheats.sol";
import {ReferenceLn} from "../../utils/ReferenceLn.sol";

/// @notice Every rounding of the market maker: its sign, and how much it is at most, against 36 digits.
/// @dev An "ulp" is 1e-18, what the contracts count logarithms in; the reference counts in 1e-36.
contract LmsrTest is FuzzTest {
    uint256 private constant WAD = 1e18;
    int256 private constant ULP = 1e18;
    /// @dev What the contracts take lnWad to be off: -1.06 to +0.06 ulp.
    int256 private constant LN_BELOW = 1.06e18;
    int256 private constant LN_ABOVE = 0.06e18;
    uint256 private constant MIN_B = 1e4;
    uint256 private constant MAX_B = type(uint96).max;
    uint256 private constant MAX_AMOUNT = type(uint128).max >> 1;
    uint256 private constant MIN_PRICE = 1e9;

    /* LOGARITHM AND EXPONENTIAL */

    function testFuzz_lnIsAsFarOffAsItIsSaid(uint256 x) external pure {
        x = _spread(x, MIN_PRICE, 1 << 155);
        int256 exact = ReferenceLn.ln(x);
        _between("ln", Lmsr.ln(x) * ULP, exact - LN_BELOW, exact + LN_ABOVE);
    }

    function testFuzz_weightIsAsFarOffAsItIsSaid(uint256 logWeight) external pure {
        int256 log = _log(logWeight);
        uint256 weight = Lmsr.weightOf(log);
        // 1.7e-20 for the exponential, and the floor.
        int256 off = ReferenceLn.ln(weight) - log * ULP;
        _between("weight", off, -0.017e18 - int256(1e36 / weight) - 1, 0.017e18);
    }

    function testFuzz_weightNeverFallsAsTheLogRises(uint256 logWeight, uint256 by) external pure {
        int256 log = _log(logWeight);
        int256 higher = log + int256(_spread(by, 1, uint256(Lmsr.MAX_LOG)));
        if (higher > Lmsr.MAX_LOG) higher = Lmsr.MAX_LOG;
        _between("weight", Lmsr.weightOf(higher), Lmsr.weightOf(log), type(uint256).max >> 1);
    }

    function test_openingWeightIsThatOfTheCentre() external pure {
        _eq("opening weight", Lmsr.weightOf(Lmsr.CENTRE) / WAD, Lmsr.OPENING_WEIGHT);
    }

    /// @dev The first touch of an outcome never takes from the others' prices more than TOUCH_MARGIN has paid for.
    function testFuzz_openingLogIsRoundedUp(uint256 price) external pure {
        price = _spread(price, MIN_PRICE, WAD);
        int256 log = Lmsr.openingLog(price);
        int256 exact = ReferenceLn.ln(price) + Lmsr.CENTRE * ULP;
        _between("opening log", log * ULP, exact + 2 * ULP - LN_BELOW, exact + 2 * ULP + LN_ABOVE);

        uint256 touched = Lmsr.weightOf(log);
        uint256 untouched = price * Lmsr.OPENING_WEIGHT;
        _between("weight", touched, untouched, untouched + (untouched * Lmsr.TOUCH_MARGIN) / WAD);
    }

    function testFuzz_openingFundsCoverTheLeastPrice(uint256 b, uint256 price) external pure {
        (b, price) = (_spread(b, MIN_B, MAX_B), _spread(price, MIN_PRICE, WAD));
        int256 exact = -ReferenceLn.ln(price);
        int256 funds = int256(Lmsr.openingFunds(b, Lmsr.ln(price))) * 1e36;
        int256 least = int256(b) * (exact + 5 * ULP - LN_ABOVE);
        _between("funds", funds, least, int256(b) * (exact + 5 * ULP + LN_BELOW) + 1e36);
        _between("funds cover the loss", funds, int256(b) * exact, type(int256).max);
    }

    /* STEP */

    function testFuzz_logStepIsRoundedUpForBothSigns(uint256 amount, uint256 b, bool selling) external pure {
        (amount, b) = (_spread(amount, 1, MAX_AMOUNT), _spread(b, MIN_B, MAX_B));
        int256 signed = selling ? -int256(amount) : int256(amount);
        // step - 1 < amount / b <= step
        int256 rounding = Lmsr.logStep(signed, b) * int256(b) - signed * int256(WAD);
        _between("rounding", rounding, 0, int256(b) - 1);
    }

    function testFuzz_logStepsThereAndBackNeverFall(uint256 amount, uint256 b) external pure {
        (amount, b) = (_spread(amount, 1, MAX_AMOUNT), _spread(b, MIN_B, MAX_B));
        int256 there = Lmsr.logStep(int256(amount), b);
        _between("there and back", there + Lmsr.logStep(-int256(amount), b), 0, 1);
    }

    /* COST */

    function testFuzz_costIsAboveTheExact(uint256 b, uint256 sumBefore, uint256 sumAfter, bool close) external pure {
        (b, sumBefore) = (_spread(b, MIN_B, MAX_B), _sum(sumBefore));
        sumAfter = close ? _near(sumBefore, sumAfter) : _sum(sumAfter);
        int256 exact = ReferenceLn.ln(sumAfter) - ReferenceLn.ln(sumBefore);
        int256 ratio = Lmsr.logRatio(sumBefore, sumAfter);
        int256 excess = Lmsr.cost(b, ratio) * 1e36 - int256(b) * exact;
        if (sumAfter >= sumBefore) {
            // Margin 2, lnWad's error, and up to 1 for rounding the ratio up.
            int256 most = int256(b) * (3 * ULP + LN_ABOVE) + 1e36;
            _between("excess", excess, int256(b) * (2 * ULP - LN_BELOW) - 1e9, most);
            _between("cost", Lmsr.cost(b, ratio), 1, type(int256).max);
        } else {
            // The margin may not turn a payment into a cost: then nothing is paid out.
            int256 least = ratio < -2 ? int256(b) * (2 * ULP - LN_ABOVE) - 1e9 : int256(0);
            _between("excess", excess, least, int256(b) * (3 * ULP + LN_BELOW) + 1e36);
            // A fall of less than one ulp counts as none, and costs the margin.
            int256 top = ratio == 0 ? Lmsr.cost(b, 0) : int256(0);
            _between("cost", Lmsr.cost(b, ratio), type(int256).min, top);
        }
    }

    function test_costAtTheMargin() external pure {
        _eq("no move", Lmsr.cost(1e18, 0), int256(2));
        _eq("less than the margin", Lmsr.cost(1e18, -1), int256(0));
        _eq("the margin", Lmsr.cost(1e18, -2), int256(0));
        _eq("more than the margin", Lmsr.cost(1e18, -3), int256(-1));
        _eq("rounded up", Lmsr.cost(1e18 + 1, 3), int256(6));
        _eq("rounded down", Lmsr.cost(1e18 + 1, -5), int256(-3));
        _eq("rounded down", Lmsr.cost(1e18 - 1, -5), int256(-2));
    }

    /// @dev MK-13: buy, perhaps in two parts, and sell the same amount back.
    function testFuzz_buyingAndSellingBackNeverGains(
        uint256 b,
        uint256 logWeight,
        uint256 others,
        uint256 amount,
        uint256 part,
        bool sellFirst
    ) external pure {
        b = _spread(b, MIN_B, MAX_B);
        int256 log = int256(_bound(logWeight, 15e18, 45e18));
        uint256 weight = Lmsr.weightOf(log);
        uint256 sum = weight + _spread(others, WAD, 1e44);
        int256[3] memory amounts;
        amounts[0] = int256(_spread(amount, 1, b * 14));
        amounts[1] = int256(_spread(part, 0, uint256(amounts[0])));
        amounts[2] = -amounts[0] - amounts[1];
        int256 paid;
        int256 held;
        uint256 start = sum;
        for (uint256 i; i < 3; ++i) {
            int256 signed = sellFirst ? -amounts[i] : amounts[i];
            if (signed == 0) continue;
            held += signed;
            log += Lmsr.logStep(signed, b);
            uint256 weightAfter = Lmsr.weightOf(log);
            uint256 sumAfter = sum - weight + weightAfter;
            paid += Lmsr.cost(b, Lmsr.logRatio(sum, sumAfter));
            (weight, sum) = (weightAfter, sumAfter);
        }
        _eq("held", held, int256(0));
        _between("paid", paid, 0, int256((b * 20) / WAD) + 4);
        _between("S", sum, start, type(uint256).max >> 1);
    }

    /// @dev MK-12: a step and its cost leave `inventory + b ln p` of every outcome where it was or above.
    function testFuzz_aTradeKeepsTheSolvencyInvariant(
        uint256 b,
        uint256 logWeight,
        uint256 others,
        uint256 amount,
        bool selling
    ) external pure {
        b = _spread(b, MIN_B, MAX_B);
        int256 log = int256(_bound(logWeight, 15e18, 45e18));
        int256 signed = int256(_spread(amount, 1, b * 14));
        if (selling) signed = -signed;
        uint256 weight = Lmsr.weightOf(log);
        uint256 sum = weight + _spread(others, WAD, 1e44);
        int256 step = Lmsr.logStep(signed, b);
        uint256 sumAfter = sum - weight + Lmsr.weightOf(log + step);
        int256 cost = Lmsr.cost(b, Lmsr.logRatio(sum, sumAfter)) * 1e36;
        int256 moved = int256(b) * (ReferenceLn.ln(sumAfter) - ReferenceLn.ln(sum));
        _between("the others", cost - moved, 0, type(int256).max);
        _between("the traded", cost - moved - signed * 1e36 + int256(b) * step * ULP, 0, type(int256).max);
    }

    /* FEE */

    function testFuzz_feeBaseIsSymmetric(
        uint256 sumBefore,
        uint256 sumAfter,
        uint256 before,
        uint256 afterwards
    ) external pure {
        (sumBefore, sumAfter) = (_sum(sumBefore), _sum(sumAfter));
        (before, afterwards) = (_spread(before, 1, sumBefore - 1), _spread(afterwards, 1, sumAfter - 1));
        int256 base = int256(Lmsr.feeBase(before, sumBefore, afterwards, sumAfter));
        int256 mirrored = int256(Lmsr.feeBase(sumBefore - before, sumBefore, sumAfter - afterwards, sumAfter));
        _between("fee base", base, 0, 0.5e18);
        _between("mirror", base - mirrored, -1, 1);

        // Against the mean of the prices in 1e-36, which are below 1e36 and floored by less than 1.
        uint256 mean = (_ratio36(before, sumBefore) + _ratio36(afterwards, sumAfter)) / 2;
        int256 exact = int256(mean < 0.5e36 ? mean : 1e36 - mean);
        _between("exact", base * ULP - exact, -1e18, 1e18);
    }

    function testFuzz_feeBaseOfAnUnchangedPrice(uint256 sum, uint256 price) external pure {
        (sum, price) = (_spread(sum, 1, 1 << 80) * WAD, _bound(price, 0, WAD));
        uint256 weight = (sum / WAD) * price;
        uint256 expected = price < WAD / 2 ? price : WAD - price;
        _eq("fee base", Lmsr.feeBase(weight, sum, weight, sum), expected);
    }

    /* GROWTH */

    function testFuzz_growthIsWhatItsFundsPayFor(
        uint256 funds,
        uint256 sum,
        uint256 sumAfter,
        uint256 minLog,
        uint256 limit
    ) external pure {
        (funds, limit) = (_spread(funds, 0, MAX_B), _spread(limit, 0, MAX_B));
        (sum, sumAfter) = (_sum(sum), _sum(sumAfter));
        int256 logSum = Lmsr.ln(sum) + Lmsr.logRatio(sum, sumAfter);
        int256 least = int256(_bound(minLog, 1, uint256(logSum < Lmsr.MAX_LOG ? logSum : Lmsr.MAX_LOG)));
        (uint256 grown, uint256 charge) = Lmsr.growth(funds, logSum, least, limit);
        _between("grown", grown, 0, limit);
        _between("charge", charge, 0, funds);

        // Lambda, with two errors of lnWad, one of the ratio's rounding, and a margin of 8.
        int256 lambda = ReferenceLn.ln(sumAfter) - least * ULP;
        int256 paid = int256(charge) * 1e36;
        int256 owed = int256(grown) * (lambda + 8 * ULP - 2 * LN_BELOW);
        _between("paid", paid, owed - 1e21, int256(grown) * (lambda + 9 * ULP + 2 * LN_BELOW) + 1e36);
        // Rounded down, but not by more than 1.
        if (grown < limit) {
            _between("not grown", int256(funds) * 1e36, 0, int256(grown + 1) * (lambda + 12 * ULP));
        }
    }

    function testFuzz_ceilDiv(uint256 x, uint256 y) external pure {
        (x, y) = (_spread(x, 0, 1 << 250), _spread(y, 1, 1 << 250));
        _eq("quotient", Lmsr.ceilDiv(x, y), x / y + (x % y == 0 ? 0 : 1));
    }

    /* DOMAINS */

    function _log(uint256 x) private pure returns (int256) {
        return int256(_bound(x, uint256(Lmsr.MIN_LOG), uint256(Lmsr.MAX_LOG)));
    }

    /// @dev What S can be: from two weights at MIN_LOG to 256 at MAX_LOG.
    function _sum(uint256 x) private pure returns (uint256) {
        return _spread(x, 2 * WAD, 256 * Lmsr.weightOf(Lmsr.MAX_LOG));
    }

    /// @dev A sum that differs by a few parts in 1e18, or by nothing.
    function _near(uint256 sum, uint256 seed) private pure returns (uint256) {
        uint256 by = (sum * _spread(seed, 0, 1e6)) / 1e19;
        return seed % 2 == 0 ? sum + by : sum - by;
    }

    /// @dev x / y in 1e-36, floored, for x < y < 2^155.
    function _ratio36(uint256 x, uint256 y) private pure returns (uint256) {
        uint256 high = (x * WAD) / y;
        uint256 rest = (x * WAD) % y;
        return high * WAD + (rest * WAD) / y;
    }
}
