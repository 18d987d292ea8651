// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {vm} from "../../utils/Cheats.sol";

/// @notice Calls as somebody, and counts what came of it: by function, and by the reason of what was refused.
abstract contract CallLog {
    /// @notice What a call came to that a panic ended, or that gave no reason; `THROUGH`: nothing refused it.
    bytes4 internal constant THROUGH = 0;
    bytes4 internal constant NO_REASON = 0xffffffff;
    bytes4 internal constant PANIC = 0x4e487b71;

    /// @notice How often each function did what it was asked.
    mapping(bytes4 selector => uint256) public succeeded;
    /// @notice How often a call of this function came to this.
    mapping(bytes8 selectorAndReason => uint256) private _counts;
    bytes8[] private _keys;

    /// @notice The last call that ended in a panic, or without a reason: rules refuse by name.
    bytes public unexplained;
    bytes public unexplainedReason;

    /// @dev A call that is refused is caught: it must leave no trace, which invariants then show.
    function _call(address caller, address target, uint256 value, bytes memory call) internal returns (bool ok) {
        bytes memory result;
        vm.prank(caller);
        // solhint-disable-next-line avoid-low-level-calls
        (ok, result) = target.call{value: value}(call);
        bytes4 selector = bytes4(call);
        if (ok) ++succeeded[selector];
        bytes4 reason =
            ok
                ? THROUGH
                : result.length < 4
                    ? NO_REASON
                    : bytes4(result);
        if (reason == NO_REASON || reason == PANIC) (unexplained, unexplainedReason) = (call, result);
        _count(selector, reason);
    }

    function _count(bytes4 selector, bytes4 reason) internal {
        bytes8 key = bytes8(abi.encodePacked(selector, reason));
        if (_counts[key]++ == 0) _keys.push(key);
    }

    /// @notice All counts, each as selector (4 bytes), reason (4 bytes) and number (8 bytes).
    function counts() external view returns (bytes memory all) {
        for (uint256 i; i < _keys.length; ++i) {
            all = bytes.concat(all, _keys[i], bytes8(uint64(_counts[_keys[i]])));
        }
    }
}
