import { OutputFileError } from "../errors.ts";
import type { Io } from "../io.ts";

/** Writes a file that must not be there yet. @throws {OutputFileError} when it cannot be written. */
export async function writeOutput({ writeNewFile }: Io, path: string, text: string): Promise<void> {
  try {
    await writeNewFile(path, text);
  } catch (cause) {
    throw new OutputFileError({ path, cause });
  }
}
