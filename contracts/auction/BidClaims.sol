// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IOpeningAuction} from "../interfaces/IOpeningAuction.sol";
import {Weights} from "../shared/Weights.sol";
import {AuctionState} from "./AuctionState.sol";
import {Bids} from "./Bids.sol";

/// @title What a bid gets: its LONGs and the rest of its deposit, or the deposit back (OA-7, OA-8, OA-12)
abstract contract BidClaims is AuctionState {
    /// @inheritdoc IOpeningAuction
    function claim(
        uint256 market,
        uint256[] calldata weights,
        address receiver
    ) external nonReentrant returns (uint256[] memory ids, uint256[] memory amounts, uint256 rest) {
        Auction storage a = _auctions[market];
        _requirePhase(a, market, Phase.Opened);
        Bid memory bid = _bidOf(market);
        if (!bid.revealed) revert OpeningAuction_NotRevealed(market, msg.sender);
        bytes memory packed = _pack(a, weights);
        bytes32 given = keccak256(packed);
        if (given != bid.commitment) revert OpeningAuction_WrongWeights(market, msg.sender, bid.commitment, given);

        uint256 size;
        (ids, amounts, size) = _longsOf(a, market, Weights.load(a.rates), packed, bid.budget);
        rest = bid.deposit - size - Bids.forfeitOf(bid.deposit, size);
        delete _bids[market][msg.sender];
        emit BidClaimed(market, msg.sender, receiver, rest);

        MARKETS.transferBatch(receiver, ids, amounts);
        _pay(a, receiver, rest);
    }

    /// @inheritdoc IOpeningAuction
    function withdraw(uint256 market, address receiver) external nonReentrant returns (uint256 amount) {
        Auction storage a = _auctions[market];
        Phase phase = _phaseOf(a, market);
        if (phase != Phase.Opened && phase != Phase.Void) revert OpeningAuction_WrongPhase(market, phase);
        Bid memory bid = _bidOf(market);
        if (phase == Phase.Opened && bid.revealed) revert OpeningAuction_Revealed(market, msg.sender);

        amount = phase == Phase.Void || a.revealed == 0 ? bid.deposit : bid.deposit / 2;
        delete _bids[market][msg.sender];
        emit DepositWithdrawn(market, msg.sender, receiver, amount);
        _pay(a, receiver, amount);
    }

    function _bidOf(uint256 market) private view returns (Bid memory bid) {
        bid = _bids[market][msg.sender];
        if (bid.deposit == 0) revert OpeningAuction_NoBid(market, msg.sender);
    }
}
