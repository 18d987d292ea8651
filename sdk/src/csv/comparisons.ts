import {
  ContradictoryChoiceError,
  type CsvError,
  InvalidProjectError,
  NotANumberError,
  SeveralParentsError,
  UnknownParentError,
  UnknownProjectError,
  ValueOutOfRangeError,
} from "../errors/csv.ts";

import { projectReader } from "./names.ts";
import { nearestProject } from "./nearest.ts";
import { numberReader, type FieldPlace } from "./numbers.ts";
import { canonicalProject } from "./project.ts";
import { type Row, type Table, parseTable, requireColumns, throwAll } from "./table.ts";

/** The greatest multiplier that a ballot may name. */
export const MAX_MULTIPLIER = 1000;

const HEADERS = ["juror,repo_a,repo_b,choice,multiplier", "juror,repo_a,repo_b,winner,multiplier"];
/** What a column `winner` may say instead of a project's name. */
const WINNERS: ReadonlyMap<string, 1 | 2> = new Map([
  ["1", 1],
  ["a", 1],
  ["repo_a", 1],
  ["2", 2],
  ["b", 2],
  ["repo_b", 2],
]);

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

/** Which comparisons to read. */
export type ReadComparisonsOptions = {
  /** The only projects that may be named. */
  readonly projects?: readonly string[] | undefined;
  /** Read only the rows about this parent's children. Without it a file with a column `parent` must have one parent. */
  readonly parent?: string | undefined;
};

/** A file of comparisons, taken apart, with what is found wrong in it. */
type ComparisonsFile = {
  readonly table: Table;
  readonly known: ReadonlySet<string> | undefined;
  readonly projectOf: (text: string) => string | undefined;
  /** Reads the digits of a number, or says what is wrong with it. */
  readonly digitsOf: (place: FieldPlace) => string | CsvError;
  readonly errors: CsvError[];
};

/**
 * Reads comparisons from CSV with the columns `juror,repo_a,repo_b,choice,multiplier`, in any order; instead of `choice`,
 * 1 or 2, a column `winner` may name one of the two projects.
 * @param text The file.
 * @throws {CsvError} of a subclass that names the failure, with row, column and text; `others` has the file's other
 * failures: {@link WrongFileTypeError}, {@link EmptyFileError}, {@link CsvSyntaxError}, {@link InvalidHeaderError},
 * {@link InvalidProjectError}, {@link UnknownProjectError}, {@link NotANumberError}, {@link AmbiguousNumberError},
 * {@link ValueOutOfRangeError}, {@link ContradictoryChoiceError}, {@link SeveralParentsError},
 * {@link UnknownParentError}.
 */
export function readComparisons(text: string, { projects, parent }: ReadComparisonsOptions = {}): Comparison[] {
  const table = parseTable(text);
  const choice = table.columns.includes("winner") && !table.columns.includes("choice") ? "winner" : "choice";
  requireColumns(table, ["juror", "repo_a", "repo_b", choice, "multiplier"], HEADERS);
  const known = projects && new Set(projects.map(canonicalProject));
  const errors = [...table.errors];
  const file: ComparisonsFile = { table, known, projectOf: projectReader(), digitsOf: numberReader(table), errors };
  const comparisons = rowsUnder(file, parent).map((row) => readRow(file, row));
  throwAll(errors);
  return comparisons;
}

/** The rows about the children of the parent that is wanted; without a column of parents all are. */
function rowsUnder({ table, projectOf, errors }: ComparisonsFile, wanted: string | undefined): readonly Row[] {
  const column = "parent";
  if (wanted !== undefined)
    requireColumns(
      table,
      [column],
      HEADERS.map((header) => `${header},${column}`),
    );
  if (!table.columns.includes(column)) return table.rows;
  const firstRows = new Map<string, number>();
  // A parent that is no project is one all the same.
  const parentOf = (row: Row) => projectOf(row.get(column)) ?? row.get(column);
  for (const row of table.rows) if (!firstRows.has(parentOf(row))) firstRows.set(parentOf(row), row.row);
  const parents = [...firstRows.keys()];
  const [, second] = parents;
  if (wanted === undefined) {
    if (second !== undefined) {
      errors.push(new SeveralParentsError({ parents, row: firstRows.get(second), column, text: second }));
    }
    return table.rows;
  }
  const parent = canonicalProject(wanted);
  if (!firstRows.has(parent)) errors.push(new UnknownParentError({ parent, parents, column }));
  return table.rows.filter((row) => parentOf(row) === parent);
}

function readRow(file: ComparisonsFile, row: Row): Comparison {
  const place = (column: string) => ({ row: row.row, column, text: row.get(column) });
  const juror = row.get("juror");
  if (juror === "") file.errors.push(new ValueOutOfRangeError({ ...place("juror"), expected: "the name of a juror" }));
  const a = readProject(file, place("repo_a"));
  const b = readProject(file, place("repo_b"));
  if (a === b && a !== "") {
    file.errors.push(new ValueOutOfRangeError({ ...place("repo_b"), expected: "another project than repo_a" }));
  }
  const choice = readChoice(file, row, [a, b]);
  return { juror, a, b, choice, multiplier: readMultiplier(file, place("multiplier")) };
}

function readProject({ projectOf, known, errors }: ComparisonsFile, place: FieldPlace): string {
  const project = projectOf(place.text);
  if (project === undefined) errors.push(new InvalidProjectError(place));
  else if (known?.has(project) === false) {
    errors.push(new UnknownProjectError({ ...place, near: nearestProject(project, known) }));
  }
  return project ?? "";
}

/** Reads `choice`, or `winner`; where both are, they have to say the same. */
function readChoice(file: ComparisonsFile, row: Row, pair: readonly [a: string, b: string]): 1 | 2 {
  const place = (column: string) => ({ row: row.row, column, text: row.get(column) });
  const [choice, winner] = [place("choice"), place("winner")];
  const has = (column: string) => file.table.columns.includes(column);
  const won = winner.text === "" ? undefined : winnerOf(file, winner.text, pair);
  if (!has("choice")) {
    const expected = `one of the two projects, or "repo_a" or "repo_b"`;
    if (won === undefined) file.errors.push(new ValueOutOfRangeError({ ...winner, expected }));
    return won ?? 1;
  }
  const digits = file.digitsOf(choice);
  const chosen = typeof digits === "string" ? Number(digits) : NaN;
  if (chosen !== 1 && chosen !== 2) {
    file.errors.push(new ValueOutOfRangeError({ ...choice, expected: "1 (repo_a) or 2 (repo_b)" }));
    return 1;
  }
  if (won !== undefined && won !== chosen) {
    file.errors.push(new ContradictoryChoiceError({ ...winner, choice: choice.text }));
  }
  return chosen;
}

function winnerOf({ projectOf }: ComparisonsFile, text: string, [a, b]: readonly [string, string]): 1 | 2 | undefined {
  const project = projectOf(text);
  if (project !== undefined && (project === a || project === b)) return project === a ? 1 : 2;
  return WINNERS.get(text.toLowerCase());
}

function readMultiplier({ digitsOf, errors }: ComparisonsFile, place: FieldPlace): number {
  const digits = digitsOf(place);
  if (typeof digits !== "string") {
    errors.push(digits);
    return NaN;
  }
  const multiplier = Number(digits);
  if (place.text.startsWith("-") || place.text.endsWith("%")) errors.push(new NotANumberError(place));
  else if (multiplier < 1 || multiplier > MAX_MULTIPLIER) {
    errors.push(new ValueOutOfRangeError({ ...place, expected: `from 1 to ${MAX_MULTIPLIER}` }));
  }
  return multiplier;
}
