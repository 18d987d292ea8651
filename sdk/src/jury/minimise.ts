import { NotConvergedError } from "../errors/jury.ts";
import { at } from "../utils/array.ts";

import { type Matrix, factor, solve } from "./cholesky.ts";
import { componentsOf } from "./components.ts";
import { conjugateGradients } from "./conjugateGradients.ts";
import type { Problem, Sample } from "./problem.ts";

/** Gradients to stop at, and to accept when rounding allows no better, in units of the busiest project's curvature. */
const GOAL = 1e-14;
const ACCEPTED = 1e-12;
const MOST_ITERATIONS = 300;
/** Strength of the pull to zero that selects among equally good answers. */
const SELECTION = 1e-6;

/** A minimum. */
export type Minimum = {
  readonly x: Float64Array;
  /** Whether no other x is as good; false where Huber's loss is flat. */
  readonly unique: boolean;
  readonly iterations: number;
  /** Largest component of the gradient. */
  readonly gradientNorm: number;
};

/** What is known of a problem that differs in a few comparisons: its minimum, and the factor of its Hessian there. */
export type Nearby = { readonly x: Float64Array; readonly hessian: Matrix };

type MinimiseOptions = { readonly nearby?: Nearby | undefined; readonly groups?: number };

/** Products of a factorisation that one step of conjugate gradients is worth, with room for some steps. */
const STEPS = 15;

type Step = { readonly x: Float64Array; readonly iterations: number; readonly gradientNorm: number };

/**
 * Minimises by Newton's method: the Hessian of the comparisons is damped by the size of the gradient, so
 * that it works where the loss is flat, and each step goes to the minimum along its direction.
 *
 * Without an anchor the sum of x is 0. Where the minimum is not unique the result is that of an anchor at 0 as its
 * strength goes to 0: of all answers, the one that claims the least differences.
 * @param nearby A neighbour whose minimum is known: this one is found from there, and is the same.
 * @param groups Into how many groups the comparisons fall, if only differences within them are asked for.
 * @throws {NotConvergedError}
 */
export function minimise(problem: Problem, { nearby, groups = 1 }: MinimiseOptions = {}): Minimum {
  const first = descend(problem, nearby?.x ?? problem.centre, nearby);
  if (isUnique(problem, first.x, groups)) return { ...first, unique: true };
  // Which of equally good answers is found depends on the way there.
  if (nearby !== undefined) return minimise(problem, { groups });
  const least = descend({ ...problem, tau: SELECTION }, first.x);
  const last = descend(problem, least.x);
  return { ...last, iterations: first.iterations + least.iterations + last.iterations, unique: false };
}

/** Returns x_b - x_a. */
export function difference({ a, b }: Pick<Sample, "a" | "b">, x: Float64Array): number {
  return at(x, b) - at(x, a);
}

/** Returns a comparison's part of the gradient, along `e_b - e_a`. */
export function pull(sample: Sample, { loss }: Problem, x: Float64Array): number {
  return sample.weight * loss.slope(difference(sample, x), sample.c);
}

/**
 * Returns the Cholesky factor of the Hessian at x. Without an anchor it gets `11'/n`, which pins the mean of x.
 * @param damping Added to the diagonal.
 * @param curvature Of one comparison; the loss's own unless expected information is asked for.
 */
export function factoredHessian(
  { n, samples, loss, tau }: Problem,
  x: Float64Array,
  damping: number,
  curvature = loss.curvature,
): Matrix {
  const hessian = new Float64Array(n * n).fill(tau > 0 ? 0 : 1 / n);
  for (let i = 0; i < n; ++i) hessian[i * n + i] = at(hessian, i * n + i) + tau + damping;
  const { a, b, c, weight } = columnsOf(samples);
  for (let i = 0; i < c.length; ++i) {
    const [first, second] = [index(a, i), index(b, i)];
    const curved = at(weight, i) * curvature(at(x, second) - at(x, first), at(c, i));
    const low = Math.min(first, second);
    const high = Math.max(first, second);
    hessian[low * n + low] = at(hessian, low * n + low) + curved;
    hessian[high * n + high] = at(hessian, high * n + high) + curved;
    hessian[high * n + low] = at(hessian, high * n + low) - curved;
  }
  return factor(hessian, n);
}

/** Solves a Newton step, with the factor of a neighbour where that takes less than a new one. */
function solveStep(problem: Problem, x: Float64Array, damping: number, right: Float64Array, nearby?: Nearby) {
  const { n, samples } = problem;
  const isCheaper = n ** 3 / 6 > STEPS * (n ** 2 + 2 * samples.length);
  const found =
    nearby && isCheaper ? conjugateGradients(hessianAt(problem, x, damping), right, nearby.hessian) : undefined;
  return found ?? solve(factoredHessian(problem, x, damping), right);
}

