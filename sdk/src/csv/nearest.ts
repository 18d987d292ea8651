/** Of so many letters one may be wrong. */
const LETTERS_PER_MISTAKE = 4;

/**
 * Returns the project that is perhaps meant: the one whose name is nearest, if it is near.
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
  return best?.project;
}

/** What tells projects apart: the beginnings that most have in common would make all of them near. */
function shortOf(project: string): string {
  return project
    .trim()
    .toLowerCase()
    .replace(/^https:\/\/(github\.com\/)?/, "");
}

/** Levenshtein's distance, the fewest letters to insert, delete or replace, if it is at most `most`. */
function distanceUpTo(most: number, a: string, b: string): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; ++i) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; ++j) {
      const [above = 0, left = 0, diagonal = 0] = [row[j], next[j - 1], row[j - 1]];
      const here = Math.min(above + 1, left + 1, diagonal + (a[i - 1] === b[j - 1] ? 0 : 1));
      next.push(here);
      least = Math.min(least, here);
    }
    if (least > most) return undefined;
    row = next;
  }
  const distance = row[b.length] ?? 0;
  return distance <= most ? distance : undefined;
}
