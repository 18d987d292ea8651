/** Lists of pages: the actions of an area, the subpaths, the contracts. */
import { escapeXml } from "../../utils/svg.ts";
import { heading, renderInline } from "../markdown.ts";
import { actionUrl, contractUrl, moduleUrl } from "../names.ts";
import type { Contracts } from "../natspec.ts";
import type { Module } from "../modules.ts";
import { firstSentence, type Page } from "../site.ts";
import type { Action } from "../tsdoc/actions.ts";
import { table } from "./parts.ts";

/** Composes them. */
export function overviewPages(
  actions: readonly Action[],
  { contracts }: Contracts,
  modules: readonly Module[],
): Page[] {
  const areas = [...new Set(actions.map(({ area }) => area))];
  return [
    ...areas.map((area) =>
      overview(
        `/actions/${area}/index.html`,
        `actions/${area}`,
        `Actions: ${area}`,
        ["Action", "What it does"],
        actions
          .filter((one) => one.area === area)
          .map((one) => [one.name, actionUrl(one), firstSentence(one.main.comment.text)]),
      ),
    ),
    overview(
      "/api/index.html",
      "api",
      "Subpaths",
      ["Import", "Exports"],
      modules.map(({ entry, exports }) => [
        entry.name,
        moduleUrl(entry.subpath),
        listOf(exports.map(({ name }) => name)),
      ]),
    ),
    overview(
      "/contracts/index.html",
      "contracts",
      "Contracts",
      ["Contract", "What it does"],
      contracts.map(({ name, notice }) => [name, contractUrl(name), firstSentence(notice)]),
    ),
  ];
}

const MOST_LISTED = 6;

function listOf(names: readonly string[]): string {
  const listed = names
    .slice(0, MOST_LISTED)
    .map((name) => `\`${name}\``)
    .join(", ");
  return names.length > MOST_LISTED ? `${listed} and ${names.length - MOST_LISTED} more` : listed;
}

function overview(
  url: string,
  section: string,
  title: string,
  head: readonly string[],
  rows: readonly (readonly [name: string, url: string, text: string])[],
): Page {
  const cells = rows.map(([name, target, text]) => [
    `<a href="${target}"><code>${escapeXml(name)}</code></a>`,
    renderInline(text),
  ]);
  const html = heading(1, "overview", escapeXml(title)) + table(head, cells);
  return { url, title, section, html, headings: [], description: `${title} of Deep Funding Markets.`, found: [] };
}
