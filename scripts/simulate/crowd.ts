import { floorWeightsFromNumbers } from "../../sdk/src/math/index.ts";
import type { Trader } from "./account.ts";
import type { Random } from "./random.ts";

const WAD = 10n ** 18n;

/** A kind of traders: how many, with what money each, and how far off in log weights (standard deviation). */
type Kind = { readonly kind: string; readonly count: number; readonly budget: bigint; readonly noise: number };

/** What is simulated: half of the money knows something. In tokens of 1e18. */
export const KINDS: readonly Kind[] = [
  { kind: "informed", count: 6, budget: (1000n * WAD) / 6n, noise: 0.4 },
  { kind: "noisy", count: 8, budget: 125n * WAD, noise: 1.2 },
];

/** Money of a whole crowd, in units. */
export const CROWD_MONEY = KINDS.reduce((sum, { count, budget }) => sum + BigInt(count) * budget, 0n);

/** Returns a crowd whose predictions are `w e^(noise z)`, normalised, with z independent standard normals. */
export function createCrowd(answer: readonly bigint[], random: Random): Trader[] {
  return KINDS.flatMap(({ kind, count, budget, noise }) =>
    Array.from({ length: count }, (_, i) => ({
      name: `${kind} ${i + 1}`,
      weights: floorWeightsFromNumbers(answer.map((w) => Number(w) * Math.exp(noise * random.normal()))),
      budget,
    })),
  );
}
