// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IRandomness} from "../interfaces/IRandomness.sol";

/// @title Randomness without headers: the proof is the number, and anyone may say that it was missed
contract MockRandomness is IRandomness {
    error MockRandomness_Missed(uint256 reference_);
    error MockRandomness_NoNumber();

    uint256 public missedUntil;

    function miss() external {
        missedUntil = block.timestamp;
    }

    function next() external view returns (uint256 reference_) {
        return block.timestamp;
    }

    function isMissed(uint256 reference_) public view returns (bool) {
        return reference_ < missedUntil;
    }

    function randomOf(uint256 reference_, bytes calldata proof) external view returns (bytes32) {
        if (isMissed(reference_)) revert MockRandomness_Missed(reference_);
        if (proof.length != 32) revert MockRandomness_NoNumber();
        return bytes32(proof);
    }
}
