const MOST = 3;

/** Returns the words that are hardly anything else than `word`, the nearest first: what was perhaps meant. */
export function nearest(word: string, words: readonly string[]): readonly string[] {
  const most = Math.ceil(word.length / 3);
  return words
    .map((each) => ({ each, distance: distance(word, each) }))
    .filter((found) => found.distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({ each }) => each);
}

/** Levenshtein's distance: the fewest letters to insert, delete or replace. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; ++j) {
      const [above = 0, left = 0, diagonal = 0] = [row[j], next[j - 1], row[j - 1]];
      next.push(Math.min(above + 1, left + 1, diagonal + (letter === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
