// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IMarkets} from "../interfaces/IMarkets.sol";
import {IOpening} from "../interfaces/IOpening.sol";
import {IOpeningAuction} from "../interfaces/IOpeningAuction.sol";
import {Bids} from "./Bids.sol";
import {MIN_LIQUIDITY, WAD} from "../shared/Limits.sol";
import {MeasuredPull} from "../shared/MeasuredPull.sol";
import {Weights} from "../shared/Weights.sol";
import {Permits} from "../shared/Permits.sol";

/// @title OpeningAuction
/// @notice See {IOpeningAuction}, which has the rules and the documentation.
/// @dev It has no privilege in {IMarkets}: it is the opener of its markets, splits full sets as anybody can, and
/// transfers them. The arithmetic of bids is in {Bids}.
contract OpeningAuction is IOpeningAuction, ReentrancyGuardTransient, Multicall {
    using MeasuredPull for IERC20;
    using SafeCast for uint256;
    using SafeERC20 for IERC20;

    /// @dev The slots decide the gas: a commitment reads slots 0 and 1 and writes 0.
    struct Auction {
        // Slot 0
        address asset;
        uint96 deposits;
        // Slot 1
        uint40 revealsAt;
        uint40 opensAt;
        uint40 closesAt;
        uint16 outcomes;
        bool opened;
        uint96 revealed;
        // Slot 2
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
        // M_j but for the sponsor's part.
        Bids.Sums money;
    }

    /// @dev `commitment` becomes the hash of the weights when the bid is revealed.
    struct Bid {
        bytes32 commitment;
        uint96 deposit;
        uint96 budget;
        bool revealed;
    }

    /* CONSTANTS */

    /// @dev What the sponsor gives for a pool with b = 1: its bid, and the most that opening at 1e-5 of the scaled
    /// prices can cost, ln(1e5 (1 + 256e-5)) = 11.5155, rounded up.
    uint256 private constant COST = 12.52e18;
    /// @dev For the sponsor and for all bidders: together they stay below what a market holds.
    uint256 private constant MAX_MONEY = type(uint96).max / 2;

    /// @inheritdoc IOpeningAuction
    IMarkets public immutable MARKETS;

    /* STORAGE */

    mapping(uint256 market => Auction) private _auctions;
    mapping(uint256 market => mapping(address bidder => Bid)) private _bids;

    constructor(IMarkets markets) {
        MARKETS = markets;
    }

    /* SPONSOR */

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
        if (opensAt <= block.timestamp || opensAt >= m.closesAt) {
            revert OpeningAuction_InvalidOpening(opensAt, m.closesAt);
        }
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

        _take(a, budget);
    }

    /// @dev The market, if the caller created it with this contract as its opener. Its id is a hash of both.
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

    /// @dev Whatever is found wrong here could not be put right later. Returns the prices, packed.
    function _checkSponsor(
        uint256[] calldata prices,
        uint256 b,
        uint256 budget
    ) private pure returns (bytes memory packed) {
        if (b < MIN_LIQUIDITY) revert OpeningAuction_LiquidityTooLow(b, MIN_LIQUIDITY);
        if (budget > MAX_MONEY) revert OpeningAuction_TooMuchMoney(budget, MAX_MONEY);
        if (b > budget || budget * WAD < b * COST) {
            revert OpeningAuction_BudgetTooSmall(budget, b > MAX_MONEY ? b : (b * COST + WAD - 1) / WAD);
        }
        uint256 least;
        (packed, least) = _packWeights(prices);
        if (b * least >= WAD) return packed;
        for (uint256 j; j < prices.length; ++j) {
            if (prices[j] == least) revert OpeningAuction_PriceTooLow(j, least, (WAD + b - 1) / b);
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

    /* BIDS */

    /// @inheritdoc IOpeningAuction
    function commit(uint256 market, bytes32 commitment, uint256 amount) external nonReentrant {
        Auction storage a = _auctions[market];
        _requirePhase(a, market, Phase.Committing);
        if (commitment == 0) revert OpeningAuction_EmptyCommitment(market);
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
        emit BidCommitted(market, msg.sender, commitment, deposit);

        if (amount != 0) _take(a, amount);
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
        _requirePhase(a, market, Phase.Revealing);
        Bid storage bid = _bids[market][bidder];
        uint256 deposit = bid.deposit;
        if (deposit == 0) revert OpeningAuction_NoBid(market, bidder);
        if (bid.revealed) revert OpeningAuction_Revealed(market, bidder);

        bytes memory packed = _pack(a, weights);
        bytes32 given = _commitmentOf(market, bidder, budget, packed, salt);
        if (given != bid.commitment) revert OpeningAuction_WrongOpening(market, bidder, bid.commitment, given);
        if (budget > deposit) revert OpeningAuction_BudgetAboveDeposit(budget, deposit);

        bid.commitment = keccak256(packed);
        bid.budget = uint96(budget);
        bid.revealed = true;
        a.revealed += uint96(deposit);
        size = Bids.add(a.money, packed, budget);
        emit BidRevealed(market, bidder, budget, size, packed);
    }

    /// @inheritdoc IOpeningAuction
    function clear(uint256 market) external nonReentrant returns (uint256 funding) {
        Auction storage a = _auctions[market];
        _requirePhase(a, market, Phase.Clearing);
        uint256 b = a.b;
        bytes memory rates = Weights.load(a.rates);
        (uint256[] memory money, uint256 total, uint256 own) = Bids.moneyOf(a.money, rates, b);
        uint256 unrevealed = a.deposits - a.revealed;
        uint256 forfeits = unrevealed - unrevealed / 2;
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

        (ids, amounts, rest) = _longsOf(a, market, Weights.load(a.rates), packed, bid.budget);
        rest = bid.deposit - rest;
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

        amount = phase == Phase.Void ? bid.deposit : bid.deposit / 2;
        delete _bids[market][msg.sender];
        emit DepositWithdrawn(market, msg.sender, receiver, amount);
        _pay(a, receiver, amount);
    }

    /// @inheritdoc IOpeningAuction
    function permit(address token, uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external {
        if (token.code.length == 0) revert IMarkets.Markets_PermitFailed(token, 0, amount);
        uint256 allowance = Permits.permit(token, amount, deadline, v, r, s);
        if (allowance < amount) revert IMarkets.Markets_PermitFailed(token, allowance, amount);
    }

    /* VIEWS */

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
    function getBid(uint256 market, address bidder) external view returns (BidView memory) {
        Bid storage bid = _bids[market][bidder];
        return BidView(bid.commitment, bid.deposit, bid.budget, bid.revealed);
    }

    /// @inheritdoc IOpeningAuction
    function phaseOf(uint256 market) external view returns (Phase) {
        return _phaseOf(_auctions[market], market);
    }

    /// @inheritdoc IOpeningAuction
    function moneyOf(uint256 market) external view returns (uint256[] memory money) {
        Auction storage a = _prepared(market);
        (money, , ) = Bids.moneyOf(a.money, Weights.load(a.rates), a.b);
    }

    /// @inheritdoc IOpeningAuction
    function pricesOf(uint256 market) external view returns (uint256[] memory) {
        Auction storage a = _prepared(market);
        bytes memory rates = Weights.load(a.rates);
        (uint256[] memory money, uint256 total, ) = Bids.moneyOf(a.money, rates, a.b);
        return _pricesOf(a, rates, money, total);
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

    /* PRIVATE */

    function _prepared(uint256 market) private view returns (Auction storage a) {
        a = _auctions[market];
        if (a.sponsor == address(0)) revert OpeningAuction_WrongPhase(market, Phase.None);
    }

    function _bidOf(uint256 market) private view returns (Bid memory bid) {
        bid = _bids[market][msg.sender];
        if (bid.deposit == 0) revert OpeningAuction_NoBid(market, msg.sender);
    }

    function _requirePhase(Auction storage a, uint256 market, Phase expected) private view {
        Phase phase = _phaseOf(a, market);
        if (phase != expected) revert OpeningAuction_WrongPhase(market, phase);
    }

    /// @dev Void is for ever: neither a closed nor a resolved market comes back.
    function _phaseOf(Auction storage a, uint256 market) private view returns (Phase) {
        if (a.opensAt == 0) return Phase.None;
        if (a.opened) return Phase.Opened;
        if (block.timestamp < a.revealsAt) return Phase.Committing;
        if (block.timestamp < a.opensAt) return Phase.Revealing;
        if (block.timestamp >= a.closesAt || MARKETS.getMarket(market).resolved) return Phase.Void;
        return Phase.Clearing;
    }

    function _pack(Auction storage a, uint256[] calldata weights) private view returns (bytes memory packed) {
        if (weights.length != a.outcomes) revert OpeningAuction_WrongLength(a.outcomes, weights.length);
        (packed, ) = _packWeights(weights);
    }

    function _packWeights(uint256[] calldata weights) private pure returns (bytes memory packed, uint256 least) {
        uint256 sum;
        (packed, sum, least) = Weights.packAndSum(weights);
        if (sum != WAD) revert IMarkets.Markets_InvalidSum(sum);
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

    /// @dev LONGs of a bid of `budget` on `weights`, and its size.
    function _longsOf(
        Auction storage a,
        uint256 market,
        bytes memory rates,
        bytes memory weights,
        uint256 budget
    ) private view returns (uint256[] memory ids, uint256[] memory amounts, uint256 size) {
        return Bids.longsOf(a.money, rates, a.b, a.sets, market, weights, budget);
    }

    function _pricesOf(
        Auction storage a,
        bytes memory rates,
        uint256[] memory money,
        uint256 total
    ) private view returns (uint256[] memory) {
        // To the last bit the base rates if nobody bid: b of few units would round them.
        return Bids.bounded(a.revealed == 0 ? Weights.unpack(rates) : Weights.normalise(money, total));
    }

    function _take(Auction storage a, uint256 amount) private {
        address asset = a.asset;
        if (asset == address(MARKETS)) {
            MARKETS.transferFrom(msg.sender, address(this), a.assetId, amount);
            return;
        }
        uint256 received = IERC20(asset).pullMeasured(amount);
        if (received < amount) revert OpeningAuction_NotReceived(asset, amount, received);
    }

    function _pay(Auction storage a, address receiver, uint256 amount) private {
        if (amount == 0) return; // some tokens refuse to transfer nothing
        address asset = a.asset;
        if (asset == address(MARKETS)) MARKETS.transfer(receiver, a.assetId, amount);
        else IERC20(asset).safeTransfer(receiver, amount);
    }
}
