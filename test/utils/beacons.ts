import { bls12_381 } from "@noble/curves/bls12-381";
import { concat, numberToHex, type Hex } from "viem";

import type { Beacon } from "../../scripts/beacon/testBeacon.ts";

type Point = typeof bls12_381.G1.ProjectivePoint.BASE;

/** What `DrandRandomness` asks for: a beacon's compressed signature as x and y. */
export function beaconProof({ signature }: Pick<Beacon, "signature">): Hex {
  return encodePoint(bls12_381.G1.ProjectivePoint.fromHex(signature));
}

export function encodePoint(point: Point): Hex {
  const { x, y } = point.toAffine();
  return concat([numberToHex(x, { size: 48 }), numberToHex(y, { size: 48 })]);
}
