import { formatId } from "deepfunding";
import {
  exitCall,
  joinCall,
  parseExitLogs,
  parseJoinLogs,
  type PoolSnapshot,
  type Snapshot,
} from "deepfunding/actions";
import {
  inventories,
  type LiquidityQuote,
  max,
  mulDiv,
  quoteExit,
  quoteJoin,
  releaseReserve,
  sharesAfterRelease,
  WAD,
} from "deepfunding/math";

import { findMarket, MARKET_OPTIONS, type MarketValues, type NamedMarket } from "../chain/market.ts";
import { nextBlockTime } from "../chain/time.ts";
import { unitsOf } from "../chain/token.ts";
import { defineCommand, type ReadContext } from "../command.ts";
import { MarketNotFoundError } from "../errors.ts";
import { AMOUNT, DURATION, FRACTION } from "../kinds.ts";
import { flag, required, withDefault } from "../options.ts";
import { formatAmount, formatMoney } from "../output/format.ts";
import type { Paper } from "../output/paper.ts";
import { renderFacts } from "../output/table.ts";

const SLIPPAGE = { slippage: withDefault(FRACTION, "by how much it may be worse when it is mined", "1%") };

export const liquidityAdd = defineCommand({
  name: "liquidity add",
  summary: "add liquidity to a pool, for at most an amount",
  notes: [
    "No price moves. Where the pool holds less of an outcome than of others you get the difference as LONG back.",
    "Liquidity earns the fees, and loses to those who know better: at constant b at most b times the divergence of the " +
      "result from the prices at which you join.",
  ],
  scope: "send",
  args: { amount: required(AMOUNT, "the most to pay, in the market's asset") },
  options: {
    ...MARKET_OPTIONS,
    ...SLIPPAGE,
    deadline: withDefault(DURATION, "how long the transaction may wait to be mined", "10m"),
  },
  examples: [{ line: "deepfunding liquidity add 1000 --keystore key.json", does: "to the market of weights" }],
  run: async (context, values) => {
    const pooled = await findPool(context, values);
    const { snapshot, totalShares, pool } = pooled;
    const maxAssets = unitsOf(values.amount, { symbol: pooled.symbol, decimals: snapshot.decimals });
    // The fraction f of the pool costs f times the greatest inventory; others may trade before it is mined.
    const most = inventories(pool).reduce(max) - pool.extraReserve;
    const shares = mulDiv(mulDiv(maxAssets, WAD, WAD + values.slippage, "Down"), totalShares, most, "Down");
    if (shares === 0n)
      throw new MarketNotFoundError({ what: `${pooled.title}: ${values.amount} is less than a share` });
    const quoted = quoteJoin(pool, shares, totalShares);
    const markets = context.addressOf("markets");
    const call = joinCall({
      markets,
      market: snapshot.market,
      shares,
      maxAssets,
      minLongs: quoted.received.map((amount) => less(amount, values.slippage)),
      deadline: pooled.now + values.deadline,
      receiver: context.account,
    });
    const { logs } = await context.send({ calls: [call] });
    return liquidityData(pooled, shares, quoted, parseJoinLogs({ logs, markets })[0]?.args.assets);
  },
  view: (data, paper) => renderLiquidity("pay", data, paper),
});

export const liquidityRemove = defineCommand({
  name: "liquidity remove",
  summary: "take liquidity out of a pool, or a part of it",
  notes: [
    "No price moves. You get assets, and LONGs where the pool holds more of an outcome than of others.",
    "After the resolution of a market shares are redeemed instead: `deepfunding redeem`.",
  ],
  scope: "send",
  args: { part: required(FRACTION, "which part of your shares: 1, 0.5 or 50%") },
  options: {
    ...MARKET_OPTIONS,
    ...SLIPPAGE,
    founding: flag("of the shares of whoever opened the pool, which are locked until trading ends"),
  },
  examples: [{ line: "deepfunding liquidity remove 50% --keystore key.json", does: "half of your shares" }],
  run: async (context, values) => {
    const pooled = await findPool(context, values);
    const { snapshot, totalShares, pool } = pooled;
    const { founding } = values;
    const owned = founding ? snapshot.foundingShares : snapshot.shares;
    const shares = mulDiv(owned, values.part, WAD, "Down");
    if (shares === 0n) return liquidityData(pooled, 0n, { assets: 0n, received: [] }, undefined);
    const quoted = quoteExit(pool, shares, totalShares);
    const markets = context.addressOf("markets");
    const minAssets = less(quoted.assets, values.slippage);
    const call = exitCall({ markets, market: snapshot.market, shares, founding, minAssets, receiver: context.account });
    const { logs } = await context.send({ calls: [call] });
    return liquidityData(pooled, shares, quoted, parseExitLogs({ logs, markets })[0]?.args.assets);
  },
  view: (data, paper) => whyNone(data) ?? renderLiquidity("get", data, paper),
  whyNothing: whyNone,
});

function whyNone({ shares }: { readonly shares: bigint }): string | undefined {
  if (shares > 0n) return undefined;
  return "You have no such shares: what is of whoever opened the pool takes `--founding`.";
}

type Pooled = NamedMarket &
  Pick<PoolSnapshot, "pool" | "totalShares"> & { readonly snapshot: Snapshot; readonly now: bigint };

/** Finds the market that the user has named, with its pool as it will be when a transaction arrives. */
async function findPool(context: ReadContext, values: MarketValues): Promise<Pooled> {
  const found = await findMarket(context, values);
  const { pool, closesAt } = found.snapshot;
  if (pool === undefined) throw new MarketNotFoundError({ what: `${found.title}: it has no pool` });
  const now = await nextBlockTime(context.client);
  const released = releaseReserve(pool.pool, now, closesAt);
  const totalShares = sharesAfterRelease(pool.pool, released, pool.totalShares);
  return { ...found, pool: released, totalShares, now };
}

function less(amount: bigint, slippage: bigint): bigint {
  return mulDiv(amount, WAD - slippage, WAD, "Down");
}

/** What is exchanged, as planned, and what was in the end. */
function liquidityData(
  { snapshot, title, symbol, outcomes }: Pooled,
  shares: bigint,
  { assets, received }: Pick<LiquidityQuote, "assets" | "received">,
  done: bigint | undefined,
) {
  const { market, decimals } = snapshot;
  const longs = received.map((amount, i) => ({ name: outcomes[i] ?? "", amount })).filter(({ amount }) => amount > 0n);
  return { market: formatId(market), title, symbol, decimals, shares, assets, longs, done };
}

function renderLiquidity(verb: "pay" | "get", data: ReturnType<typeof liquidityData>, paper: Paper): string {
  const { title, symbol, decimals, shares, assets, longs, done } = data;
  const most = longs.map(({ amount }) => amount).reduce(max, 0n);
  const facts = renderFacts([
    ["Shares", formatAmount(shares, decimals)],
    [`You ${verb}`, formatMoney(done ?? assets, { symbol, decimals })],
    longs.length > 0 && ["You get LONGs", `of ${longs.length} outcomes, at most ${formatAmount(most, decimals)} each`],
  ]);
  return `${paper.bold(title)}\n${facts}`;
}
