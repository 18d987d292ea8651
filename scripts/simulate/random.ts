import { mulberry32, shuffled } from "../../sdk/src/utils/random.ts";

/** A stream of pseudo-random draws that its seed alone decides. */
export type Random = {
  /** Uniform in [0, 1). */
  readonly uniform: () => number;
  /** Normal with mean 0 and standard deviation 1. */
  readonly normal: () => number;
  /** An integer from 0 to `below - 1`. */
  readonly integer: (below: number) => number;
};

/** Returns the stream number `stream` of a seed: draws of one experiment do not depend on how many another makes. */
export function createRandom(seed: number, stream: number): Random {
  const uniform = mulberry32(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b));
  return {
    uniform,
    integer: (below) => Math.floor(uniform() * below),
    // Box-Muller; 1 - u is never 0.
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}

/** Returns `count` orders of 0 … n - 1. */
export function randomOrders(n: number, count: number, seed: number): number[][] {
  return Array.from({ length: count }, (_, i) => shuffled(n, seed * 100_003 + i));
}
