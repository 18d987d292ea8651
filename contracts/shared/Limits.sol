// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

// What several contracts have to agree on: each of these has one place, here.

/// @dev One, of everything that is a fraction: prices, payouts, weights, originalities. "In WAD" is in units of 1e-18.
uint256 constant WAD = 1e18;

/// @dev The most outcomes that a market can have.
uint256 constant MAX_OUTCOMES = 256;

/// @dev The least and the most b that a pool opens with, in units of the market's asset.
uint256 constant MIN_LIQUIDITY = 1e4;
uint256 constant MAX_LIQUIDITY = type(uint96).max;

/// @dev The highest fee rate of a market: 10%, in 1e-8.
uint256 constant MAX_FEE_RATE = 1e7;
