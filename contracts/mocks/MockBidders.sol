// SPDX-License-Identifier: MIT
// solhint-disable one-contract-per-file
pragma solidity 0.8.37;

import {IOpeningAuction} from "../interfaces/IOpeningAuction.sol";
import {TestToken} from "./TestToken.sol";

/// @notice For measuring: an account that commits to a bid while it is made.
contract MockBidder {
    constructor(IOpeningAuction auction, TestToken token, uint256 market, uint256 budget, uint256[] memory weights) {
        token.mint(address(this), budget);
        token.approve(address(auction), budget);
        auction.commit(market, auction.commitmentOf(market, address(this), budget, weights, 0), budget, "");
    }
}

/// @notice For measuring: as many bidders as it takes, a transaction for many of them.
contract MockBidders {
    IOpeningAuction private immutable AUCTION;
    TestToken private immutable TOKEN;
    address[] private _bidders;

    constructor(IOpeningAuction auction, TestToken token) {
        (AUCTION, TOKEN) = (auction, token);
    }

    function commit(uint256 market, uint256 count, uint256 budget, uint256[] calldata weights) external {
        for (uint256 i; i < count; ++i) {
            _bidders.push(address(new MockBidder(AUCTION, TOKEN, market, budget, weights)));
        }
    }

    function reveal(uint256 market, uint256 from, uint256 count, uint256 budget, uint256[] calldata weights) external {
        for (uint256 i = from; i < from + count; ++i) {
            AUCTION.reveal(market, _bidders[i], budget, weights, 0);
        }
    }
}
