import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type DefaultTheme } from "vitepress";

import { linkNames } from "../generator/linkNames.ts";

/** What `npm run docs` composed: pages, and beside them menus and the pages of names. */
const PAGES = join(import.meta.dirname, "pages");
type Site = {
  readonly menus: Record<string, DefaultTheme.SidebarItem[]>;
  readonly names: Readonly<Record<string, string>>;
};
const { menus, names } = JSON.parse(readFileSync(join(PAGES, "site.json"), "utf8")) as Site;

const TITLE = "Deep Funding Markets";
const DESCRIPTION = "Prediction markets that say what a jury would say, and pay open source by the answer.";

export default defineConfig({
  title: TITLE,
  description: DESCRIPTION,
  lang: "en-GB",
  srcDir: PAGES,
  metaChunk: true,
  head: [
    ["link", { rel: "icon", type: "image/svg+xml", href: "/favicon.svg" }],
    ["meta", { property: "og:site_name", content: TITLE }],
    ["meta", { property: "og:type", content: "article" }],
  ],
  transformHead: ({ title, description }) => [
    ["meta", { property: "og:title", content: title }],
    ["meta", { property: "og:description", content: description }],
  ],
  // A page that says nothing of itself is described by its first paragraph.
  transformPageData(data) {
    if (data.description !== "" || data.frontmatter["layout"] === "home") return;
    const text = readFileSync(join(PAGES, data.relativePath), "utf8").replace(/^# .*$/m, "");
    const [first = ""] = /^[A-Z`[][^\n]*(?:\n[^\n]+)*/m.exec(text) ?? [];
    const words = first
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replaceAll("`", "")
      .replaceAll('"', "'")
      .replace(/\s+/g, " ");
    data.description = /^.{1,300}?[.:;](?=\s|$)/.exec(words)?.[0] ?? DESCRIPTION;
  },
  markdown: {
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    config: (md) => {
      linkNames(md, names);
    },
  },
  themeConfig: {
    logo: { src: "/favicon.svg", alt: "" },
    nav: [
      { text: "Trade", link: "/trade" },
      { text: "Integrate", link: "/integrate" },
      { text: "Run an ecosystem", link: "/ecosystem" },
    ],
    sidebar: menus,
    outline: { level: [2, 3] },
    search: { provider: "local" },
    externalLinkIcon: true,
  },
});
