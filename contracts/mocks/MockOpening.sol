// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IMarkets} from "../interfaces/IMarkets.sol";
import {IOpening} from "../interfaces/IOpening.sol";

/// @notice For tests: takes the budget, opens the pool when told, at prices that it is told, and gives the rest back.
contract MockOpening is IOpening {
    struct Prepared {
        address caller;
        uint256 b;
        uint256 left;
        uint256 opensAt;
    }

    uint256 public constant MIN_OPENING = 0;
    IMarkets private immutable MARKETS;
    mapping(uint256 market => Prepared) public preparedOf;

    constructor(IMarkets markets) {
        MARKETS = markets;
    }

    function prepare(uint256 market, bytes32, uint256[] calldata, uint256 b, uint256 budget, uint256 opensAt) external {
        IMarkets.MarketView memory view_ = MARKETS.getMarket(market);
        if (view_.assetId == 0) IERC20(view_.asset).transferFrom(msg.sender, address(this), budget);
        else MARKETS.transferFrom(msg.sender, address(this), view_.assetId, budget);
        preparedOf[market] = Prepared(msg.sender, b, budget, opensAt);
    }

    function open(uint256 market, uint256[] calldata prices) external {
        Prepared storage prepared = preparedOf[market];
        address asset = MARKETS.getMarket(market).asset;
        if (asset != address(MARKETS)) IERC20(asset).approve(address(MARKETS), prepared.left);
        prepared.left -= MARKETS.openPool(market, prices, prepared.b, prepared.caller);
    }

    function refund(uint256 market) external returns (uint256 amount) {
        Prepared storage prepared = preparedOf[market];
        amount = prepared.left;
        prepared.left = 0;
        IMarkets.MarketView memory view_ = MARKETS.getMarket(market);
        if (amount == 0) return 0;
        if (view_.assetId == 0) IERC20(view_.asset).transfer(msg.sender, amount);
        else MARKETS.transfer(msg.sender, view_.assetId, amount);
    }
}
