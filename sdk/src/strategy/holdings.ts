import { min } from "../math/rounding.ts";
import type { Holdings } from "../types/holdings.ts";

/**
 * Returns holdings as they are after `convert` of every SHORT: SHORT_j = LONG of every other outcome (DESIGN 3). A plan
 * from these may sell more, at the price of the gas to convert first.
 */
export function convertHoldings({ long, short }: Holdings): Holdings {
  const all = short.reduce((sum, amount) => sum + amount, 0n);
  return { long: long.map((amount, i) => amount + all - (short[i] ?? 0n)), short: short.map(() => 0n) };
}

/** Returns holdings less pairs of LONG_j and SHORT_j: `mergePair` pays for those better than any trade. */
export function withoutPairs({ long, short }: Holdings): Holdings {
  const pairs = long.map((amount, i) => min(amount, short[i] ?? 0n));
  return {
    long: long.map((amount, i) => amount - (pairs[i] ?? 0n)),
    short: short.map((amount, i) => amount - (pairs[i] ?? 0n)),
  };
}

/** Returns the holdings of more than `dust` units. */
export function withoutDust(dust: bigint, { long, short }: Holdings): Holdings {
  const kept = (amount: bigint) => (amount > dust ? amount : 0n);
  return { long: long.map(kept), short: short.map(kept) };
}

/** Returns the LONGs alone. */
export function withoutShorts({ long, short }: Holdings): Holdings {
  return { long, short: short.map(() => 0n) };
}
