// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IMarkets} from "../interfaces/IMarkets.sol";
import {IOpening} from "../interfaces/IOpening.sol";
import {WAD} from "../shared/Limits.sol";
import {RoundedMath} from "../shared/RoundedMath.sol";
import {Weights} from "../shared/Weights.sol";
import {AuctionState} from "./AuctionState.sol";

/// @title The sponsor of an auction: what it gives before, and gets back after (OA-1, OA-11)
abstract contract Sponsorship is AuctionState {
    /// @dev This is what the sponsor gives for a pool with b = 1: its bid, and the most that opening at 1e-5 of the
    /// scaled prices can cost, ln(1e5 (1 + 256e-5)) = 11.5155, rounded up.
    uint256 private constant COST = 12.52e18;
    /// @dev What rounds floor their base rates at, 1e-5, after scaling them to sum to 1 again.
    uint256 private constant MIN_RATE = 0.99e13;
    /// @dev The least b with which the sponsor's bid holds a unit at MIN_RATE.
    uint256 private constant MIN_B = 101_011;

    /// @inheritdoc IOpening
    uint256 public constant MIN_OPENING = 2 hours;

    /// @inheritdoc IOpening
    function prepare(
        uint256 market,
        bytes32 context,
        uint256[] calldata prices,
        uint256 b,
        uint256 budget,
        uint256 opensAt
    ) external nonReentrant {
        Auction storage a = _auctions[market];
        if (a.sponsor != address(0)) revert OpeningAuction_Exists(market);
        IMarkets.MarketView memory m = _marketOf(market, context);
        uint256 earliest = block.timestamp + MIN_OPENING;
        if (opensAt < earliest) revert OpeningAuction_OpensTooSoon(opensAt, earliest);
        if (opensAt >= m.closesAt) revert OpeningAuction_OpensTooLate(opensAt, m.closesAt);
        if (prices.length != m.outcomes) revert OpeningAuction_WrongLength(m.outcomes, prices.length);
        bytes memory packed = _checkSponsor(prices, b, budget);

        a.asset = m.asset;
        // `closesAt` is a uint40 and all times are before it; {_checkSponsor} bounds b and the budget.
        a.revealsAt = uint40((block.timestamp + opensAt) / 2);
        a.opensAt = uint40(opensAt);
        a.closesAt = m.closesAt;
        a.outcomes = m.outcomes;
        a.sponsor = msg.sender;
        a.budget = uint96(budget); // at most MAX_MONEY
        a.rates = Weights.store(packed);
        a.b = uint96(b); // at most the budget
        if (m.assetId != 0) a.assetId = m.assetId;
        emit AuctionPrepared(market, msg.sender, b, budget, a.revealsAt, opensAt, packed);

        _pull(a, budget);
    }

    /// @dev Returns the market, if the caller created it with this contract as its opener: its id is a hash of both.
    function _marketOf(uint256 market, bytes32 context) private view returns (IMarkets.MarketView memory m) {
        m = MARKETS.getMarket(market);
        IMarkets.MarketParams memory params = IMarkets.MarketParams({
            asset: m.asset,
            assetId: m.assetId,
            resolver: m.resolver,
            opener: address(this),
            outcomes: m.outcomes,
            closesAt: m.closesAt,
            twapWindow: m.twapWindow,
            feeRate: m.feeRate,
            alpha: m.alpha,
            context: context
        });
        if (m.outcomes == 0 || MARKETS.computeMarket(msg.sender, params) != market) {
            revert OpeningAuction_NotCreator(market, msg.sender, context);
        }
    }

    /// @dev Refuses what could not be put right later, and returns the prices, packed.
    function _checkSponsor(
        uint256[] calldata prices,
        uint256 b,
        uint256 budget
    ) private pure returns (bytes memory packed) {
        if (b < MIN_B) revert OpeningAuction_LiquidityTooLow(b, MIN_B);
        if (budget > MAX_MONEY) revert OpeningAuction_TooMuchMoney(budget, MAX_MONEY);
        if (b > budget || budget * WAD < b * COST) {
            revert OpeningAuction_BudgetTooSmall(budget, b > MAX_MONEY ? b : RoundedMath.divUp(b * COST, WAD));
        }
        uint256 least;
        (packed, least) = _packWeights(prices);
        if (least >= MIN_RATE) return packed;
        for (uint256 j; j < prices.length; ++j) {
            if (prices[j] == least) revert OpeningAuction_PriceTooLow(j, least, MIN_RATE);
        }
    }

    /// @inheritdoc IOpening
    function refund(uint256 market) external nonReentrant returns (uint256 amount) {
        Auction storage a = _auctions[market];
        if (msg.sender != a.sponsor) return 0;
        bool opened = a.opened;
        if (!opened && _phaseOf(a, market) != Phase.Void) return 0;

        amount = a.budget;
        a.budget = 0;
        bool redeeming = opened && !a.redeemed && MARKETS.getMarket(market).resolved;
        if (redeeming) a.redeemed = true;

        _pay(a, msg.sender, amount);
        if (redeeming) amount += _redeemSponsor(a, market);
        if (amount != 0) emit SponsorRefunded(market, msg.sender, amount);
    }

    /// @dev Redeems the LONGs of the sponsor's bid for it.
    function _redeemSponsor(Auction storage a, uint256 market) private returns (uint256) {
        bytes memory rates = Weights.load(a.rates);
        (uint256[] memory ids, uint256[] memory amounts, ) = _longsOf(a, market, rates, rates, a.b);
        return MARKETS.redeem(ids, amounts, msg.sender)[0];
    }
}
