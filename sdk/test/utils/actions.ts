import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

import { SOURCES } from "./program.ts";

/** Files of the actions below the sources: of one contract function each, and those of the client that compose several. */
export function actionFiles(): readonly string[] {
  const all = readdirSync(join(SOURCES, "actions"), { recursive: true, encoding: "utf8" });
  const simple = all.filter((path) => path.endsWith(".ts") && dirname(path) !== ".");
  const client = readFileSync(join(SOURCES, "client", "index.ts"), "utf8");
  const others = [...client.matchAll(/^export \* from "\.\.\/(\w+\/\w+\.ts)";$/gm)].map(([, path = ""]) => path);
  return [...simple.map((path) => join("actions", path)), ...others.filter((path) => path !== "actions/index.ts")];
}
