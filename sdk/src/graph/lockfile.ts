import { canonicalProject } from "../csv/project.ts";
import { InvalidProjectError } from "../errors/csv.ts";
import { InvalidLockfileError } from "../errors/graph.ts";

/** A package as a lock file has it. */
export type LockedPackage = {
  readonly name?: string;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
};

/** What is read of npm's `package-lock.json`, version 2 or 3. */
export type Lockfile = {
  /** Name of the project itself. */
  readonly name: string | undefined;
  /** Packages by their paths; the project itself has the empty one. */
  readonly packages: Readonly<Record<string, LockedPackage>>;
};

/**
 * Reads npm's `package-lock.json`.
 * @throws {InvalidLockfileError} when it is none, or of npm 6 and before, which did not list packages by path.
 */
export function parseLockfile(text: string): Lockfile {
  const parse = (): unknown => {
    try {
      return JSON.parse(text);
    } catch (cause) {
      throw new InvalidLockfileError({ reason: "it is not JSON", cause });
    }
  };
  const { name, packages } = (parse() ?? {}) as { readonly name?: unknown; readonly packages?: unknown };
  if (typeof packages !== "object" || packages === null)
    throw new InvalidLockfileError({ reason: "it has no `packages`" });
  return { name: typeof name === "string" ? name : undefined, packages: packages as Lockfile["packages"] };
}

/** How to read dependencies out of a lock file. */
export type LockedDependenciesOptions = {
  /** Paths of the packages whose direct dependencies count: the empty one is the project itself. By default all that are no dependencies. */
  readonly workspaces?: readonly string[] | undefined;
  /** Whether what is needed only for development counts; `true` by default. */
  readonly includeDev?: boolean | undefined;
  /** Repositories of packages by path, in any spelling; others are known by their page at npm. */
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

/** What a direct dependency brings: paths of packages in the lock file, and how many steps away they are. */
type Closure = Map<string, number>;

const MODULES = "node_modules/";

/**
 * Reads what a project depends on: the repositories of its direct dependencies, by name, each with those of all
 * packages that they bring in.
 * @throws {InvalidProjectError} when a repository's name cannot be a project.
 */
export function lockedDependencies(
  { packages }: Lockfile,
  options: LockedDependenciesOptions = {},
): readonly LockedDependency[] {
  const { workspaces = workspacesOf(packages), includeDev = true, repositories } = options;
  const repositoryOf = (path: string) => canonicalProject(repositories?.get(path) ?? npmPageOf(packages, path));
  const closures = new Map<string, Closure>();
  for (const path of directOf(packages, workspaces, includeDev)) {
    const repository = repositoryOf(path);
    const closure = closures.get(repository) ?? new Map<string, number>();
    addClosure(packages, path, closure);
    closures.set(repository, closure);
  }
  return [...closures]
    .map(([repo, closure]) => ({ repo, packages: closure.size, children: childrenOf(repo, closure, repositoryOf) }))
    .sort(byRepo);
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
  const paths = workspaces.flatMap((workspace) => {
    const { dependencies, devDependencies, peerDependencies } = packages[workspace] ?? {};
    const names = Object.keys({ ...dependencies, ...(includeDev && devDependencies), ...peerDependencies });
    return names.flatMap((name) => resolve(packages, workspace, name) ?? []);
  });
  return new Set(paths.filter((path) => packages[path]?.link !== true));
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
      Object.keys(packages[from]?.dependencies ?? {}).flatMap((name) => resolve(packages, from, name) ?? []),
    );
    level = [...new Set(next)].filter((found) => (closure.get(found) ?? Infinity) > distance);
    for (const found of level) closure.set(found, distance);
  }
}

function childrenOf(repo: string, closure: Closure, repositoryOf: (path: string) => string) {
  const children = new Map<string, { packages: number; distance: number }>();
  for (const [path, distance] of closure) {
    const child = repositoryOf(path);
    if (child === repo) continue;
    const known = children.get(child) ?? { packages: 0, distance };
    children.set(child, { packages: known.packages + 1, distance: Math.min(known.distance, distance) });
  }
  return [...children].map(([name, entry]) => ({ repo: name, ...entry })).sort(byRepo);
}

function byRepo(a: { readonly repo: string }, b: { readonly repo: string }): number {
  return a.repo < b.repo ? -1 : 1;
}

/** A package that names no repository is known by its page. */
function npmPageOf(packages: Lockfile["packages"], path: string): string {
  const name = packages[path]?.name ?? path.slice(path.lastIndexOf(MODULES) + MODULES.length);
  return `https://www.npmjs.com/package/${name}`;
}

/** What npm writes for a repository on a host that it knows. */
const SHORTHANDS: readonly (readonly [RegExp, string])[] = [
  [/^github:/, "https://github.com/"],
  [/^gitlab:/, "https://gitlab.com/"],
  [/^bitbucket:/, "https://bitbucket.org/"],
];

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
  const [shorthand, host] = SHORTHANDS.find(([start]) => start.test(named)) ?? [];
  try {
    return canonicalProject(shorthand && host ? named.replace(shorthand, host) : named);
  } catch (error) {
    if (error instanceof InvalidProjectError) return undefined;
    throw error;
  }
}
