import { RIGHT, type Rounding, type Scale, TIGHT, WRONG, costOf, small } from "./twin.ts";

/** One thing that was enumerated, and whether it is as it must be. */
export type Finding = { readonly right: boolean; readonly text: string };

/** How much is visited: all that a test has the time for, or all that a minute has. */
export type Extent = "quick" | "full";

/** Pools that are visited in every state. */
type Domain = {
  readonly scale: Scale;
  readonly outcomes: number;
  /** Liquidity parameters, in units. */
  readonly liquidity: readonly bigint[];
  /** The most that one trade buys or sells, in units. */
  readonly most: number;
};

/** What was visited, and the first violation in words. */
export type Visit = { states: number; trades: number; pairs: number; violation: string | undefined };

/** A trade of one state: what it costs, and where it leads; undefined if the range refuses it. */
type Move = { readonly outcome: number; readonly amount: number; readonly cost: number; readonly to: number };

const DOMAINS: Readonly<Record<Extent, readonly Domain[]>> = {
  quick: [{ scale: small(8, 5), outcomes: 2, liquidity: [3n, 11n], most: 4 }],
  full: [
    { scale: small(8, 7), outcomes: 2, liquidity: [1n, 3n, 7n, 11n, 20n], most: 8 },
    { scale: small(16, 6), outcomes: 2, liquidity: [5n, 16n, 37n], most: 8 },
    { scale: small(4, 5), outcomes: 3, liquidity: [2n, 5n], most: 3 },
  ],
};

/** Slack of a comparison of floating-point numbers, far below one unit. */
const EPSILON = 1e-9;

/** All states of a pool: every combination of log weights in range. What it sold and has is the same for all of them. */
class States {
  readonly count: number;
  readonly #base: number;
  readonly #moves = new Map<number, readonly Move[]>();
  readonly domain: Domain;
  readonly b: bigint;
  readonly #rounding: Rounding;

  constructor(domain: Domain, b: bigint, rounding: Rounding) {
    this.domain = domain;
    this.b = b;
    this.#rounding = rounding;
    this.#base = Number(domain.scale.maxLog - domain.scale.minLog) + 1;
    this.count = this.#base ** domain.outcomes;
  }

