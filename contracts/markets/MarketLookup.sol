// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IMarkets} from "../interfaces/IMarkets.sol";
import {MarketState} from "./MarketState.sol";
import {OutcomeId} from "./OutcomeId.sol";

/// @title Finding a market, in the status that a call needs
library MarketLookup {
    using MarketState for MarketState.Market;

    /// @notice Returns `market`, which must exist.
    function existing(
        mapping(uint256 market => MarketState.Market) storage markets,
        uint256 market
    ) internal view returns (MarketState.Market storage m) {
        m = markets[market];
        if (m.outcomes == 0) revert IMarkets.Markets_UnknownMarket(market);
    }

    /// @notice Returns `market`, which must exist and not be resolved.
    function unresolved(
        mapping(uint256 market => MarketState.Market) storage markets,
        uint256 market
    ) internal view returns (MarketState.Market storage m) {
        m = existing(markets, market);
        if (m.has(MarketState.RESOLVED)) revert IMarkets.Markets_AlreadyResolved(market);
    }

    /// @notice Returns `market`, which must be resolved.
    function resolved(
        mapping(uint256 market => MarketState.Market) storage markets,
        uint256 market
    ) internal view returns (MarketState.Market storage m) {
        m = existing(markets, market);
        if (!m.has(MarketState.RESOLVED)) revert IMarkets.Markets_NotResolved(market);
    }

    /// @notice Returns `market`, which must have a pool.
    function pooled(
        mapping(uint256 market => MarketState.Market) storage markets,
        uint256 market
    ) internal view returns (MarketState.Market storage m) {
        m = existing(markets, market);
        if (!m.has(MarketState.POOLED)) revert IMarkets.Markets_NoPool(market);
    }

    /// @notice Returns `market`, which must have a pool and neither be resolved nor closed.
    function trading(
        mapping(uint256 market => MarketState.Market) storage markets,
        uint256 market
    ) internal view returns (MarketState.Market storage m) {
        m = markets[market];
        (uint256 flags, uint256 closesAt) = (m.flags, m.closesAt);
        if (flags & (MarketState.POOLED | MarketState.RESOLVED) != MarketState.POOLED) {
            pooled(markets, market);
            revert IMarkets.Markets_AlreadyResolved(market);
        }
        if (block.timestamp >= closesAt) revert IMarkets.Markets_Closed(market, closesAt);
    }

    /// @notice Returns the market whose token is the asset of `m`, which is nested.
    function parentOf(
        mapping(uint256 market => MarketState.Market) storage markets,
        MarketState.Market storage m
    ) internal view returns (MarketState.Market storage) {
        return markets[OutcomeId.marketOf(m.assetId)];
    }
}
