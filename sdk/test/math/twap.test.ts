import { expect } from "chai";
import fc from "fast-check";

import { LengthMismatchError } from "../../src/errors/index.ts";
import { WAD, floorWeights, openPool, openTwap, prices, quote, settleTwap, twapWeights } from "../../src/math/index.ts";
import { ordersOf, poolOf, shapeOf } from "../utils/pools.ts";
import { expectThrow } from "../utils/throws.ts";

const [START, END] = [1_000_000n, 1_086_400n];
const close = (weights: readonly bigint[], expected: readonly number[], tolerance: number) => {
  expect(weights.reduce((sum, weight) => sum + weight, 0n)).to.equal(WAD);
  weights.forEach((weight, j) => expect(Number(weight) / 1e18).to.be.closeTo(expected[j] ?? NaN, tolerance));
};

describe("twap", function () {
  it("is the time-weighted mean of the prices, whatever trades", function () {
    const trades = fc.array(fc.tuple(fc.bigInt(-5000n, 20_000n), shapeOf(4)), { maxLength: 8 });
    fc.assert(
      fc.property(poolOf(4), trades, fc.bigInt(START + 1n, END + 1000n), (opened, steps, readAt) => {
        let [pool, twap, time] = [opened, openTwap(4, START, END), START - 10_000n];
        const means = [0, 0, 0, 0];
        const count = (until: bigint) => {
          const from = time > START ? time : START;
          const to = until < END ? until : END;
          if (to > from)
            prices(pool).forEach(
              (price, j) => (means[j] = (means[j] ?? 0) + (Number(to - from) * Number(price)) / 1e18),
            );
          time = until > time ? until : time;
        };
        for (const [wait, shape] of steps) {
          const now = time + (wait < 0n ? 0n : wait);
          if (now >= END || now > readAt) break;
          const orders = ordersOf(pool, shape);
          count(now);
          twap = settleTwap(
            twap,
            pool,
            orders.map(({ outcome }) => outcome),
            now,
          );
          pool = quote(
            pool,
            orders.map((order) => ({ ...order, amount: order.amount / 4n || 1n })),
          ).after;
        }
        count(readAt);
        const seconds = Number((readAt < END ? readAt : END) - START);
        close(
          twapWeights(twap, pool, readAt),
          means.map((sum) => sum / seconds),
          1e-12,
        );
      }),
    );
  });

  it("given a pool opened inside the window, the time before counts at its opening prices", function () {
    const opened = openPool({ prices: [WAD / 4n, (3n * WAD) / 4n], b: 10n ** 20n, feeRate: 0n, alpha: 0n });
    const halfway = (START + END) / 2n;
    const twap = settleTwap(openTwap(2, START, END), opened, [0], halfway);
    const { after } = quote(opened, [{ outcome: 0, short: false, amount: 10n ** 20n }]);
    const [late = 0] = prices(after).map((price) => Number(price) / 1e18);
    close(twapWeights(twap, after, END), [(0.25 + late) / 2, 1 - (0.25 + late) / 2], 1e-15);
  });

  it("before the window, and with time standing still in it, gives the prices", function () {
    const pool = openPool({ prices: [WAD / 4n, (3n * WAD) / 4n], b: 10n ** 20n, feeRate: 0n, alpha: 0n });
    expect(twapWeights(openTwap(2, START, END), pool, START)).to.deep.equal(floorWeights(prices(pool)));
    expect(twapWeights(settleTwap(openTwap(2, START, END), pool, [0], START - 5n), pool, START - 1n)).to.deep.equal(
      floorWeights(prices(pool)),
    );
  });

  it("given a pool of another market, it throws", function () {
    const pool = openPool({ prices: [WAD / 4n, (3n * WAD) / 4n], b: 10n ** 20n, feeRate: 0n, alpha: 0n });
    expectThrow(() => twapWeights(openTwap(3, START, END), pool, END), LengthMismatchError);
  });
});
