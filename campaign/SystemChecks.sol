// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IFundingPool} from "../contracts/interfaces/IFundingPool.sol";
import {IMarkets} from "../contracts/interfaces/IMarkets.sol";
import {IOpening} from "../contracts/interfaces/IOpening.sol";
import {IOpeningAuction} from "../contracts/interfaces/IOpeningAuction.sol";
import {HostilePayee} from "../contracts/mocks/HostilePayee.sol";
import {deploy, vm} from "../test/utils/Cheats.sol";
import {AnyToken} from "./AnyToken.sol";
import {HostileHandler} from "./HostileHandler.sol";
import {PoolChecks} from "../test/invariant/checks/PoolChecks.sol";
import {RoundsChecks} from "../test/invariant/checks/RoundsChecks.sol";

/// @notice A whole ecosystem whose pools open by auction, with strangers who use its contracts for markets, auctions
/// and funding in other tokens; the rules that hold between all of them, and the end.
abstract contract SystemChecks is RoundsChecks, PoolChecks {
    /// @dev Less than one unit a bid, and the halves of deposits.
    uint256 private constant DUST = 64;

    IOpeningAuction internal _auction;
    HostileHandler internal _strangers;

    function _deploySystem() internal {
        _auction = IOpeningAuction(address(0));
        _deploy();
        _strangers = new HostileHandler(_s, _auction, _handler);
    }

    /// @dev Made when the rounds ask for it: the markets are there by then. The seeds' weights and the children open by
    /// auction, originality at its base rates.
    function _opening() internal override returns (IOpening opening, uint40 period, uint8 kinds) {
        if (address(_auction) == address(0))
            _auction = IOpeningAuction(deploy("OpeningAuction", abi.encode(_s.markets)));
        return (_auction, 2 days, 5);
    }

    /* WHILE IT RUNS */

    function _checkAll() internal {
        _checkSystem();
        _checkGuards();
        for (uint256 i; i <= _strangers.TOKENS(); ++i) _checkFunding(_strangers.tokenAt(i));
        for (uint256 i; i < _strangers.TOKENS(); ++i) _checkToken(AnyToken(_strangers.tokenAt(i)));
        for (uint256 i; i < _strangers.marketCount(); ++i) _checkPools(_strangers.marketAt(i));
        for (uint256 i; i < _handler.marketCount(); ++i) _checkPools(_handler.marketAt(i));
        _checkMoneyOfAuction();
    }

    /// @dev MK-4; nobody who is called in the middle of a call gets back in.
    function _checkGuards() private view {
        _equal("MK-4", 0, _strangers.hijacked());
        for (uint256 i; i < _strangers.TOKENS(); ++i) {
            _equal("reentrancy", 0, AnyToken(_strangers.tokenAt(i)).entered());
        }
        if (HostilePayee(payable(_strangers.payee())).hookSucceeded()) revert Invariant_Broken("FP-11", 0, 1);
    }

    /// @dev FP-14, for every token and for ether.
    function _checkFunding(address token) private view {
        uint256 sum;
        for (uint256 round = 1; round <= _s.rounds.unsettled(); ++round) {
            IFundingPool.PotView memory pot = _s.pool.potOf(round, token);
            sum += pot.allotted - pot.claimed - pot.returned - pot.swept;
        }
        _equal("FP-14 held", sum, _s.pool.held(token));
        uint256 there = token == address(0) ? address(_s.pool).balance : AnyToken(token).balanceOf(address(_s.pool));
        bool shrank = token != address(0) && AnyToken(token).spoilt();
        if (there < sum && !shrank) revert Invariant_Broken("FP-14 balance", sum, there);
    }

    /// @dev MK-3, MK-5, OA-10, OA-13: whatever other tokens do, the markets have this one's pots, and auctions what is
    /// theirs; to the unit, unless the token kept what it said it had moved.
    function _checkToken(AnyToken token) private view {
        if (token.spoilt()) return;
        uint256 pots = _strangers.donated(address(_s.markets), address(token));
        uint256 due = _strangers.donated(address(_auction), address(token));
        for (uint256 i; i < _strangers.marketCount(); ++i) {
            uint256 market = _strangers.marketAt(i);
            IMarkets.MarketView memory m = _s.markets.getMarket(market);
            if (m.asset != address(token)) continue;
            pots += m.pot;
            due += _dueBy(market);
        }
        uint256 held = token.balanceOf(address(_s.markets));
        uint256 inAuction = token.balanceOf(address(_auction));
        if (held < pots || (held > pots && !token.swollen())) revert Invariant_Broken("MK-3 token", pots, held);
        if (inAuction < due || (inAuction > due + DUST && !token.swollen())) {
            revert Invariant_Broken("OA-10", due, inAuction);
        }
    }

    /// @dev OA-10 for the auctions of rounds, whose money nobody donates.
    function _checkMoneyOfAuction() private view {
        uint256 due;
        for (uint256 i; i < _handler.marketCount(); ++i) {
            uint256 market = _handler.marketAt(i);
            if (_s.markets.getMarket(market).asset == address(_s.money)) due += _dueBy(market);
        }
        uint256 held = _balance(address(_auction));
        if (held < due || held > due + DUST) revert Invariant_Broken("OA-10 money", due, held);
    }

    /// @dev What an auction still has to pay, in units of its asset.
    function _dueBy(uint256 market) private view returns (uint256 due) {
        IOpeningAuction.AuctionView memory a = _auction.getAuction(market);
        due = a.budget;
        for (uint256 i; i < _handler.ACTORS(); ++i) {
            address bidder = _handler.actorAt(i);
            IOpeningAuction.BidView memory bid = _auction.getBid(market, bidder);
            if (a.phase != IOpeningAuction.Phase.Opened) due += bid.deposit;
            else if (bid.revealed) due += _restOf(bid.deposit, _strangers.sizeOf(market, bidder));
            else due += a.revealed == 0 ? bid.deposit : bid.deposit / 2;
        }
    }

    /// @dev OA-9: what a revealed bid gets back of its deposit.
    function _restOf(uint256 deposit, uint256 size) private pure returns (uint256) {
        return deposit - size - (deposit > 8 * size ? (deposit - 8 * size + 1) / 2 : 0);
    }

    /// @dev MK-2, MK-10, MK-11, MK-12.
    function _checkPools(uint256 market) private view {
        IMarkets.MarketView memory m = _s.markets.getMarket(market);
        if (m.resolved) return;
        // Through a parent that pays nothing tokens are burnt for nothing (MK-32): the pot keeps what is worthless.
        if (m.assetId == 0 || !_isWorthless(m.assetId)) _solvent(_s.markets, market, m.outcomes);
        if (!m.pooled) return;
        _sums(_s.markets, market);
        _funded(_s.markets, market);
    }

    /// @dev Whether an outcome token is known to pay nothing, be it through the market of its own asset.
    function _isWorthless(uint256 id) private view returns (bool) {
        uint256 market = (id >> 16) << 16;
        IMarkets.MarketView memory m = _s.markets.getMarket(market);
        if (m.resolved && _s.markets.getPayouts(market)[id & 255] == 0) return true;
        return m.assetId != 0 && _isWorthless(m.assetId);
    }

    function _supply(uint256 id) internal view override returns (uint256 supply) {
        for (uint256 i; i < _strangers.HOLDERS(); ++i) supply += _s.markets.balanceOf(_strangers.holderAt(i), id);
    }

    /* THE END */

    /// @dev Everybody gets out what is in auctions and markets, whatever was done: OA-2, OA-12, MK-2, MK-31.
    function _beforeEnd() internal override {
        // No market stays open for longer.
        vm.warp(block.timestamp + 60 days);
        _strangers.calmDown();
        for (uint256 i; i < _handler.marketCount(); ++i) _leaveAll(_handler.marketAt(i));
        for (uint256 i; i < _strangers.marketCount(); ++i) {
            uint256 market = _strangers.marketAt(i);
            _leaveAll(market);
            _resolve(market, i);
        }
        // Children before the markets whose tokens they pay.
        for (uint256 i = _strangers.marketCount(); i > 0; --i) _redeemEverything(_strangers.marketAt(i - 1));
        for (uint256 i; i < _strangers.TOKENS(); ++i) _checkToken(AnyToken(_strangers.tokenAt(i)));
    }

    /// @dev A token that shrank cannot pay everybody; all others can, and outcome tokens always.
    function _mustPay(uint256 market) private view returns (bool) {
        address asset = _s.markets.getMarket(market).asset;
        bool stranger = asset != address(_s.markets) && asset != address(_s.money);
        return !stranger || !AnyToken(asset).spoilt();
    }

    function _leaveAll(uint256 market) private {
        for (uint256 i; i < _handler.ACTORS(); ++i) {
            address bidder = _handler.actorAt(i);
            if (_auction.getBid(market, bidder).deposit == 0) continue;
            bool left = _strangers.quit(bidder, market, bidder);
            if (!left && _mustPay(market)) revert Invariant_Broken("OA-2", market, i);
        }
    }

    function _resolve(uint256 market, uint256 seed) private {
        IMarkets.MarketView memory m = _s.markets.getMarket(market);
        if (!m.resolved) {
            uint256[] memory payouts = _strangers.ratesOf(seed, m.outcomes);
            vm.prank(m.resolver);
            _s.markets.report(market, payouts);
        }
        address sponsor = _auction.getAuction(market).sponsor;
        if (sponsor == address(0) || !_mustPay(market)) return;
        vm.prank(sponsor);
        _auction.refund(market);
    }

    function _redeemEverything(uint256 market) private {
        for (uint256 i; i < _handler.ACTORS(); ++i) {
            bool redeemed = _strangers.redeem(_handler.actorAt(i), market, false);
            if (!redeemed && _mustPay(market)) revert Invariant_Broken("MK-31", market, i);
        }
    }
}
