import { InvalidParameterError, LengthMismatchError } from "../errors/math.ts";
import { InvalidBudgetError } from "../errors/strategy.ts";
import { assertWeights, floorWeightsFromNumbers } from "../math/weights.ts";
import { WAD } from "../utils/wad.ts";

import { addBid, type Bid, type BidResult, clearingPrices, longsOf, sumOf } from "./bids.ts";

export type ExpectedBidParameters = Bid & {
  /** What the bidder believes the market resolves to: one for each outcome, in WAD, summing to exactly 1e18. */
  readonly beliefs: readonly bigint[];
  /** M_j of the other bids, the sponsor's included, in units, each above 0: `getAuctionMoney` before one's own reveal. */
  readonly money: readonly bigint[];
  /** F: what is shared by all bids, in units; by default 0. */
  readonly forfeits?: bigint | undefined;
};

export type ExpectedBid = BidResult & {
  /** Clearing prices with the bid, in WAD; the pool opens at these, none below 1e-5 (`openingPrices`). */
  readonly prices: readonly bigint[];
  /** What of the budget is not used, in units. */
  readonly rest: bigint;
  /** What the LONGs are worth at the beliefs, in units, rounded down. */
  readonly expectedPayout: bigint;
  /** The same less what the bid cost. */
  readonly expectedProfit: bigint;
  /** What would be best at these beliefs against this money. */
  readonly best: {
    /** Where the first unit is best put: the largest w/p at the others' prices, the lowest of several. */
    readonly outcome: number;
    /** The best weights for the whole budget, in WAD; for a small budget all on `outcome`. */
    readonly weights: readonly bigint[];
    /** What they earn, in units. */
    readonly expectedProfit: bigint;
  };
};

/**
 * Returns what a bid is expected to bring at the bidder's beliefs w: `B' (1 + F/M) sum_j(w_j a_j / p_j) - B'`, where p
 * and M include the bid (DESIGN 4), in exact units.
 *
 * To bid what one believes, a = w, is expected to lose nothing but rounding whatever the others do, since
 * `sum w^2/p >= 1`. It is not the best response: that of a small bidder is all on the largest w/p; a large one fills up
 * further outcomes where its own money has brought w/p down, `x_j = max(0, sqrt(w_j M_j) / s - M_j)` with s such that
 * the x_j sum to the budget. Both are best against the money given; while bids are sealed that of others is a guess.
 * @throws {InvalidBudgetError} when the budget is not positive.
 * @throws {LengthMismatchError} @throws {InvalidWeightsError} @throws {InvalidSumError}
 * @throws {InvalidParameterError} when there is an outcome without money: the sponsor's is on each.
 */
export function expectedBid(parameters: ExpectedBidParameters): ExpectedBid {
  const { budget, weights, beliefs, money } = parameters;
  if (budget <= 0n) throw new InvalidBudgetError({ budget });
  assertWeights(beliefs);
  if (beliefs.length !== money.length) {
    throw new LengthMismatchError({ what: "Beliefs", expected: money.length, actual: beliefs.length });
  }
  money.forEach((sum, j) => {
    if (sum <= 0n) throw new InvalidParameterError({ parameter: `money[${j}]`, value: sum, expected: "positive" });
  });
  const { outcome, best } = bestResponse(parameters);
  const { expectedProfit } = resultOf({ ...parameters, weights: best });
  return { ...resultOf({ ...parameters, weights }), best: { outcome, weights: best, expectedProfit } };
}

function resultOf({
  budget,
  weights,
  beliefs,
  money,
  forfeits = 0n,
}: ExpectedBidParameters): Omit<ExpectedBid, "best"> {
  const bid = { budget, weights };
  const all = addBid(money, bid);
  const { longs, size } = longsOf(bid, all, sumOf(all) + forfeits);
  const expectedPayout = sumOf(longs.map((amount, j) => amount * (beliefs[j] ?? 0n))) / WAD;
  return {
    prices: clearingPrices(all),
    longs,
    size,
    rest: budget - size,
    expectedPayout,
    expectedProfit: expectedPayout - size,
  };
}

/** Water-filling: outcomes by falling w/p, as long as the next is worth more than the level that the budget reaches. */
function bestResponse({ budget, beliefs, money }: ExpectedBidParameters): {
  readonly outcome: number;
  readonly best: readonly bigint[];
} {
  const values = money.map((sum, j) => ({
    j,
    sum: Number(sum),
    root: Math.sqrt(Number(beliefs[j] ?? 0n) * Number(sum)),
  }));
  const order = values.toSorted((a, b) => b.root / b.sum - a.root / a.sum || a.j - b.j);
  let [filled, roots] = [Number(budget), 0];
  let scale = 0;
  for (const { sum, root } of order) {
    // Above the level: the next outcome would get nothing.
    if (roots > 0 && root * scale <= sum) break;
    filled += sum;
    roots += root;
    scale = filled / roots;
  }
  const shares = values.map(({ sum, root }) => Math.max(0, root * scale - sum));
  return { outcome: order[0]?.j ?? 0, best: floorWeightsFromNumbers(shares) };
}
