/** What every picture of this project is drawn with: SVG that follows the reader's light or dark mode. */

/** A drawing without its frame, so that it can stand in a file or inside a page. */
export type Drawing = {
  /** What it shows, in one line. */
  readonly title: string;
  /** What one sees in it, for those who do not see it. */
  readonly description?: string | undefined;
  readonly width: number;
  readonly height: number;
  /** SVG elements, one a line. Classes: `title`, `paper`, `grid`; everything else has its colour with it. */
  readonly body: readonly string[];
};

/** Distinct to people who do not tell red from green, on white and on black (Okabe and Ito). */
export const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b58900", "#56b4e9"] as const;
/** Colour alone tells nobody apart in print. */
export const DASHES = ["", "7 3", "2 3", "9 3 2 3", "12 4", "4 4"] as const;

const STYLE = `<style>
    text { font: 12px system-ui, sans-serif; fill: #24292f; }
    .title { font-size: 15px; font-weight: 600; }
    .paper { fill: #ffffff; }
    .grid { stroke: #d0d7de; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3; }
      .paper { fill: #0d1117; }
      .grid { stroke: #30363d; }
    }
  </style>`;

/** Makes text safe inside elements and attributes, of SVG and HTML alike. */
export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Renders a drawing as a file of its own. */
export function renderSvg({ title, description, width, height, body }: Drawing): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(title)}">`,
    ...(description === undefined ? [] : [`  <desc>${escapeXml(description)}</desc>`]),
    `  ${STYLE}`,
    `  <rect class="paper" width="${width}" height="${height}"/>`,
    ...body,
    "</svg>\n",
  ].join("\n");
}
