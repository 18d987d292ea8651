/** How much the order of arrival decides, with and without an auction at the opening. */
import { randomOrders, createRandom } from "./random.ts";
import { worthAt, type Trader } from "./account.ts";
import { openAtRates, openByAuction, type Opened, type Setting } from "./setting.ts";
import { errorOf, spreadOf, type Spread } from "./statistics.ts";
import { floorWeights, logOddsError } from "../../sdk/src/math/index.ts";

/** How a market is played. */
export type Mode = {
  readonly name: string;
  readonly auction: boolean;
  /** How often each trader visits the pool, all in the same order each time. */
  readonly visits: number;
};

export const MODES: readonly Mode[] = [
  { name: "pool, one visit each", auction: false, visits: 1 },
  { name: "pool, two visits each", auction: false, visits: 2 },
  { name: "auction alone", auction: true, visits: 0 },
  { name: "auction, then one visit each", auction: true, visits: 1 },
];

/** One market played to its end. Money in units, weights in WAD. */
export type Play = {
  readonly weights: readonly bigint[];
  /** By trader, in the order of the setting. */
  readonly profits: readonly bigint[];
  /** What the sponsor paid for it. */
  readonly cost: bigint;
  /** What nobody got, of rounding: all that was paid in, less all that was paid out. */
  readonly dust: bigint;
};

/** What a mode came to over all orders. Weights are shares of 1, money in tokens. */
export type ModeResult = {
  readonly mode: string;
  /** KL(jury‖final), in nats. */
  readonly error: Spread;
  /** The same for every order. */
  readonly errors: readonly number[];
  /** Root mean square of the difference in log-odds. */
  readonly logOdds: Spread;
  /** Final weight of every project. */
  readonly weights: readonly Spread[];
  /** Profit of every trader. */
  readonly profits: readonly Spread[];
  /** What the sponsor paid. */
  readonly cost: Spread;
};

/** Plays a market in one order of its traders. */
export function play(setting: Setting, mode: Mode, order: readonly number[]): Play {
  const opened = mode.auction ? openByAuction(setting, order) : openAtRates(setting);
  const { venue, accounts } = opened;
  for (let visit = 0; visit < mode.visits; ++visit) {
    for (const i of order) {
      const [account, trader] = [accounts[i], setting.traders[i]];
      if (account && trader) accounts[i] = venue.trade(account, trader.weights);
    }
  }
  return settle(setting, opened);
}

function settle({ traders, answer }: Setting, { venue, accounts, sponsor }: Opened): Play {
  const profits = traders.map(({ budget }, i) => {
    const account = accounts[i];
    return account ? worthAt(account, answer) - budget : 0n;
  });
  const cost = venue.capital - venue.redeem(answer) - worthAt(sponsor, answer);
  return {
    weights: venue.weights(),
    profits,
    cost,
    dust: cost - profits.reduce((sum, profit) => sum + profit, 0n),
  };
}

/** Plays a market in many orders. */
export function playAll(setting: Setting, mode: Mode, orders: readonly (readonly number[])[]): ModeResult {
  const plays = orders.map((order) => play(setting, mode, order));
  const over = (valueOf: (run: Play) => number) => spreadOf(plays.map(valueOf));
  const errors = plays.map(({ weights }) => errorOf(setting.answer, weights));
  return {
    mode: mode.name,
    error: spreadOf(errors),
    errors,
    logOdds: over(({ weights }) => logOddsError(setting.answer, weights)),
    weights: setting.projects.map((_, j) => over(({ weights }) => Number(weights[j] ?? 0n) / 1e18)),
    profits: setting.traders.map((_, i) => over(({ profits }) => Number(profits[i] ?? 0n) / 1e18)),
    cost: over(({ cost }) => Number(cost) / 1e18),
  };
}

/** A crowd, and what came of it by each mode. */
export type CrowdResult = {
  readonly crowd: string;
  readonly traders: readonly string[];
  readonly b: number;
  readonly modes: readonly ModeResult[];
  /** KL(jury‖prediction) of the last trader, if that is one who is wrong with ten times the money. */
  readonly wrong?: number;
};

/** Plays the same crowd by all modes, in the same orders. */
export function compareModes(crowd: string, setting: Setting, count: number, seed: number): CrowdResult {
  const orders = randomOrders(setting.traders.length, count, seed);
  return {
    crowd,
    traders: setting.traders.map(({ name }) => name),
    b: Number(setting.b) / 1e18,
    modes: MODES.map((mode) => playAll(setting, mode, orders)),
  };
}

/** Somebody with ten times the money of a trader, and how wrong. */
export type WrongTrader = Trader & { readonly error: number };

/** Returns bidders who are wrong: the mean of all predictions upside down, and everything on one project. */
export function wrongTraders({ traders, answer, projects }: Setting, seed: number): WrongTrader[] {
  const mean = floorWeights(answer.map((_, j) => traders.reduce((sum, { weights }) => sum + (weights[j] ?? 0n), 0n)));
  const target = createRandom(seed, 1).integer(projects.length);
  const budget = 10n * (traders[0]?.budget ?? 0n);
  const single = answer.map((_, j) => (j === target ? 10n ** 18n : 0n));
  return [
    { name: "upside down", weights: upsideDown(mean), budget, error: errorOf(answer, upsideDown(mean)) },
    // Where it gives nothing, the divergence has no end.
    { name: "all on one", weights: single, budget, error: Infinity },
  ];
}

/** Returns weights in which the largest went to the project with the smallest, and so on. */
function upsideDown(weights: readonly bigint[]): bigint[] {
  const ranked = weights.map((_, j) => j).sort((a, b) => Number((weights[b] ?? 0n) - (weights[a] ?? 0n)));
  const turned = [...weights];
  ranked.forEach((project, rank) => {
    turned[project] = weights[ranked[ranked.length - 1 - rank] ?? project] ?? 0n;
  });
  return turned;
}
