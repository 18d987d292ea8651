import { type CsvError, CsvSyntaxError, EmptyFileError, InvalidHeaderError } from "../errors/csv.ts";

import { requireText } from "./decodeText.ts";
import { type Delimiter, type FieldsRow, splitRecords } from "./records.ts";

/** One row of a file. */
export type Row = {
  /** Line of the file in which it begins, counted from 1. */
  readonly row: number;
  /** Returns the text of a column, trimmed; empty if there is no such column. */
  readonly get: (column: string) => string;
};

/** A file by columns. */
export type Table = {
  /** Names of the columns, trimmed and in lower case. */
  readonly columns: readonly string[];
  /** The header as it stands in the file. */
  readonly header: readonly string[];
  /** Row of the header. */
  readonly headerRow: number;
  /** What splits the fields. */
  readonly delimiter: Delimiter;
  readonly rows: readonly Row[];
  /** What is wrong with the file as CSV; its other rows can be read. */
  readonly errors: readonly CsvError[];
};

/**
 * Parses CSV with a header: fields split by commas, semicolons, tabs or bars, quoted fields, a byte order mark, any line
 * ends, empty rows.
 * @throws {WrongFileTypeError} @throws {EmptyFileError} @throws {CsvSyntaxError} when the header is broken.
 */
export function parseTable(text: string): Table {
  requireText(text);
  const { delimiter, rows: records, errors } = splitRecords(text);
  const [head, ...body] = records;
  if (head === undefined || (body.length === 0 && errors.length === 0)) throw new EmptyFileError();
  // What follows a broken header cannot be told apart.
  if (errors[0]?.row === head.row) throwAll(errors);
  const columns = head.fields.map((column) => column.toLowerCase());
  const broken = new Set(errors.map(({ row }) => row));
  const sound = body.filter(({ row }) => !broken.has(row));
  const ragged = sound.filter(({ fields }) => !fits(fields, columns.length));
  return {
    columns,
    header: head.fields,
    headerRow: head.row,
    delimiter,
    rows: sound.filter(({ fields }) => fits(fields, columns.length)).map((record) => toRow(record, columns)),
    errors: [...errors, ...ragged.map((record) => toRaggedError(record, columns.length, delimiter))],
  };
}

/** Writes CSV with a header, quoting where it must. */
export function writeTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(quoted).join(",")}\n`).join("");
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/**
 * Checks that the header names each column once.
 * @param formats Headers that would do.
 * @throws {InvalidHeaderError}
 */
export function requireColumns(
  { columns, header, headerRow }: Table,
  required: readonly string[],
  formats: readonly string[] = [required.join(",")],
): void {
  const times = (column: string) => columns.filter((name) => name === column).length;
  const wrong = required.filter((column) => times(column) !== 1);
  const [column] = wrong;
  if (column === undefined) return;
  const missing = wrong.filter((name) => times(name) === 0);
  throw new InvalidHeaderError({ column, missing, header, row: headerRow, formats });
}

/** Throws what is wrong with a file, by row, all of it in the first error; nothing if nothing is. */
export function throwAll(errors: readonly CsvError[]): void {
  const sorted = errors.toSorted((a, b) => (a.row ?? Infinity) - (b.row ?? Infinity) || 0);
  const [first, ...others] = sorted;
  if (first === undefined) return;
  throw others.length === 0 ? first : first.and(others);
}

/** Whether a row has as many fields as the header; empty ones more do no harm. */
function fits(fields: readonly string[], columns: number): boolean {
  return fields.length >= columns && fields.slice(columns).every((field) => field === "");
}

function toRow({ row, fields }: FieldsRow, columns: readonly string[]): Row {
  return { row, get: (column) => fields[columns.indexOf(column)] ?? "" };
}

function toRaggedError({ row, fields }: FieldsRow, columns: number, delimiter: Delimiter): CsvSyntaxError {
  const reason = `the header has ${columns} fields, this row ${fields.length}`;
  return new CsvSyntaxError({ row, text: fields.join(delimiter), reason, delimiter });
}
