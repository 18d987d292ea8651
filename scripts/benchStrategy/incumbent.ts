/**
 * The incumbent's published rule, as its front end turns a CSV into trades: mint M full sets, sell every outcome whose
 * price is above its weight until the price is there or nothing is left, merge what is complete, and spend the proceeds
 * on the underpriced, on each in proportion to what is missing and at most until the price is there. It knows no fee
 * and trades outcome by outcome; what is left over is not spent. Here it trades in the same pool, at the same fees, as
 * ours.
 */
import { type PoolState, prices, quote } from "../../sdk/src/math/index.ts";
import { mergeSets, type Account } from "../simulate/account.ts";

/** What an account has, and the pool after its trades. */
export type State = { readonly account: Account; readonly pool: PoolState };

/** How many numbers of sets are tried: first between these multiples of the budget, then around the best. */
const TRIES = 61;
const [FEWEST, MOST] = [1e-3, 1e3];

/** Follows the rule with `sets` full sets, in units. Money may be negative in between: minting can be lent. */
export function followRule(pool: PoolState, targets: readonly bigint[], money: bigint, sets: bigint): State {
  const minted = { money: money - sets, long: targets.map(() => sets) };
  const sold = targets.reduce<State>((state, _, j) => sellTo(state, targets, j), { account: minted, pool });
  const merged = { account: mergeSets(sold.account), pool: sold.pool };
  const proceeds = merged.account.money - minted.money;
  const missing = missingOf(merged.pool, targets);
  const all = missing.reduce((sum, part) => sum + part, 0n);
  return missing.reduce<State>(
    (state, part, j) => (part > 0n ? buyTo(state, targets, j, (proceeds * part) / all) : state),
    merged,
  );
}

/** Follows the rule with the number of sets that has the highest expected profit and costs at most the budget. */
export function tuneRule(pool: PoolState, targets: readonly bigint[], budget: bigint): State {
  const none: Try = { multiple: 1, state: { account: { money: budget, long: targets.map(() => 0n) }, pool } };
  const bestOf = (multiples: readonly number[], known: Try) =>
    multiples
      .map((multiple) => {
        const sets = BigInt(Math.floor(Number(budget) * multiple));
        return { multiple, state: followRule(pool, targets, budget, sets) };
      })
      .filter(({ state }) => state.account.money >= 0n)
      .reduce((best, one) => (valueOf(one, targets) > valueOf(best, targets) ? one : best), known);
  const step = (MOST / FEWEST) ** (1 / (TRIES - 1));
  const near = bestOf(spread(FEWEST, MOST), none);
  return bestOf(spread(near.multiple / step, near.multiple * step), near).state;
}

type Try = { readonly multiple: number; readonly state: State };

/**
 * Returns numbers at equal ratios from one to another; the middle one of a power of ten and its inverse is exactly 1.
 */
function spread(from: number, to: number): number[] {
  return Array.from({ length: TRIES }, (_, i) => from * (to / from) ** (i / (TRIES - 1)));
}

function valueOf({ state }: Try, targets: readonly bigint[]): number {
  const { money, long } = state.account;
  return long.reduce((sum, amount, j) => sum + (Number(amount) * Number(targets[j])) / 1e18, Number(money));
}

function missingOf(pool: PoolState, targets: readonly bigint[]): bigint[] {
  const now = prices(pool);
  return targets.map((target, j) => (target > (now[j] ?? 0n) ? target - (now[j] ?? 0n) : 0n));
}

function sellTo(state: State, targets: readonly bigint[], outcome: number): State {
  const held = state.account.long[outcome] ?? 0n;
  const wanted = -amountTo(state.pool, targets, outcome);
  return wanted > 0n ? trade(state, outcome, wanted < held ? -wanted : -held) : state;
}

function buyTo(state: State, targets: readonly bigint[], outcome: number, payment: bigint): State {
  const wanted = amountTo(state.pool, targets, outcome);
  if (wanted <= 0n || payment <= 0n) return state;
  const { total } = quote(state.pool, [{ outcome, short: false, amount: wanted }]);
  return trade(state, outcome, total <= payment ? wanted : amountFor(state.pool, outcome, payment, wanted));
}

/** The purchase (negative: the sale) that moves an outcome's price to its weight, whatever the fee. */
function amountTo(pool: PoolState, targets: readonly bigint[], outcome: number): bigint {
  const [price, target] = [Number(prices(pool)[outcome]) / 1e18, Number(targets[outcome]) / 1e18];
  if (target <= 0 || target >= 1) return 0n;
  return BigInt(Math.trunc(Math.log((target * (1 - price)) / (price * (1 - target))) * Number(pool.b)));
}

/** The most that a payment buys, by bisection of exact quotes, to a billionth. */
function amountFor(pool: PoolState, outcome: number, payment: bigint, most: bigint): bigint {
  let [low, high] = [0n, most];
  while (high - low > most / 10n ** 9n + 1n) {
    const amount = (low + high) / 2n;
    if (quote(pool, [{ outcome, short: false, amount }]).total <= payment) low = amount;
    else high = amount;
  }
  return low;
}

function trade({ account, pool }: State, outcome: number, amount: bigint): State {
  if (amount === 0n) return { account, pool };
  const { total, after } = quote(pool, [{ outcome, short: false, amount }]);
  const long = account.long.map((held, j) => (j === outcome ? held + amount : held));
  return { account: { money: account.money - total, long }, pool: after };
}
