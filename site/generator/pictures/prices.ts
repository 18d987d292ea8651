/** What a trade costs by its size: the SDK's quotes of pools of several depths, and a constant product's. */
import { openPool, openingFunds, quote } from "../../../sdk/src/math/index.ts";
import { buyLong } from "../../../scripts/simulate/constantProduct.ts";
import { drawChart, linearTicks, type Series } from "../../../scripts/utils/chart.ts";
import { DEFAULT_MARKET } from "../../../scripts/utils/defaults.ts";
import type { BaseRates } from "../../../scripts/utils/round.ts";
import type { Drawing } from "../../../scripts/utils/svg.ts";

const WAD = 10n ** 18n;
/** Depths, in money. */
const DEPTHS = [100n, 200n, 400n] as const;
/** The depth that the constant product has the money of, and at which the fee is shown. */
const COMPARED = 200n;
/** LONGs bought. */
const SIZES = Array.from({ length: 25 }, (_, i) => (i === 0 ? 1n : BigInt(i) * 10n));

const { feeRate, alpha } = { feeRate: BigInt(DEFAULT_MARKET.feeRate), alpha: BigInt(DEFAULT_MARKET.alpha) };

/** The average price of a LONG by how many are bought, all included, from a pool opened at the round's base rates. */
export function priceOfSize({ prices }: BaseRates, outcome: number, b: bigint, fee: bigint, size: bigint): number {
  const pool = openPool({ prices, b: b * WAD, feeRate: fee, alpha: fee === 0n ? 0n : alpha });
  const { total } = quote(pool, [{ outcome, short: false, amount: size * WAD }]);
  return Number(total) / Number(size * WAD);
}

/**
 * The same from a constant product that holds its part of the money that the LMSR's sponsor pays: half of it split into
 * sets, the other half beside each outcome's LONGs at its price.
 */
export function priceOfProduct({ prices }: BaseRates, outcome: number, b: bigint, size: bigint): number | undefined {
  const price = prices[outcome] ?? 0n;
  const least = prices.reduce((a, c) => (a < c ? a : c));
  const long = openingFunds(b * WAD, least) / 2n;
  if (size * WAD >= long) return undefined;
  const { paid } = buyLong({ money: (long * price) / WAD, long, feeRate }, size * WAD);
  return Number(paid) / Number(size * WAD);
}

/** The lines of the chart, for the round's largest project. */
export function priceSeries(round: BaseRates): readonly Series[] {
  const { prices } = round;
  const outcome = prices.indexOf(prices.reduce((a, b) => (a > b ? a : b)));
  const line = (name: string, priceOf: (size: bigint) => number | undefined): Series => ({
    name,
    kind: "curve",
    points: SIZES.flatMap((size) => {
      const price = priceOf(size);
      return price === undefined ? [] : [[Number(size), price] as const];
    }),
  });
  const fee = `${Number(feeRate) / 1e6}%`;
  return [
    ...DEPTHS.map((b) => line(`b = ${b}`, (size) => priceOfSize(round, outcome, b, 0n, size))),
    line(`b = ${COMPARED}, with fee ${fee}`, (size) => priceOfSize(round, outcome, COMPARED, feeRate, size)),
    line(`constant product, fee ${fee}`, (size) => priceOfProduct(round, outcome, COMPARED, size)),
  ];
}

/** Draws the price of a trade in the round's largest project. */
export function drawPrices(round: BaseRates): Drawing {
  const { prices, projects } = round;
  const project = projects[prices.indexOf(prices.reduce((a, b) => (a > b ? a : b)))]?.split("/").at(-1) ?? "";
  const series = priceSeries(round);
  const ticks = linearTicks(series.flatMap(({ points }) => points.map(([, price]) => price)));
  return {
    ...drawChart({
      title: `What a LONG of ${project} costs, by how many one buys`,
      x: { label: "LONGs bought", ticks: [0, 60, 120, 180, 240].map((at) => ({ at, label: String(at) })) },
      y: { label: "average price paid", ticks },
      series,
    }),
    description: `The average price of a LONG of ${project} in the sample round's pool, at three depths, with and without fee, and from a constant product that holds what the sponsor of b = ${COMPARED} pays.`,
  };
}
