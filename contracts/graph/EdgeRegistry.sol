// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {IJury} from "../interfaces/IJury.sol";
import {IRounds} from "../interfaces/IRounds.sol";
import {Declarations} from "./Declarations.sol";
import {Edges} from "./Edges.sol";
import {EdgeSettlement} from "./EdgeSettlement.sol";
import {Genesis} from "./Genesis.sol";
import {GraphState} from "./GraphState.sol";
import {Maintainers} from "./Maintainers.sol";
import {OptOuts} from "./OptOuts.sol";
import {RegistryState} from "./RegistryState.sol";
import {RegistryViews} from "./RegistryViews.sol";

/// @title EdgeRegistry
/// @notice See {IEdgeRegistry}, which has the rules and the documentation.
/// @dev Made of who maintains a project ({Maintainers}), the parameters, the graph and the money ({RegistryState}), and
/// what can be read ({RegistryViews}). Linked libraries do the work on the graph: {Genesis} imports it, {Edges},
/// {OptOuts} and {Declarations} take what is handed in during a round, {EdgeSettlement} says what the round makes of
/// it; {Levels} has the proof that there is no cycle.
contract EdgeRegistry is Maintainers, RegistryViews {
    using GraphState for GraphState.Graph;
    using SafeCast for uint256;
    using SafeERC20 for IERC20;

    /// @dev Of so many equal parts of Registration the last is for challenges alone.
    uint256 private constant CHALLENGE_PART = 8;

    constructor(
        address deployer,
        bytes32 target,
        bytes32 genesisRoot,
        address registrar,
        IERC20 money,
        IJury jury,
        uint256 bondBase
    ) Maintainers(registrar) RegistryState(deployer, target, genesisRoot, money, jury, bondBase) {}

    /* GENESIS */

    /// @inheritdoc IEdgeRegistry
    function importNodes(Import[] calldata nodes) external onlyGenesis {
        genesisHash = Genesis.importNodes(_graph, genesisHash, nodes);
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
        (child, bond) = Edges.propose(_graph, round, _terms(round, parent), parent, project, rate);
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
        stake = Edges.challenge(_graph, round, parent, child);
        if (stake > maxStake) revert EdgeRegistry_AboveMaximum(stake, maxStake);
        _receive(stake);
    }

    /// @inheritdoc IEdgeRegistry
    function raiseLevel(bytes32 node, bytes32 parent, uint256 steps) external onlySealed {
        Edges.raiseLevel(_graph, node, parent, steps);
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
        OptOuts.applyOptOut(_graph, round, _rounds.phaseOf(round), parent, child);
    }

    /// @inheritdoc IEdgeRegistry
    function declare(
        bytes32 node,
        uint256[] calldata weights,
        uint256 originality,
        uint256 maxBond
    ) external nonReentrant onlyMaintainer(node) returns (uint256 bond) {
        uint256 round = _registration();
        bond = Declarations.declare(_graph, round, _terms(round, node), node, weights, originality);
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
        Declarations.declareChildren(_graph, _registration(), node, children, weights, originality);
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
    ) external onlyRounds returns (uint256 compensation) {
        uint256 taken;
        (compensation, taken) = EdgeSettlement.settle(
            _graph,
            credits,
            round,
            node,
            outcome,
            _liquidityOf(round, node),
            _rounds.liquidityOf(round, IRounds.Kind.Originality)
        );
        compensationOf[round] += compensation;
        slashed += taken;
    }

    /// @inheritdoc IEdgeRegistry
    function collectCompensation(uint256 round) external onlyRounds nonReentrant returns (uint256 amount) {
        amount = compensationOf[round];
        if (amount == 0) return 0;
        compensationOf[round] = 0;
        emit CompensationCollected(round, amount);
        MONEY.safeTransfer(msg.sender, amount);
    }

    /* FOR ANYONE */

    /// @inheritdoc IEdgeRegistry
    function collectSlashed() external nonReentrant returns (uint256 amount) {
        amount = slashed;
        if (amount == 0) return 0;
        slashed = 0;
        emit SlashedCollected(amount);
        MONEY.forceApprove(address(JURY), amount);
        JURY.gift(amount);
    }

    /* PRIVATE */

    /// @dev Returns the current round, which must be in Registration.
    function _registration() private view returns (uint256 round) {
        round = _rounds.current();
        IRounds.Phase phase = _rounds.phaseOf(round);
        if (phase != IRounds.Phase.Registration) revert EdgeRegistry_WrongPhase(round, phase);
    }

    /// @dev Requires that Registration has not come to the part that is for challenges alone (ER-14).
    function _requireProposable(uint256 round) private view {
        IRounds.Schedule memory s = _rounds.scheduleOf(round);
        uint256 end = s.openingAt - (s.openingAt - s.registrationAt) / CHALLENGE_PART;
        if (block.timestamp >= end) revert EdgeRegistry_ProposalsEnded(round, end, block.timestamp);
    }
}
