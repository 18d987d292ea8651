// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {FixedPointMathLib} from "solady/src/utils/FixedPointMathLib.sol";

import {WAD} from "../shared/Limits.sol";
import {Weights} from "../shared/Weights.sol";
import {EvaluationSet} from "./EvaluationSet.sol";

/// @title Final weights from the jury's word J, the estimate E and the reference P (RO-26 to RO-28)
/// @dev All vectors are in WAD and sum to exactly 1e18, and so do the results. By integer square roots, no logarithm;
/// products of two are below 2^120.
library Blend {
    using EvaluationSet for uint256;

    /// @dev No word of the jury's is below this here, 1e-5: a zero would say what nobody meant.
    uint256 private constant FLOOR = 1e13;

    /// @dev Of the outcomes that are not taken from J: what they are under J and E, those that the jury has compared
    /// and the others.
    struct Masses {
        uint256 rest; // what is not taken from J
        uint256 comparedJ;
        uint256 comparedE;
        uint256 otherJ;
        uint256 otherE;
        uint256 means; // sum of the means of the compared
    }

    /* JUDGED */

    /// @notice Returns the weights of what the jury has judged: J_j for audited outcomes that it has compared; the
    /// other compared ones share `sqrt(J_j E_j)`, the rest E_j; compared and rest get masses by the same mean of
    /// theirs.
    /// @param compared Bit j: the jury has compared outcome j. None: the result is E.
    /// @param audited Bit j: somebody paid for the jury's word on outcome j.
    function judged(
        uint256[] memory j,
        uint256[] memory e,
        uint256 compared,
        uint256 audited
    ) internal pure returns (uint256[] memory weights) {
        if (compared == 0) return e;
        audited &= compared;
        weights = new uint256[](j.length);
        Masses memory m = _masses(j, e, compared, audited, weights);
        uint256 mass = _massOfCompared(m);
        for (uint256 k; k < j.length; ++k) {
            if (audited.has(k)) weights[k] = j[k];
            else if (compared.has(k)) weights[k] = (mass * weights[k]) / m.means;
            else weights[k] = ((m.rest - mass) * e[k]) / m.otherE;
        }
        return Weights.normalise(weights);
    }

    /// @dev Fills `means` with `sqrt(J_k E_k)` of the compared.
    function _masses(
        uint256[] memory j,
        uint256[] memory e,
        uint256 compared,
        uint256 audited,
        uint256[] memory means
    ) private pure returns (Masses memory m) {
        m.rest = WAD;
        for (uint256 k; k < j.length; ++k) {
            if (audited.has(k)) {
                m.rest -= j[k];
            } else if (compared.has(k)) {
                means[k] = FixedPointMathLib.sqrt(Math.max(j[k], FLOOR) * e[k]);
                m.means += means[k];
                m.comparedJ += j[k];
                m.comparedE += e[k];
            } else {
                m.otherJ += j[k];
                m.otherE += e[k];
            }
        }
    }

    /// @dev Of the rest, the part `sqrt(mJ mE) / (sqrt(mJ mE) + sqrt((1 - mJ)(1 - mE)))`; the parts' common
    /// denominators cancel. Where J and E leave nothing to each other's, E's masses count.
    function _massOfCompared(Masses memory m) private pure returns (uint256) {
        uint256 compared = FixedPointMathLib.sqrt(m.comparedJ * m.comparedE);
        uint256 other = FixedPointMathLib.sqrt(m.otherJ * m.otherE);
        if (compared + other == 0) (compared, other) = (m.comparedE, m.otherE);
        if (compared + other == 0) return 0; // all were audited
        return (m.rest * compared) / (compared + other);
    }

    /* NOT JUDGED */

    /// @notice Returns the weights of what nobody has judged: E within `[P / factor, P factor]` and `[P - step, P +
    /// step]`, and what that is too much or too little by is taken from, or given to, the room that is left.
    /// @param factor At least 1, in WAD.
    /// @param step In WAD.
    function within(
        uint256[] memory p,
        uint256[] memory e,
        uint256 factor,
        uint256 step
    ) internal pure returns (uint256[] memory weights) {
        weights = new uint256[](p.length);
        uint256 sum;
        uint256 above; // what the weights are above their least values
        uint256 below; // what they are below their greatest
        for (uint256 k; k < p.length; ++k) {
            (uint256 least, uint256 most) = _bounds(p[k], factor, step);
            uint256 x = Math.min(Math.max(e[k], least), most);
            weights[k] = x;
            (sum, above, below) = (sum + x, above + (x - least), below + (most - x));
        }
        uint256 largest; // entry with the most room above it
        uint256 room;
        uint256 left = WAD;
        for (uint256 k; k < p.length; ++k) {
            (uint256 least, uint256 most) = _bounds(p[k], factor, step);
            uint256 x = weights[k];
            if (sum > WAD) x -= Math.ceilDiv((sum - WAD) * (x - least), above);
            else if (sum < WAD) x += ((WAD - sum) * (most - x)) / below;
            weights[k] = x;
            left -= x;
            if (most - x > room) (largest, room) = (k, most - x);
        }
        weights[largest] += left;
    }

    function _bounds(uint256 p, uint256 factor, uint256 step) private pure returns (uint256 least, uint256 most) {
        least = Math.max((p * WAD) / factor, FixedPointMathLib.zeroFloorSub(p, step));
        most = Math.min((p * factor) / WAD, p + step);
    }
}
