import { join } from "node:path";

import { InvalidFilesError } from "deepfunding/errors";
import { GRAPH_FILES, type GraphFile, type GraphOfFiles, type GraphTexts, readGraphFiles } from "deepfunding/graph";

import type { OfflineContext } from "./command.ts";
import { InputFileError } from "./errors.ts";
import { allFiles } from "./files.ts";

/** Files of a round in a folder, as options and arguments name them. */
export const FOLDER_FILES =
  "with base-rates.csv and, if there are any, edges.csv, child-weights.csv and originality.csv";

/**
 * Reads the graph that the files of a round describe, in a folder.
 * @throws {InvalidFilesError} with all that is wrong with any of them. @throws {InputFileError}
 */
export async function readFolder(
  { parseInput }: OfflineContext,
  folder: string,
  normalize: boolean,
): Promise<GraphOfFiles> {
  const read = (file: GraphFile) =>
    parseInput(join(folder, file), (text) => text).catch((error: unknown) => {
      if (isMissing(error) && file !== "base-rates.csv") return undefined;
      throw error;
    });
  const texts = await allFiles(GRAPH_FILES.map(read));
  const named = Object.fromEntries(GRAPH_FILES.map((file, i) => [file, texts[i]]));
  try {
    return readGraphFiles(named as GraphTexts, { normalize });
  } catch (error) {
    if (!(error instanceof InvalidFilesError)) throw error;
    throw new InvalidFilesError({
      failures: error.failures.map((one) => ({ ...one, file: join(folder, one.file ?? "") })),
    });
  }
}

/** Whether a file that need not be there is not. */
function isMissing(error: unknown): boolean {
  const { code } = (error instanceof InputFileError ? (error.cause ?? {}) : {}) as { readonly code?: unknown };
  return code === "ENOENT";
}
