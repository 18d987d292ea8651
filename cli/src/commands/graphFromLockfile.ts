import { dirname, join } from "node:path";

import { findProjects, writeEdges, writeWeights } from "deepfunding/csv";
import { GraphCycleError } from "deepfunding/errors";
import {
  genesis,
  genesisGraphOf,
  lockedDependencies,
  type Lockfile,
  parseLockfile,
  repositoryOfManifest,
  unresolvedDependencies,
  type UnresolvedDependency,
} from "deepfunding/graph";
import { floorWeights } from "deepfunding/math";

import { defineCommand, type OfflineContext } from "../command.ts";
import { InputFileError } from "../errors.ts";
import { FILE, FOLDER, PROJECT } from "../kinds.ts";
import { flag, optional, required } from "../options.ts";
import { renderShare } from "../output/chart.ts";
import { writeOutput } from "../output/files.ts";
import { formatPercent, shortName } from "../output/format.ts";
import { joinSaid, renderTable } from "../output/table.ts";

export const graphFromLockfile = defineCommand({
  name: "graph from-lockfile",
  summary: "make a graph of what a project depends on, out of npm's lock file",
  notes: [
    "Each direct dependency gets a base rate in proportion to the packages that it brings in: crude, but anyone can " +
      "check it, and markets and juries are there to correct it. Needs no chain and no network.",
    "A package that came out of a repository of git is that one's. Of others repositories are read from node_modules " +
      "beside the lock file; packages that are not installed there are known by their pages at npm.",
    "Optional dependencies count as others do. The project's own peer dependencies count; those of packages do not, as " +
      "a plugin does not bring its host in. What the lock file names and does not have is listed, and counts nowhere.",
  ],
  scope: "offline",
  args: { lockfile: required(FILE, "package-lock.json of npm 7 or later") },
  options: {
    out: optional(FOLDER, "folder to write base-rates.csv and edges.csv to; else nothing is written"),
    target: optional(PROJECT, "what the target is called; else as the lock file says"),
    noDev: flag("leave out what is needed only for development"),
  },
  examples: [
    { line: "deepfunding graph from-lockfile package-lock.json", does: "look" },
    { line: "deepfunding graph from-lockfile package-lock.json --out . --no-dev", does: "write the files of a round" },
  ],
  run: async (context, { lockfile: path, out, target: named, noDev }) => {
    const lockfile = await context.parseInput(path, parseLockfile);
    const repositories = await readRepositories(context, path, lockfile);
    const options = { includeDev: !noDev, repositories };
    const found = lockedDependencies(lockfile, options);
    const dependencies = found.filter(({ packages }) => packages > 0);
    if (dependencies.length === 0) throw noDependencies(path);
    const target = named ?? nameOfProject(path, lockfile);
    const projects = dependencies.map(({ repo }) => repo);
    const weights = floorWeights(dependencies.map(({ packages }) => BigInt(packages)));
    const edges = new Map(dependencies.map(({ repo, children }) => [repo, children.map((child) => child.repo)]));
    // Before anything is written: it says if the target cannot be a project.
    const cycle = cycleOf({ target, projects, prices: weights, edges });
    const written = out === undefined ? [] : [join(out, "base-rates.csv"), join(out, "edges.csv")];
    const texts = [writeWeights({ format: "weights", parent: target, projects, weights }), writeEdges(edges)];
    for (const [i, file] of written.entries()) await writeOutput(context.io, file, texts[i] ?? "");
    return {
      target,
      dependencies: dependencies.map((dependency, i) => ({ ...dependency, baseRate: weights[i] ?? 0n })),
      unresolved: unresolvedDependencies(lockfile, options),
      cycle,
      written,
    };
  },
  view: ({ dependencies, unresolved, cycle, written }, paper) => {
    const sorted = [...dependencies].sort((a, b) => b.packages - a.packages);
    const most = sorted[0]?.packages ?? 1;
    const rows = sorted.map(({ repo, packages, children, baseRate }) => [
      shortName(repo),
      renderShare(packages / most),
      formatPercent(baseRate),
      String(packages),
      String(children.length),
    ]);
    const circle = cycle && `Credit flows in a circle: ${cycle.map(shortName).join(" → ")}. Remove one of its edges.`;
    return joinSaid([
      renderTable(["", "", "base rate", "packages", "children"], rows),
      unresolved.length > 0 && `\n${paper.dim(renderUnresolved(unresolved))}`,
      circle && `\n${paper.bad(circle)}`,
      ...written.map((file) => `\n${file} is written.`),
    ]);
  },
});

function renderUnresolved(unresolved: readonly UnresolvedDependency[]): string {
  const most = 20;
  const lines = unresolved.slice(0, most).map(({ from, name, range, isOptional }) => {
    const whose = from === "" ? "the project" : from.replace(/^.*node_modules\//, "");
    return `  ${name} ${range}, of ${whose}${isOptional ? ", optional" : ""}`;
  });
  const more = unresolved.length > most ? [`  … and ${unresolved.length - most} more.`] : [];
  return [
    "Not counted, as the lock file does not have them, or from where nobody knows whose they are:",
    ...lines,
    ...more,
  ].join("\n");
}

/** What a lock file calls its project; a scoped name, which is no project's, by its page at npm. */
function nameOfProject(path: string, { name = "target" }: Lockfile): string {
  const target = name.startsWith("@") ? `https://www.npmjs.com/package/${name}` : name;
  if (findProjects(target).errors.length === 0) return target;
  const metaMessages = ["Name it with `--target <project>`: the URL of its repository, or a single word."];
  throw new InputFileError({
    path,
    reason: `It calls the project "${name}", which no project can be called.`,
    metaMessages,
  });
}

/** The repositories that installed packages name. */
async function readRepositories({ io, progress }: OfflineContext, path: string, { packages }: Lockfile) {
  const installed = Object.keys(packages).filter((each) => each !== "");
  const repositories = new Map<string, string>();
  for (const [i, folder] of installed.entries()) {
    progress.show("Reading manifests", i, installed.length);
    // What is not installed, or has a broken manifest, is known by its page at npm.
    const repository = await io
      .readFile(join(dirname(path), folder, "package.json"))
      .then(repositoryOfManifest)
      .catch(() => undefined);
    if (repository !== undefined) repositories.set(folder, repository);
  }
  return repositories;
}

/** Projects that depend on each other in a circle, which a graph of credit must not have. */
function cycleOf(files: Parameters<typeof genesisGraphOf>[0]): readonly string[] | undefined {
  try {
    genesis(genesisGraphOf(files));
    return undefined;
  } catch (error) {
    if (error instanceof GraphCycleError) return error.cycle;
    throw error;
  }
}

function noDependencies(path: string): InputFileError {
  const metaMessages = ["Pass the lock file of a project that has some; without --no-dev those for development count."];
  return new InputFileError({ path, reason: "This project has no dependencies.", metaMessages });
}
