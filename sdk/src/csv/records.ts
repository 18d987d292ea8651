import { CsvSyntaxError } from "../errors/csv.ts";

/** The fields of one row, trimmed. */
export type FieldsRow = {
  /** Line of the file in which the row begins, counted from 1. */
  readonly row: number;
  readonly fields: readonly string[];
};

/** What splits the fields of a file. */
export type Delimiter = "," | ";" | "\t" | "|";

const DELIMITERS: readonly Delimiter[] = [",", ";", "\t", "|"];
/** The line with which a spreadsheet says what splits the fields. */
const SEP_LINE = /^"?sep=(.)"?[ ;,]*$/i;

type Cursor = { readonly text: string; readonly delimiter: string; at: number; line: number };
type Field = { readonly text: string; readonly error?: CsvSyntaxError };

/**
 * Splits CSV into rows of fields; rows whose fields are all empty are none. What splits fields is decided once: by a line
 * `sep=;` at the beginning, else it is what splits the header most often, a comma where nothing does.
 * @returns The rows, and what is wrong with quotes, by the rows where they open: a quote that fails to close counts as
 * closed at the end of its line, so that the rows after it are read, too.
 */
export function splitRecords(file: string): {
  readonly delimiter: Delimiter;
  readonly rows: readonly FieldsRow[];
  readonly errors: readonly CsvSyntaxError[];
} {
  const text = file.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const [first = ""] = text.split("\n", 1);
  const said = DELIMITERS.find((each) => each === SEP_LINE.exec(first)?.[1]);
  const delimiter = said ?? delimiterOf(/^.*\S.*$/m.exec(text)?.[0] ?? "");
  const cursor: Cursor = { text, delimiter, ...(said ? { at: first.length + 1, line: 2 } : { at: 0, line: 1 }) };

  const rows: FieldsRow[] = [];
  const errors: CsvSyntaxError[] = [];
  while (cursor.at < text.length) {
    const row = cursor.line;
    const fields = readRow(cursor, errors);
    if (fields.some((field) => field !== "")) rows.push({ row, fields });
  }
  return { delimiter, rows, errors };
}

/** What splits a header most often, outside of quotes. */
function delimiterOf(header: string): Delimiter {
  const bare = header.replace(/"[^"]*"/g, "");
  const times = (delimiter: string) => bare.split(delimiter).length;
  return DELIMITERS.reduce((best, each) => (times(each) > times(best) ? each : best));
}

function readRow(cursor: Cursor, errors: CsvSyntaxError[]): string[] {
  const fields: string[] = [];
  for (;;) {
    const { text, error } = readField(cursor);
    fields.push(text);
    if (error) errors.push(error);
    const end = cursor.text[cursor.at];
    cursor.at += 1;
    if (end === cursor.delimiter) continue;
    cursor.line += 1;
    return fields;
  }
}

/** Reads a field, up to the delimiter or the line's end that follows it. */
function readField(cursor: Cursor): Field {
  const { text, at } = cursor;
  let start = at;
  while (text[start] === " " || (text[start] === "\t" && cursor.delimiter !== "\t")) start += 1;
  if (text[start] === '"') return readQuoted(cursor, start);
  cursor.at = endOfPlain(cursor, start);
  return { text: text.slice(start, cursor.at).trim() };
}

function endOfPlain({ text, delimiter }: Cursor, start: number): number {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== "\n") end += 1;
  return end;
}

/** Reads a field that a quote at `open` begins; two quotes inside are one. */
function readQuoted(cursor: Cursor, open: number): Field {
  const { text } = cursor;
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  const end = close < 0 ? -1 : endOfPlain(cursor, close + 1);
  if (close < 0 || text.slice(close + 1, end).trim() !== "") return readUnclosed(cursor, open, close);
  const content = text.slice(open + 1, close);
  cursor.at = end;
  cursor.line += content.split("\n").length - 1;
  return { text: content.replaceAll('""', '"').trim() };
}

function readUnclosed(cursor: Cursor, open: number, close: number): Field {
  const { text, line } = cursor;
  const newline = text.indexOf("\n", open);
  cursor.at = newline < 0 ? text.length : newline;
  const closes = close < 0 ? undefined : line + text.slice(open, close).split("\n").length - 1;
  const reason =
    closes === undefined
      ? "a quote opens here and nothing closes it"
      : `a quote opens here, and closes in row ${closes} in the middle of a field`;
  const field = text.slice(open, cursor.at).trim();
  return { text: field.slice(1), error: new CsvSyntaxError({ row: line, text: field, reason }) };
}
