// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

/// @title Whether an account has signed
library Signatures {
    uint256 private constant ECDSA_BYTES = 65;

    /// @notice Returns whether `signer` signed `digest`: by its key, or by ERC-1271 if it is a contract.
    /// @dev The key first, whether or not there is code: an account that delegates to code (EIP-7702) goes on signing
    /// by its key, and cannot take back what it signed by delegating to code that says no.
    function isValid(address signer, bytes32 digest, bytes memory signature) internal view returns (bool) {
        if (signature.length == ECDSA_BYTES) {
            (address recovered, ECDSA.RecoverError failure, ) = ECDSA.tryRecover(digest, signature);
            if (failure == ECDSA.RecoverError.NoError && recovered == signer) return true;
        }
        return SignatureChecker.isValidERC1271SignatureNow(signer, digest, signature);
    }
}
