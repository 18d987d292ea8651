// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {IFundingPool} from "../interfaces/IFundingPool.sol";
import {ConnectedToRounds} from "../shared/ConnectedToRounds.sol";

/// @title The books of all rounds and tokens, and the registry whose weights they follow
abstract contract FundingState is IFundingPool, ConnectedToRounds, ReentrancyGuardTransient {
    using Math for uint256;
    using SafeCast for uint256;

    /* TYPES */

    /// @dev It takes two slots: 128 + 128 and 128 + 8 bits.
    struct Pot {
        uint128 allotted;
        uint128 claimed;
        uint128 returned; // to UNKNOWN
        bool isSwept;
    }

    /// @dev It takes two slots: claims touch the first, pulls the first of the child and the second of the parent.
    struct Account {
        uint128 received; // 0 for the target and UNKNOWN, whose amounts are those of the pot
        uint128 claimed;
        uint128 pulled; // by all children
    }

    /// @dev It does not change within a call, and is read once.
    struct Context {
        IEdgeRegistry registry;
        bytes32 target;
        bytes32 unknown;
    }

    /* CONSTANTS */

    /// @inheritdoc IFundingPool
    address public constant ETH = address(0);

    /* STORAGE */

    /// @inheritdoc IFundingPool
    mapping(address token => uint256) public held;

    mapping(uint256 round => mapping(address token => Pot)) internal _pots;
    mapping(uint256 round => mapping(address token => mapping(bytes32 node => Account))) internal _accounts;
    mapping(uint256 round => mapping(address token => mapping(bytes32 parent => mapping(uint256 index => uint256))))
        internal _pulled;

    /* MODIFIERS */

    modifier whenConnected() {
        if (address(_rounds) == address(0)) revert FundingPool_NotConnected();
        _;
    }

    /* POTS AND ACCOUNTS */

    function _allot(uint256 round, address token, uint256 amount) internal {
        Pot storage pot = _pots[round][token];
        pot.allotted = (pot.allotted + amount).toUint128();
    }

    function _openPot(uint256 round, address token) internal view returns (Pot storage pot) {
        pot = _pots[round][token];
        if (pot.isSwept) revert FundingPool_AlreadySwept(round, token);
    }

    function _requireSettled(IEdgeRegistry registry, uint256 round, bytes32 node) internal view {
        if (!registry.isSettled(round, node)) revert FundingPool_NotSettled(round, node);
    }

    function _isOpen(IEdgeRegistry registry, uint256 round, address token, bytes32 node) internal view returns (bool) {
        return !_pots[round][token].isSwept && registry.isSettled(round, node);
    }

    /// @dev Returns what an account has not given yet. It bounds claims and pulls, which reach it only if final weights
    /// were to change (FP-7).
    function _notGivenBy(uint256 received, Account storage account) internal view returns (uint256) {
        return received.saturatingSub(uint256(account.claimed) + account.pulled);
    }

    function _receivedBy(bytes32 target, uint256 round, address token, bytes32 node) internal view returns (uint256) {
        return node == target ? _pots[round][token].allotted : _accounts[round][token][node].received;
    }

    /// @dev Returns what was neither claimed nor given to UNKNOWN.
    function _unspentOf(Pot storage pot) internal view returns (uint256) {
        return uint256(pot.allotted) - pot.claimed - pot.returned;
    }

    /* ROUNDS AND REGISTRY */

    /// @dev Returns the round that settles next; before the first round that is the first.
    function _nextToSettle() internal view returns (uint256) {
        if (address(_rounds) == address(0)) revert FundingPool_NotConnected();
        return _rounds.unsettled().max(1);
    }

    function _registry() internal view returns (IEdgeRegistry) {
        if (address(_rounds) == address(0)) revert FundingPool_NotConnected();
        return _rounds.REGISTRY();
    }

    function _context() internal view returns (Context memory) {
        IEdgeRegistry registry = _registry();
        return Context({registry: registry, target: registry.TARGET(), unknown: registry.UNKNOWN()});
    }
}
