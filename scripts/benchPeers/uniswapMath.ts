/** The fee of 0.3%, as the other makers have it, and the spacing of ticks that goes with it. */
export const TICK_SPACING = 60;
/** Liquidity is given for prices from here, the least base rate of a round, up to 1. */
const LEAST_PRICE = 1e-5;
const Q96 = 2n ** 96n;

/**
 * Liquidity with which a pool of one outcome against money moves as an LMSR of `b` does: with `P` money for an outcome,
 * buying `dq` of it moves the price by `dP = 2 P^1.5 dq / L` (v3's `dx = d(1/sqrt P) L`), so `L = 2 b sqrt P / (1 - P)`.
 *
 * @returns Liquidity, in tokens; it is the same whichever of the two tokens counts as the first.
 */
export const liquidityFor = (price: number, b: number): number => (2 * b * Math.sqrt(price)) / (1 - price);

/** How much the price moves by buying `q` of the outcome: see {@link liquidityFor}. */
export const uniswapImpact = (price: number, liquidity: number): number => (2 * price ** 1.5) / liquidity;

/** What a position from {@link LEAST_PRICE} to 1 needs of the outcome, in tokens: `L (1/sqrt P - 1)`. */
export const outcomeOf = (price: number, liquidity: number): number => liquidity * (1 / Math.sqrt(price) - 1);

/** The square root of the pool's price, in 2^-96, for an outcome's price in money. */
export function toSqrtPrice(price: number, outcomeFirst: boolean): bigint {
  return (BigInt(Math.round(Math.sqrt(outcomeFirst ? price : 1 / price) * 2 ** 52)) * Q96) >> 52n;
}

/** The outcome's price in money, from {@link toSqrtPrice}. */
export function fromSqrtPrice(sqrtPrice: bigint, outcomeFirst: boolean): number {
  const price = (Number(sqrtPrice) / Number(Q96)) ** 2;
  return outcomeFirst ? price : 1 / price;
}

/** The position's ticks: prices from {@link LEAST_PRICE}, rounded outwards, to 1, which is tick 0. */
export function ticksFor(outcomeFirst: boolean): { readonly lower: number; readonly upper: number } {
  const ticks = Math.ceil(Math.log(1 / LEAST_PRICE) / Math.log(1.0001) / TICK_SPACING) * TICK_SPACING;
  return outcomeFirst ? { lower: -ticks, upper: 0 } : { lower: 0, upper: ticks };
}
