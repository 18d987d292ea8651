import { canonicalProject } from "../csv/project.ts";
import { readWeights } from "../csv/readWeights.ts";
import type { ReadWeightsOptions } from "../csv/weightsFile.ts";
import { MissingProjectsError } from "../errors/csv.ts";
import { WAD } from "../utils/wad.ts";

/** What to read, and how strictly: as `readWeights`. */
export type BidFromCsvOptions = ReadWeightsOptions & {
  /** The market's projects, in its order: exactly these must be in the file. */
  readonly projects: readonly string[];
  /** Of `repo,originality`: the project whose originality the market is about. */
  readonly project?: string | undefined;
};

/**
 * Reads the weights of a bid from CSV, by the rules of `readWeights`. In a market about originality, which has the
 * outcomes UP and DOWN, `project` chooses the row o of `repo,originality`, and the weights are o and 1 - o.
 * @returns One for each outcome of the market, in WAD, summing to exactly 1e18: what `commitBid` takes.
 * @throws {CsvError} of a subclass, as `readWeights`; {@link MissingProjectsError} when a file of originalities is read
 * without a `project` that is one of the projects.
 */
export function bidFromCsv(text: string, { project, ...options }: BidFromCsvOptions): readonly bigint[] {
  const { format, projects, weights } = readWeights(text, options);
  if (format !== "originality") return weights;
  const wanted = project === undefined ? undefined : canonicalProject(project);
  const up = weights[projects.findIndex((name) => name === wanted)];
  if (up === undefined) throw new MissingProjectsError({ projects: [wanted ?? "`project`"], column: "repo" });
  return [up, WAD - up];
}
