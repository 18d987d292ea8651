/** Draws diagrams with Mermaid in a browser: once, by `npm run docs -- --update`, so that no reader loads it. */
import { createRequire } from "node:module";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { openBrowser } from "../../../test/browser/browser.ts";
import { escapeXml } from "../../../scripts/utils/svg.ts";
import type { Diagram } from "./inline.ts";

const MERMAID = createRequire(import.meta.url).resolve("@mermaid-js/tiny/dist/mermaid.tiny.js");
/** As wide as a page's text, so that its letters are as large; colours and fonts are the theme's, of `site.css`. */
const WIDTH = 720;
const OPTIONS = {
  startOnLoad: false,
  theme: "base",
  themeVariables: { fontSize: "14px", fontFamily: "Verdana, DejaVu Sans, sans-serif" },
  htmlLabels: false,
  flowchart: { htmlLabels: false, useMaxWidth: false, wrappingWidth: 300, nodeSpacing: 36, rankSpacing: 44 },
  sequence: { useMaxWidth: false, actorMargin: 24, width: 120 },
  gantt: { useMaxWidth: false, useWidth: WIDTH, leftPadding: 92, rightPadding: 24, fontSize: 12, sectionFontSize: 12 },
  sankey: { useMaxWidth: false, width: 840, height: 620, showValues: false, linkColor: "source" },
};
type Mermaid = {
  readonly initialize: (options: object) => void;
  readonly render: (id: string, text: string) => Promise<{ readonly svg: string }>;
};

/** Draws the diagrams into files below `root`. Labels are text of the SVG, so that they are found and read aloud. */
export async function drawDiagrams(root: string, diagrams: readonly Diagram[]): Promise<void> {
  const browser = await openBrowser();
  if (browser === undefined) return;
  const page = await browser.newPage({ viewport: { width: 960, height: 800 } });
  await page.addScriptTag({ path: MERMAID });
  for (const { file, text, hash } of diagrams) {
    const svg = await page.evaluate(
      async ([id, source, options]) => {
        const { mermaid } = globalThis as unknown as { mermaid: Mermaid };
        mermaid.initialize(options);
        return (await mermaid.render(id, source)).svg;
      },
      [`d${hash}`, text, OPTIONS] as const,
    );
    await mkdir(dirname(join(root, file)), { recursive: true });
    const marked = svg.replace("<svg ", `<svg data-text="${hash}" `);
    await writeFile(join(root, file), `${describe(marked, text)}\n`);
  }
  await browser.close();
}

/** Kinds of diagrams that know no title have it, and what one sees, as comments. */
function describe(svg: string, text: string): string {
  const [title, description] = [...text.matchAll(/^%% (.*)$/gm)].map(([, words = ""]) => escapeXml(words));
  if (title === undefined) return svg;
  return svg.replace(/<svg [^>]*>/, (tag) => `${tag}<title>${title}</title><desc>${description ?? ""}</desc>`);
}
