/** What must hold of any page, at any width and in any colours. */
import axe from "axe-core";
import type { Page } from "playwright-core";

/** A way to look at a page. */
export type Look = { readonly width: number; readonly colorScheme: "light" | "dark" };

export const LOOKS: readonly Look[] = [320, 1280].flatMap((width) =>
  (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })),
);

type Axe = { readonly run: (context: Document) => Promise<unknown> };
type Violation = {
  readonly id: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
};

/** What axe finds wrong, an element a line. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as { axe: Axe };
    const { violations: found } = (await tool.run(document)) as { violations: Violation[] };
    return found.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ target, failureSummary = "" }) => `${String(target)} ${failureSummary}`),
    }));
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.replace(/\s+/g, " ")}`));
}

/** By how many pixels a page is wider than the window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
