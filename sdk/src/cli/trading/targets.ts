import { readWeights } from "../../csv/readWeights.ts";
import { WAD } from "../../math/rounding.ts";
<<<<<<< HEAD
import type { MARKET_OPTIONS } from "../chain/market.ts";
import { namesOf } from "../chain/names.ts";
import { InputFileError } from "../errors.ts";
import type { ValuesOf } from "../options.ts";

/** A file, and which market it is about. */
export type TargetValues = Pick<ValuesOf<typeof MARKET_OPTIONS>, "kind" | "project"> & {
=======
import type { MarketValues } from "../chain/market.ts";
import { namesOf } from "../chain/names.ts";
import { InputFileError } from "../errors.ts";

/** Which market a file is about, and where it is. */
export type TargetValues = Pick<MarketValues, "kind" | "project"> & {
>>>>>>> cli
  readonly weights: string;
  readonly normalize: boolean;
};

/**
<<<<<<< HEAD
 * Reads what somebody says about a market's outcomes, in their order, in WAD.
 * @throws {CsvError} when the file is not what it should be.
 * @throws {InputFileError} when it has no row for the project whose originality it is about.
 */
export function readTargets(text: string, outcomes: readonly string[], values: TargetValues): readonly bigint[] {
  if (values.kind !== "originality") {
    return readWeights(text, { projects: outcomes, normalize: values.normalize }).weights;
  }
  const { projects, weights } = readWeights(text);
  const [project] = namesOf([values.project ?? ""]).values();
  const originality = weights[projects.indexOf(project ?? "")];
  if (originality !== undefined) return [originality, WAD - originality];
  const metaMessages = ["Add the project's row `repo,originality` to the file."];
  throw new InputFileError({ path: values.weights, reason: `No row for ${values.project}.`, metaMessages });
=======
 * Reads what a file says about the outcomes of one market, in their order, in WAD.
 * @throws {InputFileError} when it has no originality of the project.
 */
export function readTargets(text: string, outcomes: readonly string[], values: TargetValues): readonly bigint[] {
  const { kind, project = "", normalize, weights: path } = values;
  if (kind !== "originality") return readWeights(text, { projects: outcomes, normalize }).weights;
  const { projects, weights } = readWeights(text);
  const [name] = namesOf([project]).values();
  const originality = weights[projects.indexOf(name ?? "")];
  if (originality !== undefined) return [originality, WAD - originality];
  const metaMessages = ["Add the project's row `repo,originality` to the file."];
  throw new InputFileError({ path, reason: `No row for ${project}.`, metaMessages });
>>>>>>> cli
}
