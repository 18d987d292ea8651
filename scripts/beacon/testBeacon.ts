import { bls12_381 } from "@noble/curves/bls12-381";
import { bytesToHex, concat, hexToBytes, keccak256, numberToBytes, numberToHex, sha256, type Hex } from "viem";

import { quicknet } from "../../deploy/beacons/quicknet.ts";
import { beaconProof } from "../../sdk/src/rounds/index.ts";

/** What separates drand's signatures from those of other protocols. */
const DOMAIN = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";

/** A round of a beacon, as drand's servers answer: hexadecimal without a prefix. */
export type Beacon = {
  readonly round: number;
  readonly signature: string;
  readonly randomness: string;
};

export type TestBeacon = {
  /** What `DrandRandomness` is deployed with to draw by it: the clock of quicknet, four epochs of Ethereum's delay. */
  readonly parameters: {
    readonly chainHash: Hex;
    readonly key: Hex;
    readonly genesis: number;
    readonly period: number;
    readonly delay: number;
    readonly knownRound: number;
    readonly knownSignature: Hex;
  };
  /** Signs a round, whether or not it is due: a test's beacon has one member, and this is it. */
  readonly sign: (round: bigint) => Beacon;
};

/** A beacon like drand's quicknet whose secret is known: for tests and local networks. */
export function testBeacon(secret = 0x1234_5678n): TestBeacon {
  const sign = (round: bigint): Beacon => {
    const message = hexToBytes(sha256(numberToBytes(round, { size: 8 })));
    const hash = bls12_381.G1.hashToCurve(message, { DST: DOMAIN });
    const signature = bls12_381.G1.ProjectivePoint.fromAffine(hash.toAffine()).multiply(secret).toRawBytes(true);
    const randomness = sha256(signature);
    return { round: Number(round), signature: bytesToHex(signature).slice(2), randomness: randomness.slice(2) };
  };
  const key = encodeKey(bls12_381.G2.ProjectivePoint.BASE.multiply(secret));
  const { genesis, period } = quicknet;
  const known = { knownRound: 1, knownSignature: beaconProof(`0x${sign(1n).signature}`) };
  return { parameters: { chainHash: keccak256(key), key, genesis, period, delay: 1536, ...known }, sign };
}

/** The beacon of local chains: whoever reads this knows its secret. */
export const LOCAL_BEACON: TestBeacon = testBeacon();

type KeyPoint = typeof bls12_381.G2.ProjectivePoint.BASE;

/** A point on G2 in the encoding of EIP-2537: 64 bytes a part, the real one first. */
export function encodeKey(point: KeyPoint): Hex {
  const { x, y } = point.toAffine();
  return concat([x.c0, x.c1, y.c0, y.c1].map((part) => numberToHex(part, { size: 64 })));
}
