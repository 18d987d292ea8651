/** What somebody without a prediction takes from somebody with one, where trades are public. */
import { quote, type Order } from "../../sdk/src/math/index.ts";
import { planTrades } from "../../sdk/src/strategy/index.ts";
import { openAccount, worthAt, type Trader } from "./account.ts";
import { openVenue, type Setting } from "./setting.ts";

/** A victim lets its trade cost this much more than it was quoted, in 1e-3: 1%. */
const SLIPPAGE = 10n;
/** Steps in which the largest trade is sought that the victim's limit bears, as parts of the victim's own. */
const STEPS = 1000n;

/** What copying one trader does. Profits at the jury's answer, in units; the copier has the same budget. */
export type Copying = {
  readonly victim: string;
  /** The victim's profit if nobody copies. */
  readonly alone: bigint;
  /** The copier trades on the victim's prediction first; the victim plans anew for what is left. */
  readonly frontRun: { readonly victim: bigint; readonly copier: bigint };
  /**
   * The copier buys the same before the victim, as much as the victim's limit on cost bears, and sells right after:
   * whatever the jury says. `share`: of the victim's orders.
   */
  readonly sandwich: { readonly victim: bigint; readonly copier: bigint; readonly share: number };
  /** The copier trades on the same prediction after the victim, which loses nothing. */
  readonly follow: { readonly copier: bigint };
};

/** Copies every trader who would have earned something alone, each in a market that just opened at the base rates. */
export function copyEach(setting: Setting): Copying[] {
  return setting.traders.map((victim) => copy(setting, victim)).filter(({ alone }) => alone > 0n);
}

function copy(setting: Setting, victim: Trader): Copying {
  const [first, second] = tradeTwice(setting, victim);
  return {
    victim: victim.name,
    alone: first,
    frontRun: { victim: second, copier: first },
    sandwich: sandwich(setting, victim),
    follow: { copier: second },
  };
}

/** Profits of the first and of the second with the same prediction and budget. */
function tradeTwice(setting: Setting, { weights, budget }: Trader): [bigint, bigint] {
  const venue = openVenue(setting, setting.rates);
  const trade = () => worthAt(venue.trade(openAccount(budget, weights.length), weights), setting.answer) - budget;
  return [trade(), trade()];
}

function sandwich(setting: Setting, { weights, budget }: Trader): Copying["sandwich"] {
  const pool = openVenue(setting, setting.rates).state;
  const { orders, total } = planTrades({ pool, targets: weights, budget, useShorts: false });
  const limit = total + (total * SLIPPAGE) / 1000n;
  let best = { copier: 0n, paid: total, share: 0n };
  for (let share = 1n; share <= STEPS; ++share) {
    const copied = scaled(orders, share);
    if (copied.length === 0) continue;
    const bought = quote(pool, copied);
    const victim = quote(bought.after, orders);
    if (victim.total > limit) break;
    const sold = quote(victim.after, scaled(orders, -share));
    const copier = -(bought.total + sold.total);
    if (copier > best.copier) best = { copier, paid: victim.total, share };
  }
  const worth = orders.reduce((sum, { outcome, amount }) => sum + amount * (setting.answer[outcome] ?? 0n), 0n);
  return { copier: best.copier, victim: worth / 10n ** 18n - best.paid, share: Number(best.share) / Number(STEPS) };
}

function scaled(orders: readonly Order[], share: bigint): Order[] {
  return orders
    .map((order) => ({ ...order, amount: (order.amount * share) / STEPS }))
    .filter(({ amount }) => amount !== 0n);
}
