import { type CsvError, DuplicateEdgeError, InvalidProjectError, SelfEdgeError } from "../errors/csv.ts";

import { projectReader } from "./names.ts";
import { parseTable, requireColumns, throwAll } from "./table.ts";

/** Children by parent, canonical names in the order of the file. */
export type Edges = ReadonlyMap<string, readonly string[]>;

/**
 * Reads a graph from CSV with the columns `parent,child`, in any order.
 * @param text The file.
 * @throws {CsvError} of a subclass that names the failure, with row, column and text; `others` has the file's other
 * failures: {@link WrongFileTypeError}, {@link EmptyFileError}, {@link CsvSyntaxError}, {@link InvalidHeaderError},
 * {@link InvalidProjectError}, {@link SelfEdgeError}, {@link DuplicateEdgeError}.
 */
export function readEdges(text: string): Edges {
  const table = parseTable(text);
  requireColumns(table, ["parent", "child"]);
  const projectOf = projectReader();
  const errors: CsvError[] = [...table.errors];
  /** Rows of the children, by parent. */
  const edges = new Map<string, Map<string, number>>();
  for (const { row, get } of table.rows) {
    const place = (column: string) => ({ row, column, text: get(column) });
    const [parent, child] = [projectOf(get("parent")), projectOf(get("child"))];
    if (parent === undefined) errors.push(new InvalidProjectError(place("parent")));
    if (child === undefined) errors.push(new InvalidProjectError(place("child")));
    if (parent === undefined || child === undefined) continue;
    const children = edges.get(parent) ?? new Map<string, number>();
    edges.set(parent, children);
    const firstRow = children.get(child);
    if (parent === child) errors.push(new SelfEdgeError(place("child")));
    else if (firstRow === undefined) children.set(child, row);
    else errors.push(new DuplicateEdgeError({ ...place("child"), parent, child, firstRow }));
  }
  throwAll(errors);
  return new Map([...edges].map(([parent, children]) => [parent, [...children.keys()]]));
}
