import { foundingSharesId, longId, shortId } from "../../sdk/src/math/ids.ts";
import { klDivergence, mulWad } from "../../sdk/src/math/index.ts";
import { planTrades } from "../../sdk/src/strategy/index.ts";
import type { Prediction } from "../utils/round.ts";
import { bidOf, lossOfSponsor, type BidResult, type ClearedAuction } from "./auction.ts";
import type { DemoClient } from "./chain.ts";
import type { SeedMarket } from "./seedMarket.ts";
import { formatMoney, fundAccount, type Stage } from "./stage.ts";

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

/** Creates the market, and opens its pool at the base rates unless an auction is to open it. */
export async function openSeeds(stage: Stage, seeds: readonly string[]): Promise<SeedMarket> {
  const { chain, round, log } = stage;
  const sponsor = await chain.clientOf("sponsor");
  const { reserve, b } = await sponsor.getSelection({ round, kind: "weight" });
  await chain.spend("openSeeds", await sponsor.openSeeds({}));
  const { market, reserve: left } = await sponsor.getSelection({ round, kind: "weight" });
  const how = stage.opening === "auction" ? "to be opened by sealed bids" : "at the base rates";
  log(`Opened the market of ${seeds.length} projects, ${how}, b = ${formatMoney(b)}.`);
  return { id: market, seeds, b, funding: reserve - left };
}

/**
 * All traders of the folder, one after the other, at equal distances in time: with their budgets, or, if there was an
 * auction, with what they kept of them and what they hold.
 */
export async function tradeSeeds(
  stage: Stage,
  market: SeedMarket,
  bids: readonly BidResult[] | undefined,
): Promise<Trade[]> {
  const { chain, folder, round } = stage;
  const { schedule } = await (await chain.clientOf("sponsor")).getRound({ round });
  const trades: Trade[] = [];
  const { traders } = folder;
  for (const [i, prediction] of traders.entries()) {
    const part = (i + 1) / (traders.length + 1);
    await chain.increaseTo(schedule.tradingAt + Math.floor((schedule.closesAt - schedule.tradingAt) * part));
    const client = await chain.memberOf("trader", i);
    const kept = bids === undefined ? stage.budget : stage.budget - bidOf(stage.budget);
    const trade = await tradeOne(stage, market, prediction, client, kept);
    const bid = bids?.find(({ name }) => name === prediction.name);
    trades.push({ ...trade, spent: trade.spent + (bid?.spent ?? 0n) });
  }
  const forgotten = (bids ?? []).filter(({ reveals }) => !reveals);
  return [...trades, ...forgotten.map(({ name, client, spent }) => ({ name, client, spent, fee: 0n }))];
}

/** What an integrator writes: read the market once, plan without RPC, send one transaction. */
async function tradeOne(
  { chain, folder, log }: Stage,
  { id, seeds }: SeedMarket,
  { name, weights }: Prediction,
  client: DemoClient,
  budget: bigint,
): Promise<Trade> {
  const receiver = client.account.address;
  await fundAccount(chain, client, chain.markets, budget);
  const before = await chain.balanceOf(receiver);
  const { pool, closesAt, holdings } = await client.getSnapshot({ market: id });
  if (pool === undefined) throw new Error("The market has no pool.");
  const targets = seeds.map((seed) => weights[folder.projects.indexOf(seed)] ?? 0n);
  const { orders, total, fee } = planTrades({ pool: pool.pool, targets, budget, holdings });
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
  /** `b (KL(w‖opening) - KL(w‖closing)) - fees`, and what its bid lost if there was an auction. */
  readonly predicted: bigint;
  /** `b KL(w‖base rates)`. */
  readonly bound: bigint;
  readonly fees: bigint;
};

/** Weights in WAD, in the order of the market's outcomes. */
export type SeedPrices = {
  readonly rates: readonly bigint[];
  readonly opening: readonly bigint[];
  readonly closing: readonly bigint[];
  readonly jury: readonly bigint[];
};

/** Brings the pool's money back to the round, and what its bid in the auction was worth. */
export async function collectSeeds(
  { chain, round }: Stage,
  market: SeedMarket,
  prices: SeedPrices,
  fees: bigint,
  auction: ClearedAuction | undefined,
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
  const bidding = auction === undefined ? 0n : lossOfSponsor(auction, market.b, prices.jury);
  return {
    received,
    spent: market.funding - received,
    predicted: mulWad(market.b, first - last, "Down") + bidding - fees,
    bound: mulWad(market.b, klDivergence(prices.jury, prices.rates), "Up"),
    fees,
  };
}
