// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title A slow logarithm of 36 digits, to measure the fast one with
library ReferenceLn {
    uint256 private constant LN_2 = 693147180559945309417232121458176568; // in 1e-36
    int256 private constant LN_1E18 = 41446531673892822312323846184318555737; // in 1e-36
    uint256 private constant FRACTION_BITS = 127;

    /// @notice Returns ln(x / 1e18) in 1e-36, a few units off, for `0 < x < 2^200`.
    /// @dev The binary logarithm bit by bit: squaring a number between 1 and 2 doubles its logarithm.
    function ln(uint256 x) internal pure returns (int256) {
        uint256 exponent;
        for (uint256 rest = x; rest > 1; rest >>= 1) {
            ++exponent;
        }
        unchecked {
            uint256 m = exponent <= FRACTION_BITS ? x << (FRACTION_BITS - exponent) : x >> (exponent - FRACTION_BITS);
            uint256 log2 = exponent;
            for (uint256 i; i < FRACTION_BITS; ++i) {
                m = (m * m) >> FRACTION_BITS; // m < 2^128
                uint256 bit = m >> (FRACTION_BITS + 1);
                m >>= bit;
                log2 = (log2 << 1) | bit;
            }
            return int256((log2 * LN_2) >> FRACTION_BITS) - LN_1E18; // log2 < 2^135, LN_2 < 2^120
        }
    }
}
