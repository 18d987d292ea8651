import { canonicalProject } from "../csv/project.ts";
import { InvalidProjectError } from "../errors/csv.ts";

import type { LockedPackage, Lockfile } from "./parseLockfile.ts";

/** How to read dependencies out of a lock file. */
export type LockedDependenciesOptions = {
  /** Paths of the packages whose direct dependencies count: the empty one is the project itself. By default all that are no dependencies. */
  readonly workspaces?: readonly string[] | undefined;
  /** Whether what is needed only for development counts; `true` by default. */
  readonly includeDev?: boolean | undefined;
  /** Whether optional dependencies count, which are not installed on every machine; `true` by default. */
  readonly includeOptional?: boolean | undefined;
  /**
   * Repositories of packages by path, in any spelling. What came out of a repository is that one's, whatever is said
   * here: a fork's manifest names whom it was forked from. Others are known by their page at npm.
   */
  readonly repositories?: ReadonlyMap<string, string> | undefined;
};

/** A repository whose packages a project depends on. */
export type LockedDependency = {
  /** Canonical name of the repository. */
  readonly repo: string;
  /** How many packages it brings in, itself included. */
  readonly packages: number;
  /** The other repositories that it brings in, by name. */
  readonly children: readonly {
    readonly repo: string;
    /** How many packages it has there. */
    readonly packages: number;
    /** Fewest steps from a direct dependency to it. */
    readonly distance: number;
  }[];
};

/** A dependency that counts nowhere: the lock file does not have it, or it came from a place that is no project's. */
export type UnresolvedDependency = {
  /** Path of the package that asks for it; the empty one is the project itself. */
  readonly from: string;
  /** Name of the package. */
  readonly name: string;
  /** Which versions of it are asked for, or where it came from. */
  readonly range: string;
  /** Whether it is not installed everywhere, or is another package's business to install. */
  readonly isOptional: boolean;
};

/** What a direct dependency brings: paths of packages in the lock file, and how many steps away they are. */
type Closure = Map<string, number>;

const MODULES = "node_modules/";

/**
 * Reads what a project depends on: the repositories of its direct dependencies, by name, each with those of all
 * packages that they bring in. Optional dependencies count as others. A project's own peer dependencies do too, but those
 * of packages do not: a plugin does not bring its host in, whoever uses the plugin does.
 * @throws {InvalidProjectError} when a repository's name cannot be a project.
 */
export function lockedDependencies(
  lockfile: Lockfile,
  options: LockedDependenciesOptions = {},
): readonly LockedDependency[] {
  const packages = packagesOf(lockfile, options);
  const { workspaces = workspacesOf(packages), includeDev = true, repositories } = options;
  const repositoryOf = (path: string) => projectOf(packages, path, repositories?.get(path));
  const closures = new Map<string, Closure>();
  for (const path of directOf(packages, workspaces, includeDev)) {
    const repository = repositoryOf(path);
    if (repository === undefined) continue;
    const closure = closures.get(repository) ?? new Map<string, number>();
    addClosure(packages, path, closure);
    closures.set(repository, closure);
  }
  return [...closures]
    .map(([repo, closure]) => ({ repo, packages: closure.size, children: childrenOf(repo, closure, repositoryOf) }))
    .sort(byRepo);
}

/**
 * Lists the dependencies that count nowhere in {@link lockedDependencies}: those that the lock file names and does not
 * have, and those that came from a file, so that nobody knows whose they are.
 */
export function unresolvedDependencies(
  lockfile: Lockfile,
  options: LockedDependenciesOptions = {},
): readonly UnresolvedDependency[] {
  const packages = packagesOf(lockfile, options);
  const { workspaces = workspacesOf(packages), includeDev = true, repositories } = options;
  const direct = directOf(packages, workspaces, includeDev);
  const reached: Closure = new Map();
  for (const path of direct) addClosure(packages, path, reached);
  const asked = [
    ...workspaces.flatMap((from) =>
      wantedBy(packages[from], { peers: true, dev: includeDev }).map((one) => ({ from, ...one })),
    ),
    ...[...reached.keys()].flatMap((from) => wantedBy(packages[from]).map((one) => ({ from, ...one }))),
  ];
  return asked.flatMap((one) => {
    const path = resolve(packages, one.from, one.name);
    if (path === undefined) return [one];
    const isOwn = packages[path]?.link === true;
    const isKnown = isOwn || projectOf(packages, path, repositories?.get(path)) !== undefined;
    return isKnown ? [] : [{ ...one, range: packages[path]?.resolved ?? one.range }];
  });
}

function packagesOf({ packages }: Lockfile, { includeOptional = true }: LockedDependenciesOptions) {
  if (includeOptional) return packages;
  const without = Object.entries(packages).map(([path, one]) => [path, { ...one, optionalDependencies: {} }] as const);
  return Object.fromEntries(without);
}

/** The project and its own packages: what is not in a folder of dependencies. */
function workspacesOf(packages: Lockfile["packages"]): readonly string[] {
  return Object.keys(packages).filter((path) => !`/${path}`.includes(`/${MODULES}`));
}

