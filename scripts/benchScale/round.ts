import { getAddress, zeroHash, type Hex } from "viem";

import { floorWeights, WAD } from "../../sdk/src/math/index.ts";
import { getDraw, getDrawProof } from "../../sdk/src/client/index.ts";
import { chooseSeeds, kindIndex, ROUND_KINDS, seedsOf } from "../../sdk/src/rounds/index.ts";
import type { Deployment } from "./deployment.ts";
import type { Meter } from "./meter.ts";

/** What is bought of one outcome of every market. */
const ORDER = 100n * WAD;
/** Enough of a selection token to pay for it at any price. */
const STAKE = 110n * WAD;
/** Paid for the judgment of a seed. */
const AUDIT = 10n * WAD;
const NO_LIMIT = 2n ** 127n - 1n;
const DEADLINE = 2n ** 64n;
const NODE_KINDS = ["originality", "children"] as const;

/** A question about a seed that has a market. */
export type Question = {
  readonly kind: (typeof NODE_KINDS)[number];
  readonly index: number;
  readonly market: bigint;
  /** Outcomes of the market. */
  readonly outcomes: number;
};

/** Opens the markets of all seeds that have any. */
export async function openNodes(deployment: Deployment, meter: Meter): Promise<readonly Question[]> {
  const { rounds, registry } = deployment;
  const round = await rounds.current();
  const target = await registry.TARGET();
  const questions: Question[] = [];
  for (const kind of NODE_KINDS) {
    const { eligible } = await rounds.getSelection(round, kindIndex(kind));
    for (const index of seedsOf(eligible)) {
      const seed = await registry.rosterAt(round, target, index);
      const outcomes = kind === "children" ? Number(await registry.rosterSize(round, seed)) : 2;
      const size = { nodes: 1, edges: kind === "children" ? outcomes : 0 };
      await meter.send(`openNode ${kind}`, size, (limit) => rounds.openNode(kindIndex(kind), index, limit));
      questions.push({ kind, index, market: await rounds.marketOf(round, kindIndex(kind), index), outcomes });
    }
  }
  return questions;
}

/** One buyer trades once in every market; for those of nodes it first makes selection tokens of money. */
export async function tradeEverywhere(deployment: Deployment, questions: readonly Question[], meter: Meter) {
  const { rounds, markets, alice } = deployment;
  const round = await rounds.current();
  const trader = markets.connect(alice);
  const order = { outcome: 0, short: false, amount: ORDER };
  const seedMarket = await rounds.marketOf(round, kindIndex("weight"), 0);
  await meter.send("trade seeds", {}, (limit) => trader.trade(seedMarket, [order], NO_LIMIT, DEADLINE, alice, limit));
  for (const kind of NODE_KINDS) {
    const { market: selection, eligible } = await rounds.getSelection(round, kindIndex(kind));
    const seeds = seedsOf(eligible);
    for (const { index, market } of questions.filter((question) => question.kind === kind)) {
      // A lone seed has no selection: its market is in money.
      if (selection !== 0n) {
        const outcome = seeds.indexOf(index);
        await meter.send(`splitPair ${kind}`, { nodes: 1 }, (limit) =>
          trader.splitPair(selection, outcome, STAKE, alice, limit),
        );
      }
      await meter.send(`trade ${kind}`, { nodes: 1 }, (limit) =>
        trader.trade(market, [order], NO_LIMIT, DEADLINE, alice, limit),
      );
    }
  }
}

/** After trading: the draw, audits, and the three evaluation sets. */
export async function drawAndSelect(deployment: Deployment, meter: Meter) {
  const { connection, rounds, jury, alice } = deployment;
  const { time } = connection.networkHelpers;
  const round = await rounds.current();
  const { closesAt, auditedAt } = await rounds.scheduleOf(round);
  await time.increaseTo(closesAt);
  const proof = await mineDraw(deployment);
  await meter.send("draw", {}, (limit) => rounds.draw(proof, limit));
  for (const [number, kind] of ROUND_KINDS.entries()) {
    const [index] = seedsOf((await rounds.getSelection(round, number)).eligible);
    if (index === undefined) continue;
    await meter.send("requestAudit", { nodes: 1 }, (limit) =>
      jury.connect(alice).requestAudit(round, kindIndex(kind), index, AUDIT, limit),
    );
  }

  await time.increaseTo(auditedAt);
  for (const [number, kind] of ROUND_KINDS.entries()) {
    const { paid } = await chooseSet(deployment, number);
    await meter.send(`select ${kind}`, {}, (limit) => rounds.select(number, paid, limit));
  }
}

