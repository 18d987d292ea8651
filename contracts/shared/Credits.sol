// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {ICredits} from "../interfaces/ICredits.sol";
import {MeasuredTransfers} from "./MeasuredTransfers.sol";

/// @title What a contract owes accounts in its one token, and how that token comes in and goes out
/// @dev Who inherits it says which token it is, and how its errors are called.
abstract contract Credits is ICredits, ReentrancyGuardTransient {
    using MeasuredTransfers for IERC20;
    using SafeERC20 for IERC20;

    /// @inheritdoc ICredits
    mapping(address account => uint256) public credits;

    /// @inheritdoc ICredits
    function withdraw(address receiver) external nonReentrant returns (uint256 amount) {
        return _withdraw(msg.sender, receiver);
    }

    /// @inheritdoc ICredits
    function withdrawFor(address account) external nonReentrant returns (uint256 amount) {
        return _withdraw(account, account);
    }

    /// @dev The caller pays `amount`; a token that keeps a part of it, or pretends, is refused.
    function _receive(uint256 amount) internal {
        if (amount == 0) return; // some tokens refuse to transfer nothing
        uint256 received = _token().pullMeasured(amount);
        if (received < amount) _revertNotReceived(amount, received);
    }

    function _withdraw(address account, address receiver) private returns (uint256 amount) {
        amount = credits[account];
        if (amount == 0) _revertNothingToWithdraw(account);
        credits[account] = 0;
        emit Withdrawn(account, receiver, amount);
        _token().safeTransfer(receiver, amount);
    }

    /// @dev Returns the token that credits are in.
    function _token() internal view virtual returns (IERC20);

    /// @dev Reverts, as less arrived than was asked for.
    function _revertNotReceived(uint256 expected, uint256 received) internal pure virtual;

    /// @dev Reverts, as `account` has no credits.
    function _revertNothingToWithdraw(address account) internal pure virtual;
}
