import { shortName } from "../../cli/src/output/format.ts";
import { nodeId } from "../../sdk/src/graph/index.ts";
import { aggregate, type Aggregate } from "../../sdk/src/jury/index.ts";
import { TRADING_PERIOD } from "../utils/defaults.ts";
import type { LocalRandomness } from "../utils/deployLocal.ts";
import type { Round } from "../utils/round.ts";
import { clearEmpty, openByAuction } from "./auction.ts";
import { closeBooks, type AssetBooks } from "./books.ts";
import { startChain } from "./chain.ts";
import { proposeEdges, settleBonds, type BondResult } from "./edges.ts";
import { donate, payProjects, type CreditResult } from "./funding.ts";
import {
  commitJurors,
  drawAndSelect,
  postBySafe,
  publishBallots,
  requestAudit,
  rewardJurors,
  settleAudit,
} from "./judges.ts";
import {
  answerOf,
  openNodes,
  redeemNodes,
  tradeNodes,
  type NodeKind,
  type NodeMarket,
  type NodeTraderResult,
} from "./nodes.ts";
import { planGraph } from "./plan.ts";
import type { SeedMarket } from "./seedMarket.ts";
import { collectSeeds, openSeeds, redeemSeeds, tradeSeeds, type SponsorResult, type TraderResult } from "./seeds.ts";
import { formatMoney, fundAccount, seedsOf, type Opening, type Stage } from "./stage.ts";

/** Bids are sealed for half of it, and revealed in the other half. */
const OPENING_PERIOD = 7 * 86_400;

const KINDS: readonly NodeKind[] = ["originality", "children"];

export type RunParameters = {
  readonly folder: Round;
  readonly opening: Opening;
  /** What the sponsor gives for each round, in units. */
  readonly sponsorship: bigint;
  /** What each trader backs the prediction with, in units. */
  readonly budget: bigint;
  /** What the jury says of the weights, computed before anything is deployed. */
  readonly jury: Aggregate;
  /** What the draw is made by; by default headers. */
  readonly randomness?: LocalRandomness | undefined;
  /** Told what happens. */
  readonly log: (line: string) => void;
};

/** Weights by project, in WAD. */
export type WeightsByRepo = ReadonlyMap<string, bigint>;

export type RoundSummary = {
  readonly round: bigint;
  readonly budget: bigint;
  /** What came back to the sponsors of it; undefined: it goes on. */
  readonly returned: bigint | undefined;
  readonly opening: WeightsByRepo;
  /** By which its money flowed; undefined: it goes on. */
  readonly final: WeightsByRepo | undefined;
  readonly evaluated: Readonly<Record<NodeKind, readonly string[]>>;
};

/** Money in units, weights in WAD in the order of the folder's projects. */
export type DemoResult = {
  readonly rates: readonly bigint[];
  readonly opening: readonly bigint[];
  readonly closing: readonly bigint[];
  readonly twap: readonly bigint[];
  readonly jury: readonly bigint[];
  readonly traders: readonly TraderResult[];
  readonly nodeTraders: readonly NodeTraderResult[];
  readonly sponsor: SponsorResult;
  /** Of the market of seed weights: `in - out = dust`, which is in its pot. */
  readonly conservation: { readonly in: bigint; readonly out: bigint; readonly dust: bigint };
  readonly rounds: readonly RoundSummary[];
  readonly bonds: readonly BondResult[];
  /** What the jurors were paid, in units. */
  readonly rewards: bigint;
  readonly credit: readonly CreditResult[];
  /** Share of dependencies that nobody listed, in WAD: it goes to the next round. */
  readonly unknown: bigint;
  readonly assets: Readonly<Record<string, AssetBooks>>;
  readonly gas: Readonly<Record<string, bigint>>;
};

/** What the jury says: the weights that the comparisons aggregate to. */
export function judge({ comparisons, loss, projects, prices }: Round, tau: number | undefined): Aggregate {
  const anchor = tau === undefined ? undefined : { tau, baseRates: prices };
  return aggregate(comparisons, { loss, projects, anchor });
}

