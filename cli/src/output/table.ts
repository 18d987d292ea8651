import { widthOf } from "./paper.ts";

/** Renders a table for a terminal: the first column to the left, the others to the right. */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(widthOf(title), ...rows.map((row) => widthOf(row[column] ?? ""))),
  );
  const render = (row: readonly string[]) =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? "";
        const space = " ".repeat(width - widthOf(cell));
        return column === 0 ? cell + space : space + cell;
      })
      .join("  ")
      .trimEnd();
  return [render(head), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(render)].join("\n");
}

/** A name, and what it has; nothing, where there is nothing to say. */
export type Fact = readonly [name: string, value: string] | false | undefined;

/** Renders names and what they have, a line each. */
export function renderFacts(all: readonly Fact[]): string {
  const facts = all.filter((fact) => fact !== false && fact !== undefined);
  const width = Math.max(...facts.map(([name]) => widthOf(name)));
  return facts.map(([name, value]) => `${name}${" ".repeat(width - widthOf(name))}  ${value}`).join("\n");
}

/** Puts together what there is to say: lines, or paragraphs with an empty line between. */
export function joinSaid(said: readonly (string | false | undefined)[], between = "\n"): string {
  return said.filter((each) => each !== false && each !== undefined).join(between);
}
