import fc from "fast-check";

import { floorWeights } from "../../src/math/weights.ts";

/** Weights of n outcomes in WAD, each at least about 1e-4 of the largest. */
export function weightsOf(n: number): fc.Arbitrary<bigint[]> {
  return fc.array(fc.bigInt(10n ** 14n, 10n ** 18n), { minLength: n, maxLength: n }).map(floorWeights);
}
