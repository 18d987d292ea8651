/**
 * A constant-product pool of one outcome's LONG against money, as Uniswap v2 has them: `money * long` never falls, the
 * fee is taken from what comes in and stays in the pool. All rounding is against the trader.
 */

/** Rates are in 1e-8, as those of the LMSR. */
const RATE_SCALE = 10n ** 8n;

/** Reserves, in units, and the fee on what comes in, in 1e-8. */
export type ProductPool = { readonly money: bigint; readonly long: bigint; readonly feeRate: bigint };

/** A swap: what the trader pays of one side and gets of the other, in units, and the pool afterwards. */
export type Swap = { readonly paid: bigint; readonly received: bigint; readonly after: ProductPool };

/** Thrown when a swap is for nothing, or for more than a pool has. */
export class ImpossibleSwapError extends RangeError {
  override readonly name = "ImpossibleSwapError";
}

/**
 * Buys exactly `amount` LONG: `paid (1 - fee) = money * amount / (long - amount)`, rounded up.
 * @throws {ImpossibleSwapError} when the amount is not between 0 and what the pool has, both excluded.
 */
export function buyLong(pool: ProductPool, amount: bigint): Swap {
  const { money, long, feeRate } = pool;
  if (amount <= 0n || amount >= long) throw new ImpossibleSwapError(`Of ${long} LONG nobody can buy ${amount}.`);
  const paid = (money * amount * RATE_SCALE) / ((long - amount) * (RATE_SCALE - feeRate)) + 1n;
  return { paid, received: amount, after: { ...pool, money: money + paid, long: long - amount } };
}

/**
 * Sells exactly `amount` LONG: `received = money * a / (long + a)` with `a = amount (1 - fee)`, rounded down.
 * @throws {ImpossibleSwapError} when the amount is not positive.
 */
export function sellLong(pool: ProductPool, amount: bigint): Swap {
  const { money, long, feeRate } = pool;
  if (amount <= 0n) throw new ImpossibleSwapError(`Nobody can sell ${amount} LONG.`);
  const charged = amount * (RATE_SCALE - feeRate);
  const received = (money * charged) / (long * RATE_SCALE + charged);
  return { paid: amount, received, after: { ...pool, money: money - received, long: long + amount } };
}

/** Returns the price of a LONG without fee, in money. */
export function spotOf({ money, long }: ProductPool): number {
  return Number(money) / Number(long);
}
