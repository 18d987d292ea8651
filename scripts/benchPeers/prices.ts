/** Prices and amounts as numbers: 15 digits do for a benchmark. Amounts are in whole tokens of 18 decimals. */

const WAD = 1e18;
/** Its multiples are spread evenly over 0 to 1, none like another. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** An amount in units, for the chain. */
export const toUnits = (amount: number): bigint => BigInt(Math.round(amount * 1e9)) * 10n ** 9n;
/** Units as an amount. */
export const fromUnits = (units: bigint): number => Number(units) / WAD;

/** The element, which is known to be there. */
export function at<T>(values: readonly T[], index: number): T {
  const value = values[index];
  if (value === undefined) throw new RangeError(`There is no element ${index} of ${values.length}.`);
  return value;
}

const normalize = (weights: readonly number[]): number[] => weights.map((weight) => weight / sum(weights));

/** Zipf: the first and the n-th differ n times. */
export const openingPrices = (n: number): number[] => normalize(Array.from({ length: n }, (_, j) => 1 / (j + 1)));

/**
 * What a trader believes who finds `prices`: every price is moved, each by another factor, up to `e^0.8` apart.
 *
 * @param seed Another number, other beliefs.
 */
export function beliefs(prices: readonly number[], seed: number): number[] {
  return normalize(prices.map((price, j) => price * Math.exp(0.8 * (((j + 1) * seed * GOLDEN) % 1))));
}

/**
 * What to buy of each outcome to take an LMSR from `prices` to `targets` by buying only:
 * `d_j = b (ln(target_j / price_j) - min_k ln(target_k / price_k))`, which leaves the least underpriced alone.
 */
export function purchases(prices: readonly number[], targets: readonly number[], b: number): number[] {
  const moves = prices.map((price, j) => Math.log(at(targets, j) / price));
  return moves.map((move) => b * (move - Math.min(...moves)));
}

/**
 * The depth that every maker is given at its opening: how much a price moves by buying `q` of its outcome,
 * `dp/dq = p (1 - p) / b`, which is the slope of an LMSR.
 */
export const impactOf = (price: number, b: number): number => (price * (1 - price)) / b;
