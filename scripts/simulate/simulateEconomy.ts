import { CROWD_MONEY } from "./crowd.ts";
import { capitalOf, createWorlds, playMechanism, sweepLiquidity } from "./economy.ts";
import type { LiquidityPoint, MechanismResult } from "./economy.ts";
import { measureManipulation, type ManipulationCost } from "./manipulation.ts";
import { MECHANISMS } from "./mechanisms.ts";
import type { Setting } from "./setting.ts";
import { measureTwapCosts, type TwapCost } from "./twapCost.ts";

/** Sponsor's capital as multiples of the crowd's money; the first experiments are at 1. */
export const DEPTHS = [0.25, 0.5, 1, 2, 4, 8, 16] as const;
/** What a crowd does in each mechanism, at the same capital. */
export type MechanismsResult = {
  /** Crowd's money, in tokens. */
  readonly money: number;
  readonly crowds: number;
  readonly mechanisms: readonly MechanismResult[];
  readonly manipulation: readonly ManipulationCost[];
  readonly twap: readonly TwapCost[];
};

type Market = Pick<Setting, "rates" | "answer">;

/**
 * Plays crowds without and with a manipulator in all mechanisms, and measures what moving a weight costs.
 * @param crowds How many are drawn.
 */
export function simulateMechanisms({ rates, answer }: Market, seed: number, crowds: number): MechanismsResult {
  const worlds = createWorlds(rates, answer, crowds, seed);
  return {
    money: Number(CROWD_MONEY) / 1e18,
    crowds,
    mechanisms: MECHANISMS.map((mechanism) => playMechanism(mechanism, worlds, capitalOf(1))),
    manipulation: measureManipulation(worlds, 1),
    twap: measureTwapCosts(rates),
  };
}

/**
 * Plays crowds with more and more of the sponsor's capital.
 * @param crowds How many are drawn.
 */
export function simulateLiquidity(
  { rates, answer }: Market,
  seed: number,
  crowds: number,
  depths: readonly number[] = DEPTHS,
): LiquidityPoint[] {
  return sweepLiquidity(createWorlds(rates, answer, crowds, seed), depths);
}
