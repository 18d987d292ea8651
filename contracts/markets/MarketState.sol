// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IMarkets} from "../interfaces/IMarkets.sol";
import {Lmsr} from "./Lmsr.sol";
import {WAD} from "../shared/Limits.sol";
import {OutcomeState} from "./OutcomeState.sol";
import {Weights} from "../shared/Weights.sol";
import {Accumulator, Twap} from "./Twap.sol";

/// @title What is stored of a market, and how to read it
/// @dev The slots decide the gas: a trade reads slots 0, 5, 6 and 7 and writes 5, 6 and 7. Creating and opening a
/// market writes neither slot 5 nor one of an outcome. Unchecked arithmetic is on logarithms and weights in range.
library MarketState {
    using MarketState for Market;

    uint8 internal constant POOLED = 1;
    uint8 internal constant RESOLVED = 2;
    /// @dev There is extra reserve to release: without the flag a trade need not look at its slot.
    uint8 internal constant EXTRA_RESERVE = 4;
    /// @dev The pool's inventories were turned into their value, which is in `cash`.
    uint8 internal constant SETTLED = 8;

    /// @dev `offset` is S less its opening value: the slot is zero until the first trade.
    struct Sums {
        int160 offset;
        uint64 tradedBlock;
    }

    struct Money {
        int104 cash;
        uint104 pot;
        uint24 feeRate;
        uint24 alpha;
    }

    /// @dev `minLog` is in MIN_LOG_UNIT, rounded down.
    struct Depth {
        uint96 b;
        uint96 reserve;
        uint24 minLog;
    }

    struct Market {
        // Slot 0: what a market is; only the flags ever change.
        address asset;
        uint40 closesAt;
        uint24 twapWindow;
        uint16 outcomes;
        uint8 flags;
        // Slot 1
        address resolver;
        uint96 totalShares;
        // Slot 2: who alone may open the pool; once it is open, where its opening prices and its founder are.
        address openerOrPrices;
        // Slot 3: where the payouts are.
        address payouts;
        // Slot 4: 0 for an ERC-20.
        uint256 assetId;
        // Slots 5 to 7: what every trade reads and writes.
        Sums sums;
        Money money;
        Depth depth;
        // Slot 8: only inside the TWAP window.
        uint160 twapIntegral;
        uint40 twapUpdatedAt;
        // Slot 9: only with EXTRA_RESERVE.
        uint96 extraReserve;
        uint40 releasedAt;
        OutcomeState[256] states;
        Accumulator[256] areas;
    }

    /// @dev It stands for 4e-6: 24 bits reach MAX_LOG, and growth is throttled by no more than a millionth.
    uint256 private constant MIN_LOG_UNIT = 4e12;
    int256 private constant MAX_POT = int256(uint256(type(uint96).max));
    /// @dev S is exactly this at opening.
    int256 private constant OPENING_SUM = int256(Lmsr.OPENING_WEIGHT * WAD);

    function has(Market storage m, uint8 flag) internal view returns (bool) {
        return m.flags & flag != 0;
    }

    function isNested(Market storage m) internal view returns (bool) {
        return m.asset == address(this);
    }

    /// @notice Returns an outcome's opening price, in WAD.
    function openingPriceOf(Market storage m, uint256 outcome) internal view returns (uint256) {
        return Weights.loadOne(m.openerOrPrices, outcome);
    }

    /// @notice Returns who gets founding shares: the address behind the opening prices.
    function founderOf(Market storage m) internal view returns (address) {
        return Weights.loadAccount(m.openerOrPrices, m.outcomes);
    }

    /// @notice Returns the log weight of an outcome, in WAD.
    function logOf(Market storage m, OutcomeState state, uint256 outcome) internal view returns (int256) {
        int256 logWeight = state.logWeight();
        return logWeight != 0 ? logWeight : Lmsr.openingLog(m.openingPriceOf(outcome));
    }

    /// @notice Returns {logOf} and {weightOf} of an outcome.
    function logAndWeightOf(
        Market storage m,
        OutcomeState state,
        uint256 outcome
    ) internal view returns (int256 logWeight, uint256) {
        logWeight = state.logWeight();
        if (logWeight != 0) return (logWeight, Lmsr.weightOf(logWeight));
        uint256 price = m.openingPriceOf(outcome);
        return (Lmsr.openingLog(price), price * Lmsr.OPENING_WEIGHT);
    }

    /// @notice Returns the weight of an outcome, in WAD: what it has in S.
    function weightOf(Market storage m, OutcomeState state, uint256 outcome) internal view returns (uint256) {
        int256 logWeight = state.logWeight();
        return logWeight != 0 ? Lmsr.weightOf(logWeight) : m.openingPriceOf(outcome) * Lmsr.OPENING_WEIGHT;
    }

    /// @notice Returns S, in WAD.
    function sumOf(Market storage m) internal view returns (uint256) {
        unchecked {
            return uint256(m.sums.offset + OPENING_SUM);
        }
    }

    /// @notice Returns how S is stored; log weights in range keep it below 2^155.
    function toSumOffset(uint256 sum) internal pure returns (int160) {
        unchecked {
            return int160(int256(sum) - OPENING_SUM);
        }
    }

    /// @notice Returns the bound that `minLog` units stand for, in WAD.
    function fromMinLog(uint256 minLog) internal pure returns (int256) {
        unchecked {
            return int256(minLog * MIN_LOG_UNIT);
        }
    }

    /// @notice Rounds a log weight, in WAD, down to units of `minLog`.
    function toMinLog(int256 logWeight) internal pure returns (uint24) {
        return uint24(uint256(logWeight) / MIN_LOG_UNIT);
    }

    /// @notice Returns G up to `time`, at most up to the end of the window, and that time; 0 before the window.
    function integralAt(Market storage m, uint256 time) internal view returns (uint256 integral, uint256 end) {
        end = m.closesAt;
        uint256 start = end - m.twapWindow;
        if (time < end) end = time;
        if (end <= start) return (0, 0);
        uint256 updatedAt = m.twapUpdatedAt;
        if (updatedAt > start) start = updatedAt;
        integral = m.twapIntegral + Twap.integralOver(end - start, m.sumOf());
    }

    /* WHOLE SLOTS */

    // Storing a struct field by field reads and masks its slot once a field, which costs a trade about 1,500 gas.

    function store(Sums storage slot, int256 offset, uint256 tradedBlock) internal {
        // {toSumOffset} says why it fits; block numbers are below 2^64.
        uint256 word = uint160(int160(offset)) | (tradedBlock << 160);
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            sstore(slot.slot, word)
        }
    }

    function store(Money storage slot, int256 cash, uint256 pot, uint256 feeRate, uint256 alpha) internal {
        // {checkCash} and {checkPot} checked these.
        uint256 word = uint104(int104(cash)) | (pot << 104) | (feeRate << 208) | (alpha << 232);
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            sstore(slot.slot, word)
        }
    }

    function store(Depth storage slot, uint256 b, uint256 reserve, uint256 minLog) internal {
        uint256 word = b | (reserve << 96) | (minLog << 192);
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            sstore(slot.slot, word)
        }
    }

    /* POT */

    // Two bounds keep every amount of a market in its field. The solvency invariant says
    // `0 <= reserve <= inventory_j = cash - q_j <= pot`, so with a pot below 2^96 the reserve is below 2^96 too. It
    // says nothing of cash and q_j alone: trading full sets in circles moves them together, without limit. So cash is
    // checked whenever it moves, and then |q_j| < 2^103 + 2^96 fits; {PoolUpkeep-recentre} brings all of them back.

    /// @notice Returns a cash after checking that it fits its field, which takes 2^103 units of full sets.
    function checkCash(int256 cash) internal pure returns (int256) {
        if (cash != int104(cash)) revert IMarkets.Markets_CashOverflow(cash);
        return cash;
    }

    /// @notice Returns a pot after checking that it is below 2^96.
    function checkPot(int256 pot) internal pure returns (uint256) {
        if (pot < 0 || pot > MAX_POT) revert IMarkets.Markets_PotOverflow(uint256(pot), uint256(MAX_POT));
        return uint256(pot);
    }

    function addToPot(Market storage m, uint256 amount) internal {
        if (amount > uint256(MAX_POT)) revert IMarkets.Markets_PotOverflow(amount, uint256(MAX_POT));
        m.money.pot = uint104(checkPot(int256(uint256(m.money.pot) + amount)));
    }

    function takeFromPot(Market storage m, uint256 amount) internal {
        m.money.pot -= SafeCast.toUint104(amount);
    }
}
