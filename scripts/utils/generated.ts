import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");

/**
 * Writes what a script generates: a folder has these files afterwards, and no others. With `--check` it writes nothing,
 * says what is stale and makes the process fail.
 * @param files Text by the path below `folder`.
 * @param command What to run when something is stale.
 */
export async function writeGenerated(
  folder: string,
  files: ReadonlyMap<string, string>,
  command: string,
): Promise<void> {
  const present = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = present.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const left = paths.filter((path) => !files.has(relative(folder, path)));
  const isCheck = process.argv.includes("--check");
  const stale = (path: string) => {
    console.error(`${relative(ROOT, path)} is stale: run \`${command}\` and commit it.`);
    process.exitCode = 1;
  };
  for (const path of left) {
    if (isCheck) stale(path);
    else await rm(path);
  }
  for (const [file, text] of files) {
    const path = join(folder, file);
    if (!isCheck) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    } else if ((await readFile(path, "utf8").catch(() => "")) !== text) stale(path);
  }
}
