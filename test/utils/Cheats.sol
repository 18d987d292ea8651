// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice The cheat codes of Hardhat's Solidity tests that are used here.
interface Vm {
    function assume(bool condition) external pure;
    function deal(address account, uint256 balance) external;
    function envOr(string calldata name, uint256 otherwise) external view returns (uint256);
    function etch(address account, bytes calldata code) external;
    function expectRevert() external;
    function expectRevert(bytes calldata revertData) external;
    function getCode(string calldata artifact) external view returns (bytes memory);
    function prank(address sender) external;
    function roll(uint256 number) external;
    function warp(uint256 timestamp) external;
}

Vm constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

/// @notice Thrown when the constructor of `contractName` reverts.
error Deployment_Failed(string contractName);

/// @notice Deploys a contract as it is shipped: from its artifact, its libraries linked, whatever these tests are
/// compiled with. `arguments` are the constructor's, ABI-encoded.
function deploy(string memory contractName, bytes memory arguments) returns (address payable deployed) {
    bytes memory code = bytes.concat(vm.getCode(contractName), arguments);
    // There is no other way to create a contract from bytes.
    // solhint-disable-next-line no-inline-assembly
    assembly ("memory-safe") {
        deployed := create(0, add(code, 0x20), mload(code))
    }
    if (deployed == address(0)) revert Deployment_Failed(contractName);
}

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

/// @notice Domains and assertions of fuzz tests.
abstract contract FuzzTest {
    /// @notice Thrown when `actual` is not `expected`.
    error FuzzTest_NotEqual(string what, int256 actual, int256 expected);
    /// @notice Thrown when `actual` is not between `least` and `most`.
    error FuzzTest_OutOfBounds(string what, int256 actual, int256 least, int256 most);

    /// @dev Values between bounds, all alike.
    function _bound(uint256 x, uint256 least, uint256 most) internal pure returns (uint256) {
        return x >= least && x <= most ? x : least + (x % (most - least + 1));
    }

    /// @dev Values between bounds, all magnitudes alike.
    function _spread(uint256 x, uint256 least, uint256 most) internal pure returns (uint256) {
        uint256 hash = uint256(keccak256(abi.encode(x)));
        uint256 value = hash >> (hash % 256);
        return value >= least && value <= most ? value : _bound(hash >> (255 - (hash % 200)), least, most);
    }

    /// @dev The `i`th of the numbers that a seed stands for.
    function _random(uint256 seed, uint256 i) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, i)));
    }

    function _eq(string memory what, int256 actual, int256 expected) internal pure {
        if (actual != expected) revert FuzzTest_NotEqual(what, actual, expected);
    }

    function _eq(string memory what, uint256 actual, uint256 expected) internal pure {
        if (actual != expected) revert FuzzTest_NotEqual(what, int256(actual), int256(expected));
    }

    function _between(string memory what, int256 actual, int256 least, int256 most) internal pure {
        if (actual < least || actual > most) revert FuzzTest_OutOfBounds(what, actual, least, most);
    }

    function _between(string memory what, uint256 actual, uint256 least, uint256 most) internal pure {
        if (actual < least || actual > most) {
            revert FuzzTest_OutOfBounds(what, int256(actual), int256(least), int256(most));
        }
    }
}
