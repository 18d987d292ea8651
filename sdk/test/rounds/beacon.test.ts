import { bls12_381 } from "@noble/curves/bls12-381";
import { expect } from "chai";
import fc from "fast-check";
import { concat, numberToHex, sha256, slice, type Hex } from "viem";

import { InvalidBeaconError } from "../../src/errors/index.ts";
import { beaconProof, parseBeacon } from "../../src/rounds/index.ts";
import { expectThrow } from "../utils/throws.ts";

const { G1 } = bls12_381;
const BASE = G1.ProjectivePoint.BASE;
/** A signature of the right shape: a point of the curve. */
const SIGNATURE = toHex(BASE.multiply(7n).toRawBytes(true));

function toHex(bytes: Uint8Array): Hex {
  return concat([...bytes].map((byte) => numberToHex(byte, { size: 1 })));
}

describe("beaconProof", function () {
  it("should be x and y of the compressed point, whichever root y is", function () {
    const roots = new Set<boolean>();
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 250n }), (factor) => {
        const point = BASE.multiply(factor);
        const { x, y } = point.toAffine();
        const compressed = toHex(point.toRawBytes(true));
        roots.add((Number(slice(compressed, 0, 1)) & 0x20) !== 0);
        expect(beaconProof(compressed)).to.equal(concat([numberToHex(x, { size: 48 }), numberToHex(y, { size: 48 })]));
      }),
      { numRuns: 50 },
    );
    expect(roots.size).to.equal(2);
  });

  it("should refuse what is no compressed point of the curve", function () {
    const wrong: readonly Hex[] = [
      `0x${"00".repeat(48)}`, // not compressed
      `0xc0${"00".repeat(47)}`, // infinity
      concat(["0x80", `0x${"00".repeat(46)}`, "0x01"]), // x = 1: 5 has no root
      `0xbf${"ff".repeat(47)}`, // x is above the field's order
      slice(SIGNATURE, 0, 47),
      `${SIGNATURE}00`,
    ];
    for (const signature of wrong) expectThrow(() => beaconProof(signature), InvalidBeaconError);
  });
});

describe("parseBeacon", function () {
  it("should read what drand's servers answer, of both versions, and a signature alone", function () {
    const signature = SIGNATURE.slice(2);
    const randomness = sha256(SIGNATURE).slice(2);
    for (const answer of [
      { round: 42, randomness, signature },
      { round: 42, signature },
    ]) {
      expect(parseBeacon(`${JSON.stringify(answer)}\n`)).to.deep.equal({ round: 42n, signature: SIGNATURE });
    }
    for (const text of [SIGNATURE, signature, `${signature.toUpperCase()}\n`]) {
      expect(parseBeacon(text)).to.deep.equal({ round: undefined, signature: SIGNATURE });
    }
  });

  it("should say what is wrong", function () {
    const signature = SIGNATURE.slice(2);
    for (const text of [
      "",
      "{",
      signature.slice(1),
      "zz".repeat(48),
      JSON.stringify({ round: 0, signature }),
      JSON.stringify({ round: 1.5, signature }),
      JSON.stringify({ signature }),
      JSON.stringify({ round: 1 }),
      JSON.stringify({ round: 1, signature, randomness: "00".repeat(32) }),
    ]) {
      expectThrow(() => parseBeacon(text), InvalidBeaconError);
    }
  });
});
