import { bls12_381 } from "@noble/curves/bls12-381";
import { bytesToHex, concat, hexToBytes, numberToBytes, numberToHex, sha256, type Hex } from "viem";

/** What separates drand's signatures from those of other protocols. */
const DOMAIN = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";

/** A round of a beacon, as drand's servers answer: hexadecimal without a prefix. */
export type Beacon = {
  readonly round: number;
  readonly signature: string;
  readonly randomness: string;
};

export type TestBeacon = {
  /** Its public key, in the encoding of EIP-2537. */
  readonly key: Hex;
  /** Signs a round, whether or not it is due: a test's beacon has one member, and this is it. */
  readonly sign: (round: bigint) => Beacon;
};

/** A beacon like drand's quicknet whose secret is known: for tests and local networks. */
export function testBeacon(secret = 0x1234_5678n): TestBeacon {
  return {
    key: encodeKey(bls12_381.G2.ProjectivePoint.BASE.multiply(secret)),
    sign: (round) => {
      const message = hexToBytes(sha256(numberToBytes(round, { size: 8 })));
      const hash = bls12_381.G1.hashToCurve(message, { DST: DOMAIN });
      const signature = bls12_381.G1.ProjectivePoint.fromAffine(hash.toAffine()).multiply(secret).toRawBytes(true);
      const randomness = sha256(signature);
      return { round: Number(round), signature: bytesToHex(signature).slice(2), randomness: randomness.slice(2) };
    },
  };
}

type KeyPoint = typeof bls12_381.G2.ProjectivePoint.BASE;

/** A point on G2 in the encoding of EIP-2537: 64 bytes a part, the real one first. */
export function encodeKey(point: KeyPoint): Hex {
  const { x, y } = point.toAffine();
  return concat([x.c0, x.c1, y.c0, y.c1].map((part) => numberToHex(part, { size: 64 })));
}
