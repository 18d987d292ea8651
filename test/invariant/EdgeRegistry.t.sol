// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IEdgeRegistry} from "../../contracts/interfaces/IEdgeRegistry.sol";
import {IJury} from "../../contracts/interfaces/IJury.sol";
import {IMarkets} from "../../contracts/interfaces/IMarkets.sol";
import {IRounds} from "../../contracts/interfaces/IRounds.sol";
import {MockRoundsRegistry} from "../../contracts/mocks/MockRoundsRegistry.sol";
import {TestToken} from "../../contracts/mocks/TestToken.sol";
import {InvariantTest, deploy} from "../utils/Cheats.sol";
import {RegistryHandler, YesRegistrar} from "./handlers/RegistryHandler.sol";

/// @notice The rules of {IEdgeRegistry} that must hold whatever is done, in whatever order.
contract EdgeRegistryInvariants is InvariantTest {
    error EdgeRegistryInvariants_Broken(string rule, uint256 expected, uint256 actual);

    IEdgeRegistry private _registry;
    IJury private _jury;
    RegistryHandler private _handler;
    MockRoundsRegistry private _rounds;
    TestToken private _money;

    function setUp() external {
        _money = new TestToken("Money", "MNY", 18);
        _rounds = new MockRoundsRegistry();
        _jury = IJury(
            deploy(
                "Jury",
                abi.encode(
                    IJury.Parameters({
                        deployer: address(this),
                        markets: IMarkets(address(_rounds)),
                        safe: address(1),
                        stakeToken: _money,
                        stake: 1,
                        stakeRecipient: address(1),
                        evaluationPeriod: 1,
                        challengeWindow: 1,
                        answerPeriod: 1,
                        huberDelta: 0,
                        anchor: 0,
                        tolerance: 1e6,
                        minBallots: 1
                    })
                )
            )
        );
        IEdgeRegistry.Import[] memory imports = new IEdgeRegistry.Import[](2);
        imports[0] = _import("ethereum", "project b", "project c", 0);
        imports[1] = _import("project b", "project c", "project d", 5e17);
        bytes32 root;
        for (uint256 i; i < imports.length; ++i) {
            IEdgeRegistry.Import memory entry = imports[i];
            root = keccak256(abi.encode(root, entry.node, entry.originality, entry.children, entry.weights));
        }
        _registry = IEdgeRegistry(
            deploy(
                "EdgeRegistry",
                abi.encode(
                    address(this),
                    imports[0].node,
                    root,
                    address(new YesRegistrar()),
                    _money,
                    IJury(address(_jury)),
                    1e18
                )
            )
        );
        _registry.connect(address(_rounds));
        _registry.importNodes(imports);
        _registry.seal();
        _rounds.setRegistry(_registry);
        _rounds.setLiquidity(IRounds.Kind.Weight, 1e21);
        _rounds.setLiquidity(IRounds.Kind.Originality, 2e20);
        _rounds.setLiquidity(IRounds.Kind.Children, 5e20);
        _rounds.set(1, IRounds.Phase.Registration);
        _handler = new RegistryHandler(_registry, _rounds, _money);
        _target(address(_handler));
    }

    /// @notice ER-51: balance = bonds + stakes + credits + what was sent by plain transfers.
    /// forge-config: default.invariant.depth = 96
    function invariant_ER51_balance() external view {
        _equal("ER-51", _handler.owed() + _handler.donated(), _money.balanceOf(address(_registry)));
    }

    /// @notice ER-52: what came in is there, was paid out, or became the jury's rewards.
    /// forge-config: default.invariant.depth = 96
    function invariant_ER52_conservation() external view {
        uint256 there = _money.balanceOf(address(_registry)) - _handler.donated();
        _equal("ER-52", _handler.moneyIn(), _handler.moneyOut() + there + _jury.rewardPot());
        _equal("ER-23", _jury.rewardPot(), _money.balanceOf(address(_jury)));
    }

    /// @notice ER-3: every edge of a list and of a candidate that waits leads to a deeper level.
    /// forge-config: default.invariant.depth = 96
    function invariant_ER3_levels() external view {
        bytes32[] memory nodes = _handler.nodes();
        uint256 round = _rounds.current();
        for (uint256 i; i < nodes.length; ++i) {
            IEdgeRegistry.NodeView memory node = _registry.getNode(nodes[i]);
            // The list that the next round would start from.
            (bytes32[] memory roster, ) = _registry.roster(round + 1, nodes[i]);
            _deeper(nodes[i], node.level, roster);
            if (node.touchedRound == node.settledRound) continue;
            (roster, ) = _registry.roster(node.touchedRound, nodes[i]);
            _deeper(nodes[i], node.level, roster);
        }
    }

    /// @notice ER-6, ER-11, ER-21: rates sum to 1 with none below 0.99e-5, of at most 255 outcomes; lists have at most
    /// 128 children whose weights sum to 1.
    /// forge-config: default.invariant.depth = 96
    function invariant_ER6_sums() external view {
        bytes32[] memory nodes = _handler.nodes();
        uint256 round = _rounds.current();
        for (uint256 i; i < nodes.length; ++i) {
            (bytes32[] memory roster, uint256[] memory rates) = _registry.roster(round, nodes[i]);
            _equal("ER-5", _registry.rosterSize(round, nodes[i]), roster.length);
            if (roster.length != 0) _sumsToOne("ER-6", rates, 99e11);
            for (uint256 k; k < roster.length; ++k) {
                _equal("ER-5", uint256(_registry.rosterAt(round, nodes[i], k)), uint256(roster[k]));
            }
            if (roster.length > 255) revert EdgeRegistryInvariants_Broken("ER-11", 255, roster.length);
            if (round < 2 || !_registry.isSettled(round - 1, nodes[i])) continue;
            (bytes32[] memory children, uint256[] memory weights) = _registry.childrenAt(round - 1, nodes[i]);
            if (children.length > 128) revert EdgeRegistryInvariants_Broken("ER-21", 128, children.length);
            if (children.length != 0) _sumsToOne("ER-21", weights, 0);
        }
    }

    function _deeper(bytes32 parent, uint256 level, bytes32[] memory children) private view {
        for (uint256 i; i < children.length; ++i) {
            if (children[i] == _registry.UNKNOWN()) continue;
            uint256 below = _registry.getNode(children[i]).level;
            if (below <= level || children[i] == parent) revert EdgeRegistryInvariants_Broken("ER-3", level, below);
        }
    }

    function _sumsToOne(string memory rule, uint256[] memory weights, uint256 least) private pure {
        uint256 sum;
        for (uint256 i; i < weights.length; ++i) {
            sum += weights[i];
            if (weights[i] < least) revert EdgeRegistryInvariants_Broken(rule, least, weights[i]);
        }
        _equal(rule, 1e18, sum);
    }

    function _import(
        string memory node,
        string memory first,
        string memory second,
        uint256 originality
    ) private pure returns (IEdgeRegistry.Import memory entry) {
        entry.node = keccak256(bytes(node));
        entry.originality = originality;
        entry.children = new bytes32[](2);
        (entry.children[0], entry.children[1]) = (keccak256(bytes(first)), keccak256(bytes(second)));
        entry.weights = new uint256[](2);
        (entry.weights[0], entry.weights[1]) = (7e17, 3e17);
    }

    function _equal(string memory rule, uint256 expected, uint256 actual) private pure {
        if (expected != actual) revert EdgeRegistryInvariants_Broken(rule, expected, actual);
    }
}
