import { floorWeightsFromNumbers } from "../../sdk/src/math/index.ts";
import { GAS_CAP } from "../benchScale/meter.ts";
import { createConditionalTokens } from "./conditionalTokens.ts";
import { createFixedProduct } from "./fixedProduct.ts";
import type { Exchange, Job, Maker, Spent } from "./job.ts";
import { createLmsr } from "./lmsr.ts";
import { createOurs } from "./ours.ts";
import { createOutcomeTokens } from "./outcomeTokens.ts";
import { at, beliefs, fromUnits, impactOf, openingPrices, sum } from "./prices.ts";
import { createStage, type Stage } from "./stage.ts";
import { createV3, createV4 } from "./uniswap.ts";

/** The depth, in tokens of money: see {@link impactOf}. */
export const B = 1000;
/** What is bought of one outcome, and how many sets are split. */
export const [BOUGHT, SPLIT] = [3, 5];
/** Prices are taken to the targets, and depths are what they should be, as exactly as this. */
const [PRICE_ERROR, DEPTH_ERROR] = [1e-6, 1e-3];

/** One job of one system. */
export type Measured = {
  readonly system: string;
  readonly n: number;
  readonly job: Job;
  readonly gas: number;
  /** Least number of transactions under the cap, if a wallet may batch those calls that fit together. */
  readonly transactions: number;
};

/** What the sponsor pays for the depth of b, in b. */
export type Capital = {
  readonly system: string;
  readonly n: number;
  /** Money that it takes. */
  readonly paid: number;
  /** The same, less what the outcome tokens that come back are worth at the opening prices. */
  readonly locked: number;
};

/** Least number of transactions that these calls fit into, in their order. */
export function countTransactions(spent: Spent): number {
  let [transactions, used] = [0, Infinity];
  for (const gas of spent) {
    if (used + gas > GAS_CAP) [transactions, used] = [transactions + 1, 0];
    used += gas;
  }
  return transactions;
}

/**
 * Measures every job of ours and of the peers on one chain.
 *
 * @param counts Numbers of outcomes.
 * @param log Is told what was done.
 * @throws Error if a maker is not as deep as it should be, or was not taken to the prices that it should be.
 */
export async function measurePeers(counts: readonly number[], log: (line: string) => void) {
  const stage = await createStage();
  const measured: Measured[] = [];
  const capitals: Capital[] = [];
  for (const n of counts) {
    const opening = openingPrices(n);
    const record = (system: string, job: Job, spent: Spent) =>
      measured.push({ system, n, job, gas: sum(spent), transactions: countTransactions(spent) });
    const ours = await createOurs(stage, opening, B);
    const tokens = await createOutcomeTokens(stage, n);
    const makers = [
      ours,
      await createLmsr(stage, opening, B),
      await createFixedProduct(stage, opening, B),
      createV3(stage, tokens, opening, B),
      createV4(stage, tokens, opening, B),
    ];
    for (const maker of makers) {
      capitals.push({ system: maker.name, n, ...(await measureMaker(stage, maker, opening, record)) });
      log(`${maker.name}, n = ${n}`);
    }
    for (const exchange of [ours, await createConditionalTokens(stage, n)]) {
      await measureExchange(stage, exchange, opening, record);
    }
  }
  return { measured, capitals };
}

type Record = (system: string, job: Job, spent: Spent) => void;

async function measureMaker({ accounts, money }: Stage, maker: Maker, opening: readonly number[], record: Record) {
  const { sponsor, first, buyer, second } = accounts;
  const before = await money.read.balanceOf([sponsor]);
  record(maker.name, "open", await maker.open());
  const paid = fromUnits(before - (await money.read.balanceOf([sponsor])));
  const worth = sum((await maker.returned()).map((amount, j) => amount * at(opening, j)));
  checkPrices(maker, await maker.prices(), opening);
  checkDepth(maker, await maker.impacts(), opening);

  const earlier = beliefs(opening, 1);
  record(maker.name, "weightsFirst", await maker.move(first, earlier));
  checkPrices(maker, await maker.prices(), earlier);
  record(maker.name, "buy", await maker.buy(buyer, 0, BOUGHT));
  const later = beliefs(opening, 2);
  record(maker.name, "weights", await maker.move(second, later));
  checkPrices(maker, await maker.prices(), later);
  return { paid: paid / B, locked: (paid - worth) / B };
}

async function measureExchange({ accounts }: Stage, exchange: Exchange, weights: readonly number[], record: Record) {
  record(exchange.name, "split", await exchange.split(accounts.splitter, SPLIT));
  record(exchange.name, "report", await exchange.report(floorWeightsFromNumbers(weights)));
  record(exchange.name, "redeem", await exchange.redeem(accounts.splitter, SPLIT));
}

function checkPrices({ name }: Maker, prices: readonly number[], targets: readonly number[]): void {
  for (const [j, price] of prices.entries()) {
    const target = at(targets, j);
    if (Math.abs(price / target - 1) < PRICE_ERROR) continue;
    throw new Error(`${name}: price ${j} is ${price}, not ${target}`);
  }
}

/** No price moves more than it should, and one of them just as much. */
function checkDepth({ name }: Maker, impacts: readonly number[], opening: readonly number[]): void {
  const most = Math.max(...impacts.map((impact, j) => impact / impactOf(at(opening, j), B)));
  if (Math.abs(most - 1) > DEPTH_ERROR) throw new Error(`${name}: prices move by ${most} times what they should.`);
}
