// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Lmsr} from "../contracts/markets/Lmsr.sol";

/// @title Proof of the roundings of {Lmsr}, on the library itself
/// @notice All roundings are against the trader, over the whole domain that {Lmsr} names: `logStep` moves a log weight up
/// by at least `amount / b`, whatever the sign; `cost` is at least b times the true logarithm, if the logarithm is as
/// exact as test/fuzz/markets/Lmsr.t.sol measures; growth costs at most its funds and at least `g Lambda`.
contract Rounding {
    int256 private constant WAD = 1e18;
    uint256 private constant MAX_B = 2 ** 96;
    int256 private constant MAX_AMOUNT = 2 ** 127;
    int256 private constant MAX_LOG = 2 ** 70;
    /// @dev lnWad is up to 1.06 units below the truth and 0.06 above it, in hundredths of a unit.
    int256 private constant BELOW = 106;
    int256 private constant ABOVE = 6;

    function ceilDiv(uint256 x, uint256 y) external pure {
        require(x < 2 ** 128 && y > 0 && y < 2 ** 120);
        uint256 q = Lmsr.ceilDiv(x, y);
        assert(q * y >= x);
        assert(q * y < x + y);
    }

    function logStep(int256 amount, uint256 b) external pure {
        require(amount > -MAX_AMOUNT && amount < MAX_AMOUNT && b > 0 && b < MAX_B);
        assert(Lmsr.logStep(amount, b) * int256(b) >= amount * WAD);
    }

    /// @dev A rise is measured by ln(S'/S), which may be too low; a fall by ln(S/S'), which may be too high.
    function cost(uint256 b, int256 ratio) external pure {
        require(b < MAX_B && ratio > -MAX_LOG && ratio < MAX_LOG);
        int256 exact = 100 * ratio + (ratio >= 0 ? BELOW : ABOVE);
        assert(100 * WAD * Lmsr.cost(b, ratio) >= int256(b) * exact);
    }

    function growth(uint256 funds, int256 logSum, int256 minLog, uint256 limit) external pure {
        require(funds < MAX_B && limit < MAX_B && minLog >= 0 && logSum >= minLog && logSum < MAX_LOG);
        (uint256 grown, uint256 charge) = Lmsr.growth(funds, logSum, minLog, limit);
        assert(charge <= funds);
        assert(grown <= limit);
        assert(int256(charge) * WAD >= int256(grown) * (logSum - minLog));
    }
}
