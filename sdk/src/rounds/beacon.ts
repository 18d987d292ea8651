import { concat, hexToBytes, isHex, numberToHex, sha256, size, type Hex } from "viem";

import { InvalidBeaconError } from "../errors/rounds.ts";

/** A round of drand's, as its servers answer; fields that are not needed are left out. */
export type Beacon = {
  /** Number of the round; `undefined`: the signature came alone. */
  readonly round: bigint | undefined;
  /** The compressed signature: 48 bytes. */
  readonly signature: Hex;
};

/** The order of the field of BLS12-381. */
const ORDER = 0x1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaabn;
/** The curve is y² = x³ + 4. */
const CURVE = 4n;

const COORDINATE = 48;
/** The three highest bits of a compressed point: that it is one, that it is infinity, and that y is the larger root. */
const [COMPRESSED, INFINITY, LARGER] = [0x80, 0x40, 0x20];
const FLAGS = 0xe0;

/**
 * Reads what a server of drand answers to `/<chain>/public/<round>`, or a signature alone, in hexadecimal.
 * @param text JSON with `round` and `signature`, or 96 hexadecimal digits with or without `0x`.
 * @throws {InvalidBeaconError} when it is neither, or its `randomness` is not that of the signature.
 */
export function parseBeacon(text: string): Beacon {
  const trimmed = text.trim();
  if (!trimmed.startsWith("{")) return { round: undefined, signature: readSignature(trimmed) };
  const { round, signature, randomness } = readJson(trimmed);
  if (typeof round !== "number" || !Number.isSafeInteger(round) || round < 1) {
    throw new InvalidBeaconError({ reason: "`round` is not a whole number from 1" });
  }
  const read = readSignature(signature);
  if (typeof randomness === "string" && sha256(read) !== `0x${randomness.toLowerCase()}`) {
    throw new InvalidBeaconError({ reason: "`randomness` is not the SHA-256 of `signature`" });
  }
  return { round: BigInt(round), signature: read };
}

function readJson(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (cause) {
    throw new InvalidBeaconError({ reason: "it is no JSON", cause });
  }
}

function readSignature(value: unknown): Hex {
  const hex = typeof value === "string" ? `0x${value.replace(/^0x/, "").toLowerCase()}` : "";
  if (!isHex(hex) || size(hex) !== COORDINATE || hex.length % 2 !== 0) {
    throw new InvalidBeaconError({ reason: `the signature is not ${COORDINATE} bytes in hexadecimal` });
  }
  return hex;
}

/**
 * Makes the proof that `DrandRandomness` asks for of a compressed signature: x and y, of 48 bytes each. The chain has no
 * cheap way to find y. Whether it is the signature of the round is for the contract to say.
 * @throws {InvalidBeaconError} when it is not a compressed point of the curve.
 */
export function beaconProof(signature: Hex): Hex {
  const [first = 0, ...rest] = hexToBytes(signature);
  if ((first & COMPRESSED) === 0 || (first & INFINITY) !== 0 || 1 + rest.length !== COORDINATE) {
    throw new InvalidBeaconError({ reason: "the signature is not a compressed point of G1" });
  }
  const x = BigInt(concat([numberToHex(first & ~FLAGS, { size: 1 }), `0x${signature.slice(4)}`]));
  const square = (x ** 3n + CURVE) % ORDER;
  // As the order is 3 modulo 4, this is a root if there is one.
  const root = power(square, (ORDER + 1n) / 4n);
  if (x >= ORDER || (root * root) % ORDER !== square) {
    throw new InvalidBeaconError({ reason: "the signature is not on the curve" });
  }
  const isLarger = root > (ORDER - 1n) / 2n;
  const y = isLarger === ((first & LARGER) !== 0) ? root : ORDER - root;
  return concat([x, y].map((coordinate) => numberToHex(coordinate, { size: COORDINATE })));
}

/** `base ** exponent`, modulo the field's order. */
function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = base, rest = exponent; rest > 0n; rest >>= 1n, square = (square * square) % ORDER) {
    if ((rest & 1n) === 1n) result = (result * square) % ORDER;
  }
  return result;
}
