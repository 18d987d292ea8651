// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IJury} from "../../../contracts/interfaces/IJury.sol";
import {IMarkets} from "../../../contracts/interfaces/IMarkets.sol";
import {TestToken} from "../../../contracts/mocks/TestToken.sol";
import {vm} from "../../utils/Cheats.sol";

/// @notice What the jury needs of markets, and no more: it refuses what {IMarkets-report} refuses.
contract MarketsDouble {
    error MarketsDouble_Refused(uint256 market);

    address public jury;
    uint256 public reports;
    mapping(uint256 market => IMarkets.MarketView) private _markets;

    function setJury(address jury_) external {
        jury = jury_;
    }

    function create(uint256 market, uint16 outcomes, uint40 closesAt, bool pooled) external {
        IMarkets.MarketView storage m = _markets[market];
        (m.outcomes, m.closesAt, m.pooled, m.resolver) = (outcomes, closesAt, pooled, jury);
    }

    function report(uint256 market, uint256[] calldata payouts) external {
        IMarkets.MarketView storage m = _markets[market];
        uint256 sum;
        for (uint256 i; i < payouts.length; ++i) sum += payouts[i];
        bool accepted = msg.sender == m.resolver && !m.resolved && payouts.length == m.outcomes && sum == 1e18;
        if (!accepted) revert MarketsDouble_Refused(market);
        m.resolved = true;
        ++reports;
    }

    function getMarket(uint256 market) external view returns (IMarkets.MarketView memory) {
        return _markets[market];
    }

    function getTwap(uint256 market) external view returns (uint256[] memory weights) {
        weights = new uint256[](_markets[market].outcomes);
        weights[0] = 1e18;
    }
}

/// @notice Does to a jury, in any order and at any time, what it allows; sums up the money that comes and goes.
contract JuryHandler {
    uint256 public constant MARKET_COUNT = 2;
    uint256 private constant ACTOR_COUNT = 3;

    IJury private immutable JURY;
    MarketsDouble private immutable MARKETS;
    TestToken private immutable TOKEN;

    uint256 public moneyIn;
    uint256 public moneyOut;
    uint256 public donated;
    uint256 public finals;
    mapping(uint256 market => uint256[] payouts) private _posted;

    constructor(IJury jury, MarketsDouble markets, TestToken token) {
        (JURY, MARKETS, TOKEN) = (jury, markets, token);
    }

    /* ACTIONS */

    function post(uint256 seed) external {
        uint256 market = marketOf(seed);
        if (_statusOf(market) != IJury.Status.None) return;
        uint256 closesAt = MARKETS.getMarket(market).closesAt;
        if (block.timestamp < closesAt || block.timestamp > JURY.deadline(market)) return;
        _posted[market] = _payouts(market, seed);
        vm.prank(JURY.SAFE());
        JURY.post(market, _posted[market], bytes32(seed), "");
    }

    function challenge(uint256 seed) external {
        uint256 market = marketOf(seed);
        IJury.PostingView memory posting = JURY.getPosting(market);
        if (posting.status != IJury.Status.Posted || block.timestamp >= posting.finalFrom) return;
        address actor = _pay(seed, JURY.STAKE());
        vm.prank(actor);
        JURY.challenge(market, "");
    }

    function answer(uint256 seed, bool affirm) external {
        uint256 market = marketOf(seed);
        IJury.PostingView memory posting = JURY.getPosting(market);
        if (posting.status != IJury.Status.Challenged || block.timestamp >= posting.finalFrom) return;
        if (affirm || posting.amendments == JURY.MAX_AMENDMENTS()) {
            vm.prank(JURY.SAFE());
            JURY.affirm(market);
        } else {
            _posted[market] = _payouts(market, seed);
            vm.prank(JURY.SAFE());
            JURY.amend(market, _posted[market], bytes32(seed), "");
        }
    }

    function finalize(uint256 seed) external {
        uint256 market = marketOf(seed);
        uint256 from = JURY.getPosting(market).finalFrom;
        if (from == 0 || block.timestamp < from) return;
        JURY.finalize(market, _posted[market]);
        ++finals;
    }

    function fallBack(uint256 seed) external {
        uint256 market = marketOf(seed);
        if (_statusOf(market) != IJury.Status.None || block.timestamp <= JURY.deadline(market)) return;
        JURY.fallBack(market);
        ++finals;
    }

    function gift(uint256 seed) external {
        uint256 amount = (seed >> 8) % 2000;
        address actor = _pay(seed, amount);
        vm.prank(actor);
        JURY.gift(amount);
    }

    function donate(uint256 seed) external {
        uint256 amount = (seed >> 8) % 2000;
        address actor = _pay(seed, amount);
        donated += amount;
        vm.prank(actor);
        // solhint-disable-next-line gas-custom-errors
        require(TOKEN.transfer(address(JURY), amount), "transfer");
    }

    function withdraw(uint256 seed, bool forAnother) external {
        address actor = accountOf(seed);
        if (JURY.credits(actor) == 0) return;
        if (forAnother) {
            moneyOut += JURY.withdrawFor(actor);
        } else {
            vm.prank(actor);
            moneyOut += JURY.withdraw(address(0xdead));
        }
    }

    function wait(uint256 seed) external {
        vm.warp(block.timestamp + 1 + (seed % 1 days));
    }

    /* VIEWS */

    function marketOf(uint256 seed) public pure returns (uint256) {
        return (1 + (seed % MARKET_COUNT)) << 16;
    }

    /// @notice The challengers and, last, the recipient of stakes.
    function accountOf(uint256 seed) public view returns (address) {
        uint256 index = (seed >> 4) % (ACTOR_COUNT + 1);
        return index == ACTOR_COUNT ? JURY.STAKE_RECIPIENT() : address(uint160(0xac000 + index));
    }

    /// @notice All that the jury owes, by its own account of it.
    function owed() external view returns (uint256 total) {
        total = JURY.rewardPot();
        for (uint256 i; i <= ACTOR_COUNT; ++i) total += JURY.credits(accountOf(i << 4));
        for (uint256 i; i < MARKET_COUNT; ++i) {
            if (_statusOf(marketOf(i)) == IJury.Status.Challenged) total += JURY.STAKE();
        }
    }

    /* PRIVATE */

    function _pay(uint256 seed, uint256 amount) private returns (address actor) {
        actor = accountOf(seed);
        moneyIn += amount;
        TOKEN.mint(actor, amount);
        vm.prank(actor);
        TOKEN.approve(address(JURY), amount);
    }

    function _payouts(uint256 market, uint256 seed) private view returns (uint256[] memory payouts) {
        payouts = new uint256[](MARKETS.getMarket(market).outcomes);
        payouts[0] = seed % 1e18;
        payouts[payouts.length - 1] += 1e18 - payouts[0];
    }

    function _statusOf(uint256 market) private view returns (IJury.Status) {
        return JURY.getPosting(market).status;
    }
}
