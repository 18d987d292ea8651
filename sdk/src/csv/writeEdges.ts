import type { Edges } from "./readEdges.ts";
import { writeTable } from "./table.ts";

/** Writes a graph as CSV with the columns `parent,child`: `readEdges` reads the same graph back. */
export function writeEdges(edges: Edges): string {
  const rows = [...edges].flatMap(([parent, children]) => children.map((child) => [parent, child]));
  return writeTable(["parent", "child"], rows);
}
