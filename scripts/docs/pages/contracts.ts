/** A page for every contract, from the NatSpec of its interface. */
import { escapeXml } from "../../utils/svg.ts";
import { codeBlock } from "../highlight.ts";
import { heading, renderInline, renderMarkdown, type Heading } from "../markdown.ts";
import { actionUrl, contractUrl, linkNatspec, rulesOf, type Names } from "../names.ts";
import type { Contract, Kind, Part, Value } from "../natspec.ts";
import { firstSentence, type Found, type Page } from "../site.ts";
import type { Action } from "../tsdoc/actions.ts";
import type { ErrorClass } from "../tsdoc/errors.ts";
import { table } from "./parts.ts";

/** What the SDK has for a contract. */
export type Sdk = { readonly actions: readonly Action[]; readonly errors: readonly ErrorClass[] };

const KINDS: readonly (readonly [Kind, string])[] = [
  ["function", "Functions"],
  ["event", "Events"],
  ["error", "Errors"],
  ["struct", "Structs"],
  ["enum", "Enums"],
];

/** Composes the page of a contract. */
export function contractPage(contract: Contract, names: Names, sdk: Sdk): Page {
  const { name, interface: full, title, notice, dev } = contract;
  const headings: Heading[] = [];
  const section = (depth: number, id: string, text: string, html = escapeXml(text)) => {
    headings.push({ depth, id, text });
    return heading(depth, id, html);
  };
  const ids = new Map<string, number>();
  const idOf = (part: Part) => {
    const seen = ids.get(part.name) ?? 0;
    ids.set(part.name, seen + 1);
    return seen === 0 ? part.name : `${part.name}-${seen}`;
  };
  const render = (part: Part) =>
    `<section class="part">\n${heading(3, idOf(part), `<code>${escapeXml(part.name)}</code>`)}${renderPart(part, contract, names, sdk)}</section>\n`;
  const about = dev === "" ? "" : section(2, "what-to-know", "What to know") + renderDev(dev, names, full);
  const groups = KINDS.flatMap(([kind, plural]) => {
    const parts = contract.parts.filter((part) => part.kind === kind);
    return parts.length === 0 ? [] : [section(2, plural.toLowerCase(), plural), ...parts.map(render)];
  });
  const inherited =
    contract.inherited.length === 0
      ? []
      : [section(2, "inherited", "From standards and libraries"), ...contract.inherited.map(render)];
  const html = [
    heading(1, name, escapeXml(name)),
    `<p class="lead">${renderText(notice, names, full, true)}</p>\n`,
    `<p><code>${escapeXml(full)}</code>${title === "" ? "" : ` — ${escapeXml(title.replace(/^\w+: /, ""))}.`}${renderBases(contract)} Times are unix seconds, weights and prices WAD (1e18) unless said otherwise.</p>\n`,
    about,
    ...groups,
    ...inherited,
  ].join("");
  const url = contractUrl(name);
  return {
    url,
    title: name,
    section: "contracts",
    html,
    headings,
    description: firstSentence(notice),
    found: foundOn(url, contract),
  };
}

function renderBases({ extends: bases }: Contract): string {
  if (bases.length === 0) return "";
  const links = bases.map((base) => `<a href="${contractUrl(base)}"><code>${escapeXml(base)}</code></a>`);
  return ` With all of ${links.join(" and ")}.`;
}

function renderText(text: string, names: Names, contract: string, inline = false): string {
  const linked = linkNatspec(text, names, contract);
  const references = { rule: names.ofRule };
  return inline ? renderInline(linked, references) : renderMarkdown(linked, references).html;
}

/** The comment of an interface; its rules can be linked to, and link to themselves. */
function renderDev(dev: string, names: Names, contract: string): string {
  return rulesOf(dev).reduce(
    (html, rule) => {
      const id = rule.toLowerCase();
      return html.replace(
        new RegExp(`<li>(<p>)?(?:<a [^>]*>)?${rule}(?:</a>)?`),
        (_, paragraph: string | undefined) =>
          `<li id="${id}">${paragraph ?? ""}<a class="rule" href="#${id}">${rule}</a>`,
      );
    },
    renderText(dev, names, contract),
  );
}

function renderPart(part: Part, contract: Contract, names: Names, sdk: Sdk): string {
  const by =
    part.declaredBy === contract.interface
      ? ""
      : `<p class="by">From <code>${escapeXml(part.declaredBy)}</code>.</p>\n`;
  return [
    codeBlock(part.signature, "sol"),
    part.notice === "" ? "" : renderText(part.notice, names, part.declaredBy),
    part.dev === "" ? "" : renderText(part.dev, names, part.declaredBy),
    renderValues(
      "Parameter",
      part.kind === "struct" ? part.inputs.filter(({ text }) => text !== "") : part.inputs,
      names,
      part,
    ),
    part.kind === "function" ? renderValues("Returns", part.outputs, names, part) : "",
    renderSdk(part, contract, sdk),
    by,
  ].join("");
}

function renderValues(title: string, values: readonly Value[], names: Names, part: Part): string {
  if (!values.some(({ text }) => text !== "")) return "";
  return table(
    [title, "Type", ""],
    values.map(({ name, type, text }) => [
      name === "" ? "" : `<code>${escapeXml(name)}</code>`,
      linkSolidityType(type, names, part.declaredBy),
      renderText(text.replace(/\s+/g, " "), names, part.declaredBy, true),
    ]),
  );
}

/** `IMarkets.Order[]` is explained at its struct. */
function linkSolidityType(type: string, names: Names, contract: string): string {
  const [, owner, name] = /^(?:(\w+)\.)?([A-Z]\w*)/.exec(type) ?? [];
  const url = name === undefined ? undefined : names.ofPart(owner ?? contract, name);
  const html = `<code>${escapeXml(type)}</code>`;
  return url === undefined ? html : `<a href="${url}">${html}</a>`;
}

/** What the SDK has for a function or an error. */
function renderSdk(part: Part, contract: Contract, { actions, errors }: Sdk): string {
  const links =
    part.kind === "error"
      ? errors
          .filter(({ customErrors }) => customErrors.includes(part.name))
          .map(({ name }) => `<a href="/errors/index.html#${name.toLowerCase()}"><code>${name}</code></a>`)
      : actions
          .filter(({ calls }) => calls.some((call) => call.contract === contract.name && call.name === part.name))
          .map((action) => `<a href="${actionUrl(action)}"><code>${action.name}</code></a>`);
  if (links.length === 0 || part.kind === "event") return "";
  return `<p class="sdk">In the SDK: ${links.join(", ")}.</p>\n`;
}

function foundOn(url: string, { name, title, notice, dev, parts }: Contract): Found[] {
  return [
    { title: name, url, kind: "contract", text: firstSentence(title === "" ? notice : title) },
    ...parts
      .filter(({ kind }) => kind !== "struct" && kind !== "enum")
      .map((part) => ({
        title: `${name}.${part.name}`,
        url: `${url}#${part.name}`,
        kind: `Solidity ${part.kind}`,
        text: firstSentence(part.notice),
      })),
    ...rulesOf(dev).map((rule) => ({
      title: rule,
      url: `${url}#${rule.toLowerCase()}`,
      kind: "rule",
      text: firstSentence(
        new RegExp(`^- ${rule} ([\\s\\S]*?)(?=\\n- |\\n\\n|$(?![\\s\\S]))`, "m").exec(dev)?.[1] ?? "",
      ),
    })),
  ];
}
