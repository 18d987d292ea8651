// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRandomness} from "../../interfaces/IRandomness.sol";

/// @title Two sources of randomness in order: the second counts if nobody drew by the first in time
/// @notice For a beacon that may end, or a chain whose headers may not be there. The second source's delay is longer
/// than the first one's, and the difference is the patience: from the time of the second's reference on it counts
/// alone. References are twice those of the two, those of the second plus one.
/// @dev Trust. That of the first source; and who can keep every draw out of the chain for the whole patience can choose
/// between the first number, which it knows, and the second, which nobody knows then. A second draw cannot be had but
/// in this way, as the second number counts for nobody while the first one does.
contract FallbackRandomness is IRandomness {
    /// @notice What counts as long as the second's time has not come.
    IRandomness public immutable FIRST;
    /// @notice What counts from then on.
    IRandomness public immutable SECOND;

    /// @notice Thrown at deployment when the second source's delay is not longer than the first one's.
    error FallbackRandomness_NotInOrder(uint256 first, uint256 second);

    constructor(IRandomness first, IRandomness second) {
        (FIRST, SECOND) = (first, second);
        uint256 firstTime = first.timeOf(first.next(block.timestamp));
        uint256 secondTime = second.timeOf(second.next(block.timestamp));
        if (secondTime <= firstTime) revert FallbackRandomness_NotInOrder(firstTime, secondTime);
    }

    /// @inheritdoc IRandomness
    function kind() external pure returns (string memory) {
        return "fallback";
    }

    /// @inheritdoc IRandomness
    function next(uint256 since) external view returns (uint256) {
        uint256 second = SECOND.next(since);
        if (block.timestamp >= SECOND.timeOf(second)) return second * 2 + 1;
        return FIRST.next(since) * 2;
    }

    /// @inheritdoc IRandomness
    function timeOf(uint256 reference_) external view returns (uint256) {
        (IRandomness source, uint256 inner) = sourceOf(reference_);
        return source.timeOf(inner);
    }

    /// @inheritdoc IRandomness
    /// @dev Says what the source itself says. That the second counts in place of the first is in {next} alone.
    function isMissed(uint256 reference_) external view returns (bool) {
        (IRandomness source, uint256 inner) = sourceOf(reference_);
        return source.isMissed(inner);
    }

    /// @inheritdoc IRandomness
    function randomOf(uint256 reference_, bytes calldata proof) external view returns (bytes32) {
        (IRandomness source, uint256 inner) = sourceOf(reference_);
        return source.randomOf(inner, proof);
    }

    /// @notice Returns the source that `reference_` belongs to, and what it is called there.
    function sourceOf(uint256 reference_) public view returns (IRandomness source, uint256 inner) {
        return (reference_ % 2 == 0 ? FIRST : SECOND, reference_ / 2);
    }
}
