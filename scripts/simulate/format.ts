import type { Spread } from "./statistics.ts";

/** What a section of the report is: a heading, one sentence or two that say what it shows, and tables. */
export function section(title: string, says: string, ...tables: readonly string[]): string {
  return [`\n${title}\n${"=".repeat(title.length)}`, says, ...tables].join("\n\n");
}

/** A share of 1 in per cent. */
export function percent(share: number, digits = 2): string {
  return `${(share * 100).toFixed(digits)}%`;
}

/** Units of 1e-18 as tokens. */
export function tokens(units: bigint): string {
  return amount(Number(units) / 1e18);
}

/** Tokens, with a sign that shows losses and few digits. */
export function amount(value: number): string {
  const text = value.toFixed(Math.abs(value) < 10 ? 2 : 1);
  return /^-0\.?0*$/.test(text) ? text.slice(1) : text;
}

/** `min median max sd`, as cells of a table. */
export function cells({ min, median, max, sd }: Spread, digits = 3): string[] {
  return [min, median, max, sd].map((value) => value.toFixed(digits));
}

/** The end of a URL that tells a project from others. */
export function shortName(project: string): string {
  return project.split("/").slice(-2).join("/");
}
