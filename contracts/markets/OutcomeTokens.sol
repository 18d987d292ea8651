// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC6909, IERC6909Metadata} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {ERC165, IERC165} from "@openzeppelin/contracts/utils/introspection/ERC165.sol";

import {OutcomeId} from "./OutcomeId.sol";

/// @title An ERC-6909 ledger that keeps two neighbouring outcomes in one slot
/// @notice Balances are below 2^128. The tokens of one market and owner lie in consecutive words, so that a portfolio
/// of n outcomes is n/2 storage writes.
abstract contract OutcomeTokens is ERC165, IERC6909 {
    /// @dev Indices 0..513, two to a word.
    uint256 internal constant WORDS = 257;
    uint256 private constant LAST_INDEX = OutcomeId.FOUNDING_SHARES;

    mapping(address owner => mapping(uint256 market => uint256[WORDS])) private _words;
    mapping(address owner => mapping(address spender => mapping(uint256 id => uint256))) private _allowances;

    /// @inheritdoc IERC6909
    mapping(address owner => mapping(address spender => bool)) public override isOperator;

    error ERC6909InsufficientBalance(address sender, uint256 balance, uint256 needed, uint256 id);
    error ERC6909InsufficientAllowance(address spender, uint256 allowance, uint256 needed, uint256 id);
    error ERC6909InvalidReceiver(address receiver);
    /// @notice Thrown when a balance would reach 2^128.
    error OutcomeTokens_BalanceOverflow(address receiver, uint256 id, uint256 amount);

    /* ERC-6909 */

    /// @inheritdoc IERC6909
    function balanceOf(address owner, uint256 id) public view override returns (uint256) {
        uint256 index = OutcomeId.indexOf(id);
        if (index > LAST_INDEX) return 0;
        return uint128(_words[owner][OutcomeId.marketOf(id)][index >> 1] >> _shift(index));
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
        _move(msg.sender, receiver, id, amount);
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
        _move(sender, receiver, id, amount);
        return true;
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(ERC165, IERC165) returns (bool) {
        return
            interfaceId == type(IERC6909).interfaceId ||
            interfaceId == type(IERC6909Metadata).interfaceId ||
            super.supportsInterface(interfaceId);
    }

    /* INTERNAL */

    // A run of tokens of one market and owner looks its words up once ({_wordsOf}); the functions that take an owner
    // are for single tokens.

    function _move(address from, address to, uint256 id, uint256 amount) internal {
        if (to == address(0)) revert ERC6909InvalidReceiver(to);
        uint256 market = OutcomeId.marketOf(id);
        _debit(_wordsOf(from, market), from, id, amount);
        _credit(_wordsOf(to, market), to, id, amount);
        emit Transfer(msg.sender, from, to, id, amount);
    }

    /// @dev {_move} of many: neighbouring ids of one market look its words up once.
    function _moveBatch(address from, address to, uint256[] calldata ids, uint256[] calldata amounts) internal {
        if (to == address(0)) revert ERC6909InvalidReceiver(to);
        uint256 market;
        uint256[WORDS] storage debited = _wordsOf(from, market);
        uint256[WORDS] storage credited = _wordsOf(to, market);
        for (uint256 i; i < ids.length; ++i) {
            (uint256 id, uint256 amount) = (ids[i], amounts[i]);
            if (OutcomeId.marketOf(id) != market) {
                market = OutcomeId.marketOf(id);
                (debited, credited) = (_wordsOf(from, market), _wordsOf(to, market));
            }
            _debit(debited, from, id, amount);
            _credit(credited, to, id, amount);
            emit Transfer(msg.sender, from, to, id, amount);
        }
    }

    function _mint(address to, uint256 id, uint256 amount) internal {
        _mint(_mintableWordsOf(to, OutcomeId.marketOf(id)), to, id, amount);
    }

    function _burn(address from, uint256 id, uint256 amount) internal {
        _burn(_wordsOf(from, OutcomeId.marketOf(id)), from, id, amount);
    }

    function _mint(uint256[WORDS] storage words, address to, uint256 id, uint256 amount) internal {
        _credit(words, to, id, amount);
        emit Transfer(msg.sender, address(0), to, id, amount);
    }

    function _burn(uint256[WORDS] storage words, address from, uint256 id, uint256 amount) internal {
        _debit(words, from, id, amount);
        emit Transfer(msg.sender, from, address(0), id, amount);
    }

    /// @dev Mints `amount` of ids `market | 0` to `market | count - 1`, but not of `except`.
    function _mintRun(address to, uint256 market, uint256 count, uint256 except, uint256 amount) internal {
        uint256[WORDS] storage words = _mintableWordsOf(to, market);
        for (uint256 index; index < count; ++index) {
            if (index != except) _mint(words, to, market | index, amount);
        }
    }

    /// @dev Burns `amount` of ids `market | 0` to `market | count - 1`, but not of `except`.
    function _burnRun(address from, uint256 market, uint256 count, uint256 except, uint256 amount) internal {
        uint256[WORDS] storage words = _wordsOf(from, market);
        for (uint256 index; index < count; ++index) {
            if (index != except) _burn(words, from, market | index, amount);
        }
    }

    function _wordsOf(address owner, uint256 market) internal view returns (uint256[WORDS] storage) {
        return _words[owner][market];
    }

    /// @dev {_wordsOf} of an account that is to get tokens.
    function _mintableWordsOf(address to, uint256 market) internal view returns (uint256[WORDS] storage) {
        if (to == address(0)) revert ERC6909InvalidReceiver(to);
        return _words[to][market];
    }

    function _spendAllowance(address owner, uint256 id, uint256 amount) private {
        uint256 current = _allowances[owner][msg.sender][id];
        if (current == type(uint256).max) return;
        if (current < amount) revert ERC6909InsufficientAllowance(msg.sender, current, amount, id);
        _allowances[owner][msg.sender][id] = current - amount;
    }

    function _debit(uint256[WORDS] storage words, address from, uint256 id, uint256 amount) private {
        uint256 index = OutcomeId.indexOf(id);
        if (index > LAST_INDEX) revert ERC6909InsufficientBalance(from, 0, amount, id);
        uint256 shift = _shift(index);
        uint256 word = words[index >> 1];
        uint256 balance = uint128(word >> shift);
        if (balance < amount) revert ERC6909InsufficientBalance(from, balance, amount, id);
        unchecked {
            // amount <= balance: the neighbour in the word is not borrowed from.
            words[index >> 1] = word - (amount << shift);
        }
    }

    function _credit(uint256[WORDS] storage words, address to, uint256 id, uint256 amount) private {
        uint256 index = OutcomeId.indexOf(id);
        uint256 shift = _shift(index);
        uint256 word = words[index >> 1];
        unchecked {
            // The checked sum is below 2^128: nothing is carried into the neighbour.
            if (amount > type(uint128).max - uint128(word >> shift)) {
                revert OutcomeTokens_BalanceOverflow(to, id, amount);
            }
            words[index >> 1] = word + (amount << shift);
        }
    }

    /// @dev Even indices lie in the lower half of a word.
    function _shift(uint256 index) private pure returns (uint256) {
        return (index & 1) << 7;
    }
}