  /** Log weights of a state. */
  logsOf(state: number): bigint[] {
    const logs: bigint[] = [];
    for (let rest = state, j = 0; j < this.domain.outcomes; ++j) {
      logs.push(this.domain.scale.minLog + BigInt(rest % this.#base));
      rest = Math.floor(rest / this.#base);
    }
    return logs;
  }

  /** S of a state. */
  sumOf(logs: readonly bigint[]): bigint {
    return logs.reduce((sum, log) => sum + this.domain.scale.exp(log), 0n);
  }

  /** All trades that are possible in a state. */
  movesOf(state: number): readonly Move[] {
    const known = this.#moves.get(state);
    if (known !== undefined) return known;
    const logs = this.logsOf(state);
    const before = this.sumOf(logs);
    const moves: Move[] = [];
    for (let outcome = 0; outcome < this.domain.outcomes; ++outcome) {
      for (let amount = -this.domain.most; amount <= this.domain.most; ++amount) {
        if (amount === 0) continue;
        const move = this.#move(state, logs, before, outcome, amount);
        if (move !== undefined) moves.push(move);
      }
    }
    this.#moves.set(state, moves);
    return moves;
  }

  #move(state: number, logs: readonly bigint[], before: bigint, outcome: number, amount: number): Move | undefined {
    const { scale } = this.domain;
    const log = logs[outcome] ?? 0n;
    const step = this.#rounding.step(BigInt(amount), this.b, scale.wad);
    const next = log + step;
    if (next < scale.minLog || next > scale.maxLog) return undefined;
    const after = before - scale.exp(log) + scale.exp(next);
    const cost = Number(costOf(scale, this.#rounding, this.b, before, after));
    return { outcome, amount, cost, to: state + Number(step) * this.#base ** outcome };
  }
}

/**
 * Visits every state of a pool, every trade in it, and every second trade after that, and checks that
 *
 * - no trade lowers `inventory_j + b ln p_j` of any outcome (DESIGN 4; MK-12): as it begins at 0 or above and no price is
 *   above 1, no inventory is ever below 0, whatever the payouts;
 * - no two trades leave the trader, at the worst payouts, with more than they cost (MK-13).
 *
 * The first says the second of any number of trades; it is measured with logarithms in floating point, the second in whole
 * units.
 */
export function visit(domain: Domain, rounding: Rounding): Visit {
  const visited: Visit = { states: 0, trades: 0, pairs: 0, violation: undefined };
  for (const b of domain.liquidity) {
    const states = new States(domain, b, rounding);
    for (let state = 0; state < states.count; ++state) {
      ++visited.states;
      visited.violation ??= visitState(states, state, visited);
      if (visited.violation !== undefined) return visited;
    }
  }
  return visited;
}

function visitState(states: States, state: number, visited: Visit): string | undefined {
  const logs = states.logsOf(state);
  const name = `b = ${states.b}, l = [${logs.join(", ")}]`;
  const change = potentialFrom(states, logs);
  const held = new Array<number>(states.domain.outcomes).fill(0);
  for (const first of states.movesOf(state)) {
    ++visited.trades;
    const least = change(first);
    if (least < -EPSILON)
      return `${name}: ${first.amount} of ${first.outcome} for ${first.cost} lowers it by ${-least}`;
    held[first.outcome] = first.amount;
    for (const second of states.movesOf(first.to)) {
      ++visited.pairs;
      held[second.outcome] = (held[second.outcome] ?? 0) + second.amount;
      const gain = Math.min(...held) - first.cost - second.cost;
      held[second.outcome] = (held[second.outcome] ?? 0) - second.amount;
      if (gain > 0) {
        return `${name}: ${first.amount} of ${first.outcome}, ${second.amount} of ${second.outcome} gains ${gain}`;
      }
    }
    held[first.outcome] = 0;
  }
  return undefined;
}

/** By how much a trade raises the least `inventory_j + b ln p_j`, in units, from these log weights. */
function potentialFrom(states: States, logs: readonly bigint[]): (move: Move) => number {
  const { wad } = states.domain.scale;
  const [b, one] = [Number(states.b), Number(wad)];
  const before = Math.log(Number(states.sumOf(logs)));
  return ({ amount, cost, outcome, to }) => {
    const after = states.logsOf(to);
    const others = cost - b * (Math.log(Number(states.sumOf(after))) - before);
    const moved = (b * Number((after[outcome] ?? 0n) - (logs[outcome] ?? 0n))) / one;
    return Math.min(others, others + moved - amount);
  };
}

/**
 * Visits every way to bid up to `most` units on one outcome with up to three bids, and every number of sets up to twice
 * that: the claims, rounded as told, are at most the sets and less than one unit a bid below them (OA-8, OA-10).
 */
export function visitBids(most: number, claim: (money: number, sets: number, total: number) => number): Visit {
  const visited: Visit = { states: 0, trades: 0, pairs: 0, violation: undefined };
  for (let a = 1; a <= most; ++a) {
    for (let c = 0; c <= most - a; ++c) {
      for (let d = 0; d <= most - a - c; ++d) {
        visited.violation ??= visitClaims([a, c, d], most, claim, visited);
      }
    }
  }
  return visited;
}

function visitClaims(
  bids: readonly number[],
  most: number,
  claim: (money: number, sets: number, total: number) => number,
  visited: Visit,
): string | undefined {
  const total = bids.reduce((sum, bid) => sum + bid, 0);
  for (let sets = total; sets <= 2 * most; ++sets) {
    ++visited.states;
    const claimed = bids.reduce((sum, bid) => sum + claim(bid, sets, total), 0);
    if (claimed > sets || claimed <= sets - bids.length) {
      return `bids of ${bids.join(", ")} claim ${claimed} of ${sets} sets`;
    }
  }
  return undefined;
}

const floorClaim = (money: number, sets: number, total: number) => Math.floor((money * sets) / total);
const ceilClaim = (money: number, sets: number, total: number) => Math.ceil((money * sets) / total);

/** Enumerates all domains with the right roundings, and the first of them with each wrong one. */
export function enumerate(extent: Extent): Finding[] {
  const findings: Finding[] = [];
  for (const domain of DOMAINS[extent]) {
    const { states, trades, pairs, violation } = visit(domain, RIGHT);
    const what = `${domain.outcomes} outcomes, WAD = ${domain.scale.wad}`;
    const counts = `${states} states, ${trades} trades, ${pairs} pairs of trades`;
    findings.push({ right: violation === undefined, text: `${what}: ${counts}: ${violation ?? "nothing gains"}` });
  }
  const [first] = DOMAINS[extent];
  if (first !== undefined) {
    const { violation } = visit(first, TIGHT);
    findings.push({ right: violation === undefined, text: `half the margin: ${violation ?? "nothing gains"}` });
  }
  for (const [what, rounding] of Object.entries(WRONG)) {
    if (first === undefined) break;
    const { violation } = visit(first, rounding);
    findings.push({ right: violation !== undefined, text: `refuted: ${what}: ${violation ?? "not found out"}` });
  }
  const most = extent === "full" ? 60 : 16;
  const bids = visitBids(most, floorClaim);
  const text = `bids of up to ${most}: ${bids.states} cases: ${bids.violation ?? "no claim is too much"}`;
  findings.push({ right: bids.violation === undefined, text });
  const wrong = visitBids(most, ceilClaim).violation;
  findings.push({ right: wrong !== undefined, text: `refuted: claims rounded up: ${wrong ?? "not found out"}` });
  return findings;
}
