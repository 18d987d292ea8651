/** A picture of the documentation: a drawing, and the numbers in it for those who rather read. */
import { escapeXml, type Drawing } from "../../utils/svg.ts";
import { table } from "../pages/parts.ts";

export type Picture = {
  /** Its file, without folder. */
  readonly name: string;
  readonly drawing: Drawing;
  /** A sentence or two below it, for those who see it. */
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** Renders a picture inside a page: in the page's colours, its numbers below. */
export function renderFigure({ name, drawing, caption, head, rows }: Picture): string {
  const { title, description = "", width, height, body } = drawing;
  const id = `picture-${name.replace(/\W/g, "-")}`;
  return [
    `<figure class="picture"><svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id} ${id}-text">`,
    `<title id="${id}">${escapeXml(title)}</title><desc id="${id}-text">${escapeXml(description)}</desc>`,
    ...body,
    "</svg>",
    `<figcaption>${escapeXml(caption)}<details><summary>As a table</summary>`,
    `${table(
      head.map(escapeXml),
      rows.map((row) => row.map(escapeXml)),
    )}</details></figcaption></figure>\n`,
  ].join("\n");
}
