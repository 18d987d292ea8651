import { readFileSync } from "node:fs";
import { join } from "node:path";

import fc from "fast-check";

import { type Comparison, readComparisons, readWeights } from "../../src/csv/index.ts";

const SAMPLE = join(import.meta.dirname, "../../../examples/own-dependencies");
const TRADERS = ["equal", "files-that-use-it", "what-ships"];

/** "b is worth m times a", by juror j. */
export function says(a: string, b: string, m: number, juror = "j"): Comparison {
  return { juror, a, b, choice: 2, multiplier: m };
}

/** The same comparison, told the other way round. */
export function swapped({ a, b, choice, ...others }: Comparison): Comparison {
  return { ...others, a: b, b: a, choice: choice === 1 ? 2 : 1 };
}

export function project(i: number): string {
  return `p${i}`;
}

/** Comparisons of n projects, connected by a chain. */
export function comparisonsOf(n: number): fc.Arbitrary<Comparison[]> {
  const any = fc.record({
    juror: fc.constantFrom("x", "y", "z"),
    a: fc.nat(n - 1),
    step: fc.integer({ min: 1, max: n - 1 }),
    choice: fc.constantFrom<1 | 2>(1, 2),
    multiplier: fc.double({ min: 1, max: 1000, noNaN: true }),
  });
  const chain = fc
    .array(any, { minLength: n - 1, maxLength: n - 1 })
    .map((list) => list.map((c, i) => ({ ...c, a: i, step: 1 })));
  return fc
    .tuple(chain, fc.array(any, { maxLength: 3 * n }))
    .map(([first, rest]) =>
      [...first, ...rest].map(({ a, step, ...others }) => ({ ...others, a: project(a), b: project((a + step) % n) })),
    );
}

/** Comparisons, base rates and traders of the project's own sample round. */
export function sampleRound() {
  const read = (name: string) => readFileSync(join(SAMPLE, name), "utf8");
  const { projects, weights: baseRates } = readWeights(read("base-rates.csv"));
  const comparisons = readComparisons(read("comparisons.csv"), { projects });
  const files = TRADERS.map((name) => ({ name, ...readWeights(read(`traders/${name}.csv`), { projects }) }));
  return { projects, baseRates, comparisons, files };
}
