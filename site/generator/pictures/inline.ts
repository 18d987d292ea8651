/** Pictures inside pages, where they follow the page's colours and can be enlarged. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { escapeXml } from "../../../scripts/utils/svg.ts";

/** Drawings of the diagrams that pages have as text. */
export const DIAGRAMS = "site/pictures/diagrams";

const DIAGRAM = /^```mermaid\n([\s\S]*?)^```$/gm;

export type Diagram = { readonly file: string; readonly text: string; readonly hash: string };

/** Returns the diagrams of a page, `route`, and the files of their drawings. */
export function diagramsOf(route: string, text: string): Diagram[] {
  return [...text.matchAll(DIAGRAM)].map(([, diagram = ""], i) => ({
    file: `${DIAGRAMS}/${route.replaceAll("/", "-")}-${i + 1}.svg`,
    text: diagram,
    hash: createHash("sha256").update(diagram).digest("hex").slice(0, 16),
  }));
}

/** Puts the drawings of diagrams in their places; one that was drawn from another text is a problem. */
export function inlineDiagrams(root: string, route: string, text: string, report: (problem: string) => void): string {
  const diagrams = diagramsOf(route, text);
  return text.replace(DIAGRAM, () => {
    const { file = "", hash = "" } = diagrams.shift() ?? {};
    const svg = existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : "";
    if (!svg.includes(`data-text="${hash}"`))
      report(`${file} is stale: run \`npm run docs -- --update\` and commit it.`);
    return figure(svg, "diagram");
  });
}

/** A picture with its words below. */
export function inlinePicture(root: string, file: string, label: string): string {
  return figure(readFileSync(join(root, file), "utf8"), "chart", label);
}

/** On one line, as Markdown reads an empty one as an end; the theme has the styles. */
function figure(svg: string, kind: string, caption = ""): string {
  const drawing = svg.replace(/<\?xml[^>]*>|<style>[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, "").replace(/\s*\n\s*/g, " ");
  const words = caption === "" ? "" : `<figcaption>${escapeXml(caption)}</figcaption>`;
  return `<figure class="picture ${kind}" v-pre><div class="drawing" tabindex="0">${drawing.trim()}</div><button type="button">Enlarge</button>${words}</figure>`;
}
