import type { Comparison } from "../csv/comparisons.ts";
import { canonicalProject } from "../csv/project.ts";

/** A pair to ask about, so that groups of projects become one. */
export type ConnectingComparison = { readonly a: string; readonly b: string };

/**
 * Which comparisons connect groups of projects that nobody has compared with each other: of each group the project that was
 * compared most, with that of the largest group. As few as there can be, one less than there are groups.
 * @param groups Projects by group, the largest first: `components` of a {@link DisconnectedError}.
 */
export function connectingComparisons(
  comparisons: readonly Comparison[],
  groups: readonly (readonly string[])[],
): readonly ConnectingComparison[] {
  const counts = new Map<string, number>();
  for (const name of comparisons.flatMap(({ a, b }) => [canonicalProject(a), canonicalProject(b)])) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const countOf = (project: string) => counts.get(project) ?? 0;
  const known = groups.map((group) =>
    group.reduce((best, each) => (countOf(each) > countOf(best) ? each : best), group[0] ?? ""),
  );
  const [first = "", ...others] = known;
  return others.map((b) => ({ a: first, b }));
}
