// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IFundingPool} from "../../contracts/interfaces/IFundingPool.sol";
import {HostileToken} from "../../contracts/mocks/HostileToken.sol";
import {MockFundingGraph} from "../../contracts/mocks/MockFundingGraph.sol";
import {InvariantTest, deploy} from "../utils/Cheats.sol";
import {RandomGraph} from "../utils/RandomGraph.sol";
import {FundingPoolHandler} from "./handlers/FundingPoolHandler.sol";

/// @notice The rules of {IFundingPool} that must hold whatever is done, in whatever order, with whatever token.
contract FundingPoolInvariants is InvariantTest {
    error FundingPoolInvariants_Broken(string rule, uint256 expected, uint256 actual);

    IFundingPool private _pool;
    MockFundingGraph private _graph;
    FundingPoolHandler private _handler;

    function setUp() external {
        _graph = new MockFundingGraph();
        _graph.setUnsettled(1);
        _pool = IFundingPool(deploy("FundingPool", abi.encode(address(this), 2)));
        _pool.connect(address(_graph));
        _handler = new FundingPoolHandler{value: 1e24}(_pool, _graph, new HostileToken());
        _target(address(_handler));
    }

    /// @notice FP-6, FP-7: every account of every round and token adds up, and its dust is below one unit a division.
    /// forge-config: default.invariant.depth = 128
    function invariant_FP6_accounts() external view {
        for (uint256 round = 1; round <= _graph.unsettled(); ++round) {
            for (uint256 i; i < RandomGraph.NODES * 2; ++i) {
                _checkAccount(round, _handler.tokenAt(i), _handler.nodeAt(i / 2));
            }
        }
    }

    /// @notice FP-14: held = the sum over rounds, and balance = held + unrecorded.
    function invariant_FP14_books() external view {
        for (uint256 i; i < 2; ++i) {
            address token = _handler.tokenAt(i);
            uint256 sum;
            for (uint256 round = 1; round <= _graph.unsettled(); ++round) {
                IFundingPool.PotView memory pot = _pool.potOf(round, token);
                sum += pot.allotted - pot.claimed - pot.returned - pot.swept;
            }
            _equal("FP-14 held", sum, _pool.held(token));
            _equal("FP-14 balance", sum + _pool.unrecorded(token), _balance(token));
        }
    }

    /// @notice FP-9: what left the pool is what was claimed, and what came is there or was claimed.
    function invariant_FP9_conservation() external view {
        for (uint256 i; i < 2; ++i) {
            address token = _handler.tokenAt(i);
            uint256 claimed;
            for (uint256 round = 1; round <= _graph.unsettled(); ++round) claimed += _pool.potOf(round, token).claimed;
            _equal("FP-9 out", _handler.moneyOut(token), claimed);
            _equal("FP-9 in", _handler.moneyIn(token), claimed + _balance(token));
        }
    }

    /// @notice FP-3: a settled round's allotment does not change; FP-12: no round is swept early.
    function invariant_FP3_allotments() external view {
        uint256 next = _graph.unsettled();
        for (uint256 round = 1; round < next; ++round) {
            for (uint256 i; i < 2; ++i) {
                address token = _handler.tokenAt(i);
                IFundingPool.PotView memory pot = _pool.potOf(round, token);
                _equal("FP-3", _handler.allottedAtSettlement(round, token), pot.allotted);
                if (pot.isSwept && round + 2 >= next) revert FundingPoolInvariants_Broken("FP-12", next, round);
            }
        }
    }

    /// @notice FP-11: nobody who is called gets in.
    function invariant_FP11_guard() external view {
        _equal("FP-11", 0, _handler.entered());
    }

    function _checkAccount(uint256 round, address token, bytes32 node) private view {
        IFundingPool.AccountView memory a = _pool.accountOf(round, token, node);
        _equal("FP-6", a.received, a.claimed + a.claimable + a.pulled + a.pullable + a.dust);
        bool isOpen = _graph.isSettled(round, node) && !_pool.potOf(round, token).isSwept;
        if (!isOpen || node == _graph.UNKNOWN()) return;
        uint256 most = _graph.childCountAt(round, node);
        if (a.dust > most) revert FundingPoolInvariants_Broken("FP-6 dust", most, a.dust);
        _equal("FP-9", a.claimed + a.claimable, (a.received * _graph.originalityAt(round, node)) / 1e18);
    }

    function _balance(address token) private view returns (uint256) {
        return token == address(0) ? address(_pool).balance : HostileToken(token).balanceOf(address(_pool));
    }

    function _equal(string memory rule, uint256 expected, uint256 actual) private pure {
        if (expected != actual) revert FundingPoolInvariants_Broken(rule, expected, actual);
    }
}
