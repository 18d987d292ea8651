import { Decimal as Base } from "decimal.js";

/** 60 digits: everything below is exact as far as a comparison with 18 digits can tell. */
const Decimal = Base.clone({ precision: 60, toExpNeg: -80, toExpPos: 80 });
export type Real = InstanceType<typeof Decimal>;

export const real = (x: bigint | number | string): Real => new Decimal(x.toString());
export const ULP = real("1e-18");
export const ONE = real(1);
export const ZERO = real(0);

export const sum = (values: readonly Real[]): Real => values.reduce((total, value) => total.plus(value), ZERO);
export const largest = (values: readonly Real[]): Real => values.reduce((most, value) => Decimal.max(most, value));
export const smallest = (values: readonly Real[]): Real => values.reduce((least, value) => Decimal.min(least, value));
export const fromWad = (x: bigint): Real => real(x).times(ULP);

/** What an order sells of LONG: a SHORT is bought by selling LONG back to the pool. */
export type Sale = { outcome: number; amount: Real };

/** `S = sum of e^l`. */
export const sumOf = (logs: readonly Real[]): Real => sum(logs.map((log) => log.exp()));

/** `p_j = e^l_j / S`. */
export function pricesOf(logs: readonly Real[]): Real[] {
  const total = sumOf(logs);
  return logs.map((log) => log.exp().div(total));
}

/** `l_j += d / b`. */
export function move(logs: readonly Real[], sales: readonly Sale[], b: Real): Real[] {
  const moved = [...logs];
  for (const { outcome, amount } of sales) moved[outcome] = (logs[outcome] ?? ZERO).plus(amount.div(b));
  return moved;
}

/** `b ln(S' / S)`. */
export const costOf = (before: readonly Real[], after: readonly Real[], b: Real): Real =>
  b.times(sumOf(after).div(sumOf(before)).ln());

/** `sum of |d_j| min(p, 1 - p)`, with the mean p of the price before and after. */
export function turnoverOf(before: readonly Real[], after: readonly Real[], sales: readonly Sale[]): Real {
  const [p, q] = [pricesOf(before), pricesOf(after)];
  return sum(
    sales.map(({ outcome, amount }) => {
      const mean = (p[outcome] ?? ZERO).plus(q[outcome] ?? ZERO).div(2);
      return amount.abs().times(Decimal.min(mean, ONE.minus(mean)));
    }),
  );
}

/** `inventory_j + b ln p_j`, of which the least must cover the reserve. */
export function leastCover(inventories: readonly Real[], logs: readonly Real[], b: Real): Real {
  const covers = pricesOf(logs).map((price, j) => (inventories[j] ?? ZERO).plus(b.times(price.ln())));
  return smallest(covers);
}

/** The mean of prices over a window, weighted by time. Prices hold from one {@link advance} to the next. */
export class TimeWeighted {
  readonly start: number;
  readonly end: number;
  private last: number;
  private areas: Real[];

  constructor(outcomes: number, start: number, end: number) {
    this.start = start;
    this.end = end;
    this.last = start;
    this.areas = Array.from({ length: outcomes }, () => ZERO);
  }

  /** Counts `prices`, which held up to `now`. */
  advance(now: number, prices: readonly Real[]): void {
    const until = Math.min(now, this.end);
    if (until <= this.last) return;
    this.areas = this.areas.map((area, j) => area.plus((prices[j] ?? ZERO).times(until - this.last)));
    this.last = until;
  }

  /** The means so far; undefined before the window. */
  means(): Real[] | undefined {
    return this.seconds() === 0 ? undefined : this.areas.map((area) => area.div(this.seconds()));
  }

  seconds(): number {
    return this.last - this.start;
  }
}
