/** How many requests are under way at once: public RPCs refuse many more. */
const BATCH = 50;

/** Asks for many things, some at a time; the answers are in the order of the questions. */
export async function mapInBatches<T, R>(items: readonly T[], ask: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (let next = 0; next < items.length; next += BATCH) {
    answers.push(...(await Promise.all(items.slice(next, next + BATCH).map(ask))));
  }
  return answers;
}
