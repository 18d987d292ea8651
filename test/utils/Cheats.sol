// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice The cheat codes of Hardhat's Solidity tests that are used here.
interface Vm {
    function assume(bool condition) external pure;
    function expectRevert() external;
    function prank(address sender) external;
    function roll(uint256 number) external;
    function warp(uint256 timestamp) external;
}

Vm constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

/// @notice What the runner of invariant tests asks a test contract.
abstract contract InvariantTest {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    address[] private _contracts;

    function targetContracts() external view returns (address[] memory) {
        return _contracts;
    }

    /// @dev All functions of `target` are called, at random.
    function _target(address target) internal {
        _contracts.push(target);
    }
}
