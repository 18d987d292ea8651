// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {FixedPointMathLib} from "solady/src/utils/FixedPointMathLib.sol";
import {SafeTransferLib} from "solady/src/utils/SafeTransferLib.sol";

/// @title Pulling tokens from the caller, and measuring what arrives
/// @dev A token may keep a part of a transfer, or only pretend one: the balance tells. Whoever needs the whole amount
/// refuses a smaller one with an error of its own.
library MeasuredPull {
    using SafeERC20 for IERC20;

    /// @notice Pulls `amount` from the caller and returns by how much this contract's balance grew, 0 if it fell.
    function pullMeasured(IERC20 token, uint256 amount) internal returns (uint256 received) {
        uint256 before = SafeTransferLib.balanceOf(address(token), address(this));
        token.safeTransferFrom(msg.sender, address(this), amount);
        uint256 balance = SafeTransferLib.balanceOf(address(token), address(this));
        return FixedPointMathLib.zeroFloorSub(balance, before);
    }
}