/** Plays a whole round on a fresh chain in this process, and opens the next. */
export async function runDemo(run: RunParameters): Promise<DemoResult> {
  const { folder, budget, opening, randomness = "headers", log } = run;
  const plan = planGraph(folder);
  const openingPeriod = opening === "auction" ? OPENING_PERIOD : 0;
  const chain = await startChain({ genesis: plan.genesis, trading: TRADING_PERIOD, openingPeriod, randomness });
  const nodes = plan.genesis.transactions.flat().length;
  log(`Deployed everything on a chain in this process, a 3-of-5 Safe v1.4.1 too; imported ${nodes} lists of children.`);
  const stage: Stage = { chain, folder, plan, round: 1n, opening, budget, log };

  await startRound(stage, run.sponsorship);
  const bonded = await proposeEdges(stage);
  await toPhase(stage, "openingAt");
  const market = await openSeeds(stage, await seedsOf(stage));
  const auction = opening === "auction" ? await openByAuction(stage, market) : undefined;
  await commitJurors(stage);
  await donate(stage);
  const { opened, nodeTrades } = await playNodes(stage, market.seeds);
  const trades = await tradeSeeds(stage, market, auction?.bids);
  await toPhase(stage, "closesAt");
  const prices = await readPrices(stage, market);

  await evaluate(stage, run.jury, market, opened);
  const traders = await redeemSeeds(stage, market, trades);
  const nodeTraders: NodeTraderResult[] = [];
  for (const kind of KINDS) {
    const ofKind = nodeTrades.filter((trade) => trade.kind === kind);
    nodeTraders.push(...(await redeemNodes(stage, kind, opened[kind], ofKind)));
  }
  log("All traders redeemed.");

  const fees = trades.reduce((sum, { fee }) => sum + fee, 0n);
  const inOrder = inOrderOf(folder, market.seeds);
  const rates = auction === undefined ? prices.opening : auction.rates;
  const bySeed = { ...prices, rates, jury: payoutsOf(run, market.seeds) };
  const { received, ...sponsor } = await collectSeeds(stage, market, bySeed, fees, auction);
  const dust = await dustOf(stage, market);
  const first = await settle(stage, opened, await toMap(stage, prices.opening));
  const bonds = await settleBonds(stage, bonded);
  const { credit, unknown } = await payProjects(stage);
  await settleAudit(stage, "children", market.seeds.indexOf(plan.parent));
  const rewards = await rewardJurors(stage, market);
  log(`The jurors were paid ${formatMoney(rewards)} out of slashed bonds and audits.`);
  const second = await openNext(stage, run.sponsorship);
  return {
    rates: inOrder(rates),
    opening: inOrder(prices.opening),
    closing: inOrder(prices.closing),
    twap: inOrder(prices.twap),
    jury: run.jury.weightsWad,
    traders,
    nodeTraders,
    sponsor,
    conservation: {
      in: trades.reduce((sum, { spent }) => sum + spent, market.funding),
      out: traders.reduce((sum, trader) => sum + trader.received, received),
      dust,
    },
    rounds: [first, second],
    bonds,
    rewards,
    credit,
    unknown,
    assets: await closeBooks(stage),
    gas: chain.gas,
  };
}

async function startRound({ chain, log }: Stage, amount: bigint): Promise<void> {
  const sponsor = await chain.clientOf("sponsor");
  await fundAccount(chain, sponsor, chain.rounds, amount);
  await chain.spend("sponsor", await sponsor.sponsor({ amount }));
  await chain.spend("startRound", await sponsor.startRound({}));
  log(`A sponsor gave ${formatMoney(amount)} for all pools of a round; its Registration began.`);
}

async function toPhase(
  { chain, round }: Stage,
  phase: "openingAt" | "tradingAt" | "closesAt" | "evaluatedAt" | "settlesAt",
) {
  const { schedule } = await (await chain.clientOf("sponsor")).getRound({ round });
  await chain.increaseTo(schedule[phase]);
}

/** Opens and trades the markets about single projects. */
async function playNodes(stage: Stage, seeds: readonly string[]) {
  const opened: Record<NodeKind, NodeMarket[]> = { originality: [], children: [] };
  const nodeTrades: NodeTraderResult[] = [];
  for (const kind of KINDS) {
    opened[kind] = await openNodes(stage, seeds, kind);
    nodeTrades.push(...(await tradeNodes(stage, kind, opened[kind])));
  }
  return { opened, nodeTrades };
}

async function readPrices({ chain }: Stage, { id }: SeedMarket) {
  const { pool } = await (await chain.clientOf("sponsor")).getSnapshot({ market: id });
  if (pool === undefined) throw new Error("The market has no pool.");
  return { opening: pool.openingPrices, closing: pool.prices, twap: pool.twap };
}

