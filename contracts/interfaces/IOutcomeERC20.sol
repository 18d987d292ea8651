// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";

import {IMarkets} from "./IMarkets.sol";

/// @title OutcomeERC20: one outcome token as an ERC-20
/// @notice Wraps one ERC-6909 id of {IMarkets}, 1 to 1 and both ways, for ever, so that wallets and exchanges which
/// know nothing but ERC-20 can hold it. Name, symbol and decimals are those of the id. To redeem, withdraw first.
///
/// @dev There is one wrapper for each id, at an address that follows from the id; see {IOutcomeERC20Factory}.
///
/// Rules. The tests quote these numbers.
/// - OW-1 1 unit deposited = 1 unit minted; 1 unit burnt = 1 unit withdrawn, before and after resolution.
/// - OW-2 The wrapper holds at least its total supply of the id; what is sent to it without {deposit} belongs to
///   nobody and changes no claim.
/// - OW-3 Nobody has a privilege: there is no owner, no pause, no fee.
interface IOutcomeERC20 is IERC20Metadata {
    /// @notice `account` deposited `amount` of the outcome token for wrapped ones of `receiver`.
    event Deposited(address indexed account, address indexed receiver, uint256 amount);
    /// @notice `account` burnt `amount` of wrapped tokens; the outcome tokens went to `receiver`.
    event Withdrawn(address indexed account, address indexed receiver, uint256 amount);

    /// @notice Thrown when the outcome tokens did not change hands.
    error OutcomeERC20_TransferFailed(address from, address to, uint256 amount);
    /// @notice Thrown when outcome tokens would be withdrawn to this wrapper, where nobody could get them out.
    error OutcomeERC20_InvalidReceiver(address receiver);

    /// @notice The contract whose outcome tokens are wrapped.
    function MARKETS() external view returns (IMarkets);

    /// @notice Returns the ERC-6909 id that this token wraps.
    function id() external view returns (uint256);

    /// @notice Takes `amount` of the outcome token from the caller and mints as much to `receiver`.
    /// @dev Requirements: the caller has made this contract its operator, or approved `amount` of the id.
    function deposit(uint256 amount, address receiver) external;

    /// @notice Burns `amount` of the caller's wrapped tokens and sends as much of the outcome token to `receiver`.
    /// @dev Requirements: the caller has `amount`; the receiver is not this contract.
    function withdraw(uint256 amount, address receiver) external;
}
