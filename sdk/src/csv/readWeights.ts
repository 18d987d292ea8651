import { type CsvError, SeveralParentsError, UnknownParentError } from "../errors/csv.ts";

import { canonicalProject } from "./project.ts";
import { throwAll } from "./table.ts";
import {
  type Group,
  groupByParent,
  openWeightsFile,
  type ReadWeightsOptions,
  type RowsByParent,
  type Weights,
  weightsOf,
} from "./weightsFile.ts";

/**
 * Reads weights from CSV; the header says which of the three formats it is, columns may be in any order. Fields are split
 * by commas, semicolons, tabs or bars, as the header is; see `dialectOf`. Numbers are read digit by digit into WAD, what is
 * below 1e-18 is cut off, and weights are then scaled to sum to exactly 1e18.
 * @param text The file.
 * @throws {CsvError} of a subclass that names the failure, with row, column and text; `others` has the file's other
 * failures: {@link WrongFileTypeError}, {@link EmptyFileError}, {@link CsvSyntaxError}, {@link InvalidHeaderError},
 * {@link InvalidProjectError}, {@link UnknownProjectError}, {@link MissingProjectsError}, {@link DuplicateProjectError},
 * {@link SelfEdgeError}, {@link NotANumberError}, {@link AmbiguousNumberError}, {@link NegativeWeightError},
 * {@link ValueOutOfRangeError}, {@link WeightSumError}, {@link SeveralParentsError}, {@link UnknownParentError}.
 */
export function readWeights(text: string, options: ReadWeightsOptions = {}): Weights {
  const file = openWeightsFile(text);
  const { parent: column } = file.columns;
  const byParent = column === undefined ? undefined : groupByParent(file, column);
  const broken = [...file.table.errors, ...(byParent?.errors ?? [])];
  const group = byParent && column ? theGroup(byParent, column, options.parent) : allRows(file.table.rows);
  if (!("rows" in group)) throwAll([...broken, group]);
  const { weights, errors } = weightsOf(file, group as Group, options);
  throwAll([...broken, ...errors]);
  return weights as Weights;
}

function allRows(rows: Group["rows"]): Group {
  return { parent: undefined, rows, isOneOfMany: false };
}

/** The rows under the parent that is wanted, else under the only one, or why there are none. */
function theGroup({ groups }: RowsByParent, column: string, wanted: string | undefined): Group | CsvError {
  const parents = [...groups.keys()];
  const [first, second] = parents;
  if (wanted === undefined && second !== undefined) {
    const row = groups.get(second)?.[0]?.row;
    return new SeveralParentsError({ parents, row, column, text: second });
  }
  const parent = wanted === undefined ? first : canonicalProject(wanted);
  const rows = parent === undefined ? [] : groups.get(parent);
  if (rows === undefined) return new UnknownParentError({ parent: parent ?? "", parents, column });
  return { parent, rows, isOneOfMany: false };
}
