/**
 * Brute force for plans: pattern search from several starts. It knows nothing of water-filling, multipliers or
 * convexity; numbers are doubles, amounts in multiples of b.
 */

/** What can be sold, LONG and SHORT by outcome. */
export type Held = { readonly long: readonly number[]; readonly short: readonly number[] };

/** A market, and what is wanted of it. */
export type Search = {
  readonly opening: readonly number[];
  readonly targets: readonly number[];
  /** Share of turnover. */
  readonly fee: number;
  readonly budget: number;
  readonly held?: Held;
  /** Whether SHORTs may be bought. */
  readonly shorts: boolean;
  /** The most to hold of any token afterwards. */
  readonly cap?: number;
  /** Maximise the expected growth of this much money and what is held, instead of expected profit. */
  readonly bankroll?: number;
};

/** Expected profit and total of amounts of LONG and SHORT. */
export function evaluate(
  { opening, targets, fee }: Pick<Search, "opening" | "targets" | "fee">,
  long: readonly number[],
  short: readonly number[],
) {
  const d = opening.map((_, j) => (long[j] ?? 0) - (short[j] ?? 0));
  const grown = opening.map((p, j) => p * Math.exp(d[j] ?? 0));
  const sum = total(grown);
  const turnover = d.reduce((all, amount, j) => {
    const mean = ((opening[j] ?? 0) + (grown[j] ?? 0) / sum) / 2;
    return all + Math.abs(amount) * Math.min(mean, 1 - mean);
  }, 0);
  const cost = Math.log(sum) + fee * turnover + total(short);
  const paid = targets.reduce((all, w, j) => all + w * (long[j] ?? 0) + (1 - w) * (short[j] ?? 0), 0);
  return { total: cost, profit: paid - cost };
}

/** Expected growth of the logarithm of money and what is held, if everything goes to one outcome. */
export function growthOf(
  { targets, held, bankroll = 1 }: Pick<Search, "targets" | "held" | "bankroll">,
  long: readonly number[],
  short: readonly number[],
  cost: number,
): number {
  const pays = (longs: readonly number[], shorts: readonly number[], j: number) =>
    (longs[j] ?? 0) + total(shorts) - (shorts[j] ?? 0);
  const growth = targets.map((w, j) => {
    const before = bankroll + pays(held?.long ?? [], held?.short ?? [], j);
    const after = before + pays(long, short, j) - cost;
    return after > 0 ? w * Math.log(after / before) : -Infinity;
  });
  return total(growth);
}

/** The most that brute force finds in one market. */
export function search(problem: Search): number {
  const { opening, budget, held, shorts, cap = Infinity, bankroll } = problem;
  const n = opening.length;
  const value = (x: readonly number[]) => {
    // One token of each outcome: a trade names each outcome once.
    const [long, short] = [x.slice(0, n), x.slice(n)];
    const mayHave = (amount: number, has: number) => amount >= -has - 1e-12 && amount <= Math.max(cap - has, 0) + 1e-12;
    const allowed = long.every((amount, j) => {
      const other = short[j] ?? 0;
      const fine = mayHave(amount, held?.long[j] ?? 0) && mayHave(other, held?.short[j] ?? 0);
      return fine && (amount === 0 || other === 0) && (shorts || other <= 0);
    });
    if (!allowed) return -Infinity;
    const { total: cost, profit } = evaluate(problem, long, short);
    if (cost > budget) return -Infinity;
    return bankroll === undefined ? profit : growthOf(problem, long, short, cost);
  };
  const start = Array.from({ length: 2 * n }, () => 0);
  const size = Math.min(budget / 2, cap);
  const starts = [start, ...opening.map((_, j) => start.map((_unused, i) => (i === j ? size : 0)))];
  const moves = (x: readonly number[], step: number) => tokenMoves(x, step, n);
  return Math.max(0, ...starts.map((from) => climb(value, from, moves)));
}

/** A market of a portfolio: LONGs alone, worth `worth` of money each; in units of which its amounts are multiples. */
export type PortfolioSearch = Pick<Search, "opening" | "targets" | "fee"> & {
  readonly b: number;
  readonly worth: number;
  /** Whether its asset comes out of the one split. */
  readonly shared: boolean;
};

/** The most that brute force finds in several markets with one budget. */
export function searchPortfolio(markets: readonly PortfolioSearch[], budget: number): number {
  const offsets = markets.map((_, i) => total(markets.slice(0, i).map(({ opening }) => opening.length)));
  const size = total(markets.map(({ opening }) => opening.length));
  const value = (x: readonly number[]) => {
    if (x.some((amount) => amount < 0)) return -Infinity;
    const results = markets.map((market, i) => {
      const from = offsets[i] ?? 0;
      return evaluate(market, x.slice(from, from + market.opening.length), []);
    });
    const costs = markets.map(({ b }, i) => b * (results[i]?.total ?? 0));
    const split = Math.max(0, ...costs.filter((_, i) => markets[i]?.shared));
    const money = total(costs.filter((_, i) => !markets[i]?.shared));
    if (split + money > budget) return -Infinity;
    return total(markets.map(({ b, worth }, i) => b * worth * (results[i]?.profit ?? 0)));
  };
  const zero = Array.from({ length: size }, () => 0);
  return Math.max(0, climb(value, zero, portfolioMoves));
}

type Moves = (x: readonly number[], step: number) => number[][];

/** Goes to the best of the neighbours while there is a better one, then takes smaller steps. */
function climb(value: (x: readonly number[]) => number, start: readonly number[], movesOf: Moves): number {
  let x = start;
  let best = value(x);
  for (let step = 0.5; step > 1e-6;) {
    const moves = movesOf(x, step).map((to) => [to, value(to)] as const);
    const [to, reached] = moves.reduce((a, b) => (b[1] > a[1] ? b : a));
    if (reached > best + 1e-13) [x, best] = [to, reached];
    else step /= 2;
  }
  return best;
}

/** Points one step away in one or two coordinates, and on the other token of an outcome. */
function tokenMoves(x: readonly number[], step: number, n: number): number[][] {
  const moves: number[][] = [];
  const moved = (changes: readonly (readonly [number, number])[]) => {
    const to = [...x];
    for (const [i, by] of changes) {
      const other = (i + n) % (2 * n);
      if (to[other] !== 0) to[other] = Math.abs(to[other] ?? 0) < step ? 0 : (to[other] ?? 0);
      to[i] = (to[i] ?? 0) + by;
    }
    moves.push(to);
  };
  for (let i = 0; i < 2 * n; ++i) {
    for (const a of [step, -step]) {
      moved([[i, a]]);
      for (let k = i + 1; k < 2 * n; ++k)
        for (const b of [step, -step, step / 3, -step / 3])
          moved([
            [i, a],
            [k, b],
          ]);
    }
    moves.push(x.map((v, j) => (j === i ? 0 : v)));
  }
  return moves;
}

/** Points one step away in one or two coordinates, and more or less of everything. */
function portfolioMoves(x: readonly number[], step: number): number[][] {
  const moves = [step, -step].map((by) => x.map((amount) => amount * (1 + by)));
  x.forEach((_, i) => {
    for (const a of [step, -step]) {
      moves.push(x.map((amount, j) => (j === i ? amount + a : amount)));
      for (let k = 0; k < x.length; ++k) {
        for (const b of [step, -step, step / 3, -step / 3]) {
          if (k !== i) moves.push(x.map((amount, j) => amount + (j === i ? a : j === k ? b : 0)));
        }
      }
    }
  });
  return moves;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
