import { type CsvError, DuplicateEdgeError, InvalidProjectError } from "../errors/csv.ts";

import { canonicalProject } from "./project.ts";
import { type Row, parseTable, requireColumns, throwAll } from "./table.ts";

/** Children by parent, canonical names in the order of the file. */
export type Edges = ReadonlyMap<string, readonly string[]>;

/**
 * Reads a graph from CSV with the columns `parent,child`, in any order.
 * @param text The file.
 * @throws {CsvError} of a subclass that names the failure, with row, column and text; `others` has the file's other
 * failures: {@link EmptyFileError}, {@link CsvSyntaxError}, {@link InvalidHeaderError}, {@link InvalidProjectError},
 * {@link DuplicateEdgeError}.
 */
export function readEdges(text: string): Edges {
  const table = parseTable(text);
  requireColumns(table, ["parent", "child"]);
  const errors: CsvError[] = [];
  const edges = new Map<string, string[]>();
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const parent = nameOf(row, "parent", errors);
    const child = nameOf(row, "child", errors);
    if (parent === undefined || child === undefined) continue;
    const first = seen.get(`${parent} ${child}`);
    if (first !== undefined) {
      errors.push(
        new DuplicateEdgeError({ parent, child, firstRow: first, row: row.row, column: "child", text: child }),
      );
    }
    seen.set(`${parent} ${child}`, row.row);
    const children = edges.get(parent) ?? [];
    children.push(child);
    edges.set(parent, children);
  }
  throwAll(errors);
  return edges;
}

function nameOf(row: Row, column: string, errors: CsvError[]): string | undefined {
  try {
    return canonicalProject(row.get(column));
  } catch (error) {
    if (!(error instanceof InvalidProjectError)) throw error;
    errors.push(new InvalidProjectError({ row: row.row, column, text: row.get(column) }));
    return undefined;
  }
}
