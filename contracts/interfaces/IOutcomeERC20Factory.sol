// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IMarkets} from "./IMarkets.sol";

/// @title OutcomeERC20Factory: creates the ERC-20 of an outcome
/// @notice One {IOutcomeERC20} for each id. Anyone may create it, at any time, once; its address is known before.
/// @dev Rules. The tests quote these numbers.
/// - OW-10 The address of a wrapper follows from the id alone: who creates it, and when, makes no difference.
/// - OW-11 Creating a wrapper that exists returns it, so nobody can make another's transaction fail.
interface IOutcomeERC20Factory {
    /// @notice The wrapper of `id` was created.
    event WrapperCreated(uint256 indexed id, address indexed wrapper);

    /// @notice The contract whose outcome tokens are wrapped.
    function MARKETS() external view returns (IMarkets);

    /// @notice The code that all wrappers share.
    function IMPLEMENTATION() external view returns (address);

    /// @notice Returns the wrapper of `id`, and creates it if there is none.
    function create(uint256 id) external returns (address wrapper);

    /// @notice Returns the address of the wrapper of `id`, whether or not it was created.
    function computeAddress(uint256 id) external view returns (address wrapper);
}
