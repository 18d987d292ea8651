import { type Comparison, MAX_MULTIPLIER } from "../csv/comparisons.ts";
import { canonicalProject } from "../csv/project.ts";
import { InvalidComparisonError } from "../errors/jury.ts";
import { InvalidParameterError, LengthMismatchError } from "../errors/math.ts";
import { floorWeights } from "../math/weights.ts";

/** How deviations count: squared, or Huber's (squared up to `huber`, linear beyond; in log units). */
export type Loss = "squares" | { readonly huber: number };

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
};

/** One comparison in log space: x_b - x_a should be c. */
export type Sample = { readonly a: number; readonly b: number; readonly c: number; readonly juror: string };

/** `minimise sum rho(x_b - x_a - c) + tau/2 |x - centre|^2`, with rho quadratic up to delta and linear beyond. */
export type Problem = {
  readonly n: number;
  readonly samples: readonly Sample[];
  /** Infinity: squares. */
  readonly delta: number;
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
  const samples = comparisons.map((comparison, i) => toSample(comparison, i, (name) => index.get(canonical(name))));
  const { tau, centre } = toRidge(options, projects.length);
  return { projects, problem: { n: projects.length, samples, delta: toDelta(options.loss), tau, centre } };
}

function toSample(
  { a, b, choice, multiplier, juror }: Comparison,
  index: number,
  find: (project: string) => number | undefined,
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
  return { a: first, b: second, c: choice === 2 ? Math.log(multiplier) : -Math.log(multiplier), juror };
}

function toDelta(loss: Loss): number {
  const delta = loss === "squares" ? Infinity : loss.huber;
  if (!(delta > 0)) throw new InvalidParameterError({ parameter: "huber", value: delta, expected: "positive" });
  return delta;
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
