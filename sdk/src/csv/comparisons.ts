import {
  type CsvError,
  InvalidProjectError,
  NotANumberError,
  UnknownProjectError,
  ValueOutOfRangeError,
} from "../errors/csv.ts";

import { canonicalProject } from "./project.ts";
import { type Row, parseTable, requireColumns, throwAll } from "./table.ts";

/** The greatest multiplier that a ballot may name. */
export const MAX_MULTIPLIER = 1000;

const COLUMN_NAMES = ["juror", "repo_a", "repo_b", "choice", "multiplier"];
const NUMBER = /^\+?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;

/** One judgment of a juror: the chosen project is worth `multiplier` times the other. */
export type Comparison = {
  readonly juror: string;
  readonly a: string;
  readonly b: string;
  /** 1: a is worth more; 2: b is. */
  readonly choice: 1 | 2;
  /** From 1 to {@link MAX_MULTIPLIER}. */
  readonly multiplier: number;
};

/**
 * Reads comparisons from CSV with the columns `juror,repo_a,repo_b,choice,multiplier`, in any order.
 * @param text The file.
 * @param options `projects`: the only ones that may be named.
 * @throws {CsvError} of a subclass that names the failure, with row, column and text; `others` has the file's other
 * failures: {@link EmptyFileError}, {@link CsvSyntaxError}, {@link InvalidHeaderError}, {@link InvalidProjectError},
 * {@link UnknownProjectError}, {@link NotANumberError}, {@link ValueOutOfRangeError}.
 */
export function readComparisons(
  text: string,
  { projects }: { readonly projects?: readonly string[] | undefined } = {},
): Comparison[] {
  const table = parseTable(text);
  requireColumns(table, COLUMN_NAMES);
  const known = projects && new Set(projects.map(canonicalProject));
  const errors: CsvError[] = [];
  const comparisons = table.rows.map((row) => readRow(row, known, errors));
  throwAll(errors);
  return comparisons;
}

function readRow(row: Row, known: ReadonlySet<string> | undefined, errors: CsvError[]): Comparison {
  const place = (column: string) => ({ row: row.row, column, text: row.get(column) });
  const juror = row.get("juror");
  if (juror === "") errors.push(new ValueOutOfRangeError({ ...place("juror"), expected: "the name of a juror" }));
  const a = readProject(place("repo_a"), known, errors);
  const b = readProject(place("repo_b"), known, errors);
  if (a === b && a !== "") {
    errors.push(new ValueOutOfRangeError({ ...place("repo_b"), expected: "another project than repo_a" }));
  }
  const choice = row.get("choice");
  if (choice !== "1" && choice !== "2") {
    errors.push(new ValueOutOfRangeError({ ...place("choice"), expected: "1 (repo_a) or 2 (repo_b)" }));
  }
  return { juror, a, b, choice: choice === "1" ? 1 : 2, multiplier: readMultiplier(place("multiplier"), errors) };
}

type Place = { readonly row: number; readonly column: string; readonly text: string };

function readProject(place: Place, known: ReadonlySet<string> | undefined, errors: CsvError[]): string {
  try {
    const project = canonicalProject(place.text);
    if (known?.has(project) === false) errors.push(new UnknownProjectError(place));
    return project;
  } catch {
    errors.push(new InvalidProjectError(place));
    return "";
  }
}

function readMultiplier(place: Place, errors: CsvError[]): number {
  const multiplier = NUMBER.test(place.text) ? Number(place.text) : NaN;
  if (Number.isNaN(multiplier)) errors.push(new NotANumberError(place));
  else if (multiplier < 1 || multiplier > MAX_MULTIPLIER) {
    errors.push(new ValueOutOfRangeError({ ...place, expected: `from 1 to ${MAX_MULTIPLIER}` }));
  }
  return multiplier;
}
