// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @dev It holds one outcome of a pool in one word, from the top: log weight (72 bits, WAD; 0: it never traded and
/// weighs its opening price), sold (112 bits, units), anchor (40 bits, 1e-9), block of its last trade (32 bits). It is
/// one word because a trade touches all four fields of every outcome it names.
type OutcomeState is uint256;

using {logWeight, sold, anchor, tradedBlock, withSold} for OutcomeState global;

/// @dev Everything fits: log weights are in range, anchors are above theirs, and what was sold is below 2^104 (see
/// {MarketState-checkCash}).
function pack(int256 logWeight_, int256 sold_, int256 anchor_, uint256 block_) pure returns (OutcomeState) {
    return
        OutcomeState.wrap(
            (uint256(uint72(int72(logWeight_))) << 184) |
                (uint256(uint112(int112(sold_))) << 72) |
                (uint256(uint40(int40(anchor_))) << 32) |
                uint32(block_)
        );
}

function logWeight(OutcomeState state) pure returns (int256) {
    return int72(uint72(OutcomeState.unwrap(state) >> 184));
}

function sold(OutcomeState state) pure returns (int256) {
    return int112(uint112(OutcomeState.unwrap(state) >> 72));
}

function anchor(OutcomeState state) pure returns (int256) {
    return int40(uint40(OutcomeState.unwrap(state) >> 32));
}

function tradedBlock(OutcomeState state) pure returns (uint256) {
    return uint32(OutcomeState.unwrap(state));
}

/// @dev Leaves the log weight alone: liquidity moves claims, never prices. `sold_` fits as in {pack}.
function withSold(OutcomeState state, int256 sold_) pure returns (OutcomeState) {
    uint256 mask = uint256(type(uint112).max) << 72;
    uint256 word = OutcomeState.unwrap(state) & ~mask;
    return OutcomeState.wrap(word | (uint256(uint112(int112(sold_))) << 72));
}
