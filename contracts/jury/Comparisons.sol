// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {FixedPointMathLib} from "solady/src/utils/FixedPointMathLib.sol";

import {IJury} from "../interfaces/IJury.sol";
import {WAD} from "../shared/Limits.sol";
import {RoundedMath} from "../shared/RoundedMath.sol";
import {Weights} from "../shared/Weights.sol";

/// @title Weights from pairwise comparisons: the loss, its gradient, and what a small gradient proves
/// @notice A comparison says that x_b - x_a should be c: `c = -ln multiplier` if a won, `+ln multiplier` if b did. Log
/// weights x minimise `f(x) = sum rho(x_b - x_a - c) + tau/2 |x - ln base rates|^2`, with `rho(r) = r^2 / 2`, or
/// Huber's: linear beyond |r| = delta. The weights are softmax(x).
///
/// @dev What a gradient of at most epsilon in every coordinate proves, with |.| the Euclidean norm and x* a minimum:
/// - `tau > 0`: f is tau-strongly convex, so `|x - x*| <= |gradient| / tau <= sqrt(n) epsilon / tau`.
/// - Squares, `sum x = 0`, the comparisons connect all n outcomes: the Hessian is the Laplacian of a connected graph,
///   whose second eigenvalue is at least that of a spanning tree, `>= 4 / (n (n - 1))`, so on `sum x = 0` f is
///   `4 / n^2`-strongly convex, and `|x - x*| <= sqrt(n) epsilon n^2 / 4 = epsilon n^2.5 / 4 =: R`.
/// - Huber: the comparisons with `|residual| <= delta - 2 R` connect all outcomes. Anywhere within R of x a residual
///   differs by at most 2 R, so these stay quadratic, f is `4 / n^2`-strongly convex in the whole ball of radius R, its
///   gradient at the centre is at most R times that, and so its minimum lies in the ball. Without this a flat stretch
///   has a gradient of 0 and proves nothing: of c = 0 and c = 10 with delta = 1 any x between 1 and 9 is "optimal".
/// As `|ln w - ln w*| <= 2 max|x - x*|`, the weights are as exact.
///
/// Exactness. lnWad is at most 2 units of 1e-18 off, so a computed residual is, and rho' is 1-Lipschitz: a coordinate
/// of the gradient is at most 2 units off for each comparison. {gradientError} bounds it, and the check takes it off
/// the tolerance.
library Comparisons {
    using RoundedMath for uint256;

    /// @dev Multipliers are in 1e-6.
    uint256 internal constant MIN_MULTIPLIER = 1e6;
    uint256 internal constant MAX_MULTIPLIER = 1000e6;
    int256 private constant MULTIPLIER_TO_WAD = 1e12;
    /// @dev Any optimum is within: 255 comparisons in a row by a factor 1000 are 255 * 6.91 = 1762, a base rate of 1e-9
    /// is -21.
    int256 internal constant MAX_LOG = 2000e18;
    /// @dev A logarithm is at most so many units of 1e-18 off, see "Exactness" above.
    uint256 private constant LN_ERROR = 2;

    /// @notice Returns c, what `x_b - x_a` should be, in WAD; at most 2 units of 1e-18 off.
    function target(IJury.Comparison memory comparison) internal pure returns (int256) {
        int256 size = FixedPointMathLib.lnWad(int256(uint256(comparison.multiplier)) * MULTIPLIER_TO_WAD);
        return comparison.winner == comparison.b ? size : -size;
    }

    /// @notice Returns the derivative of the loss at a residual; `delta` 0: squares.
    function slope(int256 residual, int256 delta) internal pure returns (int256) {
        if (delta == 0) return residual;
        if (residual > delta) return delta;
        return residual < -delta ? -delta : residual;
    }

    /// @notice Whether a comparison is one of two outcomes below `outcomes`, `a < b`, won by one of them, by a
    /// multiplier from 1 to 1000.
    function isValid(IJury.Comparison calldata comparison, uint256 outcomes) internal pure returns (bool) {
        (uint256 a, uint256 b, uint256 winner) = (comparison.a, comparison.b, comparison.winner);
        if (a >= b || b >= outcomes || (winner != a && winner != b)) return false;
        return comparison.multiplier >= MIN_MULTIPLIER && comparison.multiplier <= MAX_MULTIPLIER;
    }

    /// @notice Returns the most that a coordinate of the gradient is off after `count` comparisons, in WAD.
    /// @dev A comparison adds 2; an anchor adds tau times the 2 of its logarithm, rounded up, and 1 for the division.
    function gradientError(uint256 count, uint256 anchor) internal pure returns (uint256) {
        return LN_ERROR * count + (anchor == 0 ? 0 : (LN_ERROR * anchor).divUp(WAD) + 1);
    }

    /// @notice Returns a bound of `|x - x*|`, in WAD, rounded up, for a gradient of at most `tolerance` everywhere.
    /// @dev The bound is `sqrt(n) epsilon / tau` with an anchor and `epsilon n^2.5 / 4` without; roots are rounded up.
    function errorBound(uint256 outcomes, uint256 tolerance, uint256 anchor) internal pure returns (uint256) {
        if (anchor != 0) {
            // sqrt(1e36 n) is sqrt(n) in WAD.
            return Math.sqrt(outcomes * WAD * WAD, Math.Rounding.Ceil).mulDivUp(tolerance, anchor);
        }
        return (tolerance * Math.sqrt(outcomes ** 5, Math.Rounding.Ceil)).divUp(4);
    }

    /// @notice Returns the largest residual whose comparison counts for the certificate; negative: none does.
    /// @dev With squares all count. With Huber's loss a residual has to stay below delta by twice {errorBound}, as
    /// shown above, and by the 2 units that it may be off.
    function certifiable(uint256 outcomes, uint256 tolerance, uint256 huberDelta) internal pure returns (int256) {
        if (huberDelta == 0) return type(int256).max;
        return int256(huberDelta) - int256(2 * errorBound(outcomes, tolerance, 0) + LN_ERROR);
    }

    /// @notice Returns `tau (x - ln rate)`, in WAD: what the anchor adds to a coordinate of the gradient.
    function anchorPull(int256 x, uint256 rate, uint256 anchor) internal pure returns (int256) {
        return (int256(anchor) * (x - FixedPointMathLib.lnWad(int256(rate)))) / int256(WAD);
    }

    /// @notice Joins the groups of a and b; returns whether they were two.
    /// @param parents By outcome the one above it in its group, itself at the top; shortened on the way.
    function join(uint256[] memory parents, uint256 a, uint256 b) internal pure returns (bool) {
        (a, b) = (find(parents, a), find(parents, b));
        if (a == b) return false;
        parents[b] = a;
        return true;
    }

    /// @notice Returns the top of the group of `outcome`; every second step on the way is shortened.
    function find(uint256[] memory parents, uint256 outcome) internal pure returns (uint256) {
        while (parents[outcome] != outcome) {
            parents[outcome] = parents[parents[outcome]];
            outcome = parents[outcome];
        }
        return outcome;
    }

    /// @notice Returns `e^x_j / sum e^x`, in WAD: floored, the remainder to the largest (lowest index first).
    function softmax(int256[] calldata x) internal pure returns (uint256[] memory weights) {
        int256 greatest = x[0];
        for (uint256 i = 1; i < x.length; ++i) {
            if (x[i] > greatest) greatest = x[i];
        }
        weights = new uint256[](x.length);
        for (uint256 i; i < x.length; ++i) {
            weights[i] = uint256(FixedPointMathLib.expWad(x[i] - greatest)); // at most 1e18
        }
        return Weights.normalise(weights);
    }
}
