import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { canonicalProject } from "../../sdk/src/csv/index.ts";

const ROOT = join(import.meta.dirname, "..", "..");

type LockedPackage = {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
};
type Packages = Readonly<Record<string, LockedPackage>>;

/** What a direct dependency brings: paths of packages in the lock file, and how many steps away they are. */
export type Closure = Map<string, number>;

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, "utf8")) as T;
}

/** Where the lock file has `name` for a package at `from`: in the nearest `node_modules` on the way up. */
function resolve(packages: Packages, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf("/node_modules/"), 0))) {
    const path = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
    if (packages[path] !== undefined) return path;
    if (folder === "") return undefined;
  }
}

/** Adds what a package depends on, level by level, so that each has its shortest distance. */
function addClosure(packages: Packages, path: string, closure: Closure): void {
  if (!closure.has(path)) closure.set(path, 0);
  let level = [path];
  for (let distance = 1; level.length > 0; distance++) {
    const next = level.flatMap((from) =>
      Object.keys(packages[from]?.dependencies ?? {}).flatMap((name) => resolve(packages, from, name) ?? []),
    );
    level = [...new Set(next)].filter((found) => (closure.get(found) ?? Infinity) > distance);
    for (const found of level) closure.set(found, distance);
  }
}

/** The repository of an installed package; one that names none is known by the package's name. */
async function repositoryOf(path: string): Promise<string> {
  type Manifest = { readonly name: string; readonly repository?: string | { readonly url?: string } };
  const { name, repository } = await readJson<Manifest>(join(ROOT, path, "package.json"));
  const url = typeof repository === "string" ? repository.replace(/^github:/, "") : repository?.url;
  return canonicalProject(url ?? `https://www.npmjs.com/package/${name}`);
}

/**
 * The repositories of this project's direct dependencies, by name, each with the repositories that its packages bring
 * in and their distances; and how many packages it brings, itself included.
 */
export async function readOwnDependencies() {
  const { packages } = await readJson<{ packages: Packages }>(join(ROOT, "package-lock.json"));
  const direct = new Set(
    ["", "sdk"].flatMap((workspace) => {
      const { dependencies, devDependencies, peerDependencies } = packages[workspace] ?? {};
      return Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies });
    }),
  );
  const closures = new Map<string, Closure>();
  for (const name of direct) {
    const repository = await repositoryOf(`node_modules/${name}`);
    const closure = closures.get(repository) ?? new Map<string, number>();
    addClosure(packages, `node_modules/${name}`, closure);
    closures.set(repository, closure);
  }
  const projects = [...closures].sort(([a], [b]) => (a < b ? -1 : 1));
  return Promise.all(
    projects.map(async ([repo, closure]) => ({
      repo,
      packages: closure.size,
      children: await childrenOf(repo, closure),
    })),
  );
}

/** The other repositories of a closure, by name: how many packages each has there, and the least distance. */
async function childrenOf(repo: string, closure: Closure) {
  const children = new Map<string, { packages: number; distance: number }>();
  for (const [path, distance] of closure) {
    const child = await repositoryOf(path);
    if (child === repo) continue;
    const known = children.get(child) ?? { packages: 0, distance };
    children.set(child, { packages: known.packages + 1, distance: Math.min(known.distance, distance) });
  }
  return [...children].map(([name, entry]) => ({ repo: name, ...entry })).sort((a, b) => (a.repo < b.repo ? -1 : 1));
}
