import { expect } from "chai";
import fc from "fast-check";

import { InvalidParameterError } from "../../src/errors/index.ts";
import { inventories, openPool, prices, quote, quoteJoin, quoteExit } from "../../src/math/index.ts";
import { ordersOf, poolOf, shapeOf, slack } from "../utils/pools.ts";
import { expectThrow } from "../utils/throws.ts";

const traded = fc.tuple(poolOf(4), shapeOf(4)).map(([pool, shape]) => quote(pool, ordersOf(pool, shape)).after);
const SHARES = 10n ** 12n;

describe("quoteJoin and quoteExit", function () {
  it("joining grows b and every inventory in proportion, rounded in favour of the pool, and moves no price", function () {
    fc.assert(
      fc.property(traded, fc.bigInt(1n, 3n * SHARES), (pool, shares) => {
        const { after, assets, received } = quoteJoin(pool, shares, SHARES);
        expect(prices(after)).to.deep.equal(prices(pool));
        expect(after.b).to.equal(pool.b + (pool.b * shares) / SHARES);
        const before = inventories(pool);
        inventories(after).forEach((inventory, j) => {
          const excess = inventory * SHARES - (before[j] ?? 0n) * (SHARES + shares);
          expect(excess >= 0n && excess < 2n * SHARES).to.equal(true);
          expect((before[j] ?? 0n) + assets - (received[j] ?? 0n)).to.equal(inventory);
        });
        expect(received.some((amount) => amount === 0n)).to.equal(true);
        expect(slack(after)).to.be.at.least(-1e-9);
      }),
    );
  });

  it("leaving shrinks them likewise", function () {
    fc.assert(
      fc.property(traded, fc.bigInt(1n, SHARES), (pool, shares) => {
        const { after, assets, received } = quoteExit(pool, shares, SHARES);
        expect(prices(after)).to.deep.equal(prices(pool));
        const before = inventories(pool);
        inventories(after).forEach((inventory, j) => {
          const excess = inventory * SHARES - (before[j] ?? 0n) * (SHARES - shares);
          expect(excess >= 0n && excess < 2n * SHARES).to.equal(true);
          expect((before[j] ?? 0n) - assets - (received[j] ?? 0n)).to.equal(inventory);
        });
        expect(after.b >= 0n && after.reserve >= 0n).to.equal(true);
      }),
    );
  });

  it("given a join and then a leave of the same shares, nothing is gained at any payout", function () {
    fc.assert(
      fc.property(traded, fc.bigInt(1n, SHARES), (pool, shares) => {
        const joined = quoteJoin(pool, shares, SHARES);
        const left = quoteExit(joined.after, shares, SHARES + shares);
        joined.received.forEach((amount, j) => {
          const result = left.assets - joined.assets + amount + (left.received[j] ?? 0n);
          expect(result <= 0n).to.equal(true);
        });
      }),
    );
  });

  it("given impossible shares, it throws", function () {
    const pool = openPool({ prices: [5n * 10n ** 17n, 5n * 10n ** 17n], b: 10n ** 9n, feeRate: 0n, alpha: 0n });
    expectThrow(() => quoteJoin(pool, 0n, SHARES), InvalidParameterError);
    expectThrow(() => quoteJoin(pool, 1n, 0n), InvalidParameterError);
    expectThrow(() => quoteExit(pool, SHARES + 1n, SHARES), InvalidParameterError);
  });
});
