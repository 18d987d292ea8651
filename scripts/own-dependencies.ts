/**
 * `npm run examples [-- --check]`: writes `examples/own-dependencies/base-rates.csv`, the sample round's projects and
 * opening weights: the repositories of this project's direct dependencies, each by the number of packages that it brings
 * into the lock file, itself included. Crude, but anyone can check it; jurors and traders are there to correct it.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { canonicalProject } from "../sdk/src/csv/index.ts";

const ROOT = join(import.meta.dirname, "..");
const TARGET = join(ROOT, "examples", "own-dependencies", "base-rates.csv");
const PARENT = "deep-funding-markets";

type LockedPackage = {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
};
type Packages = Readonly<Record<string, LockedPackage>>;

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

function addClosure(packages: Packages, path: string, closure: Set<string>): void {
  if (closure.has(path)) return;
  closure.add(path);
  for (const name of Object.keys(packages[path]?.dependencies ?? {})) {
    const next = resolve(packages, path, name);
    if (next !== undefined) addClosure(packages, next, closure);
  }
}

async function repositoryOf(name: string): Promise<string> {
  type Manifest = { readonly repository: string | { readonly url: string } };
  const { repository } = await readJson<Manifest>(join(ROOT, "node_modules", name, "package.json"));
  return canonicalProject(typeof repository === "string" ? repository : repository.url);
}

async function computeBaseRates(): Promise<string> {
  const { packages } = await readJson<{ packages: Packages }>(join(ROOT, "package-lock.json"));
  const direct = new Set(
    ["", "sdk"].flatMap((workspace) => {
      const { dependencies, devDependencies, peerDependencies } = packages[workspace] ?? {};
      return Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies });
    }),
  );
  const closures = new Map<string, Set<string>>();
  for (const name of direct) {
    const repository = await repositoryOf(name);
    const closure = closures.get(repository) ?? new Set();
    addClosure(packages, `node_modules/${name}`, closure);
    closures.set(repository, closure);
  }
  const projects = [...closures].sort(([a], [b]) => (a < b ? -1 : 1));
  const total = projects.reduce((sum, [, closure]) => sum + closure.size, 0);
  const rows = projects.map(([repository, closure]) => `${repository},${PARENT},${(closure.size / total).toFixed(15)}`);
  return `${["repo,parent,weight", ...rows].join("\n")}\n`;
}

const baseRates = await computeBaseRates();
if (!process.argv.includes("--check")) {
  await writeFile(TARGET, baseRates);
} else if ((await readFile(TARGET, "utf8").catch(() => "")) !== baseRates) {
  console.error("examples/own-dependencies/base-rates.csv is stale: run `npm run examples` and commit it.");
  process.exit(1);
}
