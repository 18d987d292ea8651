/** What all pages have: head, search, navigation, and the headings of the page. */
import { posix } from "node:path";

import { escapeXml } from "../utils/svg.ts";
import type { Page } from "./site.ts";

export type Link = { readonly title: string; readonly url: string };

/** A part of the navigation; its links are open on the pages that belong to it. */
export type Group = {
  readonly title: string;
  readonly section: string;
  readonly links: readonly Link[];
  readonly url?: string;
};

const NAME = "Deep Funding Markets";

/** Before anything is drawn, so that a page does not flash in the other mode. */
const THEME = `<script>try{const t=localStorage.getItem("theme");if(t)document.documentElement.dataset.theme=t}catch{}</script>`;

/** Renders a page as a file; links become relative, so that the site works from any folder, and from none. */
export function renderPage(page: Page, navigation: readonly Group[]): string {
  const title = page.url === "/index.html" ? NAME : `${page.title} · ${NAME}`;
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<meta name="description" content="${escapeXml(page.description)}">
<meta name="color-scheme" content="light dark">
${THEME}
<link rel="stylesheet" href="/assets/site.css">
<script src="/assets/site.js" data-root="/" defer></script>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="top">
<a class="brand" href="/index.html">${NAME}</a>
<div class="search" role="search">
<input id="search" type="search" placeholder="Search ( / )" aria-label="Search the documentation" autocomplete="off" role="combobox" aria-expanded="false" aria-controls="results" aria-autocomplete="list">
<ul id="results" role="listbox" aria-label="Results" hidden></ul>
</div>
<a class="menu" href="#navigation">Menu</a>
<button id="theme" type="button" aria-label="Switch between light and dark">◐</button>
</header>
<div class="frame">
<main id="content" tabindex="-1">
${page.html}</main>
${renderHeadings(page)}<nav id="navigation" aria-label="Pages">
${navigation.map((group) => renderGroup(group, page)).join("")}</nav>
</div>
</body>
</html>
`;
  return makeRelative(html, page.url);
}

function renderGroup({ title, section, links, url }: Group, page: Page): string {
  const isOpen = page.section === section || section === "start";
  const list = links.map((link) => `<li>${renderLink(link, page)}</li>`).join("\n");
  const overview = url === undefined ? "" : `<li>${renderLink({ title: "Overview", url }, page)}</li>`;
  return `<details${isOpen ? " open" : ""}><summary>${escapeXml(title)}</summary><ul>\n${overview}${list}\n</ul></details>\n`;
}

function renderLink({ title, url }: Link, page: Page): string {
  return `<a href="${url}"${url === page.url ? ' aria-current="page"' : ""}>${escapeXml(title)}</a>`;
}

function renderHeadings({ headings }: Page): string {
  const shown = headings.filter(({ depth }) => depth === 2 || depth === 3);
  const sections = shown.filter(({ depth }) => depth === 2);
  if (sections.length < 2) return "";
  const links = sections.map(({ id, text }) => `<li><a href="#${id}">${escapeXml(text)}</a></li>`);
  return `<aside class="toc" aria-label="On this page"><p>On this page</p><ul>\n${links.join("\n")}\n</ul></aside>\n`;
}

/** Makes `/a/b.html` relative to the page that names it. */
function makeRelative(html: string, url: string): string {
  return html.replace(/ (href|src|data-root)="(\/[^"]*)"/g, (_, attribute: string, target: string) => {
    const [path = "", anchor] = target.split("#");
    const relative = posix.relative(posix.dirname(url), path) || ".";
    const base = path === url && anchor !== undefined ? "" : relative;
    return ` ${attribute}="${base}${anchor === undefined ? "" : `#${anchor}`}"`;
  });
}
