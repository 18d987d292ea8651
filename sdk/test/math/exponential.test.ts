import { expect } from "chai";
import { Decimal } from "decimal.js";
import fc from "fast-check";

import { ExpOverflowError, LnUndefinedError } from "../../src/errors/index.ts";
import { OPENING_WEIGHT, WAD, expWad, lnWad } from "../../src/math/index.ts";
import { expectThrow } from "../utils/throws.ts";

const Exact = Decimal.clone({ precision: 120 });
const exact = (wad: bigint) => new Exact(wad.toString()).div(1e18);

describe("lnWad", function () {
  it("is -1.06 to +0.06 units of 1e-18 off, over its whole domain", function () {
    const positive = fc.oneof(
      fc.bigInt(1n, 2n ** 255n - 1n),
      fc.tuple(fc.bigInt(1n, 2n ** 64n), fc.nat(190)).map(([x, shift]) => x << BigInt(shift)),
    );
    fc.assert(
      fc.property(positive, (x) => {
        const error = new Exact(lnWad(x).toString()).sub(exact(x).ln().mul(1e18)).toNumber();
        expect(error).to.be.within(-1.06, 0.06);
      }),
      { numRuns: 500 },
    );
  });

  it("is exact at 1 and at the ends of its domain", function () {
    expect(lnWad(WAD)).to.equal(0n);
    expect(lnWad(1n)).to.equal(-41446531673892822313n);
    expect(lnWad(2n ** 255n - 1n)).to.equal(135305999368893231589n);
  });

  it("never falls", function () {
    fc.assert(
      fc.property(fc.bigInt(1n, 2n ** 200n), fc.bigInt(0n, 2n ** 100n), (x, more) => {
        expect(lnWad(x + more) >= lnWad(x)).to.equal(true);
      }),
    );
  });

  it("given a number that is not positive, it throws", function () {
    expectThrow(() => lnWad(0n), LnUndefinedError);
    expectThrow(() => lnWad(-1n), LnUndefinedError);
  });
});

describe("expWad", function () {
  it("is 1.7e-20 relative and one unit off at most, over its whole domain", function () {
    fc.assert(
      fc.property(fc.bigInt(-42n * WAD, 135305999368893231588n), (x) => {
        const reference = exact(x).exp().mul(1e18);
        const error = new Exact(expWad(x).toString()).sub(reference);
        const relative = reference.mul(1.7e-20).toNumber();
        expect(error.toNumber()).to.be.within(-1 - relative, relative);
      }),
      { numRuns: 500 },
    );
  });

  it("has the values that the contracts rely on", function () {
    expect(expWad(0n)).to.equal(WAD);
    expect(expWad(40n * WAD) / WAD).to.equal(OPENING_WEIGHT);
    expect(expWad(-41446531673892822313n)).to.equal(0n);
    expect(expWad(-41446531673892822312n)).to.equal(1n);
    expect(expWad(-40n * WAD)).to.equal(4n);
  });

  it("given an exponent whose power does not fit, it throws", function () {
    expect(expWad(135305999368893231588n) > 2n ** 254n).to.equal(true);
    expectThrow(() => expWad(135305999368893231589n), ExpOverflowError);
  });
});
