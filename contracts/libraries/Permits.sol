// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

import {IMarkets} from "../interfaces/IMarkets.sol";

/// @title Allowances by the caller's EIP-2612 signature
library Permits {
    /// @notice Uses a signature of the caller, or passes over it if the allowance suffices without.
    function permit(address token, uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) internal {
        if (token.code.length == 0) revert IMarkets.Markets_PermitFailed(token, 0, amount);
        try IERC20Permit(token).permit(msg.sender, address(this), amount, deadline, v, r, s) {} catch {
            // Somebody may have sent the same signature first: what counts is the allowance.
            uint256 allowance_ = IERC20(token).allowance(msg.sender, address(this));
            if (allowance_ < amount) revert IMarkets.Markets_PermitFailed(token, allowance_, amount);
        }
    }
}
