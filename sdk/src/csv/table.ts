import { parse } from "csv-parse/browser/esm/sync"; // the build without Node's Buffer; it runs in Node as well

import { type CsvError, CsvSyntaxError, EmptyFileError, InvalidHeaderError } from "../errors/csv.ts";

/** One row of a file. */
export type Row = {
  /** Line of the file, counted from 1. */
  readonly row: number;
  /** Returns the text of a column, trimmed; empty if there is no such column. */
  readonly get: (column: string) => string;
};

/** A file by columns. */
export type Table = {
  /** Names of the columns, trimmed and in lower case. */
  readonly columns: readonly string[];
  /** The header as it stands in the file. */
  readonly header: string;
  readonly rows: readonly Row[];
};

type ParsedRow = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/**
 * Parses CSV with a header: quoted fields, a byte order mark, any line ends, empty lines.
 * @throws {CsvSyntaxError} @throws {EmptyFileError}
 */
export function parseTable(text: string): Table {
  const [head, ...body] = parseRows(text);
  if (head === undefined || body.length === 0) throw new EmptyFileError();
  const columns = head.record.map((column) => column.toLowerCase());
  const rows = body.map(({ record, info }) => ({
    row: info.lines,
    get: (column: string) => record[columns.indexOf(column)] ?? "",
  }));
  return { columns, header: head.record.join(","), rows };
}

/** Writes CSV with a header, quoting where it must. */
export function writeTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(quoted).join(",")}\n`).join("");
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** Checks that the header names each column once. @throws {InvalidHeaderError} */
export function requireColumns(
  table: Table,
  required: readonly string[],
  formats: readonly string[] = [required.join(",")],
): void {
  for (const column of required) {
    const times = table.columns.filter((name) => name === column).length;
    if (times !== 1) throw new InvalidHeaderError({ column, header: table.header, formats });
  }
}

/** Throws what is wrong with a file, all of it in the first error; nothing if nothing is. */
export function throwAll(errors: readonly CsvError[]): void {
  const [first, ...others] = errors;
  if (first === undefined) return;
  throw others.length === 0 ? first : first.and(others);
}

function parseRows(text: string): readonly ParsedRow[] {
  try {
    // With `info`, csv-parse returns this shape; its types do not know.
    return parse(text, { bom: true, info: true, skip_empty_lines: true, trim: true }) as unknown as ParsedRow[];
  } catch (cause) {
    throw new CsvSyntaxError({ row: lineOf(cause), cause });
  }
}

function lineOf(cause: unknown): number | undefined {
  if (typeof cause !== "object" || cause === null || !("lines" in cause)) return undefined;
  return typeof cause.lines === "number" ? cause.lines : undefined;
}
