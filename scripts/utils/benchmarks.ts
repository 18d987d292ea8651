/** The page of benchmarks, which the commands that measure write. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "..", "..", "site");
const PAGE = join(FOLDER, "benchmarks.md");
/** The plot of gas on it. */
export const GAS_PLOT = join(FOLDER, "pictures", "gas.svg");

export type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** A table in Markdown; `labels` is how many columns are words: numbers are on the right. */
export function renderMarkdown({ head, rows }: Table, labels: number): string {
  const rule = head.map((_, column) => (column < labels ? "---" : "---:"));
  return [head, rule, ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** Whether the page has this between a section's marks. */
export async function hasSection(section: string, content: string): Promise<boolean> {
  const page = await readFile(PAGE, "utf8");
  return insert(page, section, content) === page;
}

/** Writes what stands between a section's marks. */
export async function writeSection(section: string, content: string): Promise<void> {
  await writeFile(PAGE, insert(await readFile(PAGE, "utf8"), section, content));
}

function insert(page: string, section: string, content: string): string {
  const marks = new RegExp(`(<!-- ${section}: written by [^>]* -->\\n)[\\s\\S]*?(<!-- end of ${section} -->)`);
  if (!marks.test(page)) throw new Error(`site/benchmarks.md has no section "${section}" with an end.`);
  return page.replace(marks, (_, begin: string, end: string) => `${begin}${content}\n${end}`);
}
