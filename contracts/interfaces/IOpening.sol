// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IOpening: how the pool of a market opens, if not at its base rates
/// @notice {IRounds} creates a market whose opener is this contract, gives it the money, and this contract opens the
/// pool by the end of the round's Opening phase, e.g. at the clearing price of an auction.
interface IOpening {
    /// @notice Takes `budget` units of the market's asset from the caller, its approval or operator, and prepares the
    /// opening of `market`.
    /// @dev What the pool does not need is for {refund}; the founding shares go to the caller.
    /// @param market Id of the market; its opener is this contract.
    /// @param prices Base rates, in WAD; the prices if nobody takes part.
    /// @param b Liquidity of the pool to open, in units.
    /// @param budget The most that opening may cost, in units: `12.6 b`.
    /// @param opensAt When the pool is to open, in unix seconds.
    function prepare(uint256 market, uint256[] calldata prices, uint256 b, uint256 budget, uint256 opensAt) external;

    /// @notice Gives the caller what opening `market` did not need of its budget; 0 if that is known later, or done,
    /// or if it never saw the market: it does not revert.
    /// @return amount Units of the market's asset that the caller received.
    function refund(uint256 market) external returns (uint256 amount);
}
