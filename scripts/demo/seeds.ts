import { foundingSharesId, longId, shortId } from "../../sdk/src/ids.ts";
import { klDivergence, mulWad } from "../../sdk/src/math/index.ts";
import { planTrades } from "../../sdk/src/strategy/index.ts";
import type { Prediction } from "../utils/round.ts";
import type { DemoClient } from "./chain.ts";
import { formatMoney, fundAccount, type Stage } from "./stage.ts";

/** The market of seed weights. Weights in the order of its outcomes, which are `seeds`. */
export type SeedMarket = {
  readonly id: bigint;
  readonly seeds: readonly string[];
  readonly b: bigint;
  /** What the round's sponsors paid for its pool, in units. */
  readonly funding: bigint;
};

export type Trade = {
  readonly name: string;
  readonly client: DemoClient;
  readonly spent: bigint;
  readonly fee: bigint;
};

export type TraderResult = {
  readonly name: string;
  readonly spent: bigint;
  readonly received: bigint;
  readonly profit: bigint;
};

/** Opens the market at the base rates. */
export async function openSeeds(stage: Stage, seeds: readonly string[]): Promise<SeedMarket> {
  const { chain, round, log } = stage;
  const sponsor = await chain.clientOf("sponsor");
  const { reserve, b } = await sponsor.getSelection({ round, kind: "weight" });
  await chain.spend("openSeeds", await sponsor.openSeeds({}));
  const { market, reserve: left } = await sponsor.getSelection({ round, kind: "weight" });
  log(`Opened the market of ${seeds.length} projects at the base rates, b = ${formatMoney(b)}.`);
  return { id: market, seeds, b, funding: reserve - left };
}

/** All traders of the folder, one after the other, at equal distances in time. */
export async function tradeSeeds(stage: Stage, market: SeedMarket): Promise<Trade[]> {
  const { chain, folder, round } = stage;
  const { schedule } = await (await chain.clientOf("sponsor")).getRound({ round });
  const trades: Trade[] = [];
  const { traders } = folder;
  for (const [i, prediction] of traders.entries()) {
    const part = (i + 1) / (traders.length + 1);
    await chain.increaseTo(schedule.tradingAt + Math.floor((schedule.closesAt - schedule.tradingAt) * part));
    trades.push(await tradeOne(stage, market, prediction, await chain.memberOf("trader", i)));
  }
  return trades;
}

/** What an integrator writes: read the market once, plan without RPC, send one transaction. */
async function tradeOne(
  { chain, folder, budget, log }: Stage,
  { id, seeds }: SeedMarket,
  { name, weights }: Prediction,
  client: DemoClient,
): Promise<Trade> {
  const receiver = client.account.address;
  await fundAccount(chain, client, chain.markets, budget);
  const before = await chain.balanceOf(receiver);
  const { pool, closesAt } = await client.getSnapshot({ market: id });
  if (pool === undefined) throw new Error("The market has no pool.");
  const targets = seeds.map((seed) => weights[folder.projects.indexOf(seed)] ?? 0n);
  const { orders, total, fee } = planTrades({ pool: pool.pool, targets, budget });
  if (orders.length === 0) {
    log(`${name}: nothing to trade, prices are where it wants them.`);
    return { name, client, spent: 0n, fee };
  }
  const deadline = closesAt;
  await chain.spend("trade", await client.trade({ market: id, orders, maxCost: total, deadline, receiver }));
  const spent = before - (await chain.balanceOf(receiver));
  log(`${name}: ${orders.length} outcomes for ${formatMoney(spent)} in one transaction.`);
  return { name, client, spent, fee };
}

/** Redeems what the traders hold in the market. */
export async function redeemSeeds(
  { chain }: Stage,
  { id, seeds }: SeedMarket,
  trades: readonly Trade[],
): Promise<TraderResult[]> {
  const all = seeds.flatMap((_, outcome) => [longId(id, outcome), shortId(id, outcome, seeds.length)]);
  const ids = [...new Set(all)];
  const results: TraderResult[] = [];
  for (const { name, client, spent } of trades) {
    const receiver = client.account.address;
    const before = await chain.balanceOf(receiver);
    const balances = await client.getBalances({ account: receiver, ids });
    const held = ids.map((token, i) => ({ token, amount: balances[i] ?? 0n })).filter(({ amount }) => amount > 0n);
    const amounts = held.map(({ amount }) => amount);
    if (held.length > 0) {
      await chain.spend("redeem", await client.redeem({ ids: held.map(({ token }) => token), amounts, receiver }));
    }
    const received = (await chain.balanceOf(receiver)) - before;
    results.push({ name, spent, received, profit: received - spent });
  }
  return results;
}

/** What the sponsors lost in the market, and what was predicted. */
export type SponsorResult = {
  readonly spent: bigint;
  /** `b (KL(w‖opening) - KL(w‖closing)) - fees`. */
  readonly predicted: bigint;
  /** `b KL(w‖opening)`. */
  readonly bound: bigint;
  readonly fees: bigint;
};

/** Brings the pool's money back to the round; `prices` are those of the market's opening and closing. */
export async function collectSeeds(
  { chain, round }: Stage,
  market: SeedMarket,
  prices: {
    readonly opening: readonly bigint[];
    readonly closing: readonly bigint[];
    readonly jury: readonly bigint[];
  },
  fees: bigint,
): Promise<SponsorResult & { readonly received: bigint }> {
  const sponsor = await chain.clientOf("sponsor");
  const { reserve } = await sponsor.getSelection({ round, kind: "weight" });
  const shares = [foundingSharesId(market.id)];
  const [held = 0n] = await sponsor.getBalances({ account: chain.rounds, ids: shares });
  if (held === 0n) throw new Error("The round holds no shares of its pool.");
  const { pot: before } = await sponsor.getRound({ round });
  await chain.spend("collect", await sponsor.collect({ round, kind: "weight", index: 0 }));
  const { pot } = await sponsor.getRound({ round });
  const received = pot - before - reserve;
  const [first, last] = [klDivergence(prices.jury, prices.opening), klDivergence(prices.jury, prices.closing)];
  return {
    received,
    spent: market.funding - received,
    predicted: mulWad(market.b, first - last, "Down") - fees,
    bound: mulWad(market.b, first, "Up"),
    fees,
  };
}
