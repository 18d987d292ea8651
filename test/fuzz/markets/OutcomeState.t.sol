// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {OutcomeState, pack} from "../../../contracts/markets/OutcomeState.sol";
import {FuzzTest} from "../../utils/Cheats.sol";

/// @notice Four fields in one word: none reaches into another.
contract OutcomeStateTest is FuzzTest {
    function testFuzz_packAndUnpack(int72 logWeight, int112 sold, int40 anchor, uint32 tradedBlock) external pure {
        _check(pack(logWeight, sold, anchor, tradedBlock), logWeight, sold, anchor, tradedBlock);
    }

    function testFuzz_everyWordIsItsFields(uint256 word) external pure {
        OutcomeState state = OutcomeState.wrap(word);
        OutcomeState again = pack(state.logWeight(), state.sold(), state.anchor(), state.tradedBlock());
        _eq("word", OutcomeState.unwrap(again), word);
    }

    function testFuzz_withSoldLeavesTheOtherFields(uint256 word, int112 sold) external pure {
        OutcomeState state = OutcomeState.wrap(word);
        _check(state.withSold(sold), state.logWeight(), sold, state.anchor(), state.tradedBlock());
    }

    function testFuzz_whatWasSoldMayBeNegative(uint256 word, uint112 amount) external pure {
        int256 sold = -int256(_bound(amount, 1, 1 << 104));
        OutcomeState state = OutcomeState.wrap(word).withSold(sold);
        _eq("sold", state.sold(), sold);
        _eq("sold and back", state.withSold(state.sold() - sold).sold(), int256(0));
    }

    function _check(
        OutcomeState state,
        int256 logWeight,
        int256 sold,
        int256 anchor,
        uint256 tradedBlock
    ) private pure {
        _eq("log weight", state.logWeight(), logWeight);
        _eq("sold", state.sold(), sold);
        _eq("anchor", state.anchor(), anchor);
        _eq("block", state.tradedBlock(), tradedBlock);
    }
}
