import type { Account } from "./account.ts";

/** A market with a sponsor's liquidity in it, where accounts trade LONGs; what all mechanisms compared have in common. */
export interface Venue {
  /** What the sponsor put in, in units. */
  readonly capital: bigint;
  /** The same market, which can then go another way. */
  copy(): Venue;
  /** Prices as weights, in WAD, summing to 1e18. */
  weights(): bigint[];
  /** Tells how much of the trading time is over, as a share that never falls. */
  passTime(share: number): void;
  /** Trades to the highest expected profit under the weights `targets` (WAD) with all money and holdings. */
  trade(account: Account, targets: readonly bigint[]): Account;
  /** Buys LONG of an outcome until its weight is `target` (0 to 1), whatever it costs: the account may go into debt. */
  raise(account: Account, outcome: number, target: number): Account;
  /** What the liquidity is worth at payouts (WAD), in units. */
  redeem(payouts: readonly bigint[]): bigint;
}
