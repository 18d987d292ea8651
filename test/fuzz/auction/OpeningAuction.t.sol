// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IOpeningAuction} from "../../../contracts/interfaces/IOpeningAuction.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

import {IMarkets} from "../../../contracts/interfaces/IMarkets.sol";
import {FuzzTest, deploy, vm} from "../../utils/Cheats.sol";

/// @dev Whoever needs it has it: a thousand bidders need no minting and no approvals.
contract Money is ERC20 {
    constructor() ERC20("Money", "MNY") {}

    function transferFrom(address, address to, uint256 amount) public override returns (bool) {
        _mint(to, amount);
        return true;
    }
}

/// @notice Auctions of any size: gas does not grow with them, and a bid at the clearing price is neutral.
contract OpeningAuctionTest is FuzzTest {
    uint256 private constant WAD = 1e18;
    uint256 private constant OUTCOMES = 4;
    uint256 private constant CROWD = 1_000;
    uint256 private constant CHUNK = 20;
    uint256 private constant OPENING = 2 days;

    IMarkets private _markets;
    Money private _token;
    IOpeningAuction private _auction;

    function setUp() external {
        _markets = IMarkets(deploy("Markets", ""));
        _token = new Money();
        _auction = IOpeningAuction(deploy("OpeningAuction", abi.encode(_markets)));
    }

    function bidderAt(uint256 i) public pure returns (address) {
        return address(uint160(0xb1d000000 + i));
    }

    /* GAS */

    /// @dev OA-14. Two auctions that differ in nothing but the number of bidders, who bid the same money in the same
    /// shape together: the gas of clearing and of claiming is equal to the unit.
    function test_gasIsTheSameForAThousandBidders() external {
        uint256[] memory rates = _equalRates(OUTCOMES);
        uint256 small = _prepare(rates, 1e18, bytes32("small"));
        uint256 large = _prepare(rates, 1e18, bytes32("large"));
        uint256 warm = _prepare(rates, 1e18, bytes32("warm"));
        uint256[] memory weights = _weights(7, OUTCOMES);
        uint256 budget = 1e18;
        _commit(small, 0, budget * CROWD, weights);
        for (uint256 i; i < CROWD; i += CHUNK) this.commitAll(large, i, budget, weights);
        vm.warp(block.timestamp + OPENING / 2);
        _reveal(small, 0, budget * CROWD, weights);
        for (uint256 i; i < CROWD; i += CHUNK) this.revealAll(large, i, budget, weights);
        vm.warp(block.timestamp + OPENING);

        uint256[] memory ofSmall = _auction.moneyOf(small);
        uint256[] memory ofLarge = _auction.moneyOf(large);
        for (uint256 j; j < OUTCOMES; ++j) _eq("money", ofLarge[j], ofSmall[j]);
        // The first of all pays for slots that stay in use.
        this.gasOfClearing(warm);
        uint256 gasOfSmall = this.gasOfClearing(small);
        uint256 gasOfLarge = this.gasOfClearing(large);
        _eq("gas of clear", gasOfLarge, gasOfSmall);
        _eq("gas of claim", this.gasOfClaiming(large, weights), this.gasOfClaiming(small, weights));
        _eq("bidders", _auction.getAuction(large).deposits, budget * CROWD);
    }

    /// @dev A call of its own for every few bidders: its memory is given back.
    function commitAll(uint256 market, uint256 from, uint256 budget, uint256[] calldata weights) external {
        for (uint256 i = from; i < from + CHUNK; ++i) _commit(market, i, budget, weights);
    }

    function revealAll(uint256 market, uint256 from, uint256 budget, uint256[] calldata weights) external {
        for (uint256 i = from; i < from + CHUNK; ++i) _reveal(market, i, budget, weights);
    }

    function gasOfClearing(uint256 market) external returns (uint256) {
        // What is warm does not depend on which of the two is cleared first.
        _markets.getMarket(market);
        _auction.moneyOf(market);
        uint256 before = gasleft();
        _auction.clear(market);
        return before - gasleft();
    }

    function gasOfClaiming(uint256 market, uint256[] calldata weights) external returns (uint256) {
        address receiver = address(uint160(market >> 96));
        vm.prank(bidderAt(0));
        uint256 before = gasleft();
        _auction.claim(market, weights, receiver);
        return before - gasleft();
    }

    /* NEUTRALITY */

    /// @dev A bid on the clearing price of all others, rounded to weights, whatever its size and whatever happens: it
    /// gets back what it gave, but for its own rounding and that of the prices.
    function testFuzz_aBidAtTheClearingPriceIsNeutral(uint256 seed, uint256 outcomes) external {
        outcomes = _bound(outcomes, 2, 24);
        uint256 market = _prepare(
            _weights(_random(seed, 0), outcomes),
            _spread(_random(seed, 1), 1e12, 1e24),
            bytes32(seed)
        );
        uint256 others = 1 + (_random(seed, 2) % 3);
        // All others are known to the neutral bidder: it bids where they will clear.
        uint256[] memory expected = _auction.moneyOf(market);
        for (uint256 i; i < others; ++i) {
            uint256[] memory weights = _weights(_random(seed, 10 + i), outcomes);
            uint256 budget = _budgetOf(seed, i);
            _commit(market, i, budget, weights);
            for (uint256 j; j < outcomes; ++j) expected[j] += (budget * weights[j]) / WAD;
        }
        uint256[] memory neutral = _normalise(expected);
        uint256 mine = _spread(_random(seed, 3), 1, 1e26);
        _commit(market, others, mine, neutral);
        vm.warp(block.timestamp + OPENING / 2);
        for (uint256 i; i < others; ++i) {
            _reveal(market, i, _budgetOf(seed, i), _weights(_random(seed, 10 + i), outcomes));
        }
        _reveal(market, others, mine, neutral);
        vm.warp(block.timestamp + OPENING);
        _auction.clear(market);

        vm.prank(bidderAt(others));
        (uint256[] memory ids, uint256[] memory longs, uint256 rest) = _auction.claim(
            market,
            neutral,
            bidderAt(others)
        );
        _markets.report(market, _weights(_random(seed, 4), outcomes));
        uint256 back = rest + _redeem(ids, longs, bidderAt(others));
        _checkNeutral(market, mine, neutral, back);
        _eq("all of it", _token.balanceOf(bidderAt(others)), back);
    }

    /// @dev Its part m_j of an outcome is up to one unit below B a_j, and a_j up to one wei off M_j / M (the largest
    /// more, by all the others): LONG_j is off its size by less than m_j/M_j M rounded, and that in proportion.
    function _checkNeutral(uint256 market, uint256 mine, uint256[] memory neutral, uint256 back) private view {
        uint256[] memory money = _auction.moneyOf(market);
        uint256 total;
        uint256 least = type(uint256).max;
        for (uint256 j; j < money.length; ++j) {
            total += money[j];
            if (money[j] < least) least = money[j];
        }
        // One unit of every part, and of B' against M, is worth M / M_j at most; a wei of weight is B / 1e18 units.
        uint256 slack = (2 + neutral.length + (mine * neutral.length) / WAD) * (total / least + 2);
        _between("back", back, mine < slack ? 0 : mine - slack, mine + slack);
    }

    function _redeem(uint256[] memory ids, uint256[] memory longs, address holder) private returns (uint256) {
        if (ids.length == 0) return 0;
        vm.prank(holder);
        return _markets.redeem(ids, longs, holder)[0];
    }

    function _budgetOf(uint256 seed, uint256 i) private pure returns (uint256) {
        return _spread(_random(seed, 100 + i), 1, 1e26);
    }

    /* AUCTIONS */

    function _prepare(uint256[] memory rates, uint256 b, bytes32 context) private returns (uint256 market) {
        market = _markets.createMarket(
            IMarkets.MarketParams({
                asset: address(_token),
                assetId: 0,
                resolver: address(this),
                opener: address(_auction),
                outcomes: uint16(rates.length),
                closesAt: uint40(block.timestamp + 10 days),
                twapWindow: 1 days,
                feeRate: 0,
                alpha: 0,
                context: context
            })
        );
        _auction.prepare(market, context, rates, b, (b * 1252) / 100 + 1, block.timestamp + OPENING);
    }

    function _commit(uint256 market, uint256 i, uint256 budget, uint256[] memory weights) private {
        address bidder = bidderAt(i);
        bytes32 commitment = _auction.commitmentOf(market, bidder, budget, weights, bytes32(i));
        vm.prank(bidder);
        _auction.commit(market, commitment, budget, "");
    }

    function _reveal(uint256 market, uint256 i, uint256 budget, uint256[] memory weights) private {
        _auction.reveal(market, bidderAt(i), budget, weights, bytes32(i));
    }

    /* DRAWS */

    function _equalRates(uint256 outcomes) private pure returns (uint256[] memory rates) {
        uint256[] memory parts = new uint256[](outcomes);
        for (uint256 j; j < outcomes; ++j) parts[j] = 1;
        return _normalise(parts);
    }

    /// @dev At least a thousandth of an equal part each: the sponsor's bid holds every outcome.
    function _weights(uint256 seed, uint256 outcomes) private pure returns (uint256[] memory) {
        uint256[] memory parts = new uint256[](outcomes);
        for (uint256 j; j < outcomes; ++j) parts[j] = 1 + (_random(seed, j) % 1000);
        return _normalise(parts);
    }

    function _normalise(uint256[] memory parts) private pure returns (uint256[] memory weights) {
        weights = new uint256[](parts.length);
        uint256 total;
        for (uint256 j; j < parts.length; ++j) total += parts[j];
        uint256 rest = WAD;
        for (uint256 j = 1; j < parts.length; ++j) {
            weights[j] = (parts[j] * WAD) / total;
            rest -= weights[j];
        }
        weights[0] = rest;
    }
}
