import { addBid, longsOf, openingPrices, type Bid } from "../../sdk/src/auction/index.ts";

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
 * Clears an auction off-chain, by the SDK's twin of the contract.
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
  const own: Bid = { weights: rates, budget: b };
  const none = rates.map(() => 0n);
  const money = [own, ...bids].reduce<readonly bigint[]>(addBid, none);
  const sets = money.reduce((sum, amount) => sum + amount, forfeits);
  const claim = (bid: Bid): Claim => {
    const { longs, size } = longsOf(bid, money, sets);
    return { long: longs, size };
  };
  const prices = openingPrices(bids.length === 0 ? undefined : money, rates);
  return { prices, sets, claims: bids.map(claim), sponsor: claim(own) };
}
