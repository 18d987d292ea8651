// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IRandomness} from "../interfaces/IRandomness.sol";

/// @title Randomness without headers: the proof is the number, and anyone may say that it was missed
contract MockRandomness is IRandomness {
    error MockRandomness_TooEarly(uint256 reference_);
    error MockRandomness_Missed(uint256 reference_);
    error MockRandomness_NoNumber();

    uint256 public missedUntil;

    function miss() external {
        missedUntil = block.timestamp;
    }

    function kind() external pure returns (string memory) {
        return "mock";
    }

    function next(uint256 since) external view returns (uint256 reference_) {
        return since < missedUntil ? missedUntil : since + 1;
    }

    function timeOf(uint256 reference_) external pure returns (uint256) {
        return reference_;
    }

    function isMissed(uint256 reference_) public view returns (bool) {
        return reference_ < missedUntil;
    }

    function randomOf(uint256 reference_, bytes calldata proof) external view returns (bytes32) {
        if (block.timestamp < reference_) revert MockRandomness_TooEarly(reference_);
        if (isMissed(reference_)) revert MockRandomness_Missed(reference_);
        if (proof.length != 32) revert MockRandomness_NoNumber();
        return bytes32(proof);
    }
}
