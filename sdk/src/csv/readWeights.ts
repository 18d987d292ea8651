import {
  type CsvError,
  type CsvPlace,
  DuplicateProjectError,
  InvalidProjectError,
  MissingProjectsError,
  NegativeWeightError,
  NotANumberError,
  SeveralParentsError,
  UnknownParentError,
  UnknownProjectError,
  ValueOutOfRangeError,
  WeightSumError,
} from "../errors/csv.ts";
import { parseWad } from "../math/decimal.ts";
import { abs } from "../math/rounding.ts";
import { floorWeights } from "../math/weights.ts";
import { formatWad, WAD } from "../utils/wad.ts";

import { canonicalProject } from "./project.ts";
import { type Row, type Table, parseTable, requireColumns, throwAll } from "./table.ts";

/** The three upload formats: weights under a parent, originality, and the same weights in columns of another name. */
export type WeightsFormat = "weights" | "originality" | "dependencies";

type Columns = { readonly project: string; readonly parent?: string; readonly value: string };

/** The columns of each format. */
export const COLUMNS: Readonly<Record<WeightsFormat, Columns>> = {
  weights: { project: "repo", parent: "parent", value: "weight" },
  originality: { project: "repo", value: "originality" },
  dependencies: { project: "dependency", parent: "repo", value: "weight" },
};

const HEADERS = ["repo,parent,weight", "repo,originality", "dependency,repo,weight"];
/** 1e-6, in WAD. */
const SUM_TOLERANCE = 10n ** 12n;

/** What to read, and how strictly. */
export type ReadWeightsOptions = {
  /** The market's projects, in its order: exactly these must be in the file. Without it, those of the file. */
  readonly projects?: readonly string[] | undefined;
  /** Read only the rows under this parent. Without it the file must have one parent. */
  readonly parent?: string | undefined;
  /** Scale the weights to sum to 1, whatever they sum to. */
  readonly normalize?: boolean | undefined;
};

/** Weights, or originality, of projects. */
export type Weights = {
  readonly format: WeightsFormat;
  /** Whose children the projects are; undefined for originality. */
  readonly parent: string | undefined;
  /** Canonical names, in the order of `options.projects`, else of the file. */
  readonly projects: readonly string[];
  /** One for each project, in WAD. They sum to exactly 1e18, except originalities, which are each in [0, 1e18]. */
  readonly weights: readonly bigint[];
};

type Entry = { readonly row: number; readonly value: bigint };
type Found = { readonly entries: Map<string, Entry>; readonly errors: CsvError[] };

/**
 * Reads weights from CSV; the header says which of the three formats it is, columns may be in any order. Numbers are
 * read digit by digit into WAD, what is below 1e-18 is cut off, and weights are then scaled to sum to exactly 1e18.
 * @param text The file.
 * @throws {CsvError} of a subclass that names the failure, with row, column and text; `others` has the file's other
 * failures: {@link EmptyFileError}, {@link CsvSyntaxError}, {@link InvalidHeaderError}, {@link InvalidProjectError},
 * {@link UnknownProjectError}, {@link MissingProjectsError}, {@link DuplicateProjectError}, {@link NotANumberError},
 * {@link NegativeWeightError}, {@link ValueOutOfRangeError}, {@link WeightSumError}, {@link SeveralParentsError},
 * {@link UnknownParentError}.
 */
export function readWeights(text: string, options: ReadWeightsOptions = {}): Weights {
  const table = parseTable(text);
  const format = formatOf(table);
  const columns = COLUMNS[format];
  requireColumns(table, Object.values(columns), HEADERS);

  const parent = parentOf(table, columns, options.parent);
  const expected = options.projects?.map(canonicalProject);
  const rows = table.rows.filter((row) => parent === undefined || nameOf(row, columns.parent) === parent);
  const { entries, errors } = collect(rows, columns, expected === undefined ? undefined : new Set(expected));
  const projects = expected ?? [...entries.keys()];
  const missing = projects.filter((project) => !entries.has(project));
  // After an error in a row its project would count as missing too, which only confuses.
  if (missing.length > 0 && errors.length === 0) {
    errors.push(new MissingProjectsError({ projects: missing, column: columns.project }));
  }
  throwAll(errors);

  const values = projects.map((project) => entries.get(project)?.value ?? 0n);
  const weights = format === "originality" ? values : toWeights(values, columns.value, options.normalize ?? false);
  return { format, parent, projects, weights };
}

/** The format that a header says. */
export function formatOf({ columns }: Table): WeightsFormat {
  if (columns.includes("dependency")) return "dependencies";
  return columns.includes("originality") ? "originality" : "weights";
}

function parentOf(table: Table, { parent: column }: Columns, wanted: string | undefined): string | undefined {
  if (column === undefined) return undefined;
  const parents = new Map<string, number>();
  for (const row of table.rows) {
    const name = nameOf(row, column);
    if (name === undefined) throw new InvalidProjectError({ row: row.row, column, text: row.get(column) });
    if (!parents.has(name)) parents.set(name, row.row);
  }
  const names = [...parents.keys()];
  if (wanted === undefined) {
    const [only = "", second] = names;
    if (second === undefined) return only;
    throw new SeveralParentsError({ parents: names, row: parents.get(second), column, text: second });
  }
  const parent = canonicalProject(wanted);
  if (!parents.has(parent)) throw new UnknownParentError({ parent, parents: names, column });
  return parent;
}

function collect(rows: readonly Row[], columns: Columns, expected: ReadonlySet<string> | undefined): Found {
  const entries = new Map<string, Entry>();
  const errors: CsvError[] = [];
  for (const row of rows) {
    const text = row.get(columns.project);
    const place = { row: row.row, column: columns.project, text };
    const project = nameOf(row, columns.project);
    const value = readValue({ row: row.row, column: columns.value, text: row.get(columns.value) });
    const first = entries.get(project ?? "");
    if (project === undefined) errors.push(new InvalidProjectError(place));
    else if (expected?.has(project) === false) errors.push(new UnknownProjectError(place));
    else if (first !== undefined) errors.push(new DuplicateProjectError({ ...place, firstRow: first.row }));
    else entries.set(project, { row: row.row, value: typeof value === "bigint" ? value : 0n });
    if (typeof value !== "bigint") errors.push(value);
  }
  return { entries, errors };
}

/** Returns a number in WAD, or what is wrong with it. */
function readValue(place: CsvPlace & { readonly column: string; readonly text: string }): bigint | CsvError {
  let value: bigint;
  try {
    value = parseWad(place.text);
  } catch {
    return new NotANumberError(place);
  }
  if (place.text.startsWith("-") && /[1-9]/.test(place.text.split(/e/i)[0] ?? ""))
    return new NegativeWeightError(place);
  const tooMuch = place.column === COLUMNS.originality.value && value > WAD;
  return tooMuch ? new ValueOutOfRangeError({ ...place, expected: "between 0 and 1" }) : value;
}

function nameOf(row: Row, column: string | undefined): string | undefined {
  try {
    return canonicalProject(row.get(column ?? ""));
  } catch {
    return undefined;
  }
}

function toWeights(values: readonly bigint[], column: string, normalize: boolean): bigint[] {
  const sum = values.reduce((total, value) => total + value, 0n);
  if (sum === 0n || (!normalize && abs(sum - WAD) > SUM_TOLERANCE)) {
    throw new WeightSumError({ sum: formatWad(sum), column });
  }
  return floorWeights(values);
}
