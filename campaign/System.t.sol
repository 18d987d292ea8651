// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {vm} from "../test/utils/Cheats.sol";
import {SystemChecks} from "./SystemChecks.sol";

/// @notice All contracts together, under everything that strangers can do to them at once: whole sequences out of one
/// number each. `npm run fuzz` plays as many as time allows, `npm test` a few.
contract SystemCampaign is SystemChecks {
    /// @notice `seed` alone reproduces it: `npm run fuzz -- --seed SEED`.
    error SystemCampaign_Broken(uint256 seed, uint256 step, bytes reason);

    uint256 private constant STEPS = 256;
    /// @dev Between two looks at all rules.
    uint256 private constant STRIDE = 16;
    uint256 private constant START = 1_000_000;
    address private constant CONSOLE = 0x000000000000000000636F6e736F6c652e6c6f67;

    /// @notice The seeds from `CAMPAIGN_SEED` on, `CAMPAIGN_RUNS` of them.
    function test_campaign() external {
        uint256 seed = vm.envOr("CAMPAIGN_SEED", uint256(1));
        uint256 runs = vm.envOr("CAMPAIGN_RUNS", uint256(3));
        for (uint256 i; i < runs; ++i) _play(seed + i);
    }

    function _play(uint256 seed) private {
        vm.warp(START);
        vm.roll(START);
        _deploySystem();
        for (uint256 i; i < STEPS; ++i) {
            _step(uint256(keccak256(abi.encode(seed, i))));
            if (i % STRIDE == STRIDE - 1) _look(seed, i, abi.encodeCall(this.check, ()));
        }
        _look(seed, STEPS, abi.encodeCall(this.finish, ()));
        _report(_handler.counts());
        _report(_strangers.counts());
    }

    function _step(uint256 seed) private {
        uint256 how = seed % 16;
        uint256 more = seed / 16;
        if (how < 2) _handler.pass(more);
        else if (how < 5) _handler.act(more);
        else if (how < 7) _handler.work(more);
        else if (how == 7) _handler.stray(more);
        else for (uint256 i; i < 3; ++i) _strangers.act(uint256(keccak256(abi.encode(more, i))));
    }

    function _look(uint256 seed, uint256 step, bytes memory call) private {
        // solhint-disable-next-line avoid-low-level-calls
        (bool ok, bytes memory reason) = address(this).call(call);
        if (!ok) revert SystemCampaign_Broken(seed, step, reason);
    }

    function check() external {
        _checkAll();
    }

    function finish() external {
        _bringToEnd();
    }

    /// @dev For whoever runs the campaign: what calls came to, see {CallLog-counts}.
    function _report(bytes memory counts) private view {
        // solhint-disable-next-line avoid-low-level-calls
        (bool ok, ) = CONSOLE.staticcall(abi.encodeWithSignature("log(bytes)", counts));
        assert(ok);
    }
}
