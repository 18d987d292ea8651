import { canonicalProject, findProjects } from "deepfunding/csv";
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
 * Reads the canonical names of projects from a list, one a line, or from a CSV file of a round.
 * @throws {CsvError} when something in the file cannot be a project, or is no row.
 */
export function parseProjects(text: string): readonly string[] {
  const { projects, errors } = findProjects(text);
  const [first, ...others] = errors;
  if (first !== undefined) throw others.length === 0 ? first : first.and(others);
  return projects;
}

/** As {@link parseProjects}, of a file that is read again: that will say what is wrong with it. */
export function projectsIn(text: string): readonly string[] {
  return findProjects(text).projects;
}
