// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {Signatures} from "../shared/Signatures.sol";

/// @title Who maintains a project, and who is paid for it
abstract contract Maintainers is IEdgeRegistry, EIP712 {
    using SafeCast for uint256;

    /// @dev Whoever waits is in office from `effectiveAt` on, without any further call.
    struct Office {
        address maintainer;
        uint96 nonce;
        address next;
        uint40 effectiveAt; // unix seconds
        address payee; // zero: the maintainer
    }

    bytes32 private constant ATTESTATION = keccak256(
        "Attestation(bytes32 node,address maintainer,uint256 nonce,uint256 deadline)"
    );

    /// @inheritdoc IEdgeRegistry
    uint256 public constant ATTESTATION_DELAY = 14 days;

    /// @inheritdoc IEdgeRegistry
    address public immutable REGISTRAR;

    mapping(bytes32 node => Office) private _offices;

    constructor(address registrar) EIP712("EdgeRegistry", "1") {
        if (registrar == address(0)) revert EdgeRegistry_InvalidAddress(registrar);
        REGISTRAR = registrar;
    }

    modifier onlyMaintainer(bytes32 node) {
        address maintainer = maintainerOf(node);
        if (msg.sender != maintainer) revert EdgeRegistry_NotMaintainer(node, msg.sender, maintainer);
        _;
    }

    /// @inheritdoc IEdgeRegistry
    function veto(bytes32 node) external onlyMaintainer(node) {
        Office storage office = _offices[node];
        address next = office.next;
        if (!_waits(office)) revert EdgeRegistry_NothingToVeto(node);
        (office.next, office.effectiveAt) = (address(0), 0);
        emit Vetoed(node, msg.sender, next);
    }

    /// @inheritdoc IEdgeRegistry
    function setPayee(bytes32 node, address payee) external onlyMaintainer(node) {
        Office storage office = _offices[node];
        _inaugurate(office);
        office.payee = payee;
        emit PayeeSet(node, payee);
    }

    /// @inheritdoc IEdgeRegistry
    function payeeOf(bytes32 node) external view returns (address) {
        Office storage office = _offices[node];
        address maintainer = maintainerOf(node);
        // The payee is the choice of whoever is in storage.
        return maintainer == office.maintainer && office.payee != address(0) ? office.payee : maintainer;
    }

    /// @inheritdoc IEdgeRegistry
    function pendingMaintainerOf(bytes32 node) external view returns (address maintainer, uint256 effectiveAt) {
        Office storage office = _offices[node];
        if (_waits(office)) return (office.next, office.effectiveAt);
    }

    /// @inheritdoc IEdgeRegistry
    function nonceOf(bytes32 node) external view returns (uint256) {
        return _offices[node].nonce;
    }

    /// @inheritdoc IEdgeRegistry
    function maintainerOf(bytes32 node) public view returns (address) {
        Office storage office = _offices[node];
        return office.next != address(0) && !_waits(office) ? office.next : office.maintainer;
    }

    function _attest(
        bytes32 node,
        address maintainer,
        uint256 nonce,
        uint256 deadline,
        bytes calldata signature
    ) internal {
        if (maintainer == address(0)) revert EdgeRegistry_InvalidMaintainer(node, maintainer);
        if (block.timestamp > deadline) revert EdgeRegistry_Expired(deadline, block.timestamp);
        Office storage office = _offices[node];
        if (nonce != office.nonce) revert EdgeRegistry_InvalidNonce(node, office.nonce, nonce);
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(ATTESTATION, node, maintainer, nonce, deadline)));
        if (!Signatures.isValid(REGISTRAR, digest, signature)) {
            revert EdgeRegistry_InvalidSignature(REGISTRAR);
        }

        _inaugurate(office);
        uint256 effectiveAt = block.timestamp + ATTESTATION_DELAY;
        ++office.nonce;
        (office.next, office.effectiveAt) = (maintainer, effectiveAt.toUint40());
        emit Attested(node, maintainer, nonce, effectiveAt);
    }

    /// @dev Writes down a change of maintainer whose time has come.
    function _inaugurate(Office storage office) private {
        address next = office.next;
        if (next == address(0) || _waits(office)) return;
        if (next != office.maintainer) office.payee = address(0);
        (office.maintainer, office.next, office.effectiveAt) = (next, address(0), 0);
    }

    function _waits(Office storage office) private view returns (bool) {
        return block.timestamp < office.effectiveAt;
    }
}
