// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {Lmsr} from "../markets/Lmsr.sol";

/// @title What proposing and declaring costs, and what it turns out to have cost the liquidity providers
/// @dev Everything here is paid by the caller: rounded up. Amounts below 2^128, the rest in WAD.
library EdgeBonds {
    uint256 internal constant WAD = 1e18;
    /// @dev Candidates of one parent in one round stay below this.
    uint256 internal constant SLOTS = 128;
    /// @dev So does the sum of their rates.
    uint256 internal constant RATE_QUOTA = WAD / 8;
    uint256 internal constant MIN_RATE = WAD / 1e5;
    uint256 internal constant MAX_RATE = WAD / 64;
    /// @dev Over lnWad, which is -1.06 to +0.06 units of 1e-18 off: two logarithms, each above its exact value.
    uint256 private constant MARGIN = 4;

    /// @notice Returns part (a): `base / (1 - u)`.
    /// @param candidates Number of the candidates, this one included.
    /// @param rates Sum of their rates, this one included.
    function slotBond(uint256 base, uint256 candidates, uint256 rates) internal pure returns (uint256) {
        if (candidates >= SLOTS || rates >= RATE_QUOTA) {
            revert IEdgeRegistry.EdgeRegistry_QuotaFull(candidates, rates);
        }
        return
            Math.max(
                Math.mulDiv(base, SLOTS, SLOTS - candidates, Math.Rounding.Ceil),
                Math.mulDiv(base, RATE_QUOTA, RATE_QUOTA - rates, Math.Rounding.Ceil)
            );
    }

    /// @notice Returns part (b): `b ln(1 / (1 - rate))`.
    function rateBond(uint256 b, uint256 rate) internal pure returns (uint256) {
        return _times(b, uint256(-Lmsr.ln(WAD - rate)) + MARGIN);
    }

    /// @notice Returns what a rate cost: `b m (v ln(v/r) + (1 - v) ln((1 - v)/(1 - r)))` for `v = weight / m < rate`.
    /// @param weight What the candidate was worth.
    /// @param m What it and all outcomes before it were worth.
    function rateCharge(uint256 b, uint256 weight, uint256 m, uint256 rate) internal pure returns (uint256) {
        if (m == 0 || weight * WAD >= rate * m) return 0;
        uint256 v = (weight * WAD) / m; // rounded down, away from the rate: up for the charge
        int256 gain = v == 0 ? int256(0) : int256(v) * Lmsr.ln((v * WAD) / rate);
        int256 loss = int256(WAD - v) * (Lmsr.ln(Math.ceilDiv((WAD - v) * WAD, WAD - rate)) + int256(MARGIN));
        int256 divergence = (gain + loss) / int256(WAD) + 1;
        return divergence <= 0 ? 0 : _times(Math.mulDiv(b, m, WAD, Math.Rounding.Ceil), uint256(divergence));
    }

    /// @notice Returns whether a rate changes by more than a factor of 2.
    function isBonded(uint256 previous, uint256 declared) internal pure returns (bool) {
        return previous > 2 * declared || declared > 2 * previous;
    }

    /// @notice Returns `ln(previous / declared)`, at least; in WAD.
    function logRatio(uint256 previous, uint256 declared) internal pure returns (int256) {
        return Lmsr.ln(Math.ceilDiv(previous * WAD, declared)) + int256(MARGIN);
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
        return bonded ? _times(b, uint256(worst)) : 0;
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
        return sum <= 0 ? 0 : _times(b, Math.ceilDiv(uint256(sum), WAD));
    }

    /// @notice Returns `amount` units of a pool's asset in money, at most `most`.
    function inMoney(uint256 amount, uint256 share, uint256 most) internal pure returns (uint256) {
        return Math.min(_times(amount, share), most);
    }

    function _times(uint256 amount, uint256 wad) private pure returns (uint256) {
        return Math.mulDiv(amount, wad, WAD, Math.Rounding.Ceil);
    }
}
