import { max } from "../math/rounding.ts";
import { WAD } from "../utils/wad.ts";

import type { Booking } from "./journal.ts";

/** What an account has made in one market, in units of money. A nested market's asset is marked as at the end. */
export type MarketProfit = {
  /** Id of the market. */
  readonly market: bigint;
  /** What was paid into the market, in units. */
  readonly paid: bigint;
  /** What came out of it, in units. */
  readonly received: bigint;
  /** Its tokens that were paid into markets over them, less what came back, at their marks, in units of money. */
  readonly moved: bigint;
  /** What of `paid` were fees, in units. */
  readonly fees: bigint;
  /** What is held at the end is marked at, in units; a bid counts as its deposit, a sponsor's as what is not spent. */
  readonly value: bigint;
  /** The same before the range, in units. */
  readonly startValue: bigint;
  /** `received - paid + moved + value - startValue`, in units. */
  readonly profit: bigint;
  /**
   * In units. What came out first returns what was paid; what is more is realised, and once nothing is held the loss is
   * too. So no token of a set needs a cost of its own.
   */
  readonly realised: bigint;
  /** The rest of the profit, in units. */
  readonly unrealised: bigint;
};

/** What is known of a market at the ends of the range. */
export type MarketMark = {
  /** What a unit of its asset is marked at, in WAD of money. */
  readonly assetPrice: bigint;
  /** Market whose token is the asset; `undefined` for money. */
  readonly parent: bigint | undefined;
  readonly value: bigint;
  readonly startValue: bigint;
  /** Whether anything of it is held, be it worth nothing. */
  readonly isHeld: boolean;
};

/** Adds up bookings by market. @param marks By market; with every market of a booking its parents. */
export function profitsOf(bookings: readonly Booking[], marks: ReadonlyMap<bigint, MarketMark>): MarketProfit[] {
  return [...marks].map(([market, mark]) => {
    const own = flowsOf(bookings, market, mark);
    const above = [...marks].filter(([, { parent }]) => parent === market);
    const moved = above.map(([nested, nestedMark]) => flowsOf(bookings, nested, nestedMark));
    const movedValue = moved.reduce((sum, { paid, received }) => sum + paid - received, 0n);
    const { value, startValue } = mark;
    const settled = own.received - own.paid + movedValue - startValue;
    const profit = settled + value;
    const isOpen = mark.isHeld || above.some(([, { isHeld }]) => isHeld);
    const realised = isOpen ? max(settled, 0n) : profit;
    return { market, ...own, moved: movedValue, value, startValue, profit, realised, unrealised: profit - realised };
  });
}

function flowsOf(bookings: readonly Booking[], market: bigint, { assetPrice }: MarketMark) {
  const own = bookings.filter((booking) => booking.market === market);
  const total = (of: (booking: Booking) => bigint) => (own.reduce((sum, b) => sum + of(b), 0n) * assetPrice) / WAD;
  return { paid: total((b) => b.paid), received: total((b) => b.received), fees: total((b) => b.fee) };
}
