// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IOpeningAuction} from "../interfaces/IOpeningAuction.sol";
import {Weights} from "../shared/Weights.sol";
import {AuctionState} from "./AuctionState.sol";
import {Bids} from "./Bids.sol";

/// @title The price that all bids make, and the pool that opens at it (OA-6, OA-9)
abstract contract Clearing is AuctionState {
    using SafeERC20 for IERC20;

    /// @inheritdoc IOpeningAuction
    function clear(uint256 market) external nonReentrant returns (uint256 funding) {
        Auction storage a = _auctions[market];
        if (a.opened) return 0;
        _requirePhase(a, market, Phase.Clearing);
        uint256 b = a.b;
        bytes memory rates = Weights.load(a.rates);
        (uint256[] memory money, uint256 total, uint256 own) = Bids.moneyOf(a.money, rates, b);
        uint256 forfeits = _forfeitsOf(a);
        uint256 sets = total + forfeits;

        a.opened = true;
        // Sets are at most what sponsor and bidders paid in, twice MAX_MONEY.
        a.sets = uint96(sets);
        a.forfeits = uint96(forfeits); // part of the sets
        emit AuctionCleared(market, total, forfeits);

        // Nothing can come in between: every function that moves money shares one guard, here and in the markets.
        bool isToken = a.asset != address(MARKETS);
        uint256 budget = a.budget - own;
        if (isToken) IERC20(a.asset).forceApprove(address(MARKETS), budget + sets);
        funding = MARKETS.openPool(market, _pricesOf(a, rates, money, total), b, a.sponsor);
        MARKETS.split(market, sets, address(this));
        if (isToken) IERC20(a.asset).forceApprove(address(MARKETS), 0);
        a.budget = uint96(budget - funding); // part of the budget
    }

    /// @inheritdoc IOpeningAuction
    function moneyOf(uint256 market) external view returns (uint256[] memory money) {
        Auction storage a = _existing(market);
        (money, , ) = Bids.moneyOf(a.money, Weights.load(a.rates), a.b);
    }

    /// @inheritdoc IOpeningAuction
    function pricesOf(uint256 market) external view returns (uint256[] memory) {
        Auction storage a = _existing(market);
        bytes memory rates = Weights.load(a.rates);
        (uint256[] memory money, uint256 total, ) = Bids.moneyOf(a.money, rates, a.b);
        return _pricesOf(a, rates, money, total);
    }

    /// @dev Of bids that were revealed, and of those that were not if any was.
    function _forfeitsOf(Auction storage a) private view returns (uint256) {
        uint256 revealed = a.revealed;
        if (revealed == 0) return 0;
        uint256 unrevealed = a.deposits - revealed;
        return a.forfeits + unrevealed - unrevealed / 2;
    }

    function _pricesOf(
        Auction storage a,
        bytes memory rates,
        uint256[] memory money,
        uint256 total
    ) private view returns (uint256[] memory) {
        // If nobody bid they are the base rates to the last bit: b of few units would round them.
        return Bids.bounded(a.revealed == 0 ? Weights.unpack(rates) : Weights.normalise(money, total));
    }
}
