/** A market has at most so many outcomes. */
const MAX_SEEDS = 256;

/** Returns the seeds of a set, ascending: the bits of the number. */
export function seedsOf(set: bigint): readonly number[] {
  return Array.from({ length: MAX_SEEDS }, (_, i) => i).filter((i) => ((set >> BigInt(i)) & 1n) === 1n);
}

/** Returns the set of some seeds: a number with a bit for each. */
export function toSeedSet(seeds: readonly number[]): bigint {
  return seeds.reduce((set, index) => set | (1n << BigInt(index)), 0n);
}
