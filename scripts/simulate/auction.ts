/**
 * The opening auction off-chain: formulas of DESIGN 4 and the rounding of `contracts/libraries/Bids.sol`. One small file,
 * so that it can give way to the SDK's twin.
 */
import { WAD, floorWeights } from "../../sdk/src/math/index.ts";

/** No pool opens below this, before prices are scaled to sum to 1 again; in WAD. */
const FLOOR = 10n ** 13n;
/** Prices above this stay as they are, in WAD: what scaling leaves of the floor with 256 outcomes at it. */
const LEAST_PRICE = 9_974_000_000_000n;

/** A revealed bid. */
export type Bid = {
  /** Prediction, in WAD, summing to 1e18. */
  readonly weights: readonly bigint[];
  /** B, in units. */
  readonly budget: bigint;
};

/** What a bid got. */
export type Claim = {
  /** LONG by outcome, in units. */
  readonly long: readonly bigint[];
  /** B', what it paid, in units; the rest of the budget stays with the bidder. */
  readonly size: bigint;
};

/** A cleared auction. */
export type Clearing = {
  /** Opening prices of the pool, in WAD, summing to 1e18. */
  readonly prices: readonly bigint[];
  /** M + F, full sets that the auction split, in units. */
  readonly sets: bigint;
  /** In the order of the bids. */
  readonly claims: readonly Claim[];
  /** The sponsor's bid of b on the base rates. */
  readonly sponsor: Claim;
};

/**
 * Clears an auction: `m_ij = floor(B_i a_ij)`, `p_j = M_j / M`, and each bid gets `floor(m_ij (M + F) / M_j)` of LONG_j.
 * @param rates Base rates, in WAD, summing to 1e18.
 * @param b Liquidity of the pool and budget of the sponsor's bid, in units.
 * @param bids Revealed bids.
 * @param forfeits F, of bids that were not revealed, in units.
 */
export function clearAuction(
  rates: readonly bigint[],
  b: bigint,
  bids: readonly Bid[],
  forfeits: bigint = 0n,
): Clearing {
  const sponsor = sizesOf({ weights: rates, budget: b });
  const sizes = bids.map(sizesOf);
  const money = rates.map((_, j) => sizes.reduce((sum, size) => sum + (size[j] ?? 0n), sponsor[j] ?? 0n));
  const sets = sumOf(money) + forfeits;
  const claim = (size: readonly bigint[]): Claim => ({
    long: size.map((m, j) => (m === 0n ? 0n : (m * sets) / (money[j] ?? 0n))),
    size: sumOf(size),
  });
  const prices = bounded(bids.length === 0 ? rates : floorWeights(money));
  return { prices, sets, claims: sizes.map(claim), sponsor: claim(sponsor) };
}

function sizesOf({ weights, budget }: Bid): bigint[] {
  return weights.map((weight) => (budget * weight) / WAD);
}

function bounded(prices: readonly bigint[]): readonly bigint[] {
  if (prices.every((price) => price >= LEAST_PRICE)) return prices;
  return floorWeights(prices.map((price) => (price < FLOOR ? FLOOR : price)));
}

function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}
