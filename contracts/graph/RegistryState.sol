// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {IJury} from "../interfaces/IJury.sol";
import {IRounds} from "../interfaces/IRounds.sol";
import {ConnectedToRounds} from "../shared/ConnectedToRounds.sol";
import {Credits} from "../shared/Credits.sol";
import {EdgeBonds} from "./EdgeBonds.sol";
import {GraphState} from "./GraphState.sol";

/// @title What every part of the registry knows: its parameters, the graph, and what it owes
abstract contract RegistryState is IEdgeRegistry, ConnectedToRounds, Credits {
    using SafeCast for uint256;

    /* CONSTANTS AND IMMUTABLES */

    /// @inheritdoc IEdgeRegistry
    bytes32 public constant UNKNOWN = GraphState.UNKNOWN;

    /// @inheritdoc IEdgeRegistry
    bytes32 public immutable TARGET;

    /// @inheritdoc IEdgeRegistry
    bytes32 public immutable GENESIS_ROOT;

    /// @inheritdoc IEdgeRegistry
    IERC20 public immutable MONEY;

    /// @inheritdoc IEdgeRegistry
    IJury public immutable JURY;

    /// @inheritdoc IEdgeRegistry
    uint256 public immutable BOND_BASE;

    /* STORAGE */

    GraphState.Graph internal _graph;

    /// @inheritdoc IEdgeRegistry
    bytes32 public genesisHash;

    /// @inheritdoc IEdgeRegistry
    bool public isSealed;

    /// @inheritdoc IEdgeRegistry
    mapping(uint256 round => uint256) public compensationOf;

    /// @inheritdoc IEdgeRegistry
    uint256 public slashed;

    /* CONSTRUCTOR */

    constructor(
        address deployer,
        bytes32 target,
        bytes32 genesisRoot,
        IERC20 money,
        IJury jury,
        uint256 bondBase
    ) ConnectedToRounds(deployer) {
        if (target == 0 || target == UNKNOWN || bondBase == 0) revert EdgeRegistry_InvalidGenesis(target, bondBase);
        if (address(money).code.length == 0) revert EdgeRegistry_InvalidAddress(address(money));
        if (address(jury).code.length == 0) revert EdgeRegistry_InvalidAddress(address(jury));
        if (address(jury.STAKE_TOKEN()) != address(money)) revert EdgeRegistry_InvalidAddress(address(jury));
        TARGET = target;
        GENESIS_ROOT = genesisRoot;
        MONEY = money;
        JURY = jury;
        BOND_BASE = bondBase.toUint96();
        _graph.target = target;
        _graph.nodes[target].isParent = true;
    }

    /* MODIFIERS */

    modifier onlyGenesis() {
        if (msg.sender != DEPLOYER) revert Connected_NotDeployer(msg.sender, DEPLOYER);
        if (isSealed) revert EdgeRegistry_AlreadySealed();
        _;
    }

    modifier onlySealed() {
        if (!isSealed) revert EdgeRegistry_NotSealed();
        _;
    }

    /* INTERNAL */

    function _terms(uint256 round, bytes32 node) internal view returns (EdgeBonds.Terms memory) {
        return
            EdgeBonds.Terms({
                bondBase: BOND_BASE,
                b: _liquidityOf(round, node),
                originalityB: _rounds.liquidityOf(round, IRounds.Kind.Originality)
            });
    }

    /// @dev Returns b of the pool of the node's roster.
    function _liquidityOf(uint256 round, bytes32 node) internal view returns (uint256) {
        return _rounds.liquidityOf(round, node == TARGET ? IRounds.Kind.Weight : IRounds.Kind.Children);
    }

    /// @inheritdoc Credits
    function _token() internal view override returns (IERC20) {
        return MONEY;
    }

    /// @inheritdoc Credits
    function _revertNotReceived(uint256 expected, uint256 received) internal pure override {
        revert EdgeRegistry_NotReceived(expected, received);
    }

    /// @inheritdoc Credits
    function _revertNothingToWithdraw(address account) internal pure override {
        revert EdgeRegistry_NothingToWithdraw(account);
    }
}
