import { readWeights } from "deepfunding/csv";
import { WAD } from "deepfunding/math";

import type { MarketValues } from "../chain/market.ts";
import { namesOf } from "../chain/names.ts";
import { InputFileError } from "../errors.ts";

/** Which market a file is about, and where it is. */
export type TargetValues = Pick<MarketValues, "kind" | "project"> & {
  readonly weights: string;
  readonly normalize: boolean;
};

/**
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
}
