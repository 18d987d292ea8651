/** The menus: by hand for what people write, by folder and group for what is composed. */
import { LABELS, type Navigation } from "../navigation.ts";
import type { Report } from "./report.ts";
import type { Page } from "./pages/parts.ts";

type Link = { readonly text: string; readonly link?: string };
export type Group = Link & { readonly items: readonly Link[]; readonly collapsed?: boolean };
/** By the folder that they belong to; `/` for all others. */
export type Menus = Readonly<Record<string, readonly Group[]>>;

/** Folders with menus of their own, and what these are called. */
const FOLDERS = {
  actions: "Actions",
  errors: "Errors",
  contracts: "Contracts",
  api: "Subpaths",
  decisions: "Decisions",
};

/** Composes the menus. `report` is told of a page on none, and of a page on one that is not there. */
export function composeMenus(pages: readonly Page[], navigation: Navigation, report: Report): Menus {
  const titles = new Map(pages.map(({ path, title }) => [path, title]));
  const item = (path: string): Link => {
    if (!titles.has(path)) report(`The menu names ${path}, which is no page.`);
    return { text: LABELS[path] ?? titles.get(path) ?? path, link: urlOf(path) };
  };
  const listed = navigation.flatMap((group) => group.pages);
  for (const { path } of pages) {
    const isElsewhere = path === "index" || (path.split("/")[0] ?? "") in FOLDERS;
    if (!isElsewhere && !listed.includes(path)) report(`${path} is on no menu: add it to site/navigation.ts.`);
  }
  const top = listed.filter((path) => /^(tutorial|how-it-works|sdk)$|\/index$/.test(path));
  const back = { text: "Documentation", items: top.map(item) };
  const menuOf = (folder: string, title: string): Group[] => {
    const own = pages.filter(({ path }) => path.startsWith(`${folder}/`) && !path.endsWith("/index"));
    const groups = Map.groupBy(own, ({ group }) => group ?? title);
    return [...groups].map(([text, list]) => {
      const items = list.map(({ path }) => item(path));
      // A long menu is closed but for the group that a page is in; what closes has to be a link.
      return groups.size === 1 ? { text, items } : { text, link: list[0]?.groupUrl ?? "", items, collapsed: true };
    });
  };
  const folders = Object.entries(FOLDERS).map(([folder, title]) => [`/${folder}/`, [back, ...menuOf(folder, title)]]);
  return {
    ...(Object.fromEntries(folders) as Menus),
    "/": navigation.map(({ title, pages: list }) => ({ text: title, items: list.map(item) })),
  };
}

/** `/errors/` of `errors/index`. */
export function urlOf(path: string): string {
  return `/${path.replace(/(^|\/)index$/, "$1")}`;
}
