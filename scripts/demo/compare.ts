import { shortName } from "../../cli/src/output/format.ts";
import { renderTable } from "../../cli/src/output/table.ts";
import { formatWad, klDivergence, logOddsError } from "../../sdk/src/math/index.ts";
import type { Round } from "../utils/round.ts";
import { money, percent } from "./report.ts";
import type { DemoResult } from "./runDemo.ts";

const STEPS = ["rates", "opening", "closing", "twap"] as const;
const NAMES = { rates: "base rates", opening: "opening", closing: "closing", twap: "TWAP" } as const;

/** How far weights are from the jury's. */
type Distance = { readonly kl: string; readonly logOdds: string };

/** The same round, opened by an auction and at the base rates. Money in units, divergences in nats. */
export type Comparison = Readonly<Record<"auction" | "baseRates", Outcome>>;
type Outcome = {
  readonly distances: Readonly<Record<(typeof STEPS)[number], Distance>>;
  readonly sponsorSpent: bigint;
  readonly profits: Readonly<Record<string, bigint>>;
};

/** Compares a round that opened by an auction with the same at base rates. */
export function compareOpenings(auction: DemoResult, baseRates: DemoResult): Comparison {
  return { auction: summarise(auction), baseRates: summarise(baseRates) };
}

function summarise(result: DemoResult): Outcome {
  const distance = (weights: readonly bigint[]): Distance => ({
    kl: formatWad(klDivergence(result.jury, weights)),
    logOdds: logOddsError(result.jury, weights).toFixed(6),
  });
  const { rates, opening, closing, twap } = result;
  return {
    distances: {
      rates: distance(rates),
      opening: distance(opening),
      closing: distance(closing),
      twap: distance(twap),
    },
    sponsorSpent: result.sponsor.spent,
    profits: Object.fromEntries(result.traders.map(({ name, profit }) => [name, profit])),
  };
}

/** The comparison for people. */
export function renderComparison(round: Round, auction: DemoResult, baseRates: DemoResult): string {
  const { auction: sealed, baseRates: open } = compareOpenings(auction, baseRates);
  return [
    renderOpenings(round, auction),
    renderTable(
      ["distance to the jury", "KL, auction", "KL, without", "log odds, auction", "log odds, without"],
      STEPS.map((step) => {
        const [a, b] = [sealed.distances[step], open.distances[step]];
        return [NAMES[step], short(a.kl), short(b.kl), short(a.logOdds), short(b.logOdds)];
      }),
    ),
    renderTable(
      ["profit", "auction", "without"],
      Object.entries(sealed.profits).map(([name, profit]) => {
        const other = open.profits[name];
        return [name, money(profit), other === undefined ? "" : money(other)];
      }),
    ),
    `The sponsor paid ${money(sealed.sponsorSpent)} with the auction, ${money(open.sponsorSpent)} without.`,
  ].join("\n\n");
}

function renderOpenings({ projects }: Round, { rates, opening, jury }: DemoResult): string {
  const order = projects.map((_, i) => i).sort((a, b) => Number((jury[b] ?? 0n) - (jury[a] ?? 0n)));
  const rows = order.map((i) => [
    shortName(projects[i] ?? ""),
    ...[opening, rates, jury].map((weights) => percent(weights[i] ?? 0n)),
  ]);
  return renderTable(["opening price", "auction", "without", "jury"], rows);
}

function short(value: string): string {
  return Number(value).toFixed(4);
}
