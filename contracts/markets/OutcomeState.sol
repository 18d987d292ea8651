// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @dev It holds one outcome of a pool in one word, from the top: log weight (72 bits, WAD; 0: it never traded and
/// weighs its opening price), sold (112 bits, units), nothing. It is one word because a trade touches both of every
/// outcome it names.
type OutcomeState is uint256;

using {logWeight, sold, withSold} for OutcomeState global;

/// @dev Everything fits: log weights are in range, and what was sold is below 2^104 (see {MarketState-checkCash}).
function pack(int256 logWeight_, int256 sold_) pure returns (OutcomeState) {
    return OutcomeState.wrap((uint256(uint72(int72(logWeight_))) << 184) | (uint256(uint112(int112(sold_))) << 72));
}

function logWeight(OutcomeState state) pure returns (int256) {
    return int72(uint72(OutcomeState.unwrap(state) >> 184));
}

function sold(OutcomeState state) pure returns (int256) {
    return int112(uint112(OutcomeState.unwrap(state) >> 72));
}

/// @dev Leaves the log weight alone: liquidity moves claims, never prices. `sold_` fits as in {pack}.
function withSold(OutcomeState state, int256 sold_) pure returns (OutcomeState) {
    return pack(state.logWeight(), sold_);
}
