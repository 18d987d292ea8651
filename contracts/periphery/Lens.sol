// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {ILens} from "../interfaces/ILens.sol";
import {IMarkets} from "../interfaces/IMarkets.sol";
import {OutcomeId} from "../markets/OutcomeId.sol";

/// @title A whole market in one call
contract Lens is ILens {
    IMarkets public immutable MARKETS;

    constructor(IMarkets markets) {
        MARKETS = markets;
    }

    /// @inheritdoc ILens
    function getSnapshot(uint256 market, address account) external view returns (Snapshot memory s) {
        s.market = MARKETS.getMarket(market);
        if (s.market.outcomes == 0) revert Lens_UnknownMarket(market);
        s.baseAsset = _baseAsset(s.market);
        s.decimals = MARKETS.decimals(market);
        if (s.market.pooled) {
            s.pool = MARKETS.getPool(market);
            s.outcomes = MARKETS.getOutcomes(market);
            s.twap = MARKETS.getTwap(market);
        }
        if (s.market.resolved) s.payouts = MARKETS.getPayouts(market);
        _readAccount(s, market, account);
    }

    function _readAccount(Snapshot memory s, uint256 market, address account) private view {
        uint256 outcomes = s.market.outcomes;
        s.longs = new uint256[](outcomes);
        s.shorts = new uint256[](outcomes);
        for (uint256 j; j < outcomes; ++j) {
            s.longs[j] = MARKETS.balanceOf(account, OutcomeId.outcomeId(market, outcomes, j, false));
            s.shorts[j] = MARKETS.balanceOf(account, OutcomeId.outcomeId(market, outcomes, j, true));
        }
        s.shares = MARKETS.balanceOf(account, market | OutcomeId.SHARES);
        s.foundingShares = MARKETS.balanceOf(account, market | OutcomeId.FOUNDING_SHARES);
        if (s.market.asset == address(MARKETS)) {
            s.assets = MARKETS.balanceOf(account, s.market.assetId);
            s.allowance = type(uint256).max;
        } else {
            s.assets = IERC20(s.market.asset).balanceOf(account);
            s.allowance = IERC20(s.market.asset).allowance(account, address(MARKETS));
        }
    }

    function _baseAsset(IMarkets.MarketView memory market) private view returns (address) {
        while (market.asset == address(MARKETS)) {
            market = MARKETS.getMarket(OutcomeId.marketOf(market.assetId));
        }
        return market.asset;
    }
}
