// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";

import {OutcomeId} from "./OutcomeId.sol";

/// @title The balances of outcome tokens, two neighbouring outcomes in one slot
/// @notice Balances are below 2^128. The tokens of one market and owner lie in consecutive words, so that a portfolio
/// of n outcomes is n/2 storage writes.
/// @dev A run of tokens of one market and owner looks its words up once ({wordsOf}); the functions that take balances
/// are for single tokens.
library Ledger {
    using Ledger for Balances;
    using Ledger for Words;

    /// @dev What one owner has of one market: indices 0..513, two to a word.
    struct Words {
        uint256[257] pairs;
    }

    struct Balances {
        mapping(address owner => mapping(uint256 market => Words)) words;
    }

    uint256 private constant LAST_INDEX = OutcomeId.FOUNDING_SHARES;

    error ERC6909InsufficientBalance(address sender, uint256 balance, uint256 needed, uint256 id);
    error ERC6909InvalidReceiver(address receiver);
    /// @notice Thrown when a balance would reach 2^128.
    error OutcomeTokens_BalanceOverflow(address receiver, uint256 id, uint256 amount);

    /* BALANCES */

    /// @notice Returns what `owner` has of `id`; nothing of what is no token.
    function balanceOf(Balances storage balances, address owner, uint256 id) internal view returns (uint256) {
        uint256 index = OutcomeId.indexOf(id);
        if (index > LAST_INDEX) return 0;
        return uint128(balances.words[owner][OutcomeId.marketOf(id)].pairs[index >> 1] >> _shift(index));
    }

    function wordsOf(Balances storage balances, address owner, uint256 market) internal view returns (Words storage) {
        return balances.words[owner][market];
    }

    /// @notice {wordsOf} of an account that is to get tokens.
    function mintableWordsOf(
        Balances storage balances,
        address to,
        uint256 market
    ) internal view returns (Words storage) {
        if (to == address(0)) revert ERC6909InvalidReceiver(to);
        return balances.words[to][market];
    }

    /* MOVING */

    function move(Balances storage balances, address from, address to, uint256 id, uint256 amount) internal {
        if (to == address(0)) revert ERC6909InvalidReceiver(to);
        uint256 market = OutcomeId.marketOf(id);
        _debit(balances.wordsOf(from, market), from, id, amount);
        _credit(balances.wordsOf(to, market), to, id, amount);
        emit IERC6909.Transfer(msg.sender, from, to, id, amount);
    }

    /// @notice {move} of many: neighbouring ids of one market look its words up once.
    function moveBatch(
        Balances storage balances,
        address from,
        address to,
        uint256[] calldata ids,
        uint256[] calldata amounts
    ) internal {
        if (to == address(0)) revert ERC6909InvalidReceiver(to);
        uint256 market;
        Words storage debited = balances.wordsOf(from, market);
        Words storage credited = balances.wordsOf(to, market);
        for (uint256 i; i < ids.length; ++i) {
            (uint256 id, uint256 amount) = (ids[i], amounts[i]);
            if (OutcomeId.marketOf(id) != market) {
                market = OutcomeId.marketOf(id);
                (debited, credited) = (balances.wordsOf(from, market), balances.wordsOf(to, market));
            }
            _debit(debited, from, id, amount);
            _credit(credited, to, id, amount);
            emit IERC6909.Transfer(msg.sender, from, to, id, amount);
        }
    }

    /* MINTING AND BURNING */

    function mint(Balances storage balances, address to, uint256 id, uint256 amount) internal {
        balances.mintableWordsOf(to, OutcomeId.marketOf(id)).mint(to, id, amount);
    }

    function burn(Balances storage balances, address from, uint256 id, uint256 amount) internal {
        balances.wordsOf(from, OutcomeId.marketOf(id)).burn(from, id, amount);
    }

    function mint(Words storage words, address to, uint256 id, uint256 amount) internal {
        _credit(words, to, id, amount);
        emit IERC6909.Transfer(msg.sender, address(0), to, id, amount);
    }

    function burn(Words storage words, address from, uint256 id, uint256 amount) internal {
        _debit(words, from, id, amount);
        emit IERC6909.Transfer(msg.sender, from, address(0), id, amount);
    }

    /// @notice Mints `amount` of ids `market | 0` to `market | count - 1`, but not of `except`.
    function mintRun(
        Balances storage balances,
        address to,
        uint256 market,
        uint256 count,
        uint256 except,
        uint256 amount
    ) internal {
        Words storage words = balances.mintableWordsOf(to, market);
        for (uint256 index; index < count; ++index) {
            if (index != except) words.mint(to, market | index, amount);
        }
    }

    /// @notice Burns `amount` of ids `market | 0` to `market | count - 1`, but not of `except`.
    function burnRun(
        Balances storage balances,
        address from,
        uint256 market,
        uint256 count,
        uint256 except,
        uint256 amount
    ) internal {
        Words storage words = balances.wordsOf(from, market);
        for (uint256 index; index < count; ++index) {
            if (index != except) words.burn(from, market | index, amount);
        }
    }

    /* PRIVATE */

    function _debit(Words storage words, address from, uint256 id, uint256 amount) private {
        uint256 index = OutcomeId.indexOf(id);
        if (index > LAST_INDEX) revert ERC6909InsufficientBalance(from, 0, amount, id);
        uint256 shift = _shift(index);
        uint256 word = words.pairs[index >> 1];
        uint256 balance = uint128(word >> shift);
        if (balance < amount) revert ERC6909InsufficientBalance(from, balance, amount, id);
        unchecked {
            // amount <= balance: the neighbour in the word is not borrowed from.
            words.pairs[index >> 1] = word - (amount << shift);
        }
    }

    function _credit(Words storage words, address to, uint256 id, uint256 amount) private {
        uint256 index = OutcomeId.indexOf(id);
        uint256 shift = _shift(index);
        uint256 word = words.pairs[index >> 1];
        unchecked {
            // The checked sum is below 2^128: nothing is carried into the neighbour.
            if (amount > type(uint128).max - uint128(word >> shift)) {
                revert OutcomeTokens_BalanceOverflow(to, id, amount);
            }
            words.pairs[index >> 1] = word + (amount << shift);
        }
    }

    /// @dev Even indices lie in the lower half of a word.
    function _shift(uint256 index) private pure returns (uint256) {
        return (index & 1) << 7;
    }
}
