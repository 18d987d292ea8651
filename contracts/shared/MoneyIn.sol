// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Taking tokens from the caller, and counting what arrives
/// @dev A token may keep a part of a transfer, or only pretend one: the balance tells.
library MoneyIn {
    using Math for uint256;
    using SafeERC20 for IERC20;

    /// @notice Takes `amount` from the caller and returns by how much this contract's balance grew.
    function take(IERC20 token, uint256 amount) internal returns (uint256 received) {
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(msg.sender, address(this), amount);
        return token.balanceOf(address(this)).saturatingSub(before);
    }
}
