// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IFundingPool} from "../../../contracts/interfaces/IFundingPool.sol";
import {HostilePayee} from "../../../contracts/mocks/HostilePayee.sol";
import {HostileToken} from "../../../contracts/mocks/HostileToken.sol";
import {MockFundingGraph} from "../../../contracts/mocks/MockFundingGraph.sol";
import {RandomGraph} from "../../utils/RandomGraph.sol";

/// @notice Does to a funding pool, in any order, what strangers can: gives, records, settles, pulls, claims, sweeps;
/// with payees that refuse or call back and a token that takes fees, lies, blocks and refuses.
contract FundingPoolHandler {
    IFundingPool public immutable POOL;
    MockFundingGraph public immutable GRAPH;
    HostileToken public immutable TOKEN;
    HostilePayee public immutable PAYEE;

    /// @notice By token: what arrived at the pool, and what left it.
    mapping(address token => uint256) public moneyIn;
    mapping(address token => uint256) public moneyOut;
    /// @notice What a round was allotted when it settled.
    mapping(uint256 round => mapping(address token => uint256)) public allottedAtSettlement;
    /// @notice How often a call back got into the pool.
    uint256 public entered;
    uint256 public sweeps;

    constructor(IFundingPool pool, MockFundingGraph graph, HostileToken token) payable {
        (POOL, GRAPH, TOKEN) = (pool, graph, token);
        PAYEE = new HostilePayee();
        for (uint256 i = 1; i <= RandomGraph.UNKNOWN_INDEX; ++i) {
            // Even nodes have a payee that can misbehave, UNKNOWN among them; one has none.
            address payee = i % 2 == 0 ? address(PAYEE) : address(uint160(0xa11ce0 + i));
            if (i != 5) graph.setPayee(nodeAt(i), payee);
        }
        token.approve(address(pool), type(uint256).max);
    }

    receive() external payable {}

    /* MONEY IN */

    function donate(uint256 seed, bool stipend) external {
        uint256 amount = _amount(seed);
        if (seed % 2 == 0) {
            // A plain transfer, with the fee of the moment if there is one.
            TOKEN.mint(address(this), amount);
            uint256 before = TOKEN.balanceOf(address(POOL));
            // A token that refuses is a donation that did not happen.
            TOKEN.transfer(address(POOL), amount);
            moneyIn[address(TOKEN)] += TOKEN.balanceOf(address(POOL)) - before;
        } else {
            moneyIn[address(0)] += amount;
            if (stipend) {
                PAYEE.sendWithStipend{value: amount}(address(POOL));
            } else {
                // solhint-disable-next-line avoid-low-level-calls
                (bool success, ) = address(POOL).call{value: amount}("");
                assert(success);
            }
        }
    }

    function fund(uint256 seed) external {
        uint256 amount = _amount(seed);
        if (seed % 2 == 0) {
            TOKEN.mint(address(this), amount);
            uint256 before = TOKEN.balanceOf(address(POOL));
            try POOL.fund(address(TOKEN), amount) {} catch {}
            moneyIn[address(TOKEN)] += TOKEN.balanceOf(address(POOL)) - before;
        } else {
            moneyIn[address(0)] += amount;
            POOL.fundETH{value: amount}();
        }
    }

    function record(uint256 seed) external {
        POOL.record(tokenAt(seed));
    }

    /* THE ROUND */

    function settle(uint256 seed) external {
        uint256 round = GRAPH.unsettled();
        // Rounds are longer than a few calls.
        if (round == ROUNDS() || seed % 3 != 0) return;
        RandomGraph.write(GRAPH, round, seed);
        for (uint256 i; i < 2; ++i) {
            allottedAtSettlement[round][tokenAt(i)] = POOL.potOf(round, tokenAt(i)).allotted;
        }
        GRAPH.setUnsettled(round + 1);
    }

    function leaveOpen(uint256 seed, bool pending) external {
        GRAPH.setPending(_round(seed), nodeAt(seed % RandomGraph.UNKNOWN_INDEX), pending);
    }

    /* MONEY DOWN AND OUT */

    /// @dev Along any edge, or along all of a node that has received something.
    function pull(uint256 seed, uint256 index, bool all) external {
        (uint256 round, address token) = (_round(seed), tokenAt(seed));
        bytes32 node = nodeAt((seed >> 16) % RandomGraph.UNKNOWN_INDEX);
        if (!GRAPH.isSettled(round, node) || POOL.potOf(round, token).isSwept) return;
        uint256 children = GRAPH.childCountAt(round, node);
        if (children == 0) return;
        POOL.pull(round, token, node, index % children);
        for (uint256 i; all && i < children; ++i) POOL.pull(round, token, node, i);
    }

    function claim(uint256 seed, bool toAnother) external {
        (uint256 round, address token) = (_round(seed), tokenAt(seed));
        bytes32 node = _claimant(round, token, seed >> 16);
        bytes memory data = abi.encodeCall(POOL.claim, (round, token, node, address(this)));
        uint256 before = _balance(token);
        if (toAnother && GRAPH.payeeOf(node) == address(PAYEE)) {
            try PAYEE.execute(address(POOL), data) {} catch {}
        } else {
            try POOL.claimFor(round, token, node) {} catch {}
        }
        moneyOut[token] += before - _balance(token);
        if (PAYEE.hookTarget() == address(0) && PAYEE.hookSucceeded()) ++entered;
    }

    function sweep(uint256 seed) external {
        try POOL.sweep(_round(seed), tokenAt(seed)) {
            ++sweeps;
        } catch {}
    }

    /* MISBEHAVIOUR */

    function misbehave(uint256 seed) external {
        TOKEN.setFee(seed % 3 == 0 ? 700 : 0);
        TOKEN.setLying(seed % 5 == 0);
        TOKEN.setRefusing(seed % 7 == 0);
        TOKEN.setBlocked(address(PAYEE), seed % 11 == 0);
        PAYEE.setRefusing(seed % 4 == 1);
    }

    function callBack(uint256 seed) external {
        (uint256 round, address token) = (_round(seed), tokenAt(seed));
        bytes32 node = nodeAt((seed >> 16) % RandomGraph.NODES);
        bytes memory data = abi.encodeCall(POOL.claimFor, (round, token, node));
        if (seed % 4 > 1) data = abi.encodeCall(POOL.record, (token));
        if (seed % 4 == 1) data = abi.encodeCall(POOL.sweep, (round, token));
        PAYEE.setHook(address(POOL), data);
    }

    /* VIEWS */

    // solhint-disable-next-line func-name-mixedcase
    function ROUNDS() public pure returns (uint256) {
        return 7;
    }

    function tokenAt(uint256 seed) public view returns (address) {
        return seed % 2 == 0 ? address(TOKEN) : address(0);
    }

    function nodeAt(uint256 index) public view returns (bytes32) {
        return RandomGraph.nodeAt(GRAPH, index);
    }

    /* PRIVATE */

    /// @dev The first node, from a random one on, that can claim; the random one if none can.
    function _claimant(uint256 round, address token, uint256 from) private view returns (bytes32) {
        for (uint256 i; i < RandomGraph.NODES; ++i) {
            bytes32 node = nodeAt((from + i) % RandomGraph.NODES);
            if (GRAPH.payeeOf(node) != address(0) && POOL.claimable(round, token, node) != 0) return node;
        }
        return nodeAt(from % RandomGraph.NODES);
    }

    function _round(uint256 seed) private view returns (uint256) {
        return 1 + ((seed >> 8) % GRAPH.unsettled());
    }

    /// @dev Small ones, where each unit of rounding shows, and large ones.
    function _amount(uint256 seed) private pure returns (uint256) {
        return (seed >> 16) % 3 == 0 ? 1 + ((seed >> 32) % 1e18) : 1 + ((seed >> 32) % 100);
    }

    function _balance(address token) private view returns (uint256) {
        return token == address(0) ? address(POOL).balance : TOKEN.balanceOf(address(POOL));
    }
}
