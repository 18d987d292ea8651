import fc from "fast-check";

import type { Bid } from "../../src/auction/index.ts";
import { addBid } from "../../src/auction/index.ts";

import { weightsOf } from "./arbitraries.ts";

/** Bids of up to 1e15 units; some are of nothing, some all on one outcome. */
export function bidsOf(n: number, count: { minLength?: number; maxLength?: number } = {}): fc.Arbitrary<Bid[]> {
  const budget = fc.oneof(fc.bigInt(0n, 10n), fc.bigInt(10n ** 6n, 10n ** 15n));
  const single = fc.nat(n - 1).map((only) => Array.from({ length: n }, (_, j) => (j === only ? 10n ** 18n : 0n)));
  const weights = fc.oneof({ weight: 4, arbitrary: weightsOf(n) }, { weight: 1, arbitrary: single });
  return fc.array(fc.record({ budget, weights }), { maxLength: 6, ...count });
}

/** An auction of 2 to 8 outcomes: the sponsor's bid of at least 1e7 units is the first. */
export function auctions(): fc.Arbitrary<Bid[]> {
  return fc.integer({ min: 2, max: 8 }).chain((n) =>
    fc
      .record({
        sponsor: fc.record({ budget: fc.bigInt(10n ** 7n, 10n ** 15n), weights: weightsOf(n) }),
        bids: bidsOf(n),
      })
      .map(({ sponsor, bids }) => [sponsor, ...bids]),
  );
}

/** M_j of all bids. */
export function moneyOfAll(bids: readonly Bid[]): bigint[] {
  const none = bids[0]?.weights.map(() => 0n) ?? [];
  return bids.reduce<bigint[]>(addBid, none);
}

export const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
