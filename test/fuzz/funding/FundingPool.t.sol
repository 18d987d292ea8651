// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IFundingPool} from "../../../contracts/interfaces/IFundingPool.sol";
import {MockFundingGraph} from "../../../contracts/mocks/MockFundingGraph.sol";
import {TestToken} from "../../../contracts/mocks/TestToken.sol";
import {FuzzTest, deploy} from "../../utils/Cheats.sol";
import {RandomGraph} from "../../utils/RandomGraph.sol";

/// @notice Pulls and claims in any order come to what one pass from the target downwards comes to.
contract FundingPoolFuzz is FuzzTest {
    uint256 private constant WAD = 1e18;

    MockFundingGraph private _graph;
    TestToken private _token;

    function setUp() external {
        _graph = new MockFundingGraph();
        _token = new TestToken("Money", "MNY", 18);
        for (uint256 i = 1; i < RandomGraph.NODES; i += 2) _graph.setPayee(_node(i), address(uint160(0xa11ce0 + i)));
    }

    /// @notice FP-4: neither the order nor the number of pulls matters, nor claims between them.
    function testFuzz_FP4_orderDoesNotMatter(uint256 seed, uint256 amount) external {
        amount = _spread(amount, 1, type(uint128).max);
        _graph.setUnsettled(1);
        RandomGraph.write(_graph, 1, seed);
        (IFundingPool ordered, IFundingPool shuffled) = (_pool(amount), _pool(amount));
        _graph.setUnsettled(2);

        for (uint256 step; step < 24; ++step) _act(shuffled, _random(seed, step));
        _pullAll(shuffled);
        _pullAll(ordered);

        for (uint256 i; i < RandomGraph.NODES; ++i) {
            IFundingPool.AccountView memory a = ordered.accountOf(1, address(_token), _node(i));
            IFundingPool.AccountView memory b = shuffled.accountOf(1, address(_token), _node(i));
            _eq("received", b.received, a.received);
            _eq("pulled", b.pulled, a.pulled);
            _eq("kept", b.claimed + b.claimable, a.claimed + a.claimable);
            _eq("pullable", a.pullable + b.pullable, 0);
        }
    }

    /// @notice FP-6: every term of every account, at any moment; each against its formula.
    function testFuzz_FP6_accounts(uint256 seed, uint256 amount) external {
        amount = _spread(amount, 1, type(uint128).max);
        _graph.setUnsettled(1);
        RandomGraph.write(_graph, 1, seed);
        IFundingPool pool = _pool(amount);
        _graph.setUnsettled(2);

        for (uint256 step; step < 16; ++step) {
            _act(pool, _random(seed, step));
            for (uint256 i; i < RandomGraph.UNKNOWN_INDEX; ++i) _checkAccount(pool, _node(i));
        }
    }

    function _checkAccount(IFundingPool pool, bytes32 node) private view {
        address token = address(_token);
        IFundingPool.AccountView memory a = pool.accountOf(1, token, node);
        uint256 o = _graph.originalityAt(1, node);
        uint256 children = _graph.childCountAt(1, node);
        _eq("sum", a.claimed + a.claimable + a.pulled + a.pullable + a.dust, a.received);
        _eq("kept", a.claimed + a.claimable, (a.received * o) / WAD);
        _eq("claimable", pool.claimable(1, token, node), a.claimable);
        _between("dust", a.dust, 0, children);
        uint256[] memory pulled = pool.pulledOf(1, token, node, children);
        uint256 sum;
        for (uint256 index; index < children; ++index) {
            (, uint256 weight) = _graph.childAt(1, node, index);
            uint256 due = (a.received * ((WAD - o) * weight)) / (WAD * WAD);
            _eq("edge", pulled[index] + pool.pullable(1, token, node, index), due);
            sum += pulled[index];
        }
        _eq("pulled", a.pulled, sum);
    }

    /// @dev A pull of any edge, or a claim of any node.
    function _act(IFundingPool pool, uint256 random) private {
        bytes32 node = _node(random % RandomGraph.UNKNOWN_INDEX);
        uint256 children = _graph.childCountAt(1, node);
        if ((random >> 16) % 4 != 0) {
            if (children != 0) pool.pull(1, address(_token), node, (random >> 32) % children);
        } else if (_graph.payeeOf(node) != address(0) && pool.claimable(1, address(_token), node) != 0) {
            pool.claimFor(1, address(_token), node);
        }
    }

    /// @dev In the order of indices, which is one of parents before children.
    function _pullAll(IFundingPool pool) private {
        for (uint256 i; i < RandomGraph.UNKNOWN_INDEX; ++i) {
            IFundingPool.Edge[] memory edges = new IFundingPool.Edge[](_graph.childCountAt(1, _node(i)));
            for (uint256 j; j < edges.length; ++j) edges[j] = IFundingPool.Edge({parent: _node(i), index: j});
            pool.pullMany(1, address(_token), edges);
        }
    }

    function _pool(uint256 amount) private returns (IFundingPool pool) {
        pool = IFundingPool(deploy("FundingPool", abi.encode(address(this), 2)));
        pool.connect(address(_graph));
        _token.mint(address(pool), amount);
        pool.record(address(_token));
    }

    function _node(uint256 index) private view returns (bytes32) {
        return RandomGraph.nodeAt(_graph, index);
    }
}
