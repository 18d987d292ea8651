// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

/// @title Allowances by the caller's EIP-2612 signature
library Permits {
    /// @notice Uses a signature of the caller and returns what is allowed: everything, without a look, if it is taken.
    /// @dev If it is refused, somebody may have sent it first: what counts is the allowance. Requirements: `token` is a
    /// contract.
    function permit(
        address token,
        uint256 amount,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) internal returns (uint256 allowance) {
        try IERC20Permit(token).permit(msg.sender, address(this), amount, deadline, v, r, s) {
            return type(uint256).max;
        } catch {
            return IERC20(token).allowance(msg.sender, address(this));
        }
    }
}
