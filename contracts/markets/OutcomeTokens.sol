// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC6909, IERC6909Metadata} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {ERC165, IERC165} from "@openzeppelin/contracts/utils/introspection/ERC165.sol";

import {Ledger} from "./Ledger.sol";

/// @title Outcome tokens as ERC-6909
/// @notice Who holds and may spend what; the balances are in {Ledger}.
abstract contract OutcomeTokens is ERC165, IERC6909 {
    using Ledger for Ledger.Balances;

    Ledger.Balances internal _ledger;
    mapping(address owner => mapping(address spender => mapping(uint256 id => uint256))) private _allowances;

    /// @inheritdoc IERC6909
    mapping(address owner => mapping(address spender => bool)) public override isOperator;

    error ERC6909InsufficientAllowance(address spender, uint256 allowance, uint256 needed, uint256 id);

    /* ERC-6909 */

    /// @inheritdoc IERC6909
    function balanceOf(address owner, uint256 id) external view override returns (uint256) {
        return _ledger.balanceOf(owner, id);
    }

    /// @inheritdoc IERC6909
    function allowance(address owner, address spender, uint256 id) external view override returns (uint256) {
        return _allowances[owner][spender][id];
    }

    /// @inheritdoc IERC6909
    function approve(address spender, uint256 id, uint256 amount) external override returns (bool) {
        _allowances[msg.sender][spender][id] = amount;
        emit Approval(msg.sender, spender, id, amount);
        return true;
    }

    /// @inheritdoc IERC6909
    function setOperator(address spender, bool approved) external override returns (bool) {
        isOperator[msg.sender][spender] = approved;
        emit OperatorSet(msg.sender, spender, approved);
        return true;
    }

    /// @inheritdoc IERC6909
    function transfer(address receiver, uint256 id, uint256 amount) external override returns (bool) {
        _ledger.move(msg.sender, receiver, id, amount);
        return true;
    }

    /// @inheritdoc IERC6909
    function transferFrom(
        address sender,
        address receiver,
        uint256 id,
        uint256 amount
    ) external override returns (bool) {
        if (sender != msg.sender && !isOperator[sender][msg.sender]) _spendAllowance(sender, id, amount);
        _ledger.move(sender, receiver, id, amount);
        return true;
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(ERC165, IERC165) returns (bool) {
        return
            interfaceId == type(IERC6909).interfaceId ||
            interfaceId == type(IERC6909Metadata).interfaceId ||
            super.supportsInterface(interfaceId);
    }

    function _spendAllowance(address owner, uint256 id, uint256 amount) private {
        uint256 current = _allowances[owner][msg.sender][id];
        if (current == type(uint256).max) return;
        if (current < amount) revert ERC6909InsufficientAllowance(msg.sender, current, amount, id);
        _allowances[owner][msg.sender][id] = current - amount;
    }
}
