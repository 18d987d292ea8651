/** For VitePress: code that names something leads to where it is explained, and so does a rule, on every page. */
import type { MarkdownRenderer } from "vitepress";

type Token = ReturnType<MarkdownRenderer["parse"]>[number];
const RULE = /\b([A-Z]{2}-\d+)\b/;

/** Tells the renderer the names; a page does not link to itself, a link has no links inside, and headings have none. */
export function linkNames(md: MarkdownRenderer, names: Readonly<Record<string, string>>): void {
  const urlOf = (name: string, page: string) => {
    const url = Object.hasOwn(names, name) ? names[name] : undefined;
    return url === `/${page.replace(/\.md$/, ".html")}` ? undefined : url;
  };
  md.core.ruler.push("link-names", ({ tokens, env }) => {
    const { relativePath = "" } = env as { readonly relativePath?: string };
    const find = (name: string) => urlOf(name, relativePath);
    tokens.forEach((token, i) => {
      if (token.type !== "inline" || tokens[i - 1]?.type === "heading_open") return;
      let open = 0;
      for (const child of token.children ?? []) {
        if (child.type === "link_open" || /^<a\b/.test(child.content)) open += 1;
        else if (child.type === "link_close" || child.content === "</a>") open -= 1;
        else if (open === 0) link(child, find);
      }
    });
  });

  const anchor = (url: string, html: string) => `<a href="${md.utils.escapeHtml(url)}">${html}</a>`;

  function link(token: Token, find: (name: string) => string | undefined): void {
    const { content, type } = token;
    const escape = (text: string) => md.utils.escapeHtml(text);
    if (type === "code_inline") {
      const whole = find(content);
      // Of a type, the names in it: `readonly Order[]`.
      const html = content.split(/\b([A-Z]\w+)\b/).map((part, i) => {
        const url = i % 2 === 1 && whole === undefined ? find(part) : undefined;
        return url === undefined ? escape(part) : anchor(url, escape(part));
      });
      const code = `<code v-pre>${html.join("")}</code>`;
      Object.assign(token, { type: "html_inline", content: whole === undefined ? code : anchor(whole, code) });
    } else if (type === "text" && RULE.test(content)) {
      const parts = content.split(RULE).map((part, i) => {
        const url = i % 2 === 1 ? find(part) : undefined;
        return url === undefined ? escape(part) : anchor(url, part);
      });
      Object.assign(token, { type: "html_inline", content: parts.join("") });
    }
  }
}
