import {
  type CsvError,
  DuplicateProjectError,
  InvalidProjectError,
  MissingProjectsError,
  NegativeWeightError,
  SelfEdgeError,
  UnknownProjectError,
  ValueOutOfRangeError,
  WeightSumError,
} from "../errors/csv.ts";
import { parseWad } from "../math/decimal.ts";
import { abs } from "../math/rounding.ts";
import { floorWeights } from "../math/weights.ts";
import { formatWad, WAD } from "../utils/wad.ts";

import { projectReader } from "./names.ts";
import { nearestProject } from "./nearest.ts";
import { numberReader, type FieldPlace } from "./numbers.ts";
import { canonicalProject } from "./project.ts";
import { type Row, type Table, parseTable, requireColumns } from "./table.ts";

/** The three upload formats: weights under a parent, originality, and the same weights in columns of another name. */
export type WeightsFormat = "weights" | "originality" | "dependencies";

type Columns = { readonly project: string; readonly parent?: string; readonly value: string };

/** The columns of each format. */
export const COLUMNS: Readonly<Record<WeightsFormat, Columns>> = {
  weights: { project: "repo", parent: "parent", value: "weight" },
  originality: { project: "repo", value: "originality" },
  dependencies: { project: "dependency", parent: "repo", value: "weight" },
};

/** Headers of the three. */
const HEADERS = ["repo,parent,weight", "repo,originality", "dependency,repo,weight"];
/** What people count, and anything else that weights are made of, is less, in WAD: 1e36. */
const MOST = 10n ** 54n;
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

/** A file of weights, taken apart. */
export type WeightsFile = {
  readonly table: Table;
  readonly format: WeightsFormat;
  readonly columns: Columns;
  /** Canonical name of a project; `undefined` for what cannot be one. */
  readonly projectOf: (text: string) => string | undefined;
  /** Reads a number in WAD, or says what is wrong with it. */
  readonly valueOf: (place: FieldPlace) => bigint | CsvError;
};

/** Rows by their parents, in the order of the file, and those whose parents cannot be projects. */
export type RowsByParent = { readonly groups: ReadonlyMap<string, readonly Row[]>; readonly errors: CsvError[] };

/** The rows of one parent: `parent` is undefined for originality. */
export type Group = {
  readonly parent: string | undefined;
  readonly rows: readonly Row[];
  /** Whether errors have to say whose rows they are about. */
  readonly isOneOfMany: boolean;
};

type Entry = { readonly row: number; readonly value: bigint };

/** The format that a header says. */
export function formatOf({ columns }: Pick<Table, "columns">): WeightsFormat {
  if (columns.includes("dependency")) return "dependencies";
  return columns.includes("originality") ? "originality" : "weights";
}

/** Takes a file of weights apart. @throws {CsvError} when there is no such table in it. */
export function openWeightsFile(text: string): WeightsFile {
  const table = parseTable(text);
  const format = formatOf(table);
  requireColumns(table, Object.values(COLUMNS[format]), HEADERS);
  const read = numberReader(table);
  const valueOf = (place: FieldPlace) => toValue(read(place), place);
  return { table, format, columns: COLUMNS[format], projectOf: projectReader(), valueOf };
}

/** Groups the rows of a file by the names in a column. */
export function groupByParent({ table, projectOf }: WeightsFile, column: string): RowsByParent {
  const groups = new Map<string, Row[]>();
  const errors: CsvError[] = [];
  for (const row of table.rows) {
    const text = row.get(column);
    const parent = projectOf(text);
    if (parent === undefined) errors.push(new InvalidProjectError({ row: row.row, column, text }));
    else if (groups.get(parent)?.push(row) === undefined) groups.set(parent, [row]);
  }
  return { groups, errors };
}