/** The headers of the first block at the time of the draw and of its parent. */
async function mineDraw({ connection, rounds }: Deployment): Promise<Hex> {
  const { networkHelpers, viem } = connection;
  const client = await viem.getPublicClient();
  const address = getAddress(await rounds.getAddress());
  const { time } = await getDraw(client, { rounds: address });
  await networkHelpers.time.increaseTo(time);
  return getDrawProof(client, { rounds: address });
}

async function chooseSet({ rounds, jury }: Deployment, kind: number) {
  const round = await rounds.current();
  const { eligible } = await rounds.getSelection(round, kind);
  const quotas = (await rounds.config()).quotas[kind];
  if (quotas === undefined) throw new Error(`There are no quotas for kind ${kind}.`);
  return chooseSeeds({
    eligible,
    drawn: kind === kindIndex("weight") ? 0n : await rounds.drawnOf(round, kind),
    quotas: { paid: Number(quotas.paid) },
    payments: await jury.auditsOf(round, kind, 256),
  });
}

/**
 * The jury judges the seeds and all that was selected but the last of each kind, which falls back. What it says of so
 * many outcomes is `verdictOf`.
 */
export async function resolve(
  deployment: Deployment,
  questions: readonly Question[],
  meter: Meter,
  verdictOf = risingVerdict,
): Promise<void> {
  const { connection, rounds, markets, jury, jurors } = deployment;
  const round = await rounds.current();
  const seedMarket = await rounds.marketOf(round, kindIndex("weight"), 0);
  const posted = [{ market: seedMarket, outcomes: Number((await markets.getMarket(seedMarket)).outcomes) }];
  const silent: bigint[] = [];
  for (const kind of NODE_KINDS) {
    const { selected } = await rounds.getSelection(round, kindIndex(kind));
    const chosen = questions.filter(({ kind: k, index }) => k === kind && (selected >> BigInt(index)) & 1n);
    posted.push(...chosen.slice(0, -1));
    silent.push(...chosen.slice(-1).map(({ market }) => market));
  }
  for (const { market, outcomes } of posted) {
    await meter.send("post", { nodes: 1, edges: outcomes }, (limit) =>
      jury.connect(jurors).post(market, verdictOf(outcomes), zeroHash, "ipfs://evidence", limit),
    );
  }
  await connection.networkHelpers.time.increaseTo((await rounds.scheduleOf(round)).settlesAt);
  for (const { market, outcomes } of posted) {
    await meter.send("finalize", { nodes: 1, edges: outcomes }, (limit) =>
      jury.finalize(market, verdictOf(outcomes), limit),
    );
  }
  for (const market of silent) {
    await meter.send("fallBack", { nodes: 1 }, (limit) => jury.fallBack(market, limit));
  }
}

/** The later an outcome, the more it is worth: what was proposed stays. */
function risingVerdict(outcomes: number): bigint[] {
  return floorWeights(Array.from({ length: outcomes }, (_, i) => BigInt(i + 1)));
}

/** The later an outcome, the less it is worth, soon less than any rate: what was proposed leaves, and its bond pays. */
export function fallingVerdict(outcomes: number): bigint[] {
  return floorWeights(Array.from({ length: outcomes }, (_, i) => WAD / BigInt(i + 1) ** 4n));
}

/** The final weights of everything that took part, and what comes back to the sponsors. */
export async function settle(deployment: Deployment, questions: readonly Question[], meter: Meter): Promise<void> {
  const { rounds, deployer } = deployment;
  const round = await rounds.current();
  const { seeds } = await rounds.getRound(round);
  await meter.send("settleTarget", { nodes: 1, edges: Number(seeds) }, (limit) => rounds.settleTarget(round, limit));
  const sizes = new Map<number, number>();
  for (const { kind, index, outcomes } of questions) {
    if (kind === "children" || !sizes.has(index)) sizes.set(index, kind === "children" ? outcomes : 1);
  }
  for (const [index, edges] of sizes) {
    await meter.send("settleSeed", { nodes: 1, edges }, (limit) => rounds.settleSeed(round, index, limit));
  }
  for (const { kind, index } of [{ kind: "weight", index: 0 } as const, ...questions]) {
    const call = [round, kindIndex(kind), index] as const;
    // What was not evaluated is worth nothing, and its reserve comes back with the first of its kind.
    if (await isNothing(deployment, rounds.collect.staticCall(...call))) continue;
    await meter.send("collect", { nodes: 1 }, (limit) => rounds.collect(...call, limit));
  }
  await meter.send("withdrawSponsorship", {}, (limit) => rounds.withdrawSponsorship(round, deployer, limit));
}

async function isNothing({ rounds }: Deployment, call: Promise<bigint>): Promise<boolean> {
  try {
    await call;
    return false;
  } catch (error) {
    const nothing = rounds.interface.getError("Rounds_Nothing")?.selector;
    if (nothing !== undefined && (error as { data?: unknown }).data === nothing) return true;
    throw error;
  }
}
