import { expect } from "chai";
import fc from "fast-check";

import { InvalidDecimalError, InvalidParameterError } from "../../src/errors/index.ts";
import { ceilDiv, floorDiv, formatWad, mulDiv, mulWad, parseWad, sqrtDown } from "../../src/math/index.ts";
import { expectThrow } from "../utils/throws.ts";

describe("floorDiv and ceilDiv", function () {
  it("round towards -infinity and +infinity for both signs", function () {
    expect([floorDiv(7n, 2n), floorDiv(-7n, 2n), ceilDiv(7n, 2n), ceilDiv(-7n, 2n)]).to.deep.equal([3n, -4n, 4n, -3n]);
    expect([floorDiv(-8n, 2n), ceilDiv(-8n, 2n), ceilDiv(0n, 5n)]).to.deep.equal([-4n, -4n, 0n]);
  });

  it("enclose the quotient within one", function () {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt(1n, 2n ** 128n), (a, d) => {
        expect(floorDiv(a, d) * d <= a && a < (floorDiv(a, d) + 1n) * d).to.equal(true);
        expect(ceilDiv(a, d) * d >= a && a > (ceilDiv(a, d) - 1n) * d).to.equal(true);
      }),
    );
  });

  it("given a divisor that is not positive, it throws", function () {
    expectThrow(() => floorDiv(1n, 0n), InvalidParameterError);
    expectThrow(() => mulDiv(1n, 1n, -1n, "Up"), InvalidParameterError);
  });

  it("mulWad rounds as named", function () {
    expect([mulWad(1n, 1n, "Down"), mulWad(1n, 1n, "Up"), mulWad(-1n, 1n, "Up")]).to.deep.equal([0n, 1n, 0n]);
  });
});

describe("parseWad and formatWad", function () {
  it("read decimals exactly and cut off below 1e-18", function () {
    expect(parseWad("0.1")).to.equal(10n ** 17n);
    expect(parseWad("0.020751918348927")).to.equal(20751918348927000n);
    expect(parseWad("1.0000000000000000009")).to.equal(10n ** 18n);
    expect(parseWad("-.5")).to.equal(-5n * 10n ** 17n);
    expect(parseWad("+2.")).to.equal(2n * 10n ** 18n);
    expect(parseWad("12.5e-3")).to.equal(125n * 10n ** 14n);
    expect(parseWad("1E2")).to.equal(10n ** 20n);
    expect(parseWad("9e-19")).to.equal(0n);
  });

  it("read back what they write", function () {
    fc.assert(
      fc.property(fc.bigInt(), (value) => {
        expect(parseWad(formatWad(value))).to.equal(value);
      }),
    );
    expect(formatWad(-1n)).to.equal("-0.000000000000000001");
    expect(formatWad(15n * 10n ** 17n)).to.equal("1.5");
  });

  it("given anything else, it throws", function () {
    for (const text of ["", ".", "-", "e5", "1e", "0x10", "NaN", "Infinity", "1,5", "1 000", "1e1000", "--1", "١"]) {
      expectThrow(() => parseWad(text), InvalidDecimalError);
    }
  });
});

describe("sqrtDown", function () {
  it("is the greatest whole number whose square is not above", function () {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 300n), (x) => {
        const root = sqrtDown(x);
        expect(root ** 2n <= x && x < (root + 1n) ** 2n).to.equal(true);
        expect(sqrtDown(root ** 2n)).to.equal(root);
      }),
    );
    expect([0n, 1n, 2n, 3n, 4n].map(sqrtDown)).to.deep.equal([0n, 1n, 1n, 1n, 2n]);
  });

  it("refuses negative numbers", function () {
    expectThrow(() => sqrtDown(-1n), InvalidParameterError);
  });
});
