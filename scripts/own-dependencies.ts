/**
 * `npm run examples [-- --check]`: writes what can be computed of `examples/own-dependencies`, from this project's own
 * lock file: its direct dependencies with their opening weights, their dependencies, what the authors' rule for those
 * says, and two traders. Crude, but anyone can check it; jurors and traders are there to correct it.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";

import { writeEdges } from "../sdk/src/csv/index.ts";
import { readOwnDependencies } from "./ownDependencies/lockfile.ts";

const ROOT = join(import.meta.dirname, "..");
const FOLDER = join(ROOT, "examples", "own-dependencies");
const PARENT = "deep-funding-markets";

type Project = Awaited<ReturnType<typeof readOwnDependencies>>[number];
type Child = Project["children"][number];

function toCsv(header: string, rows: readonly string[]): string {
  return `${[header, ...rows].join("\n")}\n`;
}

function baseRates(projects: readonly Project[]): string {
  const total = projects.reduce((sum, { packages }) => sum + packages, 0);
  const rows = projects.map(({ repo, packages }) => `${repo},${PARENT},${(packages / total).toFixed(15)}`);
  return toCsv("repo,parent,weight", rows);
}

/** Weights of the children of every project that has two, in proportion to `scoreOf`. */
function childWeights(projects: readonly Project[], scoreOf: (child: Child) => number): string {
  const rows = projects
    .filter(({ children }) => children.length > 1)
    .flatMap(({ repo, children }) => {
      const total = children.reduce((sum, child) => sum + scoreOf(child), 0);
      return children.map((child) => `${child.repo},${repo},${(scoreOf(child) / total).toFixed(15)}`);
    });
  return toCsv("dependency,repo,weight", rows);
}

function originality(projects: readonly Project[], rate: (project: Project) => number): string {
  const parents = projects.filter(({ children }) => children.length > 0);
  return toCsv(
    "repo,originality",
    parents.map((project) => `${project.repo},${rate(project).toFixed(4)}`),
  );
}

const projects = await readOwnDependencies();
const files = {
  "base-rates.csv": baseRates(projects),
  "edges.csv": writeEdges(new Map(projects.map(({ repo, children }) => [repo, children.map((child) => child.repo)]))),
  "child-weights.csv": childWeights(projects, ({ packages, distance }) => packages / distance),
  "traders/files-that-use-it.children.csv": childWeights(projects, ({ distance }) => 1 / distance ** 2),
  "traders/what-ships.children.csv": childWeights(projects, ({ packages }) => packages),
  "traders/files-that-use-it.originality.csv": originality(projects, ({ packages }) => 1 / (1 + packages / 50)),
  "traders/what-ships.originality.csv": originality(
    projects,
    ({ children }) => 0.9 - 0.4 * Math.min(children.length / 60, 1),
  ),
};

for (const [name, text] of Object.entries(files)) {
  const path = join(FOLDER, name);
  if (!process.argv.includes("--check")) {
    await writeFile(path, text);
  } else if ((await readFile(path, "utf8").catch(() => "")) !== text) {
    console.error(`${relative(ROOT, path)} is stale: run \`npm run examples\` and commit it.`);
    process.exitCode = 1;
  }
}
