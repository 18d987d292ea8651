import { componentsOf } from "./components.ts";
import type { Problem } from "./problem.ts";
import { strongComponentsOf } from "./strongComponents.ts";

/** Returns projects by connected component, the largest first. */
export function componentsByName({ n, samples }: Problem, projects: readonly string[]): string[][] {
  return listed(componentsOf(n, samples), projects);
}

/** Returns groups within which comparisons alone decide all differences, by {@link groupNumbers}, the largest first. */
export function groupsByName(problem: Problem, projects: readonly string[]): string[][] {
  return listed(groupNumbers(problem), projects);
}

/**
 * Returns the number of each project's group, within which comparisons alone, without an anchor, decide all differences:
 * connected ones; where the loss is one-sided, those connected by wins in both directions (Ford 1957).
 */
export function groupNumbers({ n, samples, loss }: Problem): number[] {
  if (!loss.oneSided) return componentsOf(n, samples);
  // Each once, however many jurors have said so.
  const wins = new Set<number>();
  for (const { a, b, c } of samples) {
    if (c >= 0) wins.add(a * n + b);
    if (c <= 0) wins.add(b * n + a);
  }
  return strongComponentsOf(
    n,
    [...wins].map((key) => [Math.floor(key / n), key % n] as const),
  );
}

function listed(numbers: readonly number[], projects: readonly string[]): string[][] {
  const groups: string[][] = [];
  numbers.forEach((number, i) => (groups[number] ??= []).push(projects[i] ?? ""));
  return groups.sort((a, b) => b.length - a.length);
}
