import { InvalidProjectError } from "../errors/csv.ts";

import { canonicalProject } from "./project.ts";
import { COLUMNS, formatOf, readWeights, type ReadWeightsOptions, type Weights } from "./readWeights.ts";
import { parseTable, requireColumns } from "./table.ts";

/**
 * Reads weights of several parents' children from one CSV file; see {@link readWeights} for the formats.
 * @param text The file.
 * @param childrenOf The children of each parent that may be named: exactly these must be in the file. Without it, those
 * of the file. A parent that the file does not name is left out.
 * @param options `normalize`: scale the weights of each parent to sum to 1, whatever they sum to.
 * @returns What {@link readWeights} returns, by canonical name of the parent, in the order of the file.
 * @throws {CsvError} of a subclass that names the failure, as {@link readWeights} does.
 */
export function readWeightsByParent(
  text: string,
  childrenOf?: (parent: string) => readonly string[] | undefined,
  { normalize }: Pick<ReadWeightsOptions, "normalize"> = {},
): ReadonlyMap<string, Weights> {
  const table = parseTable(text);
  const column = COLUMNS[formatOf(table)].parent ?? "parent";
  requireColumns(table, [column]);
  const parents = new Set(
    table.rows.map((row) => {
      const name = row.get(column);
      try {
        return canonicalProject(name);
      } catch (error) {
        if (!(error instanceof InvalidProjectError)) throw error;
        throw new InvalidProjectError({ row: row.row, column, text: name });
      }
    }),
  );
  const read = (parent: string) => readWeights(text, { parent, projects: childrenOf?.(parent), normalize });
  return new Map([...parents].map((parent) => [parent, read(parent)]));
}
