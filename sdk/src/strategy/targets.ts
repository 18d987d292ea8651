import { LengthMismatchError } from "../errors/math.ts";
import { InvalidTargetsError } from "../errors/strategy.ts";
import type { PoolState } from "../math/lmsr.ts";
import { mulDiv } from "../math/rounding.ts";
import { floorWeights } from "../math/weights.ts";
import { WAD } from "../utils/wad.ts";

/** Weights in WAD: one for each outcome, summing to 1e18, or those of some outcomes. */
export type Targets = readonly bigint[] | ReadonlyMap<number, bigint>;

/**
 * Returns a weight for each outcome: those that targets do not name share the rest in proportion to their prices.
 * @throws {InvalidTargetsError} @throws {LengthMismatchError}
 */
export function fillTargets(pool: PoolState, targets: Targets): readonly bigint[] {
  const outcomes = pool.outcomes.length;
  if (isList(targets)) {
    if (targets.length !== outcomes) {
      throw new LengthMismatchError({ what: "Targets", expected: outcomes, actual: targets.length });
    }
    const sum = sumOf(targets);
    if (sum !== WAD) throw new InvalidTargetsError({ reason: `sum to ${sum}` });
    return targets;
  }
  return fillOthers(pool, targets);
}

function fillOthers({ outcomes }: PoolState, targets: ReadonlyMap<number, bigint>): bigint[] {
  for (const outcome of targets.keys()) {
    if (outcomes[outcome] === undefined) {
      throw new InvalidTargetsError({ reason: `name outcome ${outcome}; the market has ${outcomes.length}` });
    }
  }
  const given = sumOf([...targets.values()]);
  const others = outcomes.reduce((sum, { weight }, j) => (targets.has(j) ? sum : sum + weight), 0n);
  if (given > WAD || (others === 0n && given !== WAD)) throw new InvalidTargetsError({ reason: `sum to ${given}` });
  return floorWeights(outcomes.map(({ weight }, j) => targets.get(j) ?? mulDiv(WAD - given, weight, others, "Down")));
}

function sumOf(targets: readonly bigint[]): bigint {
  return targets.reduce((sum, target) => {
    if (target < 0n) throw new InvalidTargetsError({ reason: `include ${target}` });
    return sum + target;
  }, 0n);
}

/** Tells arrays from maps: `Array.isArray` does not know readonly ones. */
function isList(targets: Targets): targets is readonly bigint[] {
  return Array.isArray(targets);
}
