import { parseUnits } from "viem";

import { readWeights } from "../csv/readWeights.ts";
import { WAD } from "../math/rounding.ts";
import { planTrades, type TradePlan } from "../strategy/index.ts";
import { findPooledMarket, MARKET_OPTIONS, type PooledMarket } from "./chain/market.ts";
import { namesOf, parseProjects } from "./chain/names.ts";
import type { ReadContext } from "./command.ts";
import { InputFileError } from "./errors.ts";
import { AMOUNT, FILE } from "./kinds.ts";
import { flag, required, type ValuesOf } from "./options.ts";
import { formatAmount, formatPercent, shortName } from "./output/format.ts";
import type { Paper } from "./output/paper.ts";
import { renderFacts, renderTable } from "./output/table.ts";

export const PLAN_ARGS = { weights: required(FILE, "what you believe: a CSV file `repo,parent,weight`") };

export const PLAN_OPTIONS = {
  budget: required(AMOUNT, "the most to spend, in the market's asset"),
  noShorts: flag("buy no SHORTs, which save fees but tie up money"),
  normalize: flag("scale the weights to sum to 1"),
  ...MARKET_OPTIONS,
};

export type PlanValues = ValuesOf<typeof PLAN_ARGS> & ValuesOf<typeof PLAN_OPTIONS>;

/** What to trade, and where. */
export type Planned = { readonly market: PooledMarket; readonly plan: TradePlan; readonly budget: bigint };

/** Reads what the user believes and the market, and plans the trades with the highest expected profit. */
export async function planFromFile(context: ReadContext, values: PlanValues): Promise<Planned> {
  const { parseInput, progress } = context;
  const named = await parseInput(values.weights, parseProjects);
  progress.show("Reading the market");
  const names = new Map([...namesOf(named), ...context.names]);
  const market = await findPooledMarket({ ...context, names }, values);
  const targets = await parseInput(values.weights, (text) => readTargets(text, market, values));
  const { snapshot } = market;
  const budget = parseUnits(values.budget, snapshot.decimals);
  progress.show("Planning");
  const { pool } = snapshot.pool;
  const plan = planTrades({ pool, targets, budget, holdings: snapshot.holdings, useShorts: !values.noShorts });
  return { market, plan, budget };
}

function readTargets(text: string, { outcomes }: PooledMarket, values: PlanValues): readonly bigint[] {
  if (values.kind !== "originality") {
    return readWeights(text, { projects: outcomes, normalize: values.normalize }).weights;
  }
  const { projects, weights } = readWeights(text);
  const [project] = namesOf([values.project ?? ""]).values();
  const originality = weights[projects.indexOf(project ?? "")];
  if (originality !== undefined) return [originality, WAD - originality];
  const metaMessages = ["Add the project's row `repo,originality` to the file."];
  throw new InputFileError({ path: values.weights, reason: `No row for ${values.project}.`, metaMessages });
}

/** A plan as data. */
export function planData({ market: { snapshot, title, outcomes, symbol }, plan, budget }: Planned) {
  return {
    market: snapshot.market,
    title,
    symbol,
    decimals: snapshot.decimals,
    budget,
    total: plan.total,
    fee: plan.fee,
    expectedProfit: plan.expectedProfit,
    worstCase: plan.worstCase,
    orders: plan.orders.map(({ outcome, short, amount }) => ({
      outcome,
      name: outcomes[outcome] ?? "",
      short,
      amount,
      target: plan.targets[outcome] ?? 0n,
      priceBefore: snapshot.pool.prices[outcome] ?? 0n,
      priceAfter: plan.pricesAfter[outcome] ?? 0n,
    })),
  };
}

export type PlanData = ReturnType<typeof planData>;

/** Writes a plan for people. */
export function renderPlan(data: PlanData, paper: Paper): string {
  const { orders, decimals, symbol } = data;
  const money = (units: bigint) => `${formatAmount(units, decimals)} ${symbol}`;
  if (orders.length === 0) {
    return `${paper.bold(data.title)}\nNothing to trade: no price is further from your weights than the fee.`;
  }
  const rows = orders.map(({ name, short, amount, target, priceBefore, priceAfter }) => [
    shortName(name),
    `${amount < 0n ? "sell" : "buy"} ${short ? "SHORT" : "LONG"}`,
    formatAmount(amount < 0n ? -amount : amount, decimals),
    formatPercent(priceBefore),
    formatPercent(priceAfter),
    formatPercent(target),
  ]);
  return [
    paper.bold(data.title),
    renderTable(["", "order", "amount", "price", "after", "your weight"], rows),
    "",
    renderFacts([
      [data.total < 0n ? "You get" : "You pay", money(data.total < 0n ? -data.total : data.total)],
      ["  of that fees", money(data.fee)],
      ["Budget", money(data.budget)],
      ["Expected profit", paper.good(money(data.expectedProfit))],
      ["Worst case", data.worstCase < 0n ? paper.bad(money(data.worstCase)) : money(data.worstCase)],
    ]),
  ].join("\n");
}
