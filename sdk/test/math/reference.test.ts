import { expect } from "chai";
import fc from "fast-check";

import { LengthMismatchError } from "../../src/errors/index.ts";
import { floorPrices, moveReference, WAD } from "../../src/math/index.ts";
import { weightsOf } from "../utils/arbitraries.ts";
import { expectThrow } from "../utils/throws.ts";

const total = (values: readonly bigint[]) => values.reduce((sum, value) => sum + value, 0n);

describe("moveReference", function () {
  it("sums to exactly 1e18, and is never below 0.99e-5", function () {
    fc.assert(
      fc.property(
        weightsOf(12),
        weightsOf(12),
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        (p, j, flags) => {
          const moved = moveReference(p, { weights: j, compared: flags });
          expect(total(moved)).to.equal(WAD);
          expect(moved.every((weight) => weight >= (99n * WAD) / 10_000_000n)).to.equal(true);
        },
      ),
    );
  });

  it("P = J is a fixed point, and who says nothing moves nothing", function () {
    const p = floorPrices([WAD / 2n, WAD / 3n, WAD - WAD / 2n - WAD / 3n]);
    expect(moveReference(p, { weights: p, compared: [true, true, true] })).to.deep.equal(p);
    expect(moveReference(p, undefined)).to.deep.equal(p);
    expect(moveReference(p, { weights: [WAD, 0n, 0n], compared: [false, false, false] })).to.deep.equal(p);
  });

  it("goes half of the way in logarithms, and six times there is nearly all of it", function () {
    let p = [WAD / 2n, WAD / 2n];
    const verdict = { weights: [(WAD * 9n) / 10n, WAD / 10n], compared: [true, true] };
    const odds = () => Math.log(Number(p[0]) / Number(p[1]));
    for (let round = 1; round <= 6; ++round) {
      p = moveReference(p, verdict);
      expect(odds()).to.be.closeTo(Math.log(9) * (1 - 2 ** -round), 1e-9);
    }
  });

  it("is for who stays", function () {
    const p = [WAD / 2n, WAD / 4n, WAD / 4n];
    expect(moveReference(p, undefined, [true, false, true])).to.deep.equal([(2n * WAD) / 3n + 1n, WAD / 3n]);
  });

  it("refuses vectors that do not fit", function () {
    const verdict = { weights: [WAD], compared: [true, true] };
    expectThrow(() => moveReference([WAD / 2n, WAD / 2n], verdict), LengthMismatchError);
    expectThrow(() => moveReference([WAD], undefined, []), LengthMismatchError);
  });
});
