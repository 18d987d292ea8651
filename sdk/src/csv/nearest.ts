/** Of so many letters one may be wrong. */
const LETTERS_PER_MISTAKE = 4;

/**
 * Returns the project that is perhaps meant: the one whose name is nearest, if it is near. Two letters that have changed
 * places are one mistake; a name without its owner is near to the one project of that name.
 * @param name A canonical name, or what is none.
 * @param projects Canonical names.
 */
export function nearestProject(name: string, projects: Iterable<string>): string | undefined {
  const wanted = shortOf(name);
  let best: { readonly project: string; readonly distance: number } | undefined;
  let most = Math.max(1, Math.floor(wanted.length / LETTERS_PER_MISTAKE));
  for (const project of projects) {
    const distance = distanceUpTo(most, wanted, shortOf(project));
    if (distance === undefined || (best && distance >= best.distance)) continue;
    best = { project, distance };
    most = distance;
  }
  return best?.project ?? theOneCalled(wanted, projects);
}

/** The only project that is so called, whoever its owner is said to be. */
function theOneCalled(wanted: string, projects: Iterable<string>): string | undefined {
  const name = lastOf(wanted);
  const [only, other] = name === "" ? [] : [...projects].filter((project) => lastOf(shortOf(project)) === name);
  return other === undefined ? only : undefined;
}

function lastOf(project: string): string {
  return project.split("/").at(-1) ?? "";
}

/** What tells projects apart: the beginnings that most have in common would make all of them near. */
function shortOf(project: string): string {
  return project
    .trim()
    .toLowerCase()
    .replace(/^https:\/\/(github\.com\/)?/, "");
}

/** The fewest letters to insert, delete, replace or exchange with the next, if they are at most `most` (Damerau 1964). */
function distanceUpTo(most: number, a: string, b: string): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  let [before, row] = [[] as readonly number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; ++i) {
    const next = nextRow(i, a, b, row, before);
    // An exchange reaches back by two rows.
    if (Math.min(...next) > most && Math.min(...row) > most) return undefined;
    [before, row] = [row, next];
  }
  const distance = row[b.length] ?? 0;
  return distance <= most ? distance : undefined;
}

/** Distances of the first i letters of a to the beginnings of b, from those of one letter less and of two. */
function nextRow(i: number, a: string, b: string, row: readonly number[], before: readonly number[]): number[] {
  const next = [i];
  const at = (list: readonly number[], j: number) => list[j] ?? Infinity;
  for (let j = 1; j <= b.length; ++j) {
    const isExchanged = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    const replaced = at(row, j - 1) + Number(a[i - 1] !== b[j - 1]);
    next.push(Math.min(at(row, j) + 1, at(next, j - 1) + 1, replaced, isExchanged ? at(before, j - 2) + 1 : Infinity));
  }
  return next;
}
