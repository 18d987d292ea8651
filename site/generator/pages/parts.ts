/** What pages of the SDK say of one thing that it exports. */
import { codeBlock, escapeLine, escapeText, heading, table } from "../markdown.ts";
import { linkTsdoc, type Names } from "../names.ts";
import type { Export, Member } from "../tsdoc/api.ts";
import type { Thrown } from "../tsdoc/comment.ts";

/** A page, as Markdown. */
export type Page = {
  /** Below the site's root, without ending. */
  readonly path: string;
  readonly title: string;
  readonly text: string;
  /** The part of its folder's menu that it belongs to, and where that is explained. */
  readonly group?: string;
  readonly groupUrl?: string;
};

/** The text of a comment, in paragraphs. */
export function prose(text: string, names: Names): string {
  return text === "" ? "" : `${escapeText(linkTsdoc(text, names))}\n\n`;
}

/** The text of a comment, for a cell. */
export function cell(text: string, names: Names): string {
  return escapeLine(linkTsdoc(text, names));
}

/** Properties or parameters; what must be given, first. */
export function memberTable(members: readonly Member[], names: Names): string {
  const rows = members.toSorted((a, b) => Number(a.optional) - Number(b.optional));
  return table(
    ["Name", "Type", "What it is"],
    rows.map(({ name, type, optional, text }) => [
      `<code v-pre>${name}</code>${optional ? " <small>optional</small>" : ""}`,
      `\`${type}\``,
      cell(text, names),
    ]),
  );
}

/** The errors that a function names, with links to what to do about them. */
export function thrownTable(throws: readonly Thrown[], names: Names): string {
  return table(
    ["Error", "Thrown"],
    throws.map(({ error, when }) => [`\`${error}\``, cell(when, names)]),
  );
}

/** An export with a heading of its own. */
export function exportSection(one: Export, names: Names, depth: number, title = `\`${one.name}\``): string {
  const { name, kind, signature, comment, members } = one;
  const parameters = [...comment.parameters].map(([parameter, text]) => `- \`${parameter}\`: ${cell(text, names)}\n`);
  const tells = members.some(({ text }) => text !== "") || kind === "type";
  return [
    heading(depth, title, name),
    codeBlock(signature, "ts"),
    prose(comment.text, names),
    parameters.length === 0 ? "" : `${parameters.join("")}\n`,
    tells ? memberTable(members, names) : "",
    comment.returns === "" ? "" : `Returns: ${cell(comment.returns, names)}\n\n`,
    thrownTable(comment.throws, names),
  ].join("");
}
