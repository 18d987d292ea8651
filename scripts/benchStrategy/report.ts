import type { Spread } from "../simulate/statistics.ts";
import { spreadOf } from "../simulate/statistics.ts";
import { renderTable } from "../../cli/src/output/table.ts";
import { type Case, type Profit, WAYS, ratiosOf } from "./compare.ts";

const NAMES = { rule: "rule, M = budget", tuned: "rule, best M", planned: "planTrades", kelly: "with kelly" } as const;

/** Renders, by budget, the median expected profit of a unit of budget, and how many times the rule's ours is. */
export function renderExpected(cases: readonly Case[], b: number): string {
  const rows = byBudget(cases).map(([budget, some]) => [
    `${budget.toLocaleString("en")} (${budget / b} b)`,
    ...WAYS.map((way) => medianOf(some, (profits) => profits[way].expected)),
    formatRatio(ratiosOf(some, "planned", "rule")),
    formatRatio(ratiosOf(some, "planned", "tuned")),
  ]);
  const all = [
    "all",
    ...WAYS.map((way) => medianOf(cases, (profits) => profits[way].expected)),
    formatRatio(ratiosOf(cases, "planned", "rule")),
    formatRatio(ratiosOf(cases, "planned", "tuned")),
  ];
  const names = WAYS.map((way) => NAMES[way]);
  return renderTable(["budget", ...names, "planTrades / rule", "planTrades / best M"], [...rows, all]);
}

/** Renders, by trader, the median over the budgets of what a unit of budget really earned. */
export function renderRealised(cases: readonly Case[]): string {
  const traders = [...new Set(cases.map(({ trader }) => trader))];
  const rows = traders.map((trader) => {
    const some = cases.filter((one) => one.trader === trader);
    return [trader, ...WAYS.map((way) => medianOf(some, (profits) => profits[way].realised))];
  });
  return renderTable(["trader", ...WAYS.map((way) => NAMES[way])], rows);
}

function byBudget(cases: readonly Case[]): (readonly [number, readonly Case[]])[] {
  const budgets = [...new Set(cases.map(({ budget }) => budget))];
  return budgets.map((budget) => [budget, cases.filter((one) => one.budget === budget)] as const);
}

function medianOf(cases: readonly Case[], of: (profits: Case["profits"]) => Profit["expected"]): string {
  return spreadOf(cases.map(({ profits }) => of(profits))).median.toFixed(3);
}

function formatRatio(ratio: Spread | undefined): string {
  return ratio === undefined ? "none" : [ratio.median, ratio.min, ratio.max].map((x) => x.toFixed(2)).join(" / ");
}
