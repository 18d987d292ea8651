// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IMarkets} from "./IMarkets.sol";

/// @title A whole market in one call
/// @notice Read only and replaceable: nothing trusts it.
interface ILens {
    /// @notice Everything there is to read of a market, and what an account holds of it.
    /// @param market See {IMarkets.MarketView}.
    /// @param baseAsset The ERC-20 at the bottom of the nesting.
    /// @param decimals Decimals of the base asset and of every token over it.
    /// @param pool See {IMarkets.PoolView}; zero if there is no pool.
    /// @param outcomes See {IMarkets.OutcomeView}; empty if there is no pool.
    /// @param twap Time-weighted prices up to now, in WAD; empty if there is no pool.
    /// @param payouts Reported payouts, in WAD; empty before resolution.
    /// @param longs The account's LONG of each outcome, in units.
    /// @param shorts The account's SHORT of each outcome, in units; in a binary market the LONG of the other.
    /// @param shares The account's LP shares.
    /// @param foundingShares The account's founding shares.
    /// @param assets The account's balance of the market's asset, in units.
    /// @param allowance What the account lets `Markets` take of an ERC-20 asset, in units; for an outcome token, all.
    struct Snapshot {
        IMarkets.MarketView market;
        address baseAsset;
        uint8 decimals;
        IMarkets.PoolView pool;
        IMarkets.OutcomeView[] outcomes;
        uint256[] twap;
        uint256[] payouts;
        uint256[] longs;
        uint256[] shorts;
        uint256 shares;
        uint256 foundingShares;
        uint256 assets;
        uint256 allowance;
    }

    /// @notice Thrown when there is no such market.
    error Lens_UnknownMarket(uint256 market);

    /// @notice Returns a market and what `account` holds of it.
    /// @dev Requirements: the market exists.
    function getSnapshot(uint256 market, address account) external view returns (Snapshot memory);
}
