// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IFundingPool} from "../interfaces/IFundingPool.sol";
import {WAD} from "../shared/Limits.sol";
import {FundingState} from "./FundingState.sol";

/// @title Money down: along one edge at a time, by the weights of the round (FP-4 to FP-8)
abstract contract Pulls is FundingState {
    using Math for uint256;
    using SafeCast for uint256;

    /// @inheritdoc IFundingPool
    function pull(
        uint256 round,
        address token,
        bytes32 parent,
        uint256 index
    ) external nonReentrant returns (uint256 amount) {
        return _pull(_context(), round, token, Edge({parent: parent, index: index}));
    }

    /// @inheritdoc IFundingPool
    function pullMany(
        uint256 round,
        address token,
        Edge[] calldata edges
    ) external nonReentrant returns (uint256[] memory amounts) {
        Context memory context = _context();
        amounts = new uint256[](edges.length);
        for (uint256 i; i < edges.length; ++i) {
            amounts[i] = _pull(context, round, token, edges[i]);
        }
    }

    /// @inheritdoc IFundingPool
    function pullable(uint256 round, address token, bytes32 parent, uint256 index) external view returns (uint256) {
        Context memory context = _context();
        if (!_isOpen(context.registry, round, token, parent)) return 0;
        (, uint256 weight) = context.registry.childAt(round, parent, index);
        return _pullable(context, round, token, Edge({parent: parent, index: index}), weight);
    }

    /// @inheritdoc IFundingPool
    function pulledOf(
        uint256 round,
        address token,
        bytes32 parent,
        uint256 count
    ) external view returns (uint256[] memory amounts) {
        amounts = new uint256[](count);
        for (uint256 index; index < count; ++index) {
            amounts[index] = _pulled[round][token][parent][index];
        }
    }

    function _pull(
        Context memory context,
        uint256 round,
        address token,
        Edge memory edge
    ) private returns (uint256 amount) {
        Pot storage pot = _openPot(round, token);
        _requireSettled(context.registry, round, edge.parent);
        (bytes32 child, uint256 weight) = context.registry.childAt(round, edge.parent, edge.index);
        amount = _pullable(context, round, token, edge, weight);
        if (amount == 0) return 0;

        uint128 moved = amount.toUint128();
        _pulled[round][token][edge.parent][edge.index] += amount;
        _accounts[round][token][edge.parent].pulled += moved;
        emit Pulled(round, token, child, edge.parent, edge.index, amount);
        if (child == context.unknown) {
            uint256 next = _nextToSettle();
            pot.returned += moved;
            _allot(next, token, amount);
            emit Returned(round, token, next, amount);
        } else {
            _accounts[round][token][child].received += moved;
        }
    }

    /// @dev Returns what can be pulled along an edge, rounded down (FP-4). As received is below 2^128 and (1 - o) W at
    /// most 1e36, which is below 2^120, the product fits.
    function _pullable(
        Context memory context,
        uint256 round,
        address token,
        Edge memory edge,
        uint256 weight
    ) internal view returns (uint256) {
        uint256 received = _receivedBy(context.target, round, token, edge.parent);
        uint256 passedOn = WAD - context.registry.originalityAt(round, edge.parent);
        uint256 due = (received * (passedOn * weight)) / (WAD * WAD);
        due = due.saturatingSub(_pulled[round][token][edge.parent][edge.index]);
        return due.min(_notGivenBy(received, _accounts[round][token][edge.parent]));
    }
}
