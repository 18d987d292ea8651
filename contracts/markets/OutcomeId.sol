// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Ids of a market's tokens: `market | index`
/// @dev A market is a hash with its low 16 bits zero. Indices 0 to 255 are LONGs, 256 to 511 SHORTs, 512 is
/// that of LP shares and 513 that of founding shares. In a binary market the other LONG is the short.
library OutcomeId {
    uint256 internal constant INDEX_MASK = 0xffff;
    uint256 internal constant SHORT = 256;
    uint256 internal constant SHARES = 512;
    uint256 internal constant FOUNDING_SHARES = 513;

    /// @notice Cuts a hash to the form of a market id.
    function toMarket(bytes32 hash) internal pure returns (uint256) {
        return uint256(hash) & ~INDEX_MASK;
    }

    function marketOf(uint256 id) internal pure returns (uint256) {
        return id & ~INDEX_MASK;
    }

    function indexOf(uint256 id) internal pure returns (uint256) {
        return id & INDEX_MASK;
    }

    /// @notice Returns the id of LONG or SHORT of `outcome`, in a market of `outcomes`.
    function outcomeId(uint256 market, uint256 outcomes, uint256 outcome, bool short) internal pure returns (uint256) {
        if (!short) return market | outcome;
        return outcomes == 2 ? market | (1 - outcome) : market | (SHORT + outcome);
    }

    /// @notice Returns whether `index` names a LONG or SHORT in a market of `outcomes`.
    function isOutcome(uint256 index, uint256 outcomes) internal pure returns (bool) {
        if (index < SHORT) return index < outcomes;
        return outcomes > 2 && index - SHORT < outcomes;
    }
}
