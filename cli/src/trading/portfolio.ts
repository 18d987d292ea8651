import { describeId, marketOf } from "deepfunding";
import { getSnapshot, type Snapshot } from "deepfunding/actions";
import { max, releaseReserve, WAD } from "deepfunding/math";
import {
  type Funding,
  planPortfolio,
  planTrades,
  type PortfolioMarket,
  type PortfolioPlan,
} from "deepfunding/strategy";
import { isAddressEqual, type Address } from "viem";

import { nextBlockTime } from "../chain/time.ts";
import { readToken, unitsOf } from "../chain/token.ts";
import type { ReadContext } from "../command.ts";
import { InvalidUsageError, MarketNotFoundError } from "../errors.ts";
import { readBeliefs, type Belief, type Skipped } from "./beliefs.ts";
import type { PlanValues } from "./options.ts";

/** A portfolio's plan, or one of a single market in the same form. */
type Plan = Omit<PortfolioPlan, "marginalReturn">;

/** What to trade, and what it is about. */
export type Planned = {
  readonly plan: Plan;
  /** In the order of the plan's markets. */
  readonly beliefs: readonly Belief[];
  readonly skipped: readonly Skipped[];
  /** In units of money. */
  readonly budget: bigint;
  readonly money: { readonly address: Address; readonly symbol: string; readonly decimals: number };
  /** When the trade would happen, in unix seconds. */
  readonly now: bigint;
};

/** Reads what the user believes and the markets that it is about, and plans the most profitable trades. */
export async function planFromFiles(context: ReadContext, values: PlanValues): Promise<Planned> {
  const { beliefs, skipped } = await readBeliefs(context, values);
  const [first] = beliefs;
  if (first === undefined) {
    const [one] = skipped;
    throw new MarketNotFoundError({ what: `${one?.title ?? "The market"} ${one?.why ?? "cannot be traded"}` });
  }
  const { client, account, addressOf, progress } = context;
  progress.show("Reading the markets");
  const now = await nextBlockTime(client);
  const lens = addressOf("lens");
  const snapshots = await Promise.all(beliefs.map(({ market }) => getSnapshot(client, { lens, market, account })));
  const [{ baseAsset, decimals }] = snapshots as [Snapshot];
  const { symbol } = await readToken(client, baseAsset);
  const budget = unitsOf(values.budget, { symbol, decimals });
  const markets = await Promise.all(
    beliefs.map((belief, i) => toMarket(context, belief, snapshots[i] as Snapshot, now, values)),
  );
  progress.show("Planning");
  const plan = makePlan(markets, budget, values);
  return { plan, beliefs, skipped, budget, money: { address: baseAsset, symbol, decimals }, now };
}

async function toMarket(
  context: ReadContext,
  { market, targets, title }: Belief,
  snapshot: Snapshot,
  now: bigint,
  { noShorts, slippage, cap }: PlanValues,
): Promise<PortfolioMarket> {
  const { pool, holdings, closesAt } = snapshot;
  if (pool === undefined) throw new MarketNotFoundError({ what: `${title} has no pool` });
  return {
    market,
    funding: await fundingOf(context, snapshot),
    pool: releaseReserve(pool.pool, now, closesAt),
    targets,
    holdings: context.account === undefined ? undefined : holdings,
    useShorts: !noShorts,
    caps: cap === undefined ? undefined : { default: { share: cap } },
    slippage,
  };
}

/** What the market is traded in: money, or a token of a selection market, which pays if the project is evaluated. */
async function fundingOf(context: ReadContext, { asset, assetId, assets }: Snapshot): Promise<Funding> {
  const { client, account, addressOf } = context;
  const token = describeId(assetId);
  if (!isAddressEqual(asset, addressOf("markets")) || !("outcome" in token)) return { kind: "money" };
  const selection = marketOf(assetId);
  const { outcomes } = await getSnapshot(client, { lens: addressOf("lens"), market: selection });
  // Nobody knows who will be evaluated: each as likely as any other.
  const expectedPayout = WAD / BigInt(outcomes);
  const owned = account === undefined ? 0n : assets;
  return { kind: "selection", selection, outcome: token.outcome, expectedPayout, assets: owned };
}

function makePlan(markets: readonly PortfolioMarket[], budget: bigint, { fraction }: PlanValues): Plan {
  if (fraction === undefined) return planPortfolio({ markets, budget });
  const [only, other] = markets as readonly [PortfolioMarket, ...PortfolioMarket[]];
  const { market, funding } = only;
  if (other !== undefined || funding.kind !== "money") {
    throw new InvalidUsageError({ command: "plan", reason: "--fraction is for one market that is traded in money." });
  }
  const plan = planTrades({ ...only, budget, kelly: { fraction } });
  const { total, maxCost, expectedProfit, worstCase } = plan;
  const plans = [{ ...plan, market, funding }];
  return {
    plans,
    splits: [],
    total,
    maxCost,
    approval: max(maxCost, 0n),
    expectedProfit,
    worstCase,
  };
}
