// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {IFundingPool} from "../interfaces/IFundingPool.sol";
import {WAD} from "../shared/Limits.sol";
import {FundingState} from "./FundingState.sol";

/// @title Money out: a project's payee claims what the project keeps (FP-9, FP-10, FP-11)
abstract contract PayeeClaims is FundingState {
    using Address for address payable;
    using Math for uint256;
    using SafeCast for uint256;
    using SafeERC20 for IERC20;

    /// @inheritdoc IFundingPool
    function claim(
        uint256 round,
        address token,
        bytes32 node,
        address receiver
    ) external nonReentrant returns (uint256 amount) {
        amount = _claim(_registry(), Claim({round: round, token: token, node: node}), receiver);
        if (amount == 0) revert FundingPool_NothingToClaim(round, token, node);
    }

    /// @inheritdoc IFundingPool
    function claimFor(uint256 round, address token, bytes32 node) external nonReentrant returns (uint256 amount) {
        IEdgeRegistry registry = _registry();
        address payee = registry.payeeOf(node);
        if (payee == address(0)) revert FundingPool_NoPayee(node);
        amount = _pay(registry, Claim({round: round, token: token, node: node}), payee, payee);
        if (amount == 0) revert FundingPool_NothingToClaim(round, token, node);
    }

    /// @inheritdoc IFundingPool
    function claimMany(
        Claim[] calldata claims,
        address receiver
    ) external nonReentrant returns (uint256[] memory amounts) {
        IEdgeRegistry registry = _registry();
        amounts = new uint256[](claims.length);
        for (uint256 i; i < claims.length; ++i) {
            amounts[i] = _claim(registry, claims[i], receiver);
        }
    }

    /// @inheritdoc IFundingPool
    function claimable(uint256 round, address token, bytes32 node) external view returns (uint256) {
        IEdgeRegistry registry = _registry();
        if (!_isOpen(registry, round, token, node)) return 0;
        return _claimable(registry, Claim({round: round, token: token, node: node}));
    }

    /// @dev Pays the caller, who must be the payee.
    function _claim(IEdgeRegistry registry, Claim memory claim_, address receiver) private returns (uint256) {
        address payee = registry.payeeOf(claim_.node);
        if (payee == address(0)) revert FundingPool_NoPayee(claim_.node);
        if (payee != msg.sender) revert FundingPool_NotPayee(claim_.node, msg.sender, payee);
        if (receiver == address(0)) revert FundingPool_InvalidReceiver(receiver);
        return _pay(registry, claim_, payee, receiver);
    }

    function _pay(
        IEdgeRegistry registry,
        Claim memory claim_,
        address payee,
        address receiver
    ) private returns (uint256 amount) {
        (uint256 round, address token, bytes32 node) = (claim_.round, claim_.token, claim_.node);
        Pot storage pot = _openPot(round, token);
        _requireSettled(registry, round, node);
        amount = _claimable(registry, claim_);
        if (amount == 0) return 0;

        // Effects.
        uint128 paid = amount.toUint128();
        _accounts[round][token][node].claimed += paid;
        pot.claimed += paid;
        held[token] -= amount;
        emit Claimed(round, token, node, payee, receiver, amount);

        // Interactions.
        if (token == ETH) {
            payable(receiver).sendValue(amount);
        } else {
            IERC20(token).safeTransfer(receiver, amount);
        }
    }

    /// @dev Returns what a node keeps and was not paid yet, rounded down (FP-9). The target and UNKNOWN have nothing in
    /// their accounts, and keep nothing.
    function _claimable(IEdgeRegistry registry, Claim memory claim_) internal view returns (uint256) {
        Account storage account = _accounts[claim_.round][claim_.token][claim_.node];
        uint256 received = account.received;
        uint256 kept = (received * registry.originalityAt(claim_.round, claim_.node)) / WAD;
        return kept.saturatingSub(account.claimed).min(_notGivenBy(received, account));
    }
}
