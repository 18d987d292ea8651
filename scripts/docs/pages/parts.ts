/** Pieces that pages of the SDK share. */
import { escapeXml } from "../../utils/svg.ts";
import { codeBlock } from "../highlight.ts";
import { renderInline, renderMarkdown } from "../markdown.ts";
import { linkTsdoc, linkType, sdkReferences, type Names } from "../names.ts";
import type { Export, Member } from "../tsdoc/api.ts";
import type { Thrown } from "../tsdoc/comment.ts";

/** A table from cells that are HTML already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const top = head.map((cell) => `<th scope="col">${cell}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("\n");
  return `<div class="table"><table><thead><tr>${top}</tr></thead><tbody>\n${body}\n</tbody></table></div>\n`;
}

/** The text of a comment, in paragraphs. */
export function renderText(text: string, names: Names, file?: string): string {
  return text === "" ? "" : renderMarkdown(linkTsdoc(text, names, file), sdkReferences(names, file)).html;
}

/** The text of a comment, for a cell. */
export function renderCell(text: string, names: Names, file?: string): string {
  return renderInline(linkTsdoc(text.replace(/\s+/g, " "), names, file), sdkReferences(names, file));
}

/** Properties or parameters. */
export function memberTable(members: readonly Member[], names: Names, file: string): string {
  if (members.length === 0) return "";
  return table(
    ["Name", "Type", "What it is"],
    members.map(({ name, type, optional, text }) => [
      `<code>${escapeXml(name)}</code>${optional ? ' <span class="tag">optional</span>' : ""}`,
      linkType(type, names, file),
      renderCell(text, names, file),
    ]),
  );
}

/** The errors that a function names, with links to what to do about them. `undefined`: names a class that is unknown. */
export function thrownTable(throws: readonly Thrown[], names: Names, file: string): string {
  return table(
    ["Error", "Thrown"],
    throws.map(({ error, when }) => [linkType(error, names, file), renderCell(when, names, file)]),
  );
}

/** Everything about an export, but for its heading. */
export function renderExport(one: Export, names: Names): string {
  const { signature, comment, parameters, members, file } = one;
  const described = (list: readonly Member[]) => list.some(({ text }) => text !== "");
  return [
    codeBlock(signature, "ts"),
    renderText(comment.text, names, file),
    described(parameters) ? memberTable(parameters, names, file) : "",
    described(members) || one.kind !== "function" ? memberTable(members, names, file) : "",
    renderReturns(one, names),
    comment.throws.length > 0 ? thrownTable(comment.throws, names, file) : "",
  ].join("");
}

/** What a function returns, with a link to its type; nothing where neither says more than the signature. */
function renderReturns({ kind, comment, returns, file }: Export, names: Names): string {
  if (kind !== "function" || returns === "") return "";
  const type = linkType(returns, names, file);
  if (comment.returns === "" && !type.includes("<a ")) return "";
  const text = comment.returns === "" ? "" : `: ${renderCell(comment.returns, names, file)}`;
  return `<p><strong>Returns</strong> ${type}${text}</p>\n`;
}
