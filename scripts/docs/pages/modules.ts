/** A page for every subpath of the package, from the TSDoc of what it exports. */
import { escapeXml } from "../../utils/svg.ts";
import { codeBlock } from "../highlight.ts";
import { heading, type Heading } from "../markdown.ts";
import { contractUrl, moduleUrl, type Names } from "../names.ts";
import type { Contracts } from "../natspec.ts";
import type { Module } from "../modules.ts";
import { firstSentence, type Page } from "../site.ts";
import type { Export } from "../tsdoc/api.ts";
import { renderExport, renderText, table } from "./parts.ts";

const GROUPS = [
  ["function", "Functions"],
  ["constant", "Constants"],
  ["class", "Classes"],
  ["type", "Types"],
] as const;

/** Composes the page of a subpath. */
export function modulePage({ entry, exports }: Module, names: Names, contracts: Contracts): Page {
  const headings: Heading[] = [];
  const url = moduleUrl(entry.subpath);
  const isAbi = entry.subpath === "abi";
  const groups = GROUPS.flatMap(([kind, plural]) => {
    const own = exports.filter((one) => one.kind === kind);
    if (own.length === 0) return [];
    const id = plural.toLowerCase();
    headings.push({ depth: 2, id, text: plural }, ...own.map(({ name }) => ({ depth: 3, id: name, text: name })));
    return [heading(2, id, plural), ...(isAbi ? [abiTable(own, contracts)] : own.map((one) => renderPart(one, names)))];
  });
  const first = exports.find(({ kind }) => kind === "function") ?? exports[0];
  const html = [
    heading(1, "module", `<code>${escapeXml(entry.name)}</code>`),
    renderText(entry.text, names),
    codeBlock(`import { ${first?.name ?? ""} } from "${entry.name}";`, "ts"),
    ...groups,
  ].join("");
  const found = exports.map((one) => ({
    title: one.name,
    url: `${url}#${one.name}`,
    kind: `${one.kind} · ${entry.name}`,
    text: firstSentence(one.comment.text),
  }));
  const description = entry.text === "" ? `What ${entry.name} exports.` : firstSentence(entry.text);
  return {
    url,
    title: entry.name,
    section: "api",
    html,
    headings,
    description,
    found: [{ title: entry.name, url, kind: "module", text: description }, ...found],
  };
}

function renderPart(one: Export, names: Names): string {
  const title = heading(3, one.name, `<code>${escapeXml(one.name)}</code>`);
  return `<section class="part">\n${title}${renderExport(one, names)}</section>\n`;
}

/** An ABI is explained by the page of its contract. */
function abiTable(exports: readonly Export[], { contracts }: Contracts): string {
  return table(
    ["ABI", "Contract"],
    exports.map(({ name }) => {
      const contract = contracts.find((one) => `${one.name.toLowerCase()}abi` === name.toLowerCase());
      const link = contract && `<a href="${contractUrl(contract.name)}">${escapeXml(contract.name)}</a>`;
      return [`<code id="${name}">${escapeXml(name)}</code>`, link ?? "the custom errors of all contracts"];
    }),
  );
}
