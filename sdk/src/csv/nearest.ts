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
  let before: readonly number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; ++i) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; ++j) {
      const [above = 0, left = 0, diagonal = 0] = [row[j], next[j - 1], row[j - 1]];
      const isExchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const exchanged = isExchanged ? (before[j - 2] ?? Infinity) + 1 : Infinity;
      const here = Math.min(above + 1, left + 1, diagonal + (a[i - 1] === b[j - 1] ? 0 : 1), exchanged);
      next.push(here);
      least = Math.min(least, here);
    }
    // An exchange reaches back by two rows.
    if (least > most && Math.min(...row) > most) return undefined;
    before = row;
    row = next;
  }
  const distance = row[b.length] ?? 0;
  return distance <= most ? distance : undefined;
}
