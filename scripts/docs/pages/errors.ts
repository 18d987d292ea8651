/** One page for all errors: what is wrong, what to do next, and what stands behind it. `docsPath` of each leads here. */
import { basename } from "node:path";

import { escapeXml } from "../../utils/svg.ts";
import { codeBlock } from "../highlight.ts";
import { heading, type Heading } from "../markdown.ts";
import { ERRORS_URL, linkNatspec, type Names } from "../names.ts";
import type { Contracts } from "../natspec.ts";
import { firstSentence, type Page } from "../site.ts";
import type { Export } from "../tsdoc/api.ts";
import type { ErrorClass } from "../tsdoc/errors.ts";
import { renderCell, renderText } from "./parts.ts";

const TITLES: Readonly<Record<string, string>> = {
  BaseError: "The base of all",
  base: "The base of what contracts revert with",
  contract: "Anything a contract reverts with",
  csv: "Files of weights",
  delivery: "Deliveries",
  funding: "FundingPool",
  openzeppelin: "Libraries of the contracts",
  registry: "EdgeRegistry",
  rpc: "The RPC",
  safe: "The Safe",
  tokens: "Tokens",
};

/** Composes the page of all errors, in the order of their files. `throwers` are all functions that may throw one. */
export function errorsPage(
  errors: readonly ErrorClass[],
  throwers: readonly Export[],
  names: Names,
  contracts: Contracts,
): Page {
  const headings: Heading[] = [];
  const files = [...new Set(errors.map(({ declared }) => declared.file))];
  const groups = files.map((file) => {
    const base = basename(file, ".ts");
    const title = TITLES[base] ?? (base[0] ?? "").toUpperCase() + base.slice(1);
    const fromContracts = file.includes("/contracts/");
    const text = fromContracts && base !== "base" ? `${title}: custom errors` : title;
    const id = `${fromContracts ? "contracts-" : ""}${base.toLowerCase()}-file`;
    headings.push({ depth: 2, id, text });
    const own = errors.filter(({ declared }) => declared.file === file);
    return heading(2, id, escapeXml(text)) + own.map((one) => renderError(one, throwers, names, contracts)).join("");
  });
  const html = [
    heading(1, "errors", "Errors"),
    '<p class="lead">Everything that the SDK throws on purpose: what is wrong, what to do next, the contract\'s error behind it, and the actions that throw it. Words in braces stand for values.</p>\n',
    ...groups,
  ].join("");
  const found = errors.map(({ name, message, declared }) => ({
    title: name,
    url: `${ERRORS_URL}#${name.toLowerCase()}`,
    kind: "error",
    text: message === "" ? firstSentence(declared.comment.text) : message,
  }));
  return {
    url: ERRORS_URL,
    title: "Errors",
    section: "errors",
    html,
    headings,
    description: "Every error of the SDK, and what to do about it.",
    found,
  };
}

function renderError(error: ErrorClass, throwers: readonly Export[], names: Names, contracts: Contracts): string {
  const { name, message, remedies, declared, customErrors } = error;
  const { comment, file } = declared;
  const thrownBy = throwers.filter((one) => one.comment.throws.some((thrown) => thrown.error === name));
  const by = thrownBy.map(
    (one) => `<a href="${names.ofExport(one.name, one.file) ?? ""}"><code>${one.name}</code></a>`,
  );
  return [
    `<section class="part">\n${heading(3, name.toLowerCase(), `<code>${name}</code>`)}`,
    message === "" ? "" : `<p class="message">${renderCell(message, names, file)}</p>\n`,
    remedies.length === 0
      ? ""
      : `<p><strong>What to do.</strong> ${remedies.map((one) => renderCell(one, names, file)).join(" ")}</p>\n`,
    renderText(comment.text, names, file),
    ...customErrors.map((custom) => renderCustom(custom, names, contracts)),
    by.length === 0 ? "" : `<p class="sdk">Thrown by ${by.join(", ")}.</p>\n`,
    "</section>\n",
  ].join("");
}

function renderCustom(custom: string, names: Names, contracts: Contracts): string {
  const part = contracts.errors.get(custom);
  if (part === undefined) return `<p>Behind it: <code>${escapeXml(custom)}</code>.</p>\n`;
  const url = names.ofPart(part.declaredBy, custom);
  const label = `<code>${escapeXml(part.declaredBy)}</code>`;
  const text = part.notice === "" ? part.dev : part.notice;
  const where = url === undefined ? label : `<a href="${url}">${label}</a>`;
  return `<p>Behind it, in ${where}: ${renderCell(linkNatspec(text, names, part.declaredBy), names)}</p>\n${codeBlock(part.signature, "sol")}`;
}
