// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IRandomness: a number that nobody knew before trading closed
/// @notice The source of the draw, behind an interface because no source is right for every chain. A reference names
/// one number: by a time, by the round of a beacon, or by whatever else the source counts with. It follows from a
/// moment of the schedule, never from the moment of a call: whoever may choose the moment may choose the draw.
///
/// @dev Units. Times in unix seconds.
///
/// Trust. Every source says at its head who can bend its numbers, how far, and at what price.
///
/// Rules. The tests quote these numbers.
///
/// Every source
/// - RA-1 The reference follows from `since` and the clock alone: no call moves it, and every caller sees the same.
/// - RA-2 Its time is the source's delay after `since`, or the first moment after that which has a number.
/// - RA-3 A reference has one number: all of its proofs give the same.
/// - RA-4 What does not prove the number of the reference is refused, and so is what comes before its time.
/// - RA-5 A reference is missed at a moment that is fixed with it, and is refused from then on. Only then another one
///   takes its place, and nobody knows the number of that one yet.
/// - RA-6 A source is refused at deployment where it cannot work.
///
/// Headers of blocks ({HeaderRandomness})
/// - RA-10 The reference is a time; its number is the prevrandao of the first block at or after it.
/// - RA-11 The proof is the header of that block, whose hash the chain still knows, and the header of its parent: one's
///   time is at or after the reference, the other's before it.
/// - RA-12 A time is missed after exactly 48 hours, and these 48 hours later is the time that takes its place.
///
/// Beacons of drand ({DrandRandomness})
/// - RA-20 The reference is the first round of the beacon that is due at or after the delay; it is never missed.
/// - RA-21 The number is the SHA-256 of the compressed signature, as drand publishes it.
/// - RA-22 To verify costs at most 160,000 gas; a proof is refused for at most 600,000.
///
/// Two sources in order ({FallbackRandomness})
/// - RA-30 The second counts from the time of its own reference on, and not a second earlier; the first not any more.
interface IRandomness {
    /// @notice Returns what kind of source this is, so that whoever draws knows what the proof is made of: `headers`,
    /// `drand`, `fallback`, or another word for another kind.
    function kind() external view returns (string memory);

    /// @notice Returns what a draw refers to now that was due from `since` on.
    /// @param since A moment of the schedule; for a draw that in which trading closes.
    function next(uint256 since) external view returns (uint256 reference_);

    /// @notice Returns when the number of `reference_` becomes known.
    function timeOf(uint256 reference_) external view returns (uint256 time);

    /// @notice Returns whether it is too late for the number of `reference_`.
    function isMissed(uint256 reference_) external view returns (bool);

    /// @notice Returns the random number of `reference_`.
    /// @dev Requirements: its time has come, and it was not missed; `proof` proves it.
    function randomOf(uint256 reference_, bytes calldata proof) external view returns (bytes32 random);
}
