import { readFile } from "node:fs/promises";
import { join } from "node:path";

import {
  lockedDependencies,
  parseLockfile,
  repositoryOfManifest,
  type LockedDependency,
} from "../../sdk/src/graph/index.ts";

const ROOT = join(import.meta.dirname, "..", "..");
/** What ships and what it is made with; the packages of single tools have dependencies of their own. */
const WORKSPACES = ["", "sdk"];

/** The repositories of this project's direct dependencies, with what their packages bring in. */
export async function readOwnDependencies(): Promise<readonly LockedDependency[]> {
  const lockfile = parseLockfile(await readFile(join(ROOT, "package-lock.json"), "utf8"));
  const installed = Object.keys(lockfile.packages).filter((path) => path.includes("node_modules/"));
  const named = await Promise.all(
    installed.map(async (path) => {
      const manifest = await readFile(join(ROOT, path, "package.json"), "utf8").catch(() => undefined);
      const repository = manifest === undefined ? undefined : repositoryOfManifest(manifest);
      return repository === undefined ? [] : [[path, repository] as const];
    }),
  );
  // What is optional is not installed on every machine, and these files must be the same on all.
  const options = { workspaces: WORKSPACES, includeOptional: false, repositories: new Map(named.flat()) };
  return lockedDependencies(lockfile, options);
}
