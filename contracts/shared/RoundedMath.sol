// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Products and quotients whose names say in which direction they are rounded
/// @dev Products are exact, of 512 bits; what is returned must fit 256.
library RoundedMath {
    /// @notice Returns `x * y / divisor`, rounded down.
    function mulDivDown(uint256 x, uint256 y, uint256 divisor) internal pure returns (uint256) {
        return Math.mulDiv(x, y, divisor);
    }

    /// @notice Returns `x * y / divisor`, rounded up.
    function mulDivUp(uint256 x, uint256 y, uint256 divisor) internal pure returns (uint256) {
        return Math.mulDiv(x, y, divisor, Math.Rounding.Ceil);
    }

    /// @notice Returns `x / divisor`, rounded up.
    function divUp(uint256 x, uint256 divisor) internal pure returns (uint256) {
        return Math.ceilDiv(x, divisor);
    }
}
