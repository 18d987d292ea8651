import { NotConvergedError } from "../errors/jury.ts";
import { at } from "../utils/array.ts";

import { type Matrix, factor, solve } from "./cholesky.ts";
import { componentsOf } from "./components.ts";
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

type Step = { readonly x: Float64Array; readonly iterations: number; readonly gradientNorm: number };

/**
 * Minimises by Newton's method: the Hessian of the comparisons is damped by the size of the gradient, so
 * that it works where the loss is flat, and each step goes to the minimum along its direction.
 *
 * Without an anchor the sum of x is 0. Where the minimum is not unique the result is that of an anchor at 0 as its
 * strength goes to 0: of all answers, the one that claims the least differences.
 * @throws {NotConvergedError}
 */
export function minimise(problem: Problem, start = problem.centre): Minimum {
  const first = descend(problem, start);
  if (isUnique(problem, first.x)) return { ...first, unique: true };
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
  for (const sample of samples) {
    const curved = sample.weight * curvature(difference(sample, x), sample.c);
    const [low, high] = sample.a < sample.b ? [sample.a, sample.b] : [sample.b, sample.a];
    hessian[low * n + low] = at(hessian, low * n + low) + curved;
    hessian[high * n + high] = at(hessian, high * n + high) + curved;
    hessian[high * n + low] = at(hessian, high * n + low) - curved;
  }
  return factor(hessian, n);
}

/** Whether the Hessian at x is regular (but for the constant direction): curved comparisons connect all. */
function isUnique({ n, samples, loss, tau }: Problem, x: Float64Array): boolean {
  if (tau > 0) return true;
  const inner = samples.filter((sample) => loss.curved(difference(sample, x), sample.c));
  return componentsOf(
    n,
    inner.map(({ a, b }) => [a, b] as const),
  ).every((component) => component === 0);
}

function descend(problem: Problem, start: Float64Array): Step {
  const degrees = new Float64Array(problem.n);
  for (const { a, b, weight } of problem.samples) for (const i of [a, b]) degrees[i] = at(degrees, i) + weight;
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
    const direction = solve(
      factoredHessian(problem, x, damping),
      g.map((v) => -v),
    );
    x = search(problem, x, direction);
    g = gradient(problem, x);
    stuck = best.gradientNorm < ACCEPTED * scale && norm(g) >= best.gradientNorm / 2 ? stuck + 1 : 0;
    best = norm(g) < best.gradientNorm ? { x, iterations, gradientNorm: norm(g) } : { ...best, iterations };
  }
  if (best.gradientNorm > ACCEPTED * scale) throw new NotConvergedError(best);
  return best;
}

/** Goes to the minimum along a direction: the whole step if that already does, else by bisection of the slope. */
function search(problem: Problem, x: Float64Array, direction: Float64Array): Float64Array {
  const to = (t: number) => x.map((v, i) => v + t * at(direction, i));
  const slopeAt = (t: number) => dot(gradient(problem, to(t)), direction);
  const atStart = slopeAt(0);
  if (Math.abs(slopeAt(1)) <= 0.1 * Math.abs(atStart)) return to(1);
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
  for (const sample of problem.samples) addPull(g, sample, pull(sample, problem, x));
  return g;
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