/** Paths of the direct dependencies; an own package is none. */
function directOf(
  packages: Lockfile["packages"],
  workspaces: readonly string[],
  includeDev: boolean,
): ReadonlySet<string> {
  const paths = workspaces.flatMap((workspace) =>
    wantedBy(packages[workspace], { peers: true, dev: includeDev }).flatMap(
      ({ name }) => resolve(packages, workspace, name) ?? [],
    ),
  );
  return new Set(paths.filter((path) => packages[path]?.link !== true));
}

type Wanted = Omit<UnresolvedDependency, "from">;

/** What a package asks for, by name. */
function wantedBy(one: LockedPackage = {}, { peers = false, dev = false } = {}): readonly Wanted[] {
  const { dependencies, optionalDependencies, devDependencies, peerDependencies } = one;
  // What is optional is not always installed, wherever else it stands.
  const byName = { ...(peers && peerDependencies), ...(dev && devDependencies), ...dependencies };
  const named = Object.entries(byName).filter(([name]) => optionalDependencies?.[name] === undefined);
  const isPeer = (name: string) =>
    dependencies?.[name] === undefined && !(dev && devDependencies?.[name] !== undefined);
  return [
    ...named.map(([name, range]) => ({ name, range, isOptional: isPeer(name) })),
    ...Object.entries(optionalDependencies ?? {}).map(([name, range]) => ({ name, range, isOptional: true })),
  ];
}

/** Where the lock file has `name` for a package at `from`: in the nearest `node_modules` on the way up. */
function resolve(packages: Lockfile["packages"], from: string, name: string): string | undefined {
  for (let folder = from; ; folder = above(folder)) {
    const path = `${folder === "" ? "" : `${folder}/`}${MODULES}${name}`;
    if (packages[path] !== undefined) return path;
    if (folder === "") return undefined;
  }
}

/** The folder whose `node_modules` come next: that of the package around this one, at last the project's. */
function above(folder: string): string {
  return folder.slice(0, Math.max(folder.lastIndexOf(`/${MODULES}`), 0));
}

/** Adds what a package depends on, level by level, so that each has its shortest distance. */
function addClosure(packages: Lockfile["packages"], path: string, closure: Closure): void {
  if (!closure.has(path)) closure.set(path, 0);
  let level = [path];
  for (let distance = 1; level.length > 0; distance++) {
    const next = level.flatMap((from) =>
      wantedBy(packages[from]).flatMap(({ name }) => resolve(packages, from, name) ?? []),
    );
    level = [...new Set(next)].filter((found) => (closure.get(found) ?? Infinity) > distance);
    for (const found of level) closure.set(found, distance);
  }
}

function childrenOf(repo: string, closure: Closure, repositoryOf: (path: string) => string | undefined) {
  const children = new Map<string, { packages: number; distance: number }>();
  for (const [path, distance] of closure) {
    const child = repositoryOf(path);
    if (child === undefined || child === repo) continue;
    const known = children.get(child) ?? { packages: 0, distance };
    children.set(child, { packages: known.packages + 1, distance: Math.min(known.distance, distance) });
  }
  return [...children].map(([name, entry]) => ({ repo: name, ...entry })).sort(byRepo);
}

function byRepo(a: { readonly repo: string }, b: { readonly repo: string }): number {
  return a.repo < b.repo ? -1 : 1;
}

/**
 * The canonical name of a package's project: the repository that it came from, else what its manifest names, else its page
 * at npm; `undefined` of what came from a place that is no project's.
 */
function projectOf(packages: Lockfile["packages"], path: string, named: string | undefined): string | undefined {
  const { resolved = "" } = packages[path] ?? {};
  if (isRepository(resolved) || isArchive(resolved)) return projectIn(resolved);
  if (named === undefined && resolved.startsWith("file:")) return undefined;
  return canonicalProject(named ?? npmPageOf(packages, path));
}

function isRepository(resolved: string): boolean {
  return /^(git[+:@]|ssh:|github:|gitlab:|bitbucket:|gist:)|\.git(#|$)/.test(resolved);
}

/** Where registries of npm have their archives: `/-/name-1.0.0.tgz`, and some elsewhere. */
const REGISTRY = /\/-\/(@[^/]+\/)?[^/]+$|^https:\/\/(npm\.pkg\.github\.com|npm\.jsr\.io)\//;

/** Whether a package came out of an archive that is no registry's, for instance of a release on GitHub. */
function isArchive(resolved: string): boolean {
  return /^https?:/.test(resolved) && !REGISTRY.test(resolved.replace(/[?#].*$/, ""));
}

/** A package that names no repository is known by its page. */
function npmPageOf(packages: Lockfile["packages"], path: string): string {
  const name = packages[path]?.name ?? path.slice(path.lastIndexOf(MODULES) + MODULES.length);
  return `https://www.npmjs.com/package/${name}`;
}

/**
 * Finds the repository that a package's manifest names, for {@link LockedDependenciesOptions}.
 * @param manifest Text of its `package.json`.
 * @returns Its canonical name; `undefined` if the manifest names none.
 */
export function repositoryOfManifest(manifest: string): string | undefined {
  type Manifest = { readonly repository?: string | { readonly url?: string } };
  const { repository } = JSON.parse(manifest) as Manifest;
  const named = typeof repository === "string" ? repository : repository?.url;
  if (named === undefined) return undefined;
  return projectIn(named);
}

function projectIn(text: string): string | undefined {
  try {
    return canonicalProject(text);
  } catch (error) {
    if (error instanceof InvalidProjectError) return undefined;
    throw error;
  }
}
