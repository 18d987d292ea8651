import { readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../../../examples/own-dependencies");

/** Texts of the project's own sample round by path: what a command reads if it stands in the folder `round` is in. */
export function sampleFiles(...names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [`round/${name}`, readFileSync(join(FOLDER, name), "utf8")]));
}
