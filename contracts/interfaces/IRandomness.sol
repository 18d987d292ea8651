// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IRandomness: a number that nobody knew before trading closed
/// @notice The source of the draw, behind an interface because not every chain has a random block header.
interface IRandomness {
    /// @notice Returns what a draw that is committed now will refer to, e.g. the number of a block to come.
    function next() external view returns (uint256 reference_);

    /// @notice Returns whether the number of `reference_` can no longer be had, so that the draw has to be committed
    /// again.
    function isMissed(uint256 reference_) external view returns (bool);

    /// @notice Returns the random number of `reference_`.
    /// @dev Requirements: `proof` proves it; reverts otherwise, or when it is too early or too late.
    function randomOf(uint256 reference_, bytes calldata proof) external view returns (bytes32);
}
