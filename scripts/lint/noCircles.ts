/** A rule of ESLint: no file imports itself by way of others, not for types either. */
import { readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Rule } from "eslint";
import ts from "typescript";

import { onRelativeImport } from "./relativeImports.ts";

export const noCircles: Rule.RuleModule = {
  meta: {
    type: "problem",
    schema: [],
    messages: { circle: "This import leads back to this file: {{way}}." },
  },
  create(context) {
    return onRelativeImport(context.filename, (node, path) => {
      const way = wayTo(context.filename, path);
      if (way === undefined) return;
      const names = way.map((file) => relative(context.cwd, file)).join(" → ");
      context.report({ node, messageId: "circle", data: { way: names } });
    });
  },
};

/** The files from one to another along imports, both included; `undefined` if there is no such way. */
function wayTo(target: string, start: string): readonly string[] | undefined {
  const before = new Map<string, string | undefined>([[start, undefined]]);
  for (const file of before.keys()) {
    if (file === target) return wayBack(file, before);
    for (const next of importsOf(file)) if (!before.has(next)) before.set(next, file);
  }
  return undefined;
}

function wayBack(end: string, before: ReadonlyMap<string, string | undefined>): readonly string[] {
  const way: string[] = [];
  for (let file: string | undefined = end; file !== undefined; file = before.get(file)) way.unshift(file);
  return way;
}

const read = new Map<string, { readonly stamp: string; readonly imports: readonly string[] }>();

/** What a file imports by relative paths, read anew if the file has changed: an editor lints for hours. */
function importsOf(file: string): readonly string[] {
  const status = statSync(file, { throwIfNoEntry: false });
  if (status === undefined) return [];
  const stamp = `${status.mtimeMs} ${status.size}`;
  const known = read.get(file);
  if (known?.stamp === stamp) return known.imports;
  const { importedFiles } = ts.preProcessFile(readFileSync(file, "utf8"), true, true);
  const relatives = importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith("."));
  const imports = relatives.map((name) => join(dirname(file), name)).filter((path) => path.endsWith(".ts"));
  read.set(file, { stamp, imports });
  return imports;
}
