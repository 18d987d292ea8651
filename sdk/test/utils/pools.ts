import { Decimal } from "decimal.js";
import fc from "fast-check";

import { type Order, type PoolState, openPool } from "../../src/math/index.ts";

import { weightsOf } from "./arbitraries.ts";

/** Decimals with 60 digits: the independent reference. */
export const Exact = Decimal.clone({ precision: 60 });
export type Exact = InstanceType<typeof Exact>;

/** A WAD as a decimal. */
export function fromWad(value: bigint): Exact {
  return new Exact(value.toString()).div(1e18);
}

/** A freshly opened pool of n outcomes; b between 1e7 and 1e24 units, up to 5% fee. */
export function poolOf(n: number, rates: { feeRate?: bigint; alpha?: bigint } = {}): fc.Arbitrary<PoolState> {
  const rate = (fixed: bigint | undefined, most: bigint) =>
    fixed === undefined ? fc.bigInt(0n, most) : fc.constant(fixed);
  return fc
    .record({
      prices: weightsOf(n),
      b: fc.tuple(fc.bigInt(1n, 1000n), fc.nat(14)).map(([digits, zeros]) => digits * 10n ** BigInt(7 + zeros)),
      feeRate: rate(rates.feeRate, 5_000_000n),
      alpha: rate(rates.alpha, 20_000_000n),
    })
    .map(openPool);
}

/** What orders are for a pool of any b: fractions of b, in 1e-6, by outcome. */
export type Shape = readonly { readonly fraction: number; readonly short: boolean }[];

/** Shapes of trades in n outcomes, at least one of which is not empty. */
export function shapeOf(n: number): fc.Arbitrary<Shape> {
  const entry = fc.record({
    fraction: fc.oneof(fc.constant(0), fc.integer({ min: -1_500_000, max: 1_500_000 })),
    short: fc.boolean(),
  });
  return fc
    .array(entry, { minLength: n, maxLength: n })
    .filter((shape) => shape.some(({ fraction }) => fraction !== 0));
}

/** The orders of a shape for a pool. */
export function ordersOf({ b }: PoolState, shape: Shape): Order[] {
  return shape.flatMap(({ fraction, short }, outcome) => {
    const amount = (b * BigInt(fraction)) / 1_000_000n;
    return amount === 0n ? [] : [{ outcome, short, amount }];
  });
}

/** The order that undoes another. */
export function opposite(order: Order): Order {
  return { ...order, amount: -order.amount };
}

/** ln S, exactly. */
export function lnSum({ sum }: PoolState): Exact {
  return fromWad(sum).ln();
}

/** The least of `inventory_j + b ln p_j - reserve` over all outcomes, in units: the solvency invariant says >= 0. */
export function slack(pool: PoolState): number {
  const all = pool.outcomes.map(({ sold, weight }) => {
    const logPrice = fromWad(weight).ln().sub(lnSum(pool));
    return logPrice
      .mul(pool.b.toString())
      .add((pool.cash - sold - pool.reserve).toString())
      .toNumber();
  });
  return Math.min(...all);
}
