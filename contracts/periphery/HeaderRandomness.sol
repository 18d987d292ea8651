// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BlockHeader} from "@openzeppelin/contracts/utils/BlockHeader.sol";

import {IRandomness} from "../interfaces/IRandomness.sol";

/// @title Randomness of the beacon chain, out of the header of a block that was fixed before it existed
/// @notice The reference is the number of a block, 128 blocks after the commitment; its prevrandao is the random
/// number. The proof is the block's header in RLP, checked against the block's hash: by BLOCKHASH for 256 blocks, by
/// the history contract of EIP-2935 for 8,191.
/// @dev Residual bias: who proposes the last block before the reference can withhold it, and so choose between two
/// numbers at the price of a block reward. If nobody draws for 8,191 blocks (256 where there is no history contract)
/// the draw has to be committed again, which is a second try for everybody: draw in time. Chains with a constant
/// prevrandao need another {IRandomness}.
contract HeaderRandomness is IRandomness {
    /// @notice Blocks from the commitment to the block that decides: about 4 epochs, so that no proposer knows its
    /// number when the draw is committed.
    uint256 public constant DELAY = 128;

    /// @dev There EIP-2935 keeps the hashes of 8,191 blocks.
    address private constant HISTORY = 0x0000F90827F1C53a10cb7A02335B175320002935;
    uint256 private constant BLOCKHASH_WINDOW = 256;

    /// @notice Thrown before the block exists.
    error HeaderRandomness_TooEarly(uint256 blockNumber, uint256 current);
    /// @notice Thrown when the block's hash is no longer known: commit the draw again.
    error HeaderRandomness_Missed(uint256 blockNumber);
    /// @notice Thrown when the header is not that of the block.
    error HeaderRandomness_WrongHeader(uint256 blockNumber, bytes32 expected, bytes32 actual);
    /// @notice Thrown when the block has no random number: it was mined in a batch on a local network, or the chain
    /// has none.
    error HeaderRandomness_NotRandom(uint256 blockNumber);

    /// @inheritdoc IRandomness
    function next() external view returns (uint256) {
        return block.number + DELAY;
    }

    /// @inheritdoc IRandomness
    function isMissed(uint256 blockNumber) external view returns (bool) {
        return blockNumber < block.number && _hashOf(blockNumber) == 0;
    }

    /// @inheritdoc IRandomness
    function randomOf(uint256 blockNumber, bytes calldata header) external view returns (bytes32 random) {
        if (blockNumber >= block.number) revert HeaderRandomness_TooEarly(blockNumber, block.number);
        bytes32 expected = _hashOf(blockNumber);
        if (expected == 0) revert HeaderRandomness_Missed(blockNumber);
        bytes32 actual = keccak256(header);
        if (actual != expected) revert HeaderRandomness_WrongHeader(blockNumber, expected, actual);
        random = BlockHeader.getPrevRandao(header);
        if (random == 0) revert HeaderRandomness_NotRandom(blockNumber);
    }

    /// @dev The hash of a block that exists; 0 if it is no longer known. OpenZeppelin's Blockhash takes the data of a
    /// failed call for a hash, which some local networks have in place of the history contract.
    function _hashOf(uint256 blockNumber) private view returns (bytes32) {
        if (block.number - blockNumber <= BLOCKHASH_WINDOW) return blockhash(blockNumber);
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, bytes memory data) = HISTORY.staticcall(abi.encode(blockNumber));
        return success && data.length == 32 ? abi.decode(data, (bytes32)) : bytes32(0);
    }
}
