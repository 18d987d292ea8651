import { InvalidParameterError } from "../errors/math.ts";
import { InvalidTargetsError } from "../errors/strategy.ts";
import { WAD } from "../utils/wad.ts";

/**
 * The most to hold of an outcome's token after the trade: in units, or as the share of the budget (WAD) that the tokens
 * may be worth at the targets.
 */
export type Cap = { readonly units: bigint } | { readonly share: bigint };

/** Caps by outcome, each for its LONG and for its SHORT. A cap limits what is bought; it does not make a plan sell. */
export type Caps = {
  /** Of the outcomes that `outcomes` does not name; without it they have none. */
  readonly default?: Cap | undefined;
  readonly outcomes?: ReadonlyMap<number, Cap> | undefined;
};

/** The most to hold, in units, by outcome; undefined: as much as one likes. */
export type Limits = {
  readonly long: readonly (bigint | undefined)[];
  readonly short: readonly (bigint | undefined)[];
};

/**
 * Returns caps in units.
 * @param targets In WAD.
 * @param budget What shares are of, in units.
 * @throws {InvalidParameterError} when a cap is negative.
 * @throws {InvalidTargetsError} when a cap is for an outcome that the market does not have.
 */
export function limitsOf(caps: Caps | undefined, targets: readonly bigint[], budget: bigint): Limits {
  for (const outcome of caps?.outcomes?.keys() ?? []) {
    if (targets[outcome] === undefined) {
      throw new InvalidTargetsError({ reason: `have no outcome ${outcome}, for which there is a cap` });
    }
  }
  const units = (outcome: number, value: bigint) =>
    unitsOf(caps?.outcomes?.get(outcome) ?? caps?.default, value, budget);
  return {
    long: targets.map((target, outcome) => units(outcome, target)),
    short: targets.map((target, outcome) => units(outcome, WAD - target)),
  };
}

function unitsOf(cap: Cap | undefined, value: bigint, budget: bigint): bigint | undefined {
  if (cap === undefined) return undefined;
  const amount = "units" in cap ? cap.units : cap.share;
  if (amount < 0n) throw new InvalidParameterError({ parameter: "caps", value: amount, expected: "0 or more" });
  if ("units" in cap) return amount;
  return value === 0n ? undefined : (amount * budget) / value;
}
