/**
 * Returns the number of the component of each of n nodes; components are numbered in the order of their first node.
 * @param edges Pairs of nodes.
 */
export function componentsOf(n: number, edges: Iterable<{ readonly a: number; readonly b: number }>): number[] {
  const root = Array.from({ length: n }, (_, i) => i);
  const find = (node: number): number => {
    let at = node;
    for (let above = root[at] ?? at; above !== at; above = root[at] ?? at) at = above;
    root[node] = at; // shortens later walks
    return at;
  };
  let left = n;
  for (const { a, b } of edges) {
    if (left === 1) break; // nothing can be connected any more
    const first = find(a);
    const second = find(b);
    if (first === second) continue;
    root[Math.max(first, second)] = Math.min(first, second);
    --left;
  }

  const numbers = new Map<number, number>();
  return root.map((_, node) => {
    const top = find(node);
    const number = numbers.get(top) ?? numbers.size;
    numbers.set(top, number);
    return number;
  });
}
