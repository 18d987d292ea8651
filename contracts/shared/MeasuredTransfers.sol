// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {FixedPointMathLib} from "solady/src/utils/FixedPointMathLib.sol";
import {SafeTransferLib} from "solady/src/utils/SafeTransferLib.sol";

/// @title Transfers of tokens whose effect is measured
/// @dev A token may keep a part of a transfer, only pretend one, or charge its sender on top: the balance tells.
/// Whoever needs the whole amount, or no more than it, refuses another one with an error of its own.
library MeasuredTransfers {
    using SafeERC20 for IERC20;

    /// @notice Pulls `amount` from the caller and returns by how much this contract's balance grew, 0 if it fell.
    function pullMeasured(IERC20 token, uint256 amount) internal returns (uint256 received) {
        uint256 before = SafeTransferLib.balanceOf(address(token), address(this));
        token.safeTransferFrom(msg.sender, address(this), amount);
        uint256 balance = SafeTransferLib.balanceOf(address(token), address(this));
        return FixedPointMathLib.zeroFloorSub(balance, before);
    }

    /// @notice Pays `amount` and returns by how much this contract's balance fell, 0 if it grew.
    function pushMeasured(IERC20 token, address receiver, uint256 amount) internal returns (uint256 charged) {
        uint256 before = SafeTransferLib.balanceOf(address(token), address(this));
        token.safeTransfer(receiver, amount);
        uint256 balance = SafeTransferLib.balanceOf(address(token), address(this));
        return FixedPointMathLib.zeroFloorSub(before, balance);
    }
}
