// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IMarkets} from "../interfaces/IMarkets.sol";
import {IOpeningAuction} from "../interfaces/IOpeningAuction.sol";
import {WAD} from "../shared/Limits.sol";
import {MeasuredTransfers} from "../shared/MeasuredTransfers.sol";
import {Weights} from "../shared/Weights.sol";
import {Bids} from "./Bids.sol";

/// @title What is stored of auctions and bids, the phases, and the money of an auction
abstract contract AuctionState is IOpeningAuction, ReentrancyGuardTransient {
    using MeasuredTransfers for IERC20;
    using SafeERC20 for IERC20;

    /// @dev The slots decide the gas: a commitment reads slots 0 and 1 and writes 0.
    struct Auction {
        // Slot 0: what a commitment writes.
        address asset;
        uint96 deposits;
        // Slot 1: what the phase follows from.
        uint40 revealsAt;
        uint40 opensAt;
        uint40 closesAt;
        uint16 outcomes;
        bool opened;
        uint96 revealed;
        // Slot 2: what the sponsor has left here.
        address sponsor;
        uint96 budget;
        // Slot 3: where the base rates are.
        address rates;
        uint96 b;
        // Slot 4: 0 for an ERC-20.
        uint256 assetId;
        // Slot 5: written by clearing.
        uint96 sets;
        uint96 forfeits;
        bool redeemed;
        // From slot 6: what all bids put on each outcome, M_j but for the sponsor's part.
        Bids.Sums money;
    }

    /// @dev `commitment` becomes the hash of the weights when the bid is revealed.
    struct Bid {
        bytes32 commitment;
        uint96 deposit;
        uint96 budget;
        bool revealed;
    }

    /* CONSTANTS AND IMMUTABLES */

    /// @dev It bounds what the sponsor gives, and what all bidders do: together they stay below what a market holds.
    uint256 internal constant MAX_MONEY = type(uint96).max / 2;

    /// @inheritdoc IOpeningAuction
    IMarkets public immutable MARKETS;

    /* STORAGE */

    mapping(uint256 market => Auction) internal _auctions;
    mapping(uint256 market => mapping(address bidder => Bid)) internal _bids;

    constructor(IMarkets markets) {
        MARKETS = markets;
    }

    /* PHASES */

    function _requirePhase(Auction storage a, uint256 market, Phase expected) internal view {
        Phase phase = _phaseOf(a, market);
        if (phase != expected) revert OpeningAuction_WrongPhase(market, phase);
    }

    /// @dev Void is for ever: neither a closed nor a resolved market comes back.
    function _phaseOf(Auction storage a, uint256 market) internal view returns (Phase) {
        if (a.opensAt == 0) return Phase.None;
        if (a.opened) return Phase.Opened;
        if (block.timestamp < a.revealsAt) return Phase.Committing;
        if (block.timestamp < a.opensAt) return Phase.Revealing;
        if (block.timestamp >= a.closesAt || MARKETS.getMarket(market).resolved) return Phase.Void;
        return Phase.Clearing;
    }

    /// @dev Returns the auction of `market`, which was prepared.
    function _existing(uint256 market) internal view returns (Auction storage a) {
        a = _auctions[market];
        if (a.sponsor == address(0)) revert OpeningAuction_WrongPhase(market, Phase.None);
    }

    /* WEIGHTS */

    function _pack(Auction storage a, uint256[] calldata weights) internal view returns (bytes memory packed) {
        if (weights.length != a.outcomes) revert OpeningAuction_WrongLength(a.outcomes, weights.length);
        (packed, ) = _packWeights(weights);
    }

    function _packWeights(uint256[] calldata weights) internal pure returns (bytes memory packed, uint256 least) {
        uint256 sum;
        (packed, sum, least) = Weights.packAndSum(weights);
        if (sum != WAD) revert IMarkets.Markets_InvalidSum(sum);
    }

    /// @dev Returns the LONGs of a bid of `budget` on `weights`, and its size.
    function _longsOf(
        Auction storage a,
        uint256 market,
        bytes memory rates,
        bytes memory weights,
        uint256 budget
    ) internal view returns (uint256[] memory ids, uint256[] memory amounts, uint256 size) {
        return Bids.longsOf(a.money, rates, a.b, a.sets, market, weights, budget);
    }

    /* MONEY */

    /// @dev Pulls `amount` of the asset from the caller; it arrives in full or the call reverts.
    function _pull(Auction storage a, uint256 amount) internal {
        address asset = a.asset;
        if (asset == address(MARKETS)) {
            MARKETS.transferFrom(msg.sender, address(this), a.assetId, amount);
            return;
        }
        uint256 received = IERC20(asset).pullMeasured(amount);
        if (received < amount) revert OpeningAuction_NotReceived(asset, amount, received);
    }

    /// @dev Pays `amount` of the asset to `receiver`.
    function _pay(Auction storage a, address receiver, uint256 amount) internal {
        if (amount == 0) return; // some tokens refuse to transfer nothing
        address asset = a.asset;
        if (asset == address(MARKETS)) MARKETS.transfer(receiver, a.assetId, amount);
        else IERC20(asset).safeTransfer(receiver, amount);
    }
}
