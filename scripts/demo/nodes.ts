import { nodeId } from "../../sdk/src/graph/index.ts";
import { longId, shortId } from "../../sdk/src/math/ids.ts";
import { WAD, floorWeights } from "../../sdk/src/math/index.ts";
import type { RoundKind } from "../../sdk/src/rounds/index.ts";
import { planTrades } from "../../sdk/src/strategy/index.ts";
import type { Answers } from "../utils/round.ts";
import type { DemoClient } from "./chain.ts";
import { formatMoney, fundAccount, rosterOf, type Stage } from "./stage.ts";

/** Traders put this part of their budget into the questions of each kind. */
const PART = 4n;
/** What nobody has a number for is believed to be worth nearly nothing, in WAD. */
const NEARLY_NOTHING = 10n ** 12n;

/** Kinds of questions about single seeds. */
export type NodeKind = Exclude<RoundKind, "weight">;

/** A market about one seed. */
export type NodeMarket = {
  readonly kind: NodeKind;
  readonly index: number;
  readonly seed: string;
  readonly market: bigint;
  /** What its outcomes stand for. */
  readonly outcomes: readonly string[];
};

export type NodeTraderResult = {
  readonly name: string;
  readonly kind: NodeKind;
  readonly spent: bigint;
  readonly received: bigint;
};

/** Opens the selections, and the markets of all seeds that somebody has something to say about. */
export async function openNodes(stage: Stage, seeds: readonly string[], kind: NodeKind): Promise<NodeMarket[]> {
  const { chain, folder, plan, round, log } = stage;
  const sponsor = await chain.clientOf("sponsor");
  await chain.spend("openSelection", await sponsor.openSelection({ kind }));
  const { eligible } = await sponsor.getSelection({ round, kind });
  const opened: NodeMarket[] = [];
  for (const index of eligible) {
    const seed = seeds[index] ?? "";
    const wanted = folder.traders.some((trader) => saidBy(trader, kind, seed)) || seed === plan.parent;
    if (!wanted) continue;
    await chain.spend("openNode", await sponsor.openNode({ kind, index }));
    const market = await sponsor.getRoundMarket({ round, kind, index });
    const outcomes = kind === "originality" ? ["SELF", "OTHERS"] : await rosterOf(stage, nodeId(seed));
    opened.push({ kind, index, seed, market, outcomes });
  }
  log(`Opened ${opened.length} markets about the ${kind} of ${eligible.length} projects.`);
  return opened;
}

function saidBy({ originality, children }: Answers, kind: NodeKind, seed: string): boolean {
  return kind === "originality" ? originality.has(seed) : children.has(seed);
}

/** What somebody says about a market, in WAD in the order of its outcomes; undefined: nothing. */
export function answerOf(answers: Answers, { kind, seed, outcomes }: NodeMarket): bigint[] | undefined {
  if (kind === "originality") {
    const kept = answers.originality.get(seed);
    return kept === undefined ? undefined : [kept, WAD - kept];
  }
  const weights = answers.children.get(seed);
  return weights && floorWeights(outcomes.map((name) => weights.get(name) ?? 0n));
}

/** Every trader with predictions splits money into the tokens of all seeds, and trades in each of their markets. */
export async function tradeNodes(
  stage: Stage,
  kind: NodeKind,
  markets: readonly NodeMarket[],
): Promise<NodeTraderResult[]> {
  const { chain, folder, budget, round, log } = stage;
  const results: NodeTraderResult[] = [];
  for (const [i, trader] of folder.traders.entries()) {
    const wanted = markets.filter((market) => answerOf(trader, market) !== undefined);
    if (wanted.length === 0) continue;
    const client = await chain.memberOf("trader", i);
    const { market: selection } = await client.getSelection({ round, kind });
    const amount = budget / PART;
    await fundAccount(chain, client, chain.markets, amount);
    const receiver = client.account.address;
    if (selection !== 0n) {
      await chain.spend("split", await client.split({ market: selection, amount, receiver }));
    }
    for (const market of wanted) await tradeNode(stage, client, market, answerOf(trader, market) ?? [], amount);
    results.push({ name: trader.name, kind, spent: amount, received: 0n });
    log(`${trader.name}: traded ${wanted.length} markets about ${kind}, backed by ${formatMoney(amount)} split once.`);
  }
  return results;
}

async function tradeNode(
  { chain }: Stage,
  client: DemoClient,
  { market }: NodeMarket,
  answer: readonly bigint[],
  budget: bigint,
): Promise<void> {
  const { pool, closesAt } = await client.getSnapshot({ market });
  if (pool === undefined) throw new Error("The market has no pool.");
  const targets = floorWeights(answer.map((weight) => (weight > NEARLY_NOTHING ? weight : NEARLY_NOTHING)));
  const { orders, total } = planTrades({ pool: pool.pool, targets, budget });
  if (orders.length === 0) return;
  const deadline = closesAt;
  const receiver = client.account.address;
  await chain.spend("trade", await client.trade({ market, orders, maxCost: total, deadline, receiver }));
}

/** Redeems all that the traders hold of the evaluated seeds, through both levels; the rest is worth nothing. */
export async function redeemNodes(
  stage: Stage,
  kind: NodeKind,
  markets: readonly NodeMarket[],
  results: readonly NodeTraderResult[],
): Promise<NodeTraderResult[]> {
  const { chain, folder, round } = stage;
  const redeemed: NodeTraderResult[] = [];
  for (const result of results) {
    const client = await chain.memberOf(
      "trader",
      folder.traders.findIndex(({ name }) => name === result.name),
    );
    const { market: selection, eligible, selected } = await client.getSelection({ round, kind });
    const tokens = selection === 0n ? [] : selected.map((index) => longId(selection, eligible.indexOf(index)));
    const outcomes = markets
      .filter(({ index }) => selected.includes(index))
      .flatMap(({ market, outcomes: { length } }) =>
        Array.from({ length }, (_, outcome) => [longId(market, outcome), shortId(market, outcome, length)]).flat(),
      );
    const ids = [...new Set([...tokens, ...outcomes])];
    const receiver = client.account.address;
    const balances = await client.getBalances({ account: receiver, ids });
    const held = ids.map((id, i) => ({ id, amount: balances[i] ?? 0n })).filter(({ amount }) => amount > 0n);
    const before = await chain.balanceOf(receiver);
    if (held.length > 0) {
      const amounts = held.map(({ amount }) => amount);
      await chain.spend("redeemTo", await client.redeemTo({ ids: held.map(({ id }) => id), amounts, receiver }));
    }
    redeemed.push({ ...result, received: (await chain.balanceOf(receiver)) - before });
  }
  return redeemed;
}
