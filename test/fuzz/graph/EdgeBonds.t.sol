// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {EdgeBonds} from "../../../contracts/graph/EdgeBonds.sol";
import {FuzzTest} from "../../utils/Cheats.sol";

/// @notice What rates cost, and what it turns out to have cost.
contract EdgeBondsTest is FuzzTest {
    uint256 private constant WAD = 1e18;

    /// @notice ER-12, ER-20: whatever the payouts, the bond covers the charge, but for a rounding that the cap takes.
    function testFuzz_ER12_bondCoversCharge(uint256 b, uint256 rate, uint256 weight, uint256 m) external pure {
        (b, rate, weight, m) = _domain(b, rate, weight, m);
        uint256 bond = EdgeBonds.rateBond(b, rate);
        // 8 units of 1e-18 of b for two logarithms and their margins, and one unit for each rounding up.
        uint256 rounding = (8 * b) / WAD + 4;
        _between("charge", EdgeBonds.rateCharge(b, weight, m, rate), 0, bond + rounding);
    }

    /// @notice ER-20: the charge is b times what it is for a b of 1, rounded up once.
    function testFuzz_ER20_chargeIsProportional(uint256 b, uint256 rate, uint256 weight) external pure {
        uint256 m = WAD;
        (b, rate, weight, ) = _domain(b, rate, weight, m);
        weight = weight % (WAD + 1);
        uint256 unit = EdgeBonds.rateCharge(WAD, weight, m, rate);
        _eq("charge", EdgeBonds.rateCharge(b, weight, m, rate), (b * unit + WAD - 1) / WAD);
        uint256 large = type(uint96).max;
        _eq("large", EdgeBonds.rateCharge(large, weight, m, rate), (large * unit + WAD - 1) / WAD);
    }

    /// @notice A rate that stays costs the margin of the logarithm, 4 units of 1e-18.
    function testFuzz_logRatioOfTheSameRate(uint256 rate) external pure {
        rate = _bound(rate, 1e13, WAD);
        _eq("log ratio", EdgeBonds.logRatio(rate, rate), int256(4));
    }

    /// @notice ER-20: the charge is at least `2 b m (r - v)^2` (Pinsker's inequality): never rounded away.
    function testFuzz_ER20_pinsker(uint256 b, uint256 rate, uint256 weight, uint256 m) external pure {
        (b, rate, weight, m) = _domain(b, rate, weight, m);
        uint256 charge = EdgeBonds.rateCharge(b, weight, m, rate);
        if (m == 0 || weight * WAD >= rate * m) {
            _eq("charge", charge, 0);
            return;
        }
        uint256 gap = rate - (weight * WAD) / m;
        // KL >= 2 (r - v)^2
        _between("charge", charge, (((2 * gap * gap) / WAD) * ((b * m) / WAD)) / WAD, type(uint256).max >> 1);
    }

    /// @notice ER-20: less weight never costs less.
    function testFuzz_ER20_monotone(uint256 b, uint256 rate, uint256 weight, uint256 less) external pure {
        uint256 m;
        (b, rate, weight, m) = _domain(b, rate, weight, WAD);
        less = _bound(less, 0, weight);
        uint256 rounding = (12 * b) / WAD + 4;
        uint256 charge = EdgeBonds.rateCharge(b, weight, m, rate);
        _between("charge", EdgeBonds.rateCharge(b, less, m, rate) + rounding, charge, type(uint256).max >> 1);
    }

    /// @notice ER-11: the bond rises with slots and with rates, without limit.
    function testFuzz_ER11_curve(uint256 base, uint256 candidates, uint256 rates) external pure {
        base = _spread(base, 1, type(uint96).max);
        candidates = _bound(candidates, 1, 126);
        rates = _bound(rates, 1, WAD / 8 - 2);
        uint256 bond = EdgeBonds.slotBond(base, candidates, rates);
        _between("slots", EdgeBonds.slotBond(base, candidates + 1, rates), bond, type(uint256).max >> 1);
        _between("rates", EdgeBonds.slotBond(base, candidates, rates + 1), bond, type(uint256).max >> 1);
        _between("base", bond, base + 1, type(uint256).max >> 1);
        _between("slots", bond * (128 - candidates), base * 128, type(uint256).max >> 1);
        _between("rates", bond * (WAD / 8 - rates), base * (WAD / 8), type(uint256).max >> 1);
    }

    /// @notice ER-30, ER-31: the bond of changed rates covers their charge, whatever the payouts.
    function testFuzz_ER31_bondCoversCharge(uint256 b, uint256 previous, uint256 declared, uint256 w) external pure {
        b = _spread(b, 1, type(uint96).max);
        uint256[] memory payouts = _pair(_bound(w, 0, WAD));
        uint256[] memory before = _pair(_spread(previous, WAD / 1e5, WAD - WAD / 1e5));
        uint256[] memory afterwards = _pair(_spread(declared, WAD / 1e5, WAD - WAD / 1e5));
        uint256 bond = EdgeBonds.changeBond(b, before, afterwards);
        bool bonded = EdgeBonds.isBonded(before[0], afterwards[0]) || EdgeBonds.isBonded(before[1], afterwards[1]);
        if (!bonded) {
            _eq("bond", bond, 0);
            return;
        }
        // ln(1 + x) > x / (1 + x): the rate that falls costs more than its own relative fall.
        _between("bond", bond, 1, type(uint256).max >> 1);
        _between("charge", EdgeBonds.changeCharge(b, payouts, before, afterwards), 0, bond + 1);
    }

    function _domain(
        uint256 b,
        uint256 rate,
        uint256 weight,
        uint256 m
    ) private pure returns (uint256, uint256, uint256, uint256) {
        b = _spread(b, 1, type(uint96).max);
        rate = _bound(rate, WAD / 1e5, WAD / 64);
        m = _spread(m, 0, WAD);
        weight = m == 0 ? 0 : _spread(weight, 0, m);
        return (b, rate, weight, m);
    }

    function _pair(uint256 x) private pure returns (uint256[] memory pair) {
        pair = new uint256[](2);
        (pair[0], pair[1]) = (x, WAD - x);
    }
}
