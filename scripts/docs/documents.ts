/** The project's own documents that become pages, and where their links lead. */
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, posix } from "node:path";

import type { References, Rendered } from "./markdown.ts";
import { heading, renderMarkdown, slugOf } from "./markdown.ts";
import { actionUrl, contractUrl, type Names } from "./names.ts";
import type { Contracts } from "./natspec.ts";
import { firstSentence, type Page, type Report } from "./site.ts";
import type { Action } from "./tsdoc/actions.ts";

export type Document = {
  /** Path from the repository's root. */
  readonly source: string;
  readonly url: string;
  readonly section: "start" | "guides" | "project";
  /** In the navigation; without it the title of the document. */
  readonly label?: string;
};

const ACTIONS = "sdk/docs/actions";
const GUIDES = "sdk/docs/guides";

const FIXED: readonly Document[] = [
  { source: "README.md", url: "/index.html", section: "start", label: "Overview" },
  { source: "sdk/README.md", url: "/sdk.html", section: "start", label: "The SDK" },
  {
    source: "examples/own-dependencies/README.md",
    url: "/sample-round.html",
    section: "start",
    label: "The sample round",
  },
  { source: "SECURITY.md", url: "/security.html", section: "project", label: "Security" },
  { source: "CONTRIBUTING.md", url: "/contributing.html", section: "project", label: "Contributing" },
  { source: "sdk/CHANGELOG.md", url: "/changelog.html", section: "project", label: "Changes" },
  { source: "LICENSE", url: "/licence.html", section: "project", label: "Licence" },
];

/** Lists the documents that exist: the fixed ones, and every guide. */
export function listDocuments(root: string): Document[] {
  const guides = filesBelow(root, GUIDES).map((source): Document => {
    return { source, url: `/guides/${posix.basename(source, ".md")}.html`, section: "guides" };
  });
  return [...FIXED.filter(({ source }) => existsSync(join(root, source))), ...guides];
}

function filesBelow(root: string, folder: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  const names = readdirSync(path, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(".md"))
    .map((name) => posix.join(folder, name))
    .sort();
}

/** Reads what was written about the actions, by `area/action`. `report` is told what lacks a page, and what has no action. */
export function readActionPages(
  root: string,
  actions: readonly Action[],
  allowMissing: boolean,
  report: Report,
): ReadonlyMap<string, string> {
  const files = filesBelow(root, ACTIONS);
  const wanted = new Map(actions.map(({ area, name }) => [`${ACTIONS}/${area}/${name}.md`, `${area}/${name}`]));
  for (const file of files) {
    if (!wanted.has(file))
      report(`${file}: there is no such action; remove the page, or name it as the action is named.`);
  }
  for (const file of wanted.keys()) {
    if (!allowMissing && !files.includes(file)) report(`${file} is missing: every action has a page.`);
  }
  const found = [...wanted].filter(([file]) => files.includes(file));
  const texts = found.map(([file, key]) => {
    const text = readFileSync(join(root, file), "utf8");
    const title = posix.basename(key);
    if (!text.startsWith(`# ${title}\n`)) report(`${file} begins with "# ${title}".`);
    if (!/^## Usage$/m.test(text)) report(`${file} has no section "## Usage": a whole program, and what it prints.`);
    return [key, text] as const;
  });
  return new Map(texts);
}

/* LINKS */

/** Where the files of the repository are on the site. */
export type Routes = {
  readonly pages: ReadonlyMap<string, string>;
  /** Files that are not pages and that a page links to: they are copied. */
  readonly files: Set<string>;
};

/** Collects the pages by the paths of their sources. */
export function collectRoutes(
  documents: readonly Document[],
  actions: readonly Action[],
  contracts: Contracts,
): Routes {
  return {
    pages: new Map([
      ...documents.map(({ source, url }) => [source, url] as const),
      ...actions.map((action) => [`${ACTIONS}/${action.area}/${action.name}.md`, actionUrl(action)] as const),
      ...[...contracts.implementations].map(([file, name]) => [file, contractUrl(name)] as const),
    ]),
    files: new Set(),
  };
}

export type Site = {
  readonly root: string;
  readonly routes: Routes;
  readonly names: Names;
  /** Pictures that pages show inside themselves, by their paths in the repository. */
  readonly pictures: ReadonlyMap<string, string>;
  readonly report: Report;
};

/** How a document refers to others, by paths relative to itself. */
export function documentReferences({ root, routes, names, pictures, report }: Site, source: string): References {
  const link = (href: string) => {
    if (/^(https?:|mailto:|#)/.test(href)) return href;
    const [path = "", anchor] = href.split("#");
    const target = posix.normalize(posix.join(posix.dirname(source), path));
    const suffix = anchor === undefined ? "" : `#${anchor}`;
    const page = routes.pages.get(target);
    if (page !== undefined) return `${page}${suffix}`;
    if (!target.startsWith("..") && existsSync(join(root, target)) && statSync(join(root, target)).isFile()) {
      routes.files.add(target);
      return `/files/${target}${suffix}`;
    }
    report(`${source}: the link "${href}" leads nowhere; there is no ${target}.`);
    return href;
  };
  return {
    link,
    code: names.ofCode,
    rule: names.ofRule,
    image: (href) => pictures.get(posix.normalize(posix.join(posix.dirname(source), href))),
  };
}

/* PAGES */

/** Composes the page of a document. */
export function documentPage(site: Site, { source, url, section }: Document): Page {
  const text = readFileSync(join(site.root, source), "utf8");
  const { html, headings } = source.endsWith(".md")
    ? renderMarkdown(text, documentReferences(site, source))
    : plainDocument(source, text);
  const title = headings.find(({ depth }) => depth === 1)?.text ?? source;
  if (!headings.some(({ depth }) => depth === 1)) site.report(`${source} has no title: begin it with "# …".`);
  const [, first = ""] = /^# .*\n+([^\n#`|<][^]*?)(?:\n\n|$)/m.exec(text) ?? [];
  const description = firstSentence(first.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1"));
  const found = [
    { title, url, kind: section === "guides" ? "guide" : "page", text: description },
    ...headings
      .filter(({ depth }) => depth === 2)
      .map((one) => ({ title: one.text, url: `${url}#${one.id}`, kind: title, text: "" })),
  ];
  return { url, title, section, html, headings, description, found };
}

function plainDocument(source: string, text: string): Rendered {
  const title = text.split("\n")[0] ?? source;
  const paragraphs = text.split(/\n\n+/).map((one) => renderMarkdown(one).html);
  const id = slugOf(title);
  return { html: heading(1, id, title) + paragraphs.slice(1).join(""), headings: [{ depth: 1, id, text: title }] };
}
