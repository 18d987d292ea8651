import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { type Comparison, readComparisons } from "../../src/csv/index.ts";

const FOLDER = join(import.meta.dirname, "../../../../shared/data/pilot");

/** Returns a file of the pilot; undefined, with a line that says so, where the shared data are not there. */
export function pilotFile(name: string): string | undefined {
  const path = join(FOLDER, name);
  if (existsSync(path)) return readFileSync(path, "utf8");
  console.log(`      not checked: the shared data (pilot/${name}) are not on this machine`);
  return undefined;
}

/** Returns the pilot's comparisons, like {@link pilotFile}. */
export function pilotComparisons(): Comparison[] | undefined {
  const text = pilotFile("comparisons.csv");
  return text === undefined ? undefined : readComparisons(text);
}
