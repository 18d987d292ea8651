// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Bytes} from "@openzeppelin/contracts/utils/Bytes.sol";

/// @title BLS signatures on BLS12-381, with keys on G2 and signatures on G1, by the precompiles of EIP-2537
/// @notice The scheme is RFC 9380's BLS12381G1_XMD:SHA-256_SSWU_RO_, with the domain that drand gives it.
/// @dev Points are encoded as EIP-2537 has them: every coordinate takes 64 bytes, of which the first 16 are zero; of an
/// element of the quadratic extension the real part comes first; the point at infinity is all zeros.
///
/// A precompile that refuses a point takes all the gas that it was given, so every call is capped, at about four times
/// what it costs today: dearer precompiles of a later fork do not stop the draw, and a wrong proof costs little. A call
/// of a precompile that is not there succeeds and returns nothing, so every length is checked.
library Bls12381 {
    using Bytes for bytes;

    /// @notice Bytes of a coordinate, as the field has them.
    uint256 internal constant COORDINATE = 48;
    /// @notice Bytes of a point on G2: two coordinates of two parts each.
    uint256 internal constant KEY = 256;

    address private constant MODEXP = address(0x05);
    address private constant G1_ADD = address(0x0b);
    address private constant PAIRING = address(0x0f);
    address private constant MAP_TO_G1 = address(0x10);

    uint256 private constant MODEXP_GAS = 4_000;
    uint256 private constant G1_ADD_GAS = 1_500;
    uint256 private constant MAP_TO_G1_GAS = 22_000;
    uint256 private constant PAIRING_GAS = 400_000;

    /// @dev What separates these signatures from those of other protocols, and its length: `+` is the byte 43.
    bytes private constant DOMAIN = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_+";

    /// @dev The order of the field: 381 bits.
    bytes private constant FIELD =
        hex"00000000000000000000000000000000"
        hex"1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab";

    /// @dev (order − 1) / 2, in two parts: a coordinate above it is the larger one of a point and its negative.
    uint256 private constant HALF_HIGH = 0x0d0088f51cbff34d258dd3db21a5d66b;
    uint256 private constant HALF_LOW = 0xb23ba5c279c2895fb39869507b587b120f55ffff58a9ffffdcff7fffffffd555;

    /// @dev The negative of the generator of G2: x, and the order less each part of its y.
    bytes private constant NEGATIVE_GENERATOR =
        hex"00000000000000000000000000000000024aa2b2f08f0a91260805272dc51051"
        hex"c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8"
        hex"0000000000000000000000000000000013e02b6052719f607dacd3a088274f65"
        hex"596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e"
        hex"000000000000000000000000000000000d1b3cc2c7027888be51d9ef691d77bc"
        hex"b679afda66c73f17f9ee3837a55024f78c71363275a75d75d86bab79f74782aa"
        hex"0000000000000000000000000000000013fa4d4a0ad8b1ce186ed5061789213d"
        hex"993923066dddaf1040bc3ff59f825c78df74f2d75467e25e0f55f8a00fa030ed";

    /// @notice Thrown when this chain does not have a precompile of EIP-2537.
    error Bls12381_NoPrecompile(address precompile);

    /// @notice Returns whether `signature` is that of `message` by `key`.
    /// @dev The precompile refuses coordinates that are not below the field's order, points that are not on the curve,
    /// and points outside the subgroup: so one signature is right, in one encoding. Infinity is refused, as it is the
    /// signature of everything by the key at infinity.
    /// @param key A point on G2, see {KEY}.
    /// @param signature A point on G1: x and y, of {COORDINATE} bytes each.
    function isSigned(bytes memory key, bytes32 message, bytes memory signature) internal view returns (bool) {
        (bytes memory x, bytes memory y) = (signature.slice(0, COORDINATE), signature.slice(COORDINATE));
        if (key.length != KEY || y.length != COORDINATE || _isZero(x, y)) return false;
        // e(signature, −generator) · e(hash, key) = 1 if and only if the signature is the key's secret times the hash.
        bytes memory pairs = bytes.concat(bytes16(0), x, bytes16(0), y, NEGATIVE_GENERATOR, hashToG1(message), key);
        (bool success, bytes memory isOne) = _call(PAIRING, PAIRING_GAS, pairs, 32);
        return success && uint256(bytes32(isOne)) == 1;
    }

    /// @notice Returns the point on G1 that `message` stands for: hash_to_curve of RFC 9380.
    function hashToG1(bytes32 message) internal view returns (bytes memory point) {
        // expand_message_xmd to 128 bytes: a block of zeros first, then four hashes that each take in the one before.
        bytes32 seed = sha256(bytes.concat(bytes32(0), bytes32(0), message, hex"008000", DOMAIN));
        bytes32 one = sha256(bytes.concat(seed, hex"01", DOMAIN));
        bytes32 two = sha256(bytes.concat(seed ^ one, hex"02", DOMAIN));
        bytes32 three = sha256(bytes.concat(seed ^ two, hex"03", DOMAIN));
        bytes32 four = sha256(bytes.concat(seed ^ three, hex"04", DOMAIN));
        return _mustCall(G1_ADD, G1_ADD_GAS, bytes.concat(_mapToG1(one, two), _mapToG1(three, four)), 128);
    }

    /// @notice Returns a point on G1 as it is sent about: its x, with the highest bit set, and the third one if y is
    /// the larger one of the two that belong to x.
    /// @param point x and y, of {COORDINATE} bytes each.
    function compress(bytes memory point) internal pure returns (bytes memory compressed) {
        compressed = point.slice(0, COORDINATE);
        bytes memory y = point.slice(COORDINATE);
        (uint256 high, uint256 low) = (uint128(bytes16(y)), uint256(bytes32(y.slice(16))));
        bool isLarger = high > HALF_HIGH || (high == HALF_HIGH && low > HALF_LOW);
        compressed[0] |= isLarger ? bytes1(0xa0) : bytes1(0x80);
    }

    /// @dev The number of 512 bits, modulo the field's order, as a point in the subgroup.
    function _mapToG1(bytes32 high, bytes32 low) private view returns (bytes memory) {
        bytes memory power = bytes.concat(bytes32(uint256(64)), bytes32(uint256(1)), bytes32(uint256(64)), high, low);
        bytes memory element = _mustCall(MODEXP, MODEXP_GAS, bytes.concat(power, hex"01", FIELD), 64);
        return _mustCall(MAP_TO_G1, MAP_TO_G1_GAS, element, 128);
    }

    function _isZero(bytes memory x, bytes memory y) private pure returns (bool) {
        return (bytes32(x) | bytes32(x.slice(16)) | bytes32(y) | bytes32(y.slice(16))) == 0;
    }

    /// @dev For input that no caller chooses: a failure is the precompile's, not the caller's.
    function _mustCall(
        address precompile,
        uint256 limit,
        bytes memory input,
        uint256 length
    ) private view returns (bytes memory output) {
        bool success;
        (success, output) = _call(precompile, limit, input, length);
        if (!success) revert Bls12381_NoPrecompile(precompile);
    }

    function _call(
        address precompile,
        uint256 limit,
        bytes memory input,
        uint256 length
    ) private view returns (bool success, bytes memory output) {
        // solhint-disable-next-line avoid-low-level-calls
        (success, output) = precompile.staticcall{gas: limit}(input);
        if (success && output.length != length) revert Bls12381_NoPrecompile(precompile);
    }
}
