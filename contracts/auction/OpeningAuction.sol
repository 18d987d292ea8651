// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";

import {IMarkets} from "../interfaces/IMarkets.sol";
import {IOpeningAuction} from "../interfaces/IOpeningAuction.sol";
import {Permits} from "../shared/Permits.sol";
import {AuctionState} from "./AuctionState.sol";
import {BidClaims} from "./BidClaims.sol";
import {Bidding} from "./Bidding.sol";
import {Clearing} from "./Clearing.sol";
import {Sponsorship} from "./Sponsorship.sol";

/// @title OpeningAuction
/// @notice See {IOpeningAuction}, which has the rules and the documentation.
/// @dev A {Sponsorship} before, {Bidding} in between, {Clearing}, and {BidClaims} after it, over one {AuctionState}. It
/// has no privilege in {IMarkets}: it is the opener of its markets, splits full sets as anybody can, and transfers
/// them. The arithmetic of bids is in {Bids}.
contract OpeningAuction is Sponsorship, Bidding, Clearing, BidClaims, Multicall {
    constructor(IMarkets markets) AuctionState(markets) {}

    /// @inheritdoc IOpeningAuction
    function permit(address token, uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external {
        if (token.code.length == 0) revert IMarkets.Markets_PermitFailed(token, 0, amount);
        uint256 allowance = Permits.permit(token, amount, deadline, v, r, s);
        if (allowance < amount) revert IMarkets.Markets_PermitFailed(token, allowance, amount);
    }

    /// @inheritdoc IOpeningAuction
    function getAuction(uint256 market) external view returns (AuctionView memory v) {
        Auction storage a = _auctions[market];
        v.phase = _phaseOf(a, market);
        v.sponsor = a.sponsor;
        v.asset = a.asset;
        v.assetId = a.assetId;
        v.b = a.b;
        v.budget = a.budget;
        v.revealsAt = a.revealsAt;
        v.opensAt = a.opensAt;
        v.closesAt = a.closesAt;
        v.deposits = a.deposits;
        v.revealed = a.revealed;
        v.sets = a.sets;
        v.forfeits = a.forfeits;
    }

    /// @inheritdoc IOpeningAuction
    function phaseOf(uint256 market) external view returns (Phase) {
        return _phaseOf(_auctions[market], market);
    }
}
