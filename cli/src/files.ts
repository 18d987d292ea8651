import { type FileFailure, InvalidFilesError } from "deepfunding/errors";

import { InputFileError } from "./errors.ts";

/** Waits for files that are read, and fails with all that is wrong with any of them. */
export async function allFiles<const T extends readonly unknown[]>(reads: {
  readonly [i in keyof T]: Promise<T[i]>;
}): Promise<T> {
  const results = await Promise.allSettled(reads as readonly Promise<unknown>[]);
  const reasons = results.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : []));
  const ofFiles = reasons.filter((reason) => reason instanceof InvalidFilesError || reason instanceof InputFileError);
  const others = reasons.filter((reason) => !(ofFiles as readonly unknown[]).includes(reason));
  if (others.length > 0 || reasons.length === 1) throw others[0] ?? reasons[0];
  if (reasons.length > 0)
    throw new InvalidFilesError({ failures: distinct(ofFiles.flatMap(({ failures }) => failures)) });
  return results.map((result) => (result as PromiseFulfilledResult<unknown>).value) as unknown as T;
}

/** A file that is named twice is read twice. */
function distinct(failures: readonly FileFailure[]): readonly FileFailure[] {
  return [...new Map(failures.map((failure) => [`${failure.file}: ${failure.message}`, failure])).values()];
}
