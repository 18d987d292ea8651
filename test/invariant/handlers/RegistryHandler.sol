// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IEdgeRegistry} from "../../../contracts/interfaces/IEdgeRegistry.sol";
import {IRounds} from "../../../contracts/interfaces/IRounds.sol";
import {MockRoundsRegistry} from "../../../contracts/mocks/MockRoundsRegistry.sol";
import {TestToken} from "../../../contracts/mocks/TestToken.sol";
import {Weights} from "../../../contracts/shared/Weights.sol";
import {vm} from "../../utils/Cheats.sol";

/// @notice Says yes to every signature: the registrar of the invariant tests.
contract YesRegistrar {
    function isValidSignature(bytes32, bytes calldata) external pure returns (bytes4) {
        return this.isValidSignature.selector;
    }
}

/// @notice Does what anyone may do with a registry, at random, over few nodes, so that edges meet.
contract RegistryHandler {
    uint256 private constant WAD = 1e18;
    uint256 public constant NODE_COUNT = 12;

    IEdgeRegistry public immutable REGISTRY;
    MockRoundsRegistry public immutable ROUNDS;
    TestToken public immutable MONEY;

    bytes32[] private _nodes;
    address[3] private _actors = [address(0xa11ce), address(0xb0b), address(0xca401)];
    /// @dev What was paid in, and what left.
    uint256 public moneyIn;
    uint256 public moneyOut;
    uint256 public donated;
    uint256 public edges;
    uint256 public settlements;

    constructor(IEdgeRegistry registry, MockRoundsRegistry rounds, TestToken money) {
        (REGISTRY, ROUNDS, MONEY) = (registry, rounds, money);
        _nodes.push(registry.TARGET());
        for (uint256 i = 1; i < NODE_COUNT; ++i) {
            _nodes.push(keccak256(bytes(_name(i))));
        }
        for (uint256 i; i < _actors.length; ++i) {
            money.mint(_actors[i], 1e30);
            vm.prank(_actors[i]);
            money.approve(address(registry), type(uint256).max);
        }
    }

    /* WHAT ANYONE DOES */

    function propose(uint256 parent, uint256 child, uint256 rate, uint256 actor) external {
        _register();
        rate = WAD / 1e5 + (rate % (WAD / 64 - WAD / 1e5));
        uint256 before = MONEY.balanceOf(address(REGISTRY));
        vm.prank(_actors[actor % 3]);
        try REGISTRY.proposeEdge(_nodes[parent % NODE_COUNT], _name(1 + (child % (NODE_COUNT - 1))), rate, 1e30) {
            ++edges;
            moneyIn += MONEY.balanceOf(address(REGISTRY)) - before;
        } catch (bytes memory reason) {
            _expected(reason);
        }
    }

    function challenge(uint256 parent, uint256 index, uint256 actor) external {
        bytes32 node = _nodes[parent % NODE_COUNT];
        IEdgeRegistry.Candidate[] memory candidates = REGISTRY.getCandidates(ROUNDS.current(), node);
        if (candidates.length == 0) return;
        vm.prank(_actors[actor % 3]);
        try REGISTRY.challengeEdge(node, candidates[index % candidates.length].child, 1e30) returns (uint256 stake) {
            moneyIn += stake;
        } catch (bytes memory reason) {
            _expected(reason);
        }
    }

    function raise(uint256 node, uint256 parent, uint256 steps) external {
        try REGISTRY.raiseLevel(_nodes[node % NODE_COUNT], _nodes[parent % NODE_COUNT], 1 + (steps % 3)) {} catch (
            bytes memory reason
        ) {
            _expected(reason);
        }
    }

    function declareChildren(uint256 node, uint256 seed) external {
        _register();
        bytes32 id = _nodes[node % NODE_COUNT];
        uint256 length = seed % 4;
        bytes32[] memory children = new bytes32[](length);
        uint256[] memory weights = new uint256[](length);
        for (uint256 i; i < length; ++i) {
            children[i] = _nodes[uint256(keccak256(abi.encode(seed, i))) % NODE_COUNT];
            weights[i] = 1 + (uint256(keccak256(abi.encode(seed, ~i))) % 100);
        }
        if (length != 0) weights = Weights.normalise(weights);
        vm.prank(REGISTRY.maintainerOf(id));
        try REGISTRY.declareChildren(id, children, weights, seed % WAD) {} catch (bytes memory reason) {
            _expected(reason);
        }
    }

    function declare(uint256 node, uint256 seed) external {
        _register();
        bytes32 id = _nodes[node % NODE_COUNT];
        (, uint256[] memory rates) = REGISTRY.roster(ROUNDS.current(), id);
        uint256[] memory weights = new uint256[](seed % 3 == 0 || rates.length == 0 ? 0 : rates.length);
        for (uint256 i; i < weights.length; ++i) {
            weights[i] = 1 + (uint256(keccak256(abi.encode(seed, i))) % 100);
        }
        if (weights.length != 0) weights = Weights.normalise(weights);
        uint256 before = MONEY.balanceOf(address(REGISTRY));
        vm.prank(REGISTRY.maintainerOf(id));
        try REGISTRY.declare(id, weights, seed % 2 == 0 ? type(uint256).max : seed % WAD, 1e30) {
            moneyIn += MONEY.balanceOf(address(REGISTRY)) - before;
        } catch (bytes memory reason) {
            _expected(reason);
        }
    }

    function attest(uint256 node, uint256 actor) external {
        bytes32 id = _nodes[1 + (node % (NODE_COUNT - 1))];
        REGISTRY.attest(id, _actors[actor % 3], REGISTRY.nonceOf(id), block.timestamp, "");
        vm.warp(block.timestamp + 14 days);
    }

    function optOut(uint256 node, uint256 parent) external {
        // The last two projects only, or soon nobody would be left.
        bytes32 id = _nodes[NODE_COUNT - 1 - (node % 2)];
        address maintainer = REGISTRY.maintainerOf(id);
        if (REGISTRY.getNode(id).optOutRound == 0 && maintainer != address(0)) {
            vm.prank(maintainer);
            REGISTRY.optOut(id);
        }
        try REGISTRY.applyOptOut(_nodes[parent % NODE_COUNT], id) {} catch (bytes memory reason) {
            _expected(reason);
        }
    }

    function withdraw(uint256 actor) external {
        address account = _actors[actor % 3];
        if (REGISTRY.credits(account) != 0) moneyOut += REGISTRY.withdrawFor(account);
    }

    function collect(uint256 seed) external {
        if (seed % 2 == 0) REGISTRY.collectSlashed();
        else moneyOut += ROUNDS.collectCompensation(1 + ((seed / 2) % ROUNDS.current()));
    }

    function donate(uint256 amount) external {
        amount %= 1e18;
        MONEY.mint(address(REGISTRY), amount);
        donated += amount;
    }

    /* WHAT ROUNDS DO */

    function toOpening() external {
        if (ROUNDS.phase() == IRounds.Phase.Registration) ROUNDS.set(ROUNDS.current(), IRounds.Phase.Opening);
    }

    /// @dev Settles all that took part, some of it only after the next round has started.
    function settleAll(uint256 seed) external {
        uint256 round = ROUNDS.current();
        ROUNDS.set(round, IRounds.Phase.Challenge);
        bool late = seed % 4 == 0;
        if (late) ROUNDS.set(round + 1, IRounds.Phase.Registration);
        for (uint256 i; i < NODE_COUNT; ++i) {
            IEdgeRegistry.NodeView memory node = REGISTRY.getNode(_nodes[i]);
            if (node.touchedRound != round || node.settledRound == round) continue;
            _settle(round, _nodes[i], uint256(keccak256(abi.encode(seed, i))));
        }
        if (!late) ROUNDS.set(round, IRounds.Phase.Settled);
    }

    function touch(uint256 node) external {
        bytes32 id = _nodes[node % NODE_COUNT];
        IEdgeRegistry.NodeView memory view_ = REGISTRY.getNode(id);
        if (view_.touchedRound > view_.settledRound || !view_.known) return;
        if (REGISTRY.isSeed(ROUNDS.current(), id)) ROUNDS.touch(id);
    }

    /* WHAT IT COMES TO */

    function nodes() external view returns (bytes32[] memory) {
        return _nodes;
    }

    /// @dev Bonds and stakes of all that waits, credits, and what nobody has collected.
    function owed() external view returns (uint256 sum) {
        sum = REGISTRY.slashed();
        for (uint256 round = 1; round <= ROUNDS.current(); ++round) sum += REGISTRY.compensationOf(round);
        for (uint256 i; i < _actors.length; ++i) {
            sum += REGISTRY.credits(_actors[i]);
        }
        for (uint256 i; i < NODE_COUNT; ++i) {
            IEdgeRegistry.NodeView memory node = REGISTRY.getNode(_nodes[i]);
            if (node.touchedRound == node.settledRound) continue;
            IEdgeRegistry.Candidate[] memory candidates = REGISTRY.getCandidates(node.touchedRound, _nodes[i]);
            for (uint256 k; k < candidates.length; ++k) {
                uint256 bond = uint256(candidates[k].slotBond) + candidates[k].rateBond;
                sum += bond + (candidates[k].challenger == address(0) ? 0 : (bond + 1) / 2);
            }
            IEdgeRegistry.DeclarationView memory declared = REGISTRY.getDeclaration(node.touchedRound, _nodes[i]);
            sum += declared.weightBond + declared.originalityBond;
        }
    }

    function _settle(uint256 round, bytes32 node, uint256 seed) private {
        uint256 length = REGISTRY.rosterSize(round, node);
        uint256[] memory weights = new uint256[](length);
        for (uint256 i; i < length; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            weights[i] = random % 4 == 0 ? 0 : (random >> 128) >> (random % 60);
        }
        if (length != 0) {
            weights[0] += 1;
            weights = Weights.normalise(weights);
        }
        ROUNDS.settle(
            round,
            node,
            IEdgeRegistry.Outcome({
                weights: weights,
                payouts: seed % 3 == 0 ? new uint256[](0) : weights,
                originality: seed % WAD,
                verdict: new uint256[](0),
                compared: 0,
                originalityVerdict: type(uint256).max,
                originalityPayout: seed % 2 == 0 ? type(uint256).max : seed % WAD,
                liquidity: 1e24,
                share: WAD / (1 + (seed % 5)),
                originalityLiquidity: 1e24,
                originalityShare: WAD / (1 + (seed % 5))
            })
        );
        ++settlements;
    }

    /// @dev Opens the next round when this one has ended.
    function _register() private {
        if (ROUNDS.phase() == IRounds.Phase.Settled) ROUNDS.set(ROUNDS.current() + 1, IRounds.Phase.Registration);
    }

    /// @dev Refusals are by the registry's own errors; a panic, or no reason, is a bug.
    function _expected(bytes memory reason) private pure {
        bytes4 selector = bytes4(reason);
        if (selector == bytes4(0x4e487b71) || reason.length < 4) {
            // solhint-disable-next-line gas-custom-errors
            revert("unexpected");
        }
    }

    function _name(uint256 i) private pure returns (string memory) {
        return string(abi.encodePacked("project ", bytes1(uint8(0x61 + i))));
    }
}
