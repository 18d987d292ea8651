/** A page for every action: what its author wrote, and what the code says. */
import { escapeXml } from "../../utils/svg.ts";
import { codeBlock } from "../highlight.ts";
import { heading, renderMarkdown, slugOf, type Heading, type References } from "../markdown.ts";
import { actionUrl, contractUrl, linkNatspec, type Names } from "../names.ts";
import type { Contracts, Part } from "../natspec.ts";
import { firstSentence, type Page } from "../site.ts";
import type { Action, ContractFunction } from "../tsdoc/actions.ts";
import { memberTable, renderCell, renderExport, renderText, table, thrownTable } from "./parts.ts";

/** What stands on a page before `## Usage`, its usage, and what comes after. */
type Written = { readonly intro: string; readonly usage: string; readonly rest: string };

/** Splits an author's page; `undefined` where there is none yet. */
export function splitPage(text: string | undefined): Written | undefined {
  if (text === undefined) return undefined;
  const body = text.replace(/^# .*\n/, "");
  const [intro = "", ...sections] = body.split(/^(?=## )/m);
  const isUsage = (section: string) => /^## Usage\s*$/m.test(section.split("\n")[0] ?? "");
  return { intro, usage: sections.filter(isUsage).join(""), rest: sections.filter((one) => !isUsage(one)).join("") };
}

/** Composes the page of an action. */
export function actionPage(
  action: Action,
  written: Written | undefined,
  names: Names,
  contracts: Contracts,
  references: References,
): Page {
  const headings: Heading[] = [];
  const render = (text: string) => {
    const { html, headings: found } = renderMarkdown(text, references);
    headings.push(...found);
    return html;
  };
  const section = (title: string, html: string, id = slugOf(title)) => {
    if (html === "") return "";
    headings.push({ depth: 2, id, text: title });
    return heading(2, id, escapeXml(title)) + html;
  };
  const { main, name, area, file } = action;
  const html = [
    heading(1, name, `<code>${name}</code>`),
    written ? render(written.intro) : renderText(main.comment.text, names, file),
    section("Import", renderImport(action)),
    written ? render(written.usage) : "",
    section("Parameters", renderParameters(action, names)),
    section("Returns", renderReturns(action, names)),
    section("Errors", renderErrors(action, names)),
    ...[action.call, ...action.parsers, ...action.others].map((one) =>
      one ? section(titleOf(action, one.name), renderExport(one, names), one.name) : "",
    ),
    section(
      action.calls.length === 1 ? "Contract function" : "Contract functions",
      renderCalls(action.calls, names, contracts),
    ),
    written ? render(written.rest) : "",
  ].join("");
  const description = firstSentence(main.comment.text);
  const url = actionUrl(action);
  const found = [
    { title: name, url, kind: `action · ${area}`, text: description },
    ...[action.call, ...action.parsers, ...action.others].flatMap((one) =>
      one
        ? [{ title: one.name, url: `${url}#${one.name}`, kind: one.kind, text: firstSentence(one.comment.text) }]
        : [],
    ),
  ];
  return { url, title: name, section: `actions/${area}`, html, headings, description, found };
}

function titleOf({ call, parsers }: Action, name: string): string {
  if (call?.name === name) return `The call: ${name}`;
  return parsers.some((one) => one.name === name) ? `Events: ${name}` : name;
}

function renderImport({ name, decorated }: Action): string {
  const code = codeBlock(`import { ${name} } from "deepfunding/actions";`, "ts");
  return decorated
    ? `${code}<p>Or <code>client.${name}(…)</code>, of a client extended with <a href="/sdk.html#a-whole-program"><code>deepFundingActions</code></a>.</p>\n`
    : code;
}

function renderParameters({ main, parameters, file }: Action, names: Names): string {
  const [, second] = main.parameters;
  // What must be given, first.
  const members = main.members.toSorted((a, b) => Number(a.optional) - Number(b.optional));
  if (members.length > 0) return memberTable(members, names, parameters?.file ?? file);
  return second ? memberTable([second], names, file) : "";
}

function renderReturns({ main, returns, file }: Action, names: Names): string {
  const text = main.comment.returns === "" ? "" : `<p>${renderCell(main.comment.returns, names, file)}</p>\n`;
  if (!returns) return main.returns === "" ? text : codeBlock(main.returns, "ts") + text;
  const about = renderText(returns.comment.text, names, file);
  if (returns.members.length > 0) return text + about + memberTable(returns.members, names, file);
  return codeBlock(returns.signature, "ts") + about + text;
}

/** The errors for an RPC that does not answer, by what it was asked. */
const UNANSWERED: Readonly<Record<string, string>> = {
  Read: linkTo("RpcUnreachableError"),
  Write: `${linkTo("RpcUnreachableError")}; ${linkTo("SendUnansweredError")} where it may have sent it all the same`,
};

function linkTo(error: string): string {
  return `<a href="/errors/index.html#${error.toLowerCase()}"><code>${error}</code></a>`;
}

function renderErrors({ main, errors, file }: Action, names: Names): string {
  const rows = main.comment.throws.length > 0 ? thrownTable(main.comment.throws, names, file) : "";
  const common = errors && /\b(Read|Write)ErrorType\b/.exec(errors.signature)?.[1];
  const both =
    common === undefined
      ? ""
      : `<p>${rows === "" ? "What" : "And what"} any ${common.toLowerCase()} may fail with: an RPC that does not answer (${UNANSWERED[common]}), or viem's own errors. The type of all: <code>${escapeXml(errors?.name ?? "")}</code>.</p>\n`;
  return rows + both;
}

/* CONTRACT FUNCTIONS */

const MOST_IN_FULL = 2;

function renderCalls(calls: readonly ContractFunction[], names: Names, contracts: Contracts): string {
  const parts = calls.map((call) => ({ call, part: findPart(contracts, call) }));
  if (calls.length > MOST_IN_FULL) {
    return table(
      ["Function", "What it does"],
      parts.map(({ call, part }) => [labelOf(call, names), part ? renderNotice(part, names) : ""]),
    );
  }
  return parts
    .map(({ call, part }) => {
      const label = `<p>${labelOf(call, names)}${part ? ` ${renderNotice(part, names)}` : ""}</p>\n`;
      return part ? `${label}${codeBlock(part.signature, "sol")}${renderDev(part, names)}` : label;
    })
    .join("");
}

/** A function of ours by its contract, with a link; of a token by its name alone. */
function labelOf({ contract, name }: ContractFunction, names: Names): string {
  const url = names.ofPart(contract, name) ?? (names.ofPart(contract, "") && contractUrl(contract));
  if (url === undefined) return `The token's <code>${escapeXml(name)}</code>`;
  return `<a href="${url}"><code>${escapeXml(contract)}.${escapeXml(name)}</code></a>`;
}

function findPart({ contracts }: Contracts, { contract, name }: ContractFunction): Part | undefined {
  const found = contracts.find((one) => one.name === contract);
  const bases = contracts.filter((one) => found?.extends.includes(one.interface));
  const parts = [...(found?.parts ?? []), ...(found?.inherited ?? []), ...bases.flatMap((base) => base.parts)];
  return parts.find((part) => part.kind === "function" && part.name === name);
}

function renderNotice(part: Part, names: Names): string {
  const text = part.notice === "" ? part.dev : part.notice;
  return renderCell(linkNatspec(text, names, part.declaredBy), names);
}

function renderDev(part: Part, names: Names): string {
  if (part.notice === "" || part.dev === "") return "";
  return renderText(linkNatspec(part.dev, names, part.declaredBy), names);
}
