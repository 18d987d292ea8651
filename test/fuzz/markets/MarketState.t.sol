// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IMarkets} from "../../../contracts/interfaces/IMarkets.sol";
import {Lmsr} from "../../../contracts/markets/Lmsr.sol";
import {MarketState} from "../../../contracts/markets/MarketState.sol";
import {OutcomeState, pack} from "../../../contracts/markets/OutcomeState.sol";
import {Weights} from "../../../contracts/shared/Weights.sol";
import {FuzzTest, vm} from "../../utils/Cheats.sol";

/// @notice A market in storage: slots written whole read back field by field, and amounts that do not fit revert.
contract MarketStateTest is FuzzTest {
    using MarketState for MarketState.Market;
    using MarketState for MarketState.Sums;
    using MarketState for MarketState.Money;
    using MarketState for MarketState.Depth;

    uint256 private constant WAD = 1e18;
    uint256 private constant MAX_POT = type(uint96).max;

    MarketState.Market private _m;

    /// @dev Every bit around the slots that are written whole is set.
    function setUp() external {
        _m.assetId = type(uint256).max;
        _m.sums = MarketState.Sums(-1, type(uint64).max);
        _m.money = MarketState.Money(-1, type(uint104).max, type(uint24).max, type(uint24).max);
        _m.depth = MarketState.Depth(type(uint96).max, type(uint96).max, type(uint24).max);
        (_m.twapIntegral, _m.twapUpdatedAt) = (type(uint160).max, type(uint40).max);
    }

    /* WHOLE SLOTS */

    function testFuzz_storeSums(int160 offset, uint64 tradedBlock) external {
        _m.sums.store(offset, tradedBlock);
        _eq("offset", _m.sums.offset, offset);
        _eq("block", _m.sums.tradedBlock, tradedBlock);
        _eq("the slot before", _m.assetId, type(uint256).max);
        _checkMoney(-1, type(uint104).max, type(uint24).max, type(uint24).max);
    }

    function testFuzz_storeMoney(int104 cash, uint104 pot, uint24 feeRate, uint24 alpha) external {
        _m.money.store(cash, pot, feeRate, alpha);
        _checkMoney(cash, pot, feeRate, alpha);
        _eq("the slot before", _m.sums.offset, int256(-1));
        _eq("the slot behind", _m.depth.b, type(uint96).max);
    }

    function testFuzz_storeDepth(uint96 b, uint96 reserve, uint24 minLog) external {
        _m.depth.store(b, reserve, minLog);
        _eq("b", _m.depth.b, b);
        _eq("reserve", _m.depth.reserve, reserve);
        _eq("min log", _m.depth.minLog, minLog);
        _checkMoney(-1, type(uint104).max, type(uint24).max, type(uint24).max);
        _eq("the slot behind", _m.twapIntegral, type(uint160).max);
    }

    function _checkMoney(int256 cash, uint256 pot, uint256 feeRate, uint256 alpha) private view {
        _eq("cash", _m.money.cash, cash);
        _eq("pot", _m.money.pot, pot);
        _eq("fee rate", _m.money.feeRate, feeRate);
        _eq("alpha", _m.money.alpha, alpha);
    }

    /* CODED FIELDS */

    function testFuzz_sumIsStoredExactly(uint256 sum) external {
        sum = _spread(sum, 0, 1 << 155);
        _m.sums.store(MarketState.toSumOffset(sum), 0);
        _eq("sum", _m.sumOf(), sum);
    }

    function test_anUntouchedSlotIsTheOpeningSum() external {
        _m.sums.store(0, 0);
        _eq("sum", _m.sumOf(), Lmsr.OPENING_WEIGHT * WAD);
    }

    function testFuzz_minLogIsALowerBound(uint256 x) external pure {
        int256 log = int256(_spread(x, uint256(Lmsr.MIN_LOG), uint256(Lmsr.MAX_LOG)));
        uint256 units = MarketState.toMinLog(log);
        _between("units", units, 0, type(uint24).max);
        _between("bound", MarketState.fromMinLog(units), log - 4e12 + 1, log);
    }

    /* OUTCOMES */

    function testFuzz_logAndWeight(uint256 seed, uint256 outcomes, uint256 outcome, uint256 log) external {
        uint256[] memory prices = _open(seed, _bound(outcomes, 2, 40));
        outcome = _bound(outcome, 0, prices.length - 1);
        OutcomeState untouched = pack(0, -5);
        _eq("opening price", _m.openingPriceOf(outcome), prices[outcome]);
        _checkLogAndWeight(untouched, outcome, Lmsr.openingLog(prices[outcome]), prices[outcome] * Lmsr.OPENING_WEIGHT);

        log = _bound(log, uint256(Lmsr.MIN_LOG), uint256(Lmsr.MAX_LOG));
        OutcomeState touched = pack(int256(log), 3);
        _checkLogAndWeight(touched, outcome, int256(log), Lmsr.weightOf(int256(log)));
    }

    function _checkLogAndWeight(OutcomeState state, uint256 outcome, int256 log, uint256 weight) private view {
        (int256 bothLog, uint256 bothWeight) = _m.logAndWeightOf(state, outcome);
        _eq("log of both", bothLog, log);
        _eq("weight of both", bothWeight, weight);
        _eq("log", _m.logOf(state, outcome), log);
        _eq("weight", _m.weightOf(state, outcome), weight);
    }

    /// @dev Opening prices of at least 1e-9.
    function _open(uint256 seed, uint256 outcomes) private returns (uint256[] memory prices) {
        uint256[] memory parts = new uint256[](outcomes);
        for (uint256 i; i < outcomes; ++i) {
            parts[i] = 1e13 + (_random(seed, i) % 1e18);
        }
        prices = Weights.normalise(parts);
        _m.openerOrPrices = Weights.store(this.packPrices(prices));
    }

    function packPrices(uint256[] calldata prices) external pure returns (bytes memory packed) {
        (packed, , ) = Weights.packAndSum(prices);
    }

    /* TIME */

    function testFuzz_integralAtStaysInTheWindow(
        uint256 time,
        uint256 closesAt,
        uint256 window,
        uint256 updatedAt,
        uint256 sum
    ) external {
        window = _bound(window, 1, type(uint24).max);
        closesAt = _bound(closesAt, window, type(uint40).max);
        time =
            _bound(time, 0, type(uint40).max) % 2 == 0
                ? closesAt - window + (time % (2 * window))
                : _bound(time, 0, type(uint40).max);
        uint256 start = closesAt - window;
        // Either nothing yet, or a time in the window and not in the future.
        uint256 last = time < closesAt ? time : closesAt;
        updatedAt = last <= start || updatedAt % 2 == 0 ? 0 : _bound(updatedAt, start, last);
        sum = _spread(sum, 2 * WAD, 1 << 155);
        uint256 before = updatedAt == 0 ? 0 : 12345;
        (_m.closesAt, _m.twapWindow) = (uint40(closesAt), uint24(window));
        (_m.twapIntegral, _m.twapUpdatedAt) = (uint160(before), uint40(updatedAt));
        _m.sums.store(MarketState.toSumOffset(sum), 0);

        (uint256 integral, uint256 end) = _m.integralAt(time);
        if (time <= start) {
            _eq("integral before", integral, 0);
            _eq("end before", end, 0);
            return;
        }
        _eq("end", end, last);
        uint256 duration = last - (updatedAt > start ? updatedAt : start);
        _eq("integral", integral, before + (duration * (1 << 128) * WAD) / sum);
    }

    /* POT */

    function addToPot(uint256 amount) external {
        _m.addToPot(amount);
    }

    function takeFromPot(uint256 amount) external {
        _m.takeFromPot(amount);
    }

    function checkCash(int256 cash) external pure returns (int256) {
        return MarketState.checkCash(cash);
    }

    function checkPot(int256 pot) external pure returns (uint256) {
        return MarketState.checkPot(pot);
    }

    function testFuzz_potAddsUp(uint256 pot, uint256 added, uint256 taken) external {
        pot = _spread(pot, 0, MAX_POT);
        added = _spread(added, 0, MAX_POT - pot);
        taken = _spread(taken, 0, pot + added);
        _m.money.store(-1, pot, 7, 9);
        _m.addToPot(added);
        _checkMoney(-1, pot + added, 7, 9);
        _m.takeFromPot(taken);
        _checkMoney(-1, pot + added - taken, 7, 9);
    }

    function test_aPotMayBeFull() external {
        _m.money.store(-1, 0, 7, 9);
        _m.addToPot(MAX_POT);
        _checkMoney(-1, MAX_POT, 7, 9);
        _eq("pot", this.checkPot(int256(MAX_POT)), MAX_POT);
        vm.expectRevert(abi.encodeWithSelector(IMarkets.Markets_PotOverflow.selector, MAX_POT + 1, MAX_POT));
        this.checkPot(int256(MAX_POT + 1));
    }

    function testFuzz_aPotAboveItsMaximumReverts(uint256 pot, uint256 added) external {
        pot = _spread(pot, 0, MAX_POT);
        added = _spread(added, MAX_POT - pot + 1, type(uint256).max);
        _m.money.store(-1, pot, 7, 9);
        uint256 shown = added > MAX_POT ? added : pot + added;
        vm.expectRevert(abi.encodeWithSelector(IMarkets.Markets_PotOverflow.selector, shown, MAX_POT));
        this.addToPot(added);
    }

    function testFuzz_moreThanThePotHoldsReverts(uint256 pot, uint256 taken) external {
        pot = _spread(pot, 0, MAX_POT);
        _m.money.store(-1, pot, 7, 9);
        vm.expectRevert();
        this.takeFromPot(_spread(taken, pot + 1, type(uint256).max));
    }

    function testFuzz_checkPot(uint256 x, bool negative) external {
        int256 pot = int256(_spread(x, 0, 1 << 200));
        if (negative) pot = -pot;
        if (pot < 0 || pot > int256(MAX_POT)) {
            vm.expectRevert(abi.encodeWithSelector(IMarkets.Markets_PotOverflow.selector, uint256(pot), MAX_POT));
            this.checkPot(pot);
        } else {
            _eq("pot", this.checkPot(pot), uint256(pot));
        }
    }

    function testFuzz_checkCash(uint256 x, bool negative, bool near) external {
        int256 cash = near ? int256((1 << 103) - 3 + (x % 6)) : int256(_spread(x, 0, 1 << 200));
        if (negative) cash = -cash;
        if (cash < type(int104).min || cash > type(int104).max) {
            vm.expectRevert(abi.encodeWithSelector(IMarkets.Markets_CashOverflow.selector, cash));
            this.checkCash(cash);
        } else {
            _eq("cash", this.checkCash(cash), cash);
        }
    }
}
