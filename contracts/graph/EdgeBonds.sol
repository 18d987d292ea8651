// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {Lmsr} from "../markets/Lmsr.sol";
import {WAD} from "../shared/Limits.sol";
import {RoundedMath} from "../shared/RoundedMath.sol";

/// @title What proposing and declaring costs, and what it turns out to have cost the liquidity providers
/// @dev Everything here is paid by the caller, so it is rounded up. Amounts are below 2^128, the rest is in WAD.
library EdgeBonds {
    using RoundedMath for uint256;

    /// @dev What the bonds of a node depend on.
    struct Terms {
        uint256 bondBase;
        uint256 b; // of the roster's pool
        uint256 originalityB; // of the pool of the node's originality
    }

    /// @dev Candidates of one parent in one round stay below this.
    uint256 internal constant SLOTS = 128;
    /// @dev The sum of their rates stays below this.
    uint256 internal constant RATE_QUOTA = WAD / 8;
    uint256 internal constant MIN_RATE = WAD / 1e5;
    uint256 internal constant MAX_RATE = WAD / 64;
    /// @dev Added to lnWad, which is -1.06 to +0.06 units of 1e-18 off: two logarithms, each above its exact value.
    uint256 private constant MARGIN = 4;

    /// @notice Returns whether candidates, or the sum of their rates, have reached the quota (ER-11).
    function isFull(uint256 candidates, uint256 rates) internal pure returns (bool) {
        return candidates >= SLOTS || rates >= RATE_QUOTA;
    }

    /// @notice Returns part (a) of a bond: `base / (1 - u)`, where u is the part of the quota that is used (ER-11).
    /// @dev Requirements: the quota is not full.
    /// @param candidates Number of the candidates, this one included.
    /// @param rates Sum of their rates, this one included.
    function slotBond(uint256 base, uint256 candidates, uint256 rates) internal pure returns (uint256) {
        return Math.max(base.mulDivUp(SLOTS, SLOTS - candidates), base.mulDivUp(RATE_QUOTA, RATE_QUOTA - rates));
    }

    /// @notice Returns part (b) of a bond: `b ln(1 / (1 - rate))`.
    function rateBond(uint256 b, uint256 rate) internal pure returns (uint256) {
        return b.mulDivUp(uint256(-Lmsr.ln(WAD - rate)) + MARGIN, WAD);
    }

    /// @notice Returns what a rate cost: `b m (v ln(v/r) + (1 - v) ln((1 - v)/(1 - r)))` for `v = weight / m < rate`.
    /// @param weight What the candidate was worth.
    /// @param m What it and all outcomes before it were worth.
    function rateCharge(uint256 b, uint256 weight, uint256 m, uint256 rate) internal pure returns (uint256) {
        if (m == 0 || weight * WAD >= rate * m) return 0;
        uint256 v = (weight * WAD) / m; // rounded down, away from the rate: up for the charge
        int256 gain = v == 0 ? int256(0) : int256(v) * Lmsr.ln((v * WAD) / rate);
        int256 loss = int256(WAD - v) * (Lmsr.ln(((WAD - v) * WAD).divUp(WAD - rate)) + int256(MARGIN));
        int256 divergence = (gain + loss) / int256(WAD) + 1;
        return divergence <= 0 ? 0 : b.mulDivUp(m, WAD).mulDivUp(uint256(divergence), WAD);
    }

    /// @notice Returns whether a rate changes by more than a factor of 2.
    function isBonded(uint256 previous, uint256 declared) internal pure returns (bool) {
        return previous > 2 * declared || declared > 2 * previous;
    }

    /// @notice Returns `ln(previous / declared)`, at least; in WAD.
    function logRatio(uint256 previous, uint256 declared) internal pure returns (int256) {
        return Lmsr.ln((previous * WAD).divUp(declared)) + int256(MARGIN);
    }

    /// @notice Returns the bond of rates that change: `b max ln(previous / declared)`; 0 if none changes by more than a
    /// factor of 2.
    function changeBond(
        uint256 b,
        uint256[] memory previous,
        uint256[] memory declared
    ) internal pure returns (uint256) {
        bool bonded;
        int256 worst;
        for (uint256 i; i < previous.length; ++i) {
            bonded = bonded || isBonded(previous[i], declared[i]);
            int256 ratio = logRatio(previous[i], declared[i]);
            if (ratio > worst) worst = ratio;
        }
        return bonded ? b.mulDivUp(uint256(worst), WAD) : 0;
    }

    /// @notice Returns what a change of rates cost: `b max(0, sum w ln(previous / declared))`.
    /// @param payouts w, at least as many as rates; those behind them are of candidates.
    function changeCharge(
        uint256 b,
        uint256[] memory payouts,
        uint256[] memory previous,
        uint256[] memory declared
    ) internal pure returns (uint256) {
        int256 sum;
        for (uint256 i; i < previous.length; ++i) {
            sum += int256(payouts[i]) * logRatio(previous[i], declared[i]);
        }
        return sum <= 0 ? 0 : b.mulDivUp(uint256(sum).divUp(WAD), WAD);
    }

    /// @notice Returns `amount` units of a pool's asset in money, at most `most`.
    function inMoney(uint256 amount, uint256 share, uint256 most) internal pure returns (uint256) {
        return Math.min(amount.mulDivUp(share, WAD), most);
    }

    /// @notice Returns what challenging a candidate costs: half of both parts of its bond, rounded up (ER-13).
    function stakeOf(uint256 bond) internal pure returns (uint256) {
        return bond.divUp(2);
    }

    /// @notice Returns the two rates of an originality: `x` and its complement.
    function pair(uint256 x) internal pure returns (uint256[] memory both) {
        both = new uint256[](2);
        (both[0], both[1]) = (x, WAD - x);
    }
}
