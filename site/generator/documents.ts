/** The pages that people write: where they are on the site, and where their links and pictures lead. */
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";

import { escapeText } from "./markdown.ts";
import { urlOf } from "./menus.ts";
import type { Report } from "./report.ts";
import { inlineDiagrams, inlinePicture } from "./pictures/inline.ts";
import type { Page } from "./pages/parts.ts";

export type Documents = {
  readonly root: string;
  /** Paths of pages, by those of their sources. */
  readonly routes: ReadonlyMap<string, string>;
  /** Files that are not pages and that a page links to: they are copied. */
  readonly files: Set<string>;
  readonly report: Report;
};

const SITE = "site";
const FENCE = /^(```+)[^\n]*\n[\s\S]*?^\1$/gm;
const LINK = /(!?)\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^()\s]+)\)/g;

/** Finds the pages below `site/`, but for what is built there. */
export function findPages(root: string): string[] {
  const found = globSync("**/*.md", { cwd: join(root, SITE), exclude: (name) => name === "node_modules" });
  return found.map((file) => posix.join(SITE, ...file.split(/[\\/]/))).sort();
}

/** Reads a page and points its links at the site, wherever the page lies. */
export function readDocument(documents: Documents, source: string): string {
  const text = readFileSync(join(documents.root, source), "utf8");
  const route = documents.routes.get(source) ?? source;
  const linked = outsideCode(text, (part) =>
    escapeText(part).replace(LINK, (whole: string, image: string, label: string, href: string) => {
      if (/^(https?:|mailto:|#|\/)/.test(href)) return whole;
      if (image !== "") return inlinePicture(documents.root, posix.join(posix.dirname(source), href), label);
      const target = resolve(documents, source, href);
      // VitePress takes what it does not know by its ending for a page.
      if (target.startsWith("/files/")) return `<a href="${target}" target="_blank">${label}</a>`;
      return `[${label}](${target})`;
    }),
  );
  return inlineDiagrams(documents.root, route, linked, documents.report);
}

/** Where a link leads: to a page, to a picture, or to a file that is copied. */
function resolve({ root, routes, files, report }: Documents, source: string, href: string): string {
  const [path = "", anchor] = href.split("#");
  const target = posix.normalize(posix.join(posix.dirname(source), path));
  const suffix = anchor === undefined ? "" : `#${anchor}`;
  const page = routes.get(target);
  if (page !== undefined) return `${urlOf(page)}${page.endsWith("index") ? "" : ".html"}${suffix}`;
  if (target.startsWith("..") || !existsSync(join(root, target)) || !statSync(join(root, target)).isFile()) {
    report(`${source}: the link "${href}" leads nowhere; there is no ${target}.`);
    return href;
  }
  if (target.endsWith(".md")) report(`${source}: ${target} is no page: add it to site/navigation.ts.`);
  files.add(target);
  return `/files/${target}${suffix}`;
}

function outsideCode(text: string, change: (part: string) => string): string {
  const blocks = [...text.matchAll(FENCE)];
  const ends = blocks.map(({ index, 0: block }) => [index, index + block.length] as const);
  const starts = [0, ...ends.map(([, end]) => end)];
  return starts.map((start, i) => change(text.slice(start, ends[i]?.[0])) + (blocks[i]?.[0] ?? "")).join("");
}

/** Composes the page of a document. */
export function documentPage(documents: Documents, source: string): Page {
  const path = documents.routes.get(source) ?? source;
  const text = readDocument(documents, source);
  const title = /^(?:---\n[\s\S]*?^title: "?([^"\n]+)"?$|# (.+)$)/m.exec(text)?.slice(1).find(Boolean);
  if (source === "LICENSE") return { path, title: "Licence", text: `# Licence\n\n${text}` };
  if (title === undefined) documents.report(`${source} has no title: begin it with "# …".`);
  return { path, title: title ?? source, text };
}
