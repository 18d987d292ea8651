import { formatId } from "deepfunding";

import { formatAmount, formatMoney, formatPercent, shortName } from "../output/format.ts";
import type { Paper } from "../output/paper.ts";
import { joinSaid, renderFacts, renderTable } from "../output/table.ts";
import type { Planned } from "./portfolio.ts";

/** A plan as data; amounts in units of money, of a market of selection tokens in those. */
export function planData({ plan, beliefs, skipped, budget, money }: Planned) {
  return {
    symbol: money.symbol,
    decimals: money.decimals,
    budget,
    total: plan.total,
    maxCost: plan.maxCost,
    expectedProfit: plan.expectedProfit,
    worstCase: plan.worstCase,
    splits: plan.splits.map(({ selection, outcome, amount }) => ({ selection: formatId(selection), outcome, amount })),
    markets: plan.plans.map(({ market, funding, total, fee, expectedProfit, targets, legs }, i) => ({
      market: formatId(market),
      title: beliefs[i]?.title ?? "",
      paidIn: funding.kind,
      total,
      fee,
      expectedProfit,
      // Sells first: they pay for what is bought.
      orders: legs.map(({ outcome, short, amount, value, priceBefore, priceAfter, heldAfter }) => ({
        outcome,
        name: beliefs[i]?.outcomes[outcome] ?? "",
        short,
        amount,
        value,
        target: targets[outcome] ?? 0n,
        priceBefore,
        priceAfter,
        heldAfter,
      })),
    })),
    skipped,
  };
}

export type PlanData = ReturnType<typeof planData>;
type MarketData = PlanData["markets"][number];

/** Whether there is nothing to trade. */
export function isEmptyPlan({ markets }: PlanData): boolean {
  return markets.every(({ orders }) => orders.length === 0);
}

/** Why there is nothing to trade, if there is not. */
export function whyEmpty(data: PlanData): string | undefined {
  return isEmptyPlan(data) ? NOTHING : undefined;
}

/** Writes a plan for people. */
export function renderPlan(data: PlanData, paper: Paper): string {
  const traded = data.markets.filter(({ orders }) => orders.length > 0);
  const said = [
    ...traded.map((market) => renderMarket(market, data, paper)),
    traded.length > 0 ? renderSum(data, paper) : NOTHING,
    data.skipped.length > 0 && renderSkipped(data, paper),
  ];
  return joinSaid(said, "\n\n");
}

const NOTHING = "Nothing to trade: no price is further from your weights than the fee.";

function renderMarket({ title, paidIn, orders }: MarketData, { decimals }: PlanData, paper: Paper): string {
  const rows = orders.map(({ name, short, amount, priceBefore, priceAfter, target, heldAfter }) => [
    shortName(name),
    `${amount < 0n ? "sell" : "buy"} ${short ? "SHORT" : "LONG"}`,
    formatAmount(amount < 0n ? -amount : amount, decimals),
    formatPercent(priceBefore),
    formatPercent(priceAfter),
    formatPercent(short ? 10n ** 18n - target : target),
    formatAmount(heldAfter, decimals),
  ]);
  const head = ["", "order", "amount", "price", "after", "your value", "then held"];
  const tokens = paidIn === "selection" ? paper.dim(" (in its selection token)") : "";
  return `${paper.bold(title)}${tokens}\n${renderTable(head, rows)}`;
}

function renderSum(data: PlanData, paper: Paper): string {
  const { total, maxCost, budget, expectedProfit, worstCase, splits } = data;
  const money = (units: bigint) => formatMoney(units, data);
  const split = splits.reduce((sum, { amount }) => sum + amount, 0n);
  return renderFacts([
    total < 0n ? ["You get", money(-total)] : ["You pay", money(total)],
    split > 0n && ["  of that split into selection tokens", money(split)],
    ["At most, with slippage", money(maxCost)],
    ["Budget", money(budget)],
    ["Expected profit", paper.good(money(expectedProfit))],
    ["Worst case", worstCase < 0n ? paper.bad(money(worstCase)) : money(worstCase)],
  ]);
}

function renderSkipped({ skipped }: PlanData, { dim }: Paper): string {
  const most = 5;
  const more = skipped.length > most ? [`… and ${skipped.length - most} more.`] : [];
  const lines = skipped.slice(0, most).map(({ title, why }) => `${title}: ${why}.`);
  return dim(["Not traded:", ...lines, ...more].join("\n"));
}
