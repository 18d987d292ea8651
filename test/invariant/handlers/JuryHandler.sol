// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IJury} from "../../../contracts/interfaces/IJury.sol";
import {IMarkets} from "../../../contracts/interfaces/IMarkets.sol";
import {IRounds} from "../../../contracts/interfaces/IRounds.sol";
import {MockRoundsJury} from "../../../contracts/mocks/MockRoundsJury.sol";
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

/// @notice A juror who signs everything.
contract JurorDouble {
    function isValidSignature(bytes32, bytes calldata) external pure returns (bytes4) {
        return this.isValidSignature.selector;
    }
}

/// @notice Does to a jury, in any order and at any time, what it allows; sums up the money that comes and goes.
contract JuryHandler {
    uint256 public constant MARKET_COUNT = 2;
    uint256 private constant ACTOR_COUNT = 3;
    uint256 private constant JUROR_COUNT = 2;
    IRounds.Kind private constant KIND = IRounds.Kind.Weight;
    uint256 private constant SEED = 0;

    IJury private immutable JURY;
    MarketsDouble private immutable MARKETS;
    MockRoundsJury private immutable ROUNDS;
    TestToken private immutable TOKEN;
    address private immutable JUROR_0 = address(new JurorDouble());
    address private immutable JUROR_1 = address(new JurorDouble());

    uint256 public moneyIn;
    uint256 public moneyOut;
    uint256 public donated;
    uint256 public finals;
    uint256 public verified;
    mapping(uint256 market => uint256[] payouts) private _posted;
    mapping(uint256 market => uint256[] sizes) private _ballots;

    constructor(IJury jury, MarketsDouble markets, MockRoundsJury rounds, TestToken token) {
        (JURY, MARKETS, ROUNDS, TOKEN) = (jury, markets, rounds, token);
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
        uint256 end = posting.since + JURY.CHALLENGE_WINDOW();
        if (posting.status != IJury.Status.Posted || block.timestamp >= end) return;
        address actor = _pay(seed, JURY.STAKE());
        vm.prank(actor);
        JURY.challenge(market, "");
    }

    function answer(uint256 seed, bool affirm) external {
        uint256 market = marketOf(seed);
        IJury.PostingView memory posting = JURY.getPosting(market);
        uint256 end = posting.since + JURY.ANSWER_PERIOD();
        if (posting.status != IJury.Status.Challenged || block.timestamp >= end) return;
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
        bool verifiable = _ballots[market].length >= JURY.MIN_BALLOTS();
        uint256 after_ = verifiable ? _hardEnd(market) - 1 : JURY.deadline(market);
        if (_statusOf(market) != IJury.Status.None || block.timestamp <= after_) return;
        JURY.fallBack(market);
        ++finals;
    }

    /// @dev Ballots say that each outcome of a chain, from 0 on, is worth the next: all weights alike are the optimum.
    function publish(uint256 seed) external {
        uint256 market = marketOf(seed);
        address juror = jurorOf(seed >> 4);
        (uint256 comparisons, ) = JURY.ballotOf(market, juror);
        if (comparisons != 0 || _statusOf(market) == IJury.Status.Resolved) return;
        IMarkets.MarketView memory view_ = MARKETS.getMarket(market);
        if (block.timestamp < view_.closesAt || block.timestamp > JURY.deadline(market)) return;
        uint256 size = seed & 0x100 == 0 ? view_.outcomes - 1 : 1 + ((seed >> 16) % (view_.outcomes - 1));
        bytes32[] memory proof = new bytes32[](1);
        proof[0] = _leaf(jurorOf(1 + (seed >> 4)));
        JURY.publishBallot(IJury.Ballot(roundOf(market), market, juror, _chain(size)), "", 0, proof);
        _ballots[market].push(size);
    }

    function verify(uint256 seed) external {
        uint256 market = marketOf(seed);
        IJury.PostingView memory posting = JURY.getPosting(market);
        if (posting.status == IJury.Status.Resolved || !_isConnected(market)) return;
        int256[] memory x = new int256[](MARKETS.getMarket(market).outcomes);
        _walk(market, x);
        uint256 end = posting.status == IJury.Status.None ? _hardEnd(market) : posting.finalFrom;
        if (_ballots[market].length < JURY.MIN_BALLOTS()) return;
        if (block.timestamp <= JURY.deadline(market) || block.timestamp >= end) return;
        JURY.postVerified(market, x);
        ++finals;
        ++verified;
    }

    function requestAudit(uint256 seed) external {
        uint256 round = roundOf(marketOf(seed));
        IRounds.Schedule memory schedule = ROUNDS.scheduleOf(round);
        if (block.timestamp < schedule.closesAt || block.timestamp > schedule.evaluatedAt) return;
        if (ROUNDS.isSelectionDone(round, KIND)) return;
        uint256 amount = (seed >> 8) % 2000;
        address actor = _pay(seed, amount);
        vm.prank(actor);
        JURY.requestAudit(round, KIND, SEED, amount);
    }

    function select(uint256 seed, bool selected) external {
        uint256 round = roundOf(marketOf(seed));
        if (block.timestamp < ROUNDS.scheduleOf(round).closesAt || ROUNDS.isSelectionDone(round, KIND)) return;
        ROUNDS.select(round, KIND, new uint256[](selected ? 1 : 0)); // of seed 0
    }

    /// @dev When each is possible is tested on its own; whenever it is, the sums must hold.
    function settleAudit(uint256 seed, bool refund) external {
        uint256 round = roundOf(marketOf(seed));
        if (refund) {
            try JURY.refundAudit(round, KIND, SEED, accountOf(seed)) {} catch {}
        } else {
            try JURY.collectAudit(round, KIND, SEED) {} catch {}
        }
    }

    function distribute() external {
        try JURY.distributeRewards(JURY.lastDistributed() + 1) {} catch {}
    }

    function claim(uint256 seed) external {
        uint256[] memory markets = new uint256[](1);
        markets[0] = marketOf(seed);
        try JURY.claimRewards(jurorOf(seed >> 4), markets) {} catch {}
    }

    function waitLong(uint256 seed) external {
        vm.warp(block.timestamp + 1 + (seed % 4 days));
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

    /// @notice Each market is the only one of its round.
    function roundOf(uint256 market) public pure returns (uint256) {
        return market >> 16;
    }

    function jurorOf(uint256 seed) public view returns (address) {
        return seed % JUROR_COUNT == 0 ? JUROR_0 : JUROR_1;
    }

    /// @notice Root of the tree of the two jurors, without salts.
    function jurorsRoot() external view returns (bytes32) {
        (bytes32 first, bytes32 second) = (_leaf(JUROR_0), _leaf(JUROR_1));
        return first < second ? keccak256(abi.encode(first, second)) : keccak256(abi.encode(second, first));
    }

    /// @notice Who pays and is paid: the challengers, the recipient of stakes, the jurors.
    function accountOf(uint256 seed) public view returns (address) {
        uint256 index = (seed >> 4) % (ACTOR_COUNT + 1 + JUROR_COUNT);
        if (index < ACTOR_COUNT) return address(uint160(0xac000 + index));
        return index == ACTOR_COUNT ? JURY.STAKE_RECIPIENT() : jurorOf(index);
    }

    /// @notice All that the jury owes, by its own account of it.
    function owed() external view returns (uint256 total) {
        total = JURY.rewardPot();
        for (uint256 i; i <= ACTOR_COUNT + JUROR_COUNT; ++i) total += JURY.credits(accountOf(i << 4));
        for (uint256 i; i < MARKET_COUNT; ++i) {
            uint256 round = roundOf(marketOf(i));
            if (_statusOf(marketOf(i)) == IJury.Status.Challenged) total += JURY.STAKE();
            total += JURY.auditOf(round, KIND, SEED);
            IJury.RewardsView memory rewards = JURY.rewardsOf(round);
            total += (rewards.accepted - rewards.claimed) * rewards.perComparison;
        }
    }

    /* PRIVATE */

    /// @dev Walks what was not walked yet.
    function _walk(uint256 market, int256[] memory x) private {
        uint256 cursor = JURY.walkOf(market, address(this), x).cursor;
        uint256[] storage sizes = _ballots[market];
        IJury.Comparison[][] memory ballots = new IJury.Comparison[][](sizes.length - cursor);
        for (uint256 i; i < ballots.length; ++i) ballots[i] = _chain(sizes[cursor + i]);
        JURY.walkBallots(market, x, ballots);
    }

    function _isConnected(uint256 market) private view returns (bool) {
        uint256 longest;
        for (uint256 i; i < _ballots[market].length; ++i) {
            if (_ballots[market][i] > longest) longest = _ballots[market][i];
        }
        return longest + 1 == MARKETS.getMarket(market).outcomes;
    }

    function _chain(uint256 size) private pure returns (IJury.Comparison[] memory comparisons) {
        comparisons = new IJury.Comparison[](size);
        for (uint16 i; i < size; ++i) comparisons[i] = IJury.Comparison(i, i + 1, i, 1e6);
    }

    function _leaf(address juror) private pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(abi.encode(juror, bytes32(0)))));
    }

    function _hardEnd(uint256 market) private view returns (uint256) {
        return JURY.deadline(market) + 3 * (JURY.CHALLENGE_WINDOW() + JURY.ANSWER_PERIOD());
    }

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
