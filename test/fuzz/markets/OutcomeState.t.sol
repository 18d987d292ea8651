// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {OutcomeState, pack} from "../../../contracts/markets/OutcomeState.sol";
import {FuzzTest} from "../../utils/Cheats.sol";

/// @notice Two fields in one word: neither reaches into the other.
contract OutcomeStateTest is FuzzTest {
    function testFuzz_packAndUnpack(int72 logWeight, int112 sold) external pure {
        _check(pack(logWeight, sold), logWeight, sold);
    }

    function testFuzz_everyWordIsItsFields(uint184 upper) external pure {
        OutcomeState state = OutcomeState.wrap(uint256(upper) << 72);
        _eq("word", OutcomeState.unwrap(pack(state.logWeight(), state.sold())), uint256(upper) << 72);
    }

    function testFuzz_withSoldLeavesTheLogWeight(uint256 word, int112 sold) external pure {
        OutcomeState state = OutcomeState.wrap(word);
        _check(state.withSold(sold), state.logWeight(), sold);
    }

    function testFuzz_whatWasSoldMayBeNegative(uint256 word, uint112 amount) external pure {
        int256 sold = -int256(_bound(amount, 1, 1 << 104));
        OutcomeState state = OutcomeState.wrap(word).withSold(sold);
        _eq("sold", state.sold(), sold);
        _eq("sold and back", state.withSold(state.sold() - sold).sold(), int256(0));
    }

    function _check(OutcomeState state, int256 logWeight, int256 sold) private pure {
        _eq("log weight", state.logWeight(), logWeight);
        _eq("sold", state.sold(), sold);
    }
}
