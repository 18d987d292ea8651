/** What it costs to move a weight: at the close, and in the TWAP against somebody who answers. */
import { openAccount, worthAt, type Account } from "./account.ts";
import { capitalOf, playWorld, type World } from "./economy.ts";
import { MECHANISMS } from "./mechanisms.ts";
import { spreadOf, type Spread } from "./statistics.ts";
import type { Venue } from "./venue.ts";

const WAD = 10n ** 18n;
/** By how much a manipulator raises a weight at the close, in percentage points. */
export const PUSHES = [1, 2, 5, 10] as const;
/** By how much it raises a weight in the window of the TWAP, in percentage points. */
export const TWAP_PUSH = 5;
/** How often it raises the weight again, in as many equal parts of the window. */
export const ANSWERS = 10;
/** What somebody has who believes the weights of before and trades back, in units. */
const ANSWERING_MONEY = 1_000_000n * WAD;

/** Costs at the jury's answer, in tokens for each percentage point of weight. */
export type ManipulationCost = {
  readonly mechanism: string;
  /** By push, in the order of PUSHES: one trade at the close, on every project of every world. */
  readonly close: readonly Spread[];
  /** For each point of TWAP, where every raise is answered after half of its part of the window. */
  readonly twap: Spread;
  /** What the TWAP gained then, in percentage points. */
  readonly gained: Spread;
};

/** Measures all mechanisms, in markets in which the same crowds have traded. */
export function measureManipulation(worlds: readonly World[], depth: number): ManipulationCost[] {
  return MECHANISMS.map((mechanism) => {
    const plays = worlds.map((world) => ({
      world,
      venue: playWorld(world, mechanism, capitalOf(depth), false).venue,
    }));
    const answered = plays.map(({ venue, world }) => raiseTwap(venue, world));
    return {
      mechanism: mechanism.name,
      close: PUSHES.map((push) => spreadOf(plays.flatMap(({ venue, world }) => closingCosts(venue, world, push)))),
      twap: spreadOf(answered.map(({ cost, gained }) => cost / gained)),
      gained: spreadOf(answered.map(({ gained }) => gained)),
    };
  });
}

function closingCosts(market: Venue, { answer }: World, push: number): number[] {
  return market.weights().map((weight, j) => {
    const account = market.copy().raise(openAccount(0n, answer.length), j, Number(weight) / 1e18 + push / 100);
    return lossOf(account, answer) / push;
  });
}

/** Raises one weight ANSWERS times, each answered after half of its part of the window; the mean weight is the TWAP. */
function raiseTwap(market: Venue, { answer, target }: World): { cost: number; gained: number } {
  const venue = market.copy();
  const believed = venue.weights();
  const before = Number(believed[target]) / 1e18;
  const weightNow = () => Number(venue.weights()[target]) / 1e18;
  let account = openAccount(0n, answer.length);
  let answering = openAccount(ANSWERING_MONEY, answer.length);
  let twap = 0;
  for (let part = 0; part < ANSWERS; ++part) {
    account = venue.raise(account, target, before + TWAP_PUSH / 100);
    twap += weightNow() / (2 * ANSWERS);
    answering = venue.trade(answering, believed);
    twap += weightNow() / (2 * ANSWERS);
  }
  return { cost: lossOf(account, answer), gained: (twap - before) * 100 };
}

/** What an account lost that began with nothing, in tokens. */
function lossOf(account: Account, answer: readonly bigint[]): number {
  return -Number(worthAt(account, answer)) / 1e18;
}
