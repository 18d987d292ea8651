import { expect } from "chai";
import * as fc from "fast-check";
import { formatUnits } from "viem";

import { unitsOf } from "../src/chain/token.ts";
import { InvalidValueError } from "../src/errors.ts";

describe("CLI: amounts of a token", function () {
  it("are the units that were written, whatever zeros follow", function () {
    fc.assert(
      fc.property(fc.bigInt(1n, 2n ** 256n - 1n), fc.nat(40), fc.nat(3), (units, decimals, zeros) => {
        const text = formatUnits(units, decimals);
        const written = text.includes(".") ? text + "0".repeat(zeros) : text;
        expect(unitsOf(written, { symbol: "T", decimals })).to.equal(units);
      }),
    );
    expect(unitsOf("1.500000000", { symbol: "T", decimals: 1 })).to.equal(15n);
    expect(unitsOf("100", { symbol: "T", decimals: 0 })).to.equal(100n);
  });

  it("are not rounded, up least of all, and no more than a token can have", function () {
    for (const [text, decimals] of [
      ["0.9999999", 6],
      ["0.0000001", 6],
      ["1.5", 0],
      [`1${"0".repeat(78)}`, 0],
    ] as const) {
      expect(() => unitsOf(text, { symbol: "T", decimals }), text).to.throw(InvalidValueError);
    }
  });
});
