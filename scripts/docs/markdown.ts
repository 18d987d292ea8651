/** Markdown to HTML: the project's own documents, and what TSDoc and NatSpec say. */
import { Marked, type Tokens } from "marked";

import { escapeXml } from "../utils/svg.ts";
import { codeBlock } from "./highlight.ts";

/** A heading of a page. */
export type Heading = { readonly depth: number; readonly id: string; readonly text: string };

/** How a text refers to the rest of the site; what a function does not know it returns `undefined` for. */
export type References = {
  /** Where a link of a document leads. */
  readonly link?: (href: string) => string | undefined;
  /** Where the thing that a piece of code names is explained. */
  readonly code?: (code: string) => string | undefined;
  /** Where a rule is, `MK-2`. */
  readonly rule?: (rule: string) => string | undefined;
  /** What stands in the place of an image. */
  readonly image?: (href: string, alt: string) => string | undefined;
};

export type Rendered = { readonly html: string; readonly headings: readonly Heading[] };

const RULE = /\b[A-Z]{2}-\d+\b/g;

/** Renders a whole text. */
export function renderMarkdown(text: string, references: References = {}): Rendered {
  const headings: Heading[] = [];
  const html = markedFor(references, headings).parse(text, { async: false });
  return { html, headings };
}

/** Renders a text without its paragraph, for a cell of a table. */
export function renderInline(text: string, references: References = {}): string {
  return markedFor(references, []).parseInline(text, { async: false });
}

/** The id of a heading, as GitHub makes it. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}

function markedFor({ link, code, rule, image }: References, headings: Heading[]): Marked {
  const linkRules = (html: string) =>
    html.replace(RULE, (name) => {
      const target = rule?.(name);
      return target === undefined ? name : `<a href="${target}">${name}</a>`;
    });
  return new Marked({
    gfm: true,
    renderer: {
      heading({ tokens, depth }) {
        const html = this.parser.parseInline(tokens);
        const text = plainText(html);
        const same = headings.filter((one) => slugOf(one.text) === slugOf(text)).length;
        const id = same === 0 ? slugOf(text) : `${slugOf(text)}-${same}`;
        headings.push({ depth, id, text });
        return heading(depth, id, html);
      },
      paragraph({ tokens }) {
        const html = this.parser.parseInline(tokens);
        return html.startsWith("<figure") ? html : `<p>${html}</p>\n`;
      },
      code: ({ text, lang = "" }) => codeBlock(text, lang.split(" ")[0] ?? ""),
      codespan({ text }) {
        const target = code?.(text) ?? (/^[A-Z]{2}-\d+$/.test(text) ? rule?.(text) : undefined);
        const html = `<code>${escapeXml(text)}</code>`;
        return target === undefined ? html : `<a href="${target}">${html}</a>`;
      },
      link({ href, tokens }) {
        // A link has no links inside.
        const html = this.parser.parseInline(tokens).replace(/<\/?a\b[^>]*>/g, "");
        return `<a href="${escapeXml(link?.(href) ?? href)}">${html}</a>`;
      },
      image: ({ href, text }) =>
        image?.(href, text) ?? `<img src="${escapeXml(link?.(href) ?? href)}" alt="${escapeXml(text)}">`,
      // Comments are for those who write the text; anything else that looks like HTML is not meant to be any.
      html: ({ text }) => (text.trimStart().startsWith("<!--") ? "" : escapeXml(text)),
      text(token) {
        if ("tokens" in token && token.tokens) return this.parser.parseInline(token.tokens);
        return linkRules(escapeText(token));
      },
      table(token) {
        const head = token.header
          .map((cell) => cellOf(this.parser.parseInline(cell.tokens), "th", cell.align))
          .join("");
        const rows = token.rows.map(
          (row) =>
            `<tr>${row.map((cell) => cellOf(this.parser.parseInline(cell.tokens), "td", cell.align)).join("")}</tr>`,
        );
        return `<div class="table"><table><thead><tr>${head}</tr></thead><tbody>${rows.join("\n")}</tbody></table></div>\n`;
      },
    },
  });
}

function escapeText(token: Tokens.Text | Tokens.Escape): string {
  // The lexer has made some texts safe already.
  return "escaped" in token && token.escaped ? token.text : escapeXml(token.text);
}

function cellOf(html: string, tag: "td" | "th", align: string | null): string {
  const place = align === "right" || align === "center" ? ` class="${align}"` : "";
  return `<${tag}${place}${tag === "th" ? ' scope="col"' : ""}>${html}</${tag}>`;
}

/** A heading that can be linked to. */
export function heading(depth: number, id: string, html: string): string {
  const inner = html.replace(/<\/?a\b[^>]*>/g, "");
  const anchor = depth === 1 ? "" : `<a class="anchor" href="#${id}" aria-label="Link to this section">#</a>`;
  return `<h${depth} id="${id}">${inner}${anchor}</h${depth}>\n`;
}

/** Text without tags. */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
