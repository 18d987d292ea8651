import { type Comparison, MAX_MULTIPLIER } from "../csv/comparisons.ts";
import { canonicalProject } from "../csv/project.ts";
import { InvalidComparisonError } from "../errors/jury.ts";
import { InvalidParameterError, LengthMismatchError } from "../errors/math.ts";
import { floorWeights } from "../math/weights.ts";

import { jurorWeights } from "./jurorWeights.ts";
import { type Loss, type PairLoss, toPairLoss } from "./loss.ts";

/** A pull of every log weight towards that of its base rate: `tau/2 (x - ln baseRate)^2`. */
export type Anchor = {
  /** Strength; 1 is as much as one comparison. */
  readonly tau: number;
  /** Base rates of `projects`, in WAD, all positive. */
  readonly baseRates: readonly bigint[];
};

/** How to turn comparisons into weights. */
export type FitOptions = {
  readonly loss: Loss;
  /** Without it, the comparisons must connect all projects. */
  readonly anchor?: Anchor | undefined;
  /** The market's projects, in its order; without it those compared, in alphabetical order. */
  readonly projects?: readonly string[] | undefined;
  /** Multipliers above this, which is above 1, count as this. The on-chain proof of ballots knows no such cap. */
  readonly multiplierCap?: number | undefined;
  /**
   * The greatest share of all weight that one juror's comparisons may have, from 1 / jurors to 1; whoever has more counts
   * less by comparison: `v_k = min(1, s T / n_k)` with `T = sum min(n_k, s T)`. The on-chain proof knows no such bound.
   */
  readonly jurorShare?: number | undefined;
};

/** One comparison in log space: x_b - x_a should be c. */
export type Sample = {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** What it counts, at most 1. */
  readonly weight: number;
  readonly juror: string;
  /** What the juror said: c before the cap. */
  readonly said: number;
};

/** `minimise sum weight rho(x_b - x_a, c) + tau/2 |x - centre|^2`. */
export type Problem = {
  readonly n: number;
  readonly samples: readonly Sample[];
  readonly loss: PairLoss;
  readonly tau: number;
  readonly centre: Float64Array;
};

/**
 * Checks comparisons and options and puts them into log space: `c = ln multiplier`, towards the winner (DESIGN 8).
 * @throws {InvalidComparisonError} @throws {InvalidParameterError} @throws {LengthMismatchError}
 */
export function toProblem(
  comparisons: readonly Comparison[],
  options: FitOptions,
): { readonly problem: Problem; readonly projects: readonly string[] } {
  const canonical = cached(canonicalProject);
  const compared = () => [...new Set(comparisons.flatMap(({ a, b }) => [canonical(a), canonical(b)]))].sort();
  const projects = options.projects?.map(canonical) ?? compared();
  const index = new Map(projects.map((project, i) => [project, i]));
  if (index.size < projects.length) {
    throw new InvalidParameterError({ parameter: "projects", value: projects, expected: "a list without duplicates" });
  }
  const find = (name: string) => index.get(canonical(name));
  const cap = toCap(options);
  const samples = comparisons.map((comparison, i) => toSample(comparison, i, find, cap));
  const { tau, centre } = toRidge(options, projects.length);
  const problem = {
    n: projects.length,
    samples: weighted(samples, options),
    loss: toPairLoss(options.loss),
    tau,
    centre,
  };
  return { projects, problem };
}

function toSample(
  { a, b, choice, multiplier, juror }: Comparison,
  index: number,
  find: (project: string) => number | undefined,
  cap: number,
): Sample {
  const fail = (reason: string) => new InvalidComparisonError({ index, juror, reason });
  const [first, second] = [find(a), find(b)];
  if (first === undefined || second === undefined) {
    throw fail(`"${first === undefined ? a : b}" is not one of the projects`);
  }
  if (first === second) throw fail(`it compares "${a}" with itself`);
  if (!(multiplier >= 1 && multiplier <= MAX_MULTIPLIER)) {
    throw fail(`the multiplier ${multiplier} is not from 1 to ${MAX_MULTIPLIER}`);
  }
  // The type says 1 | 2, but comparisons come from files and forms.
  if (choice !== 1 && choice !== 2) throw fail(`the choice ${String(choice)} is neither 1 nor 2`);
  const towards = (size: number) => (choice === 2 ? size : -size);
  const [c, said] = [towards(Math.log(Math.min(multiplier, cap))), towards(Math.log(multiplier))];
  return { a: first, b: second, c, weight: 1, juror, said };
}

function toCap({ multiplierCap = Infinity }: FitOptions): number {
  if (multiplierCap > 1) return multiplierCap;
  throw new InvalidParameterError({ parameter: "multiplierCap", value: multiplierCap, expected: "above 1" });
}

function weighted(samples: readonly Sample[], { jurorShare }: FitOptions): readonly Sample[] {
  if (jurorShare === undefined || samples.length === 0) return samples;
  const counts = new Map<string, number>();
  for (const { juror } of samples) counts.set(juror, (counts.get(juror) ?? 0) + 1);
  const weights = jurorWeights([...counts.values()], jurorShare);
  const byJuror = new Map([...counts.keys()].map((juror, i) => [juror, weights[i] ?? 1]));
  return samples.map((sample) => ({ ...sample, weight: byJuror.get(sample.juror) ?? 1 }));
}

function toRidge({ anchor, projects }: FitOptions, n: number): { tau: number; centre: Float64Array } {
  if (anchor === undefined) return { tau: 0, centre: new Float64Array(n) };
  const { tau, baseRates } = anchor;
  if (!(tau > 0 && tau < Infinity)) {
    throw new InvalidParameterError({ parameter: "tau", value: tau, expected: "positive and finite" });
  }
  if (projects === undefined) {
    throw new InvalidParameterError({ parameter: "projects", value: projects, expected: "given with an anchor" });
  }
  if (baseRates.length !== n) {
    throw new LengthMismatchError({ what: "Base rates", expected: n, actual: baseRates.length });
  }
  // Scaled first, so that any positive numbers will do; ln of a WAD in doubles is good to 1e-15.
  const centre = Float64Array.from(floorWeights(baseRates), (rate) => Math.log(Number(rate) / 1e18));
  const zero = centre.findIndex((x) => !Number.isFinite(x));
  if (zero >= 0) {
    throw new InvalidParameterError({ parameter: `baseRates[${zero}]`, value: baseRates[zero], expected: "positive" });
  }
  return { tau, centre };
}

function cached<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