/** The Hessian at x as what it does to a vector; as {@link factoredHessian} has it. */
function hessianAt({ n, samples, loss, tau }: Problem, x: Float64Array, damping: number) {
  const { a, b, c, weight } = columnsOf(samples);
  const curved = c.map((each, i) => at(weight, i) * loss.curvature(at(x, index(b, i)) - at(x, index(a, i)), each));
  return (v: Float64Array): Float64Array => {
    const mean = tau > 0 ? 0 : v.reduce((sum, each) => sum + each, 0) / n;
    const image = v.map((each) => (tau + damping) * each + mean);
    for (let i = 0; i < curved.length; ++i) {
      const [first, second] = [index(a, i), index(b, i)];
      const size = at(curved, i) * (at(v, second) - at(v, first));
      image[second] = at(image, second) + size;
      image[first] = at(image, first) - size;
    }
    return image;
  };
}

/** Whether the Hessian at x is regular, but for a constant of each group: curved comparisons connect all of it. */
function isUnique({ n, samples, loss, tau }: Problem, x: Float64Array, groups: number): boolean {
  if (tau > 0) return true;
  const isCurved = (sample: Sample) => loss.curved(difference(sample, x), sample.c);
  return new Set(componentsOf(n, filtered(samples, isCurved))).size <= groups;
}

/** Those for which something holds, one after the other: often a few of them are enough. */
function* filtered<T>(all: readonly T[], holds: (one: T) => boolean): Generator<T> {
  for (const one of all) if (holds(one)) yield one;
}

function descend(problem: Problem, start: Float64Array, nearby?: Nearby): Step {
  const degrees = new Float64Array(problem.n);
  for (const { a, b, weight } of problem.samples) {
    degrees[a] = at(degrees, a) + weight;
    degrees[b] = at(degrees, b) + weight;
  }
  const scale = Math.max(1, problem.tau, ...degrees);

  let x = start;
  let g = gradient(problem, x);
  let best: Step = { x, iterations: 0, gradientNorm: norm(g) };
  let stuck = 0;
  for (
    let iterations = 1;
    iterations <= MOST_ITERATIONS && best.gradientNorm > GOAL * scale && stuck < 3;
    ++iterations
  ) {
    const damping = Math.min(Math.max(norm(g), 1e-8), 1e-2);
    const direction = solveStep(
      problem,
      x,
      damping,
      g.map((v) => -v),
      nearby,
    );
    ({ x, g } = search(problem, { x, g }, direction));
    stuck = best.gradientNorm < ACCEPTED * scale && norm(g) >= best.gradientNorm / 2 ? stuck + 1 : 0;
    best = norm(g) < best.gradientNorm ? { x, iterations, gradientNorm: norm(g) } : { ...best, iterations };
  }
  if (best.gradientNorm > ACCEPTED * scale) throw new NotConvergedError(best);
  return best;
}

/** A place, and the gradient there. */
type Place = { readonly x: Float64Array; readonly g: Float64Array };

/** Goes to the minimum along a direction: the whole step if that already does, else by bisection of the slope. */
function search(problem: Problem, { x, g }: Place, direction: Float64Array): Place {
  const to = (t: number): Place => {
    const there = x.map((v, i) => v + t * at(direction, i));
    return { x: there, g: gradient(problem, there) };
  };
  const slopeAt = (t: number) => dot(to(t).g, direction);
  const whole = to(1);
  if (Math.abs(dot(whole.g, direction)) <= 0.1 * Math.abs(dot(g, direction))) return whole;
  let [low, high] = [0, 1];
  while (slopeAt(high) < 0 && high < 1e6) [low, high] = [high, high * 2];
  for (let i = 0; i < 40; ++i) {
    const middle = (low + high) / 2;
    if (slopeAt(middle) < 0) low = middle;
    else high = middle;
  }
  return to(high);
}

function gradient(problem: Problem, x: Float64Array): Float64Array {
  const g = x.map((v, i) => problem.tau * (v - at(problem.centre, i)));
  const { a, b, c, weight } = columnsOf(problem.samples);
  for (let i = 0; i < c.length; ++i) {
    const [first, second] = [index(a, i), index(b, i)];
    const size = at(weight, i) * problem.loss.slope(at(x, second) - at(x, first), at(c, i));
    g[second] = at(g, second) + size;
    g[first] = at(g, first) - size;
  }
  return g;
}

/** Comparisons by what they have, which is faster to walk through: Newton's method does so many times. */
type Columns = {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly c: Float64Array;
  readonly weight: Float64Array;
};

const COLUMNS = new WeakMap<readonly Sample[], Columns>();

function columnsOf(samples: readonly Sample[]): Columns {
  const known = COLUMNS.get(samples);
  if (known !== undefined) return known;
  const { length } = samples;
  const columns: Columns = {
    a: new Int32Array(length),
    b: new Int32Array(length),
    c: new Float64Array(length),
    weight: new Float64Array(length),
  };
  for (let i = 0; i < length; ++i) {
    const { a, b, c, weight } = samples[i] as Sample;
    [columns.a[i], columns.b[i], columns.c[i], columns.weight[i]] = [a, b, c, weight];
  }
  COLUMNS.set(samples, columns);
  return columns;
}

function index(values: Int32Array, i: number): number {
  return values[i] as number;
}

/** Adds `size (e_b - e_a)` of a comparison to a gradient. */
export function addPull(g: Float64Array, { a, b }: Pick<Sample, "a" | "b">, size: number): void {
  g[b] = at(g, b) + size;
  g[a] = at(g, a) - size;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, v, i) => sum + v * at(b, i), 0);
}

function norm(g: Float64Array): number {
  return g.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
}
