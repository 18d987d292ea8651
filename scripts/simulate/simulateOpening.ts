import { copyEach, type Copying } from "./copying.ts";
import { compareModes, wrongTraders, type CrowdResult } from "./opening.ts";
import type { Setting } from "./setting.ts";

/** A deep pool has this many times the liquidity of a setting. */
const DEEPER = 5n;

/** What the order of arrival decides, and what copying takes. */
export type OrdersResult = { readonly crowds: readonly CrowdResult[]; readonly copying: readonly Copying[] };

/**
 * Plays the traders of a round in random orders by all modes, alone and with somebody who is wrong with ten times the
 * money; and copies them.
 * @param orders How many random orders of arrival.
 */
export function simulateOrders(setting: Setting, orders: number, seed: number): OrdersResult {
  const deep = { ...setting, b: setting.b * DEEPER };
  const wrong = wrongTraders(setting, seed).map((trader) => ({
    crowd: `With one who has ten times the money and is wrong: ${trader.name}`,
    setting: { ...setting, traders: [...setting.traders, trader] },
    wrong: trader.error,
  }));
  const crowds = [
    { crowd: "The traders of the round", setting },
    { crowd: "The traders of the round", setting: deep },
    ...wrong,
  ];
  return {
    crowds: crowds.map(({ crowd, setting: played, ...rest }) => ({
      ...compareModes(crowd, played, orders, seed),
      ...rest,
    })),
    copying: copyEach(setting),
  };
}
