// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BlockHeader} from "@openzeppelin/contracts/utils/BlockHeader.sol";
import {Blockhash} from "@openzeppelin/contracts/utils/Blockhash.sol";
import {Memory} from "@openzeppelin/contracts/utils/Memory.sol";

import {IRandomness} from "../../interfaces/IRandomness.sol";

/// @title Randomness of the beacon chain, out of the first block at or after a moment
/// @notice The reference is a time T; its number is the prevrandao of the first block at or after T. The proof is
/// `abi.encode(header, parent)`: the headers of that block and of its parent, in RLP. The chain must know the block's
/// hash: BLOCKHASH has 256 of them, the history contract of EIP-2935 has 8,191, which are 27.3 hours.
/// @dev Trust. The prevrandao of a block mixes what the proposers of all blocks before it have revealed. Who proposes
/// the last block before T knows the number first, and can withhold that block: it chooses between two numbers at the
/// price of a block reward, and between 2^k with the last k slots before T. Withholding the block that decides changes
/// nothing, as the next one has the same number. A proposer cannot make T missed: anybody may draw in any block while
/// the hash is known. Who censors all of these can: it chooses between the number of T and that of T + 48 hours, which
/// it did not know while it censored. Chains whose blocks are cheap to withhold, or whose prevrandao one party
/// chooses, need another {IRandomness}.
contract HeaderRandomness is IRandomness {
    /// @notice How long a time can be drawn, in seconds. Longer than any hash is known, so that the number of the next
    /// reference is never known while this one can be drawn.
    uint256 public constant WINDOW = 48 hours;

    /// @notice From the given moment to the reference, in seconds. Four epochs are 1,536: nobody knows then who will
    /// propose the last blocks before the reference.
    uint256 public immutable DELAY;

    /// @notice Thrown at deployment when the history contract does not know the hash of the block before: this chain is
    /// not at Prague yet, or counts its blocks in another way.
    error HeaderRandomness_NoHistory(bytes32 expected, bytes32 actual);
    /// @notice Thrown before the reference's time.
    error HeaderRandomness_TooEarly(uint256 time, uint256 timestamp);
    /// @notice Thrown when the reference was missed: {next} has another one.
    error HeaderRandomness_Missed(uint256 time, uint256 missedAt);
    /// @notice Thrown when the chain does not know this header's hash: it is another block's, or too old.
    error HeaderRandomness_UnknownHeader(uint256 blockNumber, bytes32 expected, bytes32 actual);
    /// @notice Thrown when the second header is not that of the first one's parent.
    error HeaderRandomness_NotTheParent(bytes32 expected, bytes32 actual);
    /// @notice Thrown when the block is not the first one at or after the reference: the parent was, or it is earlier.
    error HeaderRandomness_NotTheFirst(uint256 time, uint256 parentTimestamp, uint256 timestamp);
    /// @notice Thrown when the block has no random number: this chain has none, or it was mined in a batch on a local
    /// network.
    error HeaderRandomness_NotRandom(uint256 blockNumber, uint256 prevRandao);

    /// @param delay See {DELAY}.
    constructor(uint256 delay) {
        DELAY = delay;
        bytes32 expected = blockhash(block.number - 1);
        bytes32 actual = _hashInHistory(block.number - 1);
        if (expected == 0 || actual != expected) revert HeaderRandomness_NoHistory(expected, actual);
        _requireRandom(block.number, block.prevrandao);
    }

    /// @inheritdoc IRandomness
    function kind() external pure returns (string memory) {
        return "headers";
    }

    /// @inheritdoc IRandomness
    function next(uint256 since) external view returns (uint256 time) {
        time = since + DELAY;
        if (block.timestamp > time) time = block.timestamp - ((block.timestamp - time) % WINDOW);
    }

    /// @inheritdoc IRandomness
    function timeOf(uint256 time) external pure returns (uint256) {
        return time;
    }

    /// @inheritdoc IRandomness
    function isMissed(uint256 time) external view returns (bool) {
        return block.timestamp >= time + WINDOW;
    }

    /// @inheritdoc IRandomness
    function randomOf(uint256 time, bytes calldata proof) external view returns (bytes32 random) {
        if (block.timestamp < time) revert HeaderRandomness_TooEarly(time, block.timestamp);
        if (block.timestamp >= time + WINDOW) revert HeaderRandomness_Missed(time, time + WINDOW);
        (bytes memory header, bytes memory parent) = abi.decode(proof, (bytes, bytes));
        Memory.Slice[] memory fields = BlockHeader.parseHeader(header);
        uint256 blockNumber = BlockHeader.getNumber(fields);

        (bytes32 expected, bytes32 actual) = (Blockhash.blockHash(blockNumber), keccak256(header));
        if (actual != expected) revert HeaderRandomness_UnknownHeader(blockNumber, expected, actual);
        (expected, actual) = (BlockHeader.getParentHash(fields), keccak256(parent));
        if (actual != expected) revert HeaderRandomness_NotTheParent(expected, actual);

        (uint256 before, uint256 timestamp) = (BlockHeader.getTimestamp(parent), BlockHeader.getTimestamp(fields));
        if (before >= time || timestamp < time) revert HeaderRandomness_NotTheFirst(time, before, timestamp);
        random = BlockHeader.getPrevRandao(fields);
        _requireRandom(blockNumber, uint256(random));
    }

    /// @dev What the history contract says; a number that is not a hash where there is none. OpenZeppelin's Blockhash
    /// asks it for old blocks only, of which a young chain has none.
    function _hashInHistory(uint256 blockNumber) private view returns (bytes32) {
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, bytes memory data) = Blockhash.HISTORY_STORAGE_ADDRESS.staticcall(abi.encode(blockNumber));
        return success && data.length == 32 ? abi.decode(data, (bytes32)) : bytes32(0);
    }

    /// @dev Chains without randomness give 0, or another constant: no random number is so small once in 2^128.
    function _requireRandom(uint256 blockNumber, uint256 prevRandao) private pure {
        if (prevRandao >> 128 == 0) revert HeaderRandomness_NotRandom(blockNumber, prevRandao);
    }
}
