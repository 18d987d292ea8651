// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {OutcomeId} from "../../../contracts/markets/OutcomeId.sol";
import {FuzzTest} from "../../utils/Cheats.sol";

/// @notice Ids say which market and which token, and nothing is said twice.
contract OutcomeIdTest is FuzzTest {
    function testFuzz_anIdIsMarketAndIndex(bytes32 hash, uint8 outcome, bool short) external pure {
        uint256 market = OutcomeId.toMarket(hash);
        uint256 id = OutcomeId.outcomeId(market, 256, outcome, short);
        _eq("low bits", market & 0xffff, 0);
        _eq("high bits", market >> 16, uint256(hash) >> 16);
        _eq("market", OutcomeId.marketOf(id), market);
        _eq("index", OutcomeId.indexOf(id), short ? uint256(256) + outcome : outcome);
        _eq("parts", OutcomeId.marketOf(id) | OutcomeId.indexOf(id), id);
    }

    function testFuzz_theShortOfABinaryMarketIsTheOtherLong(bytes32 hash, bool second) external pure {
        uint256 market = OutcomeId.toMarket(hash);
        uint256 outcome = second ? 1 : 0;
        uint256 shortId = OutcomeId.outcomeId(market, 2, outcome, true);
        _eq("alias", shortId, OutcomeId.outcomeId(market, 2, 1 - outcome, false));
        _eq("id", shortId, market + 1 - outcome);
    }

    function testFuzz_differentTokensHaveDifferentIds(
        bytes32 hash,
        uint256 outcomes,
        uint256 first,
        uint256 second,
        bool short
    ) external pure {
        outcomes = _bound(outcomes, 3, 256);
        (first, second) = (_bound(first, 0, outcomes - 1), _bound(second, 0, outcomes - 1));
        uint256 market = OutcomeId.toMarket(hash);
        uint256 id = OutcomeId.outcomeId(market, outcomes, first, short);
        bool same = id == OutcomeId.outcomeId(market, outcomes, second, short);
        _eq("the same outcome", same ? 1 : 0, uint256(first == second ? 1 : 0));
        same = id == OutcomeId.outcomeId(market, outcomes, second, !short);
        _eq("the other side", same ? 1 : 0, uint256(0));
    }

    function testFuzz_whatIsAnOutcome(uint256 index, uint256 outcomes, bool near, bool binary) external pure {
        outcomes = binary ? 2 : _bound(outcomes, 3, 256);
        index = near ? _bound(index, 0, 520) : _bound(index, 0, 0xffff);
        bool long = index < outcomes;
        bool short = outcomes > 2 && index >= 256 && index < 256 + outcomes;
        _eq("outcome", OutcomeId.isOutcome(index, outcomes) ? 1 : 0, uint256(long || short ? 1 : 0));
    }

    function test_aBinaryMarketHasNoShortsOfItsOwn() external pure {
        _eq("LONG_1", OutcomeId.isOutcome(1, 2) ? 1 : 0, uint256(1));
        _eq("SHORT_0", OutcomeId.isOutcome(256, 2) ? 1 : 0, uint256(0));
        _eq("SHORT_1", OutcomeId.isOutcome(257, 2) ? 1 : 0, uint256(0));
    }

    function testFuzz_idsOfOutcomesAreOutcomes(uint256 outcomes, uint256 outcome, bool short) external pure {
        outcomes = _bound(outcomes, 2, 256);
        uint256 id = OutcomeId.outcomeId(0, outcomes, _bound(outcome, 0, outcomes - 1), short);
        _eq("outcome", OutcomeId.isOutcome(OutcomeId.indexOf(id), outcomes) ? 1 : 0, uint256(1));
        _eq("LP shares", OutcomeId.isOutcome(OutcomeId.SHARES, outcomes) ? 1 : 0, uint256(0));
        _eq("founding shares", OutcomeId.isOutcome(OutcomeId.FOUNDING_SHARES, outcomes) ? 1 : 0, uint256(0));
        _eq("no market has none", OutcomeId.isOutcome(OutcomeId.indexOf(id), 0) ? 1 : 0, uint256(0));
    }
}
