import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../../../../shared/data/pilot");

/** Returns a file of the pilot; undefined, with a line that says so, where the shared data are not there. */
export function pilotFile(name: string): string | undefined {
  const path = join(FOLDER, name);
  if (existsSync(path)) return readFileSync(path, "utf8");
  console.log(`      not checked: the shared data (pilot/${name}) are not on this machine`);
  return undefined;
}
