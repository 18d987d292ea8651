/** Returns 0 … n - 1 in an order that the seed alone decides (mulberry32, Fisher-Yates). */
export function shuffled(n: number, seed: number): number[] {
  const random = mulberry32(seed);
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; --i) {
    const j = Math.floor(random() * (i + 1));
    const taken = order[i] ?? i;
    order[i] = order[j] ?? j;
    order[j] = taken;
  }
  return order;
}

/** Returns a generator of numbers in [0, 1) that the seed alone decides. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
