import { at } from "../utils/array.ts";
import { newtonRoot } from "./root.ts";

/** No price is wanted above this; that it is more than 1 keeps the search for a root going. */
const MOST_PRICE = 2;

/**
 * Returns the expected logarithm of wealth where everything goes to one outcome, each with its target as probability.
 * Every payout vector is a mixture of these ends, wealth is linear in it and the logarithm concave: so of all beliefs
 * with these targets as means, this one grows the least.
 * @param wealth By the outcome to which everything goes.
 */
export function logGrowth(targets: Float64Array, wealth: Float64Array): number {
  return targets.reduce((sum, target, j) => {
    if (target === 0) return sum;
    return at(wealth, j) > 0 ? sum + target * Math.log(at(wealth, j)) : -Infinity;
  }, 0);
}

/** Returns the marginal utility of money, `sum w_j / W_j`. */
export function marginalUtility(targets: Float64Array, wealth: Float64Array): number {
  return targets.reduce((sum, target, j) => {
    if (target === 0) return sum;
    return at(wealth, j) > 0 ? sum + target / at(wealth, j) : Infinity;
  }, 0);
}

/**
 * Returns the price up to which an outcome is wanted: `p = urge / W(p) + shift`, where a trade to p leaves the wealth
 * `W(p) = wealth + ln(p / price)` if everything goes to the outcome. More of it makes it dearer, and less needed.
 * @param urge `mu w_j / lambda`, with lambda the marginal utility of money.
 */
export function wantedPrice(price: number, wealth: number, urge: number, shift: number): number {
  if (urge === 0) return shift;
  const most = wealth + Math.log((MOST_PRICE + Math.abs(shift)) / price);
  const excess = (left: number) => {
    const after = price * Math.exp(left - wealth);
    return { value: after - shift - urge / left, slope: after + urge / left ** 2 };
  };
  return price * Math.exp(newtonRoot(excess, 0, most, Math.min(wealth, most)) - wealth);
}
