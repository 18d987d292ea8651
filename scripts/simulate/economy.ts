/** Economic simulation: seeded crowds in markets of all mechanisms. */
import { floorWeights } from "../../sdk/src/math/index.ts";
import { openAccount, worthAt, type Account, type Trader } from "./account.ts";
import { createCrowd, CROWD_MONEY, KINDS } from "./crowd.ts";
import { MECHANISMS, type Market, type Mechanism } from "./mechanisms.ts";
import { createRandom, type Random } from "./random.ts";
import { errorOf, pullOf, spreadOf, type Spread } from "./statistics.ts";

const WAD = 10n ** 18n;
/** Visits of each trader to the market, at random times. */
const VISITS = 2;
/** What a manipulator wants to add to a weight, as a share of 1, and what it has, in units. */
const PUSH = 0.1;
const MANIPULATOR_BUDGET = 250n * WAD;

/** What is played: the same for all mechanisms. */
export type World = {
  readonly rates: readonly bigint[];
  readonly answer: readonly bigint[];
  readonly crowd: readonly Trader[];
  /** Who comes when: indices of the crowd; its length is the manipulator. */
  readonly arrivals: readonly number[];
  /** The project that a manipulator pushes. */
  readonly target: number;
};

/** A market after the last trade, before it resolves. */
export type Played = Market & { readonly manipulator: Account };

/** Draws a crowd, the times of its visits, and what a manipulator would push. */
export function createWorld(rates: readonly bigint[], answer: readonly bigint[], random: Random): World {
  const crowd = createCrowd(answer, random);
  const visits = Array.from({ length: VISITS * (crowd.length + 1) }, (_, i) => ({
    who: i % (crowd.length + 1),
    at: random.uniform(),
  }));
  const arrivals = visits.sort((a, b) => a.at - b.at).map(({ who }) => who);
  return { rates, answer, crowd, arrivals, target: random.integer(rates.length) };
}

/** Lets a crowd trade by a mechanism; with a manipulator only if asked for. */
export function playWorld(world: World, mechanism: Mechanism, capital: bigint, manipulated: boolean): Played {
  const { rates, crowd, arrivals, target } = world;
  const market = mechanism.open(rates, capital, crowd);
  const { venue, accounts } = market;
  let manipulator = openAccount(manipulated ? MANIPULATOR_BUDGET : 0n, rates.length);
  arrivals.forEach((who, i) => {
    venue.passTime(i / arrivals.length);
    const [account, trader] = [accounts[who], crowd[who]];
    if (account && trader) accounts[who] = venue.trade(account, trader.weights);
    else if (manipulated) manipulator = venue.trade(manipulator, pushed(venue.weights(), target));
  });
  venue.passTime(1);
  return { ...market, manipulator };
}

/** The weights of the market, but that of one project higher by PUSH. */
function pushed(weights: readonly bigint[], target: number): bigint[] {
  const before = weights[target] ?? 0n;
  const wanted = before + (WAD * BigInt(PUSH * 100)) / 100n;
  const after = wanted > WAD ? WAD : wanted;
  return floorWeights(weights.map((weight, j) => (j === target ? after : (weight * (WAD - after)) / (WAD - before))));
}

/** What a mechanism came to, over all crowds. Money in tokens, weights as shares of 1. */
export type MechanismResult = {
  readonly mechanism: string;
  /** KL(jury‖final), in nats. */
  readonly error: Spread;
  /** The same with a manipulator. */
  readonly manipulatedError: Spread;
  readonly cost: Spread;
  /** Profit of each kind of traders together, in the order of KINDS. */
  readonly profits: readonly Spread[];
  readonly manipulatorProfit: Spread;
  /** By how much the manipulator's project ended higher than without it. */
  readonly gained: Spread;
};

/** What the sponsor paid for a market. */
export function costOf({ venue, sponsor }: Market, answer: readonly bigint[]): bigint {
  return venue.capital - venue.redeem(answer) - worthAt(sponsor, answer);
}

/** Profits of the crowd at the jury's answer, in its order, in units. */
export function profitsOf({ accounts }: Market, { crowd, answer }: World): bigint[] {
  return accounts.map((account, i) => worthAt(account, answer) - (crowd[i]?.budget ?? 0n));
}

/** Plays the same crowds by one mechanism, without and with a manipulator. */
export function playMechanism(mechanism: Mechanism, worlds: readonly World[], capital: bigint): MechanismResult {
  const plays = worlds.map((world) => ({
    world,
    honest: playWorld(world, mechanism, capital, false),
    manipulated: playWorld(world, mechanism, capital, true),
  }));
  const over = (valueOf: (run: (typeof plays)[number]) => number) => spreadOf(plays.map(valueOf));
  return {
    mechanism: mechanism.name,
    error: over(({ world, honest }) => errorOf(world.answer, honest.venue.weights())),
    manipulatedError: over(({ world, manipulated }) => errorOf(world.answer, manipulated.venue.weights())),
    cost: over(({ world, honest }) => Number(costOf(honest, world.answer)) / 1e18),
    profits: KINDS.map(({ kind }) =>
      over(({ world, honest }) => {
        const profits = profitsOf(honest, world).filter((_, i) => world.crowd[i]?.name.startsWith(kind));
        return Number(profits.reduce((sum, profit) => sum + profit, 0n)) / 1e18;
      }),
    ),
    manipulatorProfit: over(
      ({ world, manipulated }) => Number(worthAt(manipulated.manipulator, world.answer) - MANIPULATOR_BUDGET) / 1e18,
    ),
    gained: over(({ world, honest, manipulated }) => {
      const [before, after] = [honest, manipulated].map(({ venue }) => Number(venue.weights()[world.target]) / 1e18);
      return (after ?? 0) - (before ?? 0);
    }),
  };
}

/** Final weights by liquidity: one mechanism at one capital. */
export type LiquidityPoint = {
  readonly mechanism: string;
  /** Sponsor's capital as a multiple of the crowd's money. */
  readonly depth: number;
  readonly error: Spread;
  /** How much of the opening is left; see `pullOf`. */
  readonly pull: Spread;
  readonly cost: Spread;
};

/** Plays the same crowds with more and more capital, in every mechanism. */
export function sweepLiquidity(worlds: readonly World[], depths: readonly number[]): LiquidityPoint[] {
  return MECHANISMS.flatMap((mechanism) =>
    depths.map((depth) => {
      const plays = worlds.map((world) => ({ world, played: playWorld(world, mechanism, capitalOf(depth), false) }));
      const over = (valueOf: (run: (typeof plays)[number]) => number) => spreadOf(plays.map(valueOf));
      return {
        mechanism: mechanism.name,
        depth,
        error: over(({ world, played }) => errorOf(world.answer, played.venue.weights())),
        pull: over(({ world, played }) => pullOf(world.answer, world.rates, played.venue.weights())),
        cost: over(({ world, played }) => Number(costOf(played, world.answer)) / 1e18),
      };
    }),
  );
}

/** A multiple of the crowd's money, in units. */
export function capitalOf(depth: number): bigint {
  return (CROWD_MONEY * BigInt(Math.round(depth * 1000))) / 1000n;
}

/** Draws some worlds, the same for a seed. */
export function createWorlds(
  rates: readonly bigint[],
  answer: readonly bigint[],
  count: number,
  seed: number,
): World[] {
  return Array.from({ length: count }, (_, i) => createWorld(rates, answer, createRandom(seed, 100 + i)));
}
