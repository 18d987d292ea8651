// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IOpeningAuction} from "../interfaces/IOpeningAuction.sol";
import {AuctionState} from "./AuctionState.sol";
import {Bids} from "./Bids.sol";

/// @title Sealed bids: committed unseen, then revealed (OA-3, OA-4, OA-5)
abstract contract Bidding is AuctionState {
    /// @dev A vector of 256 weights and what an encryption adds.
    uint256 private constant MAX_NOTE = 4096;

    /// @inheritdoc IOpeningAuction
    function commit(uint256 market, bytes32 commitment, uint256 amount, bytes calldata note) external nonReentrant {
        Auction storage a = _auctions[market];
        _requirePhase(a, market, Phase.Committing);
        if (commitment == 0) revert OpeningAuction_EmptyCommitment(market);
        if (note.length > MAX_NOTE) revert OpeningAuction_NoteTooLong(note.length, MAX_NOTE);
        Bid storage bid = _bids[market][msg.sender];
        uint256 total = a.deposits;
        if (amount > MAX_MONEY - total) revert OpeningAuction_TooMuchMoney(amount, MAX_MONEY - total);
        uint256 deposit = bid.deposit + amount;
        if (deposit == 0) revert OpeningAuction_NoDeposit(market, msg.sender);

        if (amount != 0) {
            // All deposits together are at most MAX_MONEY.
            a.deposits = uint96(total + amount);
            bid.deposit = uint96(deposit); // one of them
        }
        bid.commitment = commitment;
        emit BidCommitted(market, msg.sender, commitment, deposit, note);

        if (amount != 0) _pull(a, amount);
    }

    /// @inheritdoc IOpeningAuction
    function reveal(
        uint256 market,
        address bidder,
        uint256 budget,
        uint256[] calldata weights,
        bytes32 salt
    ) external returns (uint256 size) {
        Auction storage a = _auctions[market];
        Bid storage bid = _bids[market][bidder];
        if (bid.revealed) return _sizeOfRevealed(a, market, bidder, budget, weights);
        _requirePhase(a, market, Phase.Revealing);
        uint256 deposit = bid.deposit;
        if (deposit == 0) revert OpeningAuction_NoBid(market, bidder);

        bytes memory packed = _pack(a, weights);
        bytes32 given = _commitmentOf(market, bidder, budget, packed, salt);
        if (given != bid.commitment) revert OpeningAuction_WrongOpening(market, bidder, bid.commitment, given);
        if (budget > deposit) revert OpeningAuction_BudgetAboveDeposit(budget, deposit);

        bid.commitment = keccak256(packed);
        bid.budget = uint96(budget);
        bid.revealed = true;
        a.revealed += uint96(deposit);
        size = Bids.add(a.money, packed, budget);
        uint256 forfeit = Bids.forfeitOf(deposit, size);
        if (forfeit != 0) a.forfeits += uint96(forfeit); // all deposits are at most MAX_MONEY
        emit BidRevealed(market, bidder, budget, size, packed);
    }

    /// @dev Returns the size of a bid that was revealed as it is given.
    function _sizeOfRevealed(
        Auction storage a,
        uint256 market,
        address bidder,
        uint256 budget,
        uint256[] calldata weights
    ) private view returns (uint256) {
        Bid storage bid = _bids[market][bidder];
        bytes memory packed = _pack(a, weights);
        if (budget != bid.budget || keccak256(packed) != bid.commitment) revert OpeningAuction_Revealed(market, bidder);
        return Bids.sizeOf(packed, budget);
    }

    /// @inheritdoc IOpeningAuction
    function getBid(uint256 market, address bidder) external view returns (BidView memory) {
        Bid storage bid = _bids[market][bidder];
        return BidView(bid.commitment, bid.deposit, bid.budget, bid.revealed);
    }

    /// @inheritdoc IOpeningAuction
    function commitmentOf(
        uint256 market,
        address bidder,
        uint256 budget,
        uint256[] calldata weights,
        bytes32 salt
    ) external view returns (bytes32) {
        (bytes memory packed, ) = _packWeights(weights);
        return _commitmentOf(market, bidder, budget, packed, salt);
    }

    function _commitmentOf(
        uint256 market,
        address bidder,
        uint256 budget,
        bytes memory packed,
        bytes32 salt
    ) private view returns (bytes32) {
        return keccak256(abi.encode(block.chainid, address(this), market, bidder, budget, keccak256(packed), salt));
    }
}
