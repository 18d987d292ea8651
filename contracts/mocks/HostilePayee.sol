// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title An account that does what payees should not: refuses ether, calls back, sends with little gas
contract HostilePayee {
    error HostilePayee_Refused(uint256 amount);

    bool public refusing;
    address public hookTarget;
    bytes public hookData;
    bool public hookSucceeded;
    bytes public hookResult;

    /// @notice Refuses ether from now.
    function setRefusing(bool refusing_) external {
        refusing = refusing_;
    }

    /// @notice Calls `target` once, when ether arrives.
    function setHook(address target, bytes calldata data) external {
        (hookTarget, hookData) = (target, data);
    }

    /// @notice Calls `target` with `data`, as this account.
    function execute(address target, bytes calldata data) external payable returns (bytes memory) {
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, bytes memory result) = target.call{value: msg.value}(data);
        if (!success) revert HostilePayee_Refused(result.length);
        return result;
    }

    /// @notice Sends the value to `target` as `transfer` does: with 2,300 gas.
    function sendWithStipend(address target) external payable {
        // The stipend of a call with value is all that it gets.
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, ) = target.call{value: msg.value, gas: 0}("");
        if (!success) revert HostilePayee_Refused(msg.value);
    }

    receive() external payable {
        _onEther();
    }

    function _onEther() private {
        if (refusing) revert HostilePayee_Refused(msg.value);
        address target = hookTarget;
        if (target == address(0)) return;
        hookTarget = address(0);
        // solhint-disable-next-line avoid-low-level-calls
        (hookSucceeded, hookResult) = target.call(hookData);
    }
}