/** Reads the weights of one parent's children: none where something is wrong with their rows. */
export function weightsOf(
  file: WeightsFile,
  group: Group,
  options: Omit<ReadWeightsOptions, "parent">,
): { readonly weights: Weights | undefined; readonly errors: readonly CsvError[] } {
  const { format, table } = file;
  const expected = options.projects?.map(canonicalProject);
  const { entries, errors } = collect(file, group, expected);
  const projects = expected ?? [...entries.keys()];
  const values = projects.map((project) => entries.get(project)?.value ?? 0n);
  // After an error in a row its project would count as missing too, and its weight in the sum, which only confuses.
  const isBroken = errors.length > 0 || table.errors.length > 0 || group.rows.length === 0;
  if (!isBroken) errors.push(...wholeErrors(file, group, { projects, entries, values, options }));
  if (isBroken || errors.length > 0) return { weights: undefined, errors };
  const weights = format === "originality" ? values : floorWeights(values);
  return { weights: { format, parent: group.parent, projects, weights }, errors };
}

type Collected = {
  readonly projects: readonly string[];
  readonly entries: ReadonlyMap<string, Entry>;
  readonly values: readonly bigint[];
  readonly options: Pick<ReadWeightsOptions, "normalize">;
};

/** What is wrong with the rows of a parent together. */
function wholeErrors({ columns, format }: WeightsFile, group: Group, collected: Collected): readonly CsvError[] {
  const { projects, entries, values, options } = collected;
  const parent = group.isOneOfMany ? group.parent : undefined;
  const missing = projects.filter((project) => !entries.has(project));
  if (missing.length > 0) return [new MissingProjectsError({ projects: missing, column: columns.project, parent })];
  if (format === "originality") return [];
  const sum = values.reduce((total, value) => total + value, 0n);
  const isOne = options.normalize === true || abs(sum - WAD) <= SUM_TOLERANCE;
  if (sum > 0n && isOne) return [];
  const rows = group.rows.map(({ row }) => row);
  return [new WeightSumError({ sum: formatWad(sum), rows, column: columns.value, parent })];
}

function collect(file: WeightsFile, { rows, parent, isOneOfMany }: Group, expected: readonly string[] | undefined) {
  const { columns, projectOf, valueOf } = file;
  const known: Known = { parent, expected, allowed: expected && new Set(expected), entries: new Map() };
  const errors: CsvError[] = [];
  for (const { row, get } of rows) {
    const common = { row, parent: isOneOfMany ? parent : undefined };
    const project = checkProject(known, projectOf, { ...common, column: columns.project, text: get(columns.project) });
    const value = valueOf({ ...common, column: columns.value, text: get(columns.value) });
    if (typeof project === "string") known.entries.set(project, { row, value: typeof value === "bigint" ? value : 0n });
    errors.push(...[project, value].filter((each) => typeof each === "object"));
  }
  return { entries: known.entries, errors };
}

/** What the rows of a parent may name. */
type Known = {
  readonly parent: string | undefined;
  readonly expected: readonly string[] | undefined;
  readonly allowed: ReadonlySet<string> | undefined;
  /** The projects that rows have named so far. */
  readonly entries: Map<string, Entry>;
};

/** Returns the project that a row is about, or why it can be about none. */
function checkProject(
  { parent, expected = [], allowed, entries }: Known,
  projectOf: WeightsFile["projectOf"],
  place: FieldPlace,
): string | CsvError {
  const project = projectOf(place.text);
  if (project === undefined) return new InvalidProjectError(place);
  if (project === parent) return new SelfEdgeError(place);
  if (allowed?.has(project) === false) {
    return new UnknownProjectError({ ...place, near: nearestProject(project, expected) });
  }
  const first = entries.get(project);
  return first === undefined ? project : new DuplicateProjectError({ ...place, project, firstRow: first.row });
}

/** Returns a number in WAD, or what is wrong with it. */
function toValue(digits: string | CsvError, place: FieldPlace): bigint | CsvError {
  if (typeof digits !== "string") return digits;
  const [mantissa = "", exponent = "0"] = digits.split(/e/i);
  const isZero = !/[1-9]/.test(mantissa);
  if (!isZero && digits.startsWith("-")) return new NegativeWeightError(place);
  const most = place.column === COLUMNS.originality.value ? WAD : MOST;
  const value = isZero || Number(exponent) < -999 ? 0n : Number(exponent) > 99 ? MOST + 1n : parseWad(digits);
  const expected = most === WAD ? "between 0 and 1" : "at most 1e36";
  return value > most ? new ValueOutOfRangeError({ ...place, expected }) : value;
}
