import { canonicalProject, COLUMNS, formatOf, parseTable } from "deepfunding/csv";
import { nodeId, UNKNOWN_NODE, UNKNOWN_PROJECT } from "deepfunding/graph";
import type { Hex } from "viem";

/** Canonical names of projects, by their nodes: the chain has only hashes. */
export type Names = ReadonlyMap<Hex, string>;

/** Finds names by their nodes. @throws {InvalidProjectError} when one cannot be a project. */
export function namesOf(projects: Iterable<string>): Names {
  const names = new Map([...projects].map((project) => [nodeId(project), canonicalProject(project)]));
  return names.set(UNKNOWN_NODE, UNKNOWN_PROJECT);
}

/** The name of a node; of one that nobody has named, the node itself. */
export function nameOf(names: Names, node: Hex): string {
  return names.get(node) ?? node;
}

/**
 * Reads the canonical names of projects from a list, one a line, or from a CSV file that names projects and their parents.
 * @throws {InvalidProjectError} when one cannot be a project.
 */
export function parseProjects(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const isCsv = lines[0]?.includes(",") ?? false;
  const projects = isCsv ? projectsOfCsv(text) : lines.filter((line) => line !== "");
  return projects.map(canonicalProject);
}

function projectsOfCsv(text: string): readonly string[] {
  const table = parseTable(text);
  const { project, parent } = table.columns.includes("child")
    ? { project: "child", parent: "parent" }
    : COLUMNS[formatOf(table)];
  const columns = parent === undefined ? [project] : [project, parent];
  return [...new Set(table.rows.flatMap((row) => columns.map((column) => row.get(column))))];
}
