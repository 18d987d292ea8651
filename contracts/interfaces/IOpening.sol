// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IOpening: how the pool of a market opens, if not at its base rates
/// @notice The creator of a market names this contract as its opener, gives it the money, and this contract opens the
/// pool from `opensAt`, e.g. at the clearing price of an auction. {IRounds} does so for the kinds of markets that are
/// opened in the round's Opening phase.
interface IOpening {
    /// @notice Takes `budget` units of the market's asset from the caller, its approval or operator, and prepares the
    /// opening of `market`.
    /// @dev What the pool does not need is for {refund}; the founding shares go to the caller.
    /// @param market Id of the market; the caller created it, and its opener is this contract.
    /// @param context The market's `context`: with it the id proves who created the market.
    /// @param prices Base rates, in WAD; the prices if nobody takes part.
    /// @param b Liquidity of the pool to open, in units.
    /// @param budget What is given, in units; opening may cost less.
    /// @param opensAt When the pool is to open, in unix seconds.
    function prepare(
        uint256 market,
        bytes32 context,
        uint256[] calldata prices,
        uint256 b,
        uint256 budget,
        uint256 opensAt
    ) external;

    /// @notice The least time between {prepare} and `opensAt`, in seconds.
    function MIN_OPENING() external view returns (uint256);

    /// @notice Gives the caller what opening `market` did not need of its budget and, once the market is resolved, what
    /// its bid was worth. It may be called again; 0 if nothing is due, now or ever: it does not revert.
    /// @return amount Units of the market's asset that the caller received.
    function refund(uint256 market) external returns (uint256 amount);
}
