import { InvalidParameterError, LengthMismatchError } from "../errors/math.ts";
import { formatWad } from "../utils/wad.ts";

import { writeTable } from "./table.ts";
import { COLUMNS, type Weights } from "./weightsFile.ts";

/**
 * Writes weights as CSV, exactly: `readWeights` reads the same weights back.
 * @param weights What to write; the columns are those of its `format`.
 * @throws {LengthMismatchError} when there are not as many weights as projects.
 * @throws {InvalidParameterError} when a format with parents has none.
 */
export function writeWeights({ format, parent, projects, weights }: Weights): string {
  if (weights.length !== projects.length) {
    throw new LengthMismatchError({ what: "Weights", expected: projects.length, actual: weights.length });
  }
  const columns = COLUMNS[format];
  if (columns.parent !== undefined && !parent) {
    throw new InvalidParameterError({ parameter: "parent", value: parent, expected: "the project above these" });
  }
  const between = columns.parent === undefined ? [] : [parent ?? ""];
  const rows = projects.map((project, i) => [project, ...between, formatWad(weights[i] ?? 0n)]);
  return writeTable(Object.values(columns), rows);
}
