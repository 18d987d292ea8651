// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IMarkets} from "../../contracts/interfaces/IMarkets.sol";
import {IOpeningAuction} from "../../contracts/interfaces/IOpeningAuction.sol";
import {Bids} from "../../contracts/auction/Bids.sol";
import {Lmsr} from "../../contracts/markets/Lmsr.sol";
import {Weights} from "../../contracts/shared/Weights.sol";
import {TestToken} from "../../contracts/mocks/TestToken.sol";
import {InvariantTest, deploy} from "../utils/Cheats.sol";
import {AuctionHandler} from "./handlers/AuctionHandler.sol";

/// @notice The rules of {IOpeningAuction} that must hold whatever is done, in whatever order: in auctions over money
/// and over each other's tokens at once.
contract OpeningAuctionInvariants is InvariantTest {
    error AuctionInvariants_Broken(string rule, uint256 which, int256 expected, int256 actual);

    IMarkets private _markets;
    TestToken private _token;
    IOpeningAuction private _auction;
    AuctionHandler private _handler;

    function setUp() external {
        _markets = IMarkets(deploy("Markets", ""));
        _token = new TestToken("Money", "MNY", 6);
        _auction = IOpeningAuction(deploy("OpeningAuction", abi.encode(_markets)));
        _handler = new AuctionHandler(_markets, _auction, _token);
        _target(address(_handler));
    }

    /// @notice OA-2, OA-3, OA-5, OA-7, OA-9, OA-11, OA-12: what the handler saw, call by call.
    function invariant_everyCallByTheRules() external view {
        if (bytes(_handler.broken()).length != 0) revert AuctionInvariants_Broken(_handler.broken(), 0, 0, 0);
    }

    /// @notice OA-6: M_j and the prices are those of the plain sums.
    function invariant_OA6_prices() external view {
        for (uint256 which; which < 3; ++which) {
            uint256 market = _handler.marketAt(which);
            AuctionHandler.Ghost memory g = _handler.ghostAt(which);
            uint256[] memory money = _auction.moneyOf(market);
            uint256[] memory prices = _auction.pricesOf(market);
            uint256[] memory expected = Bids.bounded(
                g.revealed == 0 ? _handler.ratesAt(which) : Weights.normalise(g.money)
            );
            uint256 sum;
            for (uint256 j; j < money.length; ++j) {
                _equal("OA-6 money", which, g.money[j], money[j]);
                _equal("OA-6 price", which, expected[j], prices[j]);
                sum += prices[j];
            }
            _equal("OA-6 sum", which, 1e18, sum);
            if (g.cleared) _checkPool(which, market, prices);
        }
    }

    /// @notice OA-8: what was claimed is at most the sets. OA-10, OA-13: what is held came in and did not go out.
    function invariant_OA10_OA13_conservation() external view {
        uint256 money = _handler.donatedMoney() + _heldBy(0) + _heldBy(2);
        _equal("OA-10 money", 0, money, _token.balanceOf(address(_auction)));
        for (uint256 which; which < 3; ++which) {
            AuctionHandler.Ghost memory g = _handler.ghostAt(which);
            uint256 sets = g.cleared ? _handler.setsOf(which) : 0;
            for (uint256 j; j < g.claimed.length; ++j) {
                if (g.claimed[j] > sets) _revert("OA-8", which, sets, g.claimed[j]);
                uint256 held = sets - g.claimed[j];
                // LONG_1 of auction 0 is the asset of auction 1 too.
                if (which == 0) held += _handler.donatedLongs(j) + (j == 1 ? _heldBy(1) : 0);
                _equal("OA-13 longs", which, held, _markets.balanceOf(address(_auction), _handler.marketAt(which) | j));
            }
            _checkView(which, g, sets);
        }
    }

    /// @notice OA-4, OA-10: at the end all money is out but less than a unit a bid, and all LONGs but one a claim.
    function afterInvariant() external {
        _handler.finish();
        if (bytes(_handler.broken()).length != 0) revert AuctionInvariants_Broken(_handler.broken(), 9, 0, 0);
        for (uint256 which; which < 3; ++which) {
            AuctionHandler.Ghost memory g = _handler.ghostAt(which);
            bool void = _auction.phaseOf(_handler.marketAt(which)) == IOpeningAuction.Phase.Void;
            if (void == g.cleared) _revert("OA-2 end", which, 0, 1);
            uint256 dust = _heldBy(which);
            if (void ? dust != 0 : dust > g.claims) _revert("OA-10 dust", which, g.claims, dust);
            uint256 sets = void ? 0 : _handler.setsOf(which);
            for (uint256 j; j < g.claimed.length; ++j) {
                uint256 left = sets - g.claimed[j];
                if (left > g.claims + 1) _revert("OA-10 longs", which, g.claims, left);
            }
        }
    }

    /// @dev What an auction must still hold of its asset.
    function _heldBy(uint256 which) private view returns (uint256) {
        AuctionHandler.Ghost memory g = _handler.ghostAt(which);
        return g.paidIn - g.paidOut - (g.cleared ? _handler.setsOf(which) + g.funding : 0);
    }

    function _checkView(uint256 which, AuctionHandler.Ghost memory g, uint256 sets) private view {
        IOpeningAuction.AuctionView memory a = _auction.getAuction(_handler.marketAt(which));
        _equal("deposits", which, g.deposits, a.deposits);
        _equal("revealed", which, g.revealed, a.revealed);
        _equal("sets", which, sets, a.sets);
    }

    /// @dev MK-10, MK-12: nobody trades here, so that the pool is as the auction opened it.
    function _checkPool(uint256 which, uint256 market, uint256[] memory prices) private view {
        IMarkets.PoolView memory pool = _markets.getPool(market);
        IMarkets.OutcomeView[] memory views = _markets.getOutcomes(market);
        _equal("b", which, _handler.liquidityAt(which), pool.b);
        for (uint256 j; j < prices.length; ++j) {
            _equal("MK-10 opening", which, prices[j], views[j].openingPrice);
            int256 backed = (pool.cash - views[j].sold) * 1e18 + int256(pool.b) * (Lmsr.ln(prices[j]) - 1);
            if (backed < 0) revert AuctionInvariants_Broken("MK-12", which, 0, backed);
        }
        uint256 most = (pool.b * 1152) / 100;
        if (uint256(pool.cash) > most) _revert("OA-11 cost", which, most, uint256(pool.cash));
    }

    function _equal(string memory rule, uint256 which, uint256 expected, uint256 actual) private pure {
        if (expected != actual) _revert(rule, which, expected, actual);
    }

    function _revert(string memory rule, uint256 which, uint256 expected, uint256 actual) private pure {
        revert AuctionInvariants_Broken(rule, which, int256(expected), int256(actual));
    }
}
