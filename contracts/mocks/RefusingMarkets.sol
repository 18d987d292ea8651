// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice For tests: outcome tokens that answer false to every transfer, which ERC-6909 allows; those in go
/// through once told.
contract RefusingMarkets {
    bool public takes;

    function setTakes(bool takes_) external {
        takes = takes_;
    }

    function transfer(address, uint256, uint256) external pure returns (bool) {
        return false;
    }

    function transferFrom(address, address, uint256, uint256) external view returns (bool) {
        return takes;
    }
}
