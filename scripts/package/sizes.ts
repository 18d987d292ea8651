import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const FILE = join(import.meta.dirname, "sizes.json");
/** How much an entry may grow before somebody looks at it. */
const SLACK = 1.1;
const STEP = 500;

/** Bytes of each entry, minified and compressed: what it had when the budgets were made, and what it may have. */
export type Sizes = Readonly<Record<string, { readonly measured: number; readonly budget: number } | undefined>>;

export async function readSizes(): Promise<Sizes> {
  return JSON.parse(await readFile(FILE, "utf8")) as Sizes;
}

/** Makes what was measured the new budgets, with a margin. */
export async function writeSizes(measured: ReadonlyMap<string, number>): Promise<void> {
  const entries = [...measured].map(([entry, size]) => {
    const budget = Math.ceil((size * SLACK) / STEP) * STEP;
    return [entry, { measured: size, budget }] as const;
  });
  await writeFile(FILE, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
}
