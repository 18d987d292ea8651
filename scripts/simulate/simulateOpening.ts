import { attemptCopy } from "./attempt.ts";
import { copyEach } from "./copying.ts";
import { compareModes, wrongTraders } from "./opening.ts";
import type { OpeningResult } from "./openingReport.ts";
import type { Setting } from "./setting.ts";

/** A deep pool has this many times the liquidity of a setting. */
const DEEPER = 5n;

/**
 * Runs all experiments of the issue "Sealed opening"; the last on a chain in this process, so the contracts must be
 * compiled.
 * @param orders How many random orders of arrival.
 */
export async function simulateOpening(setting: Setting, orders: number, seed: number): Promise<OpeningResult> {
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
    crowds: crowds.map(({ crowd, setting: played, ...wrong }) => ({
      ...compareModes(crowd, played, orders, seed),
      ...wrong,
    })),
    copying: copyEach(setting),
    attempt: await attemptCopy(setting),
  };
}
