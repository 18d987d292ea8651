import { expect } from "chai";
import fc from "fast-check";

import { risingRoot } from "../../src/strategy/root.ts";

describe("risingRoot", function () {
  it("finds the root from any guess, the ends and beyond them included", function () {
    const guesses = fc.oneof(fc.constantFrom(0, 1, -1, 2), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), guesses, (root, guess) => {
        expect(risingRoot((x) => x - root, 0, 1, guess, 1e-12)).to.be.closeTo(root, 2e-12);
      }),
    );
  });
});
