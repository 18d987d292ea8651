// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {FixedPointMathLib} from "solady/src/utils/FixedPointMathLib.sol";

import {IMarkets} from "../interfaces/IMarkets.sol";
import {Weights} from "../shared/Weights.sol";

/// @title What a market says of its outcomes, so that saying something else costs (RO-25)
/// @dev A time-weighted price T can be held up through its window and undone in its last second, a closing price C can
/// be sniped in it; any one function of both is one or the other. Beyond the reference P an estimate goes only as far
/// as both of them stand: the position stays then, and its loss is really paid.
library Estimate {
    /// @notice No estimate is below this, before it is normalised: 1e-5, as the prices that pools open at.
    uint256 internal constant FLOOR = 1e13;

    /// @notice Returns E: the median of T, C and P of each outcome, floored and normalised; P without a pool.
    /// @param references P of the market's outcomes, in WAD.
    function read(
        IMarkets markets,
        uint256 market,
        uint256[] memory references
    ) internal view returns (uint256[] memory) {
        if (!markets.getMarket(market).pooled) return references;
        return median(markets.getTwap(market), closing(markets, market, references.length), references);
    }

    /// @notice Returns the prices as they are; once trading has closed that is for good. In WAD, rounded down.
    function closing(
        IMarkets markets,
        uint256 market,
        uint256 outcomes
    ) internal view returns (uint256[] memory prices) {
        prices = new uint256[](outcomes);
        for (uint256 j; j < outcomes; ++j) {
            prices[j] = j;
        }
        (int256[] memory logs, int256 logSum, ) = markets.getLogWeights(market, prices);
        for (uint256 j; j < outcomes; ++j) {
            prices[j] = uint256(FixedPointMathLib.expWad(logs[j] - logSum));
        }
    }

    /// @notice Returns the median of three vectors, outcome by outcome, floored and normalised.
    function median(
        uint256[] memory a,
        uint256[] memory b,
        uint256[] memory c
    ) internal pure returns (uint256[] memory) {
        uint256[] memory parts = new uint256[](a.length);
        for (uint256 j; j < parts.length; ++j) {
            (uint256 low, uint256 high) = a[j] < b[j] ? (a[j], b[j]) : (b[j], a[j]);
            parts[j] = Math.max(Math.max(low, Math.min(high, c[j])), FLOOR);
        }
        return Weights.normalise(parts);
    }

    /// @notice Returns `sqrt(p_j e_j)`, floored and normalised: what a market pays that the jury has said nothing
    /// about.
    function geometricMean(uint256[] memory p, uint256[] memory e) internal pure returns (uint256[] memory) {
        uint256[] memory parts = new uint256[](p.length);
        for (uint256 j; j < parts.length; ++j) {
            parts[j] = Math.max(FixedPointMathLib.sqrt(p[j] * e[j]), FLOOR);
        }
        return Weights.normalise(parts);
    }
}
