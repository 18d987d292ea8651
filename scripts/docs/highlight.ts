/** Code in colours, at build time: the pages carry classes and no program. */
import { createRequire } from "node:module";
import bash from "highlight.js/lib/languages/bash";
import hljs from "highlight.js/lib/core";
import json from "highlight.js/lib/languages/json";
import type { LanguageFn } from "highlight.js";
import typescript from "highlight.js/lib/languages/typescript";

import { escapeXml } from "../utils/svg.ts";

// It has no types.
const solidity = createRequire(import.meta.url)("highlightjs-solidity") as { readonly solidity: LanguageFn };

hljs.registerLanguage("typescript", typescript);
hljs.registerLanguage("bash", bash);
hljs.registerLanguage("json", json);
hljs.registerLanguage("solidity", solidity.solidity);

const ALIASES: Readonly<Record<string, string>> = { ts: "typescript", js: "typescript", sh: "bash", sol: "solidity" };

/** Returns code as HTML; of a language that is not known here, and of text, only made safe. */
export function highlight(code: string, language: string): string {
  const name = ALIASES[language] ?? language;
  return hljs.getLanguage(name) ? hljs.highlight(code, { language: name }).value : escapeXml(code);
}

/** A block of code. */
export function codeBlock(code: string, language: string): string {
  const name = language === "" ? "text" : language;
  return `<pre class="code" data-language="${escapeXml(name)}" tabindex="0"><code>${highlight(code.trimEnd(), language)}\n</code></pre>\n`;
}
