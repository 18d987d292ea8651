// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title ICredits: contracts that owe accounts money, and pay it when they are asked
/// @notice What an account is to get is credited to it, and paid by a call of its own: nobody's payment can stand in
/// the way of somebody else's.
/// @dev Units. Credits are in the smallest units of the contract's token.
interface ICredits {
    /// @notice Credits of `account` were paid to `receiver`.
    event Withdrawn(address indexed account, address indexed receiver, uint256 amount);

    /// @notice Pays the caller's credits to `receiver`.
    /// @dev Requirements: the caller has credits.
    /// @return amount Units of the token paid.
    function withdraw(address receiver) external returns (uint256 amount);

    /// @notice Pays the credits of `account` to `account`. Anyone may call it, e.g. for a contract that cannot.
    /// @dev Requirements: the account has credits.
    /// @return amount Units of the token paid.
    function withdrawFor(address account) external returns (uint256 amount);

    /// @notice Returns what `account` can withdraw, in units of the token.
    function credits(address account) external view returns (uint256);
}
