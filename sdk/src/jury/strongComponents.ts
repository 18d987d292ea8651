/**
 * Returns the number of the strongly connected component of each of n nodes: nodes that edges lead from one to the other
 * and back. Components are numbered in the order of their first node.
 * @param edges Pairs of nodes, from and to.
 */
export function strongComponentsOf(n: number, edges: Iterable<readonly [number, number]>): number[] {
  const forward: number[][] = Array.from({ length: n }, () => []);
  const backward: number[][] = Array.from({ length: n }, () => []);
  for (const [from, to] of edges) {
    forward[from]?.push(to);
    backward[to]?.push(from);
  }
  const numbers: (number | undefined)[] = new Array<undefined>(n).fill(undefined);
  let count = 0;
  return numbers.map((_, node) => {
    if (numbers[node] === undefined) {
      const behind = reach(node, backward);
      for (const other of reach(node, forward)) if (behind.has(other)) numbers[other] = count;
      ++count;
    }
    return numbers[node] as number;
  });
}

function reach(start: number, next: readonly (readonly number[])[]): Set<number> {
  const found = new Set([start]);
  for (const node of found) for (const neighbour of next[node] ?? []) found.add(neighbour);
  return found;
}
