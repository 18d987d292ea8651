import { requireColumns, throwAll } from "./table.ts";
import { groupByParent, openWeightsFile, type ReadWeightsOptions, type Weights, weightsOf } from "./weightsFile.ts";

/**
 * Reads weights of several parents' children from one CSV file; see {@link readWeights} for the formats.
 * @param text The file.
 * @param childrenOf The children of each parent that may be named: exactly these must be in the file. Without it, those
 * of the file. A parent that the file does not name is left out.
 * @param options `normalize`: scale the weights of each parent to sum to 1, whatever they sum to.
 * @returns What {@link readWeights} returns, by canonical name of the parent, in the order of the file.
 * @throws {CsvError} of a subclass that names the failure, as {@link readWeights} does, with the `parent` whose row it is;
 * `others` has the failures of all parents.
 */
export function readWeightsByParent(
  text: string,
  childrenOf?: (parent: string) => readonly string[] | undefined,
  { normalize }: Pick<ReadWeightsOptions, "normalize"> = {},
): ReadonlyMap<string, Weights> {
  const file = openWeightsFile(text);
  const { parent: column = "parent" } = file.columns;
  requireColumns(file.table, [column]);
  const { groups, errors } = groupByParent(file, column);
  const found = [...groups].map(([parent, rows]) => {
    const group = { parent, rows, isOneOfMany: groups.size > 1 };
    return [parent, weightsOf(file, group, { projects: childrenOf?.(parent), normalize })] as const;
  });
  throwAll([...file.table.errors, ...errors, ...found.flatMap(([, each]) => each.errors)]);
  return new Map(found.flatMap(([parent, { weights }]) => (weights === undefined ? [] : [[parent, weights]])));
}
