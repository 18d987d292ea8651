import { formatId, formatTime, samplePrices } from "deepfunding";
import { getPriceHistory, type Snapshot } from "deepfunding/actions";
import { max, type PoolState, quote } from "deepfunding/math";

import { findMarket, MARKET_OPTIONS } from "../chain/market.ts";
import { nextBlockTime } from "../chain/time.ts";
import { defineCommand, type ReadContext } from "../command.ts";
import { WHOLE } from "../kinds.ts";
import { optional, withDefault } from "../options.ts";
import { BAR_WIDTH, renderShare, renderSparkline } from "../output/chart.ts";
import { formatAmount, formatMoney, formatPercent, shortName } from "../output/format.ts";
import type { Paper } from "../output/paper.ts";
import { joinSaid, renderFacts, renderTable } from "../output/table.ts";

/** More than are drawn: of those the last of each part is. */
const SAMPLES = 40;

export const market = defineCommand({
  name: "market",
  summary: "show a market: prices, base rates, depth, and what you hold",
  notes: [
    "Depth is what it costs to buy an outcome until its price is a tenth higher: how much money stands behind it.",
    "TWAP is the mean price over the end of trading so far: what a market resolves to without a jury.",
  ],
  scope: "read",
  args: {},
  options: {
    ...MARKET_OPTIONS,
    top: withDefault(WHOLE, "how many outcomes to show, the highest prices first", "20"),
    since: optional(WHOLE, "draw how prices moved, from the trades since this block"),
  },
  examples: [
    { line: "deepfunding market", does: "the weights of the current round" },
    { line: "deepfunding market --since 22000000", does: "how its prices moved since that block" },
    { line: "deepfunding market --kind originality --project owner/name --json", does: "one project's originality" },
  ],
  run: async (context, values) => {
    const { snapshot, title, outcomes, symbol } = await findMarket(context, values);
    const { pool, holdings } = snapshot;
    const samples = values.since === undefined ? undefined : await readSamples(context, snapshot, values.since);
    return {
      market: formatId(snapshot.market),
      title,
      symbol,
      decimals: snapshot.decimals,
      closesAt: snapshot.closesAt,
      b: pool?.pool.b,
      pot: snapshot.pot,
      feeRate: snapshot.feeRate,
      account: context.account,
      assets: snapshot.assets,
      shares: snapshot.shares + snapshot.foundingShares,
      // Of each outcome's `history`, in unix seconds.
      times: samples?.map(({ timestamp }) => timestamp),
      outcomes: outcomes.map((name, i) => ({
        outcome: i,
        name,
        price: pool?.prices[i],
        baseRate: pool?.openingPrices[i],
        twap: pool?.twap[i],
        history: samples?.map(({ prices }) => prices[i] ?? 0n),
        depth: pool && depthOf(pool.pool, i),
        long: holdings.long[i] ?? 0n,
        short: holdings.short[i] ?? 0n,
        payout: snapshot.payouts?.[i],
      })),
    };
  },
  view: (data, paper, { top }) => {
    const { outcomes, decimals, symbol, account } = data;
    const units = (amount: bigint | undefined) => (amount === undefined ? "" : formatAmount(amount, decimals));
    const percent = (wad: bigint | undefined) => (wad === undefined ? "" : formatPercent(wad));
    const order = [...outcomes].sort((a, b) => Number((b.payout ?? b.price ?? 0n) - (a.payout ?? a.price ?? 0n)));
    const most = Number(order[0]?.payout ?? order[0]?.price ?? 0n);
    const isResolved = order[0]?.payout !== undefined;
    const head = ["", "", isResolved ? "payout" : "price", "base rate", "TWAP", `depth (${symbol})`];
    const rows = order
      .slice(0, Number(top))
      .map(({ name, price, baseRate, twap, depth, long, short, payout, history }) => [
        shortName(name),
        history === undefined
          ? renderShare(Number(payout ?? price ?? 0n) / most)
          : renderSparkline(history.map(Number), BAR_WIDTH),
        percent(payout ?? price),
        percent(baseRate),
        percent(twap),
        units(depth),
        ...(account === undefined ? [] : [units(long), units(short)]),
      ]);
    const left = outcomes.length - rows.length;
    return joinSaid([
      renderHead(data, paper),
      "",
      renderTable(account === undefined ? head : [...head, "LONG", "SHORT"], rows),
      left > 0 && paper.dim(`… and ${left} more (--top ${outcomes.length})`),
    ]);
  },
});

/** Prices at equal times, from those before a block to now. */
async function readSamples(context: ReadContext, { market, closesAt }: Snapshot, since: bigint) {
  const { client, addressOf, progress } = context;
  progress.show("Reading trades");
  const contracts = { markets: addressOf("markets"), lens: addressOf("lens") };
  const [history, now] = await Promise.all([
    getPriceHistory(client, { ...contracts, market, fromBlock: since }),
    nextBlockTime(client),
  ]);
  const end = now < closesAt ? now : closesAt;
  const every = max((end - history.start.timestamp) / BigInt(SAMPLES), 1n);
  return samplePrices(history, every, end);
}

type HeadData = Pick<Snapshot, "decimals" | "closesAt" | "feeRate" | "assets" | "shares"> &
  Readonly<Record<"market" | "title" | "symbol", string>> & {
    readonly b: bigint | undefined;
    readonly account: string | undefined;
  };

function renderHead(data: HeadData, paper: Paper): string {
  const { decimals, b, account, assets, shares } = data;
  const facts = renderFacts([
    ["Market", data.market],
    ["Trading ends", formatTime(data.closesAt)],
    ["Liquidity b", b === undefined ? "no pool" : formatAmount(b, decimals)],
    ["Fee", `${(Number(data.feeRate) / 1e6).toFixed(2)}% of turnover`],
    account !== undefined && ["Account", account],
    account !== undefined && ["It has", `${formatMoney(assets, data)} and ${formatAmount(shares, decimals)} shares`],
  ]);
  return `${paper.bold(data.title)}\n${facts}`;
}

/** What it costs to buy an outcome until its price is a tenth higher, in units; `undefined` where that is above 1. */
function depthOf(pool: PoolState, outcome: number): bigint | undefined {
  const price = Number(pool.outcomes[outcome]?.weight ?? 0n) / Number(pool.sum);
  const target = price * 1.1;
  if (target >= 1) return undefined;
  // Buying d moves the odds p / (1 - p) by the factor e^(d / b).
  const amount = Math.log((target * (1 - price)) / (price * (1 - target))) * Number(pool.b);
  return quote(pool, [{ outcome, short: false, amount: BigInt(Math.ceil(amount)) }]).total;
}
