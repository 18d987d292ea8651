import { at } from "../utils/array.ts";

import { type Matrix, solve } from "./cholesky.ts";

/** A residual so much smaller than at the beginning is enough: Newton's method goes on from there. */
const REDUCTION = 1e-5;
const MOST_ITERATIONS = 50;

/**
 * Solves `A x = right` for a symmetric positive definite A by conjugate gradients, which need as few steps as A differs in
 * from a matrix that is factored already (Hestenes and Stiefel 1952).
 * @param apply Returns `A v`.
 * @param nearby A factored matrix that is near A.
 * @returns `undefined` when that takes too many steps.
 */
export function conjugateGradients(
  apply: (v: Float64Array) => Float64Array,
  right: Float64Array,
  nearby: Matrix,
): Float64Array | undefined {
  const x = new Float64Array(right.length);
  const residual = Float64Array.from(right);
  let direction = solve(nearby, residual);
  let size = dot(residual, direction);
  const goal = REDUCTION * Math.sqrt(dot(right, right));
  for (let i = 0; i < MOST_ITERATIONS; ++i) {
    if (!(size > 0)) return size === 0 ? x : undefined;
    const image = apply(direction);
    const step = size / dot(direction, image);
    addScaled(x, step, direction);
    addScaled(residual, -step, image);
    if (Math.sqrt(dot(residual, residual)) <= goal) return x;
    const next = solve(nearby, residual);
    const before = size;
    size = dot(residual, next);
    addScaled(next, size / before, direction);
    direction = next;
  }
  return undefined;
}

function addScaled(to: Float64Array, factor: number, v: Float64Array): void {
  for (let i = 0; i < to.length; ++i) to[i] = at(to, i) + factor * at(v, i);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; ++i) sum += at(a, i) * at(b, i);
  return sum;
}
