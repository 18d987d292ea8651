// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {SSTORE2} from "solady/src/utils/SSTORE2.sol";

import {IRandomness} from "../../interfaces/IRandomness.sol";
import {Bls12381} from "./Bls12381.sol";

/// @title Randomness of drand, out of a beacon's round that is due after a delay
/// @notice The reference is the number of a round; its number is the SHA-256 of the round's signature, as drand
/// publishes it (scheme bls-unchained-g1-rfc9380: keys on G2, signatures on G1, message SHA-256 of the round as 8
/// bytes). The proof is the signature as a point: x and y, of 48 bytes each. Nothing expires and nobody chooses.
/// @dev Trust. A round has one signature, which nobody has before a threshold of drand's members sign together: the
/// block's proposer, and the sequencer of a rollup, can only keep the draw out of the chain until Evaluation has ended.
/// A threshold that colludes cannot bend a number, but can foresee all of them, even before trading, and trade on it.
/// If the beacon ends there is no draw: see {FallbackRandomness}. The delay must be longer than a sequencer may keep
/// its clock behind the world's, as trading would go on while the number is known: 13 hours on the OP stack, 25 on
/// Arbitrum.
contract DrandRandomness is IRandomness {
    using SafeCast for uint256;

    /// @notice What a deployment fixes.
    /// @param chainHash By what drand's servers name the beacon; for whoever draws, nothing here depends on it.
    /// @param key Its public key, a point on G2 in the encoding of EIP-2537: 256 bytes.
    /// @param genesis When its first round was due, in unix seconds.
    /// @param period From one round to the next, in seconds.
    /// @param delay From the given moment to the round that decides, in seconds.
    /// @param knownRound A round of the past, whose signature is known.
    /// @param knownSignature Its signature, as a proof has it.
    struct Parameters {
        bytes32 chainHash;
        bytes key;
        uint40 genesis;
        uint40 period;
        uint40 delay;
        uint64 knownRound;
        bytes knownSignature;
    }

    uint256 private constant SIGNATURE = 2 * Bls12381.COORDINATE;

    /// @notice By what drand's servers name the beacon.
    bytes32 public immutable CHAIN_HASH;
    /// @notice When the beacon's first round was due, in unix seconds.
    uint256 public immutable GENESIS;
    /// @notice From one round of the beacon to the next, in seconds.
    uint256 public immutable PERIOD;
    /// @notice From the given moment to the round that decides, in seconds.
    uint256 public immutable DELAY;
    /// @dev Where the key is kept, as code: half as dear to read as eight slots, and a constant for its readers.
    address private immutable KEY;

    /// @notice Thrown at deployment when the beacon has no period.
    error DrandRandomness_NoPeriod();
    /// @notice Thrown before the round is due.
    error DrandRandomness_TooEarly(uint256 round, uint256 time, uint256 timestamp);
    /// @notice Thrown when the proof is not 96 bytes long: pass the signature's x and y, not its compressed form.
    error DrandRandomness_WrongLength(uint256 expected, uint256 actual);
    /// @notice Thrown when the proof is not the signature of `round`.
    error DrandRandomness_WrongSignature(uint256 round);

    /// @dev Verifies a known round, which proves key, encodings and precompiles before anything depends on them.
    constructor(Parameters memory p) {
        if (p.period == 0) revert DrandRandomness_NoPeriod();
        (CHAIN_HASH, GENESIS, PERIOD, DELAY) = (p.chainHash, p.genesis, p.period, p.delay);
        KEY = SSTORE2.write(p.key);
        _random(p.knownRound, p.knownSignature);
    }

    /// @inheritdoc IRandomness
    function kind() external pure returns (string memory) {
        return "drand";
    }

    /// @notice Returns the beacon's public key, see {Parameters}.
    function key() public view returns (bytes memory) {
        return SSTORE2.read(KEY);
    }

    /// @inheritdoc IRandomness
    function next(uint256 since) external view returns (uint256 round) {
        uint256 time = since + DELAY;
        // Rounded up: the round is due at or after the time. The first one was due at the genesis.
        return time <= GENESIS ? 1 : (time - GENESIS + PERIOD - 1) / PERIOD + 1;
    }

    /// @inheritdoc IRandomness
    function timeOf(uint256 round) public view returns (uint256) {
        return GENESIS + round * PERIOD - PERIOD;
    }

    /// @inheritdoc IRandomness
    function isMissed(uint256) external pure returns (bool) {
        return false;
    }

    /// @inheritdoc IRandomness
    function randomOf(uint256 round, bytes calldata signature) external view returns (bytes32) {
        return _random(round, signature);
    }

    function _random(uint256 round, bytes memory signature) private view returns (bytes32) {
        uint256 time = timeOf(round);
        if (block.timestamp < time) revert DrandRandomness_TooEarly(round, time, block.timestamp);
        if (signature.length != SIGNATURE) revert DrandRandomness_WrongLength(SIGNATURE, signature.length);
        bytes32 message = sha256(abi.encodePacked(round.toUint64()));
        if (!Bls12381.isSigned(key(), message, signature)) revert DrandRandomness_WrongSignature(round);
        return sha256(Bls12381.compress(signature));
    }
}
