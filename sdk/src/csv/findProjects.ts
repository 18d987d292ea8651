import { type CsvError, InvalidHeaderError, InvalidProjectError } from "../errors/csv.ts";

import { projectReader } from "./names.ts";
import { parseTable } from "./table.ts";

/** Columns that name projects, in any of the files of a round. */
const PROJECT_COLUMNS = ["repo", "dependency", "parent", "child", "repo_a", "repo_b"];

/** A text of a file that should name a project, and where it is. */
type Named = { readonly row: number; readonly column?: string; readonly text: string };

/**
 * Finds the projects that a file names, each once: a list with one a line, or any CSV file of a round.
 * @returns Canonical names in the order of the file, and what is wrong with it: names that cannot be projects, broken rows.
 * @throws {CsvError} when a file with several columns is no table, or has no column of projects.
 */
export function findProjects(text: string): {
  readonly projects: readonly string[];
  readonly errors: readonly CsvError[];
} {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  const isTable = /[,;\t|]/.test(lines.find((line) => line.trim() !== "") ?? "");
  const { named, errors } = isTable ? ofTable(text) : { named: ofLines(lines), errors: [] };
  const projectOf = projectReader();
  const wrong = named.filter((each) => projectOf(each.text) === undefined).map((each) => new InvalidProjectError(each));
  const projects = new Set(named.flatMap((each) => projectOf(each.text) ?? []));
  return { projects: [...projects], errors: [...errors, ...wrong] };
}

function ofLines(lines: readonly string[]): readonly Named[] {
  return lines.map((line, i) => ({ row: i + 1, text: line.trim() })).filter(({ text }) => text !== "");
}

function ofTable(text: string) {
  const { columns, header, headerRow, rows, errors } = parseTable(text);
  const found = PROJECT_COLUMNS.filter((column) => columns.includes(column));
  if (found.length === 0) {
    const formats = ["repo,parent,weight", "repo,originality", "parent,child"];
    throw new InvalidHeaderError({ column: "repo", missing: ["repo"], header, row: headerRow, formats });
  }
  const named = rows.flatMap(({ row, get }) => found.map((column): Named => ({ row, column, text: get(column) })));
  return { named, errors };
}
