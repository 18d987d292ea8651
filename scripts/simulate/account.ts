import { WAD } from "../../sdk/src/math/index.ts";

/** What somebody has while a market trades, in units. SHORTs are not used: they only save fees (DESIGN 11). */
export type Account = {
  readonly money: bigint;
  /** LONG by outcome. */
  readonly long: readonly bigint[];
};

/** Somebody with a prediction and money to back it. */
export type Trader = {
  readonly name: string;
  /** The prediction, in WAD, summing to 1e18. */
  readonly weights: readonly bigint[];
  /** In units. */
  readonly budget: bigint;
};

/** Returns an account with money alone. */
export function openAccount(money: bigint, outcomes: number): Account {
  return { money, long: Array.from({ length: outcomes }, () => 0n) };
}

/** Merges the full sets that an account holds: `merge` pays one for each, without a fee. */
export function mergeSets({ money, long }: Account): Account {
  const sets = long.reduce((least, amount) => (amount < least ? amount : least));
  return { money: money + sets, long: long.map((amount) => amount - sets) };
}

/** Returns what an account is worth at payouts (WAD), in units, rounded down once, as redemption does. */
export function worthAt({ money, long }: Account, payouts: readonly bigint[]): bigint {
  return money + long.reduce((sum, amount, j) => sum + amount * (payouts[j] ?? 0n), 0n) / WAD;
}