/** From the closing of trading to the last resolution. */
async function evaluate(
  stage: Stage,
  jury: Aggregate,
  market: SeedMarket,
  opened: Readonly<Record<NodeKind, readonly NodeMarket[]>>,
): Promise<void> {
  const { chain, plan, round, log, folder } = stage;
  const anyone = await chain.clientOf("sponsor");
  await requestAudit(stage, "children", market.seeds.indexOf(plan.parent), shortName(plan.parent));
  await publishBallots(stage, market);
  await drawAndSelect(stage, ["weight", ...KINDS]);

  const payouts = payoutsOf({ jury, folder }, market.seeds);
  const posted: { readonly market: bigint; readonly payouts: readonly bigint[] }[] = [{ market: market.id, payouts }];
  const silent: bigint[] = [];
  for (const kind of KINDS) {
    const { selected } = await anyone.getSelection({ round, kind });
    for (const node of opened[kind].filter(({ index }) => selected.includes(index))) {
      const answer = answerOf(folder.answers, node);
      if (answer === undefined) silent.push(node.market);
      else posted.push({ market: node.market, payouts: answer });
    }
  }
  for (const { market: id, payouts: weights } of posted) await postBySafe(stage, id, weights);
  log(`The Safe posted the jury's word on ${posted.length} markets; about ${silent.length} the jury is silent.`);
  for (const posting of posted) {
    const { finalFrom } = await anyone.getPosting(posting);
    await chain.increaseTo(Number(finalFrom));
    await chain.spend("finalize", await anyone.finalize(posting));
  }
  await toPhase(stage, "evaluatedAt");
  for (const id of silent) await chain.spend("fallBack", await anyone.fallBack({ market: id }));
  log("Nobody challenged: the postings are final. Where the jury was silent, the prices decide.");
}

/** What nobody is owed: in the market's pot, and what the auction rounded down. */
async function dustOf({ chain }: Stage, market: SeedMarket): Promise<bigint> {
  const { pot } = await (await chain.clientOf("sponsor")).getSnapshot({ market: market.id });
  return pot + (await chain.balanceOf(chain.openingAuction));
}

/** What the jury says of the projects, in the order of the market's outcomes. */
function payoutsOf({ jury, folder }: Pick<RunParameters, "jury" | "folder">, seeds: readonly string[]): bigint[] {
  return seeds.map((seed) => jury.weightsWad[folder.projects.indexOf(seed)] ?? 0n);
}

/** Settles the round and pays its sponsor back. */
async function settle(
  stage: Stage,
  opened: Readonly<Record<NodeKind, readonly NodeMarket[]>>,
  opening: WeightsByRepo,
): Promise<RoundSummary> {
  const { chain, folder, plan, round, log } = stage;
  const anyone = await chain.clientOf("sponsor");
  await toPhase(stage, "settlesAt");
  await chain.spend("settleTarget", await anyone.settleTarget({ round }));
  const indices = new Set(KINDS.flatMap((kind) => opened[kind].map(({ index }) => index)));
  for (const index of indices) await chain.spend("settleSeed", await anyone.settleSeed({ round, index }));
  for (const kind of KINDS) {
    const { selected, reserve } = await anyone.getSelection({ round, kind });
    const owed = reserve > 0n ? [...new Set([0, ...selected])] : selected;
    for (const index of owed) await chain.spend("collect", await anyone.collect({ round, kind, index }));
  }
  const { budget, pot: returned } = await anyone.getRound({ round });
  await chain.spend(
    "withdrawSponsorship",
    await anyone.withdrawSponsorship({ round, receiver: anyone.account.address }),
  );
  log(
    `The round settled: ${indices.size + 1} lists of weights. Of ${formatMoney(budget)} the sponsor got ${formatMoney(returned)} back.`,
  );
  const selected = async (kind: NodeKind) => {
    const selection = await anyone.getSelection({ round, kind });
    return opened[kind].filter(({ index }) => selection.selected.includes(index)).map(({ seed }) => seed);
  };
  const final = await anyone.getChildren({ round, node: nodeId(folder.target) });
  return {
    round,
    budget,
    returned,
    opening,
    final: new Map(final.children.map((id, i) => [plan.nameOf.get(id) ?? id, final.weights[i] ?? 0n])),
    evaluated: { originality: await selected("originality"), children: await selected("children") },
  };
}

/** Starts the next round; its market opens with the weights of this one. */
async function openNext(stage: Stage, sponsorship: bigint): Promise<RoundSummary> {
  const next: Stage = { ...stage, round: stage.round + 1n };
  await startRound(next, sponsorship);
  await toPhase(next, "openingAt");
  const market = await openSeeds(next, await seedsOf(next));
  await toPhase(next, "tradingAt");
  if (stage.opening === "auction") await clearEmpty(next, market);
  const { opening } = await readPrices(next, market);
  return {
    round: next.round,
    budget: sponsorship,
    returned: undefined,
    opening: new Map(market.seeds.map((seed, i) => [seed, opening[i] ?? 0n])),
    final: undefined,
    evaluated: { originality: [], children: [] },
  };
}

/** Puts values in the order of the market's outcomes into the order of the folder's projects. */
function inOrderOf({ projects }: Round, seeds: readonly string[]) {
  return (values: readonly bigint[]) => projects.map((project) => values[seeds.indexOf(project)] ?? 0n);
}

async function toMap(stage: Stage, values: readonly bigint[]): Promise<WeightsByRepo> {
  const seeds = await seedsOf(stage);
  return new Map(seeds.map((seed, i) => [seed, values[i] ?? 0n]));
}
