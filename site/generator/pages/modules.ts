/** A page for every subpath of the package, from the TSDoc of what it exports. */
import { codeBlock, firstSentence, frontmatter, heading } from "../markdown.ts";
import type { Names } from "../names.ts";
import { actionFiles } from "../tsdoc/actions.ts";
import type { Entry, Export } from "../tsdoc/api.ts";
import { exportSection, type Page } from "./parts.ts";

export type Module = { readonly entry: Entry; readonly path: string; readonly exports: readonly Export[] };

/** They have pages of their own, or are the contracts' ABIs. */
const ELSEWHERE = ["actions", "errors", "abi"];
const GROUPS = [
  ["function", "Functions"],
  ["constant", "Constants"],
  ["class", "Classes"],
  ["type", "Types"],
] as const;

/** Returns the subpaths with what is explained there: each export once, at the most special, so the package itself comes last. */
export function readModules(entries: readonly Entry[]): Module[] {
  const keyOf = ({ name, file }: Export) => `${file} ${name}`;
  const elsewhere = entries.filter(({ subpath }) => ELSEWHERE.includes(subpath));
  const ofActions = actionFiles(entries);
  const hasPage = (subpath: string, { file }: Export) => subpath !== "actions" || ofActions.has(file);
  const told = new Set(
    elsewhere.flatMap(({ subpath, exports }) => exports.filter((one) => hasPage(subpath, one)).map(keyOf)),
  );
  const own = entries.filter((entry) => !elsewhere.includes(entry));
  return own
    .toSorted((a, b) => Number(a.subpath === "") - Number(b.subpath === ""))
    .map((entry) => {
      const exports = entry.exports.filter((one) => !told.has(keyOf(one)));
      for (const one of exports) told.add(keyOf(one));
      const path = `api/${entry.subpath === "" ? "index" : entry.subpath.replaceAll("/", "-")}`;
      return { entry, path, exports };
    });
}

/** Composes the page of a subpath. */
export function modulePage({ entry, path, exports }: Module, names: Names): Page {
  const first = exports.find(({ kind }) => kind === "function") ?? exports[0];
  const description = `What ${entry.name} exports: ${exports
    .slice(0, 4)
    .map(({ name }) => name)
    .join(", ")} and more.`;
  const groups = GROUPS.flatMap(([kind, plural]) => {
    const own = exports.filter((one) => one.kind === kind);
    if (own.length === 0) return [];
    return [heading(2, plural, plural.toLowerCase()), ...own.map((one) => exportSection(one, names, 3))];
  });
  const text = [
    frontmatter({ title: entry.name, description: firstSentence(description) }),
    heading(1, `\`${entry.name}\``, "module"),
    codeBlock(`import { ${first?.name ?? ""} } from "${entry.name}";`, "ts"),
    ...groups,
  ].join("");
  return { path, title: entry.name, text };
}
