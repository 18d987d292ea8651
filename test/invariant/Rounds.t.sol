// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICredits} from "../../contracts/interfaces/ICredits.sol";
import {IEdgeRegistry} from "../../contracts/interfaces/IEdgeRegistry.sol";
import {IFundingPool} from "../../contracts/interfaces/IFundingPool.sol";
import {IJury} from "../../contracts/interfaces/IJury.sol";
import {IMarkets} from "../../contracts/interfaces/IMarkets.sol";
import {IRounds} from "../../contracts/interfaces/IRounds.sol";
import {InvariantTest} from "../utils/Cheats.sol";
import {RoundsChecks} from "./checks/RoundsChecks.sol";

/// @notice The rules of whole rounds that must hold whatever is done, in whatever order, by whom.
contract RoundsInvariants is InvariantTest, RoundsChecks {
    function setUp() external {
        _deploy();
        _target(address(_handler));
    }

    /* INVARIANTS */

    /// @notice All rules of money and of the clock, after every call.
    /// forge-config: default.invariant.depth = 24
    function invariant_rounds() external {
        _checkSystem();
    }

    /// @notice RO-4: whatever was done, anyone can bring every round to its end, and all money out of it.
    function afterInvariant() external {
        _bringToEnd();
    }

    /* COVERAGE */

    /// @notice The campaign is about something: over a few rounds every step of a round succeeds.
    function test_reachesEveryStep() external {
        for (uint256 i; i < 240; ++i) {
            uint256 seed = uint256(keccak256(abi.encode(i)));
            uint256 how = seed % 8;
            if (how == 0) _handler.pass(seed / 8);
            else if (how < 4) _handler.act(seed / 8);
            else if (how < 7) _handler.work(seed / 8);
            else _handler.stray(seed / 8);
        }
        bytes4[] memory steps = _steps();
        for (uint256 i; i < steps.length; ++i) {
            uint256 times = _handler.succeeded(steps[i]);
            if (times == 0) revert Invariant_Broken("never reached", i, times);
        }
        if (_s.rounds.current() < 3) revert Invariant_Broken("rounds", 3, _s.rounds.current());
    }

    function _steps() private pure returns (bytes4[] memory all) {
        all = new bytes4[](27);
        all[0] = IRounds.unsponsor.selector;
        all[1] = IRounds.sponsor.selector;
        all[2] = IRounds.start.selector;
        all[3] = IRounds.withdrawSponsorship.selector;
        all[4] = IRounds.collect.selector;
        all[5] = IRounds.openSeeds.selector;
        all[6] = IRounds.openSelection.selector;
        all[7] = IRounds.openNode.selector;
        all[8] = IMarkets.splitPair.selector;
        all[9] = IMarkets.trade.selector;
        all[10] = IMarkets.redeemTo.selector;
        all[11] = IEdgeRegistry.proposeEdge.selector;
        all[12] = IEdgeRegistry.challengeEdge.selector;
        all[13] = IEdgeRegistry.declare.selector;
        all[14] = IRounds.draw.selector;
        all[15] = IRounds.select.selector;
        all[16] = IJury.requestAudit.selector;
        all[17] = IJury.post.selector;
        all[18] = IJury.amend.selector;
        all[19] = IJury.challenge.selector;
        all[20] = IJury.finalize.selector;
        all[21] = IRounds.settleTarget.selector;
        all[22] = IRounds.settleSeed.selector;
        all[23] = IFundingPool.fund.selector;
        all[24] = IFundingPool.pull.selector;
        all[25] = IFundingPool.sweep.selector;
        all[26] = ICredits.withdrawFor.selector; // of the registry and of the jury
    }
}
