/** Pieces of Markdown that several pages are made of. */

/** A block of code, with a fence longer than any inside. */
export function codeBlock(code: string, language: string): string {
  const fence = code.includes("```") ? "````" : "```";
  return `${fence}${language}\n${code.trimEnd()}\n${fence}\n\n`;
}

/** A table from cells of Markdown on one line each; nothing without rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`;
  return `${line(head)}${line(head.map(() => "---"))}${rows.map(line).join("")}\n`;
}

/** A heading whose place in the page has a name of its own. */
export function heading(depth: number, text: string, id: string): string {
  return `${"#".repeat(depth)} ${text} {#${id}}\n\n`;
}

/** Prose: what looks like a tag, or like an expression of Vue, is text, but for the few tags that pages have. */
export function escapeText(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) =>
      part.startsWith("`")
        ? part
        : part.replace(/<(?!!--|\/?(?:div|a|small)\b)/g, "&lt;").replaceAll("{{", "&#123;&#123;"),
    )
    .join("");
}

/** The same on one line, for a cell or a list. */
export function escapeLine(text: string): string {
  return escapeText(text.replace(/\s+/g, " ").trim());
}

/** The first sentence of a text, without marks: what a search engine shows. */
export function firstSentence(text: string): string {
  const line = text
    .replace(/\{@?(?:link )?([^}]*)\}/g, "$1")
    .replaceAll("`", "")
    .replace(/\s+/g, " ")
    .trim();
  const [sentence = ""] = /^.*?\.(?=\s|$)/.exec(line) ?? [line];
  return sentence.length > 160 ? `${sentence.slice(0, 157)}…` : sentence;
}

/** What stands before a page's text: its title in the browser, and what it is about, which VitePress does not escape. */
export function frontmatter(values: Readonly<Record<string, string>>): string {
  const lines = Object.entries(values).map(([key, value]) => `${key}: ${JSON.stringify(value.replaceAll('"', "'"))}\n`);
  return `---\n${lines.join("")}---\n\n`;
}
