import { type CsvError, AmbiguousNumberError, NotANumberError } from "../errors/csv.ts";

import type { Delimiter } from "./records.ts";
import { parseTable, type Table } from "./table.ts";

/** How a file is written, decided once, by all of it. */
export type Dialect = {
  /** What splits the fields. */
  readonly delimiter: Delimiter;
  /** What stands before the decimals of a number. */
  readonly decimal: "." | ",";
};

/** A field of a row, as errors name it. */
export type FieldPlace = {
  readonly row: number;
  readonly column: string;
  readonly text: string;
  readonly parent?: string | undefined;
};

/** Columns that have numbers, in whichever format. */
const NUMBER_COLUMNS = ["weight", "originality", "multiplier", "choice"];
const WITH_COMMA = /^[+-]?\d*,\d+(e[+-]?\d{1,3})?%?$/i;
/** What may be a thousand with a separator as well as one with three decimals. */
const GROUPED = /^[+-]?[1-9]\d{0,2}(,\d{3})+$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?%?$/i;
/** Longer ones are no numbers that a person or a program meant. */
const MOST_CHARACTERS = 400;

/**
 * Tells how a file is written, to show it to whoever wrote it.
 * @param text The file.
 * @throws {WrongFileTypeError} @throws {EmptyFileError} @throws {CsvSyntaxError}
 */
export function dialectOf(text: string): Dialect {
  const table = parseTable(text);
  return { delimiter: table.delimiter, decimal: decimalOf(table) };
}

/**
 * Returns how to read the numbers of a file: to decimal digits with a point and perhaps an exponent, or what is wrong.
 * Commas before decimals are read where no number of the file has a point, and one of them cannot be a separator of
 * thousands. A percentage is a hundredth; a column has percentages only, or none, but for zeros.
 */
export function numberReader(table: Table): (place: FieldPlace) => string | CsvError {
  const decimal = decimalOf(table);
  const inPercent = new Map(NUMBER_COLUMNS.map((column) => [column, isInPercent(table, column)]));
  return (place) => {
    const { text } = place;
    if (decimal === "." && GROUPED.test(text))
      return new AmbiguousNumberError({ ...place, reason: "a thousand or one" });
    const plain = toPoint(text, decimal);
    if (plain.length > MOST_CHARACTERS || !NUMBER.test(plain)) return new NotANumberError(place);
    const digits = plain.replace("%", "");
    if (inPercent.get(place.column) !== true) return digits;
    if (!plain.endsWith("%") && /[1-9]/.test(plain)) {
      return new AmbiguousNumberError({ ...place, reason: "a percentage, as other rows are, or none" });
    }
    const [mantissa = "", exponent = "0"] = digits.split(/e/i);
    return `${mantissa}e${Number(exponent) - 2}`;
  };
}

function decimalOf(table: Table): Dialect["decimal"] {
  let isCertain = false;
  for (const column of NUMBER_COLUMNS.filter((name) => table.columns.includes(name))) {
    for (const row of table.rows) {
      const text = row.get(column);
      if (text.includes(".")) return ".";
      isCertain ||= WITH_COMMA.test(text) && !GROUPED.test(text);
    }
  }
  return isCertain ? "," : ".";
}

function isInPercent({ columns, rows }: Table, column: string): boolean {
  return columns.includes(column) && rows.some((row) => /\d\s*%$/.test(row.get(column)));
}

/** A number with a point, and its sign of percent beside it; what is none stays as it is. */
function toPoint(text: string, decimal: Dialect["decimal"]): string {
  const closed = text.replace(/\s+%$/, "%");
  return decimal === "," && WITH_COMMA.test(closed) ? closed.replace(",", ".") : closed;
}
