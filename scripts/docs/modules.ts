/** The package's subpaths: each of what they export is explained once, at the most special of them. */
import { isOfAction } from "./tsdoc/actions.ts";
import type { Api, Entry, Export } from "./tsdoc/api.ts";

export type Module = { readonly entry: Entry; readonly exports: readonly Export[] };

/** They have pages of their own. */
const ELSEWHERE = ["actions", "errors"];

/** Returns the subpaths with what is explained there, the package itself last. */
export function readModules({ entries }: Api): Module[] {
  const elsewhere = entries.filter(({ subpath }) => ELSEWHERE.includes(subpath));
  const hasPage = (subpath: string, one: Export) => subpath !== "actions" || isOfAction(one);
  const told = new Set(
    elsewhere.flatMap(({ subpath, exports }) => exports.filter((one) => hasPage(subpath, one)).map(keyOf)),
  );
  const own = entries.filter(({ subpath }) => !ELSEWHERE.includes(subpath));
  const special = [...own.filter(({ subpath }) => subpath !== ""), ...own.filter(({ subpath }) => subpath === "")];
  return special.map((entry) => {
    const exports = entry.exports.filter((one) => !told.has(keyOf(one)));
    for (const one of exports) told.add(keyOf(one));
    return { entry, exports };
  });
}

function keyOf({ name, file }: Export): string {
  return `${file} ${name}`;
}
