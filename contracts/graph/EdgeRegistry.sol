// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {ConnectedToRounds} from "../shared/ConnectedToRounds.sol";
import {Maintainers} from "./Maintainers.sol";
import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {IJury} from "../interfaces/IJury.sol";
import {IRounds} from "../interfaces/IRounds.sol";
import {EdgeIntake} from "./EdgeIntake.sol";
import {EdgeSettlement} from "./EdgeSettlement.sol";
import {GraphState} from "./GraphState.sol";
import {GraphViews} from "./GraphViews.sol";
import {MeasuredPull} from "../shared/MeasuredPull.sol";

/// @title EdgeRegistry
/// @notice See {IEdgeRegistry}, which has the rules and the documentation; the work is done by the libraries:
/// {EdgeIntake} for what strangers and maintainers hand in, {EdgeSettlement} for what a round makes of it, {Levels} for
/// the proof that there is no cycle.
contract EdgeRegistry is Maintainers, ConnectedToRounds, ReentrancyGuardTransient {
    using GraphState for GraphState.Graph;
    using SafeCast for uint256;
    using MeasuredPull for IERC20;
    using SafeERC20 for IERC20;

    /* CONSTANTS AND IMMUTABLES */

    /// @inheritdoc IEdgeRegistry
    bytes32 public constant UNKNOWN = GraphState.UNKNOWN;

    /// @dev The last of so many parts of Registration is for challenges alone.
    uint256 private constant CHALLENGE_PART = 8;

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

    GraphState.Graph private _graph;

    /// @inheritdoc IEdgeRegistry
    mapping(address account => uint256) public credits;

    /// @inheritdoc IEdgeRegistry
    bytes32 public genesisHash;

    /// @inheritdoc IEdgeRegistry
    bool public isSealed;

    /* CONSTRUCTOR */

    constructor(
        address deployer,
        bytes32 target,
        bytes32 genesisRoot,
        address registrar,
        IERC20 money,
        IJury jury,
        uint256 bondBase
    ) Maintainers(registrar) ConnectedToRounds(deployer) {
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
        _graph.nodes[target].parent = true;
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

    /* GENESIS */

    /// @inheritdoc IEdgeRegistry
    function importNodes(Import[] calldata nodes) external onlyGenesis {
        genesisHash = EdgeIntake.importNodes(_graph, genesisHash, nodes);
    }

    /// @inheritdoc IEdgeRegistry
    function seal() external onlyGenesis {
        if (genesisHash != GENESIS_ROOT) revert EdgeRegistry_WrongRoot(GENESIS_ROOT, genesisHash);
        if (_graph.checkpoints[TARGET].length == 0) revert EdgeRegistry_WrongOrder(TARGET);
        isSealed = true;
        emit Sealed(genesisHash);
    }

    /* EDGES */

    /// @inheritdoc IEdgeRegistry
    function proposeEdge(
        bytes32 parent,
        string calldata project,
        uint256 rate,
        uint256 maxBond
    ) external nonReentrant onlySealed returns (bytes32 child, uint256 bond) {
        uint256 round = _registration();
        _requireProposable(round);
        (child, bond) = EdgeIntake.propose(_graph, round, _terms(round, parent), parent, project, rate);
        if (bond > maxBond) revert EdgeRegistry_AboveMaximum(bond, maxBond);
        _receive(bond);
    }

    /// @inheritdoc IEdgeRegistry
    function challengeEdge(
        bytes32 parent,
        bytes32 child,
        uint256 maxStake
    ) external nonReentrant onlySealed returns (uint256 stake) {
        uint256 round = _rounds.current();
        IRounds.Phase phase = _rounds.phaseOf(round);
        if (phase != IRounds.Phase.Registration && phase != IRounds.Phase.Opening) {
            revert EdgeRegistry_WrongPhase(round, phase);
        }
        stake = EdgeIntake.challenge(_graph, round, parent, child);
        if (stake > maxStake) revert EdgeRegistry_AboveMaximum(stake, maxStake);
        _receive(stake);
    }

    /// @inheritdoc IEdgeRegistry
    function raiseLevel(bytes32 node, bytes32 parent, uint256 steps) external onlySealed {
        EdgeIntake.raiseLevel(_graph, node, parent, steps);
    }

    /* MAINTAINERS */

    /// @inheritdoc IEdgeRegistry
    function attest(
        bytes32 node,
        address maintainer,
        uint256 nonce,
        uint256 deadline,
        bytes calldata signature
    ) external onlySealed {
        if (node == TARGET || node == UNKNOWN) revert EdgeRegistry_InvalidMaintainer(node, maintainer);
        _attest(node, maintainer, nonce, deadline, signature);
    }

    /// @inheritdoc IEdgeRegistry
    function optOut(bytes32 node) external onlyMaintainer(node) {
        GraphState.Node storage n = _graph.nodes[node];
        if (n.optOut != 0) revert EdgeRegistry_OptedOut(node);
        uint256 round = _rounds.current() + 1;
        n.optOut = round.toUint32();
        emit OptedOut(node, round);
    }

    /// @inheritdoc IEdgeRegistry
    function applyOptOut(bytes32 parent, bytes32 child) external onlySealed {
        uint256 round = _rounds.current();
        EdgeIntake.applyOptOut(_graph, round, _rounds.phaseOf(round), parent, child);
    }

    /// @inheritdoc IEdgeRegistry
    function declare(
        bytes32 node,
        uint256[] calldata weights,
        uint256 originality,
        uint256 maxBond
    ) external nonReentrant onlyMaintainer(node) returns (uint256 bond) {
        uint256 round = _registration();
        bond = EdgeIntake.declare(_graph, round, _terms(round, node), node, weights, originality);
        if (bond > maxBond) revert EdgeRegistry_AboveMaximum(bond, maxBond);
        _receive(bond);
    }

    /// @inheritdoc IEdgeRegistry
    function declareChildren(
        bytes32 node,
        bytes32[] calldata children,
        uint256[] calldata weights,
        uint256 originality
    ) external onlyMaintainer(node) {
        EdgeIntake.declareChildren(_graph, _registration(), node, children, weights, originality);
    }

    /* MONEY */

    /// @inheritdoc IEdgeRegistry
    function withdraw(address receiver) external nonReentrant returns (uint256 amount) {
        return _withdraw(msg.sender, receiver);
    }

    /// @inheritdoc IEdgeRegistry
    function withdrawFor(address account) external nonReentrant returns (uint256 amount) {
        return _withdraw(account, account);
    }

    /* FOR ROUNDS */

    /// @inheritdoc IEdgeRegistry
    function touch(bytes32 node) external onlyRounds onlySealed {
        _graph.touch(node, _rounds.current());
    }

    /// @inheritdoc IEdgeRegistry
    function settle(
        uint256 round,
        bytes32 node,
        Outcome calldata outcome
    ) external onlyRounds nonReentrant returns (uint256 compensation) {
        // Effects.
        uint256 slashed;
        (compensation, slashed) = EdgeSettlement.settle(
            _graph,
            credits,
            round,
            node,
            outcome,
            _liquidityOf(round, node),
            _rounds.liquidityOf(round, IRounds.Kind.Originality)
        );

        // Interactions.
        if (compensation != 0) MONEY.safeTransfer(msg.sender, compensation);
        if (slashed != 0) {
            MONEY.forceApprove(address(JURY), slashed);
            JURY.gift(slashed);
        }
    }

    /* VIEWS */

    /// @inheritdoc IEdgeRegistry
    function rosterSize(uint256 round, bytes32 node) external view returns (uint256) {
        return GraphViews.rosterSize(_graph, round, node);
    }

    /// @inheritdoc IEdgeRegistry
    function rosterAt(uint256 round, bytes32 node, uint256 index) external view returns (bytes32 child) {
        return GraphViews.rosterAt(_graph, round, node, index);
    }

    /// @inheritdoc IEdgeRegistry
    function roster(
        uint256 round,
        bytes32 node
    ) external view returns (bytes32[] memory children, uint256[] memory rates) {
        return GraphViews.roster(_graph, round, node);
    }

    /// @inheritdoc IEdgeRegistry
    function originalityRate(uint256 round, bytes32 node) external view returns (uint256) {
        return GraphViews.originalityRate(_graph, round, node);
    }

    /// @inheritdoc IEdgeRegistry
    function originalityAt(uint256 round, bytes32 node) external view returns (uint256) {
        _requireSettled(round, node);
        return GraphViews.originalityAt(_graph, round, node);
    }

    /// @inheritdoc IEdgeRegistry
    function childCountAt(uint256 round, bytes32 node) external view returns (uint256) {
        _requireSettled(round, node);
        return GraphViews.childCountAt(_graph, round, node);
    }

    /// @inheritdoc IEdgeRegistry
    function childAt(uint256 round, bytes32 node, uint256 index) external view returns (bytes32 child, uint256 weight) {
        _requireSettled(round, node);
        return GraphViews.childAt(_graph, round, node, index);
    }

    /// @inheritdoc IEdgeRegistry
    function childrenAt(
        uint256 round,
        bytes32 node
    ) external view returns (bytes32[] memory children, uint256[] memory weights) {
        _requireSettled(round, node);
        return GraphViews.childrenAt(_graph, round, node);
    }

    /// @inheritdoc IEdgeRegistry
    function getNode(bytes32 node) external view returns (NodeView memory) {
        return GraphViews.getNode(_graph, node);
    }

    /// @inheritdoc IEdgeRegistry
    function isSeed(uint256 round, bytes32 node) external view returns (bool) {
        return GraphViews.isSeed(_graph, round, node);
    }

    /// @inheritdoc IEdgeRegistry
    function getCandidates(uint256 round, bytes32 parent) external view returns (Candidate[] memory) {
        return _graph.intakes[round][parent].candidates;
    }

    /// @inheritdoc IEdgeRegistry
    function getDeclaration(uint256 round, bytes32 node) external view returns (DeclarationView memory) {
        return GraphViews.getDeclaration(_graph, round, node);
    }

    /// @inheritdoc IEdgeRegistry
    function bondOf(bytes32 parent, uint256 rate) external view returns (uint256 slotBond, uint256 rateBond) {
        uint256 round = _rounds.current();
        return EdgeIntake.bondOf(_graph, round, _terms(round, parent), parent, rate);
    }

    /// @inheritdoc IEdgeRegistry
    function isSettled(uint256 round, bytes32 node) public view returns (bool) {
        if (round == 0) return isSealed;
        GraphState.Node storage n = _graph.nodes[node];
        // What waits for the settlement of a round leaves the rounds after it open too: its list is written for all.
        if (n.touched <= round && n.settled < n.touched) return false;
        return _rounds.phaseOf(round) == IRounds.Phase.Settled;
    }

    /* PRIVATE */

    /// @dev The current round, which must take registrations.
    function _registration() private view returns (uint256 round) {
        round = _rounds.current();
        IRounds.Phase phase = _rounds.phaseOf(round);
        if (phase != IRounds.Phase.Registration) revert EdgeRegistry_WrongPhase(round, phase);
    }

    /// @dev ER-14.
    function _requireProposable(uint256 round) private view {
        IRounds.Schedule memory s = _rounds.scheduleOf(round);
        uint256 end = s.openingAt - (s.openingAt - s.registrationAt) / CHALLENGE_PART;
        if (block.timestamp >= end) revert EdgeRegistry_ProposalsEnded(round, end, block.timestamp);
    }

    function _terms(uint256 round, bytes32 node) private view returns (EdgeIntake.Terms memory) {
        return
            EdgeIntake.Terms({
                bondBase: BOND_BASE,
                b: _liquidityOf(round, node),
                originalityB: _rounds.liquidityOf(round, IRounds.Kind.Originality)
            });
    }

    /// @dev b of the pool of the node's roster.
    function _liquidityOf(uint256 round, bytes32 node) private view returns (uint256) {
        return _rounds.liquidityOf(round, node == TARGET ? IRounds.Kind.Weight : IRounds.Kind.Children);
    }

    /// @dev The caller pays `amount`; a token that keeps a part of it, or pretends, is refused (ER-50).
    function _receive(uint256 amount) private {
        if (amount == 0) return;
        uint256 received = MONEY.pullMeasured(amount);
        if (received < amount) revert EdgeRegistry_NotReceived(amount, received);
    }

    function _withdraw(address account, address receiver) private returns (uint256 amount) {
        amount = credits[account];
        if (amount == 0) revert EdgeRegistry_NothingToWithdraw(account);
        credits[account] = 0;
        emit Withdrawn(account, receiver, amount);
        MONEY.safeTransfer(receiver, amount);
    }

    function _requireSettled(uint256 round, bytes32 node) private view {
        if (!isSettled(round, node)) revert EdgeRegistry_NotSettled(node, round);
    }
}
