// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {FixedPointMathLib} from "solady/src/utils/FixedPointMathLib.sol";

import {WAD} from "../shared/Limits.sol";

/// @title The logarithmic market scoring rule, in log-price space
/// @notice Outcome j has a log weight l_j and a weight e^l_j; S is the sum of the weights and e^l_j / S the price.
/// Selling d tokens of j moves l_j by d/b and costs `b ln(S'/S)`: a trade in one outcome costs the same whatever the
/// number of outcomes.
///
/// @dev Why no sequence of trades drains a pool, with `inventory_j = cash - q_j` and `p_j = e^l_j / S` exactly:
/// - A trade d in outcome k adds d to q_k, at least d/b to l_k, and `c >= b ln(S'/S)` to cash. For j = k:
///   `inventory + b ln p` changes by `c - d + b (l' - l) - b ln(S'/S) >= 0`; for j != k by `c - b ln(S'/S) >= 0`.
/// - Growth of b by g adds `g ln p_j >= -g Lambda` with `Lambda = ln S - min l`, and takes `g Lambda` from the reserve.
/// So `inventory_j + b ln p_j >= reserve >= 0` for every j, for ever; and as ln p_j <= 0, every inventory is >= 0: the
/// pool can pay any payout vector.
///
/// Exactness. Solady's lnWad is -1.06 to +0.06 units of 1e-18 off, expWad 1.7e-20 relative. l moves up, the ratio
/// inside the logarithm is taken >= 1 and rounded against the trader, and MARGIN covers the rest: see the fuzz tests,
/// which measure each bound.
///
/// Arithmetic is unchecked: amounts are below 2^127, b below 2^96, logarithms below 2^66, weights and S below 2^155
/// and WAD below 2^60, so that no product reaches 2^230.
library Lmsr {
    /// @dev Rates are in 1e-8.
    uint256 internal constant RATE_SCALE = 1e8;
    /// @dev This is ln S at opening and after recentring. At S = 1 the floor of expWad would break the invariant.
    int256 internal constant CENTRE = 40e18;
    /// @dev This is floor(e^40). An outcome that never traded weighs exactly `opening price * OPENING_WEIGHT`, so that
    /// opening needs no exponential and S is then exactly 1e18 * OPENING_WEIGHT.
    uint256 internal constant OPENING_WEIGHT = 235385266837019985;
    /// @dev Log weights stay in this range: e^l keeps 18 digits below, and the TWAP's 1/S ten digits above.
    int256 internal constant MIN_LOG = 1;
    int256 internal constant MAX_LOG = 60e18;
    /// @dev Every lnWad is moved against the trader by so many units of 1e-18: more than it can be off.
    uint256 internal constant MARGIN = 2;
    /// @dev This is what rounding the first log weights up may take from others in S, in units of 1e-18 of b: paid at
    /// opening and with each growth.
    uint256 internal constant TOUCH_MARGIN = 4;

    /// @notice Returns e^l, in WAD.
    function weightOf(int256 logWeight) internal pure returns (uint256) {
        return uint256(FixedPointMathLib.expWad(logWeight));
    }

    /// @notice Returns the natural logarithm of a positive WAD, in WAD; -1.06 to +0.06 units off.
    function ln(uint256 x) internal pure returns (int256) {
        return FixedPointMathLib.lnWad(int256(x));
    }

    /// @notice Returns the log weight of an outcome that never traded, rounded up.
    function openingLog(uint256 price) internal pure returns (int256) {
        return ln(price) + int256(MARGIN) + CENTRE;
    }

    /// @notice Returns what opening with liquidity `b` costs: `b ln(1 / least price)`, rounded up.
    function openingFunds(uint256 b, int256 leastLog) internal pure returns (uint256) {
        unchecked {
            return ceilDiv(b * (uint256(-leastLog) + 1 + TOUCH_MARGIN), WAD);
        }
    }

    /// @notice Returns by how much selling `amount` tokens (negative: buying them back) moves a log weight.
    /// @dev It is rounded towards +infinity for both signs: that is what keeps the solvency invariant.
    function logStep(int256 amount, uint256 b) internal pure returns (int256) {
        unchecked {
            if (amount > 0) return int256(ceilDiv(uint256(amount) * WAD, b));
            return -int256((uint256(-amount) * WAD) / b);
        }
    }

    /// @notice Returns `ln(sumAfter / sumBefore)`, in WAD, before its margin.
    /// @dev The ratio inside the logarithm is taken >= 1 and rounded against the trader.
    function logRatio(uint256 sumBefore, uint256 sumAfter) internal pure returns (int256) {
        unchecked {
            if (sumAfter >= sumBefore) return ln(ceilDiv(sumAfter * WAD, sumBefore));
            return -ln((sumBefore * WAD) / sumAfter);
        }
    }

    /// @notice Returns `b ln(sumAfter / sumBefore)`, in units, rounded against the trader, for a {logRatio}.
    function cost(uint256 b, int256 ratio) internal pure returns (int256) {
        unchecked {
            if (ratio >= 0) return int256(ceilDiv(b * (uint256(ratio) + MARGIN), WAD));
            uint256 fall = uint256(-ratio);
            return fall <= MARGIN ? int256(0) : -int256((b * (fall - MARGIN)) / WAD);
        }
    }

    /// @notice Returns `min(p, 1 - p)` for the mean p of an outcome's prices before and after, in WAD: a LONG and the
    /// SHORT that mirrors it pay the same fee.
    function feeBase(
        uint256 weightBefore,
        uint256 sumBefore,
        uint256 weightAfter,
        uint256 sumAfter
    ) internal pure returns (uint256) {
        unchecked {
            uint256 mean = ((weightBefore * WAD) / sumBefore + (weightAfter * WAD) / sumAfter + 1) / 2;
            return mean < WAD / 2 ? mean : WAD - mean;
        }
    }

    /// @notice Returns the growth of b that `funds` pay for, and its charge.
    /// @dev `growth` is rounded down and `charge` up; `charge <= funds`.
    /// @param logSum ln S, in WAD, at most two errors of lnWad off.
    /// @param minLog A lower bound of all log weights, in WAD.
    /// @param limit The most that b may grow.
    function growth(
        uint256 funds,
        int256 logSum,
        int256 minLog,
        uint256 limit
    ) internal pure returns (uint256 grown, uint256 charge) {
        unchecked {
            uint256 lambda = uint256(logSum - minLog) + 2 * MARGIN + TOUCH_MARGIN;
            grown = (funds * WAD) / lambda;
            if (grown > limit) grown = limit;
            charge = ceilDiv(grown * lambda, WAD);
        }
    }

    /// @notice Returns `x / y`, rounded up; `x + y` must not overflow.
    function ceilDiv(uint256 x, uint256 y) internal pure returns (uint256) {
        unchecked {
            return (x + y - 1) / y;
        }
    }
}
